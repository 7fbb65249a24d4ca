"""KK baru: what is asked of a founding family, in how many messages, and what is printed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from core.api import Bahan, HasilCari, Orang
from core.dialog import searches, so_far
from core.kit import Naskah, Walk
from plugins.kk.baru import follow_up, halaman_kk, remarks
from plugins.kk.baru_formulir import KKBaru
from plugins.kk.baru_isian import KKBaruPetugas
from plugins.kk.halaman import HalamanKK
from plugins.kk.surat import HalamanSPTJM, unrecorded_marriage
from tests.plugins.kk.contoh import ANAK, BAE, BUDI, HARI_INI, KANTOR, NOMOR_KK, SITI

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
ADIK = replace(ANAK, nik="3319995001200004", nama="SARI PUTRI", jenis_kelamin="PEREMPUAN")
RINCIAN = ("Perempuan", "Kudus", "Islam", "SLTA/Sederajat", "Guru", "O", "WNI", "Karim", "Sumi")


def begun(hasil: HasilCari = HasilCari.ADA) -> Walk:
    """An applicant who has sent the papers and said where the family lives."""
    walk = Walk.of(KKBaru, kontak=True, naskah=Naskah(cari=hasil))
    walk.send().send().send().send().send()
    return walk.say("Jl. Kenari 5", "002/005", "Bae")


def name(walk: Walk, orang: Orang) -> Walk:
    return walk.say(orang.nik, orang.nama, orang.tanggal_lahir.isoformat())


def family(walk: Walk) -> Walk:
    """Four recorded people."""
    name(walk, BUDI)
    name(walk, SITI).tap("Istri")
    name(walk, ANAK).tap("Anak")
    return name(walk, ADIK).tap("Anak").tap("Selesai")


def submit(walk: Walk) -> KKBaru:
    walk.say("budi@gmail.com", "123456").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, KKBaru)
    return isian


def unproven() -> Walk:
    """An applicant without proof of marriage."""
    return Walk.of(KKBaru, kontak=True).tap("Belum punya bukti nikah")


def at_home() -> Walk:
    """The same, asked for the head of the family."""
    walk = unproven().send().send().send().send()
    return walk.say("Jl. Kenari 5", "002/005", "Bae")


def statement(walk: Walk, *others: tuple[Orang, str]) -> HalamanSPTJM:
    """The statement that goes out once everybody is named."""
    for orang, hubungan in others:
        name(walk, orang).tap(hubungan)
    walk.tap("Selesai").expect("F-1.05")
    isian = so_far(walk.rencana, walk.draft, "sptjm")
    return unrecorded_marriage(Bahan(isian, None, {}, KANTOR, HARI_INI, {}))


def officer(*extra: Orang) -> KKBaruPetugas:
    """What the officer adds, people whom the registry does not show included."""
    walk = Walk.of(KKBaruPetugas).say("3319990805260007")
    walk.tap("Kawin Tercatat").say("1 Mei 2026").tap("Menurut daftar desa")
    for orang in extra:
        walk.say(orang.nik, orang.nama).tap("PEREMPUAN").say("Kudus", "17-8-1990")
        walk.tap("Islam").say("SLTA/Sederajat", "Guru", "O").tap("WNI").say("Karim", "Sumi")
        walk.tap("Belum Kawin")
    walk.tap("Lanjut").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, KKBaruPetugas)
    return isian


def card(
    isian: KKBaru, recorded: Mapping[str, Orang], petugas: KKBaruPetugas | None = None
) -> HalamanKK:
    penduduk = {f"{path}.tercatat": orang for path, orang in recorded.items()}
    desa = {BAE.kode: BAE}
    return halaman_kk(Bahan(isian, petugas or officer(), penduduk, KANTOR, HARI_INI, desa))


RECORDED = {"kepala[0]": BUDI, "anggota[0]": SITI, "anggota[1]": ANAK, "anggota[2]": ADIK}


def test_four_recorded_people_are_filed_in_thirty_messages(
    put_on_record: Callable[[str], None],
) -> None:
    walk = family(begun())
    submit(walk)
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"kk-baru of four by the form alone: {banyak} messages")
    assert banyak <= 30


def test_an_address_in_one_line_saves_two_messages() -> None:
    walk = Walk.of(KKBaru).send().send().send().send().send()
    walk.say("Jl. Kenari 5 RT 02 RW 05 Desa Bae").expect("NIK kepala keluarga")


def test_without_proof_of_marriage_the_statement_is_asked_for_when_the_family_is_known() -> None:
    unproven().expect("KK lama kepala keluarga").expect_no("F-1.05")
    walk = family(at_home()).expect("F-1.05")
    assert walk.balasan[-1].surat == "sptjm"
    walk.send().expect("e-mail")


def test_the_statement_names_husband_wife_and_children() -> None:
    halaman = statement(name(name(at_home(), BUDI), SITI).tap("Istri"), (ANAK, "Anak"))
    assert (halaman.suami.nama, halaman.suami.nik) == (BUDI.nama, BUDI.nik)
    assert (halaman.istri.nama, halaman.istri.nik) == (SITI.nama, SITI.nik)
    assert halaman.anak == (ANAK.nama, "", "")


def test_where_the_wife_is_the_head_the_statement_still_names_the_husband_as_such() -> None:
    halaman = statement(name(name(at_home(), SITI), BUDI).tap("Suami"))
    assert (halaman.suami.nama, halaman.istri.nama) == (BUDI.nama, SITI.nama)


def test_of_two_wives_the_statement_leaves_the_wife_to_be_written_in() -> None:
    halaman = statement(name(name(at_home(), BUDI), SITI).tap("Istri"), (ADIK, "Istri"))
    assert (halaman.suami.nama, halaman.istri.nama) == (BUDI.nama, "")


def test_without_a_couple_the_statement_is_written_by_hand() -> None:
    halaman = statement(name(at_home(), BUDI), (ANAK, "Anak"))
    assert (halaman.suami.nama, halaman.istri.nama) == ("", "")


def test_with_proof_of_marriage_the_statement_is_not_asked_for() -> None:
    Walk.of(KKBaru).send().expect("KK lama kepala keluarga").expect_no("F-1.05")


def test_every_person_is_looked_up_with_their_own_proof() -> None:
    walk = family(begun())
    dicari = searches(walk.rencana, walk.draft)
    assert {path.removesuffix(".tercatat"): satu.nomor for path, satu in dicari.items()} == {
        path: orang.nik for path, orang in RECORDED.items()
    }


def test_only_the_unrecorded_are_asked_for_every_column() -> None:
    walk = begun(HasilCari.TIDAK)
    name(walk, BUDI).expect("jenis kelamin").tap("LAKI-LAKI").say(*RINCIAN[1:])
    walk.expect("anggota keluarga lainnya")
    name(walk, ADIK).say(*RINCIAN).expect("hubungannya").tap("Anak")
    walk.expect("status perkawinannya").tap("Belum Kawin").tap("Selesai")
    isian = submit(walk)
    halaman = card(isian, {})
    assert [sel.teks for sel in halaman.lembar[0].baris[1].satu[2:]] == [
        "PEREMPUAN", "KUDUS", "05-05-2017", "ISLAM", "SLTA/SEDERAJAT", "GURU", "O",
    ]  # fmt: skip


def test_a_foreigner_is_asked_for_passport_and_permit_and_nobody_else_is() -> None:
    walk = name(begun(HasilCari.TIDAK), BUDI).tap("LAKI-LAKI").say(*RINCIAN[1:6])
    walk.expect("kewarganegaraan").tap("WNA").expect("paspor").say("X1234567")
    walk.expect("KITAP").say("2C41JE0001").expect("ayahnya")


def test_a_silent_registry_costs_the_citizen_no_question() -> None:
    walk = name(begun(HasilCari.DIAM), BUDI).expect("anggota keluarga lainnya")
    name(walk, SITI).expect("hubungannya").tap("Istri")
    walk.expect("anggota keluarga lainnya")


def test_the_couple_is_married_as_the_proof_says_and_children_are_as_recorded() -> None:
    halaman = card(submit(family(begun())), RECORDED)
    dua = [[sel.teks for sel in baris.dua[:3]] for baris in halaman.lembar[0].baris[:4]]
    assert dua == [
        ["KAWIN TERCATAT", "01-05-2026", "KEPALA KELUARGA"],
        ["KAWIN TERCATAT", "01-05-2026", "ISTRI"],
        ["BELUM KAWIN", "-", "ANAK"],
        ["BELUM KAWIN", "-", "ANAK"],
    ]
    assert halaman.nomor_kk == "3319990805260007"


def test_rows_stand_in_the_order_of_the_form_whatever_the_order_of_filing() -> None:
    walk = begun()
    name(walk, BUDI)
    name(walk, ANAK).tap("Anak")
    isian = submit(name(walk, SITI).tap("Istri").tap("Selesai"))
    baris = (
        card(isian, {"kepala[0]": BUDI, "anggota[0]": ANAK, "anggota[1]": SITI}).lembar[0].baris
    )
    assert [satu.satu[0].teks for satu in baris[:3]] == [BUDI.nama, SITI.nama, ANAK.nama]


def test_a_record_of_somebody_else_under_the_same_number_is_never_printed() -> None:
    walk = name(begun(HasilCari.DIAM), BUDI).tap("Selesai")
    isian = submit(walk)
    other = replace(BUDI, nama="ORANG LAIN")
    with pytest.raises(ValueError, match="tidak lengkap"):
        card(isian, {"kepala[0]": other})
    assert card(isian, {"kepala[0]": BUDI}).kiri[0].isi.teks == BUDI.nama


def test_whom_the_officer_types_is_printed_so() -> None:
    walk = name(begun(HasilCari.DIAM), BUDI).tap("Selesai")
    typed = officer(replace(BUDI, nama="BUDI SANTOSO PUTRA"))
    halaman = card(submit(walk), {"kepala[0]": BUDI}, typed)
    assert halaman.lembar[0].baris[0].satu[0].teks == "BUDI SANTOSO PUTRA"


def test_nobody_is_in_a_family_twice() -> None:
    walk = name(begun(), BUDI)
    name(walk, BUDI).tap("Famili").tap("Selesai").say("budi@gmail.com", "123456")
    walk.expect("NIK ini sudah ada di keluarga ini")


def test_there_is_one_husband_at_most() -> None:
    walk = name(begun(), SITI)
    name(walk, BUDI).tap("Suami")
    name(walk, ANAK).tap("Suami").tap("Selesai").say("budi@gmail.com", "123456")
    walk.expect("hanya boleh ada satu suami")


def test_the_head_is_no_choice_because_it_is_the_first_row() -> None:
    walk = name(name(begun(), BUDI), SITI)
    assert not any("Kepala" in label for label in walk.label)


def test_both_older_cards_become_follow_up_notes() -> None:
    isian = submit(family(begun()))
    notes = follow_up(isian)
    assert len(notes) == 2
    assert len(follow_up(isian.model_copy(update={"kk_lama_pasangan": None}))) == 1


def test_what_is_unusual_is_remarked_and_never_blocks() -> None:
    walk = name(begun(), ANAK)
    isian = submit(name(walk, BUDI).tap("Anak").tap("Selesai"))
    assert remarks(isian, HARI_INI) == (
        "Kepala keluarga belum berusia 17 tahun.",
        "Tidak ada suami atau istri di antara anggota keluarga.",
        "Anggota 1 (anak) lebih tua dari kepala keluarga.",
    )
    assert remarks(isian, date(2034, 5, 5))[0] != "Kepala keluarga belum berusia 17 tahun."
    assert remarks(isian, date(2034, 5, 4))[0] == "Kepala keluarga belum berusia 17 tahun."
    assert NOMOR_KK not in "".join(follow_up(isian))
