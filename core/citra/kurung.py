"""Shuts the worker in before a stranger's bytes are decoded: no file, network, other process.

`core.berkas.worker` limits its memory, what it writes, and the wall clock. Decoders of photos have
had holes that ran the sender's code; here such code finds that it can neither read a key, nor call
anybody, nor touch the process next door. The limits outlive the task, and repeating them is safe.
"""

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from collections.abc import Mapping, Sequence

_PR_GET_SECCOMP, _PR_NO_NEW_PRIVS, _FILTERED = 21, 38, 2
_SET_FILTER, _ALL_THREADS = 1, 1
# linux/filter.h, linux/seccomp.h: load a word; jump if equal; jump if greater or equal; answer.
_LOAD, _EQUAL, _FROM, _ANSWER = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_NUMBER_AT, _MACHINE_AT = 0, 4
# Second numbering of the same calls (x32); nothing of ours uses it.
_X32 = 0x40000000

# Per machine: its audit number, that of seccomp(2), and what is refused (asm/unistd_64.h,
# asm-generic/unistd.h): open, sockets, exec, signals, tracing, renaming, removing, io_uring.
_X86 = (
    *(2, 41, 42, 49, 53, 57, 58, 59, 62, 82, 83, 84, 85, 86, 87, 88, 90, 92, 101, 129, 165, 200),
    *(234, 257, 258, 259, 260, 263, 264, 265, 266, 268, 297, 310, 311, 316, 319, 321, 322, 323),
    *(424, 425, 434, 437, 438),
)
_ARM = (
    *(33, 34, 35, 36, 37, 38, 40, 53, 54, 56, 117, 129, 130, 131, 138, 198, 199, 200, 203, 221),
    *(240, 270, 271, 276, 279, 280, 281, 282, 424, 425, 434, 437, 438),
)
_MACHINES: Mapping[str, tuple[int, int, Sequence[int]]] = {
    "x86_64": (0xC000003E, 317, _X86),
    "aarch64": (0xC00000B7, 277, _ARM),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def shut_in(cpu_seconds: int) -> None:
    """Allow this process so many more seconds of computing, and from now on nothing else."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    until = int(spent.ru_utime + spent.ru_stime) + 1 + cpu_seconds
    # The soft limit alone, so that the next task gets its own; reaching it ends the process.
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    _no_descriptor()
    if sys.platform == "linux":
        _no_call()


def is_shut_in() -> bool:
    """Tell whether this process was shut in before: then it cannot even double a descriptor."""
    return _free_descriptor() is None


def _free_descriptor() -> int | None:
    try:
        free = os.dup(0)
    except OSError:
        return None
    os.close(free)
    return free


def _no_descriptor() -> None:
    """Leave no number for another file or socket: the lowest free one becomes the limit."""
    free = _free_descriptor()
    if free is not None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))


def _no_call() -> None:
    """Have the kernel refuse what a decoder never needs. Where it cannot, the limits remain."""
    machine = _MACHINES.get(platform.machine())
    libc = ctypes.CDLL(None, use_errno=True)
    if machine is None or libc.prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) == _FILTERED:
        return
    audit, call, refused = machine
    rules = _rules(audit, refused)
    program = _Program(len(rules) // 8, rules)
    if libc.prctl(_PR_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        libc.syscall(call, _SET_FILTER, _ALL_THREADS, ctypes.byref(program))


def _rules(audit: int, refused: Sequence[int]) -> bytes:
    """Write the filter: another machine's numbering and each refused call answer EPERM."""
    count = len(refused)
    lines = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 0, count + 3, audit),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_FROM, count + 1, 0, _X32),
        *((_EQUAL, count - place, 0, number) for place, number in enumerate(refused)),
        (_ANSWER, 0, 0, _ALLOW),
        (_ANSWER, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
