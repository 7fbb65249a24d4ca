"""The launcher on machines that lack things: fake apt-get, sudo and Python on its own PATH."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REAL_TOOLS = (
    "sh cat cmp cp dirname env grep head ls mkdir mktemp mv readlink rm tail touch true".split()
)
LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")

FAKES = {
    # It says what it was asked in $STAGE/log, and finds missing whatever $STAGE/missing holds.
    "python3": """#!/bin/sh
case $* in
    *fcntl.flock*) exec "$REAL_PYTHON" "$@" ;;
    *ctypes.CDLL*) cat "$STAGE/missing" ;;
    *'# Python'*) echo '# Python 3.11' ;;
    '-m venv '*)
        echo "venv" >>"$STAGE/log"
        mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && touch "$3/pyvenv.cfg" ;;
    '-m pip install '*)
        case $* in *--require-hashes*) ;; *) exit 99 ;; esac
        for last; do :; done
        echo "pip ${last##*/}" >>"$STAGE/log"
        [ ! -p "$STAGE/gate" ] || cat "$STAGE/gate"
        exit "$(cat "$STAGE/pip-exit")" ;;
    '-m mypy'*) exit 1 ;;
    '-m core'* | '-m pytest'*)
        echo "$PYTHONPATH"
        pwd
        for argument; do echo "<$argument>"; done ;;
esac
""",
    "apt-get": """#!/bin/sh
echo "apt-get $*" >>"$STAGE/log"
case $* in
    *update*) touch "$STAGE/updated" ;;
    *) [ -e "$STAGE/updated" ] && : >"$STAGE/missing" ;;
esac
""",
    "sudo": """#!/bin/sh
