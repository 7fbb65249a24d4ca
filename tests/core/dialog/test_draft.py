"""A draft is JSON and nothing else."""

import json

from core.dialog import Draft
from core.kit import Walk
from tests.core.dialog.forms import Keluarga


def test_a_draft_comes_back_as_it_was_written() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI", "guru").tap("Ubah atau hapus")
    teks = jalan.draft.dump()
    assert Draft.load(teks) == jalan.draft
    assert json.loads(teks)["layar"] == ["baris", "anggota", "0"]
