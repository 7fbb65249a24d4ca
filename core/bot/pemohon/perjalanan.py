"""The way of a case in its citizen's words, from the history. Officers have no names in it."""

from collections.abc import Mapping
from datetime import datetime

from core.bahasa import kata
from core.bot import words_setelah
from core.bot.text import plain
from core.bot.tools import Alat
from core.dialog import questions, spoken
from core.kantor import BULAN, Kantor
from core.permohonan import Permohonan, StatusPermohonan
from core.store import riwayat

_MOST_LINES = 14
# The answers of other cases are erased, or were never sent back.
_READABLE = (
    StatusPermohonan.DIAJUKAN,
    StatusPermohonan.DIPERIKSA,
    StatusPermohonan.PERLU_PERBAIKAN,
    StatusPermohonan.DISETUJUI,
)


async def timeline(alat: Alat, case: Permohonan) -> str:
    """Return what happened to a case and its documents, oldest first, as HTML."""
    steps = [
        (line.waktu, line.urut, line.aksi, kata(words_setelah.LANGKAH[line.aksi]))
        for line in await riwayat.of(case.id)
        if line.aksi in words_setelah.LANGKAH
    ]
    taken = [one for one in steps if one[2] == "diambil"]
    steps = [one for one in steps if one not in taken[:-1]]
    for produk in await alat.cases.products(case.id):
        steps += [
            (line.waktu, line.urut, line.aksi, kata(sentence, nama=plain(kata(produk.nama))))
            for line in await riwayat.of(produk.id)
            if (sentence := words_setelah.LANGKAH_PRODUK.get(line.aksi))
        ]
    steps = sorted(steps, key=lambda one: one[1])[-_MOST_LINES:]
    why = _reasons(alat, case)
    last = {aksi: number for number, (_, _, aksi, _) in enumerate(steps)}
    lines: list[str] = []
    for number, (moment, _, aksi, what) in enumerate(steps):
        when = _clock(alat.kantor, moment)
        lines.append(kata(words_setelah.LANGKAH_BARIS, waktu=when, apa=what))
        if last[aksi] == number:
            told = why.get(aksi, ())
            lines += [kata(words_setelah.LANGKAH_SEBAB, sebab=plain(one)) for one in told]
    return "\n".join(lines)


def _reasons(alat: Alat, case: Permohonan) -> Mapping[str, tuple[str, ...]]:
    """Return what the citizen was told: what to mend, or why the case was rejected."""
    putusan = alat.cases.book.putusan(case)
    if case.status == StatusPermohonan.DITOLAK:
        return {"ditolak": putusan.alasan}
    if case.status not in _READABLE or not putusan.perbaikan:
        return {}
    labels: dict[str, str] = {}
    if alat.is_ready(case):
        found = questions(spoken(alat.service(case).rencana), alat.draft(case))
        labels = {one.path: one.label for one in found}
    told = putusan.perbaikan.items()
    return {"dikembalikan": tuple(f"{labels.get(path, path)}: {why}" for path, why in told)}


def _clock(kantor: Kantor, moment: datetime) -> str:
    local = kantor.waktu_setempat(moment)
    return f"{local.day} {kata(BULAN[local.month - 1])}, {local:%H.%M}"
