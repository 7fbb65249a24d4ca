"""The case's card in the officers' group: number, service, village, time. Nothing about a person."""

import html
from datetime import datetime, timedelta
from uuid import UUID

from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.petugas.buttons import To
from core.bot.tools import Alat
from core.bot.turn import Rows, Turn
from core.kantor import Kantor
from core.permohonan import Permohonan, Produk, StatusPermohonan, StatusProduk
from core.store import riwayat

GRUP = "grup"
_DECIDE = (
    ((words.SETUJUI, "ok"), (words.PERBAIKI, "fix")),
    ((words.TOLAK, "rej"), (words.LEPAS, "rel")),
)
_HAND = {
    StatusProduk.SIAP_DICETAK: ((words.CETAK, "cetak"),),
    StatusProduk.DICETAK: ((words.SIAP, "siap"), (words.CETAK, "cetak")),
    StatusProduk.SIAP_DIAMBIL: ((words.SERAH, "serah"),),
}


async def redraw(alat: Alat, turn: Turn, case_id: UUID) -> None:
    """Draw the card of a case, for the first time or in its place."""
    case = await alat.cases.find(case_id)
    if case is None or case.nomor is None:
        return
    card = await Kartu.filter(permohonan_id=case_id, jenis=GRUP).order_by("-id").first()
    first = card is None
    if card is None:
        card = await turn.new_card(GRUP, alat.admin_chat, case_id=case_id)
    else:
        card = await turn.refresh(card)
    products = await alat.cases.products(case_id)
    text = await _text(alat, case, products)
    rows = _rows(case, products, card)
    if first:
        await turn.say(alat.admin_chat, text, rows, card=card, subject=case_id)
    else:
        await turn.redraw(card, text, rows)


async def _text(alat: Alat, case: Permohonan, products: list[Produk]) -> str:
    service = alat.katalog.layanan.get(case.layanan)
    since = case.diajukan_at or case.dibuat_at
    open_ = case.status in (StatusPermohonan.DIAJUKAN, StatusPermohonan.DIPERIKSA)
    limit = _clock(alat.kantor, case.batas_at) if case.batas_at and open_ else ""
    text = words.KARTU.format(
        nomor=case.nomor,
        judul=html.escape(service.layanan.judul if service else case.layanan, quote=False),
        desa=_village(alat.kantor, case.desa),
        masuk=_clock(alat.kantor, since),
        tunggu=_span((case.diputus_at or alat.now()) - since),
        batas=words.BATAS.format(batas=limit) if limit else "",
    )
    trail = [*await _trail(alat.kantor, case), *_products(case, products)]
    return text + "".join(f"\n{line}" for line in trail)


async def _trail(kantor: Kantor, case: Permohonan) -> list[str]:
    """Say who did what, from the history: the last turn of events only."""
    lines: list[str] = []
    for entry in await riwayat.of(case.id):
        if entry.aksi == "diambil":
            lines = [line for line in lines if not line.startswith("👤")]
        if entry.aksi in words.JEJAK:
            who = officer_name(kantor, entry.pelaku)
            lines.append(
                words.JEJAK[entry.aksi].format(siapa=who, jam=_clock(kantor, entry.waktu))
            )
    return lines[-6:]


def _products(case: Permohonan, products: list[Produk]) -> list[str]:
    if case.status not in (StatusPermohonan.DISETUJUI, StatusPermohonan.SELESAI):
        return []
    return [words.JEJAK_PRODUK[p.status] for p in products if p.status in words.JEJAK_PRODUK]


def _rows(case: Permohonan, products: list[Produk], card: Kartu) -> Rows:
    to = To(case, card)
    if case.status == StatusPermohonan.DIAJUKAN:
        return [[(words.AMBIL, to("take"))]]
    if case.status == StatusPermohonan.DIPERIKSA:
        return [[(label, to(act)) for label, act in row] for row in _DECIDE]
    if case.status == StatusPermohonan.DISETUJUI:
        found = [_HAND.get(StatusProduk(produk.status), ()) for produk in products]
        return [[(label, to(act)) for label, act in row] for row in found if row]
    return []


def officer_name(kantor: Kantor, pelaku: str) -> str:
    """Return an officer's name for `petugas:<id>` of the history; officers are not citizens."""
    kind, _, number = pelaku.partition(":")
    found = kantor.petugas(int(number)) if kind == "petugas" and number.isdigit() else None
    return html.escape(found.nama, quote=False) if found else ""


def _village(kantor: Kantor, code: str) -> str:
    found = next((desa for desa in kantor.desa if desa.kode == code), None)
    if found is None:
        return words.DESA_TIDAK_DIKETAHUI
    return html.escape(f"{found.nama}, Kec. {found.kecamatan}", quote=False)


def _clock(kantor: Kantor, moment: datetime) -> str:
    return kantor.waktu_setempat(moment).strftime("%d-%m %H.%M")


def _span(span: timedelta) -> str:
    minutes = max(int(span.total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} menit"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} jam {minutes} menit" if hours < 48 else f"{hours // 24} hari"
