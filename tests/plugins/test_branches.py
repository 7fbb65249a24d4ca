"""The contract of branches: every question is reached, every result made or refused in words.

Sensible people walk at random until nobody has anything new to see.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.api import Bahan, Formulir, HasilCari, Syarat
from core.app.katalog import catalogue
from core.dialog import Rencana, compile_form, finish, meets
from core.dialog.rencana import Butir, Kelompok, KodeSurel, Soal
from core.dialog.walk import walk as places
from core.issuing.page import PageNotReady, areas, context, html, stamp
from core.kantor import load_kantor
from core.kit import KONTEKS, Naskah, Walk
from core.kit.penuntun import guide
from core.registry import Katalog, LayananSiap

KANTOR = load_kantor(Path(__file__).resolve().parents[2] / "offices" / "contoh.toml")
CATALOGUE: Katalog[Rencana] = catalogue()
SERVICES = list(CATALOGUE.layanan)
WALKS = 120
STEPS = 400


def questions(items: tuple[Butir, ...], before: str = "") -> Iterator[str]:
    """Name every question of a form, those of its rows by the name of the group."""
    for item in items:
        match item:
            case Soal(nama=nama) | KodeSurel(nama=nama):
                yield before + nama
            case Kelompok(nama=nama, isi=rows):
                yield from questions(rows, f"{nama}.")


def walked(rencana: Rencana, seed: int, found: HasilCari) -> tuple[Walk, set[str]]:
    """Fill a form in; return the walk, and the questions that had to be answered on it."""
    chance = random.Random(seed)  # a test that must repeat, not a secret
    walk = Walk(rencana, naskah=Naskah(cari=found))
    for _ in range(STEPS):
        if walk.draft.status == "terkirim":
            break
        guide(walk, chance)
    else:
        pytest.fail(f"seed {seed} did not come to an end; it stands at:\n{walk.teks}")
    seen = {
        one.awalan.partition("[")[0] + "." + one.butir.nama
        if "[" in one.awalan
        else one.butir.nama
        for one in places(rencana, walk.draft.jawaban)
        if isinstance(one.butir, Soal | KodeSurel)
    }
    return walk, seen


def officers_form(service: LayananSiap[Rencana], seed: int) -> Formulir | None:
    if service.rencana_petugas is None:
        return None
    walk, _ = walked(service.rencana_petugas, seed, HasilCari.DIAM)
    return finish(service.rencana_petugas, walk.draft).isian


def wanted(service: LayananSiap[Rencana], walk: Walk, bila: Syarat | None) -> bool:
    return bila is None or meets(service.rencana, walk.draft, bila)


@pytest.mark.parametrize("kode", SERVICES)
def test_every_question_is_reached_and_every_result_made_or_refused_in_words(kode: str) -> None:
    service = CATALOGUE.layanan[kode]
    left = set(questions(service.rencana.isi))
    assert left, "an empty form proves nothing"
    made: dict[str, str] = {}
    results = {one.jenis for one in service.layanan.keluaran}
    for seed in range(WALKS):
        if not left and set(made) == results:
            break
        walk, seen = walked(service.rencana, seed, list(HasilCari)[seed % 3])
        left -= seen
        bahan = Bahan(
            isian=finish(service.rencana, walk.draft).isian,
            petugas=officers_form(service, seed),
            penduduk={},
            kantor=KANTOR.kepala_surat(),
            tanggal=KONTEKS.hari_ini,
            desa={one.kode: one for one in KONTEKS.desa},
            wilayah=areas(KONTEKS.wilayah, (service.rencana, walk.draft)),
        )
        for hasil in service.layanan.keluaran:
            if not wanted(service, walk, hasil.bila):
                continue
            try:
                isi = context(hasil, bahan)
            except PageNotReady as refusal:
                made.setdefault(hasil.jenis, str(refusal))
                continue
            cetak = stamp(penerbit=None, pratinjau=True, alamat=None)
            made[hasil.jenis] = html(service, hasil, isi, cetak)
    refused = [one for one in made.values() if not one.lstrip().startswith("<")]
    assert [one for one in refused if not one.endswith(".")] == []
    assert left == set(), f"nobody was asked these in {WALKS} walks"
    assert set(made) == results, f"nobody got all of these in {WALKS} walks"


def test_a_question_that_nobody_can_reach_is_found() -> None:
    """The check is shown to catch what it looks for."""
    rencana = compile_form(CATALOGUE.layanan["contoh"].layanan.formulir, kontak=False)
    _, seen = walked(rencana, 1, HasilCari.DIAM)
    assert set(questions(rencana.isi)) - seen == set()
    assert {*questions(rencana.isi), "hantu"} - seen == {"hantu"}
