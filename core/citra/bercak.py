"""Finds what hangs together on a map of blocks."""

from collections.abc import Callable, Iterator

import numpy as np

from core.citra.peta import Ya

Tempat = tuple[int, int]


def patches(wanted: Ya) -> Iterator[Ya]:
    """Yield every connected patch of a map, as a map."""
    left = wanted.copy()
    while left.any():
        start = np.unravel_index(int(np.argmax(left)), left.shape)
        patch = spread(left, [(int(start[0]), int(start[1]))], lambda _one, _two: True)
        left &= ~patch
        yield patch


def spread(allowed: Ya, starts: list[Tempat], joined: Callable[[Tempat, Tempat], bool]) -> Ya:
    """Return all that is reached from the starts, from allowed neighbour to neighbour."""
    rows, columns = allowed.shape
    reached = np.zeros_like(allowed)
    waiting = [each for each in starts if allowed[each]]
    for each in waiting:
        reached[each] = True
    while waiting:
        row, column = here = waiting.pop()
        around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
        for there in around:
            if not (0 <= there[0] < rows and 0 <= there[1] < columns):
                continue
            if not reached[there] and allowed[there] and joined(here, there):
                reached[there] = True
                waiting.append(there)
    return reached
