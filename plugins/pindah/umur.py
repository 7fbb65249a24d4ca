"""What age decides in a move: who may head a family, and who may not move alone."""

from datetime import date

from core.api import age, date_in_words, kata

DEWASA = 17
"""From this birthday on somebody has an identity card of their own (DOMAIN.md 9.2)."""


def heads_a_family(lahir: date, hari_ini: date) -> str | None:
    """Refuse a head of family who is a child, and say what else can be done."""
    if lahir > hari_ini:
        return _unborn(lahir)
    umur = age(lahir, hari_ini)
    if umur >= DEWASA:
        return None
    return kata(
        "Kepala keluarga berumur paling sedikit {dewasa} tahun; menurut tanggal ini umurnya "
        "{umur} tahun. Bila semua yang tinggal masih anak-anak, tekan Kembali sampai pertanyaan "
        "tentang yang tinggal, lalu pilih wali atau KK orang lain.",
        dewasa=DEWASA,
        umur=umur,
    )


def is_a_child(lahir: date, hari_ini: date) -> str | None:
    """Refuse somebody who is old enough to move without the parents' word."""
    if lahir > hari_ini:
        return _unborn(lahir)
    umur = age(lahir, hari_ini)
    if umur < DEWASA:
        return None
    return kata(
        "Daftar ini hanya untuk anak di bawah {dewasa} tahun; menurut tanggal ini umurnya {umur} "
        "tahun. Tekan Kembali, lalu tulis ia di daftar sebelumnya.",
        dewasa=DEWASA,
        umur=umur,
    )


def _unborn(lahir: date) -> str:
    kalimat = "Tanggal {tanggal} belum terjadi. Tulis tanggal lahir seperti di KK."
    return kata(kalimat, tanggal=date_in_words(lahir))
