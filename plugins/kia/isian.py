"""What is asked for a child's card: of the applicant, and of the officer.

The child's family card, name and birth date are the proof; what the registry then holds is not
asked. Only where it does not answer, the applicant types the child and shows the family card.
"""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import Agama, Cari, F, Formulir, HasilCari, Sifat, Tanya, galat, jenis
from plugins.kia.akta import NomorAkta
from plugins.kia.kode import GolonganDarah, Hubungan, Sebab
from plugins.kia.umur import BERFOTO, still_a_child

BISA_KAWIN = 12
"""From this age on we ask whether the child is married, unless the registry tells it."""
BELUM_TERCATAT = F.tercatat != HasilCari.ADA
_DARAH = Tanya(
    "Apa golongan darah anak?",
    lewati="Tidak tahu",
    alias=("golongan darah", "gol darah", "gol. darah"),
)
_PAS_FOTO = Tanya(
    "Pas foto anak berwarna, ukuran 2×3: latar merah bila tahun lahirnya ganjil, latar biru bila "
    "tahun lahirnya genap",
    bantuan="Pas foto dicetak di kartu untuk anak 5 tahun ke atas. Wajah menghadap kamera, tidak "
    "tertutup, dan latarnya satu warna. Foto dari HP boleh.",
    bila=F.tanggal_lahir.usia >= BERFOTO,
    label="Pas foto anak",
)


class Anak(Formulir):
    """The child, and by what right somebody asks."""

    nomor_kk: Annotated[jenis.NomorKK, Tanya("Berapa nomor Kartu Keluarga (KK) anak?")]
    nama: Annotated[
        jenis.Nama,
        Tanya(
            "Siapa nama lengkap anak?",
            contoh="RAKA PUTRA SANTOSO",
            bantuan="Tulis nama anak persis seperti di KK atau akta kelahirannya.",
            label="Nama anak",
        ),
    ]
    tanggal_lahir: Annotated[
        jenis.TanggalLahir,
        Sifat("tanggal_lahir", pada=still_a_child),
        Tanya(
            "Kapan tanggal lahir anak?",
            contoh="17-08-2020",
            bantuan="Tulis tanggal, bulan, dan tahun lahir anak seperti di KK atau aktanya.",
            label="Tanggal lahir anak",
        ),
    ]
    tercatat: Annotated[
        HasilCari | None,
        Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="tanggal_lahir"),
    ] = None
    hubungan: Annotated[
        Hubungan | None,
        Tanya(
            "Apa hubungan Anda dengan anak ini?",
            bantuan="Kami belum menemukan nama dan tanggal lahir anak di KK itu. "
            "Tekan Kembali bila ada yang salah ketik.",
            bila=BELUM_TERCATAT,
        ),
    ] = None
    surat_kuasa: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kuasa F-1.07 yang sudah ditandatangani",
            bila=F.hubungan == Hubungan.KUASA,
            label="Surat kuasa F-1.07",
        ),
    ] = None
    kk: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KK anak",
            bila=BELUM_TERCATAT,
            label="KK anak",
            baca=("nomor_kk", "kepala_keluarga"),
        ),
    ] = None
    nik: Annotated[
        jenis.NIK | None,
        Tanya(
            "Berapa NIK anak?",
            contoh="3319991708200001",
            bantuan="NIK anak ada di KK, di kolom NIK pada baris namanya.",
            bila=BELUM_TERCATAT,
            label="NIK anak",
        ),
    ] = None
    jenis_kelamin: Annotated[
        jenis.JenisKelamin | None, Tanya("Apa jenis kelamin anak?", bila=BELUM_TERCATAT)
    ] = None
    tempat_lahir: Annotated[
        jenis.Baris | None,
        Tanya(
            "Di kabupaten atau kota mana anak lahir?",
            contoh="Kudus",
            bila=BELUM_TERCATAT,
            alias=("tempat lahir",),
        ),
    ] = None
    agama: Annotated[
        Agama | None, Tanya("Apa agama anak?", bila=BELUM_TERCATAT, alias=("agama",))
    ] = None
    kepala_keluarga: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama kepala keluarga di KK itu?",
            contoh="BUDI SANTOSO",
            bila=BELUM_TERCATAT,
            alias=("kepala keluarga", "nama kepala keluarga"),
        ),
    ] = None
    alamat: Annotated[
        jenis.Jalan | None, Tanya("Apa alamat yang tertulis di KK itu?", bila=BELUM_TERCATAT)
    ] = None
    rt_rw: Annotated[jenis.RtRw | None, Tanya("RT dan RW berapa?", bila=BELUM_TERCATAT)] = None
    desa: Annotated[
        jenis.Desa | None, Tanya("Apa nama desa atau kelurahannya?", bila=BELUM_TERCATAT)
    ] = None
    sudah_kawin: Annotated[
        bool | None,
        Tanya(
            "Apakah anak ini sudah pernah kawin?",
            bila=BELUM_TERCATAT & (F.tanggal_lahir.usia >= BISA_KAWIN),
            label="Sudah pernah kawin",
        ),
    ] = None

    @model_validator(mode="after")
    def unmarried(self) -> Self:
        """Refuse whoever is or was married: they have an adult's card (DOMAIN.md 3.8)."""
        if self.sudah_kawin:
            galat(
                "sudah_kawin",
                "KIA hanya untuk anak yang belum pernah kawin. Untuk KTP-el, datanglah ke Dinas "
                "atau kantor kecamatan untuk perekaman.",
            )
        return self


