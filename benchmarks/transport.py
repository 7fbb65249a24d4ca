"""Replies per second of an echo bot: stock python-telegram-bot, ours, and aiogram.

Run from the project's root: python -m benchmarks.transport. One stand-in for the Bot API, in a
process of its own, gives each bot (each a process of its own, all the while up) the same number
of updates of the same number of chats, turn by turn and round after round; a bot answers every
text with one sendMessage. Rates are the median of the rounds, ratios the median of the rounds'
ratios; only the ratios of one run mean anything. Beside it stands the processor time that the bot
itself spent on a reply, which depends less on what else the machine does.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.closing import closing_line
from benchmarks.echo.peer_environment import NoPeer, python_of_peer

_PEER = Path(__file__).parent / "echo" / "peer.py"
_WARM_UP = 200
_ROUND_SECONDS = 600.0


@dataclass(frozen=True)
class Contender:
    """A bot: what it is and how it is started (base URL and token are added)."""

    key: str
    words: str
    command: Sequence[str]
    rates: list[float] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def token(self) -> str:
        """Tells the stand-in who calls."""
        return f"1:{self.key}"

    @property
    def rate(self) -> float:
        """Replies per second: the median of the rounds."""
        return statistics.median(self.rates)

    @property
    def cpu_us(self) -> float:
        """Microseconds of processor time per reply, of the bot alone: the median."""
        return statistics.median(self.cpu)


@dataclass(frozen=True)
class Work:
    """What every contender does in every round."""

    replies: int
    chats: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the closing line."""
    asked = _parser().parse_args(arguments)
    work = Work(asked.replies, asked.chats)
    try:
        contenders = _contenders()
    except NoPeer as cause:
        print(cause, file=sys.stderr)
        return 1
    with _stand_in() as base_url, contextlib.ExitStack() as stack:
        bots = {one.key: stack.enter_context(_running(one, base_url)) for one in contenders}
        for one in contenders:
            _round(base_url, one, Work(_WARM_UP, asked.chats))
        for number in range(asked.rounds):
            for place in range(len(contenders)):  # another one begins every round
                one = contenders[(number + place) % len(contenders)]
                before = _processor_seconds(bots[one.key])
                replies, seconds = _round(base_url, one, work)
                spent = _processor_seconds(bots[one.key]) - before
                one.cpu.append(spent / replies * 1e6)
                one.rates.append(replies / seconds)
                one.lost.append(work.replies - replies)
    _report(contenders, work)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="adminduk bench transport", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="repetitions (default 5)")
    parser.add_argument("--replies", type=int, default=1000, help="per round (default 1000)")
    parser.add_argument("--chats", type=int, default=50, help="different chats (default 50)")
    return parser


def _contenders() -> list[Contender]:
    ptb = (sys.executable, "-m", "benchmarks.echo.ptb")
    peer = (str(python_of_peer()), str(_PEER))
    return [
        Contender("ours", "PTB on our transport, in order per chat", (*ptb, "ours")),
        Contender("ours_stepwise", "PTB on our transport, one by one", (*ptb, "ours_stepwise")),
        Contender("ptb", "PTB as it comes (httpx), one by one", (*ptb, "stock")),
        Contender("ptb_concurrent", "PTB as it comes, concurrent", (*ptb, "stock_concurrent")),
        Contender("aiogram", "aiogram as it comes, a task per update", peer),
    ]


@contextlib.contextmanager
def _stand_in() -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.echo.stand_in"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    finally:
        server.kill()
        server.wait()


@contextlib.contextmanager
def _running(one: Contender, base_url: str) -> Iterator[int]:
    # What PTB says about replies that it lost is in the table, as their number.
    bot = subprocess.Popen([*one.command, base_url, one.token], stderr=subprocess.DEVNULL)
    try:
        yield bot.pid
    finally:
        bot.kill()
        bot.wait()


def _processor_seconds(pid: int) -> float:
    """Return what a process has spent so far, user and system (proc_pid_stat(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _round(base_url: str, one: Contender, work: Work) -> tuple[int, float]:
    """Return how many replies came, and the seconds until the last."""
    url = f"{base_url}/round/{one.token}?replies={work.replies}&chats={work.chats}"
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(urllib.request.Request(url, method="POST"), timeout=_ROUND_SECONDS) as answer:
        counted = json.load(answer)
    if not counted["replies"]:
        raise RuntimeError(f"{one.key} does not answer")
    return counted["replies"], counted["seconds"]


def _report(contenders: Sequence[Contender], work: Work) -> None:
    print(f"{work.replies} updates of {work.chats} chats per round; replies per second:")
    for one in contenders:
        lost = f", {sum(one.lost)} replies LOST" if sum(one.lost) else ""
        rates = f"{min(one.rates):5.0f} .. {max(one.rates):5.0f}"
        print(
            f"  {one.words:40} {one.rate:6.0f}   (rounds {rates}{lost}), {one.cpu_us:5.0f} µs each"
        )
    known = {one.key: one for one in contenders}
    ours, stepwise, ptb = known["ours"], known["ours_stepwise"], known["ptb"]
    ratios = {
        "ratio_ptb": _ratio(ours, ptb),
        "ratio_ptb_concurrent": _ratio(ours, known["ptb_concurrent"]),
        "ratio_aiogram": _ratio(ours, known["aiogram"]),
        "ratio_stepwise": _ratio(stepwise, ptb),
        "cpu_ratio_ptb": ptb.cpu_us / ours.cpu_us,
        "cpu_ratio_aiogram": known["aiogram"].cpu_us / ours.cpu_us,
    }
    print(closing_line("transport", **ratios, **{key: one.rate for key, one in known.items()}))


def _ratio(one: Contender, other: Contender) -> float:
    """Return the median over the rounds: neighbours in time met the same machine."""
    return statistics.median(a / b for a, b in zip(one.rates, other.rates, strict=True))


if __name__ == "__main__":
    sys.exit(main())
