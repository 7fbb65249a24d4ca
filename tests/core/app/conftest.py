"""An office that is well, made once; each test gets a copy of its own."""

import os
import shutil
from pathlib import Path

import pytest

from core.app import setup
from tests.core.app import kantor


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith("ADMINDUK_") and name != "ADMINDUK_TEST_PG":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pola") / "kantor"
    kantor.build(folder)
    return folder


@pytest.fixture
def config(pattern: Path, tmp_path: Path) -> Path:
    """The settings file of an office that is well."""
    shutil.copytree(pattern, tmp_path / "kantor")
    return tmp_path / "kantor" / setup.SETTINGS
