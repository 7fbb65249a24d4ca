"""Turns a form into a plan that can be asked, or refuses it with one sentence.

The sentence names file, field and fault, because it is all that a plugin's author, the operator
who runs `plugin list`, and the admin chat will see.
"""

import inspect
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from core.api import HARI_INI, Cari, Formulir, FormulirRusak, HasilCari, Ulang
from core.dialog import janji as waktu
from core.dialog.cacat import Cacat
from core.dialog.compile_soal import Kupas, compile_soal, peel
from core.dialog.compile_surat import check_letter
from core.dialog.compile_syarat import check_condition, check_length, check_lookup
from core.dialog.kontak import FormKontak, dress
from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Soal
from core.dialog.terbaca import check_readings
from core.dialog.walk import KONTAK
from core.dialog.words import label_of

BARIS_MAKSIMAL = 50


def compile_form(
    formulir: type[Formulir],
    *,
    kontak: bool,
    dokumen: str = "dokumen Anda",
    janji: bool = False,
) -> Rencana:
    """Compile a form; with `kontak`, the core's questions about the way out follow it.

    With `janji` follow those about a day and a time at the counter instead.
    """
    isi = _level(formulir)
    try:
        check_readings(isi)
    except Cacat as cacat:
        raise FormulirRusak(f"{_file(formulir)}: {formulir.__name__}: {cacat}") from None
    if not any(isinstance(butir, Soal | Kelompok) for butir in isi):
        raise FormulirRusak(f"{_file(formulir)}: {formulir.__name__} tidak memuat pertanyaan.")
    if janji:
        ekor = waktu.dress(_level(waktu.FormJanji))
    else:
        ekor = dress(_level(FormKontak), dokumen) if kontak else ()
    return Rencana(model=formulir, isi=isi, kontak=ekor, janji=janji, dokumen=dokumen)


def _level(formulir: type[Formulir], luar: tuple[Butir, ...] | None = None) -> tuple[Butir, ...]:
    """Compile the fields of one model; `luar` is what was asked before its group, if it is one."""
    isi: list[Butir] = []
    for nama, info in formulir.model_fields.items():
        try:
            isi.append(_field(nama, info, [*(luar or ()), *isi], dalam=luar is not None))
        except Cacat as cacat:
            tempat = f"{_file(formulir)}: {formulir.__name__}.{nama}"
            raise FormulirRusak(f"{tempat}: {cacat}") from None
    return tuple(isi)


def _field(nama: str, info: FieldInfo, sebelum: list[Butir], *, dalam: bool) -> Butir:
    """Compile one field, given what is asked before it."""
    if nama in (KONTAK, HARI_INI) or not nama.replace("_", "a").isalnum() or nama != nama.lower():
        raise Cacat("nama isian ini tidak dapat dipakai; pakai huruf kecil dan garis bawah.")
    kupas = peel(info.annotation, info.metadata)
    if cari := kupas.one(Cari):
        butir: Butir = _lookup(nama, info, kupas, cari, sebelum)
    elif ulang := kupas.one(Ulang):
        if dalam:
            raise Cacat("kelompok berulang tidak boleh berada di dalam kelompok lain.")
        butir = _group(nama, info, kupas, ulang, sebelum)
    else:
        butir = compile_soal(nama, info, kupas)
        check_letter(butir, sebelum, dalam=dalam)
    if butir.bila is not None:
        check_condition(butir.bila, sebelum)
        if info.is_required():
            raise Cacat("isian bersyarat memerlukan nilai bawaan (… | None = None).")
    return butir


def _lookup(nama: str, info: FieldInfo, kupas: Kupas, cari: Cari, sebelum: list[Butir]) -> Lacak:
    if kupas.tipe is not HasilCari or info.is_required():
        raise Cacat("Cari ditulis sebagai Annotated[HasilCari | None, Cari(...)] = None.")
    lacak = Lacak(nama, cari)
    check_lookup(lacak, sebelum)
    return lacak


def _group(
    nama: str, info: FieldInfo, kupas: Kupas, ulang: Ulang, sebelum: list[Butir]
) -> Kelompok:
    model = _row_model(kupas.tipe)
    if not 0 <= ulang.minimal <= ulang.maksimal or not 1 <= ulang.maksimal <= BARIS_MAKSIMAL:
        raise Cacat(
            f"Ulang(minimal={ulang.minimal}, maksimal={ulang.maksimal}): minimal tidak boleh "
            f"melebihi maksimal, dan maksimal antara 1 dan {BARIS_MAKSIMAL}."
        )
    check_length(ulang.teks, "teks Ulang")
    isi = _level(model, luar=tuple(sebelum))
    dalam = tuple(butir for butir in isi if isinstance(butir, Soal | Lacak))
    if not isinstance(dalam[0] if dalam else None, Soal) or dalam[0].bila is not None:
        raise Cacat(f"{model.__name__} harus diawali pertanyaan tanpa syarat.")
    label = ulang.label or label_of(nama)
    return Kelompok(nama=nama, label=label, ulang=ulang, model=model, isi=dalam)


def _row_model(tipe: Any) -> type[Formulir]:
    if get_origin(tipe) is list:
        (model,) = get_args(tipe)
        if isinstance(model, type) and issubclass(model, Formulir):
            return model
    raise Cacat("Ulang hanya untuk list[...] yang berisi Formulir.")


def _file(formulir: type[Formulir]) -> str:
    """Name the file by its folder and name; the rest of the path is nobody's business."""
    berkas = Path(inspect.getsourcefile(formulir) or formulir.__module__)
    return f"{berkas.parent.name}/{berkas.name}"
