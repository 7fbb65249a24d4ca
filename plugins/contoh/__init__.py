"""The smallest service: two questions, a photo, one page. Copy this folder to begin your own."""

from typing import Annotated

from core.api import Alasan, Cetak, Formulir, Layanan, Periksa, Tanya, jenis


class Permintaan(Formulir):
    """What the citizen is asked."""

    nama: jenis.Nama
    keperluan: Annotated[jenis.Baris, Tanya("Untuk keperluan apa?", contoh="melamar kerja")]
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el Anda", label="KTP-el")]


LAYANAN = (
    Layanan(
        api=1, kode="contoh", judul="Surat Keterangan Contoh", versi=1, menit=2,
        ringkas="Contoh layanan terkecil; suratnya tidak berlaku untuk apa pun.",
        formulir=Permintaan, dasar_hukum=("Tidak ada: layanan contoh",),
        hasil=Cetak("contoh.html", isi=lambda bahan: bahan.isian, nama="Surat Keterangan Contoh",
                    jenis="contoh"),
        periksa=(Periksa("berhak", "Pemohon berhak"), Periksa("ktp", "Nama cocok dengan KTP-el")),
        alasan_kembali=(Alasan("tidak_terbaca", "Foto {dok} tidak terbaca. {rincian}"),),
        alasan_tolak=(Alasan("tidak_berhak", "Pemohon tidak berhak. {rincian}"),),
    ),
)  # fmt: skip
