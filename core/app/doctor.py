"""Looks at an installation and says, line by line, what is well and how to mend what is not."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.app.katalog import catalogue
from core.app.kerja import mail_settings
from core.app.models import database
from core.bot import connect, greet
from core.kantor import PengaturanSalah, load_kantor
from core.penduduk import DataPendudukSalah, PendudukCsv
from core.settings import Secrets, Settings, SettingsFault
from core.settings import load as load_settings
from core.store import opened
from delivery.mailer import Konfigurasi, Mailer, SetelanSuratDitolak, Terkirim
from delivery.render import Renderer, RenderFailed
from delivery.sign import ContohSigner, SertifikatDitolak, read_roots
from vault import KeyRefused, KunciKerja, KunciWeb


@dataclass(frozen=True)
class Temuan:
    """One finding: what was looked at, whether it is well, and the sentence."""

    hal: str
    baik: bool
    kalimat: str = ""


_FAULTS = (
    SettingsFault,
    PengaturanSalah,
    KeyRefused,
    SertifikatDitolak,
    DataPendudukSalah,
    RenderFailed,
    SetelanSuratDitolak,
    OSError,
)


async def examine(config: Path) -> list[Temuan]:
    """Look at everything that `run` needs, without starting it."""
    try:
        settings = load_settings(config)
    except SettingsFault as fault:
        return [Temuan("pengaturan", False, str(fault))]
    looks: tuple[tuple[str, Callable[[Settings], Awaitable[str]]], ...] = (
        ("rahasia", _secrets),
        ("kunci kerja", _keys_kerja),
        ("kunci web", _keys_web),
        ("kantor", _office),
        ("layanan", _plugins),
        ("data kependudukan", _registry),
        ("tanda tangan", _signer),
        ("basis data", _database),
        ("penyimpanan", _storage),
        ("mesin cetak", _renderer),
        ("server surat", _mail),
        ("Telegram", _telegram),
    )
    return [Temuan("pengaturan", True), *[await _look(settings, *look) for look in looks]]


async def _look(
    settings: Settings, hal: str, look: Callable[[Settings], Awaitable[str]]
) -> Temuan:
    try:
        sentence = await look(settings)
    except _FAULTS as fault:
        return Temuan(hal, False, str(fault))
    return Temuan(hal, not sentence, sentence)


async def _secrets(settings: Settings) -> str:
    Secrets.read(settings.kunci / "kerja")
    return ""


async def _keys_kerja(settings: Settings) -> str:
    KunciKerja.load(settings.kunci / "kerja")
    return ""


async def _keys_web(settings: Settings) -> str:
    KunciWeb.load(settings.kunci / "web")
    return ""


async def _office(settings: Settings) -> str:
    return "; ".join(load_kantor(settings.kantor).kekurangan())


async def _plugins(settings: Settings) -> str:
    return "; ".join(fault.kalimat for fault in catalogue().gagal)


async def _registry(settings: Settings) -> str:
    if settings.penduduk.csv is not None:
        await asyncio.to_thread(PendudukCsv, settings.penduduk.csv)
    return ""


async def _signer(settings: Settings) -> str:
    secrets = Secrets.read(settings.kunci / "kerja")
    signing = settings.tanda_tangan
    signer = ContohSigner(
        signing.sertifikat,
        secrets.penanda_sandi.get_secret_value(),
        production_roots=[root for path in signing.akar_resmi for root in read_roots(path)],
        now=lambda: datetime.now(UTC),
    )
    if settings.produksi and not signer.resmi:
        return "produksi = true, tetapi sertifikat penanda tidak menuju akar resmi (akar_resmi)."
    return ""


async def _database(settings: Settings) -> str:
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    async with opened(database(settings)) as store:
        names = await store.pending()
    return (
        f"belum dimutakhirkan ({len(names)} langkah): jalankan ./adminduk migrate" if names else ""
    )


async def _storage(settings: Settings) -> str:
    probe = settings.data / "berkas" / "coba"
    probe.parent.mkdir(parents=True, exist_ok=True)
    probe.write_bytes(b"coba")
    probe.unlink()
    return ""


async def _mail(settings: Settings) -> str:
    outcome = await Mailer(mail_settings(settings, Secrets.read(settings.kunci / "kerja"))).knock()
    match outcome:
        case Terkirim():
            return ""
        case Konfigurasi():
            return "menolak masuk atau tidak menawarkan TLS: periksa [surat] dan surat_sandi"
        case _:
            return "tidak menjawab: periksa surat.host dan surat.port"


async def _telegram(settings: Settings) -> str:
    secrets = Secrets.read(settings.kunci / "kerja")
    bot = connect(
        secrets.telegram_token.get_secret_value(),
        base_url=settings.telegram.base_url,
        base_file_url=settings.telegram.base_file_url,
    )
    return await greet(bot)


async def _renderer(settings: Settings) -> str:
    renderer = Renderer()
    await renderer.start()
    await renderer.stop()
    return ""
