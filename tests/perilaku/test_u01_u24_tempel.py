"""U15: what is pasted in one message fills all it can; what failed is named, the rest is asked."""

from collections.abc import Callable
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.api import F, Formulir, HasilCari, Tanya, Ulang, jenis
from core.kit import Naskah, Walk
from core.kit.janji import check
from plugins.kk.baru_formulir import KKBaru

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
KELUARGA = """\
*Nama* : Budi Santoso
*NIK*: 3319 9917 0890 0001
Tempat/Tgl lahir: Kudus, 17-08-1990
JK: L
Agama: Islam
Pendidikan terakhir: SLTA/Sederajat
Pekerjaan: Petani/Pekebun
Gol. Darah: O
Warga negara: WNI
Nama bapak: Suroso
Nama ibu: Kartinah
Hubungan: Kepala Keluarga

• Nama: Siti Aminah
• NIK: 3319995203920002
• TTL: Jepara, 12 Maret 1992
• Jenis kelamin: Perempuan
• Agama: Islam
• Pendidikan: Diploma IV/Strata I
• Pekerjaan: Guru
• Golongan darah: A
• Kewarganegaraan: WNI
• Nama ayah: Abdul Karim
• Nama ibu: Sumiyati
• Hubungan dalam keluarga: Istri

3.
Nama: Raka Putra Santoso
NIK: 3319990505170003
Tempat lahir: Kudus
Tanggal lahir: 5/5/2017
Jenis kelamin: laki-laki
Agama: Islam
Pendidikan: Tidak/Belum Sekolah
Pekerjaan: Belum/Tidak Bekerja
Gol darah: Tidak Tahu
Kewarganegaraan: WNI
Ayah: Budi Santoso
Ibu: Siti Aminah
SHDK: Anak
Status: Belum Kawin

[17/8 10.22] Siti: Nama: Sari Putri
NIK: 3319995001200004
Tempat lahir: Kudus
Tanggal lahir: 10 Januari 2020
JK: P
Agama: Islam
Pendidikan: Tidak/Belum Sekolah
Pekerjaan: Belum/Tidak Bekerja
Gol darah: Tidak Tahu
Kewarganegaraan: WNI
Ayah: Budi Santoso
Ibu: Siti Aminah
Hubungan: Anak
Status perkawinan: Belum Kawin"""


def at_the_head(hasil: HasilCari = HasilCari.TIDAK) -> Walk:
    """An applicant who is asked for the head of the family."""
    walk = Walk.of(KKBaru, kontak=True, naskah=Naskah(cari=hasil))
    walk.send().send().send().send().send()
    return walk.say("Jl. Kenari 5 RT 02 RW 05 Desa Bae")


def test_u15_four_unrecorded_people_pasted_as_blocks_take_at_most_forty_messages(
    put_on_record: Callable[[str], None],
) -> None:
    walk = at_the_head()
    for satu in KELUARGA.split("\n\n"):
        walk.say(satu)
    isian = finished(walk)
    banyak = PEMBUKA + walk.kirim
    put_on_record(
        f"KK baru of four unrecorded people, a block each: {banyak} messages, at most 40"
    )
    assert banyak <= 40
    assert_family(isian)


def test_u15_a_family_of_four_is_filled_by_one_message(
    put_on_record: Callable[[str], None],
) -> None:
    walk = at_the_head().say(KELUARGA)
    isian = finished(walk)
    put_on_record(
        f"KK baru of four unrecorded people, one message: {PEMBUKA + walk.kirim} messages"
    )
    assert_family(isian)


def test_u15_what_is_pasted_before_its_question_is_asked_waits_for_it() -> None:
    walk = Walk.of(KKBaru, kontak=True, naskah=Naskah(cari=HasilCari.TIDAK)).say(KELUARGA)
    walk.expect("Terisi").send().send().send().send().send()
    walk.say("Jl. Kenari 5 RT 02 RW 05 Desa Bae")
    assert_family(finished(walk))


def test_u15_who_is_recorded_is_asked_nothing_more_and_nothing_superfluous_is_kept() -> None:
    isian = finished(at_the_head(HasilCari.ADA).say(KELUARGA))
    assert isian.kepala[0].agama is None
    assert [satu.nama for satu in isian.anggota] == ANGGOTA


def finished(walk: Walk) -> KKBaru:
    walk.expect("anggota keluarga lainnya").tap("Selesai")
    walk.say("budi@gmail.com", "123456").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, KKBaru)
    return isian


ANGGOTA = ["SITI AMINAH", "RAKA PUTRA SANTOSO", "SARI PUTRI"]


