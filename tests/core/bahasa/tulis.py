"""Brings the catalogues in step with the sentences: missing ones are added empty, others dropped.

`python -m tests.core.bahasa.tulis`; then fill in what is empty.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from core.bahasa import NAMA
from core.bahasa.katalog import entries, po_file
from tests.core.bahasa.kumpulan import INTI, core_sentences, plugin_sentences

ASING = [kode for kode in NAMA if kode != "id"]
_TANGGAL = datetime(2026, 11, 22, tzinfo=UTC)  # a fixed one: only sentences make a difference


def write(folder: Path, kode: str, kalimat: Iterable[str], terjemah: Mapping[str, str]) -> int:
    """Write one catalogue; give the number of sentences that have no translation yet."""
    katalog = Catalog(
        locale=kode,
        project="adminduk",
        version="1",
        msgid_bugs_address="adminduk",
        header_comment=f"# adminduk, {NAMA[kode]}.",
        creation_date=_TANGGAL,
        revision_date=_TANGGAL,
        last_translator="adminduk",
        language_team=NAMA[kode],
        fuzzy=False,
    )
    kosong = 0
    for satu in sorted(kalimat):
        katalog.add(satu, terjemah.get(satu, ""))
        kosong += not terjemah.get(satu)
    berkas = po_file(folder, kode)
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with berkas.open("wb") as keluar:
        write_po(keluar, katalog, width=99, sort_output=False)
    return kosong


def wanted() -> Mapping[Path, frozenset[str]]:
    """Give the sentences of each catalogue's folder."""
    return {INTI: core_sentences()} | {p: k for p, k in plugin_sentences().items() if k}


if __name__ == "__main__":
    for tempat, semua in wanted().items():
        for bahasa in ASING:
            belum = write(tempat, bahasa, semua, entries(tempat, bahasa))
            print(f"{tempat.name} {bahasa}: {len(semua)} kalimat, {belum} belum")
