"""Small plugs between neighbours that do not know each other."""

from collections.abc import Collection
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from core.api import HasilCari, Keluarga, Orang
from core.baca import Pembaca
from core.berkas import BerkasMasuk, WorkerUnavailable, case_full, too_large, words
from core.bot import Cara, Paper, Tolakan
from core.citra import Jejak, Pemeriksa
from core.janji import Jadwal
from core.kantor import Kantor
from core.penduduk import DataPenduduk, find_family, find_person

KELUARGA = "keluarga"


class PaperDesk:
    """core.bot's Papers on top of core.citra, core.baca and core.berkas."""

    def __init__(
        self, masuk: BerkasMasuk, pemeriksa: Pemeriksa, pembaca: Pembaca | None = None
    ) -> None:
        self._masuk = masuk
        self._pemeriksa = pemeriksa
        self._pembaca = pembaca

    def too_large(self, ukuran: int) -> str | None:
        """Refuse a size before anything is downloaded."""
        return too_large(ukuran)

    async def take(
        self, case_id: UUID, path: str, content: bytes, mime: str, *, cara: Cara
    ) -> Paper | Tolakan:
        """Check and keep a paper, or say why it was refused."""
        before = [Jejak.load(line) for line in cara.terdahulu]
        try:
            found = await self._pemeriksa.periksa(
                content, mime, terdahulu=before, kertas=cara.kertas
            )
        except WorkerUnavailable:
            return Tolakan(words.SIBUK, netral=True)
        fault, clean = found.utama, found.bersih
        if clean is None:
            return Tolakan(fault.kalimat if fault else words.SIBUK)
        if fault is not None and not cara.terakhir:
            return Tolakan(fault.kalimat, contoh=fault.value, lunak=True)
        if refusal := case_full(await self._masuk.used(case_id), len(clean.isi)):
            return Tolakan(refusal)
        berkas = await self._masuk.save(clean, permohonan_id=case_id, jalur=path)
        bacaan = None
        if self._pembaca is not None and cara.baca:
            bacaan = await self._pembaca.baca(clean.isi, clean.mime, cara.baca)
        return Paper(berkas, clean.mime, found.jejak.dump(), fault.value if fault else "", bacaan)

    def blob(self, berkas: UUID) -> str:
        """Return the name of the sealed blob that holds a paper."""
        return f"berkas/{berkas}"

    async def keep_only(self, case_id: UUID, wanted: Collection[UUID]) -> None:
        """Discard every other paper of a case, in the caller's unit of work."""
        await self._masuk.discard_others(case_id, wanted)


def jadwal(kantor: Kantor) -> Jadwal:
    """Return core.janji's schedule of what core.kantor says about hours and places."""
    rule = kantor.janji
    return Jadwal(
        zona=ZoneInfo(kantor.zona),
        jam_pada=kantor.jam_pada,
        slot_menit=rule.slot_menit,
        tempat_per_slot=rule.tempat_per_slot,
        hari_ke_depan=rule.hari_ke_depan,
        paling_cepat_jam=rule.paling_cepat_jam,
    )


class RegistryDesk:
    """core.bot's and core.issuing's Population on top of core.penduduk."""

    def __init__(self, port: DataPenduduk) -> None:
        self._port = port

    async def search(self, jenis: str, nomor: str, *, nama: str, lahir: date) -> HasilCari:
        """Tell whether a number belongs to whom the citizen says."""
        find = find_family if jenis == KELUARGA else find_person
        return await find(self._port, nomor, nama=nama, lahir=lahir)

    async def fetch(self, jenis: str, nomor: str) -> Keluarga | Orang | None:
        """Return what the registry holds under a number."""
        held: object = (
            await self._port.keluarga(nomor)
            if jenis == KELUARGA
            else await self._port.orang(nomor)
        )
        return held if isinstance(held, Keluarga | Orang) else None
