"""What the issuing of a document hands from step to step. Values; secrets never print."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


class NotReady(Exception):
    """A step was asked for before the one that it stands on."""


@dataclass(frozen=True)
class Persiapan:
    """The secrets of a document's first link, fixed before anything is rendered."""

    token: str = field(repr=False)
    kata_sandi: str = field(repr=False)


@dataclass(frozen=True)
class CalonTautan:
    """A link that is worked out and not yet published."""

    dokumen_id: UUID
    id: UUID
    garam: bytes = field(repr=False)
    bungkus: bytes = field(repr=False)


@dataclass(frozen=True)
class TautanTerbit:
    """What the citizen gets: the address by mail, the password by chat, and until when."""

    url: str = field(repr=False)
    kata_sandi: str = field(repr=False)
    berlaku_sampai: datetime


@dataclass(frozen=True)
class KataSandiAktif:
    """The password of an open link."""

    kata_sandi: str = field(repr=False)
    berlaku_sampai: datetime


@dataclass(frozen=True)
class KataSandiTiada:
    """There is no open link, so there is no password to show."""
