"""Settings of one process, from `adminduk.toml`, the environment and a folder of secrets.

Order: environment (`ADMINDUK_`, nested with `__`) over secrets folder over file. What is not
listed here is refused. Secrets never stand in the file; only the process `kerja` reads them.
"""

import os
import tomllib
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

from core.settings.faults import SettingsFault, one_sentence

PREFIX = "ADMINDUK_"
Port = Annotated[int, Field(ge=0, le=65535)]


class Section(BaseModel):
    """A part of the file; unknown names are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Telegram(Section):
    """Where the Bot API is. The token is a secret."""

    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


class Mail(Section):
    """The SMTP server that takes our mail. Without TLS only on loopback."""

    host: str
    port: Port = 587
    username: str = ""
    tls: Literal["starttls", "tls", "tanpa"] = "starttls"
    dari: str
    nama: str = ""
    batas_detik: Annotated[float, Field(gt=0)] = 30.0

    @model_validator(mode="after")
    def _tls_outside_this_machine(self) -> Self:
        if self.tls == "tanpa" and not is_loopback(self.host):
            raise ValueError("tls = tanpa hanya boleh untuk server surat di mesin ini sendiri")
        return self


class Web(Section):
    """The public site: what citizens see (`alamat`) and where the process listens."""

    alamat: str
    host: str = "127.0.0.1"
    port: Port = 8080
    proksi: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _https(self) -> Self:
        parts = urlsplit(self.alamat)
        if parts.scheme == "https" and parts.hostname:
            return self
        if parts.scheme == "http" and parts.hostname and is_loopback(parts.hostname):
            return self
        raise ValueError("alamat harus https:// (http:// hanya untuk mesin ini sendiri)")


class Signing(Section):
    """Who signs: a PKCS#12 file, and the roots that make a signature official."""

    sertifikat: Path = Path("kunci/kerja/penanda.p12")
    akar_resmi: tuple[Path, ...] = ()


class Registry(Section):
    """Where population data is looked up: a CSV file, or nowhere (the officer types it)."""

    csv: Path | None = None


class Settings(BaseSettings):
    """Everything a process must know to start, except its secrets."""

    model_config = SettingsConfigDict(
        extra="forbid",
        frozen=True,
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        hide_input_in_errors=True,
    )

    kantor: Path
    data: Path = Path("data")
    kunci: Path = Path("kunci")
    basis_data: str = ""
    produksi: bool = True
    telegram: Telegram = Telegram()
    surat: Mail
    web: Web
    tanda_tangan: Signing = Signing()
    penduduk: Registry = Registry()

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
        return self.basis_data or f"sqlite:{self.data / 'adminduk.sqlite3'}"

    @property
    def jobs_url(self) -> str:
        """The database of durable work: beside the main one on SQLite, the same on PostgreSQL."""
        if self.basis_data and not self.basis_data.startswith("sqlite:"):
            return self.basis_data
        return f"sqlite:///{self.data / 'pekerjaan.sqlite3'}"


class Secrets(BaseSettings):
    """What only `kerja` may know. Files of these names in the secrets folder, or ADMINDUK_ names."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_token: SecretStr
    surat_sandi: SecretStr = SecretStr("")
    penanda_sandi: SecretStr

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment first, then the files of the secrets folder."""
        folder = getattr(file_secret_settings, "secrets_dir", None)
        return env_settings, SecretsSettingsSource(settings_cls, secrets_dir=folder, env_prefix="")

    @classmethod
    def read(cls, folder: Path) -> "Secrets":
        """Read the secrets of a folder; raise SettingsFault naming the one that is missing."""
        try:
            return cls(_secrets_dir=str(folder))
        except ValidationError as cause:
            raise SettingsFault(one_sentence(f"folder rahasia {folder.name}", cause)) from cause


def load(path: Path) -> Settings:
    """Read `adminduk.toml`; paths in it are relative to it. Raise SettingsFault with one sentence."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as cause:
        raise SettingsFault(f"{path.name} tidak ada: buat dengan ./adminduk init.") from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise SettingsFault(f"{path.name} tidak dapat dibaca sebagai TOML.") from cause
    if unknown := unknown_names():
        raise SettingsFault(f"Lingkungan: pengaturan {unknown[0]} tidak dikenal (salah ketik?).")
    try:
        return _anchored(Settings(**content), path.resolve().parent)
    except ValidationError as cause:
        raise SettingsFault(one_sentence(path.name, cause)) from cause


def unknown_names() -> list[str]:
    """Return ADMINDUK_ names of the environment that no setting has (pydantic ignores them)."""
    known = {*Settings.model_fields, *Secrets.model_fields, "config", "venv", "test_pg"}
    names = (name for name in os.environ if name.startswith(PREFIX))
    return sorted(n for n in names if n.removeprefix(PREFIX).lower().split("__")[0] not in known)


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this very machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _anchored(settings: Settings, folder: Path) -> Settings:
    """Make relative paths relative to the folder of the settings file."""
    signing = settings.tanda_tangan
    registry = settings.penduduk
    return settings.model_copy(
        update={
            "kantor": folder / settings.kantor,
            "data": folder / settings.data,
            "kunci": folder / settings.kunci,
            "tanda_tangan": signing.model_copy(
                update={
                    "sertifikat": folder / signing.sertifikat,
                    "akar_resmi": tuple(folder / root for root in signing.akar_resmi),
                }
            ),
            "penduduk": registry.model_copy(
                update={"csv": folder / registry.csv if registry.csv else None}
            ),
        }
    )
