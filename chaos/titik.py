"""The named points: where a child kills itself when the harness has armed the point.

Each names a row of FAULTS.md section 6 and a function of the production code. A point that names
nothing that exists is found by tests/chaos/test_titik.py, and by every start of a child.
"""

from dataclasses import dataclass
from enum import StrEnum

KERJA, WEB = "kerja", "web"


class Saat(StrEnum):
    """When, measured at the function that a point names."""

    SEBELUM = "sebelum"  # it was called and has done nothing yet
    SESUDAH = "sesudah"  # it has returned; what called it has seen nothing yet
    SELAGI = "selagi"  # it is running, `detik` after it was called


@dataclass(frozen=True)
class Titik:
    """A named point. `fungsi` is module:function or module:Class.method, sync or async."""

    kode: str
    baris: str
    arti: str
    fungsi: str
    saat: Saat
    detik: float = 0.0
    peran: str = KERJA
    anak: bool = False
    """Kill the render worker instead of the process itself."""


_INBOX = "core.store.inbox"
_INTAKE = "core.bot.intake:Intake"
_STEPS = "core.issuing.steps:Steps"

TITIK = (
    Titik("K01", "K01", "getUpdates answered, inbox not committed", f"{_INBOX}:store",
          Saat.SEBELUM),
    Titik("K02", "K02", "inbox committed, nothing handled", f"{_INBOX}:store", Saat.SESUDAH),
    Titik("K03", "K03", "turn done, not committed", f"{_INBOX}:mark_done", Saat.SESUDAH),
    Titik("K04", "K04", "turn committed, nothing sent", f"{_INTAKE}._commit", Saat.SESUDAH),
    Titik("K04b", "K04", "Telegram has the message, not recorded", "core.bot.call:Caller.do",
          Saat.SESUDAH),
    Titik("K05", "K05", "inside the approval's transaction",
          "core.permohonan.deciding:Deciding.approve", Saat.SESUDAH),
    Titik("K06", "K06", "approved, workflow not started", "core.issuing.room:IssuingRoom.start",
          Saat.SEBELUM),
    Titik("K06b", "K06", "workflow started, nothing prepared", f"{_STEPS}.prepare", Saat.SEBELUM),
    Titik("K07", "K07", "while the page is rendered", "delivery.render:Renderer.render",
          Saat.SELAGI, 0.01),
    Titik("K07b", "K07", "the render worker dies under the page",
          "delivery.render:Renderer.render", Saat.SELAGI, 0.01, anak=True),
    Titik("K08", "K08", "rendered and kept, not signed", f"{_STEPS}.render", Saat.SESUDAH),
    Titik("K09", "K09", "signed, not stored", "delivery.sign:ContohSigner.sign", Saat.SESUDAH),
    Titik("K10", "K09", "blob stored, its hash not committed", "delivery.lemari:Lemari.put",
          Saat.SESUDAH),
    Titik("K11", "K11", "stored, no link and no letter yet",
          "delivery.penerbit:Penerbit.derive_link", Saat.SESUDAH),
    Titik("K11b", "K11", "inside the transaction of link and letter",
          "core.issuing.letters:Letters.put_link", Saat.SESUDAH),
    Titik("K12", "K12", "letter in phase amplop", "delivery.mailer:Mailer.send", Saat.SEBELUM),
    Titik("K13", "K13", "phase data committed, DATA not said", "delivery.mailer:Mailer._content",
          Saat.SEBELUM),
    Titik("K13b", "K13", "the dot is out, 250 not come", "delivery.mailer:Mailer._content",
          Saat.SELAGI, 0.15),
    Titik("K13c", "K13", "250 has come, not recorded", "delivery.mailer:Mailer.send",
          Saat.SESUDAH),
    Titik("K15", "K15", "terkirim committed, nobody told", "delivery.pos:Pos._write_down",
          Saat.SESUDAH),
    Titik("K18", "K18", "during the purge", "delivery.sapu:sweep", Saat.SESUDAH),
    Titik("K21", "K21", "line appended to the history, not committed",
          "core.store.riwayat:write", Saat.SESUDAH),
    Titik("W01", "D16", "password right, ticket not given", "delivery.pembuka:Pembuka.open",
          Saat.SESUDAH, peran=WEB),
)  # fmt: skip


def named(kode: str) -> Titik:
    """Return a point by its code."""
    return next(titik for titik in TITIK if titik.kode == kode)
