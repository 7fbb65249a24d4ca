"""Moves a draft one event forward. Pure: same draft, event and context, same result."""

from dataclasses import replace

from core.api import HARI_INI
from core.dialog import words
from core.dialog.draft import TUTUP, Draft
from core.dialog.events import (
    Balasan,
    CariPenduduk,
    Dicari,
    Diperiksa,
    Efek,
    Kejadian,
    Kirim,
    KirimKode,
    Konteks,
    Langkah,
    Tekan,
    Tulis,
)
from core.dialog.finish import fault, search
from core.dialog.janji import follow, on_its_day, without_what_is_gone
from core.dialog.letter import hand_over
from core.dialog.moved import Gerak, Saat
from core.dialog.remarks import remarks
from core.dialog.rencana import KodeSurel, Lacak, Rencana
from core.dialog.reports import code, looked_at, looked_up, receive
from core.dialog.screen import render, screen
from core.dialog.show import fill
from core.dialog.taps import tap
from core.dialog.texts import write
from core.dialog.walk import current, find, sent

_KAPAN_SAJA = ("cancel", "help")
"""What a command may ask for whatever is on screen (/batal, /bantuan)."""


def start(rencana: Rencana, layanan_kode: str, versi: int, konteks: Konteks) -> Langkah:
    """Begin a draft and ask the first question."""
    draft = _on_day(Draft(layanan_kode, versi), konteks)
    return _settle(rencana, draft, Gerak(draft), konteks)


def step(rencana: Rencana, draft: Draft, event: Kejadian, konteks: Konteks) -> Langkah:
    """Take one event. Whatever it is, no answer is ever lost and there is always a way on."""
    if draft.status in TUTUP:
        return Langkah(draft, render(rencana, draft, konteks))
    draft = _on_day(draft, konteks)
    if (sisa := without_what_is_gone(rencana, draft, konteks)) is not None:
        return _settle(rencana, draft, Gerak(sisa, (words.TEMPAT_DIAMBIL,)), konteks)
    saat = Saat(rencana, draft, current(rencana, draft), on_its_day(konteks, draft))
    return _settle(rencana, draft, _move(saat, event), konteks)


def prompt(rencana: Rencana, draft: Draft, konteks: Konteks) -> tuple[Balasan, ...]:
    """Ask the current question again."""
    return render(rencana, _on_day(draft, konteks), konteks)


def _on_day(draft: Draft, konteks: Konteks) -> Draft:
    """Write down which day it is, as long as the form is open: ages count to the day of filing."""
    return replace(draft, jawaban=draft.jawaban | {HARI_INI: konteks.hari_ini.isoformat()})


def _move(saat: Saat, event: Kejadian) -> Gerak:
    match event:
        case Tulis(teks):
            return write(saat, teks)
        case Tekan(rev, aksi):
            return _press(saat, rev, aksi)
        case Kirim():
            return receive(saat, event)
        case Diperiksa():
            return looked_at(saat, event)
        case Dicari():
            return looked_up(saat, event)
        case _:
            return code(saat, event)


def _press(saat: Saat, rev: int, aksi: str) -> Gerak:
    """Press a button, if it is one of those on screen: a keyboard is an address, no authority."""
    if rev != saat.draft.rev:
        return Gerak(saat.draft, (words.TOMBOL_LAMA,))
    papan = screen(saat.rencana, saat.draft, saat.konteks).papan
    if aksi in _KAPAN_SAJA or aksi in {tombol.aksi for baris in papan for tombol in baris}:
        return tap(saat, aksi)
    return Gerak(saat.draft, (words.TOMBOL_LAIN,))


def _settle(rencana: Rencana, lama: Draft, gerak: Gerak, konteks: Konteks) -> Langkah:
    """Work out what comes next: a rule that is broken, a look-up to make, the next question."""
    draft, notes = follow(lama, gerak.draft), gerak.notes
    if draft.status in TUTUP:
        return Langkah(draft, _said(notes), gerak.efek)
    notes += _new_remarks(rencana, lama, draft)
    terbuka = draft.rev != lama.rev and not draft.layar and draft.di is None
    if terbuka and (cela := fault(rencana, draft)):
        notes += (fill(words.PERINGATAN, kalimat=cela.kalimat),)
        ada = cela.path is not None and find(rencana, draft.jawaban, cela.path) is not None
        draft = replace(draft, di=cela.path if ada else None)
    draft = replace(draft, status="tanya" if current(rencana, draft) else "ringkas")
    tunggu = _awaited(rencana, draft)
    if gerak.diam or tunggu:
        return Langkah(draft, _said(notes), gerak.efek + tunggu)
    draft, surat = hand_over(rencana, draft, again=gerak.surat)
    balasan = render(rencana, draft, konteks, notes)
    return Langkah(draft, (*balasan[:-1], replace(balasan[-1], surat=surat)), gerak.efek)


def _awaited(rencana: Rencana, draft: Draft) -> tuple[Efek, ...]:
    """Give what the room must do before the next question can be asked."""
    tempat = current(rencana, draft)
    if tempat is None or draft.layar:
        return ()
    match tempat.butir:
        case Lacak():
            cari = search(tempat)
            return (CariPenduduk(tempat.path, cari.jenis, cari.nomor, cari.nama, cari.lahir),)
        case KodeSurel(alamat=alamat) if not sent(tempat):
            return (KirimKode(tempat.path, str(tempat.rumah[alamat])),)
    return ()


def _new_remarks(rencana: Rencana, lama: Draft, draft: Draft) -> tuple[str, ...]:
    """Tell the citizen what looks like a slip, once, when it appears."""
    if draft.jawaban == lama.jawaban:
        return ()
    dulu = {(satu.path, satu.kalimat) for satu in remarks(rencana, lama.jawaban)}
    return tuple(
        fill(words.CATATAN, label=satu.label, kalimat=satu.kalimat)
        for satu in remarks(rencana, draft.jawaban)
        if (satu.path, satu.kalimat) not in dulu
    )


def _said(notes: tuple[str, ...]) -> tuple[Balasan, ...]:
    return (Balasan("\n".join(notes), tanya=False),) if notes else ()
