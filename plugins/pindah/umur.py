"""What age decides in a move: who may head a family, and who may not move alone."""

from datetime import date

from core.api import age, date_in_words

DEWASA = 17
"""From this birthday on somebody has an identity card of their own (DOMAIN.md 9.2)."""


def heads_a_family(lahir: date, hari_ini: date) -> str | None:
    """Refuse a head of family who is a child, and say what else can be done."""
    if lahir > hari_ini:
        return _unborn(lahir)
    umur = age(lahir, hari_ini)
    if umur >= DEWASA:
        return None
    return (
        f"Kepala keluarga berumur paling sedikit {DEWASA} tahun; menurut tanggal ini umurnya "
        f"{umur} tahun. Bila semua yang tinggal masih anak-anak, tekan Kembali sampai pertanyaan "
        "tentang yang tinggal, lalu pilih wali atau KK orang lain."
    )


def is_a_child(lahir: date, hari_ini: date) -> str | None:
    """Refuse somebody who is old enough to move without the parents' word."""
    if lahir > hari_ini:
        return _unborn(lahir)
    umur = age(lahir, hari_ini)
    if umur < DEWASA:
        return None
    return (
        f"Daftar ini hanya untuk anak di bawah {DEWASA} tahun; menurut tanggal ini umurnya {umur} "
        "tahun. Tekan Kembali, lalu tulis ia di daftar sebelumnya."
    )


def _unborn(lahir: date) -> str:
    return f"Tanggal {date_in_words(lahir)} belum terjadi. Tulis tanggal lahir seperti di KK."
