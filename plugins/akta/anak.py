"""What is asked about the child and its birth (F-2.01A; DOMAIN.md 5.4)."""

from typing import Annotated

from core.api import F, Formulir, Sifat, Tanya, jenis
from plugins.akta.kode import JenisKelahiran, Penolong, Tempat
from plugins.akta.nama import NamaBaru
from plugins.akta.telat import not_yet_born
from plugins.akta.ukur import Berat, KelahiranKe, Panjang, Pukul

TANPA_SURAT = ~F.surat_lahir.terisi
SUDAH_DI_KK = F.sudah_di_kk.in_(True)


class IsianAnak(Formulir):
    """The child. A name that a family card bears already is taken as it is recorded."""

    surat_lahir: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat keterangan lahir",
            bantuan="Surat dari rumah sakit, puskesmas, dokter, atau bidan; bila lahir di tempat "
            "lain, dari kepala desa atau lurah. Bila tidak ada, Anda menandatangani SPTJM F-2.03.",
            lewati="Tidak punya surat lahir",
            label="Surat keterangan lahir",
        ),
    ] = None
    tanggal_lahir: Annotated[
        jenis.TanggalLahir,
        Sifat("lahir_anak", pada=not_yet_born),
        Tanya(
            "Kapan tanggal lahir anak?",
            contoh="03-05-2026",
            bantuan="Kelahiran dilaporkan paling lambat 60 hari. Lewat dari itu akta tetap dapat "
            "dibuat, dengan keputusan Kepala Dinas dan tanpa sidang pengadilan.",
            alias=("tanggal lahir anak", "tgl lahir anak", "tanggal lahir", "tgl lahir"),
            label="Tanggal lahir anak",
        ),
    ]
    sudah_di_kk: Annotated[
        bool | None,
        Tanya(
            "Apakah nama anak sudah tertulis di KK?",
            bantuan="Nama yang sudah tertulis di KK tidak diubah. Untuk nama baru berlaku aturan "
            "Permendagri 73/2022.",
            bila=F.tanggal_lahir.usia >= 1,
            label="Sudah tertulis di KK",
        ),
    ] = None
    nama_anak: Annotated[
        NamaBaru | None,
        Tanya("Siapa nama lengkap anak?", bila=~SUDAH_DI_KK),
    ] = None
    nama_di_kk: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama lengkap anak, persis seperti di KK?",
            bila=SUDAH_DI_KK,
            label="Nama anak di KK",
        ),
    ] = None
    jenis_kelamin: Annotated[
        jenis.JenisKelamin,
        # A kind of its own: a remark on a parent's NIK must not compare it with the child's sex.
        Sifat("kelamin_anak"),
        Tanya("Apa jenis kelamin anak?", label="Jenis kelamin anak"),
    ]
    tempat_dilahirkan: Annotated[
        Tempat, Tanya("Anak lahir di tempat apa?", alias=("tempat dilahirkan",))
    ]
    tempat_kelahiran: Annotated[
        jenis.KabupatenNasional,
        Tanya(
            "Di kabupaten atau kota mana anak lahir?",
            alias=("tempat kelahiran", "tempat lahir", "tempat lahir anak"),
        ),
    ]
    pukul: Pukul
    jenis_kelahiran: Annotated[
        JenisKelahiran,
        Tanya(
            "Apakah anak lahir tunggal atau kembar?",
            bantuan="Tiap anak kembar punya akta sendiri: ajukan satu per satu.",
            alias=("jenis kelahiran",),
        ),
    ]
    kelahiran_ke: KelahiranKe
    penolong: Annotated[
        Penolong, Tanya("Siapa yang menolong kelahirannya?", alias=("penolong", "penolong lahir"))
    ]
    nama_penolong: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama penolong kelahirannya?",
            contoh="SRI WAHYUNI",
            bantuan="Nama penolong ditulis di SPTJM F-2.03.",
            bila=TANPA_SURAT,
            lewati="Tidak ada atau tidak tahu",
            alias=("nama penolong",),
            label="Nama penolong",
        ),
    ] = None
    berat: Berat
    panjang: Panjang

    @property
    def nama(self) -> str:
        """Give the child's name, new or recorded; empty as long as it is not answered."""
        return self.nama_di_kk or self.nama_anak or ""
