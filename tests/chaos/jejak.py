"""Reads what strace wrote: which system call began and ended when, on which file."""

import re
from dataclasses import dataclass
from pathlib import Path

_CALL = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<rest>.*)")
_RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)")
_RESULT = re.compile(r"\) += (-?\d+)")
_OF_HANDLE = re.compile(r"\d+<([^>]*)>")
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass
class Panggilan:
    """One system call: the line on which it began, and the line on which it had ended."""

    nama: str
    berkas: tuple[str, ...]
    mulai: int
    selesai: int
    hasil: int


def read(path: Path) -> list[Panggilan]:
    """Return the calls that succeeded, in the order in which they began."""
    found: list[Panggilan] = []
    open_: dict[tuple[str, str], Panggilan] = {}
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines()):
        if resumed := _RESUMED.match(line):
            call = open_.pop((resumed["pid"], resumed["name"]), None)
            if call is not None:
                call.selesai, call.hasil = number, _result(resumed["rest"])
        elif began := _CALL.match(line):
            call = Panggilan(
                began["name"], _files(began["name"], began["rest"]), number, number, 0
            )
            found.append(call)
            if "<unfinished ...>" in line:
                open_[began["pid"], began["name"]] = call
            else:
                call.hasil = _result(began["rest"])
    return [call for call in found if call.hasil >= 0 and call not in open_.values()]


def _files(name: str, rest: str) -> tuple[str, ...]:
    """The file of the handle, or the names that were given."""
    if name in ("write", "pwrite64", "fsync", "fdatasync"):
        handle = _OF_HANDLE.match(rest)
        return (handle[1],) if handle else ()
    return tuple(_QUOTED.findall(rest))


def _result(rest: str) -> int:
    found = _RESULT.search(rest)
    return int(found[1]) if found else -1
