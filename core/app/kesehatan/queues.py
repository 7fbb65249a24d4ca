"""The queues of the office: one snapshot of numbers for the page and for the metrics.

They stand in the database, so every replica tells the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from core.permohonan import oldest_unissued, open_cases
from core.settings import Health
from core.store import JenisKeluar
from core.store.queues import waiting_messages, waiting_updates
from core.web.kesehatan import Keadaan

UPDATES, MAIL, TELEGRAM, EVENTS, ISSUING = (
    "pesan_masuk",
    "surat",
    "telegram",
    "peristiwa",
    "terbit",
)
_LEAVING = {
    MAIL: JenisKeluar.EMAIL,
    TELEGRAM: JenisKeluar.TELEGRAM,
    EVENTS: JenisKeluar.PERISTIWA,
}


@dataclass(frozen=True)
class Angka:
    """What was counted. `umur` is in seconds; 0 means that nothing waits."""

    umur: Mapping[str, float] = field(default_factory=dict)
    jumlah: Mapping[tuple[str, str], int] = field(default_factory=dict)
    permohonan: Mapping[str, int] = field(default_factory=dict)


async def count(now: datetime) -> Angka:
    """Ask the database."""
    found = {UPDATES: await waiting_updates()}
    for apa, jenis in _LEAVING.items():
        found[apa] = await waiting_messages(jenis, now=now)
    since = {apa: one.tertua for apa, one in found.items()} | {ISSUING: await oldest_unissued()}
    return Angka(
        umur={apa: _age(now, moment) for apa, moment in since.items()},
        jumlah={
            (apa, keadaan): banyak
            for apa, one in found.items()
            for keadaan, banyak in one.jumlah.items()
        },
        permohonan=await open_cases(),
    )


def _age(now: datetime, since: datetime | None) -> float:
    """Never below 0: another machine's clock may be a little ahead (FAULTS S06)."""
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())


class QueueLook:
    """Counts, remembers the numbers for the metrics, and says which queue waits too long."""

    def __init__(self, batas: Health, *, now: Callable[[], datetime]) -> None:
        self._now = now
        self._minutes = {
            UPDATES: batas.pesan_menit,
            TELEGRAM: batas.telegram_menit,
            EVENTS: batas.telegram_menit,
            MAIL: batas.surat_menit,
            ISSUING: batas.terbit_menit,
        }
        self.last = Angka()

    async def __call__(self) -> Keadaan:
        """Count; the oldest of what waits too long tells the age."""
        self.last = await count(self._now())
        late = {
            apa: umur for apa, umur in self.last.umur.items() if umur > self._minutes[apa] * 60
        }
        if late:
            return Keadaan(False, f"terlalu lama menunggu: {', '.join(sorted(late))}")
        return Keadaan(True)


class QueueNumbers(Collector):
    """Hands the last numbers to Prometheus."""

    def __init__(self, look: QueueLook) -> None:
        self._look = look

    def collect(self) -> Iterator[Metric]:
        """Yield the numbers; nothing before the first count."""
        angka = self._look.last
        oldest = GaugeMetricFamily(
            "adminduk_tertua_detik", "Sejak berapa detik yang tertua menunggu.", labels=("apa",)
        )
        for apa, umur in angka.umur.items():
            oldest.add_metric((apa,), umur)
        waiting = GaugeMetricFamily(
            "adminduk_antrean", "Banyaknya dalam antrean.", labels=("apa", "keadaan")
        )
        for labels, banyak in angka.jumlah.items():
            waiting.add_metric(labels, banyak)
        cases = GaugeMetricFamily(
            "adminduk_permohonan", "Permohonan yang belum selesai.", labels=("status",)
        )
        for status, banyak in angka.permohonan.items():
            cases.add_metric((status,), banyak)
        yield from (oldest, waiting, cases)
