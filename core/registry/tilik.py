"""Looks a service over before it is offered; what is missing or too long is one sentence."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from core.api import Layanan
from core.registry.surat import letter_faults
from core.registry.tatapmuka import meeting_faults, mixes_meeting
from core.registry.templat import template_faults

API = 1
_KODE = re.compile(r"[a-z][a-z0-9-]{1,23}")
_BUTIR = re.compile(r"[a-z][a-z0-9_]{0,15}")
JUDUL_MAKSIMAL = 48
RINGKAS_MAKSIMAL = 200
KALIMAT_MAKSIMAL = 120
MENIT_MAKSIMAL = 60


def faults(layanan: Layanan, rumah: Mapping[str, Path]) -> Iterator[str]:
    """Give every fault of a service, each as the end of a sentence that names the service.

    `rumah` are the folders that its templates may be in (`template_faults`).
    """
    if layanan.api != API:
        yield f"api={layanan.api} tidak dikenal; yang dipakai sekarang {API}"
    if not _KODE.fullmatch(layanan.kode):
        yield "kode harus 2 sampai 24 huruf kecil, angka, atau tanda hubung"
    if not 0 < len(layanan.judul) <= JUDUL_MAKSIMAL:
        yield f"judul harus 1 sampai {JUDUL_MAKSIMAL} huruf"
    if not 0 < len(layanan.ringkas) <= RINGKAS_MAKSIMAL:
        yield f"ringkas harus 1 sampai {RINGKAS_MAKSIMAL} huruf"
    if layanan.versi < 1:
        yield "versi harus 1 atau lebih"
    yield from _versions(layanan)
    if not 0 < layanan.menit <= MENIT_MAKSIMAL:
        yield f"menit harus 1 sampai {MENIT_MAKSIMAL}"
    if not any(map(str.strip, layanan.dasar_hukum)):
        yield "dasar_hukum tidak boleh kosong; sebut peraturan dan pasalnya"
    yield from letter_faults(layanan, rumah)
    if layanan.tatap_muka is not None:
        yield from meeting_faults(layanan, layanan.tatap_muka)
    elif mixes_meeting(layanan):
        yield "TatapMuka harus berdiri sendiri, tidak bersama hasil lain"
    else:
        yield from _results(layanan, rumah)
        yield from _lists(layanan)


def _versions(layanan: Layanan) -> Iterator[str]:
    """Look at what earlier versions left behind: each older than this, once, of this service."""
    for ke in sorted(layanan.migrasi):
        if not 1 < ke <= layanan.versi:
            yield f"migrasi ke versi {ke} tidak mungkin; versi sekarang {layanan.versi}"
        if cacat := _stumbles(layanan.migrasi[ke]):
            yield f"migrasi ke versi {ke} {cacat}"
    lama = [satu.versi for satu in layanan.terdahulu]
    for satu in layanan.terdahulu:
        if satu.kode != layanan.kode or not satu.versi < layanan.versi:
            yield f"terdahulu memuat {satu.kode!r} v{satu.versi}; harus versi lama layanan ini"
        if satu.terdahulu:
            yield f"terdahulu v{satu.versi} tidak boleh memuat terdahulu lagi"
        if (satu.tatap_muka is None) != (layanan.tatap_muka is None):
            yield f"terdahulu v{satu.versi}: layanan tatap muka dan bukan tidak dapat bertukar"
    if len(set(lama)) < len(lama):
        yield "terdahulu memuat versi yang sama dua kali"


def _stumbles(fungsi: object) -> str:
    """Try a function on a draft in which nothing is answered yet: any of them may be one."""
    if not callable(fungsi):
        return "harus berupa fungsi"
    try:
        hasil = fungsi({})
    except Exception as sebab:  # a plugin may fail in any way; the office must go on
        return f"gagal pada isian yang masih kosong: {type(sebab).__name__}"
    return "" if isinstance(hasil, dict) else "harus mengembalikan dict"


def _results(layanan: Layanan, rumah: Mapping[str, Path]) -> Iterator[str]:
    """Look at what comes out: something, each kind once, waiting only for earlier ones."""
    if not layanan.keluaran:
        yield "hasil tidak boleh kosong"
    sudah: set[str] = set()
    for satu in layanan.keluaran:
        if not _BUTIR.fullmatch(satu.jenis):
            yield f"hasil: jenis {satu.jenis!r} harus 1 sampai 16 huruf kecil"
        if satu.jenis in sudah:
            yield f"hasil memuat jenis {satu.jenis!r} dua kali"
        if belum := [satu_lagi for satu_lagi in satu.setelah if satu_lagi not in sudah]:
            yield f"hasil {satu.jenis!r} menunggu {belum[0]!r}, yang tidak disebut sebelumnya"
        yield from template_faults(satu.templat, satu.milik, rumah)
        if satu.bila is not None:
            asing = satu.bila.names() - set(layanan.formulir.model_fields)
            yield from (
                f"hasil {satu.jenis!r}: bila memakai “{nama}”, yang tidak ditanyakan"
                for nama in sorted(asing)
            )
        sudah.add(satu.jenis)


def _lists(layanan: Layanan) -> Iterator[str]:
    """Look at checklist and reasons: present, short enough for a button, keys not twice."""
    daftar = {
        "periksa": [(satu.kode, satu.teks) for satu in layanan.periksa],
        "alasan_kembali": [(satu.kode, satu.teks) for satu in layanan.alasan_kembali],
        "alasan_tolak": [(satu.kode, satu.teks) for satu in layanan.alasan_tolak],
    }
    for nama, isi in daftar.items():
        if not isi:
            yield f"{nama} tidak boleh kosong"
        if len({kode for kode, _ in isi}) < len(isi):
            yield f"{nama} memuat kode yang sama dua kali"
        for kode, teks in isi:
            if not _BUTIR.fullmatch(kode):
                yield f"{nama}: kode {kode!r} harus 1 sampai 16 huruf kecil"
            if not 0 < len(teks) <= KALIMAT_MAKSIMAL:
                yield f"{nama}: teks {kode!r} harus 1 sampai {KALIMAT_MAKSIMAL} huruf"
