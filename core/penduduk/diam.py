"""The registry of an office that has none: it never answers, so the officer types the data."""

from core.penduduk.port import JawabanKeluarga, JawabanOrang, TidakMenjawab


class PendudukDiam:
    """Answers every question with silence."""

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        """Return no answer."""
        return TidakMenjawab()

    async def orang(self, nik: str) -> JawabanOrang:
        """Return no answer."""
        return TidakMenjawab()
