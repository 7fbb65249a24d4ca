"""Number and name among the words of a picture."""

from hypothesis import given
from hypothesis import strategies as st

from core.baca.kata import Kata, words_of
from core.baca.kenali import find_name, find_nik, find_nomor_kk

_HEIGHT = 20


def _page(*rows: str, sure: float = 95.0, lean: float = 0.0) -> list[Kata]:
    """Set rows of words; two spaces are a column's distance, `lean` dots fall per dot of width."""
    words = []
    for place, row in enumerate(rows):
        x = 10
        for word in row.split(" "):
            width = 10 * len(word)
            if word:
                top = 100 + place * 40 + round(x * lean)
                words.append(Kata(word, sure, x, top, width, _HEIGHT))
            x += width + 8
    return words


def _ktp(nik: str = "3319991708900001", nama: str = "BUDI SANTOSO") -> list[Kata]:
    return _page("PROVINSI CONTOH", f"NIK : {nik}", f"Nama : {nama}", "Alamat : JL. CONTOH 5")


def test_a_card_gives_number_and_name() -> None:
    words = _ktp()
    found = find_nik(words)
    assert found is not None
    assert found.nomor == "3319991708900001"
    assert find_name(words) == "BUDI SANTOSO"


def test_a_number_in_pieces_is_put_together() -> None:
    found = find_nik(_ktp(nik="331999170890 0001"))
    assert found is not None
    assert found.nomor == "3319991708900001"


def test_a_row_that_leans_is_followed() -> None:
    words = _page("NIK : 3319991708900001", "Nama : BUDI SANTOSO PRATAMA", lean=0.04)
    assert find_nik(words) is not None
    assert find_name(words) == "BUDI SANTOSO PRATAMA"


def test_a_number_without_its_label_is_left_alone() -> None:
    assert find_nik(_page("Nomor : 3319991708900001")) is None


def test_a_number_of_fifteen_digits_is_left_alone() -> None:
    assert find_nik(_ktp(nik="331999170890001")) is None


def test_the_portraits_caption_is_no_part_of_the_name() -> None:
    words = _page("NIK : 3319991708900001", "Nama : BUDI SANTOSO" + " " * 12 + "CONTOH")
    assert find_name(words) == "BUDI SANTOSO"


def test_a_colon_misread_as_a_one_is_no_part_of_the_name() -> None:
    assert find_name(_ktp(nama="1 BUDI SANTOSO")) == "BUDI SANTOSO"
    assert find_name(_page("NIK : 3319991708900001", "Nama :BUDI SANTOSO")) == "BUDI SANTOSO"


def test_a_name_in_doubt_is_left_out() -> None:
    assert find_name(_page("NIK : 1", "Nama : BUDI SANTOSO", sure=40.0)) is None


def test_a_stray_nama_is_no_label() -> None:
    assert find_name(_page("Nama : BUDI SANTOSO")) is None


def test_a_family_card_gives_its_number_and_its_heads_name() -> None:
    words = _page("KARTU KELUARGA", "No. 3319990108160001", "Nama Kepala Keluarga : BUDI SANTOSO")
    found = find_nomor_kk(words)
    assert found is not None
    assert found.nomor == "3319990108160001"
    assert find_name(words) == "BUDI SANTOSO"


def test_a_card_has_no_family_cards_number() -> None:
    assert find_nomor_kk(_ktp()) is None


def test_a_family_cards_table_gives_no_nik_and_no_name() -> None:
    words = _page("KARTU KELUARGA", "No Nama Lengkap NIK", "1 BUDI 3319991708900001")
    assert find_nik(words) is None
    assert find_name(words) is None


def test_words_hide_what_they_say() -> None:
    word = Kata("3319991708900001", 90, 0, 0, 10, 10)
    assert "3319991708900001" not in repr(word)
    assert "3319991708900001" not in repr(find_nik(_ktp()))


@given(st.text(max_size=400))
def test_any_table_gives_words_or_none(text: str) -> None:
    words = words_of(text)
    assert all(word.teks and word.tinggi > 0 for word in words)


_WORD = st.builds(
    Kata,
    teks=st.one_of(
        st.sampled_from(["NIK", "Nama", "No.", ":", "KARTU", "KELUARGA", "3319991708900001"]),
        st.text(min_size=1, max_size=20),
    ),
    yakin=st.floats(-1, 100),
    kiri=st.integers(0, 2000),
    atas=st.integers(0, 2000),
    lebar=st.integers(0, 600),
    tinggi=st.integers(1, 100),
)


@given(st.lists(_WORD, max_size=25))
def test_whatever_stands_on_a_picture_a_number_has_sixteen_digits(words: list[Kata]) -> None:
    for found in (find_nik(words), find_nomor_kk(words)):
        assert found is None or (len(found.nomor) == 16 and found.nomor.isdecimal())
    name = find_name(words)
    assert name is None or (name == name.upper() and 3 <= len(name) <= 60)
