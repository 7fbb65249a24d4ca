"""What an office is, as its file declares it. Frozen; what the file does not say is closed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from core.api import Desa, KepalaSurat
from core.bahasa import kata
from core.kantor.jam import Jam, JamBuka
from core.kantor.laju import after_open, open_between
from core.kantor.waktu import HARI, Zona, kalimat_waktu, to_zone

Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Catatan = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Surel = Annotated[str, StringConstraints(pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$", max_length=100)]


class Bagian(BaseModel):
    """A part of the file; an unknown name in it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Peran(StrEnum):
    """What an officer may do. An officer may have several roles."""

    VERIFIKATOR = "verifikator"
    PENYETUJU = "penyetuju"
    KEPALA = "kepala"
    LOKET = "loket"


class Cara(StrEnum):
    """How a service is given."""

    ONLINE = "online"
    TATAP_MUKA = "tatap_muka"
    TUTUP = "tutup"


class Petugas(Bagian):
    """An officer of the roster; `id` is the Telegram user id, which nobody can choose himself."""

    id: Annotated[int, Field(strict=True, ge=1, lt=2**52)]
    nama: Teks
    peran: Annotated[frozenset[Peran], Field(min_length=1)]

    def berperan(self, peran: Peran | str) -> bool:
        """Tell whether the officer has this role."""
        return peran in self.peran


class AturanLayanan(Bagian):
    """How one service is given here, and in how many hours it is promised."""

    cara: Cara
    standar_jam: Annotated[int, Field(strict=True, ge=1, le=24 * 90)] = 24


class AturanJanji(Bagian):
    """How places at the counter are given, for services that are done in person."""

    slot_menit: Annotated[int, Field(strict=True, ge=5, le=240)] = 15
    tempat_per_slot: Annotated[int, Field(strict=True, ge=1, le=50)] = 2
    hari_ke_depan: Annotated[int, Field(strict=True, ge=1, le=90)] = 14
    paling_cepat_jam: Annotated[int, Field(strict=True, ge=0, le=24 * 7)] = 2


class AturanIsian(Bagian):
    """What the clock does with what citizens have begun and not finished."""

    ingatkan_jam: Annotated[int, Field(strict=True, ge=0, le=24 * 14)] = 24
    """Hours of silence before the one reminder; 0: none is sent."""
    hapus_hari: Annotated[int, Field(strict=True, ge=0, le=90)] = 7
    """Days of silence before a draft is removed with its papers; 0: never."""


class AturanPratinjau(Bagian):
    """Whether the applicant sees an approved document, masked, before it is signed."""

    pemohon_jam: Annotated[int, Field(strict=True, ge=0, le=72)] = 0
    """Hours by any clock that his word is waited for; 0: he is not asked."""


class KepalaDinas(Bagian):
    """Who signs. Empty in a template: `Kantor.kekurangan` then names it."""

    nama: Catatan = ""
    nip: Annotated[str, StringConstraints(pattern=r"^[0-9 ]*$", max_length=30)] = ""
    jabatan: Teks = "Kepala Dinas"
    tempat: Teks


class TelegramKantor(Bagian):
    """The office's admin chat: a group, hence a negative number; 0 while it is not chosen."""

    admin: Annotated[int, Field(strict=True, le=0)] = 0


class JamLayanan(Bagian):
    """The opening hours of a week."""

    senin: Jam
    selasa: Jam
    rabu: Jam
    kamis: Jam
    jumat: Jam
    sabtu: Jam
    minggu: Jam


