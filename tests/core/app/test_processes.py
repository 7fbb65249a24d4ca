"""Children: what they may know, and how they end."""

import asyncio

import pytest

from core.app.processes import EX_CONFIG, environment, one_sentence, run_until_told


def test_the_site_inherits_no_secret_of_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADMINDUK_TELEGRAM_TOKEN", "ADMINDUK_SURAT_SANDI", "ADMINDUK_PENANDA_SANDI"):
        monkeypatch.setenv(name, "rahasia")
    monkeypatch.setenv("ADMINDUK_DATA", "/data")
    names = environment("web")
    assert "rahasia" not in names.values()
    assert names["ADMINDUK_DATA"] == "/data"


def test_the_worker_inherits_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINDUK_TELEGRAM_TOKEN", "rahasia")
    assert environment("kerja")["ADMINDUK_TELEGRAM_TOKEN"] == "rahasia"


def test_a_known_fault_ends_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, one_sentence(KeyError):
        raise KeyError("kunci hilang")
    assert ended.value.code == EX_CONFIG
    assert "kunci hilang" in capsys.readouterr().err


def test_a_defect_is_not_dressed_up_as_a_setting() -> None:
    with pytest.raises(ZeroDivisionError), one_sentence(KeyError):
        raise ZeroDivisionError


class Short:
    """A process that cannot start."""

    def __init__(self) -> None:
        self.stopped = False

    async def start(self) -> None:
        raise ConnectionError

    async def stop(self) -> None:
        self.stopped = True


def test_what_was_opened_is_closed_also_when_the_start_fails() -> None:
    process = Short()
    with pytest.raises(ConnectionError):
        asyncio.run(run_until_told(process, child=False))
    assert process.stopped
