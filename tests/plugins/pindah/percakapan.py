"""How a walk through the form begins, and ends; for the tests of its branches."""

from core.api import HasilCari
from core.dialog import compile_form
from core.kit import Naskah, Walk
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.keluar import KELUAR
from tests.plugins.pindah.contoh import NOMOR_KK

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
TUJUAN = "Meteseh, Tembalang, Kota Semarang"
KODE_TUJUAN = "33.74.10.1001"


def begun(siapa: str, hasil: HasilCari = HasilCari.ADA) -> Walk:
    """Budi has said who moves, and who he is; the dialog as it is compiled for this service."""
    rencana = compile_form(KELUAR.formulir, kontak=bool(KELUAR.terkirim))
    walk = Walk(rencana, naskah=Naskah(cari=hasil)).expect("Siapa yang pindah?").tap(siapa)
    return walk.say(NOMOR_KK, "Budi Santoso", "17-8-1990")


def headed(siapa: str) -> Walk:
    """The registry knows the family, and the new address is told."""
    return addressed(begun(siapa))


def addressed(walk: Walk) -> Walk:
    walk.expect("Ke desa atau kelurahan mana").say(TUJUAN, "Jl. Ngesrep 12 RT 4 RW 2")
    return walk.tap("Tidak tahu").tap("Pekerjaan")


def filed(walk: Walk) -> PindahKeluar:
    walk.expect("KTP-el").send().tap("ambil di kantor").tap("Kirim").done()
    isian = walk.selesai.isian
    assert isinstance(isian, PindahKeluar)
    return isian
