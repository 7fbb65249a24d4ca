"""What becomes of those whom the head of the family leaves behind."""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import Bahan, Cari, F, HasilCari, Sifat, Surat, Tanya, galat, jenis
from plugins.pindah.berangkat import NIK_ORANG_LAIN, Berangkat
from plugins.pindah.kode import Siapa, StatusKK, Tinggal
from plugins.pindah.surat import Pernyataan, power_of_care, welcome
from plugins.pindah.umur import heads_a_family

_ADA_KEPALA_BARU = F.tinggal == Tinggal.KEPALA_BARU
_ADA_WALI = F.tinggal == Tinggal.WALI
_MENUMPANG = F.tinggal == Tinggal.NUMPANG


def care_by_guardian(bahan: Bahan) -> Pernyataan:
    """Fill in F-1.03A for the children who stay with a guardian; who they are is written in."""
    isian = bahan.read(Menetap)
    return power_of_care(isian.nomor_kk, (), wali=(isian.wali or "", isian.nik_wali or ""))


def welcome_in_another_card(bahan: Bahan) -> Pernyataan:
    """Fill in F-1.03B for the head of the card that takes in those who stay."""
    isian = bahan.read(Menetap)
    return welcome(isian.kepala_tumpangan or "", isian.kk_tumpangan or "")


class Menetap(Berangkat):
    """Those who stay; asked only where the head of the family goes."""

    tinggal: Annotated[
        Tinggal | None,
        Tanya(
            "Kepala keluarga pindah. Bagaimana KK anggota yang tetap tinggal?",
            bantuan="Setiap KK punya kepala keluarga yang dewasa. Yang tinggal memilih salah satu "
            "dari mereka, menerima wali, atau masuk ke KK orang lain.",
            bila=F.siapa == Siapa.KEPALA,
            label="Yang tetap tinggal",
        ),
    ] = None
    kepala_baru: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa yang menjadi kepala keluarga bagi yang tinggal?",
            contoh="DEWI LESTARI",
            bila=_ADA_KEPALA_BARU,
            label="Kepala keluarga baru",
        ),
    ] = None
    lahir_kepala_baru: Annotated[
        jenis.TanggalLahir | None,
        Sifat("lahir_orang_lain", pada=heads_a_family),
        Tanya(
            "Kapan tanggal lahir kepala keluarga baru itu?",
            bila=_ADA_KEPALA_BARU,
            label="Tanggal lahir kepala keluarga baru",
        ),
    ] = None
    kepala_baru_di_kk: Annotated[
        HasilCari | None,
        Cari(
            "keluarga",
            nomor="nomor_kk",
            nama="kepala_baru",
            lahir="lahir_kepala_baru",
            bila=_ADA_KEPALA_BARU & (F.tercatat == HasilCari.ADA),
        ),
    ] = None
    wali: Annotated[
        jenis.Nama | None,
        Tanya("Siapa nama lengkap wali itu?", bila=_ADA_WALI, label="Wali"),
    ] = None
    nik_wali: Annotated[
        jenis.NIK | None,
        NIK_ORANG_LAIN,
        Tanya("Berapa NIK wali itu?", bila=_ADA_WALI, label="NIK wali"),
    ] = None
    lahir_wali: Annotated[
        jenis.TanggalLahir | None,
        Sifat("lahir_orang_lain", pada=heads_a_family),
        Tanya("Kapan tanggal lahir wali itu?", bila=_ADA_WALI, label="Tanggal lahir wali"),
    ] = None
    kuasa_wali: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kuasa pengasuhan (F-1.03A) bagi wali, yang sudah ditandatangani di atas "
            "meterai",
            bila=_ADA_WALI,
            surat=Surat(
                "pernyataan.html", isi=care_by_guardian, nama="F-1.03A Kuasa Pengasuhan bagi wali"
            ),
            label="Surat kuasa F-1.03A bagi wali",
        ),
    ] = None
    kk_tumpangan: Annotated[
        jenis.NomorKK | None,
        Tanya("Berapa nomor KK yang ditumpangi?", bila=_MENUMPANG, label="KK yang ditumpangi"),
    ] = None
    kepala_tumpangan: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa kepala keluarga di KK yang ditumpangi?",
            bila=_MENUMPANG,
            label="Kepala KK yang ditumpangi",
        ),
    ] = None
    bersedia: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat pernyataan bersedia menerima (F-1.03B) yang sudah ditandatangani kepala "
            "keluarga itu di atas meterai",
            bila=_MENUMPANG,
            surat=Surat(
                "pernyataan.html", isi=welcome_in_another_card, nama="F-1.03B Bersedia Menerima"
            ),
            label="Surat pernyataan F-1.03B",
        ),
    ] = None

    @property
    def status_tinggal(self) -> StatusKK | None:
        """Give the form's box for those who stay; None where nobody does."""
        if self.tinggal is not None:
            return self.tinggal.status
        return StatusKK.TETAP if self.siapa is Siapa.ANGGOTA else None

    @model_validator(mode="after")
    def the_new_head_stays(self) -> Self:
        """Refuse a new head who moves away too, or who is not of the family."""
        kunci = (self.kepala_baru, self.lahir_kepala_baru)
        if self.kepala_baru is None:
            return self
        if kunci in {(satu.nama, satu.tanggal_lahir) for satu in self.semua}:
            galat("kepala_baru", "Orang ini ikut pindah. Pilih salah satu yang tetap tinggal.")
        if self.kepala_baru_di_kk is HasilCari.TIDAK:
            galat(
                "kepala_baru",
                "Di KK itu tidak ada nama dengan tanggal lahir ini. Tulis persis seperti di KK.",
            )
        return self

    @model_validator(mode="after")
    def another_card(self) -> Self:
        """Refuse to join the very card that is left."""
        if self.kk_tumpangan == self.nomor_kk:
            galat("kk_tumpangan", "Ini nomor KK yang sama. Tulis nomor KK yang ditumpangi.")
        return self
