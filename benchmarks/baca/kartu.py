"""Draws fictional papers that are read: a sheet like the KTP-el, and one like the KK.

Nobody's data: every number is of kecamatan 99, names are put together by the seed, and CONTOH is
written across. Liberation Sans stands for the card's Arial, Pillow's own font for other prints.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.citra.lembaran import Acak, Lembaran

_NAMES = (
    "BUDI SANTOSO SITI AMINAH JOKO WIDIGDO RATNA DEWI AGUS PRAYOGA SRI LESTARI HENDRA GUNAWAN DIAN"
    " PUSPITA EKO NUGROHO WULAN SARI BAYU PRATAMA INDAH KARTIKA SLAMET RIYADI TUTIK HANDAYANI MUH"
    " FAJAR NUR HIDAYAH YOHANES WAHYU OKTAVIA ZAINAL ILHAM QOMARIYAH GILANG VERONIKA"
).split()
_PLACES = ("CONTOHREJO", "CONTOHSARI", "CONTOHAN", "CONTOHWETAN")
_WOMEN = 40
_X_HEIGHT = 0.53
_FACES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "")
_WAVES = ((168, 202, 226), "#9cc0da")


@dataclass(frozen=True)
class Orang:
    """Who stands on a paper; nobody."""

    nik: str
    nama: str
    lahir: str


@dataclass(frozen=True)
class Isi:
    """What is written on a paper, and in which face."""

    nomor_kk: str
    daftar_orang: tuple[Orang, ...]
    muka: str
    """File name of the font; empty for Pillow's own."""

    @property
    def kepala(self) -> Orang:
        """Whose card it is, or the head of the family."""
        return self.daftar_orang[0]


def content(rng: Acak) -> Isi:
    """Invent a family."""
    people = tuple(_person(rng) for _ in range(int(rng.integers(2, 6))))
    day, month, year = _day(rng)
    number = f"331999{day:02d}{month:02d}{year % 100:02d}{rng.integers(1, 9999):04d}"
    return Isi(number, people, str(rng.choice(_FACES)))


def ktp(isi: Isi) -> Lembaran:
    """Draw a card like the KTP-el: blue, with a wavy ground and a portrait."""
    one = isi.kepala
    pen = _Pen((85.6, 54), 22, _WAVES[0], isi.muka)
    for row in range(-10, 64, 2):
        pen.line((0, row), (85.6, row + 6), _WAVES[1])
    pen.middle(42.8, 1.6, "PROVINSI CONTOH", 3.2)
    pen.middle(42.8, 5.2, "KABUPATEN CONTOH", 3.2)
    pen.text(2.5, 9.4, "NIK", 4)
    pen.text(18, 9.2, f": {one.nik}", 4.4)
    lines = (
        ("Nama", one.nama),
        ("Tempat/Tgl Lahir", f"CONTOH, {one.lahir}"),
        ("Jenis kelamin", "PEREMPUAN" if int(one.nik[6]) >= 4 else "LAKI-LAKI"),
        ("Alamat", "JL. CONTOH 5"),
        ("      RT/RW", "002/005"),
        ("      Kel/Desa", _PLACES[int(one.nik[-1]) % len(_PLACES)]),
        ("      Kecamatan", "CONTOH"),
        ("Agama", "ISLAM"),
        ("Status Perkawinan", "KAWIN"),
        ("Pekerjaan", "WIRASWASTA"),
        ("Kewarganegaraan", "WNI"),
        ("Berlaku Hingga", "SEUMUR HIDUP"),
    )
    for place, (label, value) in enumerate(lines):
        pen.text(2.5, 14.6 + place * 3.15, label, 2.5)
        pen.text(23, 14.6 + place * 3.15, f": {value}", 2.5)
    pen.box((64, 13), (82, 37), "#b03838" if int(one.nik[-1]) % 2 else "#3858a8")
    pen.round((73, 23), 5.5, "#b98a68")
    pen.round((73, 37), 7, "#d8d8dc")
    pen.middle(73, 40, "CONTOH", 2.2)
    pen.middle(73, 43, one.lahir, 2)
    pen.across("CONTOH", 11)
    return Lembaran(pen.sheet, 85.6, 2.5 * _X_HEIGHT)


