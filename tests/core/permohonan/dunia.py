"""One office with its desk of cases: SQLite file, real keys, held clock."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from core.permohonan import (
    Book,
    Cases,
    JalanKeluar,
    PeristiwaDokumen,
    Permohonan,
    Products,
    ProdukBaru,
    StatusPermohonan,
    StatusProduk,
)
from core.permohonan.models import Produk
from vault import Index, Sealer

MODELS = ["core.store.models", "core.permohonan.models"]
START = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
HARI = date(2026, 11, 22)
BATAS = START + timedelta(hours=24)

# What must never stand in the file.
CHAT = 7_312_345_678
NIK = "3319014507900001"
NAMA = "SITI AMINAH BINTI KARTA"
SUREL = "siti.aminah@surat.example"
PENGAMBIL = "KARTA WIJAYA 3319010101600001"
ISIAN = f'{{"nik": "{NIK}", "nama": "{NAMA}"}}'

ANI, BUDI = 990_000_002, 990_000_003
KK_EMAIL = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, SUREL)
KK_AMBIL = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.AMBIL, None)


@dataclass
class Dunia:
    """The desk, and the hands that move it."""

    instant: datetime = START
    hari: date = HARI
    sealer: Sealer = field(default_factory=lambda: Sealer(bytes(range(32))))

    def __post_init__(self) -> None:
        self.book = Book(self.sealer)
        self.cases = Cases(
            self.book,
            digest=Index(bytes(32)).digest,
            now=lambda: self.instant,
            today=lambda: self.hari,
            awalan="REG-3319",
        )
        self.products = Products(now=lambda: self.instant)
        self.peristiwa = PeristiwaDokumen(self.products, now=lambda: self.instant)

    async def draft(self, chat: int = CHAT) -> Permohonan:
        return await self.cases.open(
            chat, layanan="kk-ganti", versi=1, isian=ISIAN, persetujuan="2026-11"
        )

    async def submit(self, row: Permohonan, *produk: ProdukBaru) -> Permohonan:
        wanted = produk or (KK_EMAIL,)
        filed = await self.cases.submit(
            row, ISIAN, desa="33.19.01.2001", produk=wanted, batas_at=BATAS
        )
        return won(filed)

    async def filed(self, *produk: ProdukBaru) -> Permohonan:
        return await self.submit(await self.draft(), *produk)

    async def taken(self, *produk: ProdukBaru, by: int = ANI) -> Permohonan:
        return won(await self.cases.take(await self.filed(*produk), by=by))

    async def standing(self, status: StatusPermohonan) -> Permohonan:
        """Return a case that was put straight into a status, held by Ani."""
        row = await self.draft()
        await Permohonan.filter(id=row.id).update(status=status.value, petugas=ANI)
        return await Permohonan.get(id=row.id)

    async def produk(self, status: StatusProduk = StatusProduk.MENUNGGU) -> Produk:
        """Return the product of a new case, put straight into a status, with a document."""
        case = await self.filed()
        (row,) = await self.cases.products(case.id)
        await self.products.fix_document(row)
        await Produk.filter(id=row.id).update(status=status.value)
        return await Produk.get(id=row.id)


def won(outcome: object) -> Permohonan:
    assert isinstance(outcome, Permohonan), outcome
    return outcome
