"""What a plugin may import is a list; all else is refused before it runs."""

from pathlib import Path

import pytest

from core.registry.impor import forbidden


def judge(folder: Path, baris: str) -> str | None:
    (folder / "isian.py").write_text(f'"""Isi."""\n{baris}\n')
    return forbidden(folder, "plugins.kk")


@pytest.mark.parametrize(
    "baris",
    ["from core.api import jenis", "import core.api", "from core import api", "import re",
     "from pydantic import BaseModel", "from plugins.kk.kode import X", "import plugins.kk.kode",
     "from core.api.checks import tanggal"],
)  # fmt: skip
def test_the_vocabulary_the_library_and_the_plugin_itself_are_allowed(
    tmp_path: Path, baris: str
) -> None:
    assert judge(tmp_path, baris) is None


@pytest.mark.parametrize(
    "baris",
    ["import core", "import core.apiari", "from core import api, dialog", "import plugins.akta",
     "from plugins.kkx import y", "import jinja2", "import vault", "from .. import x",
     "def f():\n    import core.store", "import importlib.util", "exec('import core')"],
)  # fmt: skip
def test_everything_else_is_refused_wherever_it_stands(tmp_path: Path, baris: str) -> None:
    sebab = judge(tmp_path, baris)
    assert sebab is not None
    assert sebab.startswith(f"{tmp_path.name}/isian.py: baris ")
