"""The population registry, seen through a port: who holds a number, and is it proven."""

from core.penduduk.bukti import cocok
from core.penduduk.diam import PendudukDiam
from core.penduduk.pencarian import find_family, find_person
from core.penduduk.port import DataPenduduk, JawabanKeluarga, JawabanOrang, TidakAda, TidakMenjawab
from core.penduduk.tabel import DataPendudukSalah, PendudukCsv
from core.penduduk.tenggat import BerbatasWaktu

__all__ = [
    "BerbatasWaktu",
    "DataPenduduk",
    "DataPendudukSalah",
    "JawabanKeluarga",
    "JawabanOrang",
    "PendudukCsv",
    "PendudukDiam",
    "TidakAda",
    "TidakMenjawab",
    "cocok",
    "find_family",
    "find_person",
]
