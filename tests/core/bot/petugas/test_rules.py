"""The table of who may press what, against the table of what is done."""

from core.bot.callback import TombolPetugas, data
from core.bot.petugas import cards, words
from core.bot.petugas.room import OfficerRoom
from core.bot.petugas.rules import RULES
from tests.core.bot.ruang import Ruang


def test_every_act_has_a_rule_and_every_rule_an_act(ruang: Ruang) -> None:
    assert len(RULES) > 15, "an empty table proves nothing"
    assert set(OfficerRoom(ruang.alat).acts) == set(RULES)


def test_no_act_counts_both_in_the_group_and_in_private() -> None:
    for act, rule in RULES.items():
        assert rule.kartu, act
        assert not (cards.GRUP in rule.kartu and set(rule.kartu) & set(cards.PRIVATE)), act


def test_what_decides_is_told_by_the_history_in_words_that_exist() -> None:
    done = {rule.bekas for rule in RULES.values()} - {""}
    assert {"diambil", "disetujui", "ditolak", "dikembalikan"} <= done
    assert done <= set(words.JEJAK)


def test_the_longest_button_fits() -> None:
    longest = max(RULES, key=len)
    assert len(data(TombolPetugas("a" * 8, 0xFFFFFF, "b" * 8, longest, "x" * 24))) <= 64
