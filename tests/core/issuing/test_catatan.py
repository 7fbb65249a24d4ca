"""What the officer saw is kept and read back whole."""

from datetime import date

from core.api import Keluarga, Orang
from core.issuing import catatan

SITI = Orang(
    nik="3319996104920001",
    nama="SITI AMINAH",
    jenis_kelamin="PEREMPUAN",
    tempat_lahir="KUDUS",
    tanggal_lahir=date(1992, 4, 21),
    agama="ISLAM",
    pendidikan="DIPLOMA IV/STRATA I",
    pekerjaan="GURU",
    golongan_darah="B",
    status_perkawinan="KAWIN TERCATAT",
    tanggal_perkawinan=None,
    shdk="ISTRI",
    ayah="NGADIMIN",
    ibu="RUKMINI",
    nomor_kk="3319990108160001",
)
FAMILY = Keluarga(
    "3319990108160001", "BUDI", "JL. KENARI", "009", "005", "59327", "BAE", "BAE", "KUDUS",
    "JAWA TENGAH", (SITI,),
)  # fmt: skip


def test_families_and_people_come_back_as_they_were() -> None:
    found: dict[str, Keluarga | Orang] = {"keanggotaan": FAMILY, "anggota[0].tercatat": SITI}
    assert catatan.load(catatan.dump(found)) == found


def test_nothing_found_comes_back_as_nothing() -> None:
    assert catatan.load(catatan.dump({})) == {}
