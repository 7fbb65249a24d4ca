"""On time or late: a birth is reported within 60 days (UU 24/2013 Pasal 27 and 32).

What is late needs the decision of the head of the office and no court, also after a year (MK
18/PUU-XI/2013). Whether a district asks a fine for it is nothing that is collected here.
"""

from datetime import date, timedelta

from core.api import date_in_words, kata

BATAS = timedelta(days=60)


def late(lahir: date, dilaporkan: date) -> bool:
    """Whether a birth is reported after the 60th day."""
    return dilaporkan - lahir > BATAS


def not_yet_born(lahir: date, hari_ini: date) -> str | None:
    """Refuse a birth that has not happened."""
    if lahir <= hari_ini:
        return None
    kalimat = "Tanggal {tanggal} belum terjadi. Tulis tanggal lahir anak."
    return kata(kalimat, tanggal=date_in_words(lahir))


def remark(lahir: date, hari_ini: date) -> tuple[str, ...]:
    """Tell the officer that a decision of the head of the office is needed."""
    if not late(lahir, hari_ini):
        return ()
    kalimat = (
        f"Kelahiran dilaporkan pada hari ke-{(hari_ini - lahir).days}, lewat {BATAS.days} hari: "
        "perlu keputusan Kepala Dinas (bukan pengadilan). Nomor aktanya berkode LT."
    )
    return (kalimat,)
