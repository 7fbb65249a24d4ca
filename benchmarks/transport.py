"""Replies per second of an echo bot: stock python-telegram-bot, ours, and aiogram.

Run from the project's root: python -m benchmarks.transport. One stand-in for the Bot API, in a
process of its own, gives each bot (each a process of its own, all the while up) the same number
of updates of the same number of chats, turn by turn and round after round; a bot answers every
text with one sendMessage. Rates are the median of the rounds, ratios the median of the rounds'
ratios; only the ratios of one run mean anything.
"""

import argparse
import contextlib
import json
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

    @property
    def token(self) -> str:
        """Tells the stand-in who calls."""
        return f"1:{self.key}"

    @property
    def rate(self) -> float:
        """Replies per second: the median of the rounds."""
        return statistics.median(self.rates)


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
        for one in contenders:
            stack.enter_context(_running(one, base_url))
            _round(base_url, one, Work(_WARM_UP, asked.chats))
        for number in range(asked.rounds):
            for place in range(len(contenders)):  # another one begins every round
                one = contenders[(number + place) % len(contenders)]
                replies, seconds = _round(base_url, one, work)
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
def _running(one: Contender, base_url: str) -> Iterator[None]:
    # What PTB says about replies that it lost is in the table, as their number.
    bot = subprocess.Popen([*one.command, base_url, one.token], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        bot.kill()
        bot.wait()


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
        print(f"  {one.words:40} {one.rate:6.0f}   (rounds {rates}{lost})")
    known = {one.key: one for one in contenders}
    ours, stepwise, ptb = known["ours"], known["ours_stepwise"], known["ptb"]
    ratios = {
        "ratio_ptb": _ratio(ours, ptb),
        "ratio_ptb_concurrent": _ratio(ours, known["ptb_concurrent"]),
        "ratio_aiogram": _ratio(ours, known["aiogram"]),
        "ratio_stepwise": _ratio(stepwise, ptb),
    }
    print(closing_line("transport", **ratios, **{key: one.rate for key, one in known.items()}))


def _ratio(one: Contender, other: Contender) -> float:
    """Return the median over the rounds: neighbours in time met the same machine."""
    return statistics.median(a / b for a, b in zip(one.rates, other.rates, strict=True))


if __name__ == "__main__":
    sys.exit(main())
