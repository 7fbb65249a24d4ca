"""An area is read as people write it."""

from core.api import Tempat

BAE = Tempat("33.19.07.2010", "Jawa Tengah", "Kudus", "Bae", "Bae")


def test_a_village_is_written_with_all_that_holds_it() -> None:
    assert BAE.alamat == "Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah"
    assert BAE.singkat == "Bae, Bae, Kab. Kudus"
    assert BAE.kabupaten_kota == "Kabupaten Kudus"


def test_levels_below_its_own_are_left_out() -> None:
    kota = Tempat("33.74", "Jawa Tengah", "Semarang", jenis_kabupaten="Kota")
    assert kota.alamat == kota.singkat == "Kota Semarang, Jawa Tengah"
    assert (kota.kecamatan, kota.desa) == ("", "")
    provinsi = Tempat("33", "Jawa Tengah")
    assert (provinsi.alamat, provinsi.kabupaten_kota) == ("Jawa Tengah", "")


def test_a_kind_that_the_name_already_bears_is_not_written_twice() -> None:
    yoboi = Tempat("91.03.01.3001", "Papua", "Jayapura", "Sentani", "Desa Adat Yoboi",
                   jenis_desa="Desa Adat")  # fmt: skip
    assert yoboi.alamat.startswith("Desa Adat Yoboi, Kec. Sentani")
