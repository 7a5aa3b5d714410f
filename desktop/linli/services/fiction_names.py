"""Fictitious names: Han names as frequent as in life, and those of the peoples of Xinjiang.

Surnames come with their published shares, given names with the characters that people of the same
sex and age bear; `resources/sample/han_names.json` says where both are from.
"""

import json
import random
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from linli.domain.residents import Sex
from linli.domain.values.names import DOT
from linli.paths import resource

HAN, HUI, UYGHUR, KAZAKH = "01", "03", "05", "17"

_OTHER_CHARACTERS = 0.12  # share of characters that are of no generation


@dataclass(frozen=True, kw_only=True)
class NameMix:
    """How often each kind of name occurs.

    `groups` are the weights of the ethnic groups (民族), `compound` and `rare` the shares of Han
    names with a compound surname (复姓) and with a rare character (生僻字).
    """

    groups: dict[str, float]
    compound: float
    rare: float


COMMUNITY = NameMix(groups={HAN: 69, KAZAKH: 16, UYGHUR: 9, HUI: 6}, compound=0.01, rare=1 / 60)
"""A community in 木垒县, which shows every kind of name among few people."""

CITY = NameMix(groups={HAN: 92, KAZAKH: 2, UYGHUR: 3, HUI: 3}, compound=0.0011, rare=1 / 400)
"""A city as the country is: 91 % Han (七普), one compound surname in 900."""


class Weighted:
    """Words that are picked as often as their weights say."""

    def __init__(self, words: Sequence[str], weights: Iterable[float]) -> None:
        self._words = words
        self._sums = list(accumulate(weights))

    def pick(self, dice: random.Random) -> str:
        """Return one of the words."""
        return self._words[bisect(self._sums, dice.random() * self._sums[-1])]


@dataclass(frozen=True)
class _Generation:
    """Those born from a year on: how many bear one character, and the characters of each sex."""

    born_from: int
    single: float
    characters: dict[Sex, Weighted]


@cache
def words() -> dict[str, Any]:
    """Load the words of minority names, origins and trades."""
    loaded: dict[str, Any] = json.loads(resource("sample/names.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _han() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        resource("sample/han_names.json").read_text(encoding="utf-8")
    )
    return loaded


@cache
def _surnames(which: str) -> Weighted:
    shares = _han()[which]
    return Weighted(tuple(shares), shares.values())


@cache
def _generations() -> tuple[_Generation, ...]:
    return tuple(
        _Generation(
            each["from"],
            each["single"],
            {
                Sex.MALE: _characters(each["male"], _han()["other_male"]),
                Sex.FEMALE: _characters(each["female"], _han()["other_female"]),
            },
        )
        for each in _han()["generations"]
    )


def _characters(usual: str, others: str) -> Weighted:
    """Weigh characters by their rank, the others evenly."""
    ranked = [1 / (rank + 8) for rank in range(len(usual))]
    share = sum(ranked) * _OTHER_CHARACTERS / (1 - _OTHER_CHARACTERS) / len(others)
    return Weighted(usual + others, [*ranked, *[share] * len(others)])


class Names:
    """Makes names up.

    Args:
        dice: decides.
        mix: how often each kind of name occurs.
    """

    def __init__(self, dice: random.Random, mix: NameMix) -> None:
        self._dice = dice
        self._mix = mix
        self._groups = Weighted(tuple(mix.groups), mix.groups.values())

    def group(self) -> str:
        """Return the ethnic group (民族) of a household."""
        return self._groups.pick(self._dice)

    def name(self, group: str, sex: Sex, born: int, family: str | None = None) -> str:
        """Return a name.

        Args:
            group: the ethnic group's code.
            sex: decides which given names are likely.
            born: the year; so does the generation.
            family: the surname, or the father's name among Turkic peoples; any if None.
        """
        family = family or self.family_name(group)
        if group not in (UYGHUR, KAZAKH):
            return family + self._given(group, sex, born)
        people = "uyghur" if group == UYGHUR else "kazakh"
        given = family
        while given == family:
            given = self._dice.choice(
                words()[f"{people}_{'male' if sex is Sex.MALE else 'female'}"]
            )
        return given + DOT + family

    def family_name(self, group: str) -> str:
        """Return a surname, or a father's name among Turkic peoples."""
        dice = self._dice
        if group in (UYGHUR, KAZAKH):
            return str(dice.choice(words()["uyghur_male" if group == UYGHUR else "kazakh_male"]))
        if group == HUI:
            return str(dice.choice(words()["hui_surnames"]))
        compound = dice.random() < self._mix.compound
        return _surnames("compound_surnames" if compound else "surnames").pick(dice)

    def _given(self, group: str, sex: Sex, born: int) -> str:
        dice = self._dice
        if group == HAN and dice.random() < self._mix.rare:
            rare: str = dice.choice(words()["rare"])
            return rare if dice.random() < 0.5 else self._character(sex, born) + rare
        first = self._character(sex, born)
        if dice.random() < self._generation(born).single:
            return first
        second = self._character(sex, born)
        return first + (second if second != first or sex is Sex.FEMALE else "")

    def _character(self, sex: Sex, born: int) -> str:
        return self._generation(born).characters[sex].pick(self._dice)

    @staticmethod
    def _generation(born: int) -> _Generation:
        generations = _generations()
        for generation in reversed(generations):
            if generation.born_from <= born:
                return generation
        return generations[0]
