"""Service ktp-rekam: the first KTP-el is recorded in person (UU 24/2013 Pasal 63).

Nothing is asked that a ticket does not need: only whether it is time for the recording at all.
"""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import F, Formulir, Layanan, Pilihan, Tanya, TatapMuka, galat, jenis

WAJIB = 17
"""From this birthday on, or once married, a resident holds a KTP-el (UU 24/2013 Pasal 63)."""
BOLEH = 16
"""From this birthday on people are recorded ahead of time, and the card is printed at 17."""


class EnamBelas(Pilihan):
    """What is right for somebody of sixteen."""

    DULU = "dulu", "Rekam dulu, KTP-el dicetak setelah genap 17"
    KAWIN = "kawin", "Sudah atau pernah kawin"


class Perekaman(Formulir):
    """Who is to be recorded, as far as his age decides."""

    tanggal_lahir: Annotated[
        jenis.TanggalLahir,
        Tanya(
            "Kapan tanggal lahir orang yang akan direkam?",
            contoh="17-08-2008",
            bantuan="Perekaman untuk yang berumur 17 tahun atau lebih, atau sudah kawin. Mulai 16 "
            "tahun boleh direkam lebih dulu. Tulis tanggal lahir seperti di KK.",
        ),
    ]
    enam_belas: Annotated[
        EnamBelas | None,
        Tanya(
            "Umurnya 16 tahun. Mana yang sesuai?",
            bila=(F.tanggal_lahir.usia >= BOLEH) & (F.tanggal_lahir.usia < WAJIB),
            label="Umur 16 tahun",
        ),
    ] = None
    kawin: Annotated[
        bool | None,
        Tanya(
            "Umurnya belum 16 tahun. Apakah ia sudah atau pernah kawin?",
            bila=F.tanggal_lahir.usia < BOLEH,
            label="Sudah atau pernah kawin",
        ),
    ] = None

    @model_validator(mode="after")
    def _it_is_time(self) -> Self:
        """Refuse who is under sixteen and was never married."""
        if self.kawin is False:
            galat(
                "tanggal_lahir",
                "Perekaman KTP-el mulai umur 16 tahun, atau bila sudah kawin. Sebelum itu "
                "dokumennya Kartu Identitas Anak. Bila tanggal lahir tadi salah, tulis yang "
                "benar; bila sudah benar, ketik batal.",
            )
        return self


REKAM = Layanan(
    api=1,
    kode="ktp-rekam",
    judul="Perekaman KTP-el pertama",
    ringkas="Tidak dapat lewat telepon: sidik jari, iris mata, foto, dan tanda tangan direkam "
    "dengan alat di kantor. Di sini Anda memesan waktunya supaya tidak antre.",
    versi=1,
    formulir=Perekaman,
    dasar_hukum=("UU 24/2013 Pasal 63", "Perpres 96/2018 Pasal 15"),
    hasil=TatapMuka(
        nama="Perekaman KTP-el",
        jenis="perekaman",
        bawa=(
            "Kartu Keluarga (KK) yang memuat nama orang yang direkam",
            "Orangnya sendiri; perekaman tidak dapat diwakilkan",
            "Buku nikah atau akta perkawinan, bila sudah kawin dan belum 17 tahun",
        ),
        menit=15,
    ),
    menit=2,
)
