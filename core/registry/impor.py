"""Reads a plugin's source before it runs: it may import core.api, itself, pydantic, and the
standard library, and nothing that would let it import by another way (DESIGN.md 3)."""

import ast
import sys
from pathlib import Path

_LUAR = ("pydantic", "pydantic_core")
_JALAN_BELAKANG = frozenset({"importlib", "imp", "runpy", "pkgutil", "zipimport"})
_PANGGILAN = frozenset({"__import__", "eval", "exec", "compile"})


def forbidden(folder: Path, paket: str) -> str | None:
    """Give one sentence about the first import that a plugin may not make, or None."""
    for berkas in sorted(folder.rglob("*.py")):
        nama = f"{folder.name}/{berkas.relative_to(folder).as_posix()}"
        try:
            pohon = ast.parse(berkas.read_bytes())
        except SyntaxError as salah:
            return f"{nama}: baris {salah.lineno} tidak dapat dibaca sebagai Python."
        for simpul in ast.walk(pohon):
            if asing := _foreign(simpul, paket):
                baris = getattr(simpul, "lineno", 0)
                return f"{nama}: baris {baris} memakai {asing}; plugin hanya boleh core.api."
    return None


def _foreign(simpul: ast.AST, paket: str) -> str | None:
    match simpul:
        case ast.Import(names=names):
            return next((satu.name for satu in names if not _allowed(satu.name, paket)), None)
        case ast.ImportFrom(level=level) if level:
            return "impor relatif"
        case ast.ImportFrom(module=str(modul), names=names):
            if modul == "core":  # "from core import api" names the module among the names
                return next((f"core.{s.name}" for s in names if s.name != "api"), None)
            return None if _allowed(modul, paket) else modul
        case ast.Call(func=ast.Name(id=nama)) if nama in _PANGGILAN:
            return nama
    return None


def _allowed(modul: str, paket: str) -> bool:
    akar = modul.split(".")[0]
    if akar in _JALAN_BELAKANG:
        return False
    if akar in sys.stdlib_module_names or akar in _LUAR:
        return True
    return any(modul == boleh or modul.startswith(f"{boleh}.") for boleh in ("core.api", paket))
