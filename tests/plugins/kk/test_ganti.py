"""KK hilang atau rusak: what is asked of whom, in how many messages, and what is printed."""

from collections.abc import Callable

import pytest

from core.api import Bahan, HasilCari
from core.dialog import needs, searches
from core.kit import Naskah, Walk
from plugins.kk.ganti import GANTI, halaman_kk
from plugins.kk.ganti_isian import GantiKK, GantiKKPetugas, Sumber
from tests.plugins.kk.contoh import BAE, BUDI, HARI_INI, KANTOR, NOMOR_KK, keluarga

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
CATATAN = GantiKKPetugas(sumber=Sumber.CATATAN)


def applicant(hasil: HasilCari = HasilCari.ADA) -> Walk:
    """Somebody who has answered up to the look-up."""
    walk = Walk.of(GantiKK, kontak=True, naskah=Naskah(cari=hasil))
    return walk.tap("KK hilang").say(NOMOR_KK, "Budi Santoso", "17-8-1990")


def filed(hasil: HasilCari = HasilCari.ADA) -> GantiKK:
    walk = applicant(hasil)
    if hasil is not HasilCari.ADA:
        walk.tap("Saya anggota keluarga ini")
    walk.send().send().say("budi@gmail.com", "123456").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, GantiKK)
    return isian


def typed() -> GantiKKPetugas:
    """What the officer types when the registry is silent."""
    walk = Walk.of(GantiKKPetugas).tap("Saya ketik sendiri")
    walk.say("Jl. Kenari 5", "002/005", "Bae").tap("Menurut daftar desa")
    walk.say(BUDI.nik, "Budi Santoso").tap("LAKI-LAKI").say("Kudus", "17-8-1990")
    walk.tap("Islam").say("SLTA/Sederajat", "Karyawan Swasta").say("O")
    walk.tap("WNI").say("Suroso", "Kartinah").tap("Kawin Tercatat").say("1 Agustus 2016")
    walk.tap("Selesai").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, GantiKKPetugas)
    return isian


def bahan(
    isian: GantiKK, petugas: GantiKKPetugas | None = CATATAN, *, tercatat: bool = True
) -> Bahan:
    penduduk = {"keanggotaan": keluarga()} if tercatat else {}
    return Bahan(isian, petugas, penduduk, KANTOR, HARI_INI, {BAE.kode: BAE})


def test_a_lost_card_is_filed_in_twelve_messages(put_on_record: Callable[[str], None]) -> None:
    walk = applicant().send().send().say("budi@gmail.com", "123456").tap("Kirim").done()
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"kk-ganti by the form alone: {banyak} messages")
    assert banyak <= 12


def test_a_damaged_card_asks_for_the_card_and_not_for_the_police() -> None:
    walk = Walk.of(GantiKK).tap("KK rusak").say(NOMOR_KK, "Budi Santoso", "17-8-1990").send()
    walk.expect("KK yang rusak").send().tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, GantiKK)
    assert isian.kk_rusak is not None
    assert isian.surat_hilang is None


def test_a_recognised_member_is_not_asked_for_the_relation() -> None:
    applicant(HasilCari.ADA).expect("KTP-el").expect_no("hubungan Anda")


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_whoever_was_not_recognised_says_by_what_right_they_ask(hasil: HasilCari) -> None:
    walk = applicant(hasil).expect("hubungan Anda")
    walk.tap("Saya diberi kuasa").expect("F-1.07").send().expect("KTP-el")
    assert "surat_kuasa" in walk.draft.jawaban


def test_one_search_is_made_and_it_carries_the_proof() -> None:
    walk = applicant()
    (pencarian,) = searches(walk.rencana, walk.draft).values()
    assert (pencarian.jenis, pencarian.nomor) == ("keluarga", NOMOR_KK)
    assert (pencarian.nama, pencarian.lahir) == ("BUDI SANTOSO", BUDI.tanggal_lahir)


def test_what_to_bring_names_the_papers_of_both_cases() -> None:
    bawaan = "\n".join(needs(Walk.of(GantiKK).rencana))
    for paper in ("KTP-el", "kepolisian", "KK yang rusak", "F-1.07"):
        assert paper in bawaan


def test_the_card_shows_the_family_as_the_registry_holds_it() -> None:
    halaman = halaman_kk(bahan(filed()))
    assert halaman.nomor_kk == NOMOR_KK
    assert [baris.satu[0].teks for baris in halaman.lembar[0].baris[:4]] == [
        "BUDI SANTOSO",
        "SITI AMINAH",
        "RAKA PUTRA SANTOSO",
        "",
    ]


def test_without_a_record_the_officer_types_the_family() -> None:
    halaman = halaman_kk(bahan(filed(HasilCari.DIAM), typed(), tercatat=False))
    pertama = halaman.lembar[0].baris[0]
    assert [sel.teks for sel in pertama.satu] == [
        "BUDI SANTOSO",
        BUDI.nik,
        "LAKI-LAKI",
        "KUDUS",
        "17-08-1990",
        "ISLAM",
        "SLTA/SEDERAJAT",
        "KARYAWAN SWASTA",
        "O",
    ]
    assert [satu.isi.teks for satu in halaman.kanan] == ["BAE", "BAE", "CONTOH", "JAWA TENGAH"]
    assert halaman.kiri[3].isi.teks == BAE.kode_pos


def test_without_a_record_and_without_typing_there_is_no_card_but_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"Ketik datanya, atau lampirkan PDF resmi\.$"):
        halaman_kk(bahan(filed(), tercatat=False))


def test_the_right_to_ask_is_the_first_thing_to_check() -> None:
    assert GANTI.periksa[0].kode == "berhak"
    assert GANTI.periksa[0].wajib
