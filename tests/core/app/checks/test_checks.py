"""Closed by default: each fault refuses the start with one sentence that says how to mend it."""

import asyncio
import errno
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from core.app import doctor
from core.app.checks import folders
from core.app.checks.basis_data import DATABASE
from core.app.checks.check import Check, NotReady, Peringatan, Tempat, find, require
from core.app.checks.kerja import CHECKS_KERJA, MAIL, TELEGRAM
from core.app.checks.keys import remember
from core.app.checks.web import CHECKS_WEB, COMMON
from core.app.models import database
from core.bot import Diterima, Ditolak
from core.settings import load
from core.store import new_id, opened, riwayat, unit_of_work
from tests.core.app.kantor import change, rewrite
from vault import create_keys


def now() -> datetime:
    return datetime.now(UTC)


def place(
    config: Path,
    *,
    clock: Callable[[], datetime] = now,
    environ: Mapping[str, str] | None = None,
) -> Tempat:
    return Tempat(load(config), environ or {}, clock)


async def refusals(config: Path) -> list[str]:
    """Return what refuses the start of either process."""
    tempat = place(config)
    both = dict.fromkeys((*CHECKS_KERJA, *CHECKS_WEB))
    found = [await find(check, tempat) for check in both if check.at_start]
    return [one.kalimat for one in found if one.wajib]


class Fault(NamedTuple):
    """What is broken, and what the sentence must contain."""

    name: str
    breaks: Callable[[Path, pytest.MonkeyPatch], object]
    sentence: str


def _key(folder: Path) -> Path:
    return folder / "kunci" / "kerja" / "k_data"


def _office(folder: Path, old: str, new: str) -> None:
    file = folder / "kantor.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def _settings(folder: Path, old: str, new: str) -> None:
    change(folder / "adminduk.toml", old, new)


def _no_officers(folder: Path) -> None:
    file = folder / "kantor.toml"
    file.write_text(file.read_text("utf-8").partition("[[petugas]]")[0], "utf-8")


def _other_keys(folder: Path) -> None:
    remember(load(folder / "adminduk.toml"))
    shutil.rmtree(folder / "kunci" / "kerja" / "x", ignore_errors=True)
    kept = {
        name: (folder / "kunci" / "kerja" / name).read_bytes()
        for name in ("penanda.p12", "penanda_sandi", "telegram_token")
    }
    shutil.rmtree(folder / "kunci")
    create_keys(folder / "kunci")
    for name, content in kept.items():
        rewrite(folder / "kunci" / "kerja" / name, content)


