"""What must be well before the process `kerja` starts."""

import asyncio

from core.app.checks.basis_data import DATABASE
from core.app.checks.check import BAIK, Check, Hasil, Peringatan, Tempat
from core.app.checks.clock import differs
from core.app.checks.folders import ROOM, STORAGE
from core.app.checks.keys import KERJA, KUNCI_KERJA, RAHASIA
from core.app.checks.membaca import READING
from core.app.checks.web import COMMON
from core.app.katalog import catalogue
from core.app.parts import mail_settings, signer
from core.bot import Diam, Diterima, Ditolak, hello
from core.kantor import PengaturanSalah, load_kantor
from core.penduduk import DataPendudukSalah, PendudukCsv
from core.settings import Secrets, SettingsFault
from delivery.mailer import Konfigurasi, Mailer, SetelanSuratDitolak, Terkirim
from delivery.render import Renderer, RenderFailed
from delivery.sign import SertifikatDitolak

_NETWORK_SECONDS = 5.0
_PRINTER_SECONDS = 70.0


async def _office(tempat: Tempat) -> Hasil:
    lacks = load_kantor(tempat.settings.kantor).kekurangan()
    return f"{tempat.settings.kantor.name}: {'; '.join(lacks)}." if lacks else BAIK


async def _signer(tempat: Tempat) -> Hasil:
    settings = tempat.settings
    found = signer(settings, Secrets.read(settings.kunci / KERJA), tempat.now)
    if settings.produksi and not found.resmi:
        return (
            "tanda_tangan.akar_resmi: sertifikat penanda tidak menuju akar resmi; "
            "pakai produksi = false untuk dokumen CONTOH."
        )
    return BAIK


async def _telegram(tempat: Tempat) -> Hasil:
    """A token that is refused, or a clock that differs, refuses; an outage does not."""
    settings = tempat.settings
    token = Secrets.read(settings.kunci / KERJA).telegram_token.get_secret_value()
    match await hello(token, settings.telegram.base_url, seconds=_NETWORK_SECONDS):
        case Ditolak():
            return "Telegram menolak token bot: periksa berkas telegram_token."
        case Diam(sebab):
            return Peringatan(f"Telegram tidak menjawab ({sebab}): periksa jaringan.")
        case Diterima(jam):
            return differs(tempat.now(), jam, "jam Telegram") if jam else BAIK


async def _mail(tempat: Tempat) -> Hasil:
    """Letters wait for a server that is down or forgot our password; nothing is lost."""
    setelan = mail_settings(tempat.settings, Secrets.read(tempat.settings.kunci / KERJA))
    try:
        async with asyncio.timeout(_NETWORK_SECONDS):
            outcome = await Mailer(setelan).knock()
    except TimeoutError:
        return Peringatan("Server surat tidak menjawab: periksa surat.host dan surat.port.")
    match outcome:
        case Terkirim():
            return BAIK
        case Konfigurasi():
            return Peringatan(
                "Server surat menolak masuk atau tidak menawarkan TLS: "
                "periksa [surat] dan surat_sandi."
            )
        case _:
            return Peringatan("Server surat tidak menjawab: periksa surat.host dan surat.port.")


async def _plugins(_: Tempat) -> Hasil:
    faults = "; ".join(fault.kalimat for fault in catalogue().gagal)
    return Peringatan(f"Layanan tidak dimuat: {faults}") if faults else BAIK


async def _registry(tempat: Tempat) -> Hasil:
    if tempat.settings.penduduk.csv is not None:
        await asyncio.to_thread(PendudukCsv, tempat.settings.penduduk.csv)
    return BAIK


async def _printer(_: Tempat) -> Hasil:
    renderer = Renderer()
    await renderer.start()
    await renderer.stop()
    return BAIK


OFFICE = Check("kantor", _office, (PengaturanSalah,))
SIGNER = Check("tanda tangan", _signer, (SettingsFault, SertifikatDitolak))
TELEGRAM = Check("Telegram", _telegram)
MAIL = Check("server surat", _mail, (SettingsFault, SetelanSuratDitolak))
# The start loads and begins these itself, and is refused by the same sentences.
PLUGINS = Check("layanan", _plugins, at_start=False)
REGISTRY = Check("data kependudukan", _registry, (DataPendudukSalah,), at_start=False)
PRINTER = Check("mesin cetak", _printer, (RenderFailed,), at_start=False, seconds=_PRINTER_SECONDS)

CHECKS_KERJA = (
    *COMMON,
    RAHASIA,
    KUNCI_KERJA,
    OFFICE,
    SIGNER,
    DATABASE,
    STORAGE,
    ROOM,
    PLUGINS,
    REGISTRY,
    PRINTER,
    MAIL,
    TELEGRAM,
    READING,
)
