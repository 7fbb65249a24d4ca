"""The case's card in the officers' group: number, service, village, time; nothing personal."""

from datetime import datetime, timedelta
from uuid import UUID

from core.bahasa import INDONESIA, speaking
from core.bot import talks
from core.bot.keyboard import Rows
from core.bot.models import Kartu
from core.bot.petugas import tiket, words
from core.bot.petugas.cards import GRUP, To
from core.bot.petugas.late import officer_name
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.kantor import Kantor
from core.permohonan import Permohonan, Produk, StatusPermohonan, StatusProduk
from core.store import riwayat
from delivery.bukti_tiba import lost_letters

_DECIDE = (
    ((words.SETUJUI, "ok"), (words.PERBAIKI, "fix")),
    ((words.TOLAK, "rej"), (words.LEPAS, "rel")),
)
_HAND = {
    StatusProduk.SIAP_DICETAK: ((words.CETAK, "cetak"),),
    StatusProduk.DICETAK: ((words.SIAP, "siap"), (words.CETAK, "cetak")),
    StatusProduk.SIAP_DIAMBIL: ((words.SERAH, "serah"),),
}
_WAITING = (StatusPermohonan.DIAJUKAN, StatusPermohonan.DIPERIKSA)
_OPEN = (
    StatusPermohonan.TERJADWAL,
    *_WAITING,
    StatusPermohonan.PERLU_PERBAIKAN,
    StatusPermohonan.DISETUJUI,
)
_MOST_LINES = 6
# How the history calls an approved case that is not issued: given up, late but being worked on,
# tried again by an officer.
MACET, LAMBAT, DICOBA_LAGI = "macet", "lambat", "dicoba_lagi"


async def redraw(alat: Alat, turn: Turn, case_id: UUID) -> None:
    """Draw the card of a case that has changed: for the first time, or in its place."""
    case = await alat.cases.find(case_id)
    if case is None or case.nomor is None:
        return
    card = await Kartu.filter(permohonan_id=case_id, jenis=GRUP).order_by("-id").first()
    if card is None:
        card = await turn.new_card(GRUP, alat.admin_chat, case_id=case_id)
        text, rows = await _draw(alat, case, card)
        await turn.say(alat.admin_chat, text, rows, card=card, subject=case_id)
    else:
        card = await turn.refresh(card)
        await turn.redraw(card, *await _draw(alat, case, card))


async def redraw_open(alat: Alat, turn: Turn) -> None:
    """Draw the card of every open case, the oldest first."""
    cases = Permohonan.filter(status__in=[one.value for one in _OPEN], nomor__isnull=False)
    for case in await cases.order_by("diajukan_at"):
        await redraw(alat, turn, case.id)


async def repeat(alat: Alat, turn: Turn, card: Kartu) -> None:
    """Show a card as it is to somebody who saw an older drawing; presses on it go on counting."""
    case = await alat.cases.find(card.permohonan_id) if card.permohonan_id else None
    if case is not None:
        await turn.redraw(card, *await _draw(alat, case, card))


async def is_stuck(case_id: UUID) -> bool:
    """Tell whether the office was told that a case was given up, and no officer tried again."""
    told = [one.aksi for one in await riwayat.of(case_id) if one.aksi in (MACET, DICOBA_LAGI)]
    return told[-1:] == [MACET]


async def lost(products: list[Produk]) -> list[Produk]:
    """Return the products whose letter was lost and may be sent anew."""
    waiting = [produk for produk in products if produk.status == StatusProduk.TERBIT]
    return [produk for produk in waiting if await lost_letters(produk.id)]


async def citizen_gone(alat: Alat, turn: Turn, warga: str) -> None:
    """Show on the cards of a citizen's open cases that he has blocked us (U41)."""
    for case in await alat.cases.filed(warga):
        if case.status in _OPEN:
            await redraw(alat, turn, case.id)


async def _draw(alat: Alat, case: Permohonan, card: Kartu) -> tuple[str, Rows]:
    """Draw it in Indonesian, whatever the citizen speaks whose turn this is."""
    with speaking(INDONESIA):
        return await _drawn(alat, case, card)


