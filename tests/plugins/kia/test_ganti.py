"""KIA hilang atau rusak: which proof is asked, and when a photo."""

from collections.abc import Callable

from core.dialog import needs
from core.kit import Walk
from plugins.kia.ganti import GANTI, follow_up
from plugins.kia.isian import KIAGanti
from plugins.kia.kode import Sebab
from tests.plugins.kia.contoh import NOMOR_AKTA, NOMOR_KK

PEMBUKA = 3


def named(sebab: str, lahir: str) -> Walk:
    walk = Walk.of(KIAGanti).expect("Mengapa KIA").tap(sebab)
    return walk.say(NOMOR_KK, "Raka Putra Santoso", lahir)


def filed(walk: Walk) -> KIAGanti:
    isian = walk.tap("Kirim").done().selesai.isian
    assert isinstance(isian, KIAGanti)
    return isian


def test_a_lost_card_needs_the_police_letter(put_on_record: Callable[[str], None]) -> None:
    walk = named("KIA hilang", "9-5-2021").expect("kepolisian").send().say(NOMOR_AKTA)
    walk.tap("Tidak tahu").expect("KTP-el").send().expect("Sudah benar?")
    isian = filed(walk)
    assert isian.surat_hilang is not None
    assert (isian.kia_rusak, isian.pas_foto) == (None, None)
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"kia-ganti below 5 by the form alone: {banyak} messages")
    assert banyak <= 12


def test_a_damaged_card_needs_its_photo_and_from_five_on_the_childs() -> None:
    walk = named("KIA rusak", "8-5-2021").expect("KIA yang rusak").send().tap("Saya tidak tahu")
    isian = filed(walk.say("A").send().expect("Pas foto").send())
    assert isian.surat_hilang is None
    assert isian.kia_rusak is not None
    assert isian.pas_foto is not None
    assert isian.nomor_akta is None


def test_from_17_on_a_lost_card_is_not_replaced() -> None:
    named("KIA hilang", "8-5-2009").expect("KTP-el", "perekaman", "Kapan tanggal lahir anak?")


def test_what_to_bring_names_the_papers_of_both_cases() -> None:
    bawaan = "\n".join(needs(Walk.of(KIAGanti).rencana))
    for paper in ("kepolisian", "KIA yang rusak", "KTP-el", "Pas foto"):
        assert paper in bawaan


def test_the_damaged_card_is_taken_in() -> None:
    isian = filed(named("KIA rusak", "9-5-2021").send().say(NOMOR_AKTA, "A").send())
    assert isian.alasan is Sebab.RUSAK
    assert "Tarik" in follow_up(isian)[0]
    assert GANTI.tindak_lanjut is follow_up
