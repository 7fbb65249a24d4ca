"""Whole dialogs in each language: nothing of another one is in them, and the same is stored."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.api import HasilCari
from core.bahasa import INDONESIA, Bahasa, languages
from core.dialog import Balasan, Rencana, compile_form
from core.kit import KONTEKS, Naskah, Walk
from core.kit.penuntun import guide
from core.registry import LayananSiap
from plugins.kk.ganti_isian import GantiKK
from tests.core.bahasa.kumpulan import AKAR, KATALOG, SINGKATAN, core_sentences, plugin_sentences

BAHASA = languages(siap.folder for siap in KATALOG.layanan.values())
SIAP = list(KATALOG.layanan.values())
_SISIP = re.compile(r"({[^}]*}|<[^>]*>)")
_TANDA = str.maketrans("aiueoAIUEO", "áíúéóÁÍÚÉÓ")
_DATA = re.compile(
    r"<code>.*?</code>|\d[\d./-]*\w*|\S+@\S+|“[^”]*”|(?<=: )[A-Z0-9 .'/-]{2,}|[A-Z]{2,}(?:-el)?\S*"
)


def pseudo() -> Bahasa:
    """Make a language in which every sentence that is said bears accents on its vowels."""
    semua = core_sentences().union(*plugin_sentences().values())
    return Bahasa("xx", {satu: accented(satu) for satu in semua})


def accented(kalimat: str) -> str:
    bagian = _SISIP.split(kalimat)
    return "".join(satu if n % 2 else satu.translate(_TANDA) for n, satu in enumerate(bagian))


PSEUDO = pseudo()


def walk_of(siap: LayananSiap[Rencana], bahasa: Bahasa, hasil: HasilCari) -> Walk:
    layanan = siap.layanan
    rencana = compile_form(
        layanan.formulir,
        kontak=bool(layanan.terkirim),
        dokumen=layanan.terkirim,
        janji=layanan.tatap_muka is not None,
    )
    return Walk(rencana, konteks=replace(KONTEKS, bahasa=bahasa), naskah=Naskah(cari=hasil))


def guided(walk: Walk, benih: int) -> Walk:
    """Let a sensible citizen fill it in to the end."""
    acak = random.Random(benih)  # a walk that repeats
    for langkah in range(600):
        if walk.draft.status == "terkirim":
            return walk
        guide(walk, acak, straight=langkah > 120)
    raise AssertionError(walk.teks)


def family_card(bahasa: Bahasa) -> Walk:
    walk = Walk(
        compile_form(GantiKK, kontak=True, dokumen="Kartu Keluarga"),
        konteks=replace(KONTEKS, bahasa=bahasa),
    )
    walk.tap(bahasa.say("KK hilang")).say("3319990108160001", "Budi Santoso", "17-8-1990")
    walk.send().send().say("budi@gmail.com", "123456")
    return walk.tap(bahasa.say("✅ Kirim")).done()


def said(walk: Walk) -> Iterator[str]:
    for balasan in walk.semua:
        yield balasan.teks
        yield from labels(balasan)


def labels(balasan: Balasan) -> Iterator[str]:
    return (tombol.label for baris in balasan.tombol for tombol in baris)


def pieces(kalimat: str) -> Iterator[str]:
    """Give what stands between the fields and tags of a sentence, where it is long enough."""
    for n, satu in enumerate(_SISIP.split(kalimat)):
        if n % 2 == 0:
            yield from (baris.strip() for baris in satu.split("\n") if len(baris.strip()) >= 12)


def foreign(bahasa: Bahasa) -> set[str]:
    """Give pieces of sentences that nobody who speaks a language should read."""
    semua = core_sentences().union(*plugin_sentences().values())
    sendiri = "\n".join(bahasa.say(satu) for satu in semua)
    lain = {
        potong
        for satu in BAHASA.values()
        if satu != bahasa
        for kalimat in semua
        for potong in pieces(satu.say(kalimat))
    }
    return {satu for satu in lain if satu not in sendiri and satu not in SINGKATAN}


@pytest.mark.parametrize("kode", sorted(BAHASA))
def test_a_lost_family_card_is_filed_in_one_language_only(kode: str) -> None:
    asing = foreign(BAHASA[kode])
    assert len(asing) >= 300, "an empty walk proves nothing"
    semua = "\n".join(said(family_card(BAHASA[kode])))
    assert len(semua) > 1000
    # What the kit's own room says of a code is its script's.
    bocor = {satu for satu in asing if satu in semua.replace("Kode dikirim ke", "")}
    assert bocor == set()


@pytest.mark.parametrize("kode", sorted(BAHASA))
def test_the_language_changes_nothing_that_is_stored(kode: str) -> None:
    asli, lain = family_card(INDONESIA), family_card(BAHASA[kode])
    assert lain.draft.jawaban == asli.draft.jawaban
    assert lain.draft.sidik == asli.draft.sidik
    assert lain.selesai == asli.selesai
    assert lain.kirim == asli.kirim


@pytest.mark.parametrize("kode", sorted(BAHASA))
@pytest.mark.parametrize("siap", SIAP, ids=lambda siap: siap.layanan.kode)
def test_every_service_can_be_filled_in(siap: LayananSiap[Rencana], kode: str) -> None:
    for benih, hasil in enumerate(HasilCari):
        guided(walk_of(siap, BAHASA[kode], hasil), benih)


@pytest.mark.parametrize("siap", SIAP, ids=lambda siap: siap.layanan.kode)
def test_nothing_is_said_past_the_catalogue(siap: LayananSiap[Rencana]) -> None:
    bocor = set()
    for benih, hasil in enumerate(HasilCari):
        walk = walk_of(siap, PSEUDO, hasil)
        semua = list(said(guided(walk, benih)))
        contoh = {satu for teks in semua for satu in re.findall(r"<code>(.*?)</code>", teks)}
        for teks in semua:
            for satu in (*contoh, "Kode dikirim ke"):  # typed by the citizen; the kit's script
                teks = teks.replace(satu, "")
            bersih = re.sub(r"</?\w+>", "", _DATA.sub("", teks))
            bocor |= set(re.findall(r"[A-Za-z]*[aiueo][a-z]{2,}(?: [a-z]{3,})+", bersih))
    assert bocor == set()


def test_words_that_mean_a_button_count_in_both_languages() -> None:
    for kode, lewati in (("id", "lewati"), ("jv", "langkungi"), ("en", "skip")):
        for ketik in (lewati, "lewati"):
            walk = Walk(
                compile_form(GantiKK, kontak=True, dokumen="KK"),
                konteks=replace(KONTEKS, bahasa=BAHASA[kode]),
            )
            walk.say("kembali", "batal")
            walk.say({"id": "ya", "jv": "nggih", "en": "yes"}[kode] if ketik == lewati else "ya")
            assert walk.draft.status == "batal", (kode, ketik, walk.teks)


def test_an_indonesian_label_is_an_answer_in_every_language() -> None:
    for bahasa in BAHASA.values():
        walk = Walk(
            compile_form(GantiKK, kontak=True, dokumen="KK"),
            konteks=replace(KONTEKS, bahasa=bahasa),
        )
        assert walk.say("KK hilang").draft.jawaban["alasan"] == "hilang"


def test_the_test_sees_a_leak() -> None:
    assert (AKAR / "plugins").is_dir()
    assert accented("Halo <b>{nama}</b>") == "Háló <b>{nama}</b>"
    assert "Kirim foto yang terang, seluruh lembar terlihat, atau PDF." in foreign(BAHASA["en"])
