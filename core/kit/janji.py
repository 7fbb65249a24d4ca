"""What must hold after every step of any dialog."""

import html
import re

from core.dialog import Draft
from core.kit.walk import Walk

TEKS_MAKSIMAL = 4096
AKSI_MAKSIMAL = 40
KETERANGAN_MAKSIMAL = 1024
LABEL_MAKSIMAL = 60
BOCOR = re.compile(
    r"\b(error|invalid|oops|none|null|true|false|string|input|value|should|must|field|required|"
    r"traceback|exception|undefined|please|sorry|click|submit|skip|the|and)\b",
    re.IGNORECASE,
)
"""Words of English or of the machine, which nobody should read (DIALOG.md U21)."""
_TAG = re.compile(r"</?(?:b|code)>")
_AKSI = re.compile(r"[!-~]+")


def check(walk: Walk, *, diam: bool = False) -> None:
    """Insist on all promises, for the answer to the last event; `diam`: there may be none."""
    assert Draft.load(walk.draft.dump()) == walk.draft, "a draft is not plain JSON"
    assert walk.balasan or diam or walk.draft.status == "terkirim", "silence"
    for balasan in walk.balasan:
        satuan = len(balasan.teks.encode("utf-16-le", "surrogatepass")) // 2
        batas = KETERANGAN_MAKSIMAL if balasan.contoh or balasan.gambar else TEKS_MAKSIMAL
        assert 0 < satuan <= batas, f"a message of {satuan} characters, of {batas}"
        sisa = _TAG.sub("", balasan.teks)
        assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", sisa), f"not escaped: {sisa[:200]}"
        terbaca = _without(html.unescape(sisa), walk.draft.jawaban)
        assert not BOCOR.search(terbaca), f"a foreign word leaks in: {terbaca[:200]}"
    for tombol in walk.tombol:
        assert _AKSI.fullmatch(tombol.aksi), f"{tombol.aksi!r} is no address"
        assert len(tombol.aksi) <= AKSI_MAKSIMAL, f"{tombol.aksi!r} is too long"
        assert 0 < len(tombol.label.strip()) <= LABEL_MAKSIMAL, f"label {tombol.label!r}"
    aksi = [tombol.aksi for tombol in walk.tombol]
    assert len(set(aksi)) == len(aksi), f"two buttons with one address: {aksi}"
    if walk.draft.status in ("tanya", "ringkas"):
        tanya = [balasan for balasan in walk.balasan if balasan.tanya]
        assert len(tanya) == 1 or (diam and not tanya), f"{len(tanya)} questions at once"
        assert diam or walk.balasan[-1].tanya, "the question is not last"


def _without(teks: str, jawaban: object) -> str:
    """Leave out what the citizen typed: somebody may well be called False."""
    match jawaban:
        case dict():
            for isi in jawaban.values():
                teks = _without(teks, isi)
        case list():
            for isi in jawaban:
                teks = _without(teks, isi)
        case str() if jawaban:
            teks = teks.replace(jawaban, "")
    return teks


def unchanged(sebelum: Draft, sesudah: Draft) -> bool:
    """Say whether an answer was refused; if so, insist that it cost nothing."""
    if sesudah.rev != sebelum.rev:
        return False
    assert sesudah.jawaban == sebelum.jawaban, "a refused answer changed another"
    return True