def _full(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(folders, "room", lambda _: (0, True))


def _no_inodes(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(folders, "room", lambda _: (10_000, False))


def _raise(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


FAULTS = [
    Fault("a key is missing", lambda f, _: _key(f).unlink(), "k_data tidak dapat dibaca"),
    Fault("a key is open to others", lambda f, _: _key(f).chmod(0o644), "k_data terbuka bagi"),
    Fault("a key is a sample", lambda f, _: rewrite(_key(f), bytes(32)), "k_data berisi nilai"),
    Fault(
        "a key was swapped for another's",
        lambda f, _: _other_keys(f),
        "bukan yang dipakai selama ini",
    ),
    Fault(
        "the site holds a key of the worker",
        lambda f, _: rewrite(f / "kunci" / "web" / "k_web", _key(f).read_bytes()),
        "milik kerja",
    ),
    Fault("others may swap keys", lambda f, _: (f / "kunci" / "kerja").chmod(0o777), "chmod go-w"),
    Fault(
        "the token is missing",
        lambda f, _: (f / "kunci" / "kerja" / "telegram_token").unlink(),
        "telegram_token belum diisi",
    ),
    Fault(
        "the token is open to others",
        lambda f, _: (f / "kunci" / "kerja" / "telegram_token").chmod(0o640),
        "telegram_token terbuka",
    ),
    Fault(
        "the keys lie in the data",
        lambda f, _: _settings(f, 'data = "data"', 'data = "kunci/data"'),
        "harus terpisah",
    ),
    Fault(
        "the data lies beside the keys, in their folder",
        lambda f, _: _settings(f, 'kunci = "kunci"', 'kunci = "data/kunci"'),
        "harus terpisah",
    ),
    Fault(
        "a link leads from the data to the keys",
        lambda f, _: (
            _settings(f, 'kunci = "kunci"', 'kunci = "lain"'),
            (f / "lain").symlink_to(f / "data"),
        ),
        "harus terpisah",
    ),
    Fault(
        "the certificate lies in the data",
        lambda f, _: _settings(
            f, "[web]", '[tanda_tangan]\nsertifikat = "data/penanda.p12"\n\n[web]'
        ),
        "Sertifikat penanda tidak boleh di folder data",
    ),
    Fault(
        "the database lies with the keys",
        lambda f, _: _settings(f, 'data = "data"', 'data = "data"\nbasis_data = "sqlite:kunci/a"'),
        "Basis data tidak boleh di folder kunci",
    ),
    Fault(
        "the admin chat is not chosen",
        lambda f, _: _office(f, "admin = -1007", "admin = 0 # "),
        "telegram.admin belum diisi",
    ),
    Fault("nobody works here", lambda f, _: _no_officers(f), "petugas belum memuat"),
    Fault(
        "a sample signs in production",
        lambda f, _: _settings(f, "produksi = false", "produksi = true"),
        "tidak menuju akar resmi",
    ),
    Fault(
        "the certificate is missing",
        lambda f, _: (f / "kunci" / "kerja" / "penanda.p12").unlink(),
        "penanda.p12",
    ),
    Fault(
        "there is no database",
        lambda f, _: (f / "data" / "adminduk.sqlite3").unlink(),
        "Basis data belum ada",
    ),
    Fault(
        "the database is empty",
        lambda f, _: rewrite(f / "data" / "adminduk.sqlite3", b"", 0o600),
        "./adminduk migrate",
    ),
    Fault(
        "the database is something else",
        lambda f, _: rewrite(f / "data" / "adminduk.sqlite3", b"x" * 4096, 0o600),
        "Basis data adminduk.sqlite3 bukan basis data SQLite.",
    ),
    Fault(
        "the storage is a file",
        lambda f, _: rewrite(f / "data" / "berkas", b"", 0o600),
        "Folder penyimpanan data/berkas: tidak dapat ditulis",
    ),
    Fault(
        "the storage does not sync",
        lambda _, patch: patch.setattr("os.fsync", _raise(errno.EIO)),
        "fsync gagal",
    ),
    Fault(
        "the storage knows no hard links",
        lambda _, patch: patch.setattr("os.link", _raise(errno.EPERM)),
        "hard link",
    ),
    Fault("there is no room left", _full, "tinggal 0 MB"),
    Fault("there are no inodes left", _no_inodes, "inode"),
]


async def test_an_office_that_is_well_is_not_refused(config: Path) -> None:
    assert await refusals(config) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
async def test_a_fault_refuses_the_start_with_one_sentence(
    config: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    fault.breaks(config.parent, monkeypatch)
    said = await refusals(config)
    assert [one for one in said if fault.sentence in one], said
    assert [one for one in said if "\n" in one or not one.endswith(".")] == []
    findings = await doctor.examine(config, now=now)
    assert set(said) <= {one.kalimat for one in findings}


async def test_keys_are_remembered_once_and_stay_well(config: Path) -> None:
    settings = load(config)
    remember(settings)
    first = (settings.data / "kunci.sidik").read_text()
    remember(settings)
    assert (settings.data / "kunci.sidik").read_text() == first
    assert await refusals(config) == []


# --- the clock


@pytest.mark.parametrize("year", [1970, 1980, 2024])
async def test_s07_a_clock_before_this_program_is_refused(config: Path, year: int) -> None:
    with pytest.raises(NotReady, match=f"menunjuk tahun {year}"):
        await require(COMMON, place(config, clock=lambda: datetime(year, 1, 1, tzinfo=UTC)))


@pytest.mark.parametrize(("seconds", "well"), [(-7200, False), (-121, False), (-119, True)])
async def test_s06_a_clock_before_the_last_line_of_the_history_is_refused(
    config: Path, seconds: int, well: bool
) -> None:
    written = now()
    async with opened(database(load(config))):
        await unit_of_work(riwayat.write)("uji", new_id(), pelaku="sistem", now=written)
    found = await find(DATABASE, place(config, clock=lambda: written + timedelta(seconds=seconds)))
    assert found.baik is well
    assert well or "sebelum catatan riwayat terakhir" in found.kalimat


@pytest.mark.parametrize(("seconds", "well"), [(7200, False), (-130, False), (60, True)])
async def test_s06_a_clock_beside_postgresqls_is_refused(
    config: Path, postgres_url: str, seconds: int, well: bool
) -> None:
    change(config, 'data = "data"', f'data = "data"\nbasis_data = "{postgres_url}"')
    found = await find(DATABASE, place(config, clock=lambda: now() + timedelta(seconds=seconds)))
    assert found.baik is well
    assert well or "jam basis data" in found.kalimat


async def test_a_postgresql_that_is_gone_refuses(config: Path) -> None:
    change(config, 'data = "data"', 'data = "data"\nbasis_data = "postgres://a@127.0.0.1:9/b"')
    assert (await find(DATABASE, place(config))).wajib


# --- the site


@pytest.mark.parametrize("name", ["ADMINDUK_TELEGRAM_TOKEN", "adminduk_penanda_sandi"])
async def test_the_site_refuses_secrets_of_the_worker(config: Path, name: str) -> None:
    with pytest.raises(NotReady, match=name):
        await require(CHECKS_WEB, place(config, environ={name: "s3rahasia"}))


async def test_the_site_reads_a_storage_that_it_may_not_write(config: Path) -> None:
    (config.parent / "data" / "berkas").mkdir(exist_ok=True)
    await require(CHECKS_WEB, place(config))


# --- what is looked at by itself


async def test_an_outage_is_a_warning(config: Path) -> None:
    for check in (MAIL, TELEGRAM):
        found = await find(check, place(config))
        assert (found.baik, found.wajib) == (False, False)
        assert "tidak menjawab" in found.kalimat


async def raising(_: Tempat) -> str:
    raise LookupError("3319990108160001 milik Budi")


async def hanging(_: Tempat) -> str:
    await asyncio.Event().wait()
    return ""


async def test_what_cannot_be_looked_at_is_not_well_and_quotes_nothing(config: Path) -> None:
    found = await find(Check("sesuatu", raising), place(config))
    assert found.wajib
    assert found.kalimat == "sesuatu: tidak dapat diperiksa (LookupError)."


async def test_a_look_that_hangs_is_not_well(config: Path) -> None:
    found = await find(Check("sesuatu", hanging, seconds=0.01), place(config))
    assert found.kalimat == "sesuatu: tidak menjawab dalam 0.01 detik."


async def test_a_warning_lets_the_start_go_on(
    config: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def warn(_: Tempat) -> Peringatan:
        return Peringatan("Pelan.")

    await require((Check("sesuatu", warn),), place(config))
    assert "Pelan." in caplog.text


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Ditolak(), "Telegram menolak token bot"),
        (Diterima(datetime(2030, 1, 1, tzinfo=UTC)), "dari jam Telegram"),
        (None, ""),  # its clock is ours
        (Diterima(None), ""),
    ],
)
async def test_s13_a_token_or_a_clock_that_telegram_refuses_is_no_outage(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: Diterima | Ditolak | None,
    sentence: str,
) -> None:
    async def hello(*_: object, **__: object) -> Diterima | Ditolak:
        return answer or Diterima(now())

    monkeypatch.setattr("core.app.checks.kerja.hello", hello)
    found = await find(TELEGRAM, place(config))
    assert found.wajib is bool(sentence)
    assert sentence in found.kalimat
