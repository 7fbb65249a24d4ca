"""The webhook's address and its secret: one is not used without the other."""

from pathlib import Path

import pytest

from core.settings import Secrets, SettingsFault, Telegram, load, webhook_secret
from tests.core.settings.conftest import WELL

TOKEN = "990000001:PERAGAAN-bukan-token-sungguhan-00001"
RAHASIA = "aZ09_-" * 6
WEBHOOK = Telegram(webhook="https://dukcapil.contoh.go.id/telegram")


def secrets(folder: Path, webhook: str = "") -> Secrets:
    """Read a folder of secrets."""
    content = {"telegram_token": TOKEN, "penanda_sandi": "x", "webhook_rahasia": webhook}
    for name, value in content.items():
        file = folder / name
        file.write_text(value, "utf-8")
        file.chmod(0o400)
    return Secrets.read(folder)


def test_without_an_address_updates_are_fetched_and_no_secret_is_used(tmp_path: Path) -> None:
    assert webhook_secret(Telegram(), secrets(tmp_path, RAHASIA)) == ""


def test_an_address_goes_with_its_secret(tmp_path: Path) -> None:
    assert webhook_secret(WEBHOOK, secrets(tmp_path, RAHASIA)) == RAHASIA


def test_an_address_without_a_secret_is_refused_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault, match=r"webhook_rahasia.*openssl rand -hex 32"):
        webhook_secret(WEBHOOK, secrets(tmp_path))


@pytest.mark.parametrize(
    "secret", ["x" * 31, "x" * 257, "x" * 31 + ".", "é" * 32, "x" * 16 + " y"]
)
def test_a_secret_that_telegram_would_not_take_or_that_is_short_is_refused(
    tmp_path: Path, secret: str
) -> None:
    with pytest.raises(SettingsFault) as refused:
        secrets(tmp_path, secret)
    assert str(refused.value) == (
        "folder rahasia kerja: pengaturan webhook_rahasia harus 32 sampai 256 huruf Latin, "
        "angka, _ atau -."
    ).replace("kerja", tmp_path.name)


@pytest.mark.parametrize("length", [32, 256])
def test_the_shortest_and_the_longest_pass(tmp_path: Path, length: int) -> None:
    assert secrets(tmp_path, "x" * length).webhook_rahasia.get_secret_value() == "x" * length


def test_the_secret_does_not_show(tmp_path: Path) -> None:
    assert RAHASIA not in repr(secrets(tmp_path, RAHASIA))


def test_the_file_names_the_address_and_where_the_process_listens(tmp_path: Path) -> None:
    file = tmp_path / "adminduk.toml"
    section = '[telegram]\nwebhook = "https://x.go.id:8443/bot/masuk"\nwebhook_port = 9000\n'
    file.write_text(WELL + section, "utf-8")
    found = load(file).telegram
    assert found.webhook_path == "/bot/masuk"
    assert (found.webhook_host, found.webhook_port) == ("127.0.0.1", 9000)


def test_a_webhook_on_this_machine_may_do_without_tls(tmp_path: Path) -> None:
    file = tmp_path / "adminduk.toml"
    file.write_text(WELL + '[telegram]\nwebhook = "http://127.0.0.1:9000/t"\n', "utf-8")
    assert load(file).telegram.webhook_path == "/t"


def test_by_default_there_is_none(well: Path) -> None:
    found = load(well).telegram
    assert (found.webhook, found.webhook_path) == ("", "")