class KIABaru(Anak):
    """A first card, or the card with photo that follows at 5 years (Permendagri 2/2016)."""

    nomor_akta: Annotated[
        NomorAkta | None,
        Tanya("Berapa nomor akta kelahiran anak?", lewati="Kirim foto aktanya saja"),
    ] = None
    akta: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto kutipan akta kelahiran anak",
            bila=~F.nomor_akta.terisi,
            label="Kutipan akta kelahiran",
        ),
    ] = None
    golongan_darah: Annotated[GolonganDarah | None, _DARAH] = None
    ktp: Annotated[
        jenis.Foto, Tanya("Foto KTP-el ayah, ibu, atau wali anak", label="KTP-el orang tua")
    ]
    ktp_lain: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KTP-el orang tua yang satu lagi",
            lewati="Hanya satu orang tua atau wali",
            label="KTP-el orang tua kedua",
        ),
    ] = None
    pas_foto: Annotated[jenis.PasFoto | None, _PAS_FOTO] = None


class DenganSebab(Formulir):
    """Why another card is needed: the first question, before the child's own."""

    alasan: Annotated[Sebab, Tanya("Mengapa KIA perlu diganti?")]


class KIAGanti(Anak, DenganSebab):
    """Another print of a card that was lost or damaged."""

    surat_hilang: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kehilangan dari kepolisian",
            bila=F.alasan == Sebab.HILANG,
            label="Surat kehilangan dari kepolisian",
        ),
    ] = None
    kia_rusak: Annotated[
        jenis.Foto | None,
        Tanya("Foto KIA yang rusak", bila=F.alasan == Sebab.RUSAK, label="KIA yang rusak"),
    ] = None
    nomor_akta: Annotated[
        NomorAkta | None, Tanya("Berapa nomor akta kelahiran anak?", lewati="Saya tidak tahu")
    ] = None
    golongan_darah: Annotated[GolonganDarah | None, _DARAH] = None
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el ayah, ibu, atau wali anak", label="KTP-el")]
    pas_foto: Annotated[jenis.PasFoto | None, _PAS_FOTO] = None


Isian = KIABaru | KIAGanti


class KIAPetugas(Formulir):
    """What the officer adds at approval, if the applicant sent a photo instead of a number."""

    nomor_akta: Annotated[
        NomorAkta | None,
        Tanya("Berapa nomor akta kelahiran anak?", lewati="Menurut isian pemohon"),
    ] = None
