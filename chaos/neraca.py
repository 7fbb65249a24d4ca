"""The balance at the end: each promise with its figures, from database, mail and chats.

Nothing here trusts what the children say of themselves: what citizens saw and what the mail server
took is compared with what is stored.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chaos.orang import ISSUED, LINK_SUBJECT, REJECTED, Berkas
from chaos.penjaga import Kematian
from chaos.surat import Kotak
from chaos.tenang import unsent
from core.permohonan import Permohonan, Produk, StatusPermohonan
from core.store import KeadaanKeluar
from core.store.models import Inbox, Outbox, Riwayat
from core.store.riwayat import GENESIS, link_hash
from delivery.models import Dokumen, StatusDokumen, StatusTautan, Tautan

# What the admin chat reads about a letter that was twice in doubt.
TWICE = ("Surat untuk ", " dua kali terputus")


@dataclass(frozen=True)
class Butir:
    """One promise: its name, whether it was kept, and the figures."""

    nama: str
    baik: bool
    angka: str


def same(nama: str, **figures: int) -> Butir:
    """All figures must be equal."""
    text = " = ".join(f"{name} {value}" for name, value in figures.items())
    return Butir(nama, len(set(figures.values())) == 1, text)


def none(nama: str, **figures: int) -> Butir:
    """All figures must be zero."""
    text = ", ".join(f"{name} {value}" for name, value in figures.items())
    return Butir(nama, not any(figures.values()), text)


async def cases(warga: Sequence[Berkas], *, in_doubt: int) -> list[Butir]:
    """Compare what citizens saw with the cases that are stored."""
    rows = await Permohonan.all()
    stored = {row.nomor for row in rows if row.nomor}
    seen = {one.nomor for one in warga if one.nomor}
    ended = Counter(row.status for row in rows)
    return [
        none("nobody's patience ended", orang=sum(bool(one.keluh) for one in warga)),
        same(
            "applications sent in = applications stored",
            warga=len(warga),
            nomor_dilihat=len(seen),
            tersimpan=len(stored),
            sama=len(seen & stored),
            baris=len(rows),
        ),
        same(
            "every decision reached its citizen",
            warga=len(warga),
            terbit_dan_ditolak=sum(one.akhir in (ISSUED, REJECTED) for one in warga),
            selesai_ditolak_ragu=ended[StatusPermohonan.SELESAI]
            + ended[StatusPermohonan.DITOLAK]
            + min(in_doubt, ended[StatusPermohonan.DISETUJUI]),
        ),
    ]


async def documents(warga: Sequence[Berkas]) -> list[Butir]:
    """One document and one active link per approval."""
    issued = sum(one.akhir == ISSUED for one in warga)
    ends = (StatusPermohonan.SELESAI.value, StatusPermohonan.DISETUJUI.value)
    approved = await Permohonan.filter(status__in=ends).count()
    produk = await Produk.filter(dokumen_id__isnull=False)
    dokumen = await Dokumen.filter(status=StatusDokumen.TERBIT.value, sha256__isnull=False)
    tautan = await Tautan.filter(status=StatusTautan.AKTIF.value)
    return [
        same(
            "exactly one document and one active link per approval",
            disetujui=approved,
            warga_membaca_terbit=issued,
            produk=len(produk),
            dokumen=len(dokumen),
            semua_dokumen=await Dokumen.all().count(),
            tautan_aktif=len(tautan),
            dokumen_bertautan=len({one.dokumen_id for one in tautan}),
            semua_tautan=await Tautan.all().count(),
        ),
        same(
            "every approved citizen was given a password",
            terbit=issued,
            sandi=sum(bool(one.sandi) for one in warga if one.akhir == ISSUED),
        ),
    ]


class Surat:
    """The letters of a run: what the server took, and which lines broke in phase data."""

    def __init__(self, kotak: Kotak, deaths: Iterable[Kematian]) -> None:
        self._kotak = kotak
        self._copies = Counter(copy.message_id for copy in kotak.salinan)
        self._broken = Counter({_local(name): times for name, times in kotak.kabur.items()})
        for death in deaths:
            self._broken.update(key.replace(":", "-") for key in death.dalam_data)

    async def in_doubt(self, told: str) -> tuple[Butir, int]:
        """Letters twice in doubt are left to people: only after two broken lines, and told."""
        rows = await Outbox.filter(keadaan=KeadaanKeluar.RAGU.value, muatan__isnull=True)
        too_early = sum(self._broken[row.kunci.replace(":", "-")] < 2 for row in rows)
        links = [row for row in rows if row.kunci.startswith("tautan:")]
        cases = [await _number(row) for row in links]
        silent = sum(f"{TWICE[0]}{nomor}{TWICE[1]}" not in told for nomor in cases)
        butir = Butir(
            "a letter is left to people only after two broken lines, and they are told",
            not (too_early or silent),
            f"surat {len(rows)}, terlalu cepat {too_early}, tidak dikabarkan {silent}",
        )
        return butir, len(links)

    def all(self, warga: Sequence[Berkas], *, in_doubt: int) -> list[Butir]:
        """Nothing lost, nothing different, no more copies than the promise allows."""
        issued = [one for one in warga if one.akhir == ISSUED]
        links = [self._links_to(one) for one in issued]
        without = sum(not found for found in links)
        versions: dict[str, set[str]] = {}
        for copy in self._kotak.salinan:
            versions.setdefault(copy.message_id, set()).add(copy.sidik)
        extra = {name: count - 1 for name, count in self._copies.items() if count > 1}
        too_many = [name for name, more in extra.items() if more > self._broken[_local(name)]]
        return [
            Butir(
                "every approved case has one letter with a link, and no mail is lost",
                without <= in_doubt and all(len(found) <= 1 for found in links),
                f"terbit {len(issued)} = diterima server {len(issued) - without} + "
                f"dua kali ragu dan belum diterima {without}, "
                f"surat berbeda {sum(len(found) for found in links)}",
            ),
            none(
                "a letter that is sent again is the same, byte for byte",
                berbeda=sum(len(found) > 1 for found in versions.values()),
            ),
            Butir(
                "extra copies only of letters whose line broke in phase data",
                not too_many,
                f"surat {len(self._copies)}, salinan lebih {sum(extra.values())}, paling banyak "
                f"{max(extra.values(), default=0)} per surat; garis putus dalam fase data "
                f"{self._broken.total()}; di luar janji {len(too_many)}",
            ),
        ]

    def _links_to(self, one: Berkas) -> set[str]:
        copies = self._kotak.to(one.surel)
        return {copy.message_id for copy in copies if LINK_SUBJECT in copy.subjek}


def _local(message_id: str) -> str:
    """The part before the @: the letter's key in the outbox, with a hyphen for the colon."""
    return message_id.partition("@")[0]


