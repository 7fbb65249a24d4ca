"""Answers are reached by path, and changing one leaves the old draft as it was."""

from core.dialog.jawaban import add_row, close, drop, drop_row, put, rows


def test_an_answer_is_put_where_its_path_says() -> None:
    assert put({}, "alasan", "hilang") == {"alasan": "hilang"}
    assert put({}, "kontak.email", "a@b.id") == {"kontak": {"email": "a@b.id"}}
    isi = put({}, "anggota[1].nik", "1")
    assert rows("anggota", isi) == [{}, {"nik": "1"}]


def test_the_old_answers_are_left_alone() -> None:
    lama = put({}, "anggota[0].nik", "1")
    put(lama, "anggota[0].nik", "2")
    drop(lama, "anggota[0].nik")
    drop_row(lama, "anggota", 0)
    assert rows("anggota", lama) == [{"nik": "1"}]


def test_dropping_what_is_not_there_is_nothing() -> None:
    assert drop({}, "anggota[3].nik") == {}
    assert drop({"a": 1}, "kontak.kode") == {"a": 1}


def test_a_list_is_open_again_when_rows_come_or_go() -> None:
    tutup = close(put({}, "anggota[0].nik", "1"), "anggota", selesai=True)
    tambah, awalan = add_row(tutup, "anggota")
    assert awalan == "anggota[1]."
    assert not tambah["anggota"]["selesai"]
    assert not drop_row(tutup, "anggota", 0)["anggota"]["selesai"]
