"""A fault of an office file is one sentence naming file and setting, and quotes nothing."""

import re
import tomllib
from pathlib import Path

import pytest

from core.kantor import PengaturanSalah, load_kantor
from core.settings import SettingsFault

CONTOH = Path("offices/contoh.toml")


def written(folder: Path, before: str, after: str) -> Path:
    """Copy the demo's office with one change; its villages stay where they are."""
    text = CONTOH.read_text("utf-8")
    assert before in text, "an unchanged file proves nothing"
    villages = (CONTOH.parent / "wilayah" / "33.19.csv").resolve()
    text = text.replace(before, after, 1).replace('"wilayah/33.19.csv"', f'"{villages}"')
    path = folder / "kantor.toml"
    path.write_text(text, "utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(PengaturanSalah) as caught:
        load_kantor(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


FAULTS = [
    ('zona = "Asia/Jakarta"', "", "setelan zona belum diisi"),
    ('zona = "Asia/Jakarta"', 'zona = "Europe/Berlin"', "setelan zona harus salah satu dari"),
    ('skema = "2019"', 'skema = "2020"', "setelan skema harus salah satu dari '2019' atau '2026'"),
    (
        "berlaku_tautan_hari = 14",
        "berlaku_tautan_hari = 31",
        "berlaku_tautan_hari paling besar 30",
    ),
    ("berlaku_tautan_hari = 14", 'berlaku_tautan_hari = "14"', "harus berupa angka bulat"),
    ("berlaku_tautan_hari = 14", "berlaku_tautan_hari = true", "harus berupa angka bulat"),
    ("berlaku_tautan_hari", "berlaku_tautan_hri", "berlaku_tautan_hri tidak dikenal"),
    ('kode_wilayah = "33.19"', 'kode_wilayah = "3319"', "kode_wilayah tidak ditulis dengan benar"),
    ('kode_wilayah = "33.19"', 'kode_wilayah = "64.09"', "bukan kode desa di wilayah 64.09"),
    ('surel = "dukcapil@kudus.example"', 'surel = "dukcapil"', "setelan surel tidak ditulis"),
    ('nama_dinas = "D', "nama_dinas = 5 #", "setelan nama_dinas harus berupa teks"),
    ('peran = ["kepala", "penyetuju"]', 'peran = ["bupati"]', "setelan petugas nomor 3.peran"),
    (
        'peran = ["kepala", "penyetuju"]',
        "peran = []",
        "setelan petugas nomor 3.peran masih kosong",
    ),
    ("id = 700000003", "id = 700000001", "id Telegram yang sama lebih dari sekali"),
    ("id = 700000003", 'id = "700000003"', "setelan petugas nomor 3.id harus berupa angka"),
    ("admin = -1007000000001", "admin = 700000001", "setelan telegram.admin paling besar 0"),
    ('cara = "online"', 'cara = "daring"', "setelan layanan_lain.cara harus salah satu dari"),
    (
        'senin = "07.30-15.30"',
        'senin = "07.30"',
        "setelan jam_layanan.senin harus ditulis seperti",
    ),
    ('senin = "07.30-15.30"', 'senin = "25.00-26.00"', "senin memuat jam yang tidak ada"),
    ('senin = "07.30-15.30"', 'senin = "15.30-07.30"', "tidak sesudah jam buka"),
    ('"07.30-11.00, 13.00-15.30"', '"07.30-12.00, 11.00-15.00"', "tumpang tindih"),
    ("2026-01-01,", '"Tahun Baru",', "setelan hari_libur"),
    ('nip = "19700101', 'nip = "NIP 19700101', "setelan kepala_dinas.nip tidak ditulis"),
    ("slot_menit = 15", "slot_menit = 4", "setelan janji.slot_menit paling kecil 5"),
    ("slot_menit = 15", 'slot_menit = "15"', "setelan janji.slot_menit harus berupa angka"),
    ("tempat_per_slot = 2", "tempat_per_slot = 0", "janji.tempat_per_slot paling kecil 1"),
    ("hari_ke_depan = 14", "hari_ke_depan = 91", "setelan janji.hari_ke_depan paling besar 90"),
    ("pemohon_jam = 0", "pemohon_jam = 73", "setelan pratinjau.pemohon_jam paling besar 72"),
    ("pemohon_jam = 0", "pemohon_hari = 1", "setelan pratinjau.pemohon_hari tidak dikenal"),
    ("paling_cepat_jam = 2", "paling_cepat = 2", "setelan janji.paling_cepat tidak dikenal"),
    ("[kepala_dinas]", "[kepala_dinas", "bukan penulisan TOML yang benar"),
    ('skema = "2019"', 'skema = "2019', "bukan penulisan TOML yang benar"),
    ('desa = "wilayah/33.19.csv"', "desa = 3", "setelan desa harus berupa nama berkas CSV"),
    ('desa = "wilayah/33.19.csv"', 'desa = "tiada.csv"', "tiada.csv: berkas tidak ada"),
]


@pytest.mark.parametrize(("before", "after", "expected"), FAULTS)
def test_a_fault_is_one_sentence_naming_the_setting(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    assert expected in refusal(written(tmp_path, before, after))


def test_appointments_longer_than_any_opening_hours_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "slot_menit = 15", "slot_menit = 40")
    text = path.read_text("utf-8").replace('"07.30-15.30"', '"07.30-08.00"')
    path.write_text(text.replace('"07.30-11.00, 13.00-15.30"', '"tutup"'), "utf-8")
    assert "janji.slot_menit lebih lama daripada semua jam_layanan" in refusal(path)


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'skema = "2019"', "")
    assert refusal(path).startswith("kantor.toml: ")


def test_a_fault_never_quotes_what_the_file_holds(tmp_path: Path) -> None:
    path = written(tmp_path, 'nip = "19700101', 'nip = "rahasia 19700101')
    with pytest.raises(PengaturanSalah) as caught:
        load_kantor(path)
    assert "rahasia" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_line_of_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rusak.toml"
    path.write_text('nama_dinas = "D"\n= 3\n', "utf-8")
    assert refusal(path) == "rusak.toml baris 2: bukan penulisan TOML yang benar."


@pytest.mark.parametrize(
    ("content", "expected"),
    [(None, "tidak ada atau tidak dapat dibaca"), (b"\xff\xfe\x00", "teks UTF-8")],
)
def test_a_file_that_is_missing_or_not_text_is_refused(
    tmp_path: Path, content: bytes | None, expected: str
) -> None:
    path = tmp_path / "kantor.toml"
    if content is not None:
        path.write_bytes(content)
    assert expected in refusal(path)


def test_whoever_catches_a_fault_of_the_settings_catches_this_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault):
        load_kantor(tmp_path / "tiada.toml")


def test_a_misspelt_setting_never_passes_unnoticed(tmp_path: Path) -> None:
    text = CONTOH.read_text("utf-8")
    names = [name for name in tomllib.loads(text) if name != "desa"]
    assert len(names) > 10, "an empty walk proves nothing"
    for name in names:
        line = re.search(rf"^(\[*){name}\b", text, re.MULTILINE)
        assert line is not None
        sentence = refusal(written(tmp_path, f"\n{line[0]}", f"\n{line[0]}_salah"))
        assert "tidak dikenal" in sentence or "belum diisi" in sentence
