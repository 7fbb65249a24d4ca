"""A new installation."""

import stat
from pathlib import Path

import pytest

from core.app import setup
from core.kantor import load_kantor
from core.settings import Secrets, load
from vault import KunciKerja, KunciWeb

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kantor") / "baru"
    setup.set_up(made, "kudus")
    return made


def test_the_settings_that_init_writes_can_be_read(folder: Path) -> None:
    settings = load(folder / setup.SETTINGS)
    assert settings.kantor == folder / "kantor.toml"
    assert not settings.produksi


def test_the_office_file_that_init_writes_can_be_read(folder: Path) -> None:
    assert load_kantor(folder / "kantor.toml").kode_wilayah == "33.19"


def test_each_process_finds_its_keys(folder: Path) -> None:
    kerja = KunciKerja.load(folder / "kunci" / "kerja")
    assert KunciWeb.load(folder / "kunci" / "web").k_web == kerja.k_web


def test_the_site_gets_no_other_key(folder: Path) -> None:
    assert [path.name for path in (folder / "kunci" / "web").iterdir()] == ["k_web"]


def test_every_secret_is_for_its_owner_only(folder: Path) -> None:
    files = [path for path in (folder / "kunci").rglob("*") if path.is_file()]
    assert len(files) >= 10, "an empty walk proves nothing"
    assert [path.name for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_the_secrets_are_complete_once_the_token_is_there(folder: Path) -> None:
    setup.write_secret(folder / setup.KERJA / "telegram_token", TOKEN)
    secrets = Secrets.read(folder / setup.KERJA)
    assert secrets.telegram_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(secrets)
    assert len(secrets.webhook_rahasia.get_secret_value()) >= 32


def test_an_installation_is_never_overwritten(folder: Path) -> None:
    with pytest.raises(setup.SetupRefused, match="tidak pernah ditimpa"):
        setup.set_up(folder, "kudus")


def test_an_unknown_office_is_refused_with_the_names_of_the_known(tmp_path: Path) -> None:
    with pytest.raises(setup.SetupRefused, match="kudus, penajam, tuban"):
        setup.set_up(tmp_path / "x", "solo")
