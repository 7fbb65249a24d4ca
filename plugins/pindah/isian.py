"""The whole form for a move out of the kabupaten (F-1.03; Perpres 96/2018 Pasal 25)."""

from typing import Annotated

from core.api import F, Tanya, jenis
from plugins.pindah.berangkat import KEPALA_PINDAH
from plugins.pindah.kode import KKAnggota, KKKepala, Siapa, StatusKK
from plugins.pindah.menetap import Menetap


class PindahKeluar(Menetap):
    """Whence, whither, why, who goes and who stays; at last the card of those who go."""

    kk_kepala: Annotated[
        KKKepala | None,
        Tanya(
            "KK apa yang dipakai di tempat tujuan?",
            bila=KEPALA_PINDAH,
            label="KK di tempat tujuan",
        ),
    ] = None
    kk_anggota: Annotated[
        KKAnggota | None,
        Tanya(
            "KK apa yang dipakai di tempat tujuan?",
            bila=F.siapa == Siapa.ANGGOTA,
            label="KK di tempat tujuan",
        ),
    ] = None
    ktp: Annotated[
        jenis.Foto, Tanya("Foto KTP-el Anda", label="KTP-el pemohon", baca=("nik", "nama"))
    ]

    @property
    def status_pindah(self) -> StatusKK | None:
        """Give the form's box for those who move."""
        dipilih = self.kk_anggota or self.kk_kepala
        return next((satu for satu in StatusKK if satu.value == dipilih), None)
