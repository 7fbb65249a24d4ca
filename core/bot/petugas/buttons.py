"""Makes the buttons of one officer's card: case, revision and nonce are the card's own."""

from core.bot.callback import TombolPetugas, short
from core.bot.models import Kartu
from core.permohonan import Permohonan


class To:
    """Gives a button of one card for an act."""

    def __init__(self, case: Permohonan, card: Kartu) -> None:
        self._case = case
        self._card = card

    def __call__(self, act: str, arg: str = "") -> TombolPetugas:
        """Return the button."""
        card = self._card
        return TombolPetugas(short(self._case.id), card.revisi, card.nonce, act, arg)
