"""Reads a plugin's source before it runs: it may import core.api, itself, other plugins, pydantic
and the standard library, and nothing that would let it import by another way (DESIGN.md 3)."""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_LUAR = ("pydantic", "pydantic_core")
_JALAN_BELAKANG = frozenset({"importlib", "imp", "runpy", "pkgutil", "zipimport"})
_PANGGILAN = frozenset({"__import__", "eval", "exec", "compile"})


def forbidden(folder: Path, paket: str, rak: str) -> str | None:
    """Give one sentence about the first import that a plugin may not make, or None.

    `paket` is the plugin's own package, `rak` the package that all plugins of the folder are in.
    """
    for berkas in _sources(folder):
        nama = _place(folder, berkas)
        try:
            pohon = ast.parse(berkas.read_bytes())
        except SyntaxError as salah:
            return f"{nama}: baris {salah.lineno} tidak dapat dibaca sebagai Python."
        for simpul in ast.walk(pohon):
            if asing := _foreign(simpul, paket, rak):
                baris = getattr(simpul, "lineno", 0)
                return f"{nama}: baris {baris} memakai {asing}; plugin hanya boleh core.api."
    return None


def borrowed(folder: Path, paket: str, rak: str) -> Mapping[str, str]:
    """Name the other plugins that one imports from, each with the file and line of the first."""
    pinjam: dict[str, str] = {}
    for berkas in _sources(folder):
        for simpul in ast.walk(ast.parse(berkas.read_bytes())):
            for modul in _imported(simpul, rak):
                nama = modul.removeprefix(f"{rak}.").split(".")[0]
                if modul.startswith(f"{rak}.") and f"{rak}.{nama}" != paket:
                    baris = getattr(simpul, "lineno", 0)
                    pinjam.setdefault(nama, f"{_place(folder, berkas)}: baris {baris}")
    return pinjam


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def _place(folder: Path, berkas: Path) -> str:
    return f"{folder.name}/{berkas.relative_to(folder).as_posix()}"


def _foreign(simpul: ast.AST, paket: str, rak: str) -> str | None:
    match simpul:
        case ast.ImportFrom(level=level) if level:
            return "impor relatif"
        case ast.Import() | ast.ImportFrom():
            semua = _imported(simpul, rak)
            return next((satu for satu in semua if not _allowed(satu, paket, rak)), None)
        case ast.Call(func=ast.Name(id=nama)) if nama in _PANGGILAN:
            return nama
    return None


def _imported(simpul: ast.AST, rak: str) -> Iterator[str]:
    """Name the modules of an import; `from core import api` names one among its names."""
    match simpul:
        case ast.Import(names=names):
            yield from (satu.name for satu in names)
        case ast.ImportFrom(module=str(modul), names=names) if modul in ("core", rak):
            yield from (f"{modul}.{satu.name}" for satu in names)
        case ast.ImportFrom(module=str(modul)):
            yield modul


def _allowed(modul: str, paket: str, rak: str) -> bool:
    akar = modul.split(".")[0]
    if akar in _JALAN_BELAKANG:
        return False
    if akar in sys.stdlib_module_names or akar in _LUAR:
        return True
    if modul.startswith(f"{rak}."):
        return modul != f"{rak}.*"
    return any(modul == boleh or modul.startswith(f"{boleh}.") for boleh in ("core.api", paket))
