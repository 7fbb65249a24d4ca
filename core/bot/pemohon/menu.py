"""The front desk of the bot: greeting, services, what to bring, drafts, help."""

from core.api import Layanan
from core.bahasa import kata
from core.bot import words, words_janji
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows
from core.bot.pemohon.ask import drop_question, offer
from core.bot.petugas.handover import opening
from core.bot.text import bullets, plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.dialog import needs
from core.kantor import Cara
from core.permohonan import Permohonan

# What can only be given in person is booked here in either way.
_BOOKED = (Cara.ONLINE, Cara.TATAP_MUKA)


def _services(alat: Alat) -> list[Layanan]:
    found = (one.layanan for one in alat.katalog.layanan.values())
    return [one for one in found if alat.kantor.aturan(one.kode).cara in _BOOKED]


def is_open(alat: Alat, kode: str) -> bool:
    """Tell whether a service may be filed here, or a ticket for it booked."""
    service = alat.katalog.layanan.get(kode)
    if service is None:
        return False
    in_person = service.layanan.tatap_muka is not None
    return alat.kantor.aturan(kode).cara in (_BOOKED if in_person else (Cara.ONLINE,))


async def greet(alat: Alat, turn: Turn, chat_id: int, *, first: bool) -> None:
    """Show the services that the office gives here."""
    services = _services(alat)
    if not services:
        await drop_question(turn, chat_id)
        await turn.say(chat_id, kata(words.TIDAK_ADA_LAYANAN, alamat=plain(alat.kantor.alamat)))
        return
    text = kata(words.SAPA, kantor=plain(alat.kantor.nama_dinas)) if first else kata(words.MENU)
    await offer(
        turn,
        chat_id,
        text,
        [[(kata(one.judul), TombolMenu("pilih", one.kode))] for one in services],
    )


async def introduce(alat: Alat, turn: Turn, chat_id: int, kode: str) -> None:
    """Say what a service needs, how long it takes, and what happens with the data (U2)."""
    service = alat.katalog.layanan.get(kode)
    if service is None:
        await greet(alat, turn, chat_id, first=False)
        return
    rule, judul = alat.kantor.aturan(kode), plain(kata(service.layanan.judul))
    if not is_open(alat, kode):
        await _not_online(alat, turn, chat_id, rule.cara, judul)
        return
    temu, ringkas = service.layanan.tatap_muka, plain(kata(service.layanan.ringkas))
    if temu is not None:
        text = kata(
            words_janji.PENGANTAR,
            judul=judul,
            ringkas=ringkas,
            alamat=plain(alat.kantor.alamat),
            jam=opening(alat),
            bawa=bullets([kata(satu) for satu in temu.bawa]),
            isi=service.layanan.menit,
            menit=temu.menit,
            versi=words.PRIVASI_VERSI,
        )
    else:
        text = kata(
            words.PENGANTAR,
            judul=judul,
            ringkas=ringkas,
            perlu=bullets(needs(service.rencana)),
            menit=service.layanan.menit,
            jam=rule.standar_jam,
            versi=words.PRIVASI_VERSI,
        )
    rows: Rows = [
        [(kata(words.MULAI), TombolMenu("mulai", kode))],
        [(kata(words.LAYANAN_LAIN), TombolMenu("menu"))],
    ]
    await offer(turn, chat_id, text, rows)


async def _not_online(alat: Alat, turn: Turn, chat_id: int, cara: Cara, judul: str) -> None:
    await drop_question(turn, chat_id)
    if cara is Cara.TATAP_MUKA:
        place = {"alamat": plain(alat.kantor.alamat), "telepon": plain(alat.kantor.telepon)}
        await turn.say(chat_id, kata(words.LAYANAN_TATAP_MUKA, judul=judul, **place))
    else:
        await turn.say(chat_id, kata(words.LAYANAN_TUTUP, judul=judul))


async def ask_drop(alat: Alat, turn: Turn, chat_id: int, case: Permohonan) -> None:
    """Ask once before a draft or a case is given up (U26)."""
    filed = case.nomor is not None
    sentence = kata(words.TANYA_BATALKAN) if filed else kata(words.TANYA_HAPUS)
    yes = kata(words.YA_BATALKAN) if filed else kata(words.YA_HAPUS)
    rows: Rows = [
        [(yes, TombolMenu("hapus", short(case.id)))],
        [(kata(words.TIDAK_JADI), TombolMenu("lanjut", short(case.id)))],
    ]
    text = sentence.format(judul=title(alat, case), nomor=case.nomor or "")
    await offer(turn, chat_id, text, rows, case)


async def help_(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Say what can be done, and where a person is."""
    kantor = alat.kantor
    await turn.say(
        chat_id,
        kata(
            words.BANTUAN,
            alamat=plain(kantor.alamat),
            telepon=plain(kantor.telepon),
            surel=plain(kantor.surel),
        ),
    )


def title(alat: Alat, case: Permohonan) -> str:
    """Return the title of a case's service, as HTML."""
    found = alat.katalog.layanan.get(case.layanan)
    return plain(kata(found.layanan.judul) if found else case.layanan)
