"""A print at the office: code for the printer page, ready, handed over with the collector's identity."""

from core.bot import talks
from core.bot import words as citizen_words
from core.bot.petugas import board, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
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
_PRINTABLE = (StatusProduk.SIAP_DICETAK, StatusProduk.DICETAK)


class HandOver:
    """What the counter's buttons do."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    async def print_code(self, query_id: str, admitted: Admitted) -> Act:
        """Give this officer a single-use code in private. Slow (Argon2): not in a transaction."""
        alat, officer, case = self._alat, admitted.petugas.id, admitted.case
        if not await talks.known(alat.mint, officer):
            return self._decisions.invite(query_id)
        produk = await self._product(case, *_PRINTABLE)
        if produk is None or produk.dokumen_id is None:
            return self._changed(query_id, case)
        code = await alat.issuing.counter_code(produk.dokumen_id)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            await alat.cases.tell(case, "kode_cetak", by=officer)
            text = words.KODE_CETAK.format(
                nomor=case.nomor, kode=code, alamat=f"{alat.site}/loket"
            )
            await turn.say(officer, text, protect=True, subject=case.id)

        return act

    async def ready(self, query_id: str, admitted: Admitted) -> Act:
        """Tell the citizen that the print may be collected."""
        alat, case = self._alat, admitted.case
        produk = await self._product(case, StatusProduk.DICETAK)
        if produk is None:
            return self._changed(query_id, case)

        async def act(turn: Turn) -> None:
            moved = await alat.products.move(
                produk, StatusProduk.SIAP_DIAMBIL, pelaku=by_officer(admitted.petugas.id)
            )
            await turn.toast(query_id, words.TERCATAT)
            if moved:
                await turn.say(
                    alat.cases.book.chat(case),
                    citizen_words.SIAP_DIAMBIL.format(
                        nama=produk.nama,
                        nomor=case.nomor,
                        alamat=alat.kantor.alamat,
                        jam=opening(alat),
                    ),
                    subject=case.id,
                )
            await board.redraw(alat, turn, case.id)

        return act

    async def begin(self, query_id: str, admitted: Admitted) -> Act:
        """Ask who collects."""
        officer, case = admitted.petugas.id, admitted.case
        if not await talks.known(self._alat.mint, officer):
            return self._decisions.invite(query_id)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            await self._alat.desk.lay(officer, Lembar(case.id, Langkah.SERAH))
            await turn.say(officer, words.TULIS_PENERIMA.format(nomor=case.nomor))

        return act

    async def record(self, case: Permohonan, officer: int, text: str) -> Act:
        """Record who collected, tell the citizen, and end the case."""
        alat = self._alat
        produk = await self._product(case, StatusProduk.SIAP_DIAMBIL)
        collector = " ".join(text.split())[:_LONGEST]

        async def act(turn: Turn) -> None:
            if produk is None:
                await alat.desk.clear(officer)
                await turn.say(officer, words.SUDAH_BERUBAH.format(keadaan=case.status))
                return
            if len(collector) < _SHORTEST:
                await turn.say(officer, words.PENERIMA_PENDEK)
                return
            sealed = alat.cases.book.seal_penerima(produk.id, collector)
            if await alat.products.hand_over(produk, sealed, by=officer):
                await alat.desk.clear(officer)
                await turn.say(officer, words.DISERAHKAN.format(nomor=case.nomor))
                text_ = citizen_words.DISERAHKAN.format(nama=produk.nama, nomor=case.nomor)
                await turn.say(alat.cases.book.chat(case), text_, subject=case.id)
                await close_if_arrived(alat, case)
            await board.redraw(alat, turn, case.id)

        return act

    async def _product(self, case: Permohonan, *wanted: StatusProduk) -> Produk | None:
        products = await self._alat.cases.products(case.id)
        return next((one for one in products if one.status in wanted), None)

    def _changed(self, query_id: str, case: Permohonan) -> Act:
        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.KARTU_BERUBAH)
            await board.redraw(self._alat, turn, case.id)

        return act


async def close_if_arrived(alat: Alat, case: Permohonan) -> None:
    """End an approved case once every product has reached the citizen."""
    current = await alat.cases.find(case.id)
    if current is None or current.status != StatusPermohonan.DISETUJUI:
        return
    if await alat.products.all_arrived(case.id):
        await alat.cases.close(current)


def opening(alat: Alat) -> str:
    """Say when the counter is open, in one line per day that it is."""
    names = type(alat.kantor.jam_layanan).model_fields
    lines = []
    for name in names:
        hours = getattr(alat.kantor.jam_layanan, name)
        if hours:
            lines.append(f"{name.capitalize()} {', '.join(str(one) for one in hours)}")
    return "\n".join(lines)
