"""Perbaiki: what is wrong, and why; the citizen is asked for exactly that (U47)."""

import json
from collections.abc import Mapping
from dataclasses import replace

from core.bahasa import kata, speaking
from core.bot import talks
from core.bot import words as citizen_words
from core.bot.bahasa import of_case
from core.bot.pemohon.ask import ask
from core.bot.petugas import mend_cards, sheet, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import Admitted
from core.bot.text import bullets
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.dialog import Draft, Pertanyaan, prompt, questions, send_back, spoken
from core.meja import Langkah, Lembar
from core.permohonan import Permohonan

_PICKED, _CURRENT, _PATTERN = "dipilih", "sekarang", "pola"
_PAPER, _DETAIL = "{dok}", "{rincian}"
_LONGEST = 500


class Mending:
    """Collects fields and reasons on the officer's desk, then sends the case back."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    async def open_(self, press: Admitted) -> Act:
        """Show the fields of the case; what was picked before is still picked."""

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await self._fields(turn, press.case, press.petugas.id)

        return act

    async def pick(self, press: Admitted) -> Act:
        """Take a field and ask why."""
        case, officer = press.case, press.petugas.id
        fields = self._questions(case)
        if not press.arg.isdigit() or int(press.arg) >= len(fields):
            return toast(press.query_id, words.KARTU_BERUBAH)
        field = fields[int(press.arg)]

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            await self._keep(case, officer, Langkah.RINCIAN, {_CURRENT: field.path})
            reasons = self._alat.service(case).layanan.alasan_kembali
            await mend_cards.reasons(turn, case, officer, field, reasons)

        return act

    async def turn_page(self, press: Admitted) -> Act:
        """Show a page of fields."""
        page = int(press.arg) if press.arg.isdigit() else 0

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            await self._fields(turn, press.case, press.petugas.id, page)

        return act

    async def give_reason(self, press: Admitted) -> Act:
        """Take a reason from the list; one with {rincian} waits for the officer's own words."""
        case, officer = press.case, press.petugas.id
        reasons = self._alat.service(case).layanan.alasan_kembali
        chosen = next((reason for reason in reasons if reason.kode == press.arg), None)
        page = await sheet.of(self._alat, officer, case)
        if chosen is None or _CURRENT not in page.isi:
            return toast(press.query_id, words.KARTU_BERUBAH)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            if _DETAIL in chosen.teks:
                waiting = {_CURRENT: page.isi[_CURRENT], _PATTERN: chosen.teks}
                await self._keep(case, officer, Langkah.RINCIAN, waiting)
                await turn.say(officer, words.TULIS_RINCIAN)
            else:
                await self._add(turn, case, officer, page, chosen.teks)

        return act

    async def write_reason(self, case: Permohonan, officer: int, page: Lembar, text: str) -> Act:
        """Take the officer's own words as the reason."""
        detail = " ".join(text.split())[:_LONGEST]
        reason = page.isi.get(_PATTERN, _DETAIL).replace(_DETAIL, detail)

        async def act(turn: Turn) -> None:
            await self._add(turn, case, officer, page, reason)

        return act

    async def send(self, press: Admitted) -> Act:
        """Send the case back with everything that was picked."""
        alat, case, officer = self._alat, press.case, press.petugas.id
        picked = _picked(await sheet.of(alat, officer, case))
        if not picked:
            return toast(press.query_id, words.TANPA_ALASAN)
        draft = alat.draft(case)
        back = send_back(alat.service(case).rencana, draft, picked)
        putusan = replace(alat.cases.book.putusan(case), perbaikan=picked)
        with speaking(await of_case(alat, case)):  # all but the officer's own words
            asked = questions(spoken(alat.service(case).rencana), draft)
            labels = {one.path: one.label for one in asked}
            lines = [f"{labels[path]}: {kata(why)}" for path, why in picked.items()]

        async def act(turn: Turn) -> None:
            written, versi = back.dump(), back.versi
            sent = held(
                await alat.cases.send_back(case, written, putusan, by=officer, versi=versi)
            )
            await turn.toast(press.query_id, words.TERCATAT)
            await self._tell_citizen(turn, sent, back, lines)
            await turn.say(officer, words.PERBAIKAN_TERKIRIM.format(nomor=case.nomor))
            await self._decisions.tidy(turn, case, officer)

        return act

    async def _tell_citizen(
        self, turn: Turn, case: Permohonan, draft: Draft, lines: list[str]
    ) -> None:
        alat = self._alat
        chat_id = alat.cases.book.chat(case)
        with speaking(await of_case(alat, case)):
            text = kata(citizen_words.PERBAIKI, nomor=case.nomor, daftar=bullets(lines))
            replies = prompt(alat.service(case).rencana, draft, alat.konteks())
        await turn.say(chat_id, text, lasting=True, subject=case.id)
        await talks.focus_chat(turn.mint, chat_id, case.id)
        await ask(turn, chat_id, case, replies, draft.rev)

    async def _add(
        self, turn: Turn, case: Permohonan, officer: int, page: Lembar, reason: str
    ) -> None:
        """Note a reason for the field at hand, and show the fields again."""
        path = page.isi[_CURRENT]
        label = next((one.label for one in self._questions(case) if one.path == path), path)
        picked = {**_picked(page), path: reason.replace(_PAPER, label)}
        await self._keep(case, officer, Langkah.PERBAIKI, {}, picked)
        await self._fields(turn, case, officer)

    async def _fields(self, turn: Turn, case: Permohonan, officer: int, page: int = 0) -> None:
        await self._keep(case, officer, Langkah.PERBAIKI, {})
        picked = _picked(await sheet.of(self._alat, officer, case))
        await mend_cards.fields(turn, case, officer, self._questions(case), picked, page)

    async def _keep(
        self,
        case: Permohonan,
        officer: int,
        langkah: Langkah,
        isi: Mapping[str, str],
        picked: Mapping[str, str] | None = None,
    ) -> None:
        """Write the sheet; what was picked so far stays on it."""
        if picked is None:
            picked = _picked(await sheet.of(self._alat, officer, case))
        full = {**isi, _PICKED: json.dumps(dict(picked))}
        await self._alat.desk.lay(officer, Lembar(case.id, langkah, full))

    def _questions(self, case: Permohonan) -> tuple[Pertanyaan, ...]:
        return questions(self._alat.service(case).rencana, self._alat.draft(case))


def _picked(page: Lembar) -> dict[str, str]:
    return dict(json.loads(page.isi.get(_PICKED, "{}")))
