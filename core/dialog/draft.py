"""A form being filled in: plain JSON, so that it survives any restart at any step."""

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Self

Jawaban = dict[str, Any]
"""Answers by field name, as JSON. None: skipped. A group: {"baris": [...], "selesai": bool}."""

Status = Literal["tanya", "ringkas", "terkirim", "batal"]
TUTUP: tuple[Status, ...] = ("terkirim", "batal")


@dataclass(frozen=True)
class Draft:
    """What was answered so far. The next question is derived from it, never stored."""

    layanan: str
    versi: int
    jawaban: Jawaban = field(default_factory=dict)
    rev: int = 0
    """Rises with every change of what is on screen; older buttons no longer count."""
    status: Status = "tanya"
    di: str | None = None
    """The question that the citizen went back to, or was sent back to."""
    layar: tuple[str, ...] = ()
    """The menu that is open over the question: its name and arguments."""
    saring: str = ""
    """What was typed to find a choice in a long list."""
    gagal: int = 0
    """Refused answers in a row to the present question."""
    perbaikan: dict[str, str] = field(default_factory=dict)
    """An officer's notes, by path, until that question is answered anew."""
    album: str = ""
    """The album whose first photo was taken; its others are further pages of that paper."""
    album_di: str = ""
    """The path of the question that this album answers."""
    coba: dict[str, int] = field(default_factory=dict)
    """By path: how many photos an officer could not have read were sent in a row."""
    tolak: str = ""
    """The album of which a photo was asked for again last: one album is one try."""
    surat: dict[str, str] = field(default_factory=dict)
    """By path of its question: of which answers the letter was made that was given last."""
    dicontohkan: bool = False
    """Whether the picture of a good photo was shown."""
    sidik: dict[str, str] = field(default_factory=dict)
    """The fingerprints of the questions of the form in this version (core.dialog.sidik)."""
    tanya: str = ""
    """The path of the question that was asked last; empty at the summary."""
    pesan: dict[str, list[list[str]]] = field(default_factory=dict)
    """By id of a message: path and digest of each answer that it gave (core.dialog.sunting)."""
    semula: dict[str, Any] = field(default_factory=dict)
    """Of a case that was filed in an earlier version: that version, and the answers as filed."""

    def dump(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def load(cls, teks: str) -> Self:
        """Read what `dump` wrote, also an earlier or a later version of it."""
        dikenal = {satu.name for satu in fields(cls)}
        isi = {nama: nilai for nama, nilai in json.loads(teks).items() if nama in dikenal}
        return cls(**(isi | {"layar": tuple(isi.get("layar", ()))}))
