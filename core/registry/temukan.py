"""Finds plugins: the folders of `plugins/`, and the entry points of installed packages."""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

GRUP = "adminduk.layanan"


@dataclass(frozen=True)
class Calon:
    """A plugin that was found and not yet run."""

    nama: str
    paket: str
    folder: Path
    load: Callable[[], ModuleType]


def candidates(folder: Path) -> Iterator[Calon]:
    """Give the plugins of the folder, then the installed ones, each in order of name."""
    for berkas in sorted(folder.glob("*/__init__.py")):
        paket = f"{folder.name}.{berkas.parent.name}"
        yield Calon(berkas.parent.name, paket, berkas.parent, partial(_run, berkas, paket))
    for titik in sorted(entry_points(group=GRUP), key=lambda satu: satu.name):
        letak = importlib.util.find_spec(titik.module)
        if letak is not None and letak.origin is not None:
            tempat = Path(letak.origin).parent
            yield Calon(
                titik.name, titik.module, tempat, partial(importlib.import_module, titik.module)
            )


def _run(berkas: Path, paket: str) -> ModuleType:
    """Run a folder as a package of its name, wherever the folder is."""
    ada = sys.modules.get(paket)
    if ada is not None and ada.__file__ == str(berkas):
        return ada
    _forget(paket)
    _hold(berkas.parent.parent)
    letak = importlib.util.spec_from_file_location(
        paket, berkas, submodule_search_locations=[str(berkas.parent)]
    )
    assert letak is not None
    assert letak.loader is not None
    modul = importlib.util.module_from_spec(letak)
    sys.modules[paket] = modul
    try:
        letak.loader.exec_module(modul)
    except BaseException:
        _forget(paket)
        raise
    wadah, _, nama = paket.rpartition(".")
    setattr(sys.modules[wadah], nama, modul)  # as an import would: others write plugins.kk.x
    return modul


def _forget(paket: str) -> None:
    """Leave nothing behind of a package that is run anew or failed half-way."""
    for nama in [nama for nama in sys.modules if nama == paket or nama.startswith(f"{paket}.")]:
        del sys.modules[nama]


def _hold(folder: Path) -> None:
    """Make the folder of plugins a package, so that a plugin's own modules find each other."""
    ada = sys.modules.get(folder.name)
    if ada is None or str(folder) not in getattr(ada, "__path__", ()):
        wadah = ModuleType(folder.name)
        wadah.__path__ = [str(folder)]
        sys.modules[folder.name] = wadah
