"""Seals and opens what a case holds about a person: here alone is known which column is which."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Protocol
from uuid import UUID

from core.permohonan.models import Penilaian, Permohonan, Produk


class Sealer(Protocol):
    """What the book needs of a vault.Sealer."""

    def seal(self, value: bytes | str, *, table: str, column: str, row: UUID | str) -> bytes:
        """Encrypt a value for one cell."""

    def open_text(self, value: bytes, *, table: str, column: str, row: UUID | str) -> str:
        """Decrypt the text of one cell."""


@dataclass(frozen=True)
class Putusan:
    """What the officer added: his form, an attached official PDF, reasons, notes to follow up."""

    petugas: str = ""
    resmi: str = ""
    penduduk: str = ""
    alasan: tuple[str, ...] = ()
    tindak_lanjut: tuple[str, ...] = ()
    perbaikan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sanggahan:
    """What the applicant says is wrong in the document: fields by path, with labels; a note."""

    isian: Mapping[str, str] = field(default_factory=dict)
    catatan: str = ""
    menulis: bool = False
    """The fields are named; his next words are the note."""


class Book:
    """Reads and writes the sealed columns of permohonan and produk."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    def seal_chat(self, row_id: UUID, chat_id: int) -> bytes:
        """Seal the Telegram chat id of a case."""
        return self._sealer.seal(str(chat_id), table="permohonan", column="chat", row=row_id)

    def chat(self, row: Permohonan) -> int:
        """Return the chat of the citizen who filed the case."""
        return int(self._open(row.chat, "permohonan", "chat", row.id))

    def seal_isian(self, row_id: UUID, isian: str) -> bytes:
        """Seal a dialog draft (its dump)."""
        return self._sealer.seal(isian, table="permohonan", column="isian", row=row_id)

    def isian(self, row: Permohonan) -> str:
        """Return the dialog draft of a case, as dumped."""
        return self._open(row.isian, "permohonan", "isian", row.id)

    def seal_putusan(self, row_id: UUID, putusan: Putusan) -> bytes:
        """Seal what the officer added."""
        body = json.dumps(asdict(putusan))
        return self._sealer.seal(body, table="permohonan", column="putusan", row=row_id)

    def putusan(self, row: Permohonan) -> Putusan:
        """Return what the officer added so far."""
        if row.putusan is None:
            return Putusan()
        body = json.loads(self._open(row.putusan, "permohonan", "putusan", row.id))
        return Putusan(
            petugas=body["petugas"],
            resmi=body["resmi"],
            penduduk=body["penduduk"],
            alasan=tuple(body["alasan"]),
            tindak_lanjut=tuple(body["tindak_lanjut"]),
            perbaikan=body["perbaikan"],
        )

    def seal_sanggahan(self, row_id: UUID, sanggahan: Sanggahan) -> bytes:
        """Seal what the applicant says is wrong."""
        body = json.dumps(asdict(sanggahan))
        return self._sealer.seal(body, table="permohonan", column="sanggahan", row=row_id)

    def sanggahan(self, row: Permohonan) -> Sanggahan:
        """Return what the applicant said is wrong, last."""
        if row.sanggahan is None:
            return Sanggahan()
        return Sanggahan(
            **json.loads(self._open(row.sanggahan, "permohonan", "sanggahan", row.id))
        )

    def seal_alamat(self, row_id: UUID, alamat: str) -> bytes:
        """Seal the verified e-mail address of a product."""
        return self._sealer.seal(alamat, table="produk", column="alamat", row=row_id)

    def alamat(self, row: Produk) -> str:
        """Return the verified e-mail address of a product, or nothing if it is collected."""
        return self._open(row.alamat, "produk", "alamat", row.id) if row.alamat else ""

    def seal_penerima(self, row_id: UUID, penerima: str) -> bytes:
        """Seal who collected a product, as the officer wrote it down."""
        return self._sealer.seal(penerima, table="produk", column="penerima", row=row_id)

    def penerima(self, row: Produk) -> str:
        """Return who collected a product."""
        return self._open(row.penerima, "produk", "penerima", row.id) if row.penerima else ""

    def seal_komentar(self, row_id: UUID, komentar: str) -> bytes:
        """Seal what a citizen wrote about a case after it was done."""
        return self._sealer.seal(komentar, table="penilaian", column="komentar", row=row_id)

    def komentar(self, row: Penilaian) -> str:
        """Return what a citizen wrote about a case, or nothing."""
        return self._open(row.komentar, "penilaian", "komentar", row.id) if row.komentar else ""

    def _open(self, value: bytes, table: str, column: str, row_id: UUID) -> str:
        return self._sealer.open_text(bytes(value), table=table, column=column, row=row_id)
