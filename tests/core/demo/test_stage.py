"""What the people of the rehearsal know and have at hand is what the office accepts."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from core.app.setup import OFFICES
from core.citra.mata import look
from core.demo.stage import ANDI, BUDI, SARIJAH, SITI, stage
from core.kantor import load_kantor
from sandbox import Bekal, Contoh, Panggung

CITIZENS = (BUDI, ANDI, SARIJAH, SITI)


@pytest.fixture(scope="module")
def panggung(tmp_path_factory: pytest.TempPathFactory) -> Panggung:
    return stage(load_kantor(OFFICES / "contoh.toml"), tmp_path_factory.mktemp("contoh"))


def population() -> list[dict[str, str]]:
    with (OFFICES / "contoh_penduduk.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known(hint: Bekal) -> bool:
    """Tell whether one row of the registry holds all of these texts."""
    wanted = {text.upper() for text in hint.isi}
    return any(wanted <= set(row.values()) for row in population())


def test_numbers_names_and_birth_dates_are_in_the_registry() -> None:
    hints = [
        (person.nama, hint)
        for person in CITIZENS
        for hint in person.bekal
        if hint.label not in ("E-mail", "Alamat", "Bayi", "Pindah ke")
    ]
    assert len(hints) >= 8, "an empty walk proves nothing"
    assert [hint for hint in hints if not known(hint[1])] == []


def test_the_new_address_is_in_a_village_of_the_office() -> None:
    (address,) = (hint for hint in ANDI.bekal if hint.label == "Alamat")
    villages = {desa.nama for desa in load_kantor(OFFICES / "contoh.toml").desa}
    assert address.isi[-1] in villages


def test_every_paper_passes_the_checks_of_the_office(panggung: Panggung) -> None:
    assert len(panggung.contoh) >= 18, "an empty walk proves nothing"
    assert [paper.label for paper in panggung.contoh if not accepted(paper)] == []


def accepted(paper: Contoh) -> bool:
    content = paper.path.read_bytes()
    mime = "application/pdf" if paper.sebagai == "dokumen" else "image/jpeg"
    return look(content, mime).cacat == ()


def test_no_two_papers_have_one_label(panggung: Panggung) -> None:
    labels = [paper.label for paper in panggung.contoh]
    assert len(set(labels)) == len(labels)


def test_another_rehearsal_in_a_folder_has_higher_numbers_and_knows_everybody(
    tmp_path: Path, panggung: Panggung
) -> None:
    again = stage(load_kantor(OFFICES / "contoh.toml"), tmp_path, again=True)
    assert again.nomor_awal > 1_000_000
    assert all(one.mulai for one in (*again.warga, *again.petugas))
    assert replace(again.warga[0], mulai=False) == panggung.warga[0]
