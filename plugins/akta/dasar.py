"""Everything that is asked of a birth but its statements, and the rules across the questions."""

from typing import Self

from pydantic import model_validator

from core.api import galat
from plugins.akta.anak import IsianAnak
from plugins.akta.kode import OrangTua, Pelapor
from plugins.akta.orangtua import IsianOrangTua
from plugins.akta.pelapor import IsianPelapor
from plugins.akta.saksi import IsianSaksi


# Pydantic orders the fields from the last base to the first.
class Dasar(IsianSaksi, IsianAnak, IsianOrangTua, IsianPelapor):
    """What a statement and a deed are made of."""

    @model_validator(mode="after")
    def father_is_named(self) -> Self:
        """Refuse a reporting father whom the deed will not name."""
        if self.pelapor is Pelapor.AYAH and self.orang_tua is OrangTua.IBU:
            galat(
                "pelapor",
                "Anda memilih hanya ibu yang dicatat di akta. Pilih hubungan lain, atau ubah "
                "jawaban tentang orang tua anak.",
            )
        return self

    @model_validator(mode="after")
    def parents_are_older(self) -> Self:
        """Refuse parents who are younger than their child."""
        for nama, lahir in (("lahir_ibu", self.lahir_ibu), ("lahir_ayah", self.lahir_ayah)):
            if lahir is not None and lahir >= self.tanggal_lahir:
                galat(nama, "Orang tua harus lahir sebelum anaknya. Periksa tanggal lahirnya.")
        return self

    @model_validator(mode="after")
    def witnesses_are_two(self) -> Self:
        """Refuse the same person twice."""
        if len({satu.nik for satu in self.saksi}) < len(self.saksi):
            galat("saksi[1].nik", "Kedua saksi harus orang yang berbeda. Periksa NIK-nya.")
        return self
