"""The door: every fault is one sentence, and the exit code says what to do."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from core import __main__ as door

ROOT = Path(__file__).parents[2]
VERBS = ("init", "run", "kerja", "web", "migrate", "doctor", "demo", "plugin", "audit", "backup",
         "restore", "bench", "chaos", "bounce-ingest")  # fmt: skip


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """A verb sets the logs up for its process; ours goes on with other tests."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, sys.unraisablehook)
    yield
    logging.captureWarnings(False)
    sys.excepthook, sys.unraisablehook = hooks
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    done = CliRunner().invoke(door.app, ["init", str(tmp_path / "kantor")])
    assert done.exit_code == 0
    return tmp_path / "kantor" / "adminduk.toml"


def failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    """Run a verb that must end with a configuration fault, and return what it said."""
    monkeypatch.setattr("sys.argv", ["adminduk", *words])
    with pytest.raises(SystemExit) as ended:
        door.main()
    assert ended.value.code == 78
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_the_issue_is_there(verb: str) -> None:
    assert verb in CliRunner().invoke(door.app, ["--help"]).output


def test_services_are_listed_with_their_law() -> None:
    shown = CliRunner().invoke(door.app, ["plugin", "list"])
    assert shown.exit_code == 0
    assert "kk-ganti v1" in shown.output
    assert "Perpres 96/2018 Pasal 13" in shown.output
    assert "meminjam dari: akta, kia, kk" in shown.output


def test_a_missing_settings_file_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = failed(monkeypatch, capsys, "run", "--config", str(tmp_path / "tidak-ada.toml"))
    assert said == "tidak-ada.toml tidak ada: buat dengan ./adminduk init."


def test_a_missing_secret_is_one_sentence_that_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], office: Path
) -> None:
    said = failed(monkeypatch, capsys, "kerja", "--config", str(office))
    assert "telegram_token" in said
    assert len(said.splitlines()) == 1


def test_a_database_behind_is_one_sentence_that_says_what_to_run(office: Path) -> None:
    (office.parent / "data").mkdir()
    command = [sys.executable, "-m", "core", "web", "--config", str(office)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 78
    assert "./adminduk migrate" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_migrating_twice_changes_nothing_the_second_time(office: Path) -> None:
    first = CliRunner().invoke(door.app, ["migrate", "--config", str(office)])
    second = CliRunner().invoke(door.app, ["migrate", "--config", str(office)])
    assert "0001_initial" in first.output
    assert second.output.strip() == "Basis data sudah mutakhir."


def test_the_site_loads_neither_bot_nor_signer_nor_engine() -> None:
    look = (
        "import sys, core.app.web; names = ('telegram', 'dbos', 'pyhanko', 'weasyprint', "
        "'aiosmtplib', 'sandbox'); print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_what_runs_an_office_never_loads_the_sandbox() -> None:
    look = "import sys, core.__main__; print('sandbox' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr
