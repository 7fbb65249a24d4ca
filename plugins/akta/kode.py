"""The closed lists of a birth (F-2.01A; DOMAIN.md 5.4); keys are the form's own numbers."""

from core.api import Pilihan


class OrangTua(Pilihan):
    """What the family can show of the parents' marriage: it decides whom the deed names."""

    NIKAH = "nikah", "Ayah dan ibu, ada bukti nikah"
    SPTJM = "sptjm", "Ayah dan ibu, tanpa bukti nikah"
    IBU = "ibu", "Hanya ibu"


class Tempat(Pilihan):
    """Kind of place where the child was born."""

    RUMAH_SAKIT = "1", "RS atau rumah bersalin"
    PUSKESMAS = "2", "Puskesmas"
    POLINDES = "3", "Polindes"
    RUMAH = "4", "Rumah"
    LAINNYA = "5", "Lainnya"


class JenisKelahiran(Pilihan):
    """How many children were born together."""

    TUNGGAL = "1", "Tunggal"
    KEMBAR_2 = "2", "Kembar 2"
    KEMBAR_3 = "3", "Kembar 3"
    KEMBAR_4 = "4", "Kembar 4"
    LAINNYA = "5", "Lainnya"


class Penolong(Pilihan):
    """Who helped at the birth."""

    DOKTER = "1", "Dokter"
    BIDAN = "2", "Bidan atau perawat"
    DUKUN = "3", "Dukun"
    LAINNYA = "4", "Lainnya"


class Kewarganegaraan(Pilihan):
    """Whether a witness is a citizen."""

    WNI = "WNI", "WNI"
    WNA = "WNA", "WNA"


class Pelapor(Pilihan):
    """By what right somebody reports a birth."""

    IBU = "ibu", "Saya ibunya"
    AYAH = "ayah", "Saya ayahnya"
    KELUARGA = "keluarga", "Saya keluarganya"
    KUASA = "kuasa", "Saya diberi kuasa"


class Kalimat(Pilihan):
    """Which sentence the deed bears about the parents (DOMAIN.md 7.3); the officer decides."""

    NIKAH = "nikah", "Ayah dan ibu, perkawinan tercatat"
    SPTJM = "sptjm", "Ayah dan ibu, perkawinan belum tercatat (SPTJM)"
    IBU = "ibu", "Anak seorang ibu"
    TEMUAN = "temuan", "Asal usul dan orang tua tidak diketahui"
