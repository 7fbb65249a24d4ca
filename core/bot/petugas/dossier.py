"""What an officer sees in private: answers, papers, registry, remarks, and the checklist card."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from core.api import Keluarga, Orang
from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.petugas.buttons import To
from core.bot.petugas.gate import PRIBADI
from core.bot.tools import Alat
from core.bot.turn import Rows, Turn
from core.dialog import Draft, catatan, finish, papers, searches, summary
from core.permohonan import Permohonan, Putusan, ticks

_LIMIT = 3800


@dataclass(frozen=True)
class Perkara:
    """A case opened for its officer: texts, and the papers with their captions."""

    texts: tuple[str, ...]
    papers: tuple[tuple[str, UUID, str], ...]


async def open_(alat: Alat, case: Permohonan, today: date) -> Perkara:
    """Read everything that an officer needs to decide. Asks the registry: not in a transaction."""
    service = alat.service(case)
    draft = Draft.load(alat.cases.book.isian(case))
    done = finish(service.rencana, draft)
    texts = [await _answers(alat, case, draft)]
    for one in searches(service.rencana, draft).values():
        texts.append(_registry(await alat.population.fetch(one.jenis, one.nomor)))
    remarks = list(catatan(service.rencana, draft))
    if service.layanan.cermati is not None:
        remarks += service.layanan.cermati(done.isian, today)
    if remarks:
        texts.append(words.CATATAN.format(isi=_list(remarks)))
    if service.layanan.tindak_lanjut is not None:
        follow = service.layanan.tindak_lanjut(done.isian)
        if follow:
            texts.append(words.LANJUTAN.format(isi=_list(follow)))
    found = papers(service.rencana, draft)
    shown = tuple((one.label, one.unggahan.berkas, one.unggahan.mime) for one in found)
    return Perkara(tuple(part for text in texts for part in split(text)), shown)


async def show(alat: Alat, turn: Turn, petugas: int, case: Permohonan, perkara: Perkara) -> None:
    """Send a case to its officer: papers first, then what was said, then the checklist."""
    for label, berkas, mime in perkara.papers:
        caption = f"<b>{case.nomor}</b> · {html.escape(label, quote=False)}"
        await turn.show(
            petugas,
            alat.papers.blob(berkas),
            caption,
            photo=mime.startswith("image/"),
            name="berkas.pdf",
            subject=case.id,
        )
    for text in perkara.texts:
        await turn.say(petugas, text, protect=True, subject=case.id)
    await put_checklist(alat, turn, petugas, case)


async def put_checklist(alat: Alat, turn: Turn, petugas: int, case: Permohonan) -> None:
    """Send the checklist card anew; the one before it counts no more."""
    for old in await Kartu.filter(permohonan_id=case.id, jenis=PRIBADI, aktif=True):
        await turn.strip(old)
    card = await turn.new_card(PRIBADI, petugas, case_id=case.id)
    text, rows = checklist(alat, case, card)
    await turn.say(petugas, text, rows, card=card, subject=case.id)


def checklist(alat: Alat, case: Permohonan, card: Kartu) -> tuple[str, Rows]:
    """Draw the checklist card of a case."""
    layanan, done = alat.service(case).layanan, ticks(case)
    putusan = alat.cases.book.putusan(case)

    to = To(case, card)
    rows = [
        [
            (
                f"{'☑' if line.kode in done else '☐'} {line.teks}{' *' if line.wajib else ''}",
                to("chk", line.kode),
            )
        ]
        for line in layanan.periksa
    ]
    if layanan.formulir_petugas is not None:
        rows.append([(words.ISI_FORMULIR, to("form"))])
    rows.append([(words.LEPAS_PDF, to("pdfx")) if putusan.resmi else (words.LAMPIRKAN, to("pdf"))])
    return words.PERIKSA.format(nomor=case.nomor, keadaan=_state(putusan)), rows


def split(text: str) -> list[str]:
    """Cut a long text at line ends, so that no message is over Telegram's 4096 characters."""
    parts, current = [], ""
    for line in text.split("\n"):
        if current and len(current) + len(line) + 1 > _LIMIT:
            parts.append(current)
            current = line
        else:
            current = f"{current}\n{line}" if current else line
    return [*parts, current]


async def _answers(alat: Alat, case: Permohonan, draft: Draft) -> str:
    service = alat.service(case)
    products = await alat.cases.products(case.id)
    book = alat.cases.book
    ways = [f"{p.nama}: e-mail {book.alamat(p)}" if p.alamat else f"{p.nama}: diambil di kantor"
            for p in products]  # fmt: skip
    return words.BERKAS.format(
        nomor=case.nomor,
        judul=_esc(service.layanan.judul),
        isian=summary(service.rencana, draft, mask=False),
        jalan=_list(ways),
    )


def _registry(held: Keluarga | Orang | None) -> str:
    match held:
        case None:
            return words.PENDUDUK_TIADA
        case Keluarga():
            lines = [
                f"No. KK {held.nomor_kk}, kepala {held.kepala}",
                f"{held.alamat} RT {held.rt}/RW {held.rw}, {held.desa}, {held.kecamatan}",
                *(f"{one.shdk}: {one.nama}, {one.nik}, {_day(one.tanggal_lahir)}"
                  for one in held.anggota),
            ]  # fmt: skip
            return words.PENDUDUK.format(nama="keluarga", isi=_list(lines))
        case Orang():
            lines = [
                f"{held.nama}, {held.nik}, {held.jenis_kelamin}",
                f"Lahir {held.tempat_lahir}, {_day(held.tanggal_lahir)}",
                f"{held.status_perkawinan}; {held.shdk} di No. KK {held.nomor_kk}",
                f"Ayah {held.ayah}, ibu {held.ibu}",
            ]
            return words.PENDUDUK.format(nama="orang", isi=_list(lines))


def _state(putusan: Putusan) -> str:
    attached = words.RESMI_TERLAMPIR if putusan.resmi else ""
    return (words.FORMULIR_TERISI if putusan.petugas else "") + attached


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"• {_esc(line)}" for line in lines)


def _esc(text: str) -> str:
    return html.escape(text, quote=False)
