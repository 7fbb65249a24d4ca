"""Makes the page of a product from its case: answers, officer's form, registry, office profile."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import segno
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    select_autoescape,
)
from markupsafe import Markup
from pydantic import BaseModel

from core.api import Bahan, Hasil, Keluarga, Orang, Surat, Tempat
from core.dialog import (
    BelumLengkap,
    CariWilayah,
    Draft,
    Rencana,
    area_codes,
    carry,
    finish,
    opened,
    private,
    searches,
)
from core.issuing.catatan import Catatan
from core.kantor import Kantor
from core.registry import LayananSiap

_FRAMES = Path(__file__).parent / "bingkai"
_FORM_CHANGED = "Formulir berubah sejak diisi, dan ada jawaban yang belum terisi."
_UNSIGNED = "Dokumen contoh dari peragaan. Tidak sah dan tidak bertanda tangan elektronik resmi."
_SIGNED = "Dokumen ini ditandatangani secara elektronik dengan sertifikat dari {penerbit}."


class Population(Protocol):
    """The registry, asked by number for the office."""

    async def fetch(self, jenis: str, nomor: str) -> Keluarga | Orang | None:
        """Return what the registry holds under a number."""


@dataclass(frozen=True)
class Cetakan:
    """What the page says about itself."""

    contoh: bool
    pratinjau: bool
    qr_svg: Markup | None
    alamat_verifikasi: str | None
    catatan_tte: str


class PageNotReady(ValueError):
    """The page lacks something; the sentence tells the officer what."""


async def look_up(service: LayananSiap, *, isian: str, population: Population) -> Catatan:
    """Ask the registry everything that the form asks it, by number."""
    held = {
        path: await population.fetch(one.jenis, one.nomor)
        for path, one in searches(service.rencana, _filed(service, isian)).items()
    }
    return {path: found for path, found in held.items() if found is not None}


def gather(
    service: LayananSiap,
    *,
    isian: str,
    petugas: str,
    penduduk: Catatan,
    kantor: Kantor,
    tanggal: date,
    wilayah: CariWilayah | None = None,
) -> Bahan:
    """Collect everything that a page may be made of; PageNotReady: a newer form wants more."""
    draft = _filed(service, isian)
    forms = [(service.rencana, draft)]
    if petugas and service.rencana_petugas is not None:
        plan = service.rencana_petugas
        forms.append((plan, _written(service, plan, petugas)))
    try:
        filed, officer = finish(*forms[0]).isian, None
        if len(forms) > 1:
            officer = finish(*forms[1]).isian
    except BelumLengkap:
        raise PageNotReady(_FORM_CHANGED) from None
    return Bahan(
        isian=filed,
        petugas=officer,
        penduduk=penduduk,
        kantor=kantor.kepala_surat(),
        tanggal=tanggal,
        desa={one.kode: one for one in kantor.desa},
        wilayah=areas(wilayah, *forms),
    )


def _filed(service: LayananSiap, isian: str) -> Draft:
    """Read what was filed, as the version that serves the case has it."""
    return opened(service.layanan, service.rencana, isian).draft


def _written(service: LayananSiap, plan: Rencana, petugas: str) -> Draft:
    """Read the officer's form, as the version that serves the case has it."""
    draft, versi = Draft.load(petugas), service.layanan.versi
    return draft if draft.versi == versi else carry(plan, draft, versi, {}).draft


def private_numbers(service: LayananSiap, *, isian: str, petugas: str) -> frozenset[str]:
    """Give every private number that stands in the answers, the citizen's and the officer's."""
    found = private(service.rencana, _filed(service, isian))
    if petugas and (plan := service.rencana_petugas) is not None:
        found |= private(plan, _written(service, plan, petugas))
    return found


def areas(wilayah: CariWilayah | None, *forms: tuple[Rencana, Draft]) -> Mapping[str, Tempat]:
    """Find every area whose code stands in the answers; one that is not known is left out."""
    if wilayah is None:
        return {}
    held = {code: wilayah.tempat(code) for form in forms for code in area_codes(*form)}
    return {code: found for code, found in held.items() if found is not None}


def context(hasil: Hasil, bahan: Bahan) -> BaseModel:
    """Let the plugin make the typed context of its page; PageNotReady says what is missing."""
    try:
        return hasil.isi(bahan)
    except ValueError as cause:
        raise PageNotReady(str(cause)) from cause


def html(service: LayananSiap, hasil: Hasil | Surat, isi: BaseModel, cetak: Cetakan) -> str:
    """Run the page of a result or a letter, its plugin's own or a borrowed one.

    Values are escaped; the page may include files of its own folder, and our frames.
    """
    values: Mapping[str, object] = {"isi": isi, "cetak": cetak, **asdict(cetak)}
    folder = service.home(hasil.milik)
    return _templates(folder).get_template(hasil.templat).render(values)


def stamp(*, penerbit: str | None, pratinjau: bool, alamat: str | None) -> Cetakan:
    """Say what is true of a page: preview or issued, and where to verify it.

    `penerbit` issued the certificate of an official signer; without one the page is a sample.
    """
    signed = penerbit is not None and not pratinjau
    return Cetakan(
        contoh=penerbit is None,
        pratinjau=pratinjau,
        qr_svg=_qr(alamat) if alamat else None,
        alamat_verifikasi=alamat,
        catatan_tte=_SIGNED.format(penerbit=penerbit) if signed else _UNSIGNED,
    )


def _qr(address: str) -> Markup:
    """Draw an address as inline SVG; the drawing holds nothing but numbers."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=4)
    return Markup(drawn)  # noqa: S704


def _templates(folder: Path) -> Environment:
    return Environment(
        loader=ChoiceLoader(
            [PrefixLoader({"bingkai": FileSystemLoader(_FRAMES)}), FileSystemLoader(folder)]
        ),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
    )
