"""Looks for a template where it should be: in the plugin's own folder, or in a borrowed one."""

from collections.abc import Iterator, Mapping
from pathlib import Path


def template_faults(templat: str, milik: str, rumah: Mapping[str, Path]) -> Iterator[str]:
    """Say that a template is not there.

    `rumah` are the folders that it may be in: under "" the plugin's own, and by their names the
    plugin itself and those that it imports from.
    """
    if milik not in rumah:
        yield f"templat {templat} milik plugin {milik!r}, tetapi plugin itu tidak diimpor"
    elif not (rumah[milik] / templat).is_file():
        yield f"templat {templat} tidak ada di folder plugin{f' {milik}' if milik else ''}"
