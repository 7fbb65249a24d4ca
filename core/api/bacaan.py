"""What a machine read on the photo of a paper: the same words as the fields of a form."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Terbaca = Literal["nik", "nomor_kk", "nama"]
"""What can be read, by the kinds of `core.api.jenis`: of a KTP-el its NIK and name, of a KK its
number and the name of the family's head."""


class Bacaan(BaseModel):
    """What was read so surely that a difference means something. None: not read, or not surely."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    nik: str | None = None
    nomor_kk: str | None = None
    nama: str | None = None

    def __repr__(self) -> str:
        """Tell which fields were read, never what they say: this may end in a log."""
        read = [nama for nama in type(self).model_fields if getattr(self, nama) is not None]
        return f"Bacaan({', '.join(read)})"

    __str__ = __repr__
