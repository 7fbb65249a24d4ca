"""What a citizen may ask at any moment: where the cases stand, and the passwords once more."""

from collections.abc import Sequence

from core.bot import words
from core.bot.keyboard import Salin
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
    line = words.STATUS_BARIS.format(
        nomor=case.nomor, judul=title(alat, case), keadaan=_state(case, products)
    )
    if case.batas_at and case.status in _WAITING:
        line += words.STATUS_BATAS.format(batas=alat.kantor.kalimat_waktu(case.batas_at))
    return line


def _state(case: Permohonan, products: Sequence[Produk]) -> str:
    if case.status in _DECIDED:
        known = [one for one in products if one.status in words.KEADAAN_PRODUK]
        if known:
            return "\n".join(
                words.KEADAAN_PRODUK[one.status].format(nama=plain(one.nama)) for one in known
            )
    return words.KEADAAN[case.status]
