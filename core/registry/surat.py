"""Looks for the letters that a form gives, and for their pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from core.api import Formulir, Layanan, Surat, Tanya
from core.registry.templat import template_faults


def letter_faults(layanan: Layanan, rumah: Mapping[str, Path]) -> Iterator[str]:
    """Give every fault of a service's letters, each as the end of a sentence that names it."""
    for surat in letters(layanan.formulir):
        for cacat in template_faults(surat.templat, surat.milik, rumah):
            yield f"surat {surat.nama!r}: {cacat}"
    if layanan.formulir_petugas is not None and any(letters(layanan.formulir_petugas)):
        yield "formulir_petugas tidak dapat memberi surat; surat hanya untuk pemohon"


def letters(formulir: type[Formulir]) -> Iterator[Surat]:
    """Give the letters of a form, also those of its rows."""
    for medan in formulir.model_fields.values():
        yield from _of((*medan.metadata, medan.annotation))


def _of(bagian: tuple[Any, ...]) -> Iterator[Surat]:
    """Look through the marks of an annotation, whatever they are wrapped in."""
    for satu in bagian:
        if isinstance(satu, Tanya):
            if satu.surat is not None:
                yield satu.surat
        elif isinstance(satu, type) and issubclass(satu, Formulir):
            yield from letters(satu)
        else:
            yield from _of((*getattr(satu, "__metadata__", ()), *get_args(satu)))
