"""Each fault has one sentence for a citizen and a picture that exists."""

import re

import pytest
from PIL import Image

from core.citra import Berat, Cacat


@pytest.mark.parametrize("fault", list(Cacat), ids=lambda each: each.value)
def test_a_fault_is_one_sentence_that_tells_what_to_do(fault: Cacat) -> None:
    sentence = fault.kalimat
    assert re.fullmatch(r"[A-Z][^.!?]*[.]", sentence), sentence
    assert len(sentence) <= 160
    assert re.search(r"\b(foto|kirim|ambil|pindai|simpan|cetak)\b", sentence.lower())


@pytest.mark.parametrize("fault", list(Cacat), ids=lambda each: each.value)
def test_a_fault_has_a_small_picture(fault: Cacat) -> None:
    with Image.open(fault.contoh) as picture:
        assert picture.format == "PNG"
        assert picture.size == (640, 384)
    assert fault.contoh.stat().st_size < 20_000


def test_each_soft_fault_of_a_photo_shows_itself() -> None:
    soft = {each for each in Cacat if each.berat is Berat.LUNAK}
    assert len(soft) == 8
    alone = {each.contoh.name for each in soft if each is not Cacat.POLOS}
    assert alone == {f"{each.value}.png" for each in soft - {Cacat.POLOS}}
