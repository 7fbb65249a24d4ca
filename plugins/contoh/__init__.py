"""The smallest service: two questions, a photo, one page. Copy this folder to begin your own."""

from typing import Annotated

from pydantic import BaseModel

from core.api import Alasan, Bahan, Cetak, Formulir, Layanan, Periksa, Tanya, date_in_words, jenis


class Permintaan(Formulir):
    """What the citizen is asked."""

    nama: jenis.Nama
    keperluan: Annotated[jenis.Baris, Tanya("Untuk keperluan apa?", contoh="melamar kerja")]
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el Anda", label="KTP-el")]


class Halaman(BaseModel):
    """What the page shows."""

    nama: str
    keperluan: str
    tanggal: str


def halaman(bahan: Bahan) -> Halaman:
    """Turn the answers into the page."""
    isian, tanggal = bahan.read(Permintaan), date_in_words(bahan.tanggal)
    return Halaman(nama=isian.nama, keperluan=isian.keperluan, tanggal=tanggal)


LAYANAN = (
    Layanan(
        api=1, kode="contoh", judul="Surat Keterangan Contoh", versi=1, menit=2,
        ringkas="Contoh layanan terkecil; suratnya tidak berlaku untuk apa pun.",
        formulir=Permintaan, dasar_hukum=("Tidak ada: layanan contoh",),
        hasil=Cetak("contoh.html", isi=halaman, nama="Surat Keterangan Contoh", jenis="contoh"),
        periksa=(Periksa("berhak", "Pemohon berhak"), Periksa("ktp", "Nama cocok dengan KTP-el")),
        alasan_kembali=(Alasan("tidak_terbaca", "Foto {dok} tidak terbaca. {rincian}"),),
        alasan_tolak=(Alasan("tidak_berhak", "Pemohon tidak berhak. {rincian}"),),
    ),
)  # fmt: skip
