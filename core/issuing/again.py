"""Writes the letter with a link once more, after the first one was lost."""

from datetime import datetime

from core.issuing.steps import Mesin
from core.permohonan import Book, Produk
from delivery.bukti_tiba import lost_letters


async def mail_again(mesin: Mesin, book: Book, produk: Produk, *, now: datetime) -> bool:
    """Put the letter down anew in the caller's unit of work; False if it was not lost.

    The link stays the same, and so does the password that the citizen has. It can be done until a
    server has accepted a letter: then the link is forgotten.
    """
    lost = await lost_letters(produk.id)
    if not lost or produk.dokumen_id is None:
        return False
    link = await mesin.penerbit.unsent_link(produk.dokumen_id)
    if link is None:
        return False
    await mesin.letters.put_link(
        dokumen_id=produk.dokumen_id,
        produk_id=produk.id,
        kepada=book.alamat(produk),
        dokumen=produk.nama,
        url=link.url,
        berlaku_sampai=link.berlaku_sampai,
        now=now,
        kali=lost + 1,
    )
    return True
