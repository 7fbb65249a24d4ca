from pathlib import Path

import pytest

from core.settings import Secrets, SettingsFault

TOKEN = "990000001:PERAGAAN-bukan-token-sungguhan-00001"
SANDI = "sandi-penanda-s3rahasia"


def keep(folder: Path, name: str, content: str | bytes, mode: int = 0o400) -> None:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    file.chmod(mode)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kerja"
    made.mkdir()
    keep(made, "telegram_token", TOKEN)
    keep(made, "penanda_sandi", f"{SANDI}\n")
    return made


def refusal(folder: Path) -> str:
    with pytest.raises(SettingsFault) as refused:
        Secrets.read(folder)
    said = str(refused.value)
    assert TOKEN not in said
    assert SANDI not in said
    return said


def test_each_secret_is_a_file_and_a_line_break_at_its_end_does_not_count(folder: Path) -> None:
    found = Secrets.read(folder)
    assert found.telegram_token.get_secret_value() == TOKEN
    assert found.penanda_sandi.get_secret_value() == SANDI


def test_a_mail_server_without_a_password_needs_no_file(folder: Path) -> None:
    assert Secrets.read(folder).surat_sandi.get_secret_value() == ""


def test_the_environment_wins_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINDUK_PENANDA_SANDI", "dari-lingkungan")
    assert Secrets.read(folder).penanda_sandi.get_secret_value() == "dari-lingkungan"


def test_files_that_are_no_secrets_are_left_alone(folder: Path) -> None:
    keep(folder, "arsip.sk", b"\xff" * 32, 0o644)
    assert Secrets.read(folder).telegram_token.get_secret_value() == TOKEN


def test_secrets_do_not_show(folder: Path) -> None:
    assert TOKEN not in repr(Secrets.read(folder))


@pytest.mark.parametrize("name", ["telegram_token", "penanda_sandi"])
def test_a_missing_secret_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert refusal(folder) == f"folder rahasia kerja: pengaturan {name} belum diisi."


def test_a_missing_folder_is_a_missing_secret(tmp_path: Path) -> None:
    assert "telegram_token belum diisi" in refusal(tmp_path / "kerja")


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o420, 0o444, 0o644, 0o777])
def test_a_secret_that_others_may_read_is_refused(folder: Path, mode: int) -> None:
    (folder / "penanda_sandi").chmod(mode)
    assert refusal(folder) == (
        "Berkas rahasia penanda_sandi terbuka bagi pengguna lain: jalankan chmod 400."
    )


def test_it_is_refused_although_the_environment_holds_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMINDUK_PENANDA_SANDI", "dari-lingkungan")
    (folder / "penanda_sandi").chmod(0o444)
    assert "terbuka bagi pengguna lain" in refusal(folder)


def test_a_folder_in_the_place_of_a_secret_is_said(folder: Path) -> None:
    (folder / "surat_sandi").mkdir()
    assert refusal(folder).startswith("Berkas rahasia surat_sandi tidak dapat dibaca: ")


def test_what_is_no_text_is_said(folder: Path) -> None:
    keep(folder, "surat_sandi", b"\xff\xfe" * 8)
    assert refusal(folder) == "Berkas rahasia surat_sandi bukan teks."


def test_a_file_that_is_far_too_long_is_said(folder: Path) -> None:
    keep(folder, "surat_sandi", "x" * 5000)
    assert refusal(folder) == "Berkas rahasia surat_sandi terlalu panjang."


def test_an_empty_secret_is_named(folder: Path) -> None:
    (folder / "penanda_sandi").unlink()
    keep(folder, "penanda_sandi", "\n")
    assert refusal(folder) == "folder rahasia kerja: pengaturan penanda_sandi masih kosong."


@pytest.mark.parametrize(
    "token", ["", "rahasia", "123", "123:pendek", f"bot{TOKEN}", f"{TOKEN}/x"]
)
def test_what_is_no_bot_token_is_named_without_being_shown(folder: Path, token: str) -> None:
    (folder / "telegram_token").unlink()
    keep(folder, "telegram_token", token)
    assert refusal(folder) == (
        "folder rahasia kerja: pengaturan telegram_token bukan token bot dari BotFather."
    )


def test_a_malformed_token_in_the_environment_is_said_to_stand_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMINDUK_TELEGRAM_TOKEN", "rahasia")
    assert refusal(folder) == (
        "Lingkungan: pengaturan telegram_token bukan token bot dari BotFather."
    )
