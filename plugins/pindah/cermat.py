"""What the officer of a move should look at twice; nothing here blocks."""

from collections.abc import Iterator
from datetime import date

from core.api import age
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.klasifikasi import KABUPATEN
from plugins.pindah.kode import KKKepala, Siapa, Tinggal
from plugins.pindah.umur import DEWASA


def remarks(isian: PindahKeluar, hari_ini: date) -> tuple[str, ...]:
    """Remark on what is unusual; it is the officer who decides."""
    return tuple(_remarks(isian, hari_ini))


def _remarks(isian: PindahKeluar, hari_ini: date) -> Iterator[str]:
    if age(isian.tanggal_lahir, hari_ini) < DEWASA:
        yield f"Pemohon belum {DEWASA} tahun."
    if isian.tujuan_lain and isian.tujuan_lain[:KABUPATEN] == isian.tujuan[:KABUPATEN]:
        yield (
            "Pemohon diberi tahu bahwa pindah di dalam satu kabupaten tanpa SKPWNI, dan tetap "
            "mengajukan tujuan ini. Periksa alamat asalnya."
        )
    anak = [satu for satu in isian.anggota or () if age(satu.tanggal_lahir, hari_ini) < DEWASA]
    if anak:
        yield (
            f"Di daftar yang pindah ada {len(anak)} anak di bawah {DEWASA} tahun. Pastikan ayah "
            "atau ibunya ikut pindah."
        )
    if isian.tinggal is Tinggal.WALI:
        yield "Pastikan semua yang tetap tinggal memang di bawah 17 tahun."
    if isian.siapa is Siapa.KEPALA and isian.kk_kepala is KKKepala.NUMPANG:
        yield "Kepala keluarga menumpang di KK lain, padahal ada yang ditinggalkan."


def follow_up(isian: PindahKeluar) -> tuple[str, ...]:
    """Name what the office of the origin must do besides the letter (DOMAIN.md 3.9)."""
    return (_card_of_those_who_stay(isian), _CARDS_OF_THOSE_WHO_MOVE)


_CARDS_OF_THOSE_WHO_MOVE = (
    "KTP-el dan KIA yang pindah tidak ditarik di sini; keduanya diganti oleh Dinas tujuan."
)


def _card_of_those_who_stay(isian: PindahKeluar) -> str:
    match isian.siapa, isian.tinggal:
        case Siapa.SEMUA, _:
            return "Tidak ada yang tinggal: KK di sini tidak diterbitkan lagi."
        case Siapa.ANGGOTA, _:
            return "Terbitkan ulang KK bagi yang tinggal tanpa yang pindah; nomornya tetap."
        case _, Tinggal.NUMPANG:
            return "Masukkan yang tinggal ke KK yang ditumpangi, lalu terbitkan ulang KK itu."
        case _, Tinggal.WALI:
            return "Terbitkan KK baru bagi yang tinggal, dengan wali sebagai kepala keluarga."
        case _:
            return "Terbitkan KK baru bagi yang tinggal, dengan kepala keluarga yang baru."
