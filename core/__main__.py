"""The door: `./adminduk VERB`. Every fault is one sentence on standard error."""

import asyncio
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from core.app import Kerja, SiteProcess, database, doctor, logs, setup
from core.app.katalog import catalogue
from core.app.lock import FolderTaken
from core.app.processes import EX_CONFIG, Supervisor, run_until_told
from core.demo import DemoFailed, play, stay
from core.kantor import PengaturanSalah
from core.penduduk import DataPendudukSalah
from core.settings import Secrets, Settings, SettingsFault, load
from core.store import DatabaseBehind, opened
from delivery.mailer import SetelanSuratDitolak
from delivery.sign import SertifikatDitolak
from sandbox import PortTerpakai
from vault import KeyRefused

app = typer.Typer(
    name="adminduk", help="Layanan kependudukan dari telepon.", no_args_is_help=True,
    pretty_exceptions_enable=False, add_completion=False,
)  # fmt: skip
plugin = typer.Typer(help="Layanan yang terpasang.", no_args_is_help=True)
app.add_typer(plugin, name="plugin")

CONFIG = Path(setup.SETTINGS)
Config = Annotated[
    Path, typer.Option("--config", envvar="ADMINDUK_CONFIG", help="Berkas pengaturan.")
]
# What stops a start with one sentence; anything else is a defect and shows its traceback.
FAULTS = (
    SettingsFault,
    PengaturanSalah,
    KeyRefused,
    SertifikatDitolak,
    SetelanSuratDitolak,
    DataPendudukSalah,
    DatabaseBehind,
    FolderTaken,
    setup.SetupRefused,
    PortTerpakai,
    DemoFailed,
)


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
    """Jalankan kantor: proses kerja dan situs, diawasi."""
    logs.set_up()
    load(config)
    raise typer.Exit(asyncio.run(_supervise(config)))


@app.command(hidden=True)
def kerja(config: Config = CONFIG) -> None:
    """Jalankan proses kerja saja: bot, penerbitan, pengiriman."""
    logs.set_up()
    settings = load(config)
    secrets = Secrets.read(settings.kunci / "kerja")
    _serve(run_until_told(Kerja(settings, secrets, now=now)))


@app.command(hidden=True)
def situs(config: Config = CONFIG) -> None:
    """Jalankan situs unduh saja."""
    logs.set_up()
    _serve(run_until_told(SiteProcess(load(config), now=now)))


@app.command()
def migrate(config: Config = CONFIG) -> None:
    """Mutakhirkan basis data."""
    settings = load(config)
    settings.data.mkdir(parents=True, exist_ok=True)
    names = asyncio.run(_migrate(settings))
    typer.echo("\n".join(names) if names else "Basis data sudah mutakhir.")


@app.command(name="doctor")
def examine(config: Config = CONFIG) -> None:
    """Periksa pemasangan dan katakan cara memperbaikinya."""
    findings = asyncio.run(doctor.examine(config))
    for found in findings:
        typer.echo(
            f"{'✓' if found.baik else '✗'} {found.hal}"
            + (f": {found.kalimat}" if found.kalimat else "")
        )
    raise typer.Exit(0 if all(found.baik for found in findings) else 1)


@app.command()
def demo(
    auto: Annotated[bool, typer.Option("--auto", help="Mainkan seluruh alur sendiri.")] = False,
    out: Annotated[Path | None, typer.Option(help="Folder hasil untuk --auto.")] = None,
    data: Annotated[
        Path | None, typer.Option(help="Folder data; kosong berarti sementara.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port halaman peragaan.")] = 8090,
) -> None:
    """Peragaan di mesin ini: tanpa token, tanpa internet, data fiktif."""
    if auto:
        raise typer.Exit(asyncio.run(play(out or Path("demo-out"), data=data)))
    raise typer.Exit(asyncio.run(stay(data=data, port=port)))


@plugin.command("list")
def plugin_list() -> None:
    """Daftar layanan, versi, dasar hukum, dan yang gagal dimuat."""
    katalog = catalogue()
    for one in katalog.layanan.values():
        layanan = one.layanan
        typer.echo(f"{layanan.kode} v{layanan.versi}  {layanan.judul}")
        typer.echo(f"    {'; '.join(layanan.dasar_hukum)}")
    for fault in katalog.gagal:
        typer.echo(f"GAGAL {fault.kalimat}", err=True)
    raise typer.Exit(1 if katalog.gagal else 0)


async def _supervise(config: Path) -> int:
    supervisor = Supervisor(config)
    ended = asyncio.create_task(_wait(supervisor))
    stopped = asyncio.create_task(run_until_told(supervisor))
    done, _ = await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if ended in done and not stopped.done():
        await supervisor.stop()
        stopped.cancel()
        return ended.result()
    ended.cancel()
    return 0


async def _wait(supervisor: Supervisor) -> int:
    await asyncio.sleep(0)
    return await supervisor.wait()


async def _migrate(settings: Settings) -> list[str]:
    async with opened(database(settings)) as store:
        return await store.migrate()


def _serve(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except OSError as cause:
        typer.echo(f"Tidak dapat dimulai: {cause.strerror or cause}.", err=True)
        raise typer.Exit(EX_CONFIG) from cause


def main() -> None:
    """Run a verb; a known fault ends it with one sentence and EX_CONFIG."""
    try:
        app()
    except FAULTS as fault:
        typer.echo(str(fault), err=True)
        sys.exit(EX_CONFIG)


if __name__ == "__main__":
    main()
