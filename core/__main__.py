"""The door: `./adminduk VERB`. Every fault is one sentence on standard error."""

import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from core.app import audit, backup_report, doctor, logs, setup, versi_plugin
from core.app.backup import backup
from core.app.backup_format import CadanganDitolak
from core.app.backup_restore import restore
from core.app.bench import NAMES, program_of
from core.app.checks.check import NotReady, Tempat, require
from core.app.checks.kerja import CHECKS_KERJA
from core.app.checks.keys import remember
from core.app.checks.web import COMMON
from core.app.katalog import catalogue
from core.app.kerja import Kerja
from core.app.lock import FolderTaken
from core.app.models import database
from core.app.pantulan import take_in
from core.app.processes import one_sentence, run_until_told, serve, supervise
from core.kantor import PengaturanSalah
from core.penduduk import DataPendudukSalah
from core.settings import Secrets, Settings, SettingsFault, load
from core.store import DatabaseBehind, opened
from core.store.riwayat import Utuh
from delivery.mailer import SetelanSuratDitolak
from delivery.pantulan import LIMIT
from delivery.render import FontMissing
from delivery.sign import SertifikatDitolak
from vault import KeyRefused

app = typer.Typer(
    name="adminduk", help="Layanan kependudukan dari telepon.", no_args_is_help=True,
    pretty_exceptions_enable=False, add_completion=False,
)  # fmt: skip
plugin = typer.Typer(help="Layanan yang terpasang.", no_args_is_help=True)
app.add_typer(plugin, name="plugin")
riwayat = typer.Typer(help="Riwayat perbuatan.", no_args_is_help=True)
app.add_typer(riwayat, name="audit")

CONFIG = Path(setup.SETTINGS)
Config = Annotated[
    Path, typer.Option("--config", envvar="ADMINDUK_CONFIG", help="Berkas pengaturan.")
]
PASSED_ON = {"ignore_unknown_options": True, "allow_interspersed_args": False}
Child = Annotated[bool, typer.Option("--anak", hidden=True, help="Berhenti bila induknya mati.")]
# What stops a start with one sentence; anything else is a defect and shows its traceback.
FAULTS = (
    SettingsFault,
    NotReady,
    PengaturanSalah,
    KeyRefused,
    SertifikatDitolak,
    FontMissing,
    SetelanSuratDitolak,
    DataPendudukSalah,
    DatabaseBehind,
    FolderTaken,
    CadanganDitolak,
    setup.SetupRefused,
)


def become(program: str, *arguments: str) -> None:
    """Go on as another program: an office never loads the sandbox, nor the site the bot."""
    os.execv(sys.executable, [sys.executable, "-m", program, *arguments])  # noqa: S606


def now() -> datetime:
    """The real clock; the only place that reads it for the rooms."""
    return datetime.now(UTC)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Folder pemasangan.")],
    kantor: Annotated[str, typer.Option(help="Profil dari offices/.")] = "kudus",
) -> None:
    """Siapkan folder baru: kunci, sertifikat contoh, profil kantor, pengaturan."""
    settings = setup.set_up(folder, kantor)
    typer.echo(f"Siap: {settings}")
    typer.echo(f"1. Isi {folder / 'kantor.toml'}: petugas, grup admin, kepala dinas.")
    typer.echo(f"2. Isi {settings}: server surat dan alamat situs.")
    typer.echo(f"3. Simpan token bot di {folder / setup.KERJA / 'telegram_token'} (chmod 400).")
    typer.echo(f"4. ./adminduk migrate --config {settings}, lalu doctor, lalu run.")


@app.command()
def run(config: Config = CONFIG) -> None:
    """Jalankan kantor: proses kerja dan web, diawasi."""
    logs.set_up()
    asyncio.run(require(COMMON, Tempat(load(config), os.environ, now)))
    raise typer.Exit(asyncio.run(supervise(config)))


@app.command()
def kerja(config: Config = CONFIG, anak: Child = False) -> None:
    """Jalankan proses kerja saja (pengguna sistem tersendiri): bot, penerbitan, pengiriman."""
    logs.set_up()
    settings = load(config)
    asyncio.run(require(CHECKS_KERJA, Tempat(settings, os.environ, now)))
    remember(settings)
    secrets = Secrets.read(settings.kunci / "kerja")
    serve(run_until_told(Kerja(settings, secrets, now=now), child=anak))


