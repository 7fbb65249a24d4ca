"""What provinces are called in everyday writing: in no decree, and for searching only."""

from collections.abc import Mapping

SINGKATAN: Mapping[int, tuple[str, ...]] = {
    12: ("Sumut",),
    13: ("Sumbar",),
    16: ("Sumsel",),
    19: ("Babel", "Bangka Belitung"),
    21: ("Kepri",),
    31: ("DKI", "DKI Jakarta", "Jakarta"),
    32: ("Jabar",),
    33: ("Jateng",),
    34: ("DIY", "DI Yogyakarta", "Yogyakarta", "Jogja", "Jogjakarta"),
    35: ("Jatim",),
    52: ("NTB",),
    53: ("NTT",),
    61: ("Kalbar",),
    62: ("Kalteng",),
    63: ("Kalsel",),
    64: ("Kaltim",),
    65: ("Kaltara",),
    71: ("Sulut",),
    72: ("Sulteng",),
    73: ("Sulsel",),
    74: ("Sultra",),
    76: ("Sulbar",),
    82: ("Malut",),
}
