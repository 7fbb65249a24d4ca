"""Perbaiki: the officer picks what is wrong and why; the citizen is asked for exactly that (U47)."""

import html
import json
from collections.abc import Mapping
from dataclasses import replace

from core.bot import talks
from core.bot import words as citizen_words
from core.bot.models import Kartu
from core.bot.pemohon.ask import ask
from core.bot.petugas import words
from core.bot.petugas.buttons import To
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import PILIH, Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Rows, Turn
from core.dialog import Draft, Konteks, Pertanyaan, prompt, questions, send_back
from core.meja import Langkah, Lembar
from core.permohonan import Kalah, Permohonan

_PICKED, _CURRENT, _PAGE = "dipilih", "sekarang", "halaman"
_PER_PAGE = 8


class Mending:
    """Collects fields and reasons on the officer's desk, then sends the case back."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    async def open_(self, query_id: str, admitted: Admitted) -> Act:
        """Show the fields of the case."""
        case, officer = admitted.case, admitted.petugas.id
        if not await talks.known(self._alat.mint, officer):
            return self._decisions.invite(query_id)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            await self._fields(turn, case, officer, {}, 0)

        return act

    def pick(self, query_id: str, admitted: Admitted, arg: str) -> Act:
        """Take a field and ask why."""
        case, officer = admitted.case, admitted.petugas.id
        fields = self._questions(case)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            if not arg.isdigit() or int(arg) >= len(fields):
                return
            picked = self._picked(await self._alat.desk.of(officer))
            await self._reasons(turn, case, officer, fields[int(arg)], picked)

        return act

    def turn_page(self, query_id: str, admitted: Admitted, arg: str) -> Act:
        """Show another page of fields."""

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            picked = self._picked(await self._alat.desk.of(admitted.petugas.id))
            page = int(arg) if arg.isdigit() else 0
            await self._fields(turn, admitted.case, admitted.petugas.id, picked, page)

        return act

    def give_reason(self, query_id: str, admitted: Admitted, kode: str) -> Act:
        """Take a reason from the list; one with {rincian} waits for the officer's own words."""
        case, officer = admitted.case, admitted.petugas.id
        reasons = self._alat.service(case).layanan.alasan_kembali
        chosen = next((reason for reason in reasons if reason.kode == kode), None)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            sheet = await self._alat.desk.of(officer)
            if chosen is None or sheet.kasus != case.id or _CURRENT not in sheet.isi:
                return
            if "{rincian}" in chosen.teks:
                isi = {**sheet.isi, "pola": chosen.teks}
                await self._alat.desk.lay(officer, Lembar(case.id, Langkah.RINCIAN, isi))
                await turn.say(officer, words.TULIS_RINCIAN)
                return
            await self._add(turn, case, officer, sheet, chosen.teks, "")

        return act

    def write_reason(self, case: Permohonan, officer: int, sheet: Lembar, text: str) -> Act:
        """Take the officer's own words as the reason."""

        async def act(turn: Turn) -> None:
            pattern = sheet.isi.get("pola", "{rincian}")
            await self._add(turn, case, officer, sheet, pattern, text.strip()[:500])

        return act

    async def send(self, query_id: str, admitted: Admitted) -> Act:
        """Send the case back with everything that was picked."""
        alat, case, officer = self._alat, admitted.case, admitted.petugas.id
        picked = self._picked(await alat.desk.of(officer))
        draft = Draft.load(alat.cases.book.isian(case))
        plan = alat.service(case).rencana

        async def act(turn: Turn) -> None:
            if not picked:
                await turn.toast(query_id, words.TANPA_ALASAN)
                return
            back = send_back(plan, draft, picked)
            putusan = replace(alat.cases.book.putusan(case), perbaikan=picked)
            done = await alat.cases.send_back(case, back.dump(), putusan, by=officer)
            await turn.toast(query_id, words.TERCATAT)
            if not isinstance(done, Kalah):
                await self._tell_citizen(turn, done, back, picked)
                await turn.say(officer, words.PERBAIKAN_TERKIRIM.format(nomor=case.nomor))
            await self._decisions.tidy(turn, case, officer)

        return act

    async def _tell_citizen(
        self, turn: Turn, case: Permohonan, draft: Draft, picked: Mapping[str, str]
    ) -> None:
        alat = self._alat
        chat_id = alat.cases.book.chat(case)
        labels = {one.path: one.label for one in self._questions(case)}
        lines = [f"{labels.get(path, path)}: {why}" for path, why in picked.items()]
        text = citizen_words.PERBAIKI.format(
            nomor=case.nomor,
            daftar=citizen_words.bullets([html.escape(line, quote=False) for line in lines]),
        )
        await turn.say(chat_id, text, subject=case.id)
        await talks.focus_chat(turn.mint, chat_id, case.id)
        kantor = alat.kantor
        konteks = Konteks(kantor.tanggal_setempat(alat.now()), kantor.desa, kantor.nama_dinas)
        replies = prompt(alat.service(case).rencana, draft, konteks)
        await ask(turn, chat_id, case, replies, draft.rev)

    async def _add(
        self, turn: Turn, case: Permohonan, officer: int, sheet: Lembar, pattern: str, detail: str
    ) -> None:
        path = sheet.isi[_CURRENT]
        label = next((one.label for one in self._questions(case) if one.path == path), path)
        sentence = pattern.replace("{dok}", label).replace("{rincian}", detail)
        picked = {**self._picked(sheet), path: sentence}
        await self._fields(turn, case, officer, picked, int(sheet.isi.get(_PAGE, "0")))

    async def _fields(
        self, turn: Turn, case: Permohonan, officer: int, picked: Mapping[str, str], page: int
    ) -> None:
        isi = {_PICKED: json.dumps(dict(picked)), _PAGE: str(page)}
        await self._alat.desk.lay(officer, Lembar(case.id, Langkah.PERBAIKI, isi))
        card, to = await self._card(turn, case, officer)
        fields = self._questions(case)
        first = page * _PER_PAGE
        rows: Rows = [
            [((f"☑ {one.label}" if one.path in picked else one.label), to("f", str(first + n)))]
            for n, one in enumerate(fields[first : first + _PER_PAGE])
        ]
        if len(fields) > _PER_PAGE:
            pages = -(-len(fields) // _PER_PAGE)
            rows = [*rows, [(words.BERIKUTNYA, to("hal", str((page + 1) % pages)))]]
        if picked:
            rows = [*rows, [(words.KIRIM_PERBAIKAN, to("kirim"))]]
        rows = [*rows, [(words.TIDAK, to("tidak"))]]
        so_far = html.escape("\n".join(f"• {why}" for why in picked.values()), quote=False)
        listed = words.SEJAUH_INI.format(daftar=so_far) if picked else ""
        text = words.PILIH_ISIAN.format(nomor=case.nomor, sejauh_ini=listed)
        await turn.say(officer, text, rows, card=card)

    async def _reasons(
        self,
        turn: Turn,
        case: Permohonan,
        officer: int,
        field: Pertanyaan,
        picked: Mapping[str, str],
    ) -> None:
        isi = {_PICKED: json.dumps(dict(picked)), _CURRENT: field.path}
        await self._alat.desk.lay(officer, Lembar(case.id, Langkah.RINCIAN, isi))
        card, to = await self._card(turn, case, officer)
        reasons = self._alat.service(case).layanan.alasan_kembali
        rows: Rows = [
            [(_short(reason.teks, field.label), to("a", reason.kode))] for reason in reasons
        ]
        rows = [*rows, [(words.KEMBALI, to("hal", "0"))]]
        label = html.escape(field.label, quote=False)
        await turn.say(officer, words.PILIH_ALASAN.format(label=label), rows, card=card)

    async def _card(self, turn: Turn, case: Permohonan, officer: int) -> tuple[Kartu, To]:
        for old in await Kartu.filter(permohonan_id=case.id, jenis=PILIH, aktif=True):
            await turn.strip(old)
        card = await turn.new_card(PILIH, officer, case_id=case.id)
        return card, To(case, card)

    def _questions(self, case: Permohonan) -> tuple[Pertanyaan, ...]:
        draft = Draft.load(self._alat.cases.book.isian(case))
        return questions(self._alat.service(case).rencana, draft)

    def _picked(self, sheet: Lembar) -> dict[str, str]:
        return dict(json.loads(sheet.isi.get(_PICKED, "{}")))


def _short(sentence: str, label: str) -> str:
    text = sentence.replace("{dok}", label).replace(": {rincian}", " …").replace("{rincian}", "…")
    return text if len(text) <= 60 else text[:59] + "…"
