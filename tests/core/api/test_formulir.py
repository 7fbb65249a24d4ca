"""Forms refuse what they do not know, and rules name the question they are about."""

from typing import Annotated, Self

import pytest
from pydantic import ValidationError, model_validator

from core.api import Formulir, Tanya, galat, jenis


class Satu(Formulir):
    nama: jenis.Nama
    umur: Annotated[int, Tanya("Berapa umurnya?")]

    @model_validator(mode="after")
    def old_enough(self) -> Self:
        if self.umur < 17:
            galat("umur", "Umur {belum} 17 tahun.")
        return self


def test_a_form_refuses_what_it_did_not_ask() -> None:
    with pytest.raises(ValidationError):
        Satu.model_validate({"nama": "ANI", "umur": 20, "lain": 1})


def test_a_broken_rule_names_path_and_sentence_as_they_are() -> None:
    with pytest.raises(ValidationError) as caught:
        Satu.model_validate({"nama": "ANI", "umur": 5})
    (salah,) = caught.value.errors()
    assert salah["type"] == "galat"
    assert salah["ctx"] == {"path": "umur", "kalimat": "Umur {belum} 17 tahun."}
    assert salah["msg"] == "Umur {belum} 17 tahun."
