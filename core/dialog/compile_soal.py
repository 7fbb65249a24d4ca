"""Compiles one question: peels its annotation, joins its words, lists its choices."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from core.api import Pilihan, Sifat, Tanya, Terima, Unggahan, jenis
from core.dialog.cacat import Cacat
from core.dialog.compile_syarat import check_length
from core.dialog.options import fold
from core.dialog.rencana import Opsi, Rupa, Soal
from core.dialog.words import TIDAK, YA, label_of

M = TypeVar("M")
_TEKS = (str, int, date)
_MARKA = (Tanya, Sifat, Terima)


@dataclass(frozen=True)
class Kupas:
    """An annotation without its wrappers: the bare type, and all that was written around it."""

    tipe: Any
    marka: tuple[Any, ...]

    def all(self, jenis_marka: type[M]) -> tuple[M, ...]:
        """Give the marks of one kind, innermost first."""
        return tuple(marka for marka in self.marka if isinstance(marka, jenis_marka))

    def one(self, jenis_marka: type[M]) -> M | None:
        """Give the outermost mark of one kind."""
        return next(reversed(self.all(jenis_marka)), None)


def peel(tipe: Any, marka: list[Any]) -> Kupas:
    """Take off `Annotated` and `| None`, in whatever order they were written."""
    if get_origin(tipe) is Annotated:
        dalam, *lapis = get_args(tipe)
        return peel(dalam, [*lapis, *marka])
    if get_origin(tipe) in (Union, UnionType):
        isi = [bagian for bagian in get_args(tipe) if bagian is not NoneType]
        if len(isi) == 1:
            return peel(isi[0], marka)
    return Kupas(tipe, tuple(marka))


def compile_soal(nama: str, info: FieldInfo, kupas: Kupas) -> Soal:
    """Compile a field that is asked."""
    tanya = _words(nama, kupas)
    if not info.is_required() and info.get_default(call_default_factory=False) is not None:
        raise Cacat("nilai bawaan hanya boleh None; yang lain tidak pernah ditanyakan.")
    if info.is_required() and tanya.lewati is not None:
        raise Cacat("pertanyaan yang dapat dilewati memerlukan nilai bawaan (… | None = None).")
    opsi = _options(kupas.tipe)
    sifat = kupas.one(Sifat)
    if sifat and sifat.opsi and kupas.tipe is not str:
        raise Cacat(f"jawaban dari daftar {sifat.opsi} adalah kode, jadi jenisnya harus str.")
    if opsi or (sifat and sifat.opsi):
        rupa = Rupa.PILIHAN
    else:
        rupa = Rupa.UNGGAH if kupas.tipe is Unggahan else Rupa.TEKS
    return Soal(
        nama=nama,
        label=tanya.label or label_of(nama),
        tanya=tanya,
        rupa=rupa,
        adapter=_adapter(kupas, rupa),
        opsional=not info.is_required() and (tanya.bila is None or tanya.lewati is not None),
        opsi=opsi,
        sifat=sifat,
        terima=kupas.one(Terima),
        tipe=kupas.tipe,
        alias_jenis=tuple(alias for lapis in kupas.all(Tanya) for alias in lapis.alias),
    )


def _words(nama: str, kupas: Kupas) -> Tanya:
    """Join the words: the plugin's win, the type's fill the gaps, privacy is never taken back."""
    lapisan = kupas.all(Tanya)
    if not lapisan:
        raise Cacat("tidak punya Tanya(...); tulis Annotated[..., Tanya('Pertanyaan?')].")
    tanya = lapisan[-1]
    for dasar in reversed(lapisan[:-1]):
        kosong = [f.name for f in fields(Tanya) if getattr(tanya, f.name) is None]
        tanya = replace(
            tanya,
            pribadi=tanya.pribadi or dasar.pribadi,
            **{isian: getattr(dasar, isian) for isian in kosong if isian not in _MILIK_ISIAN},
        )
    for bagian in ("teks", "contoh", "bantuan", "lewati", "label", "galat"):
        check_length(getattr(tanya, bagian), f"{bagian} Tanya")
    return tanya


_MILIK_ISIAN = ("bila", "lewati")
"""What belongs to a field, never to its type."""


def _options(tipe: Any) -> tuple[Opsi, ...]:
    """List the choices of a closed type; none for an open one."""
    if tipe is bool:
        return (Opsi(True, YA, ("y",)), Opsi(False, TIDAK, ("t", "bukan")))
    if not (isinstance(tipe, type) and issubclass(tipe, Enum)):
        return ()
    if not issubclass(tipe, Pilihan):
        raise Cacat(f"{tipe.__name__} harus berupa Pilihan (kunci dan label).")
    for pilihan in tipe:
        kunci = pilihan.value
        if not kunci.isascii() or not kunci.isprintable() or not 1 <= len(kunci) <= 16:
            raise Cacat(f"kunci pilihan {kunci!r} harus 1 sampai 16 huruf ASCII.")
        if "." in kunci or " " in kunci:
            raise Cacat(f"kunci pilihan {kunci!r} tidak boleh memuat titik atau spasi.")
        check_length(pilihan.label, f"label {kunci}")
    if len({fold(pilihan.label) for pilihan in tipe}) < len(tipe):
        raise Cacat("ada dua pilihan yang labelnya terbaca sama.")
    return tuple(Opsi(pilihan.value, pilihan.label) for pilihan in tipe)


def _adapter(kupas: Kupas, rupa: Rupa) -> TypeAdapter[Any]:
    """Build the check of this one answer."""
    tipe = kupas.tipe
    if rupa is Rupa.TEKS and tipe not in _TEKS:
        nama = getattr(tipe, "__name__", str(tipe))
        raise Cacat(f"jenis {nama} tidak dapat ditanyakan; pakai salah satu dari core.api.jenis.")
    marka = [satu for satu in kupas.marka if not isinstance(satu, _MARKA)]
    if tipe is str and kupas.one(Sifat) is None:
        tipe = jenis.Baris  # bare text is one clean line
    for satu in marka:
        tipe = Annotated[tipe, satu]
    return TypeAdapter(tipe)