def assert_family(isian: KKBaru) -> None:
    kepala = isian.kepala[0]
    assert (kepala.nama, kepala.nik, kepala.tempat_lahir) == (
        "BUDI SANTOSO", "3319991708900001", "Kudus",
    )  # fmt: skip
    assert [satu.nama for satu in isian.anggota] == ANGGOTA
    assert [satu.shdk.label for satu in isian.anggota] == ["Istri", "Anak", "Anak"]
    assert [satu.jenis_kelamin.label for satu in isian.anggota if satu.jenis_kelamin] == [
        "PEREMPUAN", "LAKI-LAKI", "PEREMPUAN",
    ]  # fmt: skip
    assert isian.anggota[0].tempat_lahir == "Jepara"


# ---- an elder who types everything in one message

LANSIA = "nama budi santoso nik 3319991708900001 lahir kudus 17-8-1990"


def test_u15_everything_in_one_line_is_taken_apart() -> None:
    walk = at_the_head().say(LANSIA).expect("Terisi: Kepala keluarga 1: NIK, Nama")
    walk.expect("jenis kelamin")
    baris = walk.draft.jawaban["kepala"]["baris"][0]
    assert baris["tanggal_lahir"] == "1990-08-17"
    assert baris["tempat_lahir"] == "kudus"


@pytest.mark.parametrize(
    "teks",
    [
        "budi santoso 3319991708900001 17-8-1990",
        "Budi Santoso, 3319 9917 0890 0001, 17 Agustus 1990, Islam",
        "saya mau daftar nama: budi santoso, nik: 3319991708900001, lahir: 17-8-1990",
        "NIK saya 3319991708900001\nnama saya Budi Santoso\nlahir tanggal 17-08-1990",
        "assalamualaikum\nnama = budi santoso\nnik = 3319991708900001\ntgl lhr = 17/8/1990",
        "No\tIsi\nNIK\t3319991708900001\nNama\tBudi Santoso\nTgl Lahir\t17-8-1990",
    ],
)
def test_u15_however_it_is_written_the_same_is_understood(teks: str) -> None:
    walk = at_the_head().say(teks)
    baris = walk.draft.jawaban["kepala"]["baris"][0]
    assert (baris["nik"], baris["nama"], baris["tanggal_lahir"]) == (
        "3319991708900001", "BUDI SANTOSO", "1990-08-17",
    )  # fmt: skip


def test_u15_a_numbered_list_fills_a_row_for_each_line() -> None:
    walk = at_the_head(HasilCari.ADA).say("3319991708900001", "Budi Santoso", "17-8-1990")
    walk.say(
        "1. Siti Aminah 3319995203920002 12-3-1992, Istri\n"
        "2. Raka Putra 3319990505170003 5-5-2017, Anak\n"
        "3. Sari Putri, 3319995001200004, Kudus 10-1-2020"
    )
    baris = walk.draft.jawaban["anggota"]["baris"]
    assert [satu["nama"] for satu in baris] == ["SITI AMINAH", "RAKA PUTRA", "SARI PUTRI"]
    assert [satu.get("shdk") for satu in baris] == ["3", "4", None]
    walk.expect("hubungan")


def test_u15_another_persons_block_does_not_overwrite_the_row_on_screen() -> None:
    walk = at_the_head(HasilCari.ADA).say("3319991708900001", "Budi Santoso", "17-8-1990")
    walk.say("3319995203920002", "Siti Aminah")
    walk.say("NIK: 3319990505170003\nNama: Raka Putra\nTanggal lahir: 5-5-2017\nHubungan: Anak")
    siti, raka = walk.draft.jawaban["anggota"]["baris"]
    assert (siti["nama"], raka["nama"]) == ("SITI AMINAH", "RAKA PUTRA")
    walk.expect("tanggal lahir").say("12-3-1992").expect("hubungan")


def test_u15_what_failed_is_named_in_the_words_of_its_question() -> None:
    walk = at_the_head().say("NIK: 33199917089\nNama: Budi\nwarna kesukaan: biru")
    walk.expect("Terisi: Kepala keluarga 1: Nama", "Kepala keluarga 1: NIK: NIK terdiri dari 16")
    walk.expect("tidak ditanyakan: Warna kesukaan.", "Berapa NIK kepala keluarga")


@pytest.mark.parametrize(
    "teks",
    [
        "Jl. Desa Nama Indah 17",
        "untuk nama anak saya di KK",
        "NIK",
        "3319991708900001",
        "Ibu Sumi",
    ],
)
def test_u15_an_ordinary_answer_is_no_block(teks: str) -> None:
    class Bebas(Formulir):
        keperluan: jenis.Baris
        nik: jenis.NIK
        nama: jenis.Nama
        nomor_kk: jenis.NomorKK

    Walk.of(Bebas).say(teks).expect("✓ Keperluan")