class Kantor(Bagian):
    """One Disdukcapil: everything that differs from the office next door."""

    nama_dinas: Teks
    kabupaten: Teks
    provinsi: Teks
    kode_wilayah: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}\.[0-9]{2}$")]
    zona: Zona
    alamat: Catatan = ""
    telepon: Catatan = ""
    surel: Surel = ""
    skema: Literal["2019", "2026"]
    nomor_kk_penomoran: Literal["A", "B"] = "A"
    berlaku_tautan_hari: Annotated[int, Field(strict=True, ge=1, le=30)] = 14
    desa: tuple[Desa, ...]
    jam_layanan: JamLayanan
    hari_libur: frozenset[date] = frozenset()
    janji: AturanJanji = AturanJanji()
    pratinjau: AturanPratinjau = AturanPratinjau()
    isian: AturanIsian = AturanIsian()
    kepala_dinas: KepalaDinas
    telegram: TelegramKantor = TelegramKantor()
    layanan_lain: AturanLayanan = AturanLayanan(cara=Cara.TUTUP)
    layanan: Mapping[str, AturanLayanan] = Field(default_factory=lambda: MappingProxyType({}))
    daftar_petugas: tuple[Petugas, ...] = Field(default=(), alias="petugas")

    @model_validator(mode="after")
    def _one_person_one_row(self) -> Self:
        times = Counter(petugas.id for petugas in self.daftar_petugas)
        if any(count > 1 for count in times.values()):
            raise ValueError("petugas memuat id Telegram yang sama lebih dari sekali")
        return self

    @model_validator(mode="after")
    def _an_appointment_fits_into_a_day(self) -> Self:
        week = (getattr(self.jam_layanan, day) for day in HARI)
        longest = max((jam.menit for hours in week for jam in hours), default=None)
        if longest is not None and self.janji.slot_menit > longest:
            raise ValueError("janji.slot_menit lebih lama daripada semua jam_layanan")
        return self

    def petugas(self, telegram_id: int) -> Petugas | None:
        """Return the officer with this Telegram id; None for everybody else in the world."""
        return next(
            (petugas for petugas in self.daftar_petugas if petugas.id == telegram_id), None
        )

    def aturan(self, kode: str) -> AturanLayanan:
        """Return how a service is given; one not named in the file follows `layanan_lain`."""
        return self.layanan.get(kode, self.layanan_lain)

    def kekurangan(self) -> tuple[str, ...]:
        """Say what this profile still lacks before the bot may open; () when nothing."""
        held = {peran for petugas in self.daftar_petugas for peran in petugas.peran}
        lacks = {
            "setelan alamat belum diisi": not self.alamat,
            "setelan surel belum diisi": not self.surel,
            "setelan telegram.admin belum diisi": self.telegram.admin == 0,
            "setelan kepala_dinas.nama belum diisi": not self.kepala_dinas.nama,
            "setelan petugas belum memuat seorang verifikator": Peran.VERIFIKATOR not in held,
            "setelan petugas belum memuat seorang penyetuju": Peran.PENYETUJU not in held,
        }
        return tuple(kalimat for kalimat, lacking in lacks.items() if lacking)

    def kepala_surat(self) -> KepalaSurat:
        """Return what the head and foot of a document say about the office."""
        return KepalaSurat(
            nama_dinas=self.nama_dinas,
            kabupaten=self.kabupaten,
            provinsi=self.provinsi,
            kepala_nama=self.kepala_dinas.nama,
            kepala_nip=self.kepala_dinas.nip,
            tempat=self.kepala_dinas.tempat,
        )

    def waktu_setempat(self, waktu: datetime) -> datetime:
        """Return the moment as the clock on the office's wall shows it."""
        return to_zone(waktu, self.zona)

    def tanggal_setempat(self, now: datetime) -> date:
        """Return the office's date: what counts for ages and deadlines (DOMAIN 9.2)."""
        return to_zone(now, self.zona).date()

    def kalimat_waktu(self, waktu: datetime) -> str:
        """Write a moment for a person: "22 November 2026 pukul 13.04 WIB"."""
        return kalimat_waktu(waktu, self.zona)

    def kalimat_janji(self, waktu: datetime) -> str:
        """Write an appointment: "Selasa, 24 November 2026 pukul 09.15 WIB"."""
        hari = kata(HARI[to_zone(waktu, self.zona).weekday()].capitalize())
        return f"{hari}, {self.kalimat_waktu(waktu)}"

    def jam_pada(self, tanggal: date) -> tuple[JamBuka, ...]:
        """Return the opening hours of a day; none on holidays."""
        if tanggal in self.hari_libur:
            return ()
        hours: tuple[JamBuka, ...] = getattr(self.jam_layanan, HARI[tanggal.weekday()])
        return hours

    def buka(self, now: datetime) -> bool:
        """Tell whether the counter is open at this moment."""
        local = to_zone(now, self.zona)
        return any(jam.covers(local.time()) for jam in self.jam_pada(local.date()))

    def buka_antara(self, sejak: datetime, sampai: datetime) -> timedelta:
        """Return how long the counter was open between two moments."""
        return open_between(self.jam_pada, to_zone(sejak, self.zona), to_zone(sampai, self.zona))

    def sesudah_buka(self, sejak: datetime, lama: timedelta) -> datetime | None:
        """Return when the counter will have been open so long; None: not within a year."""
        return after_open(self.jam_pada, to_zone(sejak, self.zona), lama)

    def tenggat(self, kode: str, sejak: datetime) -> datetime:
        """Return when a service is due: its hours after `sejak`, closed days not counted."""
        local = to_zone(sejak, self.zona)
        left = timedelta(hours=self.aturan(kode).standar_jam)
        # A year without one open day is a mistake in the file; the promise then simply runs on.
        for _ in range(366):
            midnight = datetime.combine(local + timedelta(days=1), time(), local.tzinfo)
            if self.jam_pada(local.date()):
                if local + left <= midnight:
                    break
                left -= midnight - local
            local = midnight
        return (local + left).astimezone(sejak.tzinfo)
