"""Closed lists of the national forms that several services ask from (DOMAIN.md 6)."""

from core.api.pilihan import Pilihan


class Agama(Pilihan):
    """Religion (annex of F-1.01). The seventh follows MK 97/PUU-XIV/2016."""

    ISLAM = "1", "Islam"
    KRISTEN = "2", "Kristen"
    KATHOLIK = "3", "Katholik"
    HINDU = "4", "Hindu"
    BUDHA = "5", "Budha"
    KONG_HU_CU = "6", "Kong Hu Cu"
    KEPERCAYAAN = "7", "Kepercayaan terhadap Tuhan YME"
