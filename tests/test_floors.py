"""The floors of the house: each contract holds, and each is shown to catch what it forbids."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("core", "plugins", "delivery", "vault", "sandbox", "chaos")
SOURCES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path.is_file()
)
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
}
LONGEST = 260

# contract, the module in which a line is planted, the line
PLANTS = (
    ("floors", "core.store", "import core.permohonan"),
    ("floors", "core.store", "import core.settings"),
    ("floors", "core.jobs", "import core.store"),
    ("floors", "core.settings", "import delivery"),
    ("floors", "core.api", "import vault"),
    ("floors", "core.api", "import core.dialog"),
    ("floors", "vault", "import core.api"),
    ("floors", "vault", "import core.settings"),
    ("floors", "delivery", "import core.permohonan"),
    ("floors", "core.dialog", "import core.berkas"),
    ("floors", "core.permohonan", "import core.kantor"),
    ("floors", "core.meja", "import core.permohonan"),
    ("floors", "core.janji", "import core.permohonan"),
    ("floors", "core.wilayah", "import core.dialog"),
    ("floors", "core.berkas", "import core.citra"),
    ("floors", "core.registry", "import core.bot"),
    ("floors", "core.bot", "import core.issuing"),
    ("floors", "core.web", "import core.bot"),
    ("floors", "core.issuing", "import core.app"),
    ("floors", "core.app", "import core.__main__"),
    ("plugins-know-the-api", "plugins.kk", "import core.store"),
    ("plugins-know-the-api", "plugins.kk", "import vault"),
    ("plugins-know-the-api", "plugins.kk", "from core import dialog"),
    ("plugins-are-loaded-by-name", "core.registry", "import plugins.kk"),
    ("sandbox-knows-nobody", "sandbox", "import core.api"),
    ("sandbox-knows-nobody", "sandbox", "import vault"),
    ("sandbox-is-for-the-demo", "core.web", "import sandbox"),
    ("sandbox-is-for-the-demo", "core.app", "from sandbox import store"),
    ("chaos-is-for-development", "core.app", "import chaos"),
    ("telegram", "core.web", "import telegram"),
    ("telegram", "delivery", "from telegram.ext import Application"),
    ("aiosmtplib", "core.bot", "import aiosmtplib"),
    ("babel", "core.bot", "import babel"),
    ("floors", "core.bahasa", "import core.api"),
    ("weasyprint", "core.issuing", "import weasyprint"),
    ("weasyprint", "delivery.render", "from weasyprint import HTML"),
    ("dbos", "core.store", "from dbos import DBOS"),
)


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-logo",
            "--no-cache",
            *arguments,
        ],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def plant(folder: Path, module: str, line: str) -> None:
    """Add a line to a module: in a file of its own if the module is a package."""
    place = folder.joinpath(*module.split("."))
    if place.is_dir():
        (place / "tanaman.py").write_text(f"{line}\n")
    else:
        file = place.with_suffix(".py")
        file.write_text(f"{file.read_text()}\n{line}\n")


def test_the_walk_found_the_packages() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in SOURCES} == set(PACKAGES)
    assert len(SOURCES) >= 100, "an empty walk proves nothing"


def test_every_contract_is_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout


def test_every_contract_has_a_plant() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(CONTRACTS)


def test_every_module_of_core_has_a_floor() -> None:
    floors = " | ".join(CONTRACTS["floors"]["layers"])
    named = {name.strip(" ()") for name in floors.split("|")}
    children = {
        f"core.{path.stem}"
        for path in (ROOT / "core").iterdir()
        if path.suffix == ".py" or any(path.rglob("*.py"))
    }
    assert children - {"core.__init__"} <= named


@pytest.mark.parametrize(("contract", "module", "line"), PLANTS)
def test_a_planted_violation_is_caught(
    tmp_path: Path, contract: str, module: str, line: str
) -> None:
    for path in SOURCES:
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    plant(tmp_path, module, line)
    done = lint_imports(tmp_path, "--contract", contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{CONTRACTS[contract]['name']} BROKEN" in done.stdout


# --- what import contracts cannot see ---


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of everything that is imported, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strangers(tree: ast.AST) -> list[str]:
    """Return what a plugin may not import: all but core.api, plugins, pydantic and the stdlib."""
    return [
        name
        for name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names | {"pydantic", "pydantic_core"}
        and not f"{name}.".startswith(("core.api.", "plugins."))
    ]


def hidden_imports(tree: ast.AST) -> list[str]:
    """Return the imports that hide in a function."""
    return [
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for name in imported(node)
    ]


def type_checking(tree: ast.AST) -> list[str]:
    """Return the uses of TYPE_CHECKING, which would hide a circle."""
    return [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and ast.unparse(node).endswith("TYPE_CHECKING")
    ]


@pytest.mark.parametrize(
    ("check", "planted"),
    [
        (strangers, "import aiohttp"),
        (strangers, "from core.store import outbox"),
        (strangers, "from sandbox import Klien"),
        (strangers, "import core.apikey"),
        (hidden_imports, "async def f():\n    import json"),
        (type_checking, "if typing.TYPE_CHECKING:\n    import json"),
    ],
)
def test_each_check_catches_what_it_forbids(
    check: Callable[[ast.AST], list[str]], planted: str
) -> None:
    allowed = "import datetime\nfrom core.api import jenis\nfrom plugins.kk.words import JUDUL\n"
    assert check(ast.parse(allowed)) == []
    assert check(ast.parse(allowed + planted)) != []


def test_a_plugin_knows_the_api_other_plugins_and_the_standard_library() -> None:
    plugins = [path for path in SOURCES if path.is_relative_to(ROOT / "plugins")]
    assert len(plugins) >= 5, "an empty walk proves nothing"
    found = {
        str(path.relative_to(ROOT)): strangers(ast.parse(path.read_text())) for path in plugins
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("check", [hidden_imports, type_checking])
def test_nothing_is_imported_in_secret(check: Callable[[ast.AST], list[str]]) -> None:
    found = {str(path.relative_to(ROOT)): check(ast.parse(path.read_text())) for path in SOURCES}
    assert {path: names for path, names in found.items() if names} == {}


def test_no_module_is_too_long_to_read() -> None:
    # A migration is written by Tortoise and read by nobody.
    written = [path for path in SOURCES if "migrations" not in path.parts]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in written}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}
