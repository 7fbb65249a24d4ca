"""Files a finished draft: number and products are made, the citizen gets his receipt."""

from core.api import Cetak, Keluarga
from core.bahasa import kata
from core.bot import perkiraan, talks, words
from core.bot.pemohon import menu, status, tiket
from core.bot.pemohon.ask import drop_question
from core.bot.petugas import board
from core.bot.tools import Alat
from core.bot.turn import Turn, held
from core.dialog import Draft, Rencana, finish, meets, papers, searches
from core.kantor import kalimat_tanggal
from core.permohonan import JalanKeluar, Permohonan, ProdukBaru, spoken
from core.registry import LayananSiap

DESA = "desa"  # the field of this name says where a family lives (core.api.jenis.Desa)


async def submit(alat: Alat, turn: Turn, case: Permohonan, draft: Draft, desa: str) -> None:
    """File a draft, or file again what was sent back; say so, and show it to the officers."""
    service, chat_id = alat.service(case), alat.cases.book.chat(case)
    if service.layanan.tatap_muka is not None:
        await tiket.issue(alat, turn, case, draft, service.layanan.tatap_muka, desa)
        return
    due = alat.kantor.tenggat(case.layanan, alat.now())
    products = _products(service, draft)
    filed = held(
        await alat.cases.submit(case, draft.dump(), desa=desa, produk=products, batas_at=due)
    )
    sent = [page.berkas for one in papers(service.rencana, draft) for page in one.unggahan.halaman]
    await alat.papers.keep_only(case.id, sent)
    await talks.focus_chat(turn.mint, chat_id, None)
    sentence = kata(words.RESI) if case.nomor is None else kata(words.RESI_PERBAIKAN)
    besides = [await perkiraan.sentence(alat, filed)]
    if any(one.jalan is JalanKeluar.AMBIL for one in products):
        besides.append(kata(words.TUNGGU_AMBIL))
    day, count = spoken(filed.nomor or "")
    text = sentence.format(
        nomor=filed.nomor,
        judul=menu.title(alat, filed),
        tanggal=kalimat_tanggal(day),
        urut=count,
        batas=alat.kantor.kalimat_waktu(due),
        antre=" ".join(filter(None, besides)),
        tautan=status.link(alat, filed),
    )
    text = "\n".join(line.rstrip() for line in text.splitlines())
    await turn.say(chat_id, text, subject=filed.id)
    await drop_question(turn, chat_id)
    await board.redraw(alat, turn, filed.id)


async def village(alat: Alat, service: LayananSiap[Rencana], draft: Draft) -> str:
    """Return the village for the group's card: typed in the form, or the family's own."""
    places = {(one.nama.casefold(), one.kecamatan.casefold()): one for one in alat.kantor.desa}
    typed = draft.jawaban.get(DESA)
    for one in alat.kantor.desa:
        if one.kode == typed:
            return one.kode
    for asked in searches(service.rencana, draft).values():
        found = await alat.population.fetch(asked.jenis, asked.nomor)
        if isinstance(found, Keluarga):
            home = places.get((found.desa.casefold(), found.kecamatan.casefold()))
            return home.kode if home else ""
    return ""


def _products(service: LayananSiap[Rencana], draft: Draft) -> list[ProdukBaru]:
    """Give each result that these answers call for its way out; a card is always collected."""
    kontak = finish(service.rencana, draft).kontak
    email = kontak.email if kontak else None
    return [
        ProdukBaru(
            jenis=hasil.jenis,
            nama=hasil.nama,
            jalan=JalanKeluar.EMAIL if mailed else JalanKeluar.AMBIL,
            alamat=email if mailed else None,
        )
        for hasil in service.layanan.keluaran
        if hasil.bila is None or meets(service.rencana, draft, hasil.bila)
        for mailed in [bool(email) and isinstance(hasil, Cetak)]
    ]
