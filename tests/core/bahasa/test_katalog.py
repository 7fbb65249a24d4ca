"""The catalogues are complete, fit their sentences, and hold nothing else."""

import re
from pathlib import Path

import pytest

from core.bahasa import NAMA, languages
from core.bahasa.katalog import entries, fits, holes
from tests.core.bahasa.kumpulan import AKAR, INTI, core_sentences, plugin_sentences
from tests.core.bahasa.tulis import ASING, wanted

TOMBOL = 60
INGGRIS = re.compile(
    r"\b(invalid|error|please|sorry|field|required|should|must be|cannot|the|and|your)\b",
    re.IGNORECASE,
)
KATALOG = [(folder, kode) for folder in wanted() for kode in ASING]
SEMUA_BAHASA = {"Bahasa apa yang Anda pakai?"}
"""How the one sentence begins that is said in every language at once."""


def name(satu: object) -> str:
    return satu.name if isinstance(satu, Path) else str(satu)


def test_the_walk_found_the_sentences() -> None:
    assert len(core_sentences()) >= 400, "an empty walk proves nothing"
    assert sum(map(len, plugin_sentences().values())) >= 500
    assert {folder.name for folder in wanted()} >= {"core", "kk", "akta", "kia", "pindah"}
    assert set(ASING) == {"jv", "en"}


@pytest.mark.parametrize(("folder", "kode"), KATALOG, ids=name)
def test_every_sentence_is_translated(folder: Path, kode: str) -> None:
    belum = wanted()[folder] - set(entries(folder, kode))
    assert sorted(belum) == [], "python -m tests.core.bahasa.tulis, then fill in"


@pytest.mark.parametrize(("folder", "kode"), KATALOG, ids=name)
def test_nothing_is_translated_that_nobody_says(folder: Path, kode: str) -> None:
    assert sorted(set(entries(folder, kode)) - wanted()[folder]) == []


@pytest.mark.parametrize(("folder", "kode"), KATALOG, ids=name)
def test_a_translation_has_the_fields_and_tags_of_its_sentence(folder: Path, kode: str) -> None:
    isi = entries(folder, kode)
    assert [asal for asal, terjemah in isi.items() if not fits(asal, terjemah)] == []


@pytest.mark.parametrize("kode", ASING)
def test_one_sentence_has_one_translation(kode: str) -> None:
    ada: dict[str, str] = {}
    for folder in wanted():
        for asal, terjemah in entries(folder, kode).items():
            assert ada.setdefault(asal, terjemah) == terjemah, asal


def test_indonesian_and_javanese_sentences_hold_no_english() -> None:
    semua = {satu for isi in wanted().values() for satu in isi}
    jawa = {satu for folder in wanted() for satu in entries(folder, "jv").values()}
    bocor = [
        satu
        for satu in semua | jawa
        if INGGRIS.search(satu) and not any(satu.startswith(awal) for awal in SEMUA_BAHASA)
    ]
    assert bocor == []


@pytest.mark.parametrize("kode", ASING)
def test_what_is_short_enough_for_a_button_stays_so(kode: str) -> None:
    panjang = [
        (asal, terjemah)
        for folder in wanted()
        for asal, terjemah in entries(folder, kode).items()
        if len(asal) <= TOMBOL // 2 < TOMBOL < len(terjemah) and not holes(asal)
    ]
    assert panjang == []


def test_every_language_holds_the_core_and_every_plugin() -> None:
    bahasa = languages(folder for folder in wanted() if folder != INTI)
    assert list(bahasa) == list(NAMA)
    semua = {satu for isi in wanted().values() for satu in isi}
    for kode in ASING:
        assert semua <= set(bahasa[kode].kalimat)


def test_a_sentence_is_never_put_together_of_an_f_string() -> None:
    walked = [*AKAR.glob("plugins/*/*.py"), *(INTI / "api").rglob("*.py")]
    assert len(walked) >= 50, "an empty walk proves nothing"
    glued = re.compile(r'\b(?:(?:tolak|kata)\(|galat\([^,]+,)\s*f"')
    assert [one.name for one in walked if glued.search(one.read_text("utf-8"))] == []


def test_a_sentence_that_is_named_before_it_is_said_is_called_so() -> None:
    walked = [*AKAR.glob("plugins/*/*.py"), *(INTI / "api" / "checks").glob("*.py")]
    named = re.compile(r"\b(?:tolak|kata)\(([a-z_]+)[,)]")
    found = [nama for one in walked for nama in named.findall(one.read_text("utf-8"))]
    assert len(found) >= 5, "an empty walk proves nothing"
    # `nama` is a term of the office; `lewat` (kia) is told to officers.
    assert set(found) <= {"kalimat", "nama", "lewat"}
