"""What a plugin may import is a list; all else is refused before it runs."""

from pathlib import Path

import pytest

from core.registry.impor import borrowed, forbidden


def judge(folder: Path, baris: str) -> str | None:
    (folder / "isian.py").write_text(f'"""Isi."""\n{baris}\n')
    return forbidden(folder, "plugins.kk", "plugins")


@pytest.mark.parametrize(
    "baris",
    ["from core.api import jenis", "import core.api", "from core import api", "import re",
     "from pydantic import BaseModel", "from plugins.kk.kode import X", "import plugins.kk.kode",
     "from core.api.checks import tanggal", "import plugins.akta", "from plugins import akta",
     "from plugins.akta.isian import Kelahiran"],
)  # fmt: skip
def test_the_vocabulary_the_library_and_the_plugin_itself_are_allowed(
    tmp_path: Path, baris: str
) -> None:
    assert judge(tmp_path, baris) is None


@pytest.mark.parametrize(
    "baris",
    ["import core", "import core.apiari", "from core import api, dialog", "import plugins",
     "from plugins import *", "from pluginsx.kk import y", "import jinja2", "import vault",
     "from .. import x", "def f():\n    import core.store", "import importlib.util",
     "exec('import core')"],
)  # fmt: skip
def test_everything_else_is_refused_wherever_it_stands(tmp_path: Path, baris: str) -> None:
    sebab = judge(tmp_path, baris)
    assert sebab is not None
    assert sebab.startswith(f"{tmp_path.name}/isian.py: baris ")


def test_what_is_borrowed_is_named_with_its_first_place(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text("from plugins.akta import x\nimport plugins.kk.kode\n")
    (tmp_path / "a.py").write_text("import re\nfrom plugins import akta, kia\n")
    nama = tmp_path.name
    assert borrowed(tmp_path, "plugins.kk", "plugins") == {
        "akta": f"{nama}/a.py: baris 2",
        "kia": f"{nama}/a.py: baris 2",
    }
