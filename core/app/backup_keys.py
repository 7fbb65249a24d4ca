"""Tells before anything is written whether the keys in place are the ones of a backup.

Samples of the backup are opened: without the right keys a restored office could read nothing, and
would not find its citizens again.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from core.app.backup_files import lines
from core.app.backup_format import CadanganDitolak, Manifes, table_file
from core.app.backup_values import decode
from vault import Index, KunciKerja, Sealer, WrongKey, open_from_archive

Baris = Mapping[str, Any]
_SAMPLES = 20


def refuse_wrong_keys(manifes: Manifes, folder: Path, kunci: KunciKerja) -> None:
    """Open some sealed cells of every kind; raise CadanganDitolak if one stays closed."""
    answers, outgoing = Sealer(kunci.k_data), Sealer(kunci.k_app)
    index = Index(kunci.k_idx)

    def case(row: Baris) -> bool:
        chat = answers.open_text(row["chat"], table="permohonan", column="chat", row=row["id"])
        return bool(row["warga"] == index.digest(f"chat|{chat}"))

    def talk(row: Baris) -> bool:
        place = row["ruang"]
        chat = outgoing.open_text(row["chat"], table="percakapan", column="chat", row=place)
        return bool(place == index.digest(f"chat|{chat}"))

    def document(row: Baris) -> bool:
        sealed = row["kunci_arsip"]
        return sealed is None or bool(
            open_from_archive(kunci.arsip_sk, sealed, document=UUID(row["id"]))
        )

    looks: tuple[tuple[str, Callable[[Baris], bool]], ...] = (
        ("permohonan", case),
        ("percakapan", talk),
        ("dokumen", document),
    )
    for nama, look in looks:
        for row in _samples(manifes, folder, nama):
            if not _fits(look, row):
                raise CadanganDitolak(
                    f"Kunci di folder kunci bukan kunci cadangan ini (tabel {nama} tidak "
                    "terbuka): salin dulu folder kunci yang benar."
                )


def _fits(look: Callable[[Baris], bool], row: Baris) -> bool:
    try:
        return look(row)
    except WrongKey:
        return False


def _samples(manifes: Manifes, folder: Path, nama: str) -> Iterator[Baris]:
    """Give the first rows of a table as SQLite would hold them."""
    for tabel in manifes.tabel:
        if tabel.susunan.nama == nama:
            names = [one.nama for one in tabel.susunan.kolom]
            for line in islice(lines(table_file(folder, nama)), _SAMPLES):
                values = decode(tabel.susunan.kolom, line, sqlite=True)
                yield dict(zip(names, values, strict=True))
