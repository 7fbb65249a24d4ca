from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.settings import SettingsFault, load
from tests.core.settings.conftest import WELL

RAHASIA = "s3rahasia"


def written(folder: Path, text: str) -> Path:
    file = folder / "adminduk.toml"
    file.write_text(text, "utf-8")
    return file


def refusal(file: Path) -> str:
    with pytest.raises(SettingsFault) as refused:
        load(file)
    return str(refused.value)


def test_the_smallest_file_is_enough(well: Path) -> None:
    found = load(well)
    assert (found.surat.tls, found.web.host, found.produksi) == ("starttls", "127.0.0.1", True)


ATAS = 'kantor = "kantor.toml"'
SURAT = '[surat]\nhost = "smtp.contoh.go.id"\ndari = "layanan@contoh.go.id"'
WEB = '[web]\nalamat = "https://dukcapil.contoh.go.id"'
JALUR = "harus memuat jalur, misalnya https://contoh.go.id/telegram"
HTTPS = "harus https:// (http:// hanya untuk mesin ini sendiri)"
FAULTS = [
    ("kantor belum diisi", ATAS, ""),
    ("kantor harus berupa nama berkas atau folder", ATAS, "kantor = 7"),
    ("data harus berupa nama berkas atau folder", ATAS, f"{ATAS}\ndata = [1]"),
    ("surat belum diisi", SURAT, ""),
    ("surat harus berupa bagian dengan nama dan nilai", SURAT, ""),
    ("surat.host belum diisi", 'host = "smtp.contoh.go.id"\n', ""),
    ("surat.host masih kosong", '"smtp.contoh.go.id"', '""'),
    ("surat.host harus berupa teks", '"smtp.contoh.go.id"', "7"),
    ("surat.dari harus satu alamat e-mail", "layanan@contoh.go.id", RAHASIA),
    ("surat.dari harus satu alamat e-mail", "layanan@contoh.go.id", f"{RAHASIA} <a@b.id>"),
    ("surat.port harus berupa angka bulat", SURAT, f'{SURAT}\nport = "{RAHASIA}"'),
    ("surat.port harus berupa angka bulat", SURAT, f"{SURAT}\nport = 25.5"),
    ("surat.port di luar batas yang boleh", SURAT, f"{SURAT}\nport = 70000"),
    ("surat.port di luar batas yang boleh", SURAT, f"{SURAT}\nport = -1"),
    ("surat.batas_detik harus berupa angka", SURAT, f'{SURAT}\nbatas_detik = "{RAHASIA}"'),
    ("surat.batas_detik harus berupa angka", SURAT, f"{SURAT}\nbatas_detik = inf"),
    ("surat.batas_detik di luar batas yang boleh", SURAT, f"{SURAT}\nbatas_detik = 0"),
    (
        "surat.pantulan harus satu alamat e-mail tanpa +, paling panjang 26 huruf sebelum @",
        SURAT,
        f'{SURAT}\npantulan = "{RAHASIA}+kotak@contoh.go.id"',
    ),
    ("surat.tls bukan salah satu pilihan yang ada", SURAT, f'{SURAT}\ntls = "{RAHASIA}"'),
    ("surat.tsl tidak dikenal (salah ketik?)", SURAT, f'{SURAT}\ntsl = "tls"'),
    ("surat.sandi tidak dikenal (salah ketik?)", SURAT, f'{SURAT}\nsandi = "{RAHASIA}"'),
    ("telegram_token tidak dikenal (salah ketik?)", ATAS, f'{ATAS}\ntelegram_token = "{RAHASIA}"'),
    ("_env_file tidak dikenal (salah ketik?)", ATAS, f'{ATAS}\n_env_file = "{RAHASIA}"'),
    (
        "surat tls = tanpa hanya boleh untuk server surat di mesin ini sendiri",
        SURAT,
        f'{SURAT}\ntls = "tanpa"',
    ),
    ("web.alamat belum diisi", 'alamat = "https://dukcapil.contoh.go.id"', ""),
    (f"web.alamat {HTTPS}", "https://dukcapil", "http://dukcapil"),
    (f"web.alamat {HTTPS}", "https://dukcapil.contoh.go.id", f"{RAHASIA}.go.id"),
    (f"web.alamat {HTTPS}", "https://dukcapil.contoh.go.id", "https://"),
    (f"web.alamat {HTTPS}", "https://dukcapil.contoh.go.id", "http://localhost.contoh.go.id"),
    ("web.alamat bukan alamat yang sah", "https://dukcapil.contoh.go.id", "https://[dukcapil"),
    ("web.alamat bukan alamat yang sah", 'contoh.go.id"\n', 'contoh.go.id:https"\n'),
    ("web.alamat tidak boleh memuat ?, # atau nama pengguna", "https://", f"https://a:{RAHASIA}@"),
    ("web.alamat tidak boleh memuat ?, # atau nama pengguna", 'contoh.go.id"\n', 'x.id/?a"\n'),
    ("web.proksi harus berupa daftar", WEB, f'{WEB}\nproksi = "{RAHASIA}"'),
    ("web.proksi.1 harus berupa alamat IP", WEB, f'{WEB}\nproksi = ["127.0.0.1", "{RAHASIA}"]'),
    (f"telegram.base_url {HTTPS}", WEB, f'{WEB}\n[telegram]\nbase_url = "http://x.id/bot"'),
    (f"telegram.base_file_url {HTTPS}", WEB, f'{WEB}\n[telegram]\nbase_file_url = "ftp://x.id"'),
    (f"telegram.webhook {HTTPS}", WEB, f'{WEB}\n[telegram]\nwebhook = "http://x.id/t"'),
    (f"telegram.webhook {JALUR}", WEB, f'{WEB}\n[telegram]\nwebhook = "https://x.id"'),
    (f"telegram.webhook {JALUR}", WEB, f'{WEB}\n[telegram]\nwebhook = "https://x.id/{{a}}"'),
    (f"telegram.webhook {JALUR}", WEB, f'{WEB}\n[telegram]\nwebhook = "https://x.id/1:{RAHASIA}"'),
    (
        "telegram.webhook harus pada port 443, 80, 88, atau 8443 (aturan Telegram)",
        WEB,
        f'{WEB}\n[telegram]\nwebhook = "https://x.id:8080/t"',
    ),
    ("produksi harus ya atau tidak", ATAS, f'{ATAS}\nproduksi = "{RAHASIA}"'),
    ("produksi harus ya atau tidak", ATAS, f"{ATAS}\nproduksi = 2"),
    ("penduduk.csv harus berupa nama berkas atau folder", WEB, f"{WEB}\n[penduduk]\ncsv = 1"),
    ("tanda_tangan.akar_resmi harus berupa daftar", WEB, f"{WEB}\n[tanda_tangan]\nakar_resmi = 1"),
    (
        "basis_data harus sqlite:BERKAS atau postgres://PENGGUNA@SERVER/NAMA",
        ATAS,
        f'{ATAS}\nbasis_data = "mysql://a:{RAHASIA}@b/c"',
    ),
    (
        "basis_data harus sqlite:BERKAS atau postgres://PENGGUNA@SERVER/NAMA",
        ATAS,
        f'{ATAS}\nbasis_data = "postgres://a:{RAHASIA}@b"',
    ),
    (
        "basis_data hanya boleh memakai parameter sslmode",
        ATAS,
        f'{ATAS}\nbasis_data = "postgres://a@b/c?sslmode=require&maxsize={RAHASIA}"',
    ),
    (
        "basis_data hanya boleh memakai parameter sslmode",
        ATAS,
        f'{ATAS}\nbasis_data = "postgres://a@b/c?{RAHASIA}"',
    ),
    (
        "basis_data bukan alamat yang sah",
        ATAS,
        f'{ATAS}\nbasis_data = "postgres://a@b:{RAHASIA}/c"',
    ),
]


