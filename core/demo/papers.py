"""The papers that the fictional citizens have at hand: labels, owners, and what stands on them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.demo.pictures import draw_paper, draw_pdf
from sandbox import Contoh

_CARD = partial(draw_paper, face=True, colour=(205, 226, 240))
_LETTER = partial(draw_paper, upright=True)
_BOOK = partial(draw_paper, upright=True, colour=(214, 228, 208))
_FAMILY = partial(draw_paper, colour=(228, 236, 246))


@dataclass(frozen=True)
class Kertas:
    """One paper: how it is drawn, and what stands on it. Its first line is its title."""

    label: str
    draw: Callable[[tuple[str, ...]], bytes]
    isi: tuple[str, ...]

    def put(self, folder: Path, milik: tuple[int, ...]) -> Contoh:
        """Draw it into a folder, for these people to send."""
        document = self.draw is draw_pdf
        name = self.label.lower().replace(" ", "-").replace(".", "")
        path = folder / f"{name}.{'pdf' if document else 'jpg'}"
        path.write_bytes(self.draw(self.isi))
        return Contoh(self.label, path, "dokumen" if document else "foto", milik)


def _ktp(nik: str, nama: str, lahir: str, alamat: str) -> tuple[str, ...]:
    lines = (f"NIK: {nik}", f"Nama: {nama}", f"Lahir: {lahir}", f"Alamat: {alamat}")
    return ("KARTU TANDA PENDUDUK", *lines, "Berlaku: SEUMUR HIDUP")


def _lost(nama: str, nomor_kk: str) -> tuple[str, ...]:
    return (
        "SURAT KEHILANGAN",
        "Nomor: SKTLK/000/CONTOH",
        "",
        f"Nama: {nama}",
        "Barang: 1 lembar Kartu Keluarga asli",
        f"No. KK: {nomor_kk}",
        "Tempat: Pasar Contoh, Kudus",
        "",
        "Dibuat untuk mengurus KK yang hilang; bukan pengganti dokumen yang hilang.",
    )


def _family(nomor_kk: str, *members: str) -> tuple[str, ...]:
    return ("KARTU KELUARGA", f"No. KK: {nomor_kk}", "", *members)


BUDI = (
    Kertas(
        "KTP-el",
        _CARD,
        _ktp("3319991708900001", "BUDI SANTOSO", "JEPARA, 17-08-1990", "JL. KENARI NO. 5, BAE"),
    ),
    Kertas("Surat kehilangan", _LETTER, _lost("BUDI SANTOSO", "3319990108160001")),
    Kertas(
        "KK rusak",
        _FAMILY,
        _family("3319990108160001", "1: BUDI SANTOSO", "2: SITI AM... (sobek)", "3: (sobek)"),
    ),
)
ANDI = (
    Kertas(
        "Buku nikah",
        _BOOK,
        (
            "BUKU NIKAH",
            "Nomor: 0000/000/CONTOH",
            "",
            "Suami: ANDI PRASETYO",
            "Istri: DEWI LESTARI",
            "Tanggal: 14 Februari 2026",
            "KUA: Kecamatan Contoh",
        ),
    ),
    Kertas(
        "KK lama Andi",
        _FAMILY,
        _family(
            "3319991503110001",
            "1: SUTRISNO",
            "2: KASMINAH",
            "3: ANDI PRASETYO",
            "4: RATNA WULANDARI",
            "5: SUMINAH",
        ),
    ),
    Kertas(
        "KK lama Dewi",
        _FAMILY,
        _family(
            "3319992210100001",
            "1: HADI WIBOWO",
            "2: ENDANG SULISTYOWATI",
            "3: DEWI LESTARI",
            "4: BAGUS WIBOWO",
        ),
    ),
    Kertas(
        "KTP-el Andi",
        _CARD,
        _ktp("3319991203000001", "ANDI PRASETYO", "JEPARA, 12-03-2000", "DUKUH KRAJAN"),
    ),
    Kertas(
        "KTP-el Dewi",
        _CARD,
        _ktp("3319994509020001", "DEWI LESTARI", "PATI, 05-09-2002", "GRIYA ASRI C NO. 12"),
    ),
    Kertas(
        "SPTJM F-1.05",
        _LETTER,
        (
            "SPTJM (F-1.05)",
            "Perkawinan belum tercatat",
            "",
            "Suami: ANDI PRASETYO",
            "Istri: DEWI LESTARI",
            "Tanggal: 14 Februari 2026",
            "Saksi 1: SUTRISNO",
            "Saksi 2: HADI WIBOWO",
            "Meterai: (contoh)",
        ),
    ),
)
SITI = (
    Kertas(
        "KTP-el Siti",
        _CARD,
        _ktp("3319996104920001", "SITI AMINAH", "KUDUS, 21-04-1992", "JL. KENARI NO. 5, BAE"),
    ),
    Kertas(
        "KTP-el suami Siti",
        _CARD,
        _ktp("3319991708900001", "BUDI SANTOSO", "JEPARA, 17-08-1990", "JL. KENARI NO. 5, BAE"),
    ),
    Kertas(
        "Surat lahir",
        _LETTER,
        (
            "SURAT KETERANGAN LAHIR",
            "Nomor: 000/CONTOH",
            "",
            "Anak: BAGAS PUTRA NUGROHO, laki-laki",
            "Berat 3,2 kg, panjang 49 cm",
            "Ibu: SITI AMINAH",
            "Penolong: SRI WAHYUNI, bidan",
        ),
    ),
    Kertas(
        "Buku nikah Siti",
        _BOOK,
        ("BUKU NIKAH", "Nomor: 0000/001/CONTOH", "", "Suami: BUDI SANTOSO", "Istri: SITI AMINAH"),
    ),
    Kertas("KK Siti", _FAMILY, _family("3319990108160001", "1: BUDI SANTOSO", "2: SITI AMINAH")),
    Kertas(
        "Surat pernyataan Siti",
        _LETTER,
        ("SURAT PERNYATAAN", "", "Isinya seperti yang dikirim bot", "Ditandatangani: SITI AMINAH"),
    ),
)
SARIJAH = (
    Kertas(
        "KTP-el Sarijah",
        _CARD,
        _ktp("3319994107310001", "SARIJAH", "JEPARA, 01-07-1931", "DUKUH NGEMPLAK"),
    ),
    Kertas("Surat kehilangan Sarijah", _LETTER, _lost("SARIJAH", "3319990303080001")),
)
PETUGAS = (
    Kertas(
        "PDF resmi",
        draw_pdf,
        ("KARTU KELUARGA", "Pengganti PDF resmi dari sistem nasional", "", "Hanya untuk peragaan"),
    ),
)
