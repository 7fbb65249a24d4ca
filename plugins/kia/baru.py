"""Service kia-baru: a child's first card, or the one with a photo after the 5th birthday."""

from core.api import Kartu, Layanan, Periksa
from plugins.kia.alasan import ALASAN_KEMBALI, ALASAN_TOLAK
from plugins.kia.cermat import near
from plugins.kia.halaman import data_sheet
from plugins.kia.isian import KIABaru, KIAPetugas


def follow_up(isian: KIABaru) -> tuple[str, ...]:
    """Name the card that the child may still hold: the one without a photo."""
    if isian.pas_foto is None:
        return ()
    return ("Bila anak masih memegang KIA tanpa foto, tarik kartu itu saat KIA baru diambil.",)


BARU = Layanan(
    api=1,
    kode="kia-baru",
    judul="KIA baru untuk anak",
    ringkas="Kartu Identitas Anak pertama, atau KIA berfoto setelah anak genap 5 tahun. Kartunya "
    "diambil di kantor.",
    versi=1,
    formulir=KIABaru,
    formulir_petugas=KIAPetugas,
    dasar_hukum=("Permendagri 2/2016 Pasal 3 sampai Pasal 6",),
    hasil=Kartu("kia.html", isi=data_sheet, nama="Kartu Identitas Anak", jenis="kia"),
    periksa=(
        Periksa("berhak", "Pemohon berhak: orang tua, wali, atau pemegang surat kuasa F-1.07"),
        Periksa("data", "Nama, NIK, dan tanggal lahir anak cocok dengan KK"),
        Periksa("akta", "Nomor akta kelahiran cocok dengan catatan atau kutipannya"),
        Periksa("ktp", "KTP-el orang tua atau wali cocok dengan KK"),
        Periksa("belum_kawin", "Anak belum pernah kawin"),
        Periksa("foto", "Bila anak 5 tahun atau lebih: latar pas foto merah (lahir tahun ganjil) "
                "atau biru (genap)"),
    ),
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=5,
    cermati=near,
    tindak_lanjut=follow_up,
)  # fmt: skip
