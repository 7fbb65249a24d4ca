"""What every plugin in plugins/ must keep, without a line of its own."""

import ast
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.api import Layanan
from core.app.versi_plugin import check
from core.dialog import Rencana, compile_form, needs
from core.kit import jalan_acak
from core.kit.janji import BOCOR
from core.registry import LayananSiap, muat

AKAR = Path(__file__).parents[2]
KATALOG = muat(AKAR / "plugins", compile_form)
SIAP = list(KATALOG.layanan.values())
DIPERIKSA = [siap for siap in SIAP if siap.layanan.tatap_muka is None]
BENIH = 1
LANGKAH, LANGKAH_PANJANG = 200, 10_000


def name(satu: object) -> str:
    return satu.layanan.kode if isinstance(satu, LayananSiap) else str(satu)


def sentences(layanan: Layanan) -> list[str]:
    """Give everything that people read before or after the dialog."""
    return [
        layanan.judul,
        layanan.ringkas,
        *(satu.teks for satu in layanan.periksa),
        *(satu.teks for satu in (*layanan.alasan_kembali, *layanan.alasan_tolak)),
    ]


def test_the_walk_found_the_plugins() -> None:
    folder = {berkas.parent.name for berkas in (AKAR / "plugins").glob("*/__init__.py")}
    assert {"akta", "contoh", "kia", "kk", "lahir", "pindah", "tatapmuka"} <= folder, (
        "an empty walk proves nothing"
    )
    assert {siap.folder.name for siap in SIAP} == folder


def texts_of_core() -> set[str]:
    """Give every string that stands in the core; the rehearsal plays services on purpose."""
    files = [one for one in (AKAR / "core").rglob("*.py") if "demo" not in one.parts]
    assert len(files) >= 200, "an empty walk proves nothing"
    trees = [ast.parse(one.read_text("utf-8")) for one in files]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        if isinstance(node.value, str)
    }


def test_the_core_names_no_service() -> None:
    semua = texts_of_core()
    assert "permohonan" in semua, "the walk read nothing"
    # "contoh" is an everyday word of the core: an example, and the mark on what is not official.
    kode = {siap.layanan.kode for siap in SIAP} - {"contoh"}
    assert len(kode) >= 8, "an empty walk proves nothing"
    judul = [siap.layanan.judul for siap in SIAP]
    assert semua & kode == set()
    assert [teks for teks in semua for satu in judul if satu in teks] == []


def test_every_plugin_loads() -> None:
    assert KATALOG.gagal == ()


@pytest.mark.parametrize("siap", SIAP, ids=name)
def test_it_cites_the_law(siap: LayananSiap[Rencana]) -> None:
    assert siap.layanan.dasar_hukum
    if siap.folder.name != "contoh":
        semua = " ".join(siap.layanan.dasar_hukum)
        assert re.search(r"(UU|PP|Perpres|Permendagri|SE)\b.*\d+.*(Pasal|Lampiran|\d)", semua)


@pytest.mark.parametrize("siap", SIAP, ids=name)
def test_what_people_read_is_indonesian(siap: LayananSiap[Rencana]) -> None:
    for kalimat in (*sentences(siap.layanan), *needs(siap.rencana)):
        assert not BOCOR.search(kalimat), kalimat


@pytest.mark.parametrize("siap", SIAP, ids=name)
def test_reasons_use_only_the_two_known_holes(siap: LayananSiap[Rencana]) -> None:
    for alasan in (*siap.layanan.alasan_kembali, *siap.layanan.alasan_tolak):
        assert set(re.findall(r"{(.*?)}", alasan.teks)) <= {"dok", "rincian"}


@pytest.mark.parametrize("siap", DIPERIKSA, ids=name)
def test_the_officer_checks_that_the_applicant_has_a_right(siap: LayananSiap[Rencana]) -> None:
    wajib = {satu.kode for satu in siap.layanan.periksa if satu.wajib}
    assert "berhak" in wajib


def test_no_form_changed_without_its_version() -> None:
    assert [satu.kalimat for satu in check(KATALOG) if satu.salah] == []


@pytest.mark.timeout(400)
@pytest.mark.parametrize("siap", SIAP, ids=name)
def test_no_citizen_can_break_it(siap: LayananSiap[Rencana]) -> None:
    jejak = jalan_acak(siap.layanan, LANGKAH, BENIH)
    assert jejak.langkah >= LANGKAH
    assert jejak.jalan_keluar >= LANGKAH // 50


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("siap", SIAP, ids=name)
def test_no_citizen_can_break_it_however_long_he_tries(
    siap: LayananSiap[Rencana], put_on_record: Callable[[str], None]
) -> None:
    mulai = time.process_time()
    benih = secrets.randbelow(10**6)
    jejak = jalan_acak(siap.layanan, LANGKAH_PANJANG, benih)
    laju = jejak.langkah / (time.process_time() - mulai)
    put_on_record(
        f"random walk {name(siap)}, seed {benih}: {jejak.langkah} steps, {laju:.0f} a second, "
        f"{jejak.terkirim} forms filed, {jejak.kembali} sent back, "
        f"{jejak.jalan_keluar} states led to the end"
    )
    assert jejak.langkah >= LANGKAH_PANJANG
