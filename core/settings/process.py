"""Settings of one process, from `adminduk.toml` and the environment.

The environment (`ADMINDUK_`, nested with `__`) wins over the file. What is not listed is refused.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import parse_qsl

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from core.settings.faults import DELIMITER, PREFIX, SettingsFault, one_sentence
from core.settings.rahasia import Secrets
from core.settings.sections import Health, Mail, Registry, Signing, Telegram, Web, YaTidak, split

_SQLITE = "sqlite:"
_POSTGRES = ("postgres", "postgresql")
# Three drivers read this address; of its parameters they agree on one.
_PARAMETERS = frozenset({"sslmode"})
# Names in the environment that belong to the launcher, the command line and the tests.
_NOT_SETTINGS = frozenset({"config", "venv", "test_pg", "log", "mulai_ke"})


def _database(value: str) -> str:
    if not value or (value.startswith(_SQLITE) and value != _SQLITE):
        return value
    parts = split(value)
    if not (parts.scheme in _POSTGRES and parts.hostname and parts.path.strip("/")):
        raise ValueError("harus sqlite:BERKAS atau postgres://PENGGUNA@SERVER/NAMA")
    asked = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    if asked - _PARAMETERS:
        raise ValueError("hanya boleh memakai parameter sslmode")
    return value


class Settings(BaseSettings):
    """Everything a process must know to start, except its secrets."""

    model_config = SettingsConfigDict(
        extra="forbid",
        frozen=True,
        env_prefix=PREFIX,
        env_nested_delimiter=DELIMITER,
        hide_input_in_errors=True,
    )

    kantor: Path
    data: Path = Path("data")
    kunci: Path = Path("kunci")
    # May hold the database's password: never shown.
    basis_data: Annotated[str, AfterValidator(_database), Field(repr=False)] = ""
    produksi: YaTidak = True
    telegram: Telegram = Telegram()
    surat: Mail
    web: Web
    tanda_tangan: Signing = Signing()
    penduduk: Registry = Registry()
    kesehatan: Health = Health()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, which comes in as init arguments."""
        return env_settings, init_settings

    @property
    def database_url(self) -> str:
        """The database: `basis_data`, or an SQLite file in the data folder."""
        return self.basis_data or f"{_SQLITE}{self.data / 'adminduk.sqlite3'}"

    @property
    def jobs_url(self) -> str:
        """The database of durable work: beside the main one on SQLite, the same on PostgreSQL."""
        scheme, _, rest = self.basis_data.partition(":")
        if scheme in _POSTGRES:
            return f"postgresql:{rest}"
        return f"sqlite:///{self.data / 'pekerjaan.sqlite3'}"

    def anchored(self, folder: Path) -> Self:
        """Return these settings with their relative paths in a folder."""
        database = self.basis_data
        if database.startswith(_SQLITE):
            database = f"{_SQLITE}{folder / database.removeprefix(_SQLITE)}"
        return self.model_copy(
            update={
                "kantor": folder / self.kantor,
                "data": folder / self.data,
                "kunci": folder / self.kunci,
                "basis_data": database,
                "tanda_tangan": self.tanda_tangan.anchored(folder),
                "penduduk": self.penduduk.anchored(folder),
            }
        )


def load(path: Path) -> Settings:
    """Read `adminduk.toml`; paths in it are relative to it. Raise SettingsFault, one sentence."""
    content = _read(path)
    if unknown := unknown_names():
        raise SettingsFault(f"Lingkungan: pengaturan {unknown[0]} tidak dikenal (salah ketik?).")
    try:
        return Settings(**content).anchored(path.resolve().parent)
    except ValidationError as cause:
        raise SettingsFault(one_sentence(path.name, cause)) from cause
    except SettingsError as cause:
        raise SettingsFault(_not_json(str(cause))) from cause


def unknown_names() -> list[str]:
    """Return ADMINDUK_ names of the environment that no setting has (pydantic ignores them)."""
    known = {*Settings.model_fields, *Secrets.model_fields, *_NOT_SETTINGS}
    names = (name for name in os.environ if name.upper().startswith(PREFIX))
    return sorted(n for n in names if n[len(PREFIX) :].lower().split(DELIMITER)[0] not in known)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as cause:
        raise SettingsFault(f"{path.name} tidak ada: buat dengan ./adminduk init.") from cause
    except OSError as cause:
        raise SettingsFault(f"{path.name} tidak dapat dibaca: {cause.strerror}.") from cause
    except ValueError as cause:
        raise SettingsFault(f"{path.name} tidak dapat dibaca sebagai TOML.") from cause
    # A leading underscore would be an argument of pydantic-settings, not a setting.
    for name in content:
        if name.startswith("_"):
            raise SettingsFault(f"{path.name}: pengaturan {name} tidak dikenal (salah ketik?).")
    return content


def _not_json(text: str) -> str:
    """Say which part of the settings stands in the environment and is no JSON."""
    field = re.search(r'field "(\w+)"', text)
    name = field.group(1) if field else "isi"
    return f"Lingkungan: pengaturan {name} harus ditulis sebagai JSON."
