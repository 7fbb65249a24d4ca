"""The locks: what pyproject.toml asks for, with hashes, consistent, and without an address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ("run", "demo", "test")

PIN = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[0-9][\w.!+]*)(?P<marker> ; [^\\]+?)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def lines(lock: str) -> list[str]:
    return (ROOT / "locks" / f"{lock}.txt").read_text().splitlines()


def pins(lock: str) -> dict[str, str]:
    """Return name and version of everything that a lock installs."""
    return {found["name"]: found["version"] for line in lines(lock) if (found := PIN.match(line))}


def asked_for(lock: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    wanted = {
        "run": [],
        "demo": groups["sandbox"],
        "test": [*groups["sandbox"], *(line for line in groups["test"] if isinstance(line, str))],
    }
    return [Requirement(line) for line in [*PROJECT["project"]["dependencies"], *wanted[lock]]]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_versions_and_hashes_and_nothing_else(lock: str) -> None:
    assert len(pins(lock)) >= 70, "an empty lock proves nothing"
    strange = [
        line for line in lines(lock) if not PIN.fullmatch(line) and not HASH.fullmatch(line)
    ]
    assert strange == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = lines(lock)
    bare = [
        line
        for line, following in zip(text, [*text[1:], ""], strict=True)
        if PIN.match(line) and not HASH.match(following)
    ]
    assert bare == []


@pytest.mark.parametrize("lock", LOCKS)
def test_what_the_project_asks_for_is_locked(lock: str) -> None:
    held = pins(lock)
    for requirement in asked_for(lock):
        version = held.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is missing; see docs/development.md"
        assert requirement.specifier.contains(version, prereleases=True), str(requirement)


@pytest.mark.parametrize(("small", "big"), [("run", "demo"), ("demo", "test")])
def test_the_bigger_lock_agrees_with_the_smaller(small: str, big: str) -> None:
    assert pins(small).items() <= pins(big).items()


def test_only_the_demo_and_the_tests_bring_the_sandbox() -> None:
    assert "aiosmtpd" not in pins("run")
    assert "pytest" not in pins("demo")
