"""Does what a dialog asks for, outside any transaction, and tells the dialog what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from telegram.error import TelegramError

from core.api import Unggahan
from core.bahasa import kata
from core.bot import words
from core.bot.tools import Alat, Cara, Paper, Tolakan
from core.bot.turn import Act
from core.dialog import (
    Ajukan,
    Balasan,
    CariPenduduk,
    Dicari,
    Diperiksa,
    Draft,
    Efek,
    Hapus,
    Kejadian,
    KirimKode,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
    Konteks,
    PeriksaBerkas,
    PeriksaKode,
    Rencana,
    step,
)

_MOST_EFFECTS = 40


@dataclass(frozen=True)
class Hasil:
    """What one event led to: the draft, what to say, what to write, and whether it ends."""

    draft: Draft
    balasan: tuple[Balasan, ...]
    acts: tuple[Act, ...] = ()
    ajukan: bool = False
    hapus: bool = False


class Effects:
    """Plays an event through the dialog until nothing more is asked of the room."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def play(
        self,
        chat_id: int,
        case_id: UUID,
        rencana: Rencana,
        draft: Draft,
        event: Kejadian,
        konteks: Konteks,
    ) -> Hasil:
        """Return where the dialog stands after an event and everything it set off."""
        result = Hasil(draft, ())
        waiting: list[Kejadian] = [event]
        for _ in range(_MOST_EFFECTS):
            if not waiting:
                return result
            step_ = step(rencana, result.draft, waiting.pop(0), konteks)
            result = replace(result, draft=step_.draft, balasan=(*result.balasan, *step_.balasan))
            for effect in step_.efek:
                result, answer = await self._perform(chat_id, case_id, effect, result)
                waiting += answer
        raise RuntimeError("the dialog keeps asking for effects")

    async def _perform(
        self, chat_id: int, case_id: UUID, effect: Efek, result: Hasil
    ) -> tuple[Hasil, Sequence[Kejadian]]:
        codes = self._alat.codes
        match effect:
            case Ajukan():
                return replace(result, ajukan=True), ()
            case Hapus():
                return replace(result, hapus=True), ()
            case PeriksaBerkas():
                return result, (await self._paper(case_id, effect),)
            case CariPenduduk(path, jenis, nomor, nama, lahir):
                found = await self._alat.population.search(jenis, nomor, nama=nama, lahir=lahir)
                return result, (Dicari(path, found),)
            case KirimKode(path, alamat):
                sent = await codes.request(chat_id, case_id, alamat)
                told = KodeDikirim if sent.baik else KodeDitolak
                return _with(result, sent.act), (told(path, sent.kalimat),)
            case PeriksaKode(path, alamat, kode):
                judged = await codes.judge(chat_id, case_id, alamat, kode)
                verdict = KodeCocok(path) if judged.baik else KodeSalah(path, judged.kalimat)
                return _with(result, judged.act), (verdict,)

    async def _paper(self, case_id: UUID, effect: PeriksaBerkas) -> Diperiksa:
        papers, titipan = self._alat.papers, effect.titipan
        if refusal := papers.too_large(titipan.ukuran):
            return Diperiksa(effect.path, None, refusal, lanjut=effect.lanjut)
        try:
            content = await self._alat.download(titipan.file_id)
        except TelegramError:
            kept: Paper | Tolakan = Tolakan(kata(words.UNDUH_GAGAL), netral=True)
        else:
            cara = Cara(effect.kertas, effect.terdahulu, effect.terakhir, effect.baca)
            kept = await papers.take(case_id, effect.path, content, titipan.mime, cara=cara)
        return _looked_at(effect, kept)


def _looked_at(effect: PeriksaBerkas, kept: Paper | Tolakan) -> Diperiksa:
    """Tell the dialog what became of a file."""
    if isinstance(kept, Tolakan):
        return Diperiksa(
            effect.path,
            None,
            kept.kalimat,
            contoh=kept.contoh,
            lunak=kept.lunak,
            netral=kept.netral,
            lanjut=effect.lanjut,
        )
    page = Unggahan(
        berkas=kept.berkas,
        mime=kept.mime,
        jejak=kept.jejak,
        cacat=kept.cacat,
        bacaan=kept.bacaan,
    )
    return Diperiksa(effect.path, page, lanjut=effect.lanjut)


def _with(result: Hasil, act: Act) -> Hasil:
    return replace(result, acts=(*result.acts, act))