@pytest.mark.parametrize(("sentence", "old", "new"), FAULTS)
def test_a_fault_is_one_sentence_that_names_the_setting_and_not_its_value(
    tmp_path: Path, sentence: str, old: str, new: str
) -> None:
    assert old in WELL
    text = WELL.replace(old, new)
    if sentence.startswith("surat harus"):
        text = f'surat = "{RAHASIA}"\n{text}'
    said = refusal(written(tmp_path, text))
    assert said == f"adminduk.toml: pengaturan {sentence}."
    assert RAHASIA not in said


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    said = refusal(tmp_path / "adminduk.toml")
    assert said == "adminduk.toml tidak ada: buat dengan ./adminduk init."


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "adminduk.toml").mkdir()
    assert refusal(tmp_path / "adminduk.toml").startswith("adminduk.toml tidak dapat dibaca: ")


@pytest.mark.parametrize("content", [b"kantor = ", b"kantor = '\xff'", b"= 1", b"a = 1\na = 2"])
def test_what_is_no_toml_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adminduk.toml").write_bytes(content)
    said = refusal(tmp_path / "adminduk.toml")
    assert said == "adminduk.toml tidak dapat dibaca sebagai TOML."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_whatever_stands_in_the_file_the_refusal_is_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "adminduk.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    said = refusal(file)
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.9.1"])
def test_on_this_machine_mail_may_go_without_tls(tmp_path: Path, host: str) -> None:
    text = WELL.replace('"smtp.contoh.go.id"', f'"{host}"\ntls = "tanpa"')
    assert load(written(tmp_path, text)).surat.tls == "tanpa"


@pytest.mark.parametrize("alamat", ["http://127.0.0.1:8080", "http://[::1]", "http://localhost"])
def test_on_this_machine_the_site_may_do_without_https(tmp_path: Path, alamat: str) -> None:
    text = WELL.replace("https://dukcapil.contoh.go.id", alamat)
    assert load(written(tmp_path, text)).web.alamat == alamat


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ('"ya"', True), ("1", True), ("false", False), ('"Tidak"', False)],
)
def test_yes_and_no_are_read_strictly(tmp_path: Path, word: str, value: bool) -> None:
    assert load(written(tmp_path, f"produksi = {word}\n{WELL}")).produksi is value