async def _drawn(alat: Alat, case: Permohonan, card: Kartu) -> tuple[str, Rows]:
    janji = await alat.janji.of(case.id)
    if janji is not None:
        text, rows = tiket.draw(alat, case, janji, To(case, card))
        return "\n".join([text, *await _trail(alat, case), *await _blocked(case)]), rows
    products = await alat.cases.products(case.id)
    rows = _rows(case, products, card)
    if _is_waiting(case, products) and await is_stuck(case.id):
        rows = [[(words.TERBITKAN_LAGI, To(case, card)("ulang"))]]
    elif case.status == StatusPermohonan.DISETUJUI and await lost(products):
        rows = [*rows, [(words.KIRIM_LAGI, To(case, card)("surat"))]]
    return await _text(alat, case, products), rows


async def _text(alat: Alat, case: Permohonan, products: list[Produk]) -> str:
    service = alat.katalog.layanan.get(case.layanan)
    since = case.diajukan_at or case.dibuat_at
    due = case.batas_at if case.status in _WAITING else None
    text = words.KARTU.format(
        nomor=case.nomor,
        judul=plain(service.layanan.judul if service else case.layanan),
        desa=_village(alat.kantor, case.desa),
        masuk=_clock(alat.kantor, since),
        tunggu=_span((case.diputus_at or alat.now()) - since),
        batas=words.BATAS.format(batas=_clock(alat.kantor, due)) if due else "",
    )
    lines = [*await _trail(alat, case), *_products(case, products), *await _blocked(case)]
    return "\n".join([text, *lines])


async def _blocked(case: Permohonan) -> list[str]:
    return [words.WARGA_MEMBLOKIR] if await talks.has_blocked(case.warga) else []


async def _trail(alat: Alat, case: Permohonan) -> list[str]:
    """Say who did what, from the history; of those who took the case, the last only."""
    told = [entry for entry in await riwayat.of(case.id) if entry.aksi in words.JEJAK]
    taken = [entry for entry in told if entry.aksi == "diambil"]
    return [
        words.JEJAK[entry.aksi].format(
            siapa=plain(officer_name(alat, entry.pelaku)), jam=_clock(alat.kantor, entry.waktu)
        )
        for entry in told
        if entry not in taken[:-1]
    ][-_MOST_LINES:]


def _products(case: Permohonan, products: list[Produk]) -> list[str]:
    if case.status not in (StatusPermohonan.DISETUJUI, StatusPermohonan.SELESAI):
        return []
    return [
        named(words.JEJAK_PRODUK[one.status], one, products)
        for one in products
        if one.status in words.JEJAK_PRODUK
    ]


def _rows(case: Permohonan, products: list[Produk], card: Kartu) -> Rows:
    to = To(case, card)
    match case.status:
        case StatusPermohonan.DIAJUKAN:
            return [[(words.AMBIL, to("take"))]]
        case StatusPermohonan.DIPERIKSA:
            return [[(label, to(act)) for label, act in row] for row in _DECIDE]
        case StatusPermohonan.DISETUJUI:
            return _hand(products, to)
    return []


def _hand(products: list[Produk], to: To) -> Rows:
    """Give the counter's buttons. One hand-over is for everything that lies ready."""
    if len(products) == 1:
        row = _HAND.get(StatusProduk(products[0].status), ())
        return [[(label, to(act)) for label, act in row]] if row else []
    ready = any(produk.status == StatusProduk.SIAP_DIAMBIL for produk in products)
    each = [
        [(named(label, produk, products), to(act, produk.jenis))]
        for produk in products
        for label, act in _HAND.get(StatusProduk(produk.status), ())
        if label != words.SERAH
    ]
    return [*each, [(words.SERAH, to("serah"))]] if ready else each


def named(text: str, produk: Produk, products: list[Produk]) -> str:
    """Say of which document something is said, if a case has several."""
    if len(products) == 1:
        return text
    return words.PRODUK_INI.format(teks=text, nama=plain(produk.nama))


def _is_waiting(case: Permohonan, products: list[Produk]) -> bool:
    return case.status == StatusPermohonan.DISETUJUI and any(
        produk.status == StatusProduk.MENUNGGU for produk in products
    )


def _village(kantor: Kantor, code: str) -> str:
    found = next((desa for desa in kantor.desa if desa.kode == code), None)
    if found is None:
        return words.DESA_TIDAK_DIKETAHUI
    return plain(f"{found.nama}, Kec. {found.kecamatan}")


def _clock(kantor: Kantor, moment: datetime) -> str:
    return kantor.waktu_setempat(moment).strftime("%d-%m %H.%M")


def _span(span: timedelta) -> str:
    minutes = max(int(span.total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} menit"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} jam {minutes} menit" if hours < 48 else f"{hours // 24} hari"
