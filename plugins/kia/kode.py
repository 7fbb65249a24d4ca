"""The closed lists of the child's card; official keys where there are any (DOMAIN.md 6)."""

from core.api import Pilihan


class GolonganDarah(Pilihan):
    """Blood group (annex of F-1.01, codes 1 to 12); code 13, unknown, is the skip button."""

    A = "1", "A"
    B = "2", "B"
    AB = "3", "AB"
    O = "4", "O"  # noqa: E741  # the group's own letter
    A_PLUS = "5", "A+"
    A_MINUS = "6", "A-"
    B_PLUS = "7", "B+"
    B_MINUS = "8", "B-"
    AB_PLUS = "9", "AB+"
    AB_MINUS = "10", "AB-"
    O_PLUS = "11", "O+"
    O_MINUS = "12", "O-"


class Hubungan(Pilihan):
    """By what right somebody asks for a child whom the registry does not show."""

    AYAH = "ayah", "Saya ayahnya"
    IBU = "ibu", "Saya ibunya"
    WALI = "wali", "Saya walinya"
    KUASA = "kuasa", "Saya diberi kuasa oleh orang tuanya"


class Sebab(Pilihan):
    """Why another card is needed."""

    HILANG = "hilang", "KIA hilang"
    RUSAK = "rusak", "KIA rusak"