# ---- paths


def test_relative_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    text = f'basis_data = "sqlite:lain/a.sqlite3"\n{WELL}\n[penduduk]\ncsv = "warga.csv"\n'
    text += '[tanda_tangan]\nakar_resmi = ["akar.pem"]\n'
    found = load(written(tmp_path, text))
    assert (found.kantor, found.data, found.kunci) == (
        tmp_path / "kantor.toml",
        tmp_path / "data",
        tmp_path / "kunci",
    )
    assert found.penduduk.csv == tmp_path / "warga.csv"
    assert found.tanda_tangan.sertifikat == tmp_path / "kunci/kerja/penanda.p12"
    assert found.tanda_tangan.akar_resmi == (tmp_path / "akar.pem",)
    assert found.database_url == f"sqlite:{tmp_path / 'lain/a.sqlite3'}"


def test_absolute_paths_stay(tmp_path: Path) -> None:
    text = WELL.replace('"kantor.toml"', '"/srv/kantor.toml"\nbasis_data = "sqlite:/srv/a"')
    found = load(written(tmp_path, text))
    assert (found.kantor, found.database_url) == (Path("/srv/kantor.toml"), "sqlite:/srv/a")


def test_without_a_database_both_are_files_in_the_data_folder(well: Path) -> None:
    found, data = load(well), well.parent / "data"
    assert found.database_url == f"sqlite:{data / 'adminduk.sqlite3'}"
    assert found.jobs_url == f"sqlite:///{data / 'pekerjaan.sqlite3'}"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_durable_work_shares_a_postgresql_database(tmp_path: Path, scheme: str) -> None:
    text = f'basis_data = "{scheme}://a:{RAHASIA}@127.0.0.1:5433/adminduk"\n{WELL}'
    found = load(written(tmp_path, text))
    assert found.database_url == f"{scheme}://a:{RAHASIA}@127.0.0.1:5433/adminduk"
    assert found.jobs_url == f"postgresql://a:{RAHASIA}@127.0.0.1:5433/adminduk"
    assert RAHASIA not in repr(found)


def test_postgresql_may_be_asked_to_encrypt(tmp_path: Path) -> None:
    url = "postgres://a@b/c?sslmode=verify-full"
    found = load(written(tmp_path, f'basis_data = "{url}"\n{WELL}'))
    assert found.database_url == url
    assert found.jobs_url == url.replace("postgres:", "postgresql:")


# ---- environment


def test_the_environment_wins_over_the_file(well: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINDUK_DATA", "/var/lib/adminduk")
    monkeypatch.setenv("ADMINDUK_SURAT__HOST", "smtp2.contoh.go.id")
    found = load(well)
    assert found.data == Path("/var/lib/adminduk")
    assert (found.surat.host, found.surat.dari) == ("smtp2.contoh.go.id", "layanan@contoh.go.id")


ENVIRONMENT = [
    ("ADMINDUK_SURAT__PORT", RAHASIA, "surat.port harus berupa angka bulat"),
    ("ADMINDUK_SURAT__HOTS", RAHASIA, "surat.hots tidak dikenal (salah ketik?)"),
    ("ADMINDUK_PRODUKSI", RAHASIA, "produksi harus ya atau tidak"),
    ("ADMINDUK_PRODUKSI", "", "produksi harus ya atau tidak"),
    ("ADMINDUK_WEB__ALAMAT", "http://x.id", f"web.alamat {HTTPS}"),
    ("ADMINDUK_SURAT", RAHASIA, "surat harus ditulis sebagai JSON"),
    ("ADMINDUK_WEB__PROKSI", RAHASIA, "web harus ditulis sebagai JSON"),
    ("ADMINDUK_SURTA__HOST", RAHASIA, "ADMINDUK_SURTA__HOST tidak dikenal (salah ketik?)"),
    ("ADMINDUK_SANDI", RAHASIA, "ADMINDUK_SANDI tidak dikenal (salah ketik?)"),
    ("adminduk_sandi", RAHASIA, "adminduk_sandi tidak dikenal (salah ketik?)"),
]


@pytest.mark.parametrize(("name", "value", "sentence"), ENVIRONMENT)
def test_a_fault_in_the_environment_is_one_sentence_that_says_so(
    well: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    said = refusal(well)
    assert said == f"Lingkungan: pengaturan {sentence}."
    assert RAHASIA not in said


@pytest.mark.parametrize(
    "name", ["ADMINDUK_CONFIG", "ADMINDUK_VENV", "ADMINDUK_TELEGRAM_TOKEN", "ADMINDUKUNG"]
)
def test_names_of_others_are_left_alone(
    well: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, RAHASIA)
    assert load(well).kantor.name == "kantor.toml"
