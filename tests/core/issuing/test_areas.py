"""A page is given every area whose code stands in the answers, the officer's too."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any

import pytest
from pydantic_core import PydanticCustomError

from core.api import Bahan, Formulir, Tanya, jenis
from core.issuing import page
from core.kit import WILAYAH, Walk
from core.registry import LayananSiap

BAE = "33.19.07.2010"


class Pindah(Formulir):
    """What the citizen answers."""

    tujuan: jenis.DesaNasional


class Petugas(Formulir):
    """What the officer answers."""

    asal: Annotated[jenis.KabupatenNasional, Tanya("Dari kabupaten mana?")]


def gathered(wilayah: Any) -> Bahan:
    warga, petugas = Walk.of(Pindah).say("bae, kudus"), Walk.of(Petugas).say("kota semarang")
    layanan: Any = SimpleNamespace(versi=warga.draft.versi, migrasi={}, terdahulu=())
    kantor: Any = SimpleNamespace(kepala_surat=lambda: None, desa=())
    service = LayananSiap(layanan, warga.rencana, petugas.rencana, Path())
    return page.gather(
        service,
        isian=warga.draft.dump(),
        petugas=petugas.draft.dump(),
        penduduk={},
        kantor=kantor,
        tanggal=date(2026, 5, 8),
        wilayah=wilayah,
    )


def test_the_areas_of_both_forms_are_there() -> None:
    bahan = gathered(WILAYAH)
    assert set(bahan.wilayah) == {BAE, "33.74"}
    assert bahan.tempat(BAE).alamat == "Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah"
    assert bahan.wilayah["33.74"].kabupaten_kota == "Kota Semarang"


def test_one_that_is_not_known_is_a_sentence_for_the_officer() -> None:
    bahan = gathered(None)
    assert bahan.wilayah == {}
    with pytest.raises(PydanticCustomError, match="tidak ada di daftar wilayah"):
        bahan.tempat(BAE)
