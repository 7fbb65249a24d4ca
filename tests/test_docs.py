"""The documents are true: links lead somewhere, commands exist, words are those of the code."""

import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from core import __main__ as door

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LAUNCHER = {"test", "lint"}  # verbs that ./adminduk keeps for itself
GROUPS = {"plugin", "audit"}  # verbs that have verbs of their own
PROGRAMS = {"chaos", "demo", "web"}  # verbs that go on as another program
PLAIN = {"NO_COLOR": "1", "COLUMNS": "200", "TERM": "dumb"}

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:^|`)\s*(?:\$ )?\./adminduk +([a-z][^`\n#]*)", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (?P<word>[A-Z][\w .-]*) \| .+ \| `(?P<place>[\w.]+)` \|$", re.MULTILINE)
TABLE = re.compile(r'^\s+table = "(\w+)"$', re.MULTILINE)
GLOSSARY = ROOT / "docs" / "glosarium.md"


def links(page: Path) -> Iterator[str]:
    """Yield the links of a page that point into the checkout."""
    for target in LINK.findall(FENCE.sub("", page.read_text())):
        if not re.match(r"[a-z]+:", target):
            yield target


def anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings make, as GitHub spells them."""
    headings = re.findall(r"^#+ +(.+?) *$", FENCE.sub("", page.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


def commands() -> set[tuple[str, ...]]:
    """Return every command that a page shows: its verbs, then the options it is given."""
    found = set()
    for page in PAGES:
        for line in COMMAND.findall(page.read_text()):
            words = line.split()
            verbs = [words[0], *(word for word in words[1:2] if words[0] in GROUPS)]
            found.add((*verbs, *(word for word in words if word.startswith("--"))))
    return found


def test_the_pages_that_a_newcomer_needs_are_there() -> None:
    wanted = (
        "README.md CHANGELOG.md docs/architecture.md docs/development.md docs/operations.md"
        " docs/glosarium.md docs/sandbox.md docs/adr/README.md"
    )
    assert [name for name in wanted.split() if not (ROOT / name).is_file()] == []


def test_every_link_leads_somewhere() -> None:
    walked = [(page, target) for page in PAGES for target in links(page)]
    assert len(walked) >= 10, "an empty walk proves nothing"
    broken = []
    for page, target in walked:
        path, _, anchor = target.partition("#")
        goal = (page.parent / path) if path else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# Satu dua\n[x](hilang.md) ![y](b.png) [z](https://example.org) `[n](m)`\n")
    assert {"hilang.md", "b.png"} <= set(links(page))
    assert anchors(page) == {"satu-dua"}


def test_the_pages_show_commands() -> None:
    assert {"demo", "test", "lint", "doctor"} <= {verb for verb, *_ in commands()}


@pytest.mark.parametrize(
    "command", sorted(c for c in commands() if c[0] not in LAUNCHER), ids=" ".join
)
def test_every_command_of_the_pages_exists(command: tuple[str, ...]) -> None:
    words = [word for word in command if not word.startswith("-")]
    told = told_by(*words[: 2 if words[0] in GROUPS else 1])
    options = [word.partition("=")[0] for word in command if word.startswith("--")]
    assert [option for option in options if option not in told] == []


@functools.cache
def told_by(*verbs: str) -> str:
    """Return what a verb says of itself; only what becomes another program is started."""
    if verbs[0] not in PROGRAMS:
        said = CliRunner().invoke(door.app, [*verbs, "--help"], env=PLAIN)
        assert said.exit_code == 0, said.output
        return said.stdout
    done = subprocess.run(
        [sys.executable, "-m", "core", *verbs, "--help"],
        cwd=ROOT,
        env={**os.environ, **PLAIN},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "adr" / "README.md").read_text()
    pages = sorted(path.name for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len(pages) >= 5
    assert [name for name in pages if f"({name})" not in index] == []


def stands(place: str) -> bool:
    """Tell whether a dotted name is a module or package of ours, or a word in one."""
    path = ROOT.joinpath(*place.split("."))
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    files = (
        [path.parent.with_suffix(".py")] if not path.parent.is_dir() else path.parent.glob("*.py")
    )
    word = re.compile(rf"\b{path.name}\b")
    return any(file.is_file() and word.search(file.read_text()) for file in files)


def test_every_word_of_the_glossary_is_where_it_says() -> None:
    rows = list(ROW.finditer(GLOSSARY.read_text()))
    assert len(rows) >= 40, "an empty walk proves nothing"
    assert [row.group() for row in rows if not stands(row["place"])] == []


def test_a_word_that_is_nowhere_would_be_seen() -> None:
    assert stands("core.api.Layanan")
    assert stands("core.store")
    assert not stands("core.api.Pelayanan")
    assert not stands("tidak.ada.Apa")


def test_every_table_is_a_word_of_the_glossary() -> None:
    files = [path for name in ("core", "delivery") for path in (ROOT / name).rglob("*.py")]
    tables = {table for path in files for table in TABLE.findall(path.read_text())}
    assert len(tables) >= 10, "an empty walk proves nothing"
    words = {row["word"].lower().replace(" ", "_") for row in ROW.finditer(GLOSSARY.read_text())}
    assert tables - words == set()
