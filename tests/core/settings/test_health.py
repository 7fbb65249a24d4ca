"""The health page listens nowhere unless asked, and to nobody else unless that is said."""

from pathlib import Path

import pytest

from core.settings import SettingsFault, load


def written(file: Path, more: str) -> Path:
    file.write_text(f"{file.read_text('utf-8')}\n[kesehatan]\n{more}\n", "utf-8")
    return file


def test_by_default_nothing_listens(well: Path) -> None:
    health = load(well).kesehatan
    assert (health.kerja, health.web, health.host) == (0, 0, "127.0.0.1")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1"])
def test_on_this_machine_it_may_listen(well: Path, host: str) -> None:
    assert load(written(well, f'host = "{host}"\nkerja = 9101\nweb = 9102')).kesehatan.host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.5", "::"])
def test_others_are_let_in_only_when_that_is_said(well: Path, host: str) -> None:
    with pytest.raises(SettingsFault, match="terbuka = ya"):
        load(written(well, f'host = "{host}"'))
    written(well, 'terbuka = "ya"')
    text = well.read_text("utf-8").replace('\n[kesehatan]\nterbuka = "ya"\n', '\nterbuka = "ya"\n')
    well.write_text(text, "utf-8")
    assert load(well).kesehatan.terbuka


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("kerja = 9101\nweb = 9101", "kerja dan web harus pada port yang berbeda"),
        ('host = "localhost"', "kesehatan.host harus berupa alamat IP"),
        ("ruang_mb = 0", "kesehatan.ruang_mb di luar batas"),
        ("pesan_menit = 0", "kesehatan.pesan_menit di luar batas"),
        ('terbuka = "mungkin"', "kesehatan.terbuka harus ya atau tidak"),
        ("port = 9101", "kesehatan.port tidak dikenal"),
    ],
)
def test_a_fault_is_one_sentence(well: Path, more: str, sentence: str) -> None:
    with pytest.raises(SettingsFault, match=sentence):
        load(written(well, more))
