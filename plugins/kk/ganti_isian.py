"""What is asked for another print of a family card: of the applicant, and of the officer."""

from typing import Annotated

from core.api import Cari, F, Formulir, HasilCari, Pilihan, Tanya, Ulang, jenis
from plugins.kk.keluarga import JUMLAH_MAKSIMAL, KodePos
from plugins.kk.orang import Anggota, Penduduk


class Sebab(Pilihan):
    """Why another print is needed."""

    HILANG = "hilang", "KK hilang"
    RUSAK = "rusak", "KK rusak"


class Hubungan(Pilihan):
    """By what right somebody asks whom the registry did not recognise as a member."""

    ANGGOTA = "anggota", "Saya anggota keluarga ini"
    KUASA = "kuasa", "Saya diberi kuasa (F-1.07)"


class Sumber(Pilihan):
    """Where the printed family comes from."""

    CATATAN = "catatan", "Dari catatan kependudukan"
    KETIK = "ketik", "Saya ketik sendiri"


class GantiKK(Formulir):
    """What the applicant is asked. The requirements are those of Perpres 96/2018 Pasal 13."""

    alasan: Annotated[Sebab, Tanya("Mengapa KK perlu diganti?")]
    nomor_kk: jenis.NomorKK
    nama: Annotated[
        jenis.Nama, Tanya("Siapa nama lengkap Anda, seperti di KTP-el?", label="Nama pemohon")
    ]
    tanggal_lahir: jenis.TanggalLahir
    keanggotaan: Annotated[
        HasilCari | None,
        Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="tanggal_lahir"),
    ] = None
    hubungan: Annotated[
        Hubungan | None,
        Tanya(
            "Apa hubungan Anda dengan keluarga di KK ini?",
            bantuan="Kami tidak menemukan nama dan tanggal lahir Anda di KK itu. "
            "Tekan Kembali bila ada yang salah ketik.",
            bila=F.keanggotaan != HasilCari.ADA,
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
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el Anda", label="KTP-el pemohon", baca=("nama",))]
    surat_hilang: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kehilangan dari kepolisian",
            bila=F.alasan == Sebab.HILANG,
            label="Surat kehilangan dari kepolisian",
        ),
    ] = None
    kk_rusak: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KK yang rusak",
            bila=F.alasan == Sebab.RUSAK,
            label="KK yang rusak",
            baca=("nomor_kk",),
        ),
    ] = None


_KETIK = F.sumber == Sumber.KETIK


class GantiKKPetugas(Formulir):
    """What the officer adds at approval.

    When the registry holds the family, one tap and nothing else. When it is silent, the officer
    types the card, or pastes it as "label: isi" lines; the groups are asked only then.
    """

    sumber: Annotated[Sumber, Tanya("Data keluarga yang dicetak diambil dari mana?")]
    alamat: Annotated[jenis.Jalan | None, Tanya("Apa alamat di KK?", bila=_KETIK)] = None
    rt_rw: Annotated[jenis.RtRw | None, Tanya("RT dan RW berapa?", bila=_KETIK)] = None
    desa: Annotated[jenis.Desa | None, Tanya("Desa atau kelurahan apa?", bila=_KETIK)] = None
    kode_pos: Annotated[
        KodePos | None,
        Tanya("Berapa kode posnya?", bila=_KETIK, lewati="Menurut daftar desa"),
    ] = None
    kepala: Annotated[
        list[Penduduk] | None, Ulang("Kepala keluarga", minimal=1, maksimal=1, bila=_KETIK)
    ] = None
    anggota: Annotated[
        list[Anggota] | None,
        Ulang(
            "Anggota keluarga lainnya, menurut urutan di KK",
            maksimal=JUMLAH_MAKSIMAL - 1,
            judul="{nama}",
            bila=_KETIK,
        ),
    ] = None
