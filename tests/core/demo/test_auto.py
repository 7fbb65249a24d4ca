"""`demo --auto`: the whole journey as one command, as a visitor runs it."""

import json
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def played(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    out = tmp_path_factory.mktemp("peragaan") / "hasil"
    command = [sys.executable, "-m", "core", "demo", "--auto", "--out", str(out)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=110, stdin=subprocess.DEVNULL
    )
    return out, done


Played = tuple[Path, subprocess.CompletedProcess[str]]


def test_it_ends_well_only_if_the_file_is_the_signed_one(played: Played) -> None:
    _, done = played
    assert done.returncode == 0, done.stdout + done.stderr
    assert "berkas yang diunduh sama dengan yang ditandatangani" in done.stdout


def test_it_leaves_the_family_card(played: Played) -> None:
    pdf = (played[0] / "kk.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert b"/ByteRange" in pdf


def test_it_leaves_the_letter_without_the_password(played: Played) -> None:
    letter = message_from_bytes((played[0] / "surat.eml").read_bytes(), policy=default)
    assert letter["Subject"] == "Dokumen Anda siap diunduh"
    body = letter.get_body(("plain",))
    assert body is not None
    assert "/d/" in body.get_content()


def test_it_leaves_the_steps_with_their_times(played: Played) -> None:
    steps = json.loads((played[0] / "langkah.json").read_text("utf-8"))
    assert len(steps) >= 10
    assert all(step["detik"] >= 0 and step["langkah"] for step in steps)


def test_the_citizen_needed_at_most_twelve_messages(played: Played) -> None:
    line = next(line for line in played[1].stdout.splitlines() if "pesan warga" in line)
    print(line)
    assert int(line.split("dengan ")[1].split()[0]) <= 12
