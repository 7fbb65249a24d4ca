"""Gives a dialog the free places at the counter, and turns its choice into a moment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from core.bot.tools import Alat
from core.dialog import Konteks, Rencana, Terpilih, WaktuKosong
from core.registry import LayananSiap


async def konteks(alat: Alat, service: LayananSiap[Rencana]) -> Konteks:
    """Return what the dialog of a service may know of the world now."""
    temu = service.layanan.tatap_muka
    if temu is None:
        return alat.konteks()
    return replace(alat.konteks(), janji=await _free(alat, temu.menit))


def moment(alat: Alat, chosen: Terpilih) -> datetime:
    """Return the moment of a chosen day and time, by the office's clock."""
    return datetime.combine(chosen.hari, chosen.jam, ZoneInfo(alat.kantor.zona))


async def _free(alat: Alat, menit: int) -> Mapping[date, tuple[WaktuKosong, ...]]:
    found = [
        (alat.kantor.waktu_setempat(slot.mulai), len(slot.tempat))
        for slot in await alat.janji.free(menit=menit)
    ]
    return {
        day: tuple(WaktuKosong(local.time(), places) for local, places in slots)
        for day, slots in groupby(found, key=lambda one: one[0].date())
    }
