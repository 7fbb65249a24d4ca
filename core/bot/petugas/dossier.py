"""What an officer sees in private of a case that he takes: papers, answers, registry, remarks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from core.api import Formulir, Keluarga, Orang
from core.bot import words_versi
from core.bot.petugas import checklist, lembar, words, words_pratinjau
from core.bot.text import bullets, plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.dialog import BelumLengkap, Draft, catatan, finish, papers, searches, summary
from core.permohonan import KeadaanPratinjau, Permohonan

_LIMIT = 3800  # of Telegram's 4096, for tags and letters that count double
_PAPER_NAME = "berkas.pdf"


@dataclass(frozen=True)
class Perkara:
    """A case opened for its officer: texts, and the papers with their captions."""

    texts: tuple[str, ...]
    papers: tuple[tuple[str, UUID, str], ...]


async def open_(alat: Alat, case: Permohonan) -> Perkara:
    """Read everything that an officer needs to decide. Asks the registry: not in a transaction."""
    service = alat.service(case)
    draft = alat.draft(case)
    isian = complete(alat, case)
    texts = [*_objection(alat, case), await _answers(alat, case, draft)]
    if isian is None:
        texts.append(words_versi.FORMULIR_BARU)
    # Father and mother of one family are found on one card: shown once.
    asked = dict.fromkeys((s.jenis, s.nomor) for s in searches(service.rencana, draft).values())
    texts += [_recorded(await alat.population.fetch(*one)) for one in asked]
    remarks = list(catatan(service.rencana, draft))
    if service.layanan.cermati is not None and isian is not None:
        remarks += service.layanan.cermati(isian, alat.today)
    if remarks:
        texts.append(words.CATATAN.format(isi=bullets(remarks)))
    if service.layanan.tindak_lanjut is not None and isian is not None:
        follow = service.layanan.tindak_lanjut(isian)
        texts += [words.LANJUTAN.format(isi=bullets(follow))] if follow else []
    sent = tuple(
        (lembar.judul(one, place), page.berkas, page.mime)
        for one in papers(service.rencana, draft)
        for place, page in enumerate(one.unggahan.halaman)
    )
    return Perkara(tuple(part for text in texts for part in split(text)), sent)


def complete(alat: Alat, case: Permohonan) -> Formulir | None:
    """Return what was filed; None where its form has since changed and asks for more."""
    try:
        return finish(alat.service(case).rencana, alat.draft(case)).isian
    except BelumLengkap:
        return None


async def show(alat: Alat, turn: Turn, officer: int, case: Permohonan, perkara: Perkara) -> None:
    """Send a case to its officer: papers first, then what was said, then the checklist."""
    for label, berkas, mime in perkara.papers:
        caption = words.BERKAS_TERLAMPIR.format(nomor=case.nomor, label=plain(label))
        await turn.show(
            officer,
            alat.papers.blob(berkas),
            caption,
            photo=mime.startswith("image/"),
            name=_PAPER_NAME,
            subject=case.id,
        )
    for text in perkara.texts:
        await turn.say(officer, text, protect=True, subject=case.id)
    await checklist.put(alat, turn, officer, case)


def split(text: str) -> list[str]:
    """Cut a long text at line ends, so that no message is over Telegram's 4096 characters."""
    parts: list[list[str]] = [[]]
    length = 0
    for line in text.split("\n"):
        if parts[-1] and length + len(line) + 1 > _LIMIT:
            parts.append([])
            length = 0
        parts[-1].append(line)
        length += len(line) + 1
    return ["\n".join(part) for part in parts]


def _objection(alat: Alat, case: Permohonan) -> Iterator[str]:
    """Say what the applicant found wrong in what was approved before."""
    if case.pratinjau == KeadaanPratinjau.KELIRU:
        said = alat.cases.book.sanggahan(case)
        named = list(said.isian.values()) or [words_pratinjau.TANPA_ISIAN]
        note = plain(said.catatan) or words_pratinjau.TANPA_CATATAN
        yield words_pratinjau.SANGGAHAN.format(isi=bullets(named), catatan=note)


async def _answers(alat: Alat, case: Permohonan, draft: Draft) -> str:
    service, book = alat.service(case), alat.cases.book
    ways = [
        words.JALAN_EMAIL.format(nama=produk.nama, alamat=book.alamat(produk))
        if produk.alamat
        else words.JALAN_AMBIL.format(nama=produk.nama)
        for produk in await alat.cases.products(case.id)
    ]
    return words.BERKAS.format(
        nomor=case.nomor,
        judul=plain(service.layanan.judul),
        isian=summary(service.rencana, draft, mask=False, kontak=service.rencana.janji),
        jalan=bullets(ways),
    )


def _recorded(held: Keluarga | Orang | None) -> str:
    """Write down what the registry holds."""
    match held:
        case None:
            return words.PENDUDUK_TIADA
        case Keluarga():
            return words.PENDUDUK.format(nama="keluarga", isi=bullets(list(_family(held))))
        case Orang():
            return words.PENDUDUK.format(nama="orang", isi=bullets(list(_person(held))))


def _family(held: Keluarga) -> Iterator[str]:
    yield f"No. KK {held.nomor_kk}, kepala {held.kepala}"
    yield f"{held.alamat} RT {held.rt}/RW {held.rw}, {held.desa}, {held.kecamatan}"
    for one in held.anggota:
        yield f"{one.shdk}: {one.nama}, {one.nik}, {_day(one.tanggal_lahir)}"


def _person(held: Orang) -> Iterator[str]:
    yield f"{held.nama}, {held.nik}, {held.jenis_kelamin}"
    yield f"Lahir {held.tempat_lahir}, {_day(held.tanggal_lahir)}"
    yield f"{held.status_perkawinan}; {held.shdk} di No. KK {held.nomor_kk}"
    yield f"Ayah {held.ayah}, ibu {held.ibu}"


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")
