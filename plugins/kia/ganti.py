"""Service kia-ganti: the child's card is lost or damaged."""

from core.api import Kartu, Layanan, Periksa
from plugins.kia.alasan import ALASAN_KEMBALI, ALASAN_TOLAK
from plugins.kia.cermat import near
from plugins.kia.halaman import data_sheet
from plugins.kia.isian import KIAGanti, KIAPetugas
from plugins.kia.kode import Sebab


def follow_up(isian: KIAGanti) -> tuple[str, ...]:
    """Take the damaged card in."""
    if isian.alasan is Sebab.HILANG:
        return ()
    return ("Tarik KIA yang rusak saat KIA baru diambil.",)


GANTI = Layanan(
    api=1,
    kode="kia-ganti",
    judul="KIA hilang atau rusak",
    ringkas="Cetak ulang Kartu Identitas Anak yang hilang atau rusak. Kartunya diambil di kantor.",
    versi=1,
    formulir=KIAGanti,
    formulir_petugas=KIAPetugas,
    dasar_hukum=("Permendagri 2/2016 Pasal 8 sampai Pasal 12",),
    hasil=Kartu("kia.html", isi=data_sheet, nama="Kartu Identitas Anak", jenis="kia"),
    periksa=(
        Periksa("berhak", "Pemohon berhak: orang tua, wali, atau pemegang surat kuasa F-1.07"),
        Periksa("bukti", "Surat kehilangan asli dan masih berlaku, atau KIA rusak cocok namanya"),
        Periksa("data", "Nama, NIK, dan tanggal lahir anak cocok dengan KK"),
        Periksa("akta", "Nomor akta kelahiran cocok dengan catatan"),
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
