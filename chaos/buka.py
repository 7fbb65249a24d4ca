"""Opens every issued document with what its citizen holds: the link's token and the password."""

import asyncio
import hashlib
from collections.abc import Sequence
from uuid import UUID

from chaos.neraca import Butir, same
from chaos.orang import ISSUED, LINK, Berkas
from chaos.surat import Kotak
from core.settings import Settings
from delivery.lemari import Lemari
from delivery.models import Dokumen, Tautan
from vault import (
    Blobs,
    LinkWrap,
    Stretcher,
    VaultError,
    normalise_password,
    token_hash,
)


async def opened(warga: Sequence[Berkas], kotak: Kotak, settings: Settings) -> Butir:
    """Open all whose letter has come, two at a time."""
    issued = [one for one in warga if one.akhir == ISSUED and _token(one, kotak)]
    stretcher = Stretcher(queue=len(issued) + 1, wait=3600.0)
    lemari = Lemari(Blobs(settings.data / "berkas"))
    try:
        done = await asyncio.gather(
            *(_opens(one, kotak, stretcher=stretcher, lemari=lemari) for one in issued)
        )
    finally:
        stretcher.close()
    return same(
        "link and password open the document, and it is the one that was signed",
        bersurat=len(issued),
        terbuka=sum(done),
    )


async def _opens(one: Berkas, kotak: Kotak, *, stretcher: Stretcher, lemari: Lemari) -> bool:
    token = _token(one, kotak)
    tautan = await Tautan.get_or_none(token_hash=token_hash(token).hex()) if token else None
    password = normalise_password(one.sandi)
    if tautan is None or password is None or tautan.bungkus is None:
        return False
    dokumen = await Dokumen.get(id=tautan.dokumen_id)
    stretched = await stretcher.stretch(password, bytes(tautan.garam))
    wrap = LinkWrap(link=tautan.id, document=UUID(str(dokumen.id)), salt=bytes(tautan.garam))
    try:
        key = wrap.open(bytes(tautan.bungkus), token=token, stretched=stretched)
        pdf = await lemari.get(dokumen.id, key)
    except VaultError:
        return False
    return hashlib.sha256(pdf).hexdigest() == dokumen.sha256


def _token(one: Berkas, kotak: Kotak) -> str:
    for letter in kotak.to(one.surel):
        if found := LINK.search(letter.teks):
            return found[0].rpartition("/")[2]
    return ""
