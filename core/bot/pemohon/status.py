"""What a citizen may ask at any moment: where the cases stand, and the passwords once more."""

from collections.abc import Sequence

from core.bahasa import kata
from core.bot import perkiraan, words, words_pratinjau, words_setelah
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows, Salin
from core.bot.models import Kartu
from core.bot.pemohon import tiket
from core.bot.pemohon.menu import title
from core.bot.pemohon.perjalanan import timeline
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import (
    ANSWERABLE,
    Permohonan,
    Produk,
    StatusPermohonan,
    StatusProduk,
)

STATUS = "status"  # the kind of card: the list of cases, or one of them; the newest counts
LINK = "c_"  # begins the payload of a deep link to a case (DIALOG.md)
_DECIDED = (StatusPermohonan.DISETUJUI, StatusPermohonan.SELESAI)
_WAITING = (StatusPermohonan.DIAJUKAN, StatusPermohonan.DIPERIKSA)
WITHDRAWABLE = (*_WAITING, StatusPermohonan.PERLU_PERBAIKAN)
_MAILED = (StatusProduk.TERBIT, StatusProduk.TERKIRIM, StatusProduk.DIUNDUH)


async def status(alat: Alat, turn: Turn, chat_id: int) -> None:
    """List the cases of this chat and where each stands (U25); of a single one, its way."""
    cases = await alat.cases.filed(turn.mint.ruang(chat_id))
    if not cases:
        await turn.say(chat_id, kata(words.STATUS_KOSONG))
        return
    lines = [await _status_line(alat, case) for case in cases]
    text = kata(words.STATUS_KEPALA) + "".join(lines)
    if len(cases) == 1:
        text = "\n\n".join([text, await _way(alat, cases[0])])
        rows = _rows(cases[0])
    else:
        text = f"{text}\n\n{kata(words_setelah.LIHAT_SATU)}"
        rows = [[(case.nomor or "", TombolMenu("lihat", short(case.id)))] for case in cases]
    await _card(turn, chat_id, text, rows)
    await tiket.show_open(alat, turn, chat_id)


async def show(alat: Alat, turn: Turn, chat_id: int, case: Permohonan) -> None:
    """Show one case: where it stands, its way, and what may be done with it."""
    text = kata(words.STATUS_KEPALA) + await _status_line(alat, case)
    await _card(turn, chat_id, "\n\n".join([text, await _way(alat, case)]), _rows(case))


async def filed_as(alat: Alat, warga: str, ref: str) -> Permohonan | None:
    """Return the filed case of this citizen that is called so in buttons and links.

    The chat is the authority, never the reference: a stranger's chat has no such case.
    """
    for case in await alat.cases.all_filed(warga):
        if short(case.id) == ref:
            return case
    return None


async def linked(alat: Alat, warga: str, payload: str) -> Permohonan | None:
    """Return the case that a deep link names, if it is this citizen's own."""
    if not payload.startswith(LINK):
        return None
    return await filed_as(alat, warga, payload.removeprefix(LINK))


def link(alat: Alat, case: Permohonan) -> str:
    """Return the deep link to a case. It opens nothing for anybody but its citizen."""
    return f"https://t.me/{alat.username()}?start={LINK}{short(case.id)}"


async def passwords(alat: Alat, turn: Turn, chat_id: int) -> bool:
    """Show the passwords of links that are still open, again; tell whether there was anything."""
    said = False
    for case in await alat.cases.filed(turn.mint.ruang(chat_id)):
        for produk in await alat.cases.products(case.id):
            if produk.status in _MAILED:
                await _password(alat, turn, chat_id, case, produk)
                said = True
    return said


async def _password(
    alat: Alat, turn: Turn, chat_id: int, case: Permohonan, produk: Produk
) -> None:
    secret = await alat.issuing.password(produk.dokumen_id) if produk.dokumen_id else None
    name = plain(kata(produk.nama))
    if secret is None:
        await turn.say(chat_id, kata(words.SANDI_HABIS, nama=name, nomor=case.nomor))
        return
    address = plain(alat.codes.masked(alat.cases.book.alamat(produk)))
    text = kata(
        words.SANDI_LAGI,
        nama=name,
        nomor=case.nomor,
        sandi=secret,
        alamat=address,
        telepon=plain(alat.kantor.telepon),
    )
    await turn.say(chat_id, text, [[(kata(words.SALIN), Salin(secret))]], protect=True)


async def _card(turn: Turn, chat_id: int, text: str, rows: Rows) -> None:
    """Send it; the buttons of the one before it go."""
    ruang = turn.mint.ruang(chat_id)
    for old in await Kartu.filter(ruang=ruang, jenis=STATUS, aktif=True):
        await turn.strip(old)
    card = await turn.new_card(STATUS, chat_id, case_id=None) if rows else None
    await turn.say(chat_id, text, rows, card=card)


async def _status_line(alat: Alat, case: Permohonan) -> str:
    products = await alat.cases.products(case.id)
    keadaan = await tiket.state(alat, case) or _proof(alat, case) or _state(case, products)
    line = kata(words.STATUS_BARIS, nomor=case.nomor, judul=title(alat, case), keadaan=keadaan)
    if case.batas_at and case.status in _WAITING:
        line += kata(words.STATUS_BATAS, batas=alat.kantor.kalimat_waktu(case.batas_at))
    return line


async def _way(alat: Alat, case: Permohonan) -> str:
    parts = [await perkiraan.sentence(alat, case), await timeline(alat, case)]
    return "\n\n".join(part for part in parts if part)


def _rows(case: Permohonan) -> Rows:
    ref = short(case.id)
    rows: Rows = []
    if case.status == StatusPermohonan.PERLU_PERBAIKAN:
        rows = [[(kata(words.LANJUTKAN), TombolMenu("lanjut", ref))]]
    if case.status in WITHDRAWABLE:
        rows = [*rows, [(kata(words_setelah.TARIK), TombolMenu("tarik", ref))]]
    return rows


def _proof(alat: Alat, case: Permohonan) -> str:
    """Say that his word on the masked pages is waited for, if it is."""
    if case.pratinjau not in ANSWERABLE or case.pratinjau_batas_at is None:
        return ""
    until = alat.kantor.kalimat_waktu(case.pratinjau_batas_at)
    return kata(words_pratinjau.KEADAAN, batas=until)


def _product(produk: Produk) -> str:
    """Say where one of several stands; one that waits for another is being prepared."""
    line = words.KEADAAN_PRODUK.get(produk.status, words.PRODUK_MENUNGGU)
    return kata(line, nama=plain(kata(produk.nama)))


def _state(case: Permohonan, products: Sequence[Produk]) -> str:
    told = any(one.status in words.KEADAAN_PRODUK for one in products)
    if case.status in _DECIDED and told:
        return "\n".join(_product(one) for one in products)
    return kata(words.KEADAAN[case.status])
