"""docs/plugins.md holds the whole vocabulary."""

import re
from pathlib import Path

import core.api
from core.api import Layanan, Tanya, jenis

HALAMAN = (Path(__file__).parents[3] / "docs" / "plugins.md").read_text()
# Only the errors and markers that the core itself raises or reads.
DALAM = {"FormulirRusak"}


def test_every_word_of_the_vocabulary_is_on_the_page() -> None:
    kata = set(re.findall(r"\w+", HALAMAN))
    assert len(core.api.__all__) > 25
    assert set(core.api.__all__) - DALAM <= kata


def test_every_setting_of_a_question_and_of_a_service_is_on_the_page() -> None:
    for tipe in (Tanya, Layanan):
        for nama in tipe.__dataclass_fields__:
            assert re.search(rf"\b{nama}\b", HALAMAN), nama


def test_every_ready_type_is_on_the_page() -> None:
    siap = {nama for nama, tipe in vars(jenis).items() if hasattr(tipe, "__metadata__")}
    assert len(siap) > 10
    for nama in siap:
        assert f"`{nama}`" in HALAMAN, nama
