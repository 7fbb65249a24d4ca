"""A settings file that is well, in an environment that says nothing."""

import os
from pathlib import Path

import pytest

WELL = """\
kantor = "kantor.toml"

[surat]
host = "smtp.contoh.go.id"
dari = "layanan@contoh.go.id"

[web]
alamat = "https://dukcapil.contoh.go.id"
"""


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.upper().startswith("ADMINDUK_"):
            monkeypatch.delenv(name)


@pytest.fixture
def well(tmp_path: Path) -> Path:
    file = tmp_path / "adminduk.toml"
    file.write_text(WELL, "utf-8")
    return file
