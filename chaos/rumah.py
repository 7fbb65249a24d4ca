"""The office of a run: folder, keys, database, stand-in for Telegram, mail server, children."""

import contextlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from chaos.induk import Induk, opened_induk
from chaos.medan import Medan
from chaos.surat import Kotak, Peladen
from core.app import setup
from core.app.models import database
from core.demo.house import prepare
from core.kantor import Kantor, load_kantor
from core.settings import Settings, load
from core.store import opened
from sandbox import Grup, Panggung, Sandbox, Tokoh
from sandbox.store import Store

LOG = "catatan.log"
_LATE_POINT = "K13b"
_SMTP_SECONDS = 10.0


@dataclass(frozen=True)
class Rumah:
    """Everything that a run works with."""

    folder: Path
    store: Store
    kotak: Kotak
    peladen: Peladen
    settings: Settings
    config: Path
    kantor: Kantor
    medan: Medan
    induk: Induk

    @property
    def log(self) -> Path:
        """Where the children write."""
        return self.folder / LOG


@contextlib.asynccontextmanager
async def opened_rumah(
    folder: Path, *, basis_data: str, dadu: random.Random
) -> AsyncIterator[Rumah]:
    """Set the office up in an empty folder; its children are started by whoever asks."""
    kantor = load_kantor(setup.OFFICES / "contoh.toml")
    medan, kotak = Medan(folder / "medan"), Kotak()
    peladen = Peladen(kotak, dadu, lambda: medan.fired_lately(_LATE_POINT, 1.0))
    smtp = await peladen.start()
    try:
        async with Sandbox(_stage(kantor)) as sandbox:
            config = prepare(folder, sandbox, basis_data=basis_data)
            _send_mail_to(smtp, config, sandbox)
            settings = load(config)
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            async with opened(database(settings)) as store:
                await store.migrate()
            async with opened_induk(
                config=config, medan=folder / "medan", log=folder / LOG
            ) as induk:
                yield Rumah(
                    folder, sandbox._store, kotak, peladen, settings, config, kantor, medan, induk
                )
    finally:
        await peladen.stop()


def _stage(kantor: Kantor) -> Panggung:
    officers = tuple(Tokoh(one.id, one.nama) for one in kantor.daftar_petugas)
    return Panggung(petugas=officers, grup=Grup(kantor.telegram.admin, "Petugas (uji ketahanan)"))


def _send_mail_to(port: int, config: Path, sandbox: Sandbox) -> None:
    """Let mail go to our own server, which is waited for less long than a real one."""
    theirs, ours = f"port = {sandbox.smtp_port}", f"port = {port}\nbatas_detik = {_SMTP_SECONDS}"
    config.write_text(config.read_text("utf-8").replace(theirs, ours, 1), "utf-8")
