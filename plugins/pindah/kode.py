"""The closed lists of F-1.03 (DOMAIN.md 5.3); keys are the form's numbers where there are any."""

from core.api import Pilihan


class AlasanPindah(Pilihan):
    """Why somebody moves."""

    PEKERJAAN = "1", "Pekerjaan"
    PENDIDIKAN = "2", "Pendidikan"
    KEAMANAN = "3", "Keamanan"
    KESEHATAN = "4", "Kesehatan"
    PERUMAHAN = "5", "Perumahan"
    KELUARGA = "6", "Keluarga"
    LAINNYA = "7", "Lainnya"


class Siapa(Pilihan):
    """Who moves, in a citizen's words; with the list of names it gives the form's kind."""

    SEMUA = "semua", "Semua orang di satu KK"
    KEPALA = "kepala", "Kepala keluarga, dan ada yang tetap tinggal"
    ANGGOTA = "anggota", "Anggota saja, kepala keluarga tetap tinggal"


class JenisPindah(Pilihan):
    """The four kinds of move of the form; never asked, always derived."""

    KEPALA = "1", "Kepala Keluarga"
    SEMUA = "2", "Kepala Keluarga dan Seluruh Anggota Keluarga"
    SEBAGIAN = "3", "Kepala Keluarga dan Sebagian Anggota Keluarga"
    ANGGOTA = "4", "Anggota Keluarga"


class StatusKK(Pilihan):
    """What becomes of a family card, for those who stay and for those who move."""

    NUMPANG = "1", "Numpang KK"
    BARU = "2", "Membuat KK Baru"
    TETAP = "3", "Nomor KK Tetap"


class Tinggal(Pilihan):
    """What those do whom the head of the family leaves behind."""

    KEPALA_BARU = "kepala", "Salah satu dari mereka menjadi kepala keluarga"
    WALI = "wali", "Semua di bawah 17 tahun: wali menjadi kepala keluarga"
    NUMPANG = "numpang", "Semua pindah ke KK orang lain"

    @property
    def status(self) -> StatusKK:
        """The form's box."""
        return StatusKK.NUMPANG if self is Tinggal.NUMPANG else StatusKK.BARU


class KKKepala(Pilihan):
    """What card the head of a family, and whoever comes along, will have at the destination."""

    TETAP = "3", "KK dengan nomor yang sama"
    BARU = "2", "KK baru"
    NUMPANG = "1", "Menumpang di KK orang lain"


class KKAnggota(Pilihan):
    """The same for members who leave without the head: the number stays with the head."""

    BARU = "2", "KK baru"
    NUMPANG = "1", "Menumpang di KK orang lain"


class Sebagai(Pilihan):
    """By what right somebody asks for a family whom the registry does not show."""

    KEPALA = "kepala", "Saya kepala keluarganya"
    ANGGOTA = "anggota", "Saya anggota keluarganya"
    KUASA = "kuasa", "Saya diberi kuasa (F-1.07)"
