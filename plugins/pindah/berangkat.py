"""Who moves. Where the registry knows the family, only names and birth dates are asked.

Children who move without their parents have a list of their own, because whether a list has rows
is all that a later question can know of it, and theirs needs a letter. Whoever is named twice
where the registry knows them is simply printed once.
"""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import Bahan, F, Sifat, Surat, Tanya, Ulang, galat, jenis
from plugins.pindah.anggota import Anak, AnakSaja, Anggota
from plugins.pindah.asal import BELUM_TERCATAT
from plugins.pindah.kode import Siapa
from plugins.pindah.pemohon import BUKAN_KEPALA, Pemohon
from plugins.pindah.surat import Pernyataan, power_of_care

JUMLAH_MAKSIMAL = 20
SEBAGIAN = F.siapa.in_(Siapa.KEPALA, Siapa.ANGGOTA)
KEPALA_PINDAH = F.siapa.in_(Siapa.SEMUA, Siapa.KEPALA)
NIK_ORANG_LAIN = Sifat("nik_orang_lain")
"""Not the applicant's, so it is not compared with the applicant's birth date."""
_HANYA_ANAK = (F.siapa == Siapa.ANGGOTA) & ~F.anggota.terisi


def care_of_children(bahan: Bahan) -> Pernyataan:
    """Fill in F-1.03A for the children who move without their parents."""
    isian = bahan.read(Berangkat)
    anak = tuple((satu.nama, satu.nik or "") for satu in isian.anak_sendiri)
    return power_of_care(isian.nomor_kk, anak)


class Berangkat(Pemohon):
    """Those who go."""

    nik_kepala: Annotated[
        jenis.NIK | None,
        NIK_ORANG_LAIN,
        Tanya(
            "Berapa NIK kepala keluarga?",
            bila=BUKAN_KEPALA & KEPALA_PINDAH,
            label="NIK kepala keluarga",
        ),
    ] = None
    anggota: Annotated[
        list[Anggota] | None,
        Ulang(
            "Siapa saja anggota keluarga yang pindah, selain kepala keluarga? Anak di bawah 17 "
            "tahun ditulis di sini hanya bila pindah bersama ayah atau ibunya.",
            maksimal=JUMLAH_MAKSIMAL - 1,
            judul="{nama}",
            tombol="Lanjut",
            bila=SEBAGIAN | (BELUM_TERCATAT & (F.siapa == Siapa.SEMUA)),
            label="Anggota yang pindah",
        ),
    ] = None
    anak: Annotated[
        list[Anak] | None,
        Ulang(
            "Adakah anak di bawah 17 tahun yang pindah tanpa ayah dan ibunya? Bila tidak ada, "
            "langsung lanjut.",
            maksimal=JUMLAH_MAKSIMAL - 1,
            judul="{nama}",
            tombol="Lanjut",
            bila=SEBAGIAN & ~_HANYA_ANAK,
            label="Anak tanpa orang tua",
        ),
    ] = None
    anak_saja: Annotated[
        list[AnakSaja] | None,
        Ulang(
            "Siapa saja anak di bawah 17 tahun yang pindah tanpa ayah dan ibunya?",
            minimal=1,
            maksimal=JUMLAH_MAKSIMAL - 1,
            judul="{nama}",
            tombol="Lanjut",
            bila=_HANYA_ANAK,
            label="Anak yang pindah sendiri",
        ),
    ] = None
    kuasa_asuh: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kuasa pengasuhan anak (F-1.03A) yang sudah ditandatangani ayah, ibu, atau "
            "wali di atas meterai",
            bila=F.anak.terisi | F.anak_saja.terisi,
            surat=Surat(
                "pernyataan.html", isi=care_of_children, nama="F-1.03A Kuasa Pengasuhan Anak"
            ),
            label="Surat kuasa F-1.03A",
        ),
    ] = None

    @property
    def anak_sendiri(self) -> tuple[Anak, ...]:
        """Give the children who move without father and mother."""
        return (*(self.anak or ()), *(self.anak_saja or ()))

    @property
    def semua(self) -> tuple[Anggota, ...]:
        """Give everybody in the lists."""
        return (*(self.anggota or ()), *self.anak_sendiri)

    @model_validator(mode="after")
    def nobody_twice(self) -> Self:
        """Refuse a NIK that is in the lists twice, or in a list and the head's as well."""
        ada = {self.nik_kepala or (None if self.kepala else self.nik)}
        for nama in _DAFTAR:
            for urutan, satu in enumerate(getattr(self, nama) or ()):
                if satu.nik is not None and satu.nik in ada:
                    galat(f"{nama}[{urutan}].nik", "NIK ini milik orang lain. Periksa NIK-nya.")
                ada.add(satu.nik)
        return self


_DAFTAR = ("anggota", "anak", "anak_saja")
