"""Keeps what the registry held when the officer saw the page, so that just that is issued."""

from collections.abc import Mapping

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from core.api import Keluarga, Orang

Catatan = Mapping[str, Keluarga | Orang]


@dataclass(frozen=True)
class _Tersimpan:
    keluarga: dict[str, Keluarga]
    orang: dict[str, Orang]


_ADAPTER = TypeAdapter(_Tersimpan)


def dump(found: Catatan) -> str:
    """Write down what was found, by path of the look-up."""
    families = {path: one for path, one in found.items() if isinstance(one, Keluarga)}
    people = {path: one for path, one in found.items() if isinstance(one, Orang)}
    return _ADAPTER.dump_json(_Tersimpan(families, people)).decode()


def load(text: str) -> Catatan:
    """Read back what `dump` wrote."""
    kept = _ADAPTER.validate_json(text)
    return {**kept.keluarga, **kept.orang}
