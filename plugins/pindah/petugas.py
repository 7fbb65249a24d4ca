"""What the officer of a move is asked."""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import Formulir, Tanya, galat, jenis
from plugins.pindah.nomor import NomorSKPWNI


class PindahPetugas(Formulir):
    """What the officer adds at approval, from SIAK.

    How long an SKPWNI is valid is the office's to say: no regulation that we know of does
    (DOMAIN.md 3.9), so it is printed only if it is typed.
    """

    nomor_skpwni: NomorSKPWNI
    tanggal_terbit: Annotated[
        jenis.Tanggal | None,
        Tanya("Tanggal berapa SKPWNI diterbitkan?", lewati="Hari ini", label="Tanggal terbit"),
    ] = None
    berlaku_sampai: Annotated[
        jenis.Tanggal | None,
        Tanya(
            "Sampai tanggal berapa SKPWNI berlaku?",
            lewati="Tidak dicantumkan",
            label="Berlaku sampai",
        ),
    ] = None

    @model_validator(mode="after")
    def valid_after_issue(self) -> Self:
        """Refuse a letter that ends before it begins."""
        terbit, sampai = self.tanggal_terbit, self.berlaku_sampai
        if terbit is not None and sampai is not None and sampai < terbit:
            galat("berlaku_sampai", "Tanggal ini sebelum tanggal terbit. Periksa tanggalnya.")
        return self
