"""Asks a citizen once what he thought of a service, takes his answer, tells the office totals."""

from datetime import datetime

from core.bahasa import kata, speaking
from core.bot import words_setelah
from core.bot.bahasa import of_case
from core.bot.callback import TombolMenu, short
from core.bot.kabar import Kabar, wanted
from core.bot.keyboard import Rows
from core.bot.petugas import cards
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.kantor import kalimat_tanggal
from core.permohonan import Penilaian, Permohonan, StatusPermohonan, StatusProduk

OPINI = "nilai"  # the kind of card: the question, then the wish for a comment
_IN_HAND = (StatusProduk.DIUNDUH, StatusProduk.DISERAHKAN)
_LONGEST = 500
_MOST_COMMENTS = 10
_ROOM = 3500  # letters; Telegram takes 4096, and one that is escaped is up to five


async def ask_if_done(alat: Alat, turn: Turn, ended: Permohonan) -> None:
    """Ask about a case that is done and whose documents are all in the citizen's hands; once."""
    case = await alat.cases.find(ended.id)
    if case is None or case.status != StatusPermohonan.SELESAI:
        return
    products = await alat.cases.products(case.id)
    if any(one.status not in _IN_HAND for one in products):
        return
    if not await wanted(case.warga, Kabar.NILAI) or not await alat.penilaian.ask(case):
        return
    with speaking(await of_case(alat, case)):
        await _ask(alat, turn, case)


async def _ask(alat: Alat, turn: Turn, case: Permohonan) -> None:
    ref, chat_id = short(case.id), alat.cases.book.chat(case)
    rows: Rows = [
        [(kata(label), TombolMenu("nilai", f"{ref}-{nilai}"))]
        for nilai, label in words_setelah.NILAI.items()
    ]
    text = kata(words_setelah.TANYA_NILAI, judul=_title(alat, case.layanan), nomor=case.nomor)
    card = await turn.new_card(OPINI, chat_id, case_id=case.id)
    await turn.say(chat_id, text, rows, card=card, silent=True, subject=case.id)


async def rate(alat: Alat, turn: Turn, chat_id: int, row: Penilaian, nilai: int) -> None:
    """Keep a rating and ask for a comment; a second one changes nothing."""
    case = await alat.cases.find(row.id)
    if case is None:
        return
    await cards.strip(turn, case, OPINI)
    if not await alat.penilaian.rate(row, nilai):
        await turn.say(chat_id, kata(words_setelah.SUDAH_DINILAI, nomor=case.nomor))
        return
    card = await turn.new_card(OPINI, chat_id, case_id=case.id)
    text = kata(words_setelah.TANYA_KOMENTAR, nilai=kata(words_setelah.NILAI[nilai]))
    skip = TombolMenu("lewati", short(case.id))
    rows: Rows = [[(kata(words_setelah.LEWATI_KOMENTAR), skip)]]
    await turn.say(chat_id, text, rows, card=card, subject=case.id)


async def comment(alat: Alat, turn: Turn, chat_id: int, row: Penilaian, text: str) -> None:
    """Keep a comment, or that there is none."""
    words = " ".join(text.split())[:_LONGEST]
    skipped = not words or words.casefold() in _both(words_setelah.LEWATI_KOMENTAR)
    await alat.penilaian.comment(row, "" if skipped else words)
    case = await alat.cases.find(row.id)
    if case is not None:
        await cards.strip(turn, case, OPINI)
    thanks = kata(words_setelah.TERIMA_NILAI) if skipped else kata(words_setelah.TERIMA_KOMENTAR)
    await turn.say(chat_id, thanks)


def read_rating(text: str) -> int | None:
    """Read a rating that was typed: its number or its words; None for anything else."""
    typed = " ".join(text.split()).casefold().strip(".!")
    for nilai, label in words_setelah.NILAI.items():
        if typed in (str(nilai), *_both(label)):
            return nilai
    return None


async def totals(alat: Alat) -> str:
    """Say how many rated each service this month, how well, and what they wrote. No names."""
    first = alat.today.replace(day=1)
    local = alat.kantor.waktu_setempat(alat.now())
    since = datetime(first.year, first.month, 1, tzinfo=local.tzinfo)
    day = kalimat_tanggal(first)
    found = await alat.penilaian.totals(since)
    if not found:
        return kata(words_setelah.NILAI_KOSONG, tanggal=day)
    lines = [
        kata(
            words_setelah.NILAI_BARIS,
            judul=_title(alat, one.layanan),
            banyak=one.banyak,
            rata=f"{one.rata_rata:.1f}".replace(".", ","),
        )
        for one in found
    ]
    text = kata(words_setelah.NILAI_BULAN, tanggal=day, daftar="\n".join(lines))
    comments = await alat.penilaian.comments(since, most=_MOST_COMMENTS)
    written: list[str] = []
    whole = text
    for layanan, nilai, said in comments:
        line = kata(
            words_setelah.NILAI_KOMENTAR_BARIS,
            judul=_title(alat, layanan),
            nilai=nilai,
            teks=plain(said[:200]),
        )
        written.append(line)
        longer = text + "\n" + kata(words_setelah.NILAI_KOMENTAR, daftar="\n".join(written))
        if len(longer) > _ROOM:
            break
        whole = longer
    return whole


def _both(label: str) -> tuple[str, str]:
    """Give a label as it is typed, in Indonesian and in the present language."""
    return label.casefold(), kata(label).casefold()


def _title(alat: Alat, layanan: str) -> str:
    service = alat.katalog.layanan.get(layanan)
    return plain(kata(service.layanan.judul) if service else layanan)
