"""Checks what a field says about others: its condition, its look-up; and that words fit."""

from datetime import date

from core.api import Atau, Bukan, Dan, HasilCari, SalahSatu, Syarat, Terisi, Usia
from core.dialog.cacat import Cacat
from core.dialog.rencana import Butir, Lacak, Rupa, Soal

_PANJANG = {"label": 60, "lewati": 60, "contoh": 120, "bantuan": 600}
_PANJANG_BIASA = 300


def check_condition(syarat: Syarat, sebelum: list[Butir]) -> None:
    """Refuse a condition on what is not asked earlier, or on a choice that does not exist."""
    dikenal = {butir.nama: butir for butir in sebelum}
    for nama in sorted(syarat.names()):
        if nama not in dikenal:
            raise Cacat(f"bila memakai “{nama}”, yang tidak ditanyakan sebelumnya.")
    _check_values(syarat, dikenal)


def check_lookup(lacak: Lacak, sebelum: list[Butir]) -> None:
    """Refuse a look-up by what is not asked earlier, or without a date as proof."""
    dikenal = {butir.nama: butir for butir in sebelum if isinstance(butir, Soal)}
    for nama in lacak.masukan:
        if nama not in dikenal:
            raise Cacat(f"Cari memakai “{nama}”, yang tidak ditanyakan sebelumnya.")
    if dikenal[lacak.cari.lahir].tipe is not date:
        raise Cacat(f"Cari(lahir={lacak.cari.lahir!r}) harus menunjuk sebuah tanggal.")


def check_length(teks: str | None, nama: str) -> None:
    """Refuse words that a telephone cannot show."""
    batas = next((n for kata, n in _PANJANG.items() if nama.startswith(kata)), _PANJANG_BIASA)
    if teks is not None and not 0 < len(teks.strip()) <= batas:
        raise Cacat(f"{nama} harus 1 sampai {batas} huruf; sekarang {len(teks)}.")


def _check_values(syarat: Syarat, dikenal: dict[str, Butir]) -> None:
    match syarat:
        case Dan(kiri, kanan) | Atau(kiri, kanan):
            _check_values(kiri, dikenal)
            _check_values(kanan, dikenal)
        case Bukan(isi):
            _check_values(isi, dikenal)
        case SalahSatu(nama, nilai):
            _check_choice(nama, nilai, dikenal[nama])
        case Usia(nama):
            _check_date(nama, dikenal[nama])
        case Terisi():
            pass


def _check_date(nama: str, butir: Butir) -> None:
    if not isinstance(butir, Soal) or butir.tipe is not date:
        raise Cacat(f"bila memakai F.{nama}.usia, tetapi “{nama}” bukan tanggal.")


def _check_choice(nama: str, nilai: tuple[object, ...], butir: Butir) -> None:
    if isinstance(butir, Lacak):
        ada: set[object] = {hasil.value for hasil in HasilCari}
    elif isinstance(butir, Soal) and butir.opsi:
        ada = {opsi.nilai for opsi in butir.opsi}
    elif isinstance(butir, Soal) and butir.rupa is Rupa.TEKS:
        return
    else:
        raise Cacat(f"bila hanya dapat memakai F.{nama}.terisi untuk isian ini.")
    if asing := next((satu for satu in nilai if satu not in ada), None):
        raise Cacat(f"bila membandingkan “{nama}” dengan {asing!r}, yang bukan pilihannya.")
