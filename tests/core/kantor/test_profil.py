"""What the profile answers: who may, how a service is given, when the counter is open."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from core.kantor import Cara, Kantor, Peran, load_kantor


@pytest.fixture(scope="module")
def kantor() -> Kantor:
    return load_kantor(Path("offices/contoh.toml"))


@pytest.fixture(scope="module")
def penajam() -> Kantor:
    return load_kantor(Path("offices/penajam.toml"))


def test_an_officer_is_known_by_the_telegram_id(kantor: Kantor) -> None:
    petugas = kantor.petugas(700000003)
    assert petugas is not None
    assert petugas.nama == "Wulan"


@pytest.mark.parametrize("stranger", [0, -700000003, 123, -1007000000001])
def test_nobody_else_in_the_world_is_an_officer(kantor: Kantor, stranger: int) -> None:
    assert kantor.petugas(stranger) is None


def test_an_officer_has_the_roles_of_the_file_and_no_other(kantor: Kantor) -> None:
    rina, wulan = kantor.petugas(700000001), kantor.petugas(700000003)
    assert rina is not None
    assert wulan is not None
    assert rina.berperan(Peran.VERIFIKATOR)
    assert rina.berperan("loket")
    assert not rina.berperan(Peran.KEPALA)
    assert not wulan.berperan("verifikator")
    assert not wulan.berperan("raja")


def test_a_profile_cannot_be_changed_while_it_serves(kantor: Kantor) -> None:
    with pytest.raises(ValidationError):
        kantor.alamat = "di tempat lain"  # type: ignore[misc]


def test_the_demo_lacks_nothing(kantor: Kantor) -> None:
    assert kantor.kekurangan() == ()


def test_a_template_says_what_it_lacks(penajam: Kantor) -> None:
    assert "setelan petugas belum memuat seorang penyetuju" in penajam.kekurangan()
    assert "setelan telegram.admin belum diisi" in penajam.kekurangan()


def test_a_service_that_the_file_names_follows_its_own_rule(penajam: Kantor) -> None:
    assert penajam.aturan("legalisir").cara is Cara.TATAP_MUKA
    assert penajam.aturan("kk-ganti").cara is Cara.ONLINE


def test_a_service_is_closed_where_the_file_says_nothing(kantor: Kantor) -> None:
    silent = Kantor.model_fields["layanan_lain"].default
    assert silent.cara is Cara.TUTUP


def test_a_document_carries_the_name_of_the_office_and_its_head(kantor: Kantor) -> None:
    kepala = kantor.kepala_surat()
    assert kepala.nama_dinas == kantor.nama_dinas
    assert kepala.kepala_nama == "Drs. CONTOH NAMA KEPALA, M.Si."
    assert kepala.kepala_nip == "19700101 199003 1 001"
    assert kepala.tempat == "Kudus"


def test_the_office_writes_its_own_time(kantor: Kantor, penajam: Kantor) -> None:
    moment = datetime(2026, 11, 22, 6, 4, tzinfo=UTC)
    assert kantor.kalimat_waktu(moment) == "22 November 2026 pukul 13.04 WIB"
    assert penajam.kalimat_waktu(moment) == "22 November 2026 pukul 14.04 WITA"


def test_the_office_date_turns_at_its_own_midnight(kantor: Kantor, penajam: Kantor) -> None:
    moment = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert kantor.tanggal_setempat(moment) == date(2026, 11, 22)
    assert penajam.tanggal_setempat(moment) == date(2026, 11, 23)


def test_a_moment_without_a_zone_is_a_mistake(kantor: Kantor) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        kantor.waktu_setempat(datetime(2026, 11, 22, 6, 4))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("moment", "terbuka"),
    [
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), True),  # Senin 07.30
        (datetime(2026, 11, 23, 0, 29, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 8, 30, tzinfo=UTC), False),  # Senin 15.30
        (datetime(2026, 11, 27, 5, 0, tzinfo=UTC), False),  # Jumat 12.00
        (datetime(2026, 11, 27, 6, 0, tzinfo=UTC), True),  # Jumat 13.00
        (datetime(2026, 11, 22, 4, 0, tzinfo=UTC), False),  # Minggu
        (datetime(2026, 12, 25, 2, 0, tzinfo=UTC), False),  # Natal, Jumat
    ],
)
def test_the_counter_is_open_in_its_hours_only(
    kantor: Kantor, moment: datetime, terbuka: bool
) -> None:
    assert kantor.buka(moment) is terbuka


def test_a_holiday_has_no_hours(kantor: Kantor) -> None:
    assert kantor.jam_pada(date(2026, 12, 25)) == ()
    assert [str(jam) for jam in kantor.jam_pada(date(2026, 12, 23))] == ["07.30-15.30"]


@pytest.mark.parametrize(
    ("sejak", "tenggat"),
    [
        # Senin 10.00 -> Selasa 10.00
        (datetime(2026, 11, 23, 3, tzinfo=UTC), datetime(2026, 11, 24, 3, tzinfo=UTC)),
        # Jumat 10.00: Sabtu dan Minggu tidak dihitung -> Senin 10.00
        (datetime(2026, 11, 27, 3, tzinfo=UTC), datetime(2026, 11, 30, 3, tzinfo=UTC)),
        # Minggu: hitungan mulai Senin 00.00
        (datetime(2026, 11, 22, 6, tzinfo=UTC), datetime(2026, 11, 23, 17, tzinfo=UTC)),
        # Rabu 23 Desember 10.00: cuti bersama, Natal, Sabtu, Minggu -> Senin 10.00
        (datetime(2026, 12, 23, 3, tzinfo=UTC), datetime(2026, 12, 28, 3, tzinfo=UTC)),
    ],
)
def test_a_promise_does_not_count_closed_days(
    kantor: Kantor, sejak: datetime, tenggat: datetime
) -> None:
    assert kantor.tenggat("kk-ganti", sejak) == tenggat


def test_a_promise_ends_even_if_the_office_never_opens(kantor: Kantor) -> None:
    shut = kantor.model_copy(
        update={"jam_layanan": kantor.jam_layanan.model_copy(update=dict.fromkeys(HARI, ()))}
    )
    sejak = datetime(2026, 11, 23, 3, tzinfo=UTC)
    assert shut.tenggat("kk-ganti", sejak) > sejak


HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def test_an_appointment_is_written_with_its_weekday(kantor: Kantor) -> None:
    moment = datetime(2026, 11, 24, 2, 15, tzinfo=UTC)
    assert kantor.kalimat_janji(moment) == "Selasa, 24 November 2026 pukul 09.15 WIB"


def test_an_office_that_says_nothing_about_appointments_has_the_usual_rule(
    kantor: Kantor,
) -> None:
    rule = Kantor.model_fields["janji"].default
    assert rule == kantor.janji
    assert (rule.slot_menit, rule.tempat_per_slot) == (15, 2)
    assert (rule.hari_ke_depan, rule.paling_cepat_jam) == (14, 2)