@app.command(context_settings=PASSED_ON, add_help_option=False)
def web(arguments: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Jalankan halaman unduh saja (pengguna sistem tersendiri)."""
    become("core.app.web", *(arguments or []))


@app.command()
def migrate(config: Config = CONFIG) -> None:
    """Mutakhirkan basis data."""
    settings = load(config)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = asyncio.run(_migrate(settings))
    typer.echo("\n".join(names) if names else "Basis data sudah mutakhir.")


@app.command(name="backup")
def make_backup(
    folder: Annotated[Path, typer.Argument(help="Folder cadangan, baru atau kosong.")],
    config: Config = CONFIG,
) -> None:
    """Cadangkan basis data dan berkas tersegel, tanpa kunci, selagi kantor bekerja."""
    os.umask(0o077)
    done = asyncio.run(backup(load(config), folder, now=now))
    typer.echo("\n".join(backup_report.of_backup(done)))


@app.command(name="restore")
def take_back(
    folder: Annotated[Path, typer.Argument(help="Folder cadangan.")], config: Config = CONFIG
) -> None:
    """Pulihkan cadangan ke pemasangan yang berhenti dan masih kosong."""
    settings = load(config)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    done = asyncio.run(restore(settings, folder, now=now))
    typer.echo("\n".join(backup_report.of_restore(done)))
    raise typer.Exit(0 if isinstance(done.riwayat, Utuh) else 1)


@app.command(name="bounce-ingest")
def bounce_ingest(config: Config = CONFIG) -> None:
    """Terima satu surat yang kembali, dari pipa server e-mail (masukan standar)."""
    logs.set_up()
    settings = load(config)
    raw = sys.stdin.buffer.read(LIMIT + 1)
    while sys.stdin.buffer.read(LIMIT):  # a pipe that is not emptied looks like a failure
        pass
    raise typer.Exit(take_in(settings, raw, now=now))


@app.command(name="doctor")
def examine(config: Config = CONFIG) -> None:
    """Periksa pemasangan dan katakan cara memperbaikinya."""
    findings = asyncio.run(doctor.examine(config, now=now))
    typer.echo("\n".join(doctor.line(found) for found in findings))
    raise typer.Exit(0 if all(found.baik for found in findings) else 1)


@app.command(context_settings=PASSED_ON, add_help_option=False)
def demo(arguments: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Peragaan di mesin ini: tanpa token, tanpa internet, data fiktif."""
    become("core.demo", *(arguments or []))


@app.command(context_settings=PASSED_ON, add_help_option=False)
def chaos(arguments: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Bunuh proses berulang kali di tengah pekerjaan, lalu hitung apakah semua janji ditepati."""
    become("chaos", *(arguments or []))


@app.command(context_settings=PASSED_ON)
def bench(
    nama: Annotated[str, typer.Argument(help=f"Salah satu: {', '.join(NAMES)}.")] = "",
    arguments: Annotated[list[str] | None, typer.Argument(help="Untuk pengukuran itu.")] = None,
) -> None:
    """Ukur kecepatan terhadap pembanding; baris terakhir memuat angkanya."""
    become(program_of(nama), *(arguments or []))


@plugin.command("list")
def plugin_list() -> None:
    """Daftar layanan, versi, dasar hukum, dan yang gagal dimuat."""
    katalog = catalogue()
    for one in katalog.layanan.values():
        layanan = one.layanan
        typer.echo(f"{layanan.kode} v{layanan.versi}  {layanan.judul}")
        typer.echo(f"    {'; '.join(layanan.dasar_hukum)}")
        if one.pinjaman:
            typer.echo(f"    meminjam dari: {', '.join(one.pinjaman)}")
    for fault in katalog.gagal:
        typer.echo(f"GAGAL {fault.kalimat}", err=True)
    raise typer.Exit(1 if katalog.gagal else 0)


@plugin.command("check")
def plugin_check(
    catat: Annotated[bool, typer.Option("--catat", help="Catat versi yang sekarang.")] = False,
) -> None:
    """Periksa apakah ada formulir yang berubah tanpa versi baru."""
    katalog = catalogue()
    for berkas in versi_plugin.write_down(katalog) if catat else ():
        typer.echo(f"dicatat: {berkas.parent.name}/{berkas.name}")
    found = versi_plugin.check(katalog)
    for one in found:
        typer.echo(f"{'SALAH' if one.salah else 'catatan:'} {one.kalimat}", err=one.salah)
    for fault in katalog.gagal:
        typer.echo(f"GAGAL {fault.kalimat}", err=True)
    bad = bool(katalog.gagal) or any(one.salah for one in found)
    if not bad:
        typer.echo(f"{len(katalog.layanan)} layanan sesuai dengan versinya.")
    raise typer.Exit(1 if bad else 0)


@riwayat.command("verify")
def audit_verify(
    config: Config = CONFIG,
    kepala: Annotated[str, typer.Option(help="Sidik yang pernah dikirim ke grup admin.")] = "",
) -> None:
    """Periksa rantai riwayat baris demi baris; sebut baris pertama yang putus."""
    found = asyncio.run(audit.verify(load(config), kepala=kepala.strip().lower()))
    typer.echo(audit.line(found))
    raise typer.Exit(0 if isinstance(found, Utuh) else 1)


async def _migrate(settings: Settings) -> list[str]:
    async with opened(database(settings)) as store:
        return await store.migrate()


def main() -> None:
    """Run a verb; a known fault ends it with one sentence and EX_CONFIG."""
    with one_sentence(*FAULTS):
        app()


if __name__ == "__main__":
    main()
