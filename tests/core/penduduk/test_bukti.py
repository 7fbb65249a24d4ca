"""Proof forgives how people write, never what they say."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.api import Orang
from core.penduduk import cocok
from core.penduduk.bukti import same_name

LAHIR = date(1990, 8, 17)


def orang(nama: str) -> Orang:
    return Orang(
        nik="3319991708900001",
        nama=nama,
        jenis_kelamin="LAKI-LAKI",
        tempat_lahir="KUDUS",
        tanggal_lahir=LAHIR,
        agama="ISLAM",
        pendidikan="SLTA/SEDERAJAT",
        pekerjaan="WIRASWASTA",
        golongan_darah="O",
        status_perkawinan="BELUM KAWIN",
        tanggal_perkawinan=None,
        shdk="KEPALA KELUARGA",
        ayah="SUPARMAN",
        ibu="SULASTRI",
        nomor_kk="3319990108160001",
    )


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("BUDI SANTOSO", "budi santoso"),
        ("BUDI SANTOSO", "  Budi   Santoso "),
        ("BUDI SANTOSO", "Budi-Santoso"),
        ("SITI NURAINI", "Siti Nur Aini"),
        ("NUR'AINI", "Nuraini"),
        ("NURAINI", "Nur’aini"),
        ("MUHAMMAD SYAFI'I", "muhammad syafii"),
        ("RENE", "René"),
        ("BUDI SANTOSO", "\uff22\uff55\uff44\uff49 Santoso"),
        ("BUDI SANTOSO", "Budi\u200b Santoso"),
        ("BUDI SANTOSO", "Drs. Budi Santoso, M.Si."),
        ("H. AHMAD FAUZI, S.PD.", "Ahmad Fauzi"),
        ("AHMAD FAUZI", "H. Ahmad Fauzi S. Pd."),
        ("AHMAD FAUZI", "Dr.H.Ahmad Fauzi,S.Pd.,M.Kes."),
        ("AHMAD FAUZI", "Ahmad Fauzi SPd"),
        ("AHMAD FAUZI", "bapak Ahmad Fauzi"),
        ("SARIJAH", "Hj. Sarijah"),
        ("LIE MA", "lie ma"),
    ],
)
def test_a_name_is_recognised_however_it_is_written(recorded: str, typed: str) -> None:
    assert same_name(recorded, typed)


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("BUDI SANTOSO", "Budi"),
        ("BUDI SANTOSO", "Santoso"),
        ("BUDI SANTOSO", "Santoso Budi"),
        ("BUDI SANTOSO", "Budi Santosa"),
        ("BUDI SANTOSO", "B. Santoso"),
        ("MUHAMMAD YUSUF", "M. Yusuf"),
        ("LIE MA", "Lie"),
        ("H", "Hj."),
        ("", ""),
        ("-", "'"),
        ("BUDI SANTOSO", ""),
        ("BUDI SANTOSO", "王小明"),
        ("HASAN", "ASAN"),
        ("IRMA", "MA"),
        ("DRAJAT", "JAT"),
        ("BUDI SANTOSO" * 40, "BUDI SANTOSO" * 40),
    ],
)
def test_another_name_is_another_name(recorded: str, typed: str) -> None:
    assert not same_name(recorded, typed)


def test_the_right_name_with_another_birth_date_proves_nothing() -> None:
    assert cocok(orang("BUDI SANTOSO"), "Budi Santoso", LAHIR)
    assert not cocok(orang("BUDI SANTOSO"), "Budi Santoso", LAHIR + timedelta(days=1))


NAMA = st.lists(
    st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=12), min_size=1, max_size=5
).map(" ".join)


@given(nama=NAMA, spaces=st.integers(1, 4), lower=st.booleans(), title=st.booleans())
def test_case_spaces_and_titles_never_matter(
    nama: str, spaces: int, lower: bool, title: bool
) -> None:
    typed = (" " * spaces).join(nama.split())
    typed = f"Ir. {typed}, M.T." if title else typed
    assert same_name(nama, typed.lower() if lower else typed)


@given(nama=NAMA, other=NAMA)
def test_different_letters_are_a_different_person(nama: str, other: str) -> None:
    assume(nama.replace(" ", "") != other.replace(" ", ""))
    # A last word that is itself a title may be left out; such names are not drawn here.
    assume(
        not any(set(each.split()) & {"BAPAK", "NERS", "PROF", "SDRI"} for each in (nama, other))
    )
    assume(not any(each.split()[-1] in TITLES for each in (nama, other)))
    assert not same_name(nama, other)


TITLES = {
    *("SHUM", "SHUT", "SFARM", "SIKOM", "SKED", "SKEP", "SKOM", "SPDI", "SPSI", "SSOS", "SSTP"),
    *("STRKEB", "STRKEP", "MHUM", "MKES", "MKOM", "MPDI", "MPSI", "AMDKEB", "AMDKEP", "AMDKOM"),
    *("AMAPD", "AMAPKG", "NERS", "SPOG", "SPPD"),
}


@given(junk=st.text(max_size=250), other=st.text(max_size=250))
def test_no_text_breaks_the_comparison(junk: str, other: str) -> None:
    assert same_name(junk, other) == same_name(other, junk)
    assert not same_name(junk, "")
