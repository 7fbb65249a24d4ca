"""A print at the office: code for the printer page, ready, handed over to whom."""

from core.bahasa import kata, speaking
from core.bot import words as citizen_words
from core.bot.bahasa import of_case
from core.bot.penilaian import ask_if_done
from core.bot.petugas import board, cards, sheet, words
from core.bot.petugas.gate import Admitted
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast
from core.meja import Langkah, Lembar
from core.permohonan import (
    Permohonan,
    Produk,
    StatusPermohonan,
    StatusProduk,
    by_officer,
)

_SHORTEST = 10
_LONGEST = 200
_JENIS = "jenis"
_PRINTABLE = (StatusProduk.SIAP_DICETAK, StatusProduk.DICETAK)


class HandOver:
    """What the counter's buttons do."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def print_code(self, press: Admitted) -> Act:
        """Give this officer a single-use code in private. Slow (Argon2): not in a transaction."""
        alat, officer, case = self._alat, press.petugas.id, press.case
        produk = await self._product(case, press.arg, *_PRINTABLE)
        if produk is None or produk.dokumen_id is None:
            return toast(press.query_id, words.KARTU_BERUBAH)
        code = await alat.issuing.counter_code(produk.dokumen_id)
        text = words.KODE_CETAK.format(
            nomor=case.nomor, nama=plain(produk.nama), kode=code, alamat=f"{alat.site}/loket"
        )

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await alat.cases.tell(case, "kode_cetak", by=officer)
            await turn.say(officer, text, protect=True, subject=case.id)

        return act

    async def ready(self, press: Admitted) -> Act:
        """Tell the citizen that the print may be collected."""
        alat, case = self._alat, press.case
        produk = await self._product(case, press.arg, StatusProduk.DICETAK)
        if produk is None:
            return toast(press.query_id, words.KARTU_BERUBAH)
        with speaking(await of_case(alat, case)):
            text = kata(
                citizen_words.SIAP_DIAMBIL,
                nama=plain(kata(produk.nama)),
                nomor=case.nomor,
                alamat=plain(alat.kantor.alamat),
                jam=opening(alat),
            )
        by = by_officer(press.petugas.id)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.TERCATAT)
            if await alat.products.move(produk, StatusProduk.SIAP_DIAMBIL, pelaku=by):
                chat_id = alat.cases.book.chat(case)
                await turn.say(chat_id, text, lasting=True, subject=case.id)
                await board.redraw(alat, turn, case.id)

        return act

    async def begin(self, press: Admitted) -> Act:
        """Ask who collects."""
        officer, case = press.petugas.id, press.case
        waiting = await self._waiting(case)
        if not waiting:
            return toast(press.query_id, words.KARTU_BERUBAH)
        shown = Lembar(case.id, Langkah.SERAH, {_JENIS: " ".join(one.jenis for one in waiting)})
        names = ", ".join(plain(one.nama) for one in waiting)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await self._alat.desk.lay(officer, shown)
            card, to = await cards.put(turn, officer, case, cards.PILIH)
            text = words.TULIS_PENERIMA.format(nomor=case.nomor, nama=names)
            await turn.say(officer, text, [[(words.TIDAK, to("tidak"))]], card=card)

        return act

    async def record(self, case: Permohonan, officer: int, page: Lembar, text: str) -> Act:
        """Record who collected what the officer was asked about; tell the citizen; end the case.

        What became ready in between was not handed over.
        """
        shown = page.isi[_JENIS].split() if _JENIS in page.isi else None
        waiting = await self._waiting(case)
        given = [one for one in waiting if shown is None or one.jenis in shown]
        collector = " ".join(text.split())[:_LONGEST]

        async def act(turn: Turn) -> None:
            if not given:
                await self._end(turn, case, officer, words.SUDAH_DISERAHKAN)
            elif len(collector) < _SHORTEST:
                await turn.say(officer, words.PENERIMA_PENDEK)
            else:
                await self._hand_over(turn, case, officer, given, collector)

        return act

    async def _hand_over(
        self, turn: Turn, case: Permohonan, officer: int, given: list[Produk], collector: str
    ) -> None:
        alat, done = self._alat, []
        for produk in given:
            sealed = alat.cases.book.seal_penerima(produk.id, collector)
            if await alat.products.hand_over(produk, sealed, by=officer):
                done.append(produk.nama)
        if not done:
            await self._end(turn, case, officer, words.SUDAH_DISERAHKAN)
            return
        await close_if_arrived(alat, case)
        with speaking(await of_case(alat, case)):
            names = ", ".join(plain(kata(one)) for one in done)
            told = kata(citizen_words.DISERAHKAN, nama=names, nomor=case.nomor)
        await turn.say(alat.cases.book.chat(case), told, subject=case.id)
        await ask_if_done(alat, turn, case)
        await self._end(turn, case, officer, words.DISERAHKAN)
        await board.redraw(alat, turn, case.id)

    async def _end(self, turn: Turn, case: Permohonan, officer: int, sentence: str) -> None:
        """Wait for no more words about this case."""
        await turn.say(officer, sentence.format(nomor=case.nomor))
        await cards.strip(turn, case, cards.PILIH)
        await sheet.clear(self._alat, officer, case)

    async def _product(self, case: Permohonan, jenis: str, *wanted: StatusProduk) -> Produk | None:
        """Return the product that a button names; without a name, the first that fits."""
        products = await self._alat.cases.products(case.id)
        fitting = (one for one in products if one.status in wanted)
        return next((one for one in fitting if not jenis or one.jenis == jenis), None)

    async def _waiting(self, case: Permohonan) -> list[Produk]:
        """Return everything that may be handed over now."""
        products = await self._alat.cases.products(case.id)
        return [one for one in products if one.status == StatusProduk.SIAP_DIAMBIL]


async def close_if_arrived(alat: Alat, case: Permohonan) -> None:
    """End an approved case once every product has reached the citizen."""
    current = await alat.cases.find(case.id)
    if current is None or current.status != StatusPermohonan.DISETUJUI:
        return
    if await alat.products.all_arrived(case.id):
        await alat.cases.close(current)


def opening(alat: Alat) -> str:
    """Say when the counter is open, one line for each day that it is."""
    week = alat.kantor.jam_layanan
    hours = {day: getattr(week, day) for day in type(week).model_fields}
    return "\n".join(
        f"{kata(day.capitalize())} {', '.join(str(one) for one in open_)}"
        for day, open_ in hours.items()
        if open_
    )
