"""Whatever citizens read is said through `kata` or `fill`: nothing past the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.core.bahasa.kumpulan import BUKAN_KALIMAT, INTI, UNTUK_PETUGAS

BICARA = {"kata", "fill"}
RUANG = [
    berkas
    for folder in ("dialog", "bot")
    for berkas in sorted((INTI / folder).rglob("*.py"))
    if "petugas" not in berkas.parts and not berkas.name.startswith("words")
]
BELAKANGAN = {
    ("kontak.py", "TANYA_EMAIL"),  # questions of the core's own forms: core.dialog.ucap
    ("kontak.py", "TANPA_EMAIL"),
    ("kontak.py", "AMBIL_DI_KANTOR"),
    ("janji.py", "TANYA_HARI"),
    ("janji.py", "BANTUAN_HARI"),
    ("janji.py", "TANYA_JAM"),
    ("janji.py", "NAMA_HARI"),  # as another name of a day, in Indonesian
    ("ucap.py", "SEBUTAN_YA"),  # the rest is chosen first, and said a line later
    ("ucap.py", "SEBUTAN_TIDAK"),
    ("needs.py", "BILA_USIA"),
    ("needs.py", "BILA_DI_BAWAH"),
    ("pratinjau.py", "LAINNYA"),
    ("status.py", "KEADAAN_PRODUK"),
    ("status.py", "PRODUK_MENUNGGU"),
    ("penilaian.py", "NILAI"),
    ("intake.py", "GANGGUAN_TOMBOL"),  # of an update that nobody could read: no chat is known
}
_LATER = re.compile(
    r"^(?:tidings|mail_tidings|terbaca|ubah_tiket|pengingat|tiket|tiket_lewat)\.py$"
)
"""They choose a sentence, and say it where its case is known: `_to_citizen`, `worded`."""


def bare(berkas: Path) -> Iterator[str]:
    """Give the sentences of words modules that a file uses without saying them."""
    pohon = ast.parse(berkas.read_text("utf-8"))
    induk = {anak: simpul for simpul in ast.walk(pohon) for anak in ast.iter_child_nodes(simpul)}
    for simpul in ast.walk(pohon):
        match simpul:
            case ast.Attribute(value=ast.Name(id=modul), attr=nama) if nama.isupper():
                if re.fullmatch(r"words(_[a-z]+)?", modul) and not _said(simpul, induk):
                    yield nama


def _said(simpul: ast.AST, induk: dict[ast.AST, ast.AST]) -> bool:
    while simpul in induk:
        atas = induk[simpul]
        match atas:
            case ast.Call(func=ast.Name(id=nama)) if nama in BICARA and atas.args[0] is simpul:
                return True
            case ast.Compare() | ast.comprehension():
                return True  # looked up, not said
        simpul = atas
    return False


def test_every_sentence_is_said_through_the_catalogue() -> None:
    assert len(RUANG) >= 80, "an empty walk proves nothing"
    lewat = [
        f"{berkas.relative_to(INTI)}: {nama}"
        for berkas in RUANG
        if not _LATER.match(berkas.name)
        for nama in bare(berkas)
        if nama not in BUKAN_KALIMAT | UNTUK_PETUGAS and (berkas.name, nama) not in BELAKANGAN
    ]
    assert lewat == []


def test_a_sentence_past_the_catalogue_would_be_seen(tmp_path: Path) -> None:
    berkas = tmp_path / "a.py"
    berkas.write_text('say(words.SAPA)\nsay(kata(words.MENU))\nfill(words.CONTOH, contoh="x")\n')
    assert list(bare(berkas)) == ["SAPA"]
