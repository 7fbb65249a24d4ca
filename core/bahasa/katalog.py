"""Reads catalogues: gettext's own .po files, one per language beside the texts they translate.

An entry that could spoil a message is passed over, and Indonesian is spoken in its place: one
marked fuzzy, an empty one, one whose {fields} or tags are not those of its sentence.
"""

import logging
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from core.bahasa.bahasa import INDONESIA, NAMA, Bahasa

log = logging.getLogger(__name__)

INTI = Path(__file__).parent.parent
"""The folder whose catalogues are the core's own."""
_TAG = re.compile(r"</?[a-z][a-z-]*>")


def languages(folders: Iterable[Path] = ()) -> Mapping[str, Bahasa]:
    """Give every language by code: the core's sentences, then those of these plugin folders.

    A plugin never changes a sentence that was there before it.
    """
    tempat = (INTI, *dict.fromkeys(folders))
    asing = [kode for kode in NAMA if kode != INDONESIA.kode]
    return {INDONESIA.kode: INDONESIA} | {kode: Bahasa(kode, _all(tempat, kode)) for kode in asing}


def po_file(folder: Path, kode: str) -> Path:
    """Say where the catalogue of a folder lies."""
    return folder / "locale" / kode / "LC_MESSAGES" / "adminduk.po"


def holes(kalimat: str) -> Counter[str] | None:
    """Count the {fields} of a sentence; None if its braces are not balanced."""
    try:
        return Counter(nama for _, nama, *_ in string.Formatter().parse(kalimat) if nama)
    except ValueError:
        return None


def tags(kalimat: str) -> Counter[str]:
    """Count the HTML tags of a sentence."""
    return Counter(_TAG.findall(kalimat))


def fits(asal: str, terjemah: str) -> bool:
    """Say whether a translation has the fields and the tags of its sentence."""
    lubang = holes(asal)
    sama = lubang is None or set(lubang) == set(holes(terjemah) or ())
    return sama and (lubang is None) == (holes(terjemah) is None) and tags(asal) == tags(terjemah)


def entries(folder: Path, kode: str) -> Mapping[str, str]:
    """Read one catalogue; a file that cannot be read counts as none, and the log says so."""
    berkas = po_file(folder, kode)
    if not berkas.is_file():
        return {}
    try:
        with berkas.open("rb") as isi:
            katalog = read_po(isi, abort_invalid=True)
    except (PoFileError, ValueError) as cause:
        log.error("katalog bahasa %s dari %s rusak (%s)", kode, folder.name, type(cause).__name__)
        return {}
    return {
        satu.id: satu.string
        for satu in katalog
        if isinstance(satu.id, str) and isinstance(satu.string, str)
        if satu.id and satu.string and not satu.fuzzy
    }


def _all(folders: Iterable[Path], kode: str) -> Mapping[str, str]:
    semua: dict[str, str] = {}
    for folder in folders:
        for asal, terjemah in _good(folder, kode):
            semua.setdefault(asal, terjemah)
    return semua


def _good(folder: Path, kode: str) -> Iterator[tuple[str, str]]:
    for asal, terjemah in entries(folder, kode).items():
        if fits(asal, terjemah):
            yield asal, terjemah
        else:
            log.warning("katalog bahasa %s dari %s: satu kalimat dilewati", kode, folder.name)