async def _number(row: Outbox) -> str:
    produk = await Produk.get(id=row.subjek)
    case = await Permohonan.get(id=produk.permohonan_id)
    return case.nomor or ""


def stops(deaths: Iterable[Kematian]) -> Butir:
    """Who was told to stop with a letter in flight ended well and left nothing in doubt (K22)."""
    told = [one for one in deaths if one.sopan]
    return Butir(
        "told to stop with a letter in flight: ends by itself, leaves nothing in doubt",
        all(one.kode == 0 and not one.dalam_data for one in told),
        f"SIGTERM {len(told)}, kode 0: {sum(one.kode == 0 for one in told)}, "
        f"surat tertinggal dalam fase data {sum(len(one.dalam_data) for one in told)}",
    )


async def rest() -> list[Butir]:
    """Nothing waits, nothing was given up, and the history is whole."""
    lost_mail = await Outbox.filter(jenis="email", keadaan=KeadaanKeluar.GAGAL.value).count()
    lost_chat = await Outbox.filter(jenis="telegram", keadaan=KeadaanKeluar.GAGAL.value).count()
    return [
        none(
            "no update waits or was set aside",
            menunggu=await Inbox.filter(keadaan="baru").count(),
            disisihkan=await Inbox.filter(keadaan="disisihkan").count(),
        ),
        none(
            "no message waits or was given up",
            menunggu=await unsent(),
            surat_gagal=lost_mail,
            pesan_gagal=lost_chat,
        ),
        await _chain(),
    ]


async def _chain() -> Butir:
    before, number, broken = GENESIS, 0, 0
    async for row in Riwayat.all().order_by("urut"):
        number += 1
        sound = (row.urut, row.sebelum, row.sidik) == (number, before, link_hash(row))
        broken += not sound
        before = row.sidik
    return Butir("the history's chain verifies", not broken, f"baris {number}, putus {broken}")
