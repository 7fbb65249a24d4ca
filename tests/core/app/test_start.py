"""Real processes: a fault ends the start with one sentence and EX_CONFIG; doctor says the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.app.processes import EX_CONFIG
from tests.core.app.kantor import change, rewrite, run

KERJA = ("core", "kerja", "--config")
WEB = ("core.app.web", "--config")
RUN = ("core", "run", "--config")


def keys_in_data(config: Path) -> None:
    change(config, 'data = "data"', 'data = "kunci/data"')


def sample_key(config: Path) -> None:
    rewrite(config.parent / "kunci" / "kerja" / "k_app", bytes(32))


def no_database(config: Path) -> None:
    (config.parent / "data" / "adminduk.sqlite3").unlink()


def open_key(config: Path) -> None:
    (config.parent / "kunci" / "web" / "k_web").chmod(0o644)


@pytest.mark.parametrize(
    ("words", "breaks", "sentence"),
    [
        (KERJA, sample_key, "k_app berisi nilai contoh"),
        (KERJA, no_database, "Basis data belum ada"),
        (WEB, open_key, "k_web terbuka bagi pengguna lain"),
        (RUN, keys_in_data, "harus terpisah"),
    ],
    ids=["sample key", "no database", "open key", "keys in data"],
)
def test_a_fault_ends_the_start_with_one_sentence(
    config: Path, words: tuple[str, ...], breaks: Callable[[Path], None], sentence: str
) -> None:
    breaks(config)
    done = run(*words, str(config))
    assert done.returncode == EX_CONFIG, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.endswith(".\n")


@pytest.mark.parametrize(
    ("words", "more", "sentence"),
    [
        (WEB, {"ADMINDUK_SURAT_SANDI": "s3rahasia"}, "ADMINDUK_SURAT_SANDI"),
        (WEB, {"ADMINDUK_LOG": "s3rahasia"}, "ADMINDUK_LOG harus json atau teks"),
        (RUN, {"ADMINDUK_KESEHATAN__HOST": "0.0.0.0"}, "kesehatan host di luar mesin ini"),
        (RUN, {"ADMINDUK_KESEHATAN__PROT": "1"}, "kesehatan.prot tidak dikenal"),
    ],
    ids=["secret", "log", "open health", "typing error"],
)
def test_a_fault_in_the_environment_ends_the_start_with_one_sentence(
    config: Path, words: tuple[str, ...], more: dict[str, str], sentence: str
) -> None:
    done = run(*words, str(config), **more)
    assert done.returncode == EX_CONFIG, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "s3rahasia" not in done.stderr


def test_doctor_says_line_by_line_what_is_well_and_what_is_not(config: Path) -> None:
    sample_key(config)
    done = run("core", "doctor", "--config", str(config))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) >= 15
    assert "✓ mesin cetak" in lines
    assert "✓ penyimpanan" in lines
    assert [line for line in lines if line.startswith("✗ kunci kerja: ")] != []
    assert [line for line in lines if line.startswith("! Telegram: ")] != []
