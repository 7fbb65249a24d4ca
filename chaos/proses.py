"""Looks into /proc for children that outlived their parents."""

import os
from pathlib import Path


def below(root: int) -> list[int]:
    """Return every process below one, its own children left out."""
    parents = _parents()
    children = {pid for pid, parent in parents.items() if parent == root}
    found, fresh = set[int](), children
    while fresh:
        fresh = {pid for pid, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return sorted(found)


def in_groups(groups: set[int]) -> list[int]:
    """Return every process that belongs to one of the process groups."""
    found = []
    for pid in _pids():
        try:
            if os.getpgid(pid) in groups:
                found.append(pid)
        except ProcessLookupError:
            continue
    return found


def _parents() -> dict[int, int]:
    found = {}
    for pid in _pids():
        try:
            stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
        except OSError:
            continue
        found[pid] = int(stat.rpartition(")")[2].split()[1])
    return found


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
