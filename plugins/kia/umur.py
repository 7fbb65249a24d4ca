"""What a child's age decides: which of two cards, until when it is valid, when there is none.

Younger than 5 on the day of filing: a card without photo, valid to the 5th birthday. From 5 to 17
less one day: with photo, valid to the day before the 17th birthday (Permendagri 2/2016; DOMAIN.md
3.8).
"""

from datetime import date, timedelta

from core.api import age, birthday, date_in_words, kata

BERFOTO = 5
DEWASA = 17
HAMPIR = timedelta(days=60)
"""So near before a switch of kind, the officer is warned (DOMAIN.md 3.8)."""


def still_a_child(lahir: date, hari_ini: date) -> str | None:
    """Refuse a birth date that no child's card can bear today."""
    umur = age(lahir, hari_ini)
    if umur < 0:
        kalimat = "Tanggal {tanggal} belum terjadi. Tulis tanggal lahir seperti di KK."
        return kata(kalimat, tanggal=date_in_words(lahir))
    if umur < DEWASA:
        return None
    return kata(
        "KIA hanya untuk anak di bawah {dewasa} tahun; menurut tanggal lahir ini, umurnya "
        "{umur} tahun. Untuk KTP-el, datanglah ke Dinas atau kantor kecamatan untuk perekaman.",
        dewasa=DEWASA,
        umur=umur,
    )


def valid_until(lahir: date, *, berfoto: bool) -> date:
    """Give the last day that the card names."""
    if berfoto:
        return birthday(lahir, DEWASA) - timedelta(days=1)
    return birthday(lahir, BERFOTO)


def background(lahir: date) -> str:
    """Give the colour behind the face: red for odd, blue for even years of birth."""
    return "MERAH" if lahir.year % 2 else "BIRU"


def outdated(lahir: date, hari_ini: date, *, berfoto: bool) -> str | None:
    """Say to the officer why this kind of card cannot be made any more."""
    batas = birthday(lahir, DEWASA if berfoto else BERFOTO)
    if hari_ini < batas:
        return None
    if berfoto:
        return (
            f"Anak sudah {DEWASA} tahun sejak {date_in_words(batas)}. Tolak permohonan ini; "
            "dokumennya sekarang KTP-el."
        )
    return (
        f"Anak sudah genap {BERFOTO} tahun sejak {date_in_words(batas)}. Kembalikan permohonan "
        "ini; pas fotonya lalu ditanyakan."
    )


def remarks(lahir: date, hari_ini: date, *, berfoto: bool) -> tuple[str, ...]:
    """Warn of a switch of kind that has come, or is near."""
    if lewat := outdated(lahir, hari_ini, berfoto=berfoto):
        return (lewat,)
    batas = birthday(lahir, DEWASA if berfoto else BERFOTO)
    if batas - hari_ini >= HAMPIR:
        return ()
    kapan = f"{date_in_words(batas)}, {(batas - hari_ini).days} hari lagi"
    if berfoto:
        return (f"Anak berumur {DEWASA} tahun pada {kapan}; sesudah itu dokumennya KTP-el.",)
    return (f"Anak genap {BERFOTO} tahun pada {kapan}; KIA tanpa foto hanya sampai hari itu.",)
