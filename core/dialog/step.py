"""Moves a draft one event forward. Pure: same draft, event and context, same result."""

from dataclasses import replace

from core.api import HARI_INI
from core.bahasa import kata, speaking
from core.dialog import words
from core.dialog.contoh import illustrate
from core.dialog.draft import TUTUP, Draft, Status
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
    Lanjut,
    Sunting,
    Tekan,
    Tulis,
)
from core.dialog.finish import fault, search
from core.dialog.janji import follow, on_its_day, without_what_is_gone
from core.dialog.letter import hand_over
from core.dialog.moved import Gerak, Saat
from core.dialog.remarks import remarks
from core.dialog.rencana import KodeSurel, Lacak, Rencana
from core.dialog.reports import code, looked_up
from core.dialog.screen import render, screen
from core.dialog.show import fill
from core.dialog.sidik import fingerprints
from core.dialog.sunting import correct, remember
from core.dialog.taps import tap
from core.dialog.texts import write
from core.dialog.ucap import spoken
from core.dialog.unggah import looked_at, receive
from core.dialog.walk import current, find, sent

_KAPAN_SAJA = ("cancel", "help")
"""What a command may ask for whatever is on screen (/batal, /bantuan)."""


def start(rencana: Rencana, layanan_kode: str, versi: int, konteks: Konteks) -> Langkah:
    """Begin a draft and ask the first question."""
    draft = Draft(layanan_kode, versi, sidik=fingerprints(rencana))
    draft = _on_day(draft, konteks)
    with speaking(konteks.bahasa):
        return _settle(spoken(rencana), draft, Gerak(draft), konteks)


def step(rencana: Rencana, draft: Draft, event: Kejadian, konteks: Konteks) -> Langkah:
    """Take one event. Whatever it is, no answer is ever lost and there is always a way on."""
    with speaking(konteks.bahasa):
        return _step(spoken(rencana), draft, event, konteks)


def _step(rencana: Rencana, draft: Draft, event: Kejadian, konteks: Konteks) -> Langkah:
    if draft.status in TUTUP:
        return Langkah(draft, render(rencana, draft, konteks))
    draft = _on_day(draft, konteks)
    if (sisa := without_what_is_gone(rencana, draft, konteks)) is not None:
        return _settle(rencana, draft, Gerak(sisa, (kata(words.TEMPAT_DIAMBIL),)), konteks)
    saat = Saat(rencana, draft, current(rencana, draft), on_its_day(konteks, draft))
    gerak = _move(saat, event)
    pesan = event.pesan if isinstance(event, Tulis) else None
    gerak = replace(gerak, draft=remember(rencana, draft, gerak.draft, pesan))
    return _settle(rencana, draft, gerak, konteks)


def prompt(rencana: Rencana, draft: Draft, konteks: Konteks) -> tuple[Balasan, ...]:
    """Ask the current question again."""
    with speaking(konteks.bahasa):
        return render(spoken(rencana), _on_day(draft, konteks), konteks)


def _on_day(draft: Draft, konteks: Konteks) -> Draft:
    """Write down which day it is, as long as the form is open: ages count to the day of filing."""
    return replace(draft, jawaban=draft.jawaban | {HARI_INI: konteks.hari_ini.isoformat()})


def _move(saat: Saat, event: Kejadian) -> Gerak:
    match event:
        case Tulis(teks):
            return write(saat, teks)
        case Sunting():
            return correct(saat, event)
        case Tekan(rev, aksi):
            return _press(saat, rev, aksi)
        case Kirim():
            return receive(saat, event)
        case Lanjut():
            return Gerak(saat.draft)
        case Diperiksa():
            return looked_at(saat, event)
        case Dicari():
            return looked_up(saat, event)
        case _:
            return code(saat, event)


def _press(saat: Saat, rev: int, aksi: str) -> Gerak:
    """Press a button, if it is one of those on screen: a keyboard is an address, no authority."""
    if rev != saat.draft.rev:
        return Gerak(saat.draft, (kata(words.TOMBOL_LAMA),))
    papan = screen(saat.rencana, saat.draft, saat.konteks).papan
    if aksi in _KAPAN_SAJA or aksi in {tombol.aksi for baris in papan for tombol in baris}:
        return tap(saat, aksi)
    return Gerak(saat.draft, (kata(words.TOMBOL_LAIN),))


def _settle(rencana: Rencana, lama: Draft, gerak: Gerak, konteks: Konteks) -> Langkah:
    """Work out what comes next: a rule that is broken, a look-up to make, the next question."""
    draft, notes = follow(lama, gerak.draft), gerak.notes
    if draft.status in TUTUP:
        return Langkah(draft, gerak.dahulu + _said(notes), gerak.efek)
    notes += _new_remarks(rencana, lama, draft)
    terbuka = draft.rev != lama.rev and not draft.layar and draft.di is None
    if terbuka and (cela := fault(rencana, draft)):
        notes += (fill(words.PERINGATAN, kalimat=cela.kalimat),)
        ada = cela.path is not None and find(rencana, draft.jawaban, cela.path) is not None
        draft = replace(draft, di=cela.path if ada else None)
    tempat = current(rencana, draft)
    status: Status = "tanya" if tempat else "ringkas"
    draft = replace(draft, status=status, tanya=tempat.path if tempat else "")
    tunggu = _awaited(rencana, draft)
    if gerak.diam or tunggu:
        return Langkah(draft, gerak.dahulu + _said(notes), gerak.efek + tunggu)
    draft, surat = hand_over(rencana, draft, again=gerak.surat)
    balasan = render(rencana, draft, konteks, notes)
    draft, contoh = illustrate(rencana, draft, sudah=gerak.dahulu, diminta=gerak.contoh)
    *awal, akhir = (*gerak.dahulu, *contoh, *balasan)
    return Langkah(draft, (*awal, replace(akhir, surat=surat)), gerak.efek)


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
        fill(words.CATATAN, label=satu.perihal, kalimat=satu.kalimat)
        if satu.perihal
        else fill(words.CATATAN_SAJA, kalimat=satu.kalimat)
        for satu in remarks(rencana, draft.jawaban)
        if (satu.path, satu.kalimat) not in dulu
    )


def _said(notes: tuple[str, ...]) -> tuple[Balasan, ...]:
    return (Balasan("\n".join(notes), tanya=False),) if notes else ()
