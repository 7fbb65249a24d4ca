"""Walks a form the way a citizen would: says, taps, sends, and reads what comes back.

The draft is written out and read in again before every step, so each walk also proves that a
restart at any moment changes nothing. What a room would do (look at a photo, ask the registry,
mail a code) is answered from a script.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import Self
from uuid import UUID

from core.api import Desa, Formulir, HasilCari, Unggahan
from core.api.bacaan import Bacaan
from core.dialog import (
    Ajukan,
    Balasan,
    CariPenduduk,
    Dicari,
    Diperiksa,
    Draft,
    Efek,
    Hapus,
    Kejadian,
    Kirim,
    KirimKode,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
    Konteks,
    Langkah,
    PeriksaBerkas,
    PeriksaKode,
    Rencana,
    Selesai,
    Tekan,
    TitipanBerkas,
    Tombol,
    Tulis,
    WaktuKosong,
    compile_form,
    finish,
    start,
    step,
    words_foto,
)
from core.wilayah import Daftar, Penunjuk

DESA = (
    Desa("33.19.01.2001", "Bakalankrapyak", "Kaliwungu", "59332"),
    Desa("33.19.01.2002", "Prambatan Kidul", "Kaliwungu", "59332"),
    Desa("33.19.06.2001", "Gondangmanis", "Bae", "59327"),
    Desa("33.19.06.2004", "Bae", "Bae", "59327"),
)
WILAYAH = Penunjuk(Daftar(), kantor="33.19")
"""The nation's areas as the office of Kudus sees them; read when they are first asked."""
KOSONG = {
    date(2026, 5, 11): (WaktuKosong(time(7, 30), 2), WaktuKosong(time(9, 15), 1)),
    date(2026, 5, 12): tuple(WaktuKosong(time(8 + n // 4, n % 4 * 15), 2) for n in range(20)),
} | {date(2026, 5, n): (WaktuKosong(time(10), 1),) for n in (13, 18, 19, 20, 21, 22, 25, 26)}
"""Days with free places: one with two times, one with three pages of them, more than one page."""
KONTEKS = Konteks(date(2026, 5, 8), DESA, "Disdukcapil Contoh", janji=KOSONG, wilayah=WILAYAH)
KODE = "123456"
_UKURAN = 300_000


@dataclass(frozen=True)
class Naskah:
    """How the world answers in a walk."""

    cari: HasilCari = HasilCari.ADA
    foto_ditolak: str = ""
    foto_cacat: str = ""
    """The fault of every photo (`core.citra.Cacat`): kept only at the third try."""
    bacaan: Bacaan | None = None
    """What is read on a photo of which something is to be read."""
    kode: str = KODE
    kode_ditolak: str = ""
    """Why no code can be sent."""


@dataclass
class Walk:
    """One walk. Every method gives the walk back, so that a test reads like a conversation."""

    rencana: Rencana
    konteks: Konteks = KONTEKS
    naskah: Naskah = field(default_factory=Naskah)
    kode_layanan: str = "uji"
    kirim: int = 0
    """Messages and taps of the citizen so far."""
    efek: list[Efek] = field(default_factory=list)
    balasan: tuple[Balasan, ...] = ()
    semua: list[Balasan] = field(default_factory=list)
    nomor_foto: int = 0

    def __post_init__(self) -> None:
        """Ask the first question."""
        langkah = start(self.rencana, self.kode_layanan, 1, self.konteks)
        self.draft = langkah.draft
        self._heard(langkah.balasan)

    @classmethod
    def of(
        cls,
        formulir: type[Formulir],
        *,
        kontak: bool = False,
        naskah: Naskah | None = None,
        konteks: Konteks = KONTEKS,
    ) -> Self:
        """Walk a form by itself."""
        rencana = compile_form(formulir, kontak=kontak)
        return cls(rencana, konteks=konteks, naskah=naskah or Naskah())

    # ---- what a citizen does

    def say(self, *teks: str) -> Self:
        """Type one message after the other."""
        for satu in teks:
            self.play(Tulis(satu))
        return self

    def tap(self, label: str) -> Self:
        """Press a button by its label, or by a part of it that only one label has."""
        cocok = [tombol for tombol in self.tombol if tombol.label == label]
        cocok = cocok or [tombol for tombol in self.tombol if label in tombol.label]
        assert len(cocok) == 1, f"{len(cocok)} buttons {label!r} among {self.label}"
        return self.play(Tekan(self.draft.rev, cocok[0].aksi))

    def send(self, mime: str = "image/jpeg", ukuran: int = _UKURAN, album: str = "") -> Self:
        """Send a photo or a file."""
        self.nomor_foto += 1
        nama = f"foto{self.nomor_foto}"
        return self.play(Kirim(TitipanBerkas(nama, nama, mime, ukuran, 1200, 900, album)))

    def play(self, event: Kejadian) -> Self:
        """Play any event of the citizen, and all that the room answers to it."""
        self.kirim += 1
        menunggu: list[Kejadian] = [event]
        balasan: tuple[Balasan, ...] = ()
        while menunggu:
            langkah = self._step(menunggu.pop(0))
            self.draft = langkah.draft
            balasan += langkah.balasan
            for efek in langkah.efek:
                self.efek.append(efek)
                menunggu.extend(self._answer(efek))
        self._heard(balasan)
        return self

    # ---- what a test looks at

    @property
    def teks(self) -> str:
        """All that was said in answer to the last event."""
        return "\n".join(satu.teks for satu in self.balasan)

    @property
    def tombol(self) -> tuple[Tombol, ...]:
        """The buttons on screen: those of the last question asked."""
        tanya = next((satu for satu in reversed(self.semua) if satu.tanya), None)
        return tuple(tombol for baris in tanya.tombol for tombol in baris) if tanya else ()

    @property
    def label(self) -> tuple[str, ...]:
        """The labels of the buttons on screen."""
        return tuple(tombol.label for tombol in self.tombol)

    @property
    def selesai(self) -> Selesai:
        """The finished form."""
        return finish(self.rencana, self.draft)

    def expect(self, *bagian: str) -> Self:
        """Insist that the last answer contains these words."""
        for satu in bagian:
            assert satu in self.teks, f"{satu!r} is not in:\n{self.teks}"
        return self

    def expect_no(self, *bagian: str) -> Self:
        """Insist that the last answer does not contain these words."""
        for satu in bagian:
            assert satu not in self.teks, f"{satu!r} is in:\n{self.teks}"
        return self

    def done(self) -> Self:
        """Insist that the form was submitted."""
        assert self.draft.status == "terkirim", self.teks
        assert Ajukan() in self.efek
        return self

    # ---- what the room does

    def _step(self, event: Kejadian) -> Langkah:
        """Move the draft, written out and read in again."""
        tulisan = self.draft.dump()
        lama = Draft.load(tulisan)
        langkah = step(self.rencana, lama, event, self.konteks)
        assert lama.dump() == tulisan, "a step changed the draft it was given"
        return langkah

    def _answer(self, efek: Efek) -> Iterator[Kejadian]:
        match efek:
            case PeriksaBerkas():
                yield self._looked_at(efek)
            case CariPenduduk(path):
                yield Dicari(path, self.naskah.cari)
            case KirimKode(path) if self.naskah.kode_ditolak:
                yield KodeDitolak(path, self.naskah.kode_ditolak)
            case KirimKode(path, alamat):
                yield KodeDikirim(path, f"Kode dikirim ke {alamat}.")
            case PeriksaKode(path, _, kode) if kode == self.naskah.kode:
                yield KodeCocok(path)
            case PeriksaKode(path):
                yield KodeSalah(path, "Kode belum cocok. Ketik kode dari e-mail terakhir.")
            case Ajukan() | Hapus():
                pass

    def _looked_at(self, efek: PeriksaBerkas) -> Diperiksa:
        """Look at a photo as the script says; what a phone does not name proves to be a JPEG."""
        nomor = int(efek.titipan.file_id.removeprefix("foto"))
        mime = "application/pdf" if efek.titipan.mime == "application/pdf" else "image/jpeg"
        cacat, ditolak = self.naskah.foto_cacat, self.naskah.foto_ditolak
        lunak = bool(cacat) and not efek.terakhir
        if ditolak or lunak:
            sebab = ditolak or words_foto.BERTANDA
            return Diperiksa(efek.path, None, sebab, contoh=cacat, lunak=lunak, lanjut=efek.lanjut)
        bacaan = self.naskah.bacaan if efek.baca else None
        baik = Unggahan(
            berkas=UUID(int=nomor), mime=mime, jejak=str(nomor), cacat=cacat, bacaan=bacaan
        )
        return Diperiksa(efek.path, baik, lanjut=efek.lanjut)

    def _heard(self, balasan: tuple[Balasan, ...]) -> None:
        self.balasan = balasan
        self.semua.extend(balasan)
