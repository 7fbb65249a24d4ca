"""Draws fictional papers: card, family card, marriage book, police letter, birth certificate.

Nothing on them belongs to anybody: numbers are of kecamatan 99, names are put together by the
seed. Pillow's own font draws them, so that every machine draws the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Acak = np.random.Generator
_NAMES = (
    "BUDI SANTOSO SITI AMINAH JOKO WIDIGDO RATNA DEWI AGUS PRAYOGA SRI LESTARI HENDRA GUNAWAN DIAN"
    " PUSPITA EKO NUGROHO WULAN SARI BAYU PRATAMA INDAH KARTIKA SLAMET RIYADI TUTIK HANDAYANI"
).split()
_WORDS = (
    "yang bertanda tangan di bawah ini menerangkan bahwa pada hari tersebut telah datang seorang"
    " warga yang melaporkan kehilangan surat berharga di sekitar pasar kecamatan antara rumah dan"
    " kantor desa demikian surat ini dibuat dengan sebenarnya untuk dipergunakan seperlunya"
).split()
# Height of a small letter over the size of the font (Pillow's own).
_X_HEIGHT = 0.53


@dataclass(frozen=True)
class Lembaran:
    """A paper, drawn flat, and how high its smallest important letters are."""

    gambar: Image.Image
    lebar_mm: float
    huruf_mm: float

    @property
    def dots_per_mm(self) -> float:
        """Scale of the drawing."""
        return self.gambar.width / self.lebar_mm


class _Pen:
    """Draws in millimetres."""

    def __init__(self, size: tuple[float, float], scale: float, paper: tuple[int, int, int]):
        self.scale = scale
        self.sheet = Image.new("RGB", (int(size[0] * scale), int(size[1] * scale)), paper)
        self._draw = ImageDraw.Draw(self.sheet)

    def text(self, x: float, y: float, words: str, size: float, ink: str = "#202024") -> None:
        font = ImageFont.load_default(size * self.scale)
        self._draw.text((x * self.scale, y * self.scale), words, fill=ink, font=font)

    def line(self, x: float, y: float, to_x: float, to_y: float, ink: str = "#303034") -> None:
        ends = [each * self.scale for each in (x, y, to_x, to_y)]
        self._draw.line(ends, fill=ink, width=max(int(0.2 * self.scale), 1))

    def box(self, x: float, y: float, to_x: float, to_y: float, fill: str) -> None:
        self._draw.rectangle([each * self.scale for each in (x, y, to_x, to_y)], fill=fill)

    def round(self, x: float, y: float, radius: float, fill: str) -> None:
        ends = [each * self.scale for each in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(ends, fill=fill)


def _name(rng: Acak) -> str:
    return " ".join(str(each) for each in rng.choice(_NAMES, 2, replace=False))


def _number(rng: Acak) -> str:
    return "331999" + "".join(str(each) for each in rng.integers(0, 10, 10))


def card(rng: Acak) -> Lembaran:
    """A card like the KTP: blue, with a wavy ground and a portrait."""
    pen = _Pen((85.6, 54), 22, (168, 202, 226))
    for row in range(0, 54, 2):
        pen.line(0, row, 85.6, row + 1.0, "#a0c4dc")
    pen.text(26, 2, "PROVINSI CONTOH", 3.4)
    pen.text(27, 6, "KABUPATEN CONTOH", 3.4)
    pen.text(3, 11, f"NIK : {_number(rng)}", 4.2)
    fields = ("Nama", "Tempat/Tgl Lahir", "Jenis Kelamin", "Alamat", "RT/RW", "Kel/Desa")
    for row, field in enumerate((*fields, "Kecamatan", "Agama", "Pekerjaan")):
        pen.text(3, 17 + row * 3.9, field, 2.7)
        pen.text(24, 17 + row * 3.9, f": {_name(rng)}", 2.7)
    pen.box(63, 12, 83, 38, str(rng.choice(["#c03030", "#3050b0"])))
    pen.round(73, 23, 5.5, "#b98a68")
    pen.round(73, 40, 9, "#e4e4e8")
    pen.text(64, 47, "BERLAKU: CONTOH", 2.2)
    return Lembaran(pen.sheet, 85.6, 2.7 * _X_HEIGHT)


def family_card(rng: Acak) -> Lembaran:
    """A page like the KK: a wide table in small letters on A4."""
    pen = _Pen((297, 210), 10, (244, 246, 240))
    pen.text(110, 8, "KARTU KELUARGA", 8)
    pen.text(112, 18, f"No. {_number(rng)}", 5)
    for row in range(4):
        pen.text(12, 28 + row * 5, f"Nama Kepala Keluarga : {_name(rng)}", 3)
        pen.text(180, 28 + row * 5, f"Kecamatan : {_name(rng)}", 3)
    for top in (52, 120):
        for column in range(10):
            pen.line(10 + column * 30.8, top, 10 + column * 30.8, top + 60)
        for row in range(11):
            pen.line(10, top + row * 6, 287, top + row * 6)
            for column in range(9 if row < 10 else 0):
                words = _number(rng) if column == 1 else _name(rng)
                pen.text(11 + column * 30.8, top + row * 6 + 1.4, words, 2.6)
    pen.text(220, 186, f"KEPALA DINAS CONTOH, {_name(rng)}", 3)
    return Lembaran(pen.sheet, 297, 2.6 * _X_HEIGHT)


def marriage_book(rng: Acak) -> Lembaran:
    """A page of a marriage book: small, greenish, ruled lines filled in."""
    pen = _Pen((88, 125), 15, (226, 232, 214))
    pen.text(22, 6, "KUTIPAN AKTA NIKAH", 3.8)
    pen.text(24, 12, f"Nomor: {rng.integers(100, 999)}/99/CONTOH", 3)
    for row in range(18):
        top = 20 + row * 5.4
        pen.text(6, top, f"{row + 1}. Nama lengkap", 2.5)
        pen.text(36, top, f": {_name(rng)}", 2.5)
        pen.line(36, top + 3.4, 82, top + 3.4, "#7c8878")
    return Lembaran(pen.sheet, 88, 2.5 * _X_HEIGHT)


def police_letter(rng: Acak) -> Lembaran:
    """A letter of the police on A4: a heading, running text, a stamp."""
    pen = _Pen((210, 297), 9, (248, 247, 243))
    pen.text(60, 15, "KEPOLISIAN SEKTOR CONTOH", 6)
    pen.line(20, 30, 190, 30)
    pen.text(55, 36, "SURAT KETERANGAN KEHILANGAN", 5.4)
    for row in range(26):
        words = " ".join(str(each) for each in rng.choice(_WORDS, 11))
        pen.text(22, 52 + row * 7, words[:78], 4)
    pen.text(125, 244, f"a.n. KAPOLSEK, {_name(rng)}", 4)
    pen.round(118, 262, 13, "#8a7fc4")
    pen.round(118, 262, 12, "#f4f2f4")
    pen.text(108, 259, "CONTOH", 4, "#6a5fb4")
    return Lembaran(pen.sheet, 210, 4 * _X_HEIGHT)


def certificate(rng: Acak) -> Lembaran:
    """A birth certificate with a frame; no threshold was tuned on it."""
    pen = _Pen((210, 297), 9, (238, 238, 246))
    for inset in (8, 10):
        for ends in (
            (inset, inset, 210 - inset, inset),
            (inset, 297 - inset, 210 - inset, 297 - inset),
        ):
            pen.line(*ends, "#5070a8")
        for ends in (
            (inset, inset, inset, 297 - inset),
            (210 - inset, inset, 210 - inset, 297 - inset),
        ):
            pen.line(*ends, "#5070a8")
    pen.text(48, 40, "KUTIPAN AKTA KELAHIRAN", 7, "#304878")
    for row in range(13):
        pen.text(24, 70 + row * 11, f"bahwa di Contoh telah lahir {_name(rng)} anak dari", 4.2)
        pen.text(24, 75 + row * 11, f"{_name(rng)} nomor {_number(rng)}", 3.4)
    return Lembaran(pen.sheet, 210, 3.4 * _X_HEIGHT)


TUNED: Mapping[str, Callable[[Acak], Lembaran]] = {
    "kartu": card,
    "kk": family_card,
    "buku-nikah": marriage_book,
    "surat": police_letter,
}
HELD_OUT: Mapping[str, Callable[[Acak], Lembaran]] = {"akta": certificate}
