"""Walks a form twice at once: written out and read in at every step, and kept in memory."""

from core.dialog import Draft, Kejadian, Langkah, prompt, step
from core.kit.walk import Walk


class Kembar(Walk):
    """A walk whose twin forgets nothing: both must say the same at every step."""

    def __post_init__(self) -> None:
        """Begin both."""
        super().__post_init__()
        self._diingat = self.draft

    def place(self, draft: Draft) -> None:
        """Put both at a draft, as an officer's send-back or a restart would, and ask again."""
        self.draft = self._diingat = draft
        self._heard(prompt(self.rencana, draft, self.konteks))

    def _step(self, event: Kejadian) -> Langkah:
        dibaca = super()._step(event)
        diingat = step(self.rencana, self._diingat, event, self.konteks)
        assert diingat == dibaca, "a restart here would change the transcript"
        self._diingat = diingat.draft
        return dibaca
