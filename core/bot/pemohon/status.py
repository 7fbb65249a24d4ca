"""What a citizen may ask at any moment: where the cases stand, and the passwords once more."""

from collections.abc import Sequence

from core.bot import words
from core.bot.keyboard import Salin
from core.bot.pemohon import tiket
from core.bot.pemohon.menu import title
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Permohonan, Produk, StatusPermohonan, StatusProduk

_DECIDED = (StatusPermohonan.DISETUJUI, StatusPermohonan.SELESAI)
_WAITING = (StatusPermohonan.DIAJUKAN, StatusPermohonan.DIPERIKSA)
_MAILED = (StatusProduk.TERBIT, StatusProduk.TERKIRIM, StatusProduk.DIUNDUH)


async def status(alat: Alat, turn: Turn, chat_id: int) -> None:
    """List the cases of this chat and where each stands (U25)."""
    cases = await alat.cases.filed(turn.mint.ruang(chat_id))
    if not cases:
        await turn.say(chat_id, words.STATUS_KOSONG)
        return
    lines = [await _status_line(alat, case) for case in cases]
    await turn.say(chat_id, words.STATUS_KEPALA + "".join(lines))
    await tiket.show_open(alat, turn, chat_id)


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
    name = plain(produk.nama)
    if secret is None:
        await turn.say(chat_id, words.SANDI_HABIS.format(nama=name, nomor=case.nomor))
        return
    address = plain(alat.codes.masked(alat.cases.book.alamat(produk)))
    text = words.SANDI_LAGI.format(nama=name, nomor=case.nomor, sandi=secret, alamat=address)
    await turn.say(chat_id, text, [[(words.SALIN, Salin(secret))]], protect=True)


async def _status_line(alat: Alat, case: Permohonan) -> str:
    products = await alat.cases.products(case.id)
    keadaan = await tiket.state(alat, case) or _state(case, products)
    line = words.STATUS_BARIS.format(nomor=case.nomor, judul=title(alat, case), keadaan=keadaan)
    if case.batas_at and case.status in _WAITING:
        line += words.STATUS_BATAS.format(batas=alat.kantor.kalimat_waktu(case.batas_at))
    return line


def _product(produk: Produk) -> str:
    """Say where one of several stands; one that waits for another is being prepared."""
    line = words.KEADAAN_PRODUK.get(produk.status, words.PRODUK_MENUNGGU)
    return line.format(nama=plain(produk.nama))


def _state(case: Permohonan, products: Sequence[Produk]) -> str:
    told = any(one.status in words.KEADAAN_PRODUK for one in products)
    if case.status in _DECIDED and told:
        return "\n".join(_product(one) for one in products)
    return words.KEADAAN[case.status]