[ -e "$STAGE/sudoer" ] && [ "$1" = -n ] && shift && exec "$@"
exit 1
""",
    "id": '#!/bin/sh\ncat "$STAGE/uid"\n',
    "find": "#!/bin/sh\necho LiberationSans-Regular.ttf\n",
    "chromium": "#!/bin/sh\n",
    "pdftoppm": "#!/bin/sh\n",
    "strace": "#!/bin/sh\n",
    "tesseract": "#!/bin/sh\n",
    "pdftotext": "#!/bin/sh\n",
}


@dataclass
class Machine:
    """A checkout in a folder with a space, on a machine that has only what `bin` holds."""

    stage: Path
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def bin(self) -> Path:
        return self.stage / "bin"

    @property
    def checkout(self) -> Path:
        return self.stage / "kantor dukcapil"

    @property
    def venv(self) -> Path:
        return self.checkout / ".venv"

    def start(self, *arguments: str, launcher: Path | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [launcher or self.checkout / "adminduk", *arguments],
            cwd=self.stage,
            env={
                "PATH": str(self.bin),
                "HOME": str(self.stage),
                "STAGE": str(self.stage),
                "REAL_PYTHON": sys.executable,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.running.append(process)
        return process

    def run(
        self, *arguments: str, launcher: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, launcher=launcher)
        out, err = process.communicate(timeout=30)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def log(self) -> list[str]:
        """Return what the fakes did since the last look."""
        path = self.stage / "log"
        lines = path.read_text().splitlines() if path.exists() else []
        path.write_text("")
        return lines

    def lacks(self, *packages: str) -> None:
        (self.stage / "missing").write_text("\n".join(packages))


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    machine.bin.mkdir()
    for tool in REAL_TOOLS:
        real = shutil.which(tool)
        assert real, f"this machine has no {tool}"
        (machine.bin / tool).symlink_to(real)
    for name, text in FAKES.items():
        (machine.bin / name).write_text(text)
        (machine.bin / name).chmod(0o755)
    (machine.checkout / "locks").mkdir(parents=True)
    shutil.copy(ROOT / "adminduk", machine.checkout)
    for name in ("demo", "test"):
        (machine.checkout / "locks" / f"{name}.txt").write_text(f"{name}==1 --hash=sha256:00\n")
    (tmp_path / "uid").write_text("1000\n")
    (tmp_path / "pip-exit").write_text("0\n")
    machine.lacks()
    yield machine
    for process in machine.running:
        if process.poll() is None:
            os.killpg(process.pid, 9)
        process.communicate()


def test_the_launcher_is_plain_sh() -> None:
    shell = shutil.which("dash") or shutil.which("sh")
    assert shell
    subprocess.run([shell, "-n", ROOT / "adminduk"], check=True)
    assert (ROOT / "adminduk").read_text().startswith("#!/bin/sh\n")
    assert os.access(ROOT / "adminduk", os.X_OK)


def test_who_may_not_install_gets_one_sentence_with_the_command(machine: Machine) -> None:
    machine.lacks(*LIBRARIES)
    ended = machine.run("demo")
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert f"apt-get install -y --no-install-recommends {' '.join(LIBRARIES)}" in ended.stderr
    assert machine.log() == []


def test_without_python_everything_is_asked_for_at_once(machine: Machine) -> None:
    (machine.bin / "python3").unlink()
    ended = machine.run("demo")
    assert ended.returncode == 3
    assert len(ended.stderr.splitlines()) == 1
    assert f"python3 python3-venv {' '.join(LIBRARIES)}" in ended.stderr


def test_a_python_that_is_too_old_is_left_alone(machine: Machine) -> None:
    (machine.bin / "python3").write_text("#!/bin/sh\nexit 1\n")
    assert "recommends python3.11 python3.11-venv " in machine.run("demo").stderr


def test_another_recent_python_serves_as_well(machine: Machine) -> None:
    (machine.bin / "python3").rename(machine.bin / "python3.13")
    (machine.bin / "python3").write_text("#!/bin/sh\nexit 1\n")
    (machine.bin / "python3").chmod(0o755)
    assert machine.run("demo").returncode == 0


@pytest.mark.parametrize("verb", ["demo", "lint"])
def test_only_the_tests_need_the_tools_of_the_tests(machine: Machine, verb: str) -> None:
    (machine.bin / "pdftoppm").unlink()
    assert machine.run("test").returncode == 3
    assert machine.run(verb).returncode != 3


def test_lint_needs_no_library(machine: Machine) -> None:
    machine.lacks(*LIBRARIES)
    assert machine.run("lint").returncode != 3


@pytest.mark.parametrize("way", ["root", "sudo"])
def test_who_may_install_is_not_asked(machine: Machine, way: str) -> None:
    machine.lacks("libpango-1.0-0")
    if way == "root":
        (machine.stage / "uid").write_text("0\n")
    else:
        (machine.stage / "sudoer").touch()
    ended = machine.run("demo")
    assert ended.returncode == 0, ended.stderr
    first, update, second = machine.log()[:3]
    assert first.endswith("install -y --no-install-recommends libpango-1.0-0")
    assert update.endswith("update")
    assert second == first


def test_the_package_lists_are_fetched_only_when_needed(machine: Machine) -> None:
    machine.lacks("libpango-1.0-0")
    (machine.stage / "uid").write_text("0\n")
    (machine.stage / "updated").touch()
    assert machine.run("demo").returncode == 0
    assert [line for line in machine.log() if "update" in line] == []


def test_a_second_run_installs_nothing(machine: Machine) -> None:
    first = machine.run("demo")
    assert first.returncode == 0, first.stderr
    assert machine.log() == ["venv", "pip demo.txt"]
    second = machine.run("demo")
    assert second.returncode == 0
    assert second.stderr == ""
    assert machine.log() == []


def test_the_tests_add_their_own_packages_once(machine: Machine) -> None:
    machine.run("demo")
    machine.log()
    assert machine.run("test", "--long", "tests/a b").returncode == 0
    assert machine.log() == ["pip test.txt"]
    machine.run("test")
    machine.run("demo")
    assert machine.log() == []


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    machine.run("test")
    machine.log()
    (machine.checkout / "locks" / "test.txt").write_text("test==2 --hash=sha256:00\n")
    assert machine.run("test").returncode == 0
    assert machine.log() == ["pip test.txt"]


def test_packages_that_cannot_be_had_end_in_one_sentence(machine: Machine) -> None:
    (machine.stage / "pip-exit").write_text("1\n")
    ended = machine.run("demo")
    assert ended.returncode == 4
    assert "locks/demo.txt could not be installed" in ended.stderr.splitlines()[-1]
    (machine.stage / "pip-exit").write_text("0\n")
    machine.log()
    assert machine.run("demo").returncode == 0
    assert machine.log() == ["pip demo.txt"]


def test_two_at_once_install_once(machine: Machine) -> None:
    os.mkfifo(machine.stage / "gate")
    first = machine.start("demo")
    with (machine.stage / "gate").open("w"):  # opens when the first one's pip reads
        second = machine.start("demo")
        assert second.stderr is not None
        assert "another adminduk is setting up" in second.stderr.readline()
    assert first.wait(30) == 0
    assert second.wait(30) == 0
    assert machine.log() == ["venv", "pip demo.txt"]


def test_what_was_killed_midway_is_made_anew(machine: Machine) -> None:
    os.mkfifo(machine.stage / "gate")
    killed = machine.start("demo")
    with (machine.stage / "gate").open("w"):
        os.killpg(killed.pid, 9)
        killed.wait(30)
    (machine.stage / "gate").unlink()
    (machine.venv / "lib").mkdir()
    (machine.venv / "lib" / "half").touch()
    machine.log()
    ended = machine.run("demo")
    assert ended.returncode == 0
    assert "interrupted" in ended.stderr
    assert machine.log() == ["venv", "pip demo.txt"]
    assert not (machine.venv / "lib").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.run("demo")
    machine.log()
    (machine.venv / "bin" / "python").unlink()
    assert machine.run("demo").returncode == 0
    assert machine.log() == ["venv", "pip demo.txt"]


def test_a_folder_that_holds_something_else_is_not_touched(machine: Machine) -> None:
    machine.venv.mkdir()
    (machine.venv / "skripsi.odt").touch()
    ended = machine.run("demo")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert os.listdir(machine.venv) == ["skripsi.odt"]  # noqa: PTH208


def test_the_program_gets_the_words_and_the_folder_of_the_caller(machine: Machine) -> None:
    link = machine.stage / "pintas"
    link.symlink_to(machine.checkout / "adminduk")
    ended = machine.run("doctor", "--config", "folder baru", launcher=link)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        str(machine.checkout),
        str(machine.stage),
        *("<-m>", "<core>", "<doctor>", "<--config>", "<folder baru>"),
    ]


def test_the_rehearsal_is_a_program_of_its_own(machine: Machine) -> None:
    ended = machine.run("demo", "--out", "folder baru")
    assert ended.stdout.splitlines()[2:] == ["<-m>", "<core.demo>", "<--out>", "<folder baru>"]


def test_pytest_runs_in_the_checkout_with_what_follows(machine: Machine) -> None:
    ended = machine.run("test", "--long", "-k", "a b")
    lines = ended.stdout.splitlines()
    assert lines[1] == str(machine.checkout)
    assert lines[2:4] == ["<-m>", "<pytest>"]
    assert lines[-3:] == ["<--long>", "<-k>", "<a b>"]


def test_lint_stops_at_the_first_failure_and_names_it(machine: Machine) -> None:
    ended = machine.run("lint")
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == "adminduk: lint failed at: mypy"
