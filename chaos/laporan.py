"""Prints what a run did and what came of it."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import typer

from chaos.neraca import Butir
from chaos.penjaga import ACAK, Kematian
from chaos.titik import TITIK


@dataclass
class Laporan:
    """Everything that is told at the end."""

    judul: str
    butir: list[Butir] = field(default_factory=list)
    kematian: Sequence[Kematian] = ()
    kena: Counter[str] = field(default_factory=Counter)
    catatan: dict[str, str] = field(default_factory=dict)
    pelan: Sequence[float] = ()
    """Seconds from each death of a `kerja` to the bot's next call."""
    sambung: Sequence[float] = ()
    """Seconds from each kill inside a step of issuing to the link of that very case."""

    @property
    def baik(self) -> bool:
        """Whether every promise was kept."""
        return all(one.baik for one in self.butir)

    @property
    def kills(self) -> int:
        """How many kills there were, render workers included."""
        workers = sum(self.kena[titik.kode] for titik in TITIK if titik.anak)
        return workers + sum(one.dibunuh for one in self.kematian)

    def say(self) -> None:
        """Print it."""
        typer.echo(f"\n{self.judul}\n")
        self._points()
        typer.echo("")
        for name, text in self.catatan.items():
            typer.echo(f"  {name}: {text}")
        if self.pelan:
            typer.echo(f"  seconds from a kill to the bot's next call: {spread(self.pelan)}")
        if self.sambung:
            typer.echo(f"  seconds from a kill in issuing to its link: {spread(self.sambung)}")
        typer.echo("")
        for one in self.butir:
            typer.echo(f"  {'✓' if one.baik else '✗'} {one.nama}: {one.angka}")
        typer.echo(f"\n  {'EVERY PROMISE KEPT' if self.baik else 'PROMISES BROKEN'}")

    def _points(self) -> None:
        random_ = Counter(one.peran for one in self.kematian if one.dibunuh and one.sebab == ACAK)
        typer.echo(f"  kills {self.kills}")
        for peran, times in sorted(random_.items()):
            typer.echo(f"  {times:5}  at a random instant: {peran}")
        for titik in TITIK:
            typer.echo(f"  {self.kena[titik.kode]:5}  {titik.kode:5} {titik.arti}")
        own = [one for one in self.kematian if not one.dibunuh]
        if own:
            codes = Counter((one.peran, one.kode) for one in own)
            told = ", ".join(f"{peran} {kode}: {times}" for (peran, kode), times in codes.items())
            typer.echo(f"  ended by themselves (role code: times): {told}")


def never_hit(kena: Counter[str]) -> list[str]:
    """Return the points that never fired."""
    return [titik.kode for titik in TITIK if not kena[titik.kode]]


def spread(values: Iterable[float]) -> str:
    """Say median, 95th percentile and maximum."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered):.2f}, p95 {high:.2f}, max {ordered[-1]:.2f}"