def kk(isi: Isi) -> Lembaran:
    """Draw a page like the KK: its number, the head's name, a wide table in small letters."""
    pen = _Pen((297, 210), 10, (246, 247, 243), isi.muka)
    pen.middle(148, 8, "KARTU KELUARGA", 8)
    pen.middle(148, 18, f"No. {isi.nomor_kk}", 6)
    left = [("Nama Kepala Keluarga", isi.kepala.nama), ("Alamat", "JL. CONTOH 5")]
    left += [("RT/RW", "002/005"), ("Kode Pos", "59999")]
    right = [("Desa/Kelurahan", "CONTOHREJO"), ("Kecamatan", "CONTOH")]
    right += [("Kabupaten/Kota", "CONTOH"), ("Provinsi", "CONTOH")]
    for x, value_at, lines in ((12, 55, left), (180, 214, right)):
        for place, (label, value) in enumerate(lines):
            pen.text(x, 29 + place * 4.6, label, 3.2)
            pen.text(value_at, 29 + place * 4.6, f": {value}", 3.2)
    columns = (10, 18, 74, 116, 142, 172, 196, 216, 250, 287)
    heads = "No,Nama Lengkap,NIK,Jenis Kelamin,Tempat Lahir,Tanggal Lahir,Agama"
    rows = [(heads + ",Pendidikan,Pekerjaan").split(",")]
    for place, one in enumerate(isi.daftar_orang):
        sex = "PEREMPUAN" if int(one.nik[6]) >= 4 else "LAKI-LAKI"
        start = [str(place + 1), one.nama, one.nik, sex, "CONTOH", one.lahir]
        rows.append([*start, "ISLAM", "SLTA/SEDERAJAT", "WIRASWASTA"])
    for top in (50, 118):
        _table(pen, top, columns, rows if top == 50 else rows[:1])
    pen.text(30, 184, "Dikeluarkan tanggal : 01-02-2020", 3)
    pen.text(215, 184, "KEPALA DINAS CONTOH", 3)
    pen.across("CONTOH", 40)
    return Lembaran(pen.sheet, 297, 3.2 * _X_HEIGHT)


def _table(pen: "_Pen", top: float, columns: Sequence[int], rows: Sequence[Sequence[str]]) -> None:
    for x in columns:
        pen.line((x, top), (x, top + 60), "#303034")
    for place in range(11):
        pen.line((columns[0], top + place * 6), (columns[-1], top + place * 6), "#303034")
    for place, row in enumerate(rows):
        for x, words in zip(columns, row, strict=False):
            pen.text(x + 1, top + place * 6 + 1.4, words, 2.8)


def _person(rng: Acak) -> Orang:
    day, month, year = _day(rng)
    woman = _WOMEN if rng.random() < 0.5 else 0
    nik = f"331999{day + woman:02d}{month:02d}{year % 100:02d}{rng.integers(1, 9999):04d}"
    count = int(rng.integers(2, 4))
    name = " ".join(str(each) for each in rng.choice(_NAMES, count, replace=False))
    return Orang(nik, name, f"{day:02d}-{month:02d}-{year}")


def _day(rng: Acak) -> tuple[int, int, int]:
    return int(rng.integers(1, 29)), int(rng.integers(1, 13)), int(rng.integers(1950, 2007))


class _Pen:
    """Draws in millimetres."""

    def __init__(
        self, size: tuple[float, float], scale: float, paper: tuple[int, int, int], face: str
    ) -> None:
        self.scale = scale
        self.sheet = Image.new("RGB", (int(size[0] * scale), int(size[1] * scale)), paper)
        self._face = face
        self._draw = ImageDraw.Draw(self.sheet)

    def text(self, x: float, y: float, words: str, size: float) -> None:
        at = (x * self.scale, y * self.scale)
        self._draw.text(at, words, fill="#202024", font=self._font(size))

    def middle(self, x: float, y: float, words: str, size: float) -> None:
        font = self._font(size)
        at = (x * self.scale - font.getlength(words) / 2, y * self.scale)
        self._draw.text(at, words, fill="#202024", font=font)

    def line(self, start: tuple[float, float], end: tuple[float, float], ink: str) -> None:
        ends = [each * self.scale for each in (*start, *end)]
        self._draw.line(ends, fill=ink, width=max(int(0.2 * self.scale), 1))

    def box(self, start: tuple[float, float], end: tuple[float, float], fill: str) -> None:
        self._draw.rectangle([each * self.scale for each in (*start, *end)], fill=fill)

    def round(self, middle: tuple[float, float], radius: float, fill: str) -> None:
        x, y = middle
        ends = [each * self.scale for each in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(ends, fill=fill)

    def across(self, words: str, size: float) -> None:
        """Write pale letters across the sheet, as on a specimen."""
        mark = Image.new("L", self.sheet.size, 0)
        pen = ImageDraw.Draw(mark)
        font = self._font(size)
        width, height = mark.size
        start = ((width - font.getlength(words)) / 2, height / 2 - size * self.scale / 2)
        pen.text(start, words, fill=26, font=font)
        self.sheet.paste("#a02020", mask=mark.rotate(25))

    def _font(self, size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        if self._face:
            return ImageFont.truetype(self._face, size * self.scale)
        return ImageFont.load_default(size * self.scale)


def generator(seed: int) -> Acak:
    """Return the dice of one paper."""
    return np.random.default_rng([seed, 0x4B54])
