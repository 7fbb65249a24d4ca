"""What only the process `kerja` may know: one file each, readable by its owner alone."""

import os
import re
import stat
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from core.settings.faults import PREFIX, SettingsFault, one_sentence

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,}")
# "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed": Bot API, setWebhook.
# Fewer than 32 could be guessed.
_WEBHOOK = re.compile(r"[A-Za-z0-9_-]{32,256}")
_LONGEST = 4096


def _bot_token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("bukan token bot dari BotFather")
    return value


def _not_empty(value: SecretStr) -> SecretStr:
    if not value.get_secret_value():
        raise ValueError("masih kosong")
    return value


def _webhook(value: SecretStr) -> SecretStr:
    if value.get_secret_value() and not _WEBHOOK.fullmatch(value.get_secret_value()):
        raise ValueError("harus 32 sampai 256 huruf Latin, angka, _ atau -")
    return value


class Secrets(BaseSettings):
    """The environment (`ADMINDUK_` and the name) over files of these names in a folder."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_bot_token)]
    surat_sandi: SecretStr = SecretStr("")
    penanda_sandi: Annotated[SecretStr, AfterValidator(_not_empty)]
    webhook_rahasia: Annotated[SecretStr, AfterValidator(_webhook)] = SecretStr("")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the files, which come in as init arguments."""
        return env_settings, init_settings

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the secrets of a folder, or raise SettingsFault naming the first unfit one."""
        found: dict[str, Any] = {}
        for name in cls.model_fields:
            secret = _read(folder / name)
            if secret is not None:
                found[name] = secret
        try:
            return cls(**found)
        except ValidationError as cause:
            raise SettingsFault(one_sentence(f"folder rahasia {folder.name}", cause)) from cause


def _read(path: Path) -> str | None:
    """Return what a secret file holds, without the line break at its end; None without a file."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            content = file.read(_LONGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise SettingsFault(
            f"Berkas rahasia {path.name} tidak dapat dibaca: {cause.strerror}."
        ) from cause
    if stat.S_IMODE(status.st_mode) & 0o077:
        raise SettingsFault(
            f"Berkas rahasia {path.name} terbuka bagi pengguna lain: jalankan chmod 400."
        )
    if len(content) > _LONGEST:
        raise SettingsFault(f"Berkas rahasia {path.name} terlalu panjang.")
    try:
        return content.decode().strip()
    except UnicodeDecodeError:
        # No `from`: the foreign error holds the secret.
        raise SettingsFault(f"Berkas rahasia {path.name} bukan teks.") from None
