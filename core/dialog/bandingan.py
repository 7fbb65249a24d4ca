"""Compares what was read on a paper with what was typed. Pure; in doubt there is no difference.

A reading is no proof: a false difference would trouble a citizen who typed everything right.
"""

from difflib import SequenceMatcher

_SAME_NAME = 0.84
_SAME_WORD = 0.75
_SHORTEST = 3


def numbers_differ(read: str, typed: str) -> bool:
    """Tell whether two numbers differ. The reading was sure, so one digit is enough."""
    return read != typed


def names_differ(read: str, typed: str) -> bool:
    """Tell whether two names cannot be the same person's.

    A title more or less, an abbreviated word (MUH. for MUHAMMAD), a name that goes on in the next
    line of the card, or a misread letter is no difference.
    """
    one, other = _words(read), _words(typed)
    if not one or not other:
        return False
    whole = SequenceMatcher(None, "".join(one), "".join(other), autojunk=False).ratio()
    if whole >= _SAME_NAME:
        return False
    fewer, more = sorted((one, other), key=len)
    return not all(any(_alike(word, each) for each in more) for word in fewer)


def _words(name: str) -> list[str]:
    return ["".join(filter(str.isalpha, word)) for word in name.upper().split()]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) <= _SHORTEST:
        return longer.startswith(shorter)
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= _SAME_WORD
