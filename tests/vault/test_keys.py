import shutil
from pathlib import Path

import pytest

from vault import (
    KeyRefused,
    KunciKerja,
    KunciWeb,
    check_folders,
    create_keys,
    fingerprints,
    load_key,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_keys(tmp_path / "kunci")
    return tmp_path / "kunci"


def test_the_site_holds_one_key_and_the_worker_holds_all(folder: Path) -> None:
    assert [file.name for file in (folder / "web").iterdir()] == ["k_web"]
    names = {file.name for file in (folder / "kerja").iterdir()}
    expected = {"k_app", "k_data", "k_idx", "k_otp", "k_audit", "k_web", "arsip.sk", "arsip.pk"}
    assert names == expected


def test_both_bundles_load_and_share_the_sites_key(folder: Path) -> None:
    kerja, web = KunciKerja.load(folder / "kerja"), KunciWeb.load(folder / "web")
    assert kerja.k_web == web.k_web
    assert kerja.arsip_sk.public_key() == kerja.arsip_pk


def test_a_bundle_never_prints_its_keys(folder: Path) -> None:
    kerja = KunciKerja.load(folder / "kerja")
    assert repr(kerja.k_app) not in repr(kerja)
    assert kerja.k_app.hex() not in repr(kerja)


def test_keys_are_never_replaced(folder: Path) -> None:
    with pytest.raises(KeyRefused, match="tidak pernah diganti"):
        create_keys(folder)


def test_every_file_is_readable_by_its_owner_only(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) == 9
    assert {file.stat().st_mode & 0o777 for file in files} == {0o400}


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o644, 0o660])
def test_s22_a_key_that_others_can_read_is_refused_by_name(folder: Path, mode: int) -> None:
    file = folder / "kerja" / "k_app"
    file.chmod(mode)
    with pytest.raises(KeyRefused, match="k_app"):
        KunciKerja.load(folder / "kerja")


def test_s22_a_missing_key_is_refused_by_name(folder: Path) -> None:
    (folder / "web" / "k_web").unlink()
    with pytest.raises(KeyRefused, match="k_web"):
        KunciWeb.load(folder / "web")


@pytest.mark.parametrize("content", [b"", bytes(31), bytes(33), bytes(32), b"\x01\x02" * 16])
def test_a_key_of_another_size_or_a_sample_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "k_app"
    file.write_bytes(content)
    file.chmod(0o400)
    with pytest.raises(KeyRefused, match="k_app"):
        load_key(file)


def test_a_folder_is_not_a_key(folder: Path) -> None:
    with pytest.raises(KeyRefused, match="tidak dapat dibaca"):
        load_key(folder)


def test_a_link_to_a_secret_elsewhere_is_judged_by_the_secret(
    folder: Path, tmp_path: Path
) -> None:
    link = tmp_path / "k_app"
    link.symlink_to(folder / "kerja" / "k_app")
    assert load_key(link) == (folder / "kerja" / "k_app").read_bytes()
    (folder / "kerja" / "k_app").chmod(0o444)
    with pytest.raises(KeyRefused, match="chmod"):
        load_key(link)


def test_a_swapped_archive_key_is_refused(folder: Path, tmp_path: Path) -> None:
    create_keys(tmp_path / "lain")
    (folder / "kerja" / "arsip.pk").unlink()
    (tmp_path / "lain" / "kerja" / "arsip.pk").rename(folder / "kerja" / "arsip.pk")
    with pytest.raises(KeyRefused, match="pasangan"):
        KunciKerja.load(folder / "kerja")


def test_one_key_under_two_names_is_refused(folder: Path) -> None:
    kerja = folder / "kerja"
    (kerja / "k_idx").unlink()
    (kerja / "k_idx").write_bytes((kerja / "k_app").read_bytes())
    (kerja / "k_idx").chmod(0o400)
    with pytest.raises(KeyRefused, match="dua nama"):
        KunciKerja.load(kerja)


def replace(file: Path, content: bytes) -> None:
    file.unlink()
    file.write_bytes(content)
    file.chmod(0o400)


@pytest.mark.parametrize(
    "content",
    [
        b"0123456789abcdef0123456789abcdef",
        b"ganti-dengan-32-bita-acak-anda!!",
        bytes(range(32)),
        bytes(range(255, 191, -2)),
        b"\xff" * 32,
    ],
)
def test_s22_what_could_stand_in_a_manual_is_no_key(folder: Path, content: bytes) -> None:
    replace(folder / "web" / "k_web", content)
    with pytest.raises(KeyRefused, match="nilai contoh"):
        KunciWeb.load(folder / "web")


def test_a_key_that_was_made_is_never_taken_for_a_sample(tmp_path: Path) -> None:
    for number in range(20):
        create_keys(tmp_path / str(number))
        KunciKerja.load(tmp_path / str(number) / "kerja")


def test_folders_as_they_were_made_are_well(folder: Path) -> None:
    check_folders(folder)


@pytest.mark.parametrize("place", ["", "kerja", "web"])
def test_s22_a_folder_in_which_others_could_swap_a_key_is_refused(
    folder: Path, place: str
) -> None:
    (folder / place).chmod(0o777)
    with pytest.raises(KeyRefused, match="chmod go-w"):
        check_folders(folder)


@pytest.mark.parametrize("name", ["k_app", "k_data", "arsip.sk"])
def test_s22_a_key_of_the_worker_in_the_sites_slot_is_refused(folder: Path, name: str) -> None:
    replace(folder / "web" / "k_web", (folder / "kerja" / name).read_bytes())
    with pytest.raises(KeyRefused, match="milik kerja"):
        check_folders(folder)


def test_s22_a_key_of_the_worker_beside_the_sites_is_refused(folder: Path) -> None:
    shutil.copy(folder / "kerja" / "arsip.sk", folder / "web" / "arsip.sk")
    with pytest.raises(KeyRefused, match="hanya untuk kerja"):
        check_folders(folder)


def test_s22_the_sites_key_of_another_office_is_refused(folder: Path, tmp_path: Path) -> None:
    create_keys(tmp_path / "lain")
    replace(folder / "web" / "k_web", (tmp_path / "lain" / "web" / "k_web").read_bytes())
    with pytest.raises(KeyRefused, match="bukan salinan"):
        check_folders(folder)


@pytest.mark.parametrize("closed", ["kerja", "web"])
def test_a_folder_of_the_other_process_need_not_be_there(folder: Path, closed: str) -> None:
    shutil.rmtree(folder / closed)
    check_folders(folder)


def test_a_fingerprint_tells_keys_apart_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    create_keys(tmp_path / "lain")
    words = fingerprints(folder / "kerja")
    assert len(set(words.values())) == 8
    assert words["k_web"] == fingerprints(folder / "web")["k_web"]
    assert not set(words.values()) & set(fingerprints(tmp_path / "lain" / "kerja").values())
    raw = [path.read_bytes().hex() for path in (folder / "kerja").iterdir()]
    assert [word for word in words.values() if any(word in one for one in raw)] == []
