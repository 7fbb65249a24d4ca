"""The drafts of a chat: which one to go on with, told apart without naming anybody (U3, U27).

One phone may serve a whole family: each filing is a draft of its own, and none is ever mixed into
another or overwritten.
"""

from collections.abc import Sequence

from core.bahasa import kata
from core.bot import talks, words, words_isian
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows
from core.bot.pemohon import menu
from core.bot.pemohon.ask import offer
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.dialog import how_far, spoken, whose
from core.permohonan import Permohonan

# With the two buttons that turn the page and the two under them: no more than eight.
_SEHALAMAN = 4
_SEMUA = 5
_LABEL = 60


async def offer_drafts(
    alat: Alat, turn: Turn, chat_id: int, drafts: Sequence[Permohonan], *, page: int = 0
) -> None:
    """Let a citizen choose among what he has begun; one alone is offered as it is."""
    if len(drafts) == 1:
        await offer_draft(alat, turn, chat_id, drafts[0])
        return
    size = len(drafts) if len(drafts) <= _SEMUA else _SEHALAMAN
    first = min(max(page, 0), (len(drafts) - 1) // size) * size
    here = list(enumerate(drafts, 1))[first : first + size]
    lines = [
        kata(
            words_isian.BARIS_ISIAN,
            nomor=n,
            judul=menu.title(alat, case),
            ciri=_described(alat, case),
        )
        for n, case in here
    ]
    text = kata(words_isian.DAFTAR_ISIAN, banyak=len(drafts), daftar="\n\n".join(lines))
    rows: Rows = [
        [(_label(alat, case, n), TombolMenu("lanjut", short(case.id)))] for n, case in here
    ]
    turns = []
    if first:
        turns.append(
            (kata(words_isian.ISIAN_SEBELUM), TombolMenu("daftar", str(first // size - 1)))
        )
    if first + size < len(drafts):
        turns.append(
            (kata(words_isian.ISIAN_BERIKUT), TombolMenu("daftar", str(first // size + 1)))
        )
    rows = [*rows, turns] if turns else rows
    if len({case.layanan for case in drafts}) == 1:
        other = TombolMenu("baru", drafts[0].layanan)
        rows = [*rows, [(kata(words_isian.UNTUK_ORANG_LAIN), other)]]
    await offer(turn, chat_id, text, [*rows, [(kata(words.LAYANAN_LAIN), TombolMenu("menu"))]])


async def offer_draft(alat: Alat, turn: Turn, chat_id: int, case: Permohonan) -> None:
    """Never overwrite an open draft: go on, begin anew, file for somebody else as well (U3)."""
    far = (
        how_far(spoken(alat.service(case).rencana), alat.draft(case))
        if alat.is_ready(case)
        else ""
    )
    go_on = kata(words_isian.LANJUTKAN_DI, maju=far) if far else kata(words.LANJUTKAN)
    rows: Rows = [[(go_on, TombolMenu("lanjut", short(case.id)))]]
    if case.nomor is None:
        rows = [*rows, [(kata(words.MULAI_ULANG), TombolMenu("ulang", short(case.id)))]]
    rows = [
        *rows,
        [(kata(words_isian.UNTUK_ORANG_LAIN), TombolMenu("baru", case.layanan))],
        [(kata(words.LAYANAN_LAIN), TombolMenu("menu"))],
    ]
    text = kata(words_isian.ADA_ISIAN, judul=menu.title(alat, case), ciri=_described(alat, case))
    await offer(turn, chat_id, text, rows, case)


async def ask_save(alat: Alat, turn: Turn, chat_id: int, case: Permohonan, *, kode: str) -> None:
    """Ask before another service is opened: keep the present draft for later, or stay (U27)."""
    rows: Rows = [
        [(kata(words_isian.YA_SIMPAN), TombolMenu("simpan", kode))],
        [(kata(words_isian.TETAP_DI_SINI), TombolMenu("lanjut", short(case.id)))],
    ]
    new = plain(kata(alat.katalog.layanan[kode].layanan.judul))
    text = kata(words_isian.SIMPAN_DULU, judul=menu.title(alat, case), baru=new)
    await offer(turn, chat_id, text, rows, case)


async def set_aside(turn: Turn, chat_id: int) -> None:
    """Let no draft take the words of a chat for now: each is kept as it is."""
    await talks.focus_chat(turn.mint, chat_id, None)


def _described(alat: Alat, case: Permohonan) -> str:
    """Say what tells a draft apart: whose it is, masked, and since when."""
    if case.nomor is not None:
        return kata(words_isian.CIRI_PERBAIKAN, nomor=case.nomor)
    waktu = alat.kantor.kalimat_waktu(case.dibuat_at)
    nama = _name(alat, case)
    if nama:
        return kata(words_isian.CIRI_NAMA, nama=plain(nama), waktu=waktu)
    return kata(words_isian.CIRI, waktu=waktu)


def _label(alat: Alat, case: Permohonan, nomor: int) -> str:
    found = alat.katalog.layanan.get(case.layanan)
    judul, nama = kata(found.layanan.judul) if found else case.layanan, _name(alat, case)
    sentence = kata(words_isian.PILIH_ISIAN_NAMA) if nama else kata(words_isian.PILIH_ISIAN)
    return sentence.format(nomor=nomor, judul=judul, nama=nama)[:_LABEL]


def _name(alat: Alat, case: Permohonan) -> str:
    return (
        whose(spoken(alat.service(case).rencana), alat.draft(case)) if alat.is_ready(case) else ""
    )