# ---- however it is mixed


class Orang(Formulir):
    nik: jenis.NIK
    nama: jenis.Nama
    tempat_lahir: jenis.Baris
    tanggal_lahir: jenis.TanggalLahir
    telepon: Annotated[jenis.Telepon | None, Tanya("HP?", bila=F.nama.terisi)] = None


class Warga(Formulir):
    keperluan: jenis.Baris
    orang: Annotated[list[Orang], Ulang("Siapa?", minimal=1, maksimal=4, judul="{nama}")]


ISI = {
    "NIK": [f"331999170890000{n}" for n in range(1, 5)],
    "Nama": ["BUDI SANTOSO", "SITI AMINAH", "RAKA PUTRA", "SARI PUTRI"],
    "Tempat lahir": ["KUDUS", "JEPARA", "PATI", "DEMAK"],
    "Tgl lahir": ["1990-08-17", "1992-03-12", "2017-05-05", "2020-01-10"],
}
NAMA = {"NIK": "nik", "Nama": "nama", "Tempat lahir": "tempat_lahir", "Tgl lahir": "tanggal_lahir"}
HIASAN = ("", "* ", "- ", "• ", "1. ", "> ", "✅ ")


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, list[dict[str, str]]]:
    """Up to four people as blocks: labels in any order, decorated, some lines missing."""
    blok, isi = [], []
    for nomor in range(draw(st.integers(1, 4))):
        label = draw(st.permutations(sorted(ISI)))
        label = [satu for satu in label if satu == "NIK" or draw(st.booleans())]
        pemisah = draw(st.sampled_from((": ", " : ", "=", ":", "\t")))
        hias = draw(st.sampled_from(HIASAN))
        besar = draw(st.sampled_from((str.upper, str.lower, str.title)))
        baris = [f"{hias}{besar(satu)}{pemisah}{ISI[satu][nomor]}" for satu in label]
        blok.append("\n".join(baris))
        isi.append({NAMA[satu]: ISI[satu][nomor] for satu in label})
    return "\n\n".join(blok), isi


@given(blocks(), st.sampled_from(("awal", "baris", "daftar")))
@settings(max_examples=60)
def test_u15_whatever_is_pasted_each_value_comes_to_its_own_field_and_person(
    tempelan: tuple[str, list[dict[str, str]]], saat: str
) -> None:
    teks, isi = tempelan
    walk = Walk.of(Warga)
    if saat != "awal":
        walk.say("pindah rumah")
    walk.say(teks)
    check(walk)
    baris = [dict(satu) for satu in walk.draft.jawaban["orang"]["baris"]]
    for satu in baris:
        assert satu["nama"] in ISI["Nama"] if "nama" in satu else True
    assert baris == isi


@given(st.text(max_size=400), st.integers(0, 3))
@settings(max_examples=150)
def test_u15_no_text_crashes_a_paste_or_loses_another_answer(teks: str, sejauh: int) -> None:
    walk = Walk.of(Warga)
    for jawaban in ("pindah rumah", "3319991708900001", "BUDI SANTOSO")[:sejauh]:
        walk.say(jawaban)
    sebelum = dict(walk.draft.jawaban)
    walk.say(teks)
    check(walk)
    baris = sebelum.get("orang", {}).get("baris", [])
    sesudah = walk.draft.jawaban.get("orang", {}).get("baris", [])
    for lama, baru in zip(baris, sesudah, strict=False):
        assert lama.items() <= baru.items()


@given(
    st.lists(
        st.sampled_from(
            (
                "nama",
                "nik",
                ":",
                "3319991708900001",
                "budi",
                "17-8-1990",
                "\n",
                ",",
                "lahir",
                "kudus",
                "2.",
                "tempat",
                "desa",
                "rt",
                "hp",
                "=",
                "\t",
                "saya",
                "*",
                "keperluan",
                "ibu",
                "-",
                "\n\n",
            )
        ),
        max_size=30,
    )
)
@settings(max_examples=150)
def test_u15_any_mixture_of_labels_and_values_fills_only_what_is_valid(bagian: list[str]) -> None:
    walk = Walk.of(Warga).say(" ".join(bagian))
    check(walk)
    for satu in walk.draft.jawaban.get("orang", {}).get("baris", []):
        assert satu.get("nik", "3319991708900001") == "3319991708900001"
        assert satu.get("tanggal_lahir", "1990-08-17") == "1990-08-17"
