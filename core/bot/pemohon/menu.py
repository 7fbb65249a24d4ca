"""The front desk of the bot: greeting, services, what to bring, status, help."""

import html
from collections.abc import Sequence

from core.api import Layanan
from core.bot import talks, words
from core.bot.callback import TombolMenu, short
from core.bot.pemohon.ask import drop_question
from core.bot.tools import Alat
from core.bot.turn import Rows, Salin, Turn
from core.dialog import needs
from core.kantor import Cara
from core.permohonan import Permohonan, Produk, StatusPermohonan


def _esc(text: str) -> str:
    return html.escape(text, quote=False)


def _services(alat: Alat) -> list[Layanan]:
    open_ways = (Cara.ONLINE, Cara.TATAP_MUKA)
    found = (one.layanan for one in alat.katalog.layanan.values())
    return [one for one in found if alat.kantor.aturan(one.kode).cara in open_ways]


def is_open(alat: Alat, kode: str) -> bool:
    """Tell whether a service may be filed here online."""
    return kode in alat.katalog.layanan and alat.kantor.aturan(kode).cara is Cara.ONLINE


async def greet(alat: Alat, turn: Turn, chat_id: int, *, first: bool) -> None:
    """Show the services that the office gives here."""
    await drop_question(turn, chat_id)
    services = _services(alat)
    if not services:
        await turn.say(chat_id, words.TIDAK_ADA_LAYANAN.format(alamat=_esc(alat.kantor.alamat)))
        return
    text = words.SAPA.format(kantor=_esc(alat.kantor.nama_dinas)) if first else words.MENU
    rows: Rows = [[(one.judul, TombolMenu("pilih", one.kode))] for one in services]
    card = await turn.new_card("menu", chat_id, case_id=None)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    await turn.say(chat_id, text, rows, card=card)


async def introduce(alat: Alat, turn: Turn, chat_id: int, kode: str) -> None:
    """Say what a service needs, how long it takes, and what happens with the data (U2)."""
    await drop_question(turn, chat_id)
    service = alat.katalog.layanan.get(kode)
    if service is None:
        await greet(alat, turn, chat_id, first=False)
        return
    rule, judul = alat.kantor.aturan(kode), _esc(service.layanan.judul)
    if rule.cara is Cara.TATAP_MUKA:
        place = {"alamat": _esc(alat.kantor.alamat), "telepon": _esc(alat.kantor.telepon)}
        await turn.say(chat_id, words.LAYANAN_TATAP_MUKA.format(judul=judul, **place))
        return
    if rule.cara is not Cara.ONLINE:
        await turn.say(chat_id, words.LAYANAN_TUTUP.format(judul=judul))
        return
    text = words.PENGANTAR.format(
        judul=judul,
        ringkas=_esc(service.layanan.ringkas),
        perlu=words.bullets([_esc(line) for line in needs(service.rencana)]),
        menit=service.layanan.menit,
        jam=rule.standar_jam,
    )
    rows: Rows = [
        [(words.MULAI, TombolMenu("mulai", kode))],
        [(words.LAYANAN_LAIN, TombolMenu("menu"))],
    ]
    card = await turn.new_card("menu", chat_id, case_id=None)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    await turn.say(chat_id, text, rows, card=card)


async def offer_draft(alat: Alat, turn: Turn, chat_id: int, case: Permohonan) -> None:
    """Never overwrite an open draft: go on with it, or begin anew (U3)."""
    await drop_question(turn, chat_id)
    text = words.ADA_DRAF.format(judul=title(alat, case))
    rows: Rows = [[(words.LANJUTKAN, TombolMenu("lanjut", short(case.id)))]]
    if case.status == StatusPermohonan.DRAF:
        rows = [*rows, [(words.MULAI_ULANG, TombolMenu("ulang", short(case.id)))]]
    card = await turn.new_card("menu", chat_id, case_id=case.id)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    await turn.say(chat_id, text, rows, card=card)


async def ask_drop(alat: Alat, turn: Turn, chat_id: int, case: Permohonan) -> None:
    """Ask once before a draft or a case is given up (U26)."""
    await drop_question(turn, chat_id)
    filed = case.nomor is not None
    sentence = words.TANYA_BATALKAN if filed else words.TANYA_HAPUS
    yes = words.YA_BATALKAN if filed else words.YA_HAPUS
    rows: Rows = [
        [(yes, TombolMenu("hapus", short(case.id)))],
        [(words.TIDAK_JADI, TombolMenu("lanjut", short(case.id)))],
    ]
    card = await turn.new_card("menu", chat_id, case_id=case.id)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    await turn.say(
        chat_id,
        sentence.format(judul=title(alat, case), nomor=case.nomor or ""),
        rows,
        card=card,
    )


async def status(alat: Alat, turn: Turn, chat_id: int) -> None:
    """List the cases of this chat and where each stands (U25)."""
    cases = await alat.cases.filed(turn.mint.ruang(chat_id))
    if not cases:
        await turn.say(chat_id, words.STATUS_KOSONG)
        return
    text = words.STATUS_KEPALA
    for case in cases:
        text += await _status_line(alat, case)
    await turn.say(chat_id, text)


async def _status_line(alat: Alat, case: Permohonan) -> str:
    products = await alat.cases.products(case.id)
    line = words.STATUS_BARIS.format(
        nomor=case.nomor, judul=title(alat, case), keadaan=_state(case, products)
    )
    if case.batas_at and case.status in (StatusPermohonan.DIAJUKAN, StatusPermohonan.DIPERIKSA):
        line += words.STATUS_BATAS.format(batas=alat.kantor.kalimat_waktu(case.batas_at))
    return line


def _state(case: Permohonan, products: Sequence[Produk]) -> str:
    if case.status in (StatusPermohonan.DISETUJUI, StatusPermohonan.SELESAI):
        known = [one for one in products if one.status in words.KEADAAN_PRODUK]
        if known:
            return "\n".join(words.KEADAAN_PRODUK[p.status].format(nama=p.nama) for p in known)
    return words.KEADAAN[case.status]


async def passwords(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Show the passwords of links that are still open, again."""
    shown = 0
    for case in await alat.cases.filed(turn.mint.ruang(chat_id)):
        for produk in await alat.cases.products(case.id):
            if produk.dokumen_id is None or produk.alamat is None:
                continue
            secret = await alat.issuing.password(produk.dokumen_id)
            if secret is None:
                continue
            shown += 1
            text = words.SANDI_LAGI.format(
                nama=produk.nama,
                nomor=case.nomor,
                sandi=secret,
                alamat=_esc(alat.codes.masked(alat.cases.book.alamat(produk))),
            )
            await turn.say(chat_id, text, [[(words.SALIN, Salin(secret))]], protect=True)
    if not shown:
        await turn.say(chat_id, words.TIDAK_ADA_DOKUMEN)


async def help_(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Say what can be done, and where a person is."""
    await turn.say(
        chat_id,
        words.BANTUAN.format(
            alamat=_esc(alat.kantor.alamat),
            telepon=_esc(alat.kantor.telepon),
            surel=_esc(alat.kantor.surel),
        ),
    )


def title(alat: Alat, case: Permohonan) -> str:
    found = alat.katalog.layanan.get(case.layanan)
    return _esc(found.layanan.judul) if found else case.layanan
