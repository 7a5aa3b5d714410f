"""What helps a mediator write and speak: phrases the hall keeps, the law, a checklist.

The articles are those of the 人民调解法 (2010) as `resources/codes/mediation_texts.json` has them;
the phrases there are what a hall begins with, and may change.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from linli.domain.cases import Agreement, Party
from linli.domain.contact_rules import clean_lines
from linli.errors import FieldProblem
from linli.paths import resource

LONGEST_PHRASE = 500
MOST_PHRASES = 100


class PhraseUse(StrEnum):
    """Where a phrase is used."""

    RECORD = "record"
    RESULT = "result"
    FACTS = "facts"
    TERMS = "terms"
    PERFORMANCE = "performance"
    VISIT = "visit"


PHRASE_USE = {
    PhraseUse.RECORD: "调解记录",
    PhraseUse.RESULT: "调解结果",
    PhraseUse.FACTS: "纠纷事实",
    PhraseUse.TERMS: "协议内容",
    PhraseUse.PERFORMANCE: "履行方式和期限",
    PhraseUse.VISIT: "回访",
}
_USES = frozenset(use.value for use in PhraseUse)


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A phrase (常用语) and where it is used."""

    use: PhraseUse
    text: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the help: its title, and its sentences."""

    title: str
    lines: tuple[str, ...]


def rights_and_duties() -> tuple[Section, ...]:
    """Return principles, rights and duties (art. 3, 4, 23, 24) and what follows (31 to 33)."""
    return tuple(_section(each) for each in _data()["rights"])


def agreement_checklist(
    parties: Sequence[Party], agreement: Agreement
) -> list[tuple[str, bool | None]]:
    """Return what an agreement may contain (art. 29), and what is easily forgotten.

    With each item whether it is written; None where nobody but the mediator can tell.
    """
    written = {
        "parties": bool(parties) and all(each.address or each.phone for each in parties),
        "facts": bool(agreement.facts),
        "terms": bool(agreement.terms),
        "performance": bool(agreement.performance),
        "due": bool(agreement.duties) and all(duty.due for duty in agreement.duties),
    }
    return [(each["text"], written.get(each.get("check", ""))) for each in _data()["agreement"]]


def shipped_phrases() -> tuple[Phrase, ...]:
    """Return the phrases a hall begins with."""
    return read_phrases(_data()["phrases"])


def read_phrases(kept: Any) -> tuple[Phrase, ...]:
    """Return phrases as they are kept; what another version wrote differently is left out."""
    found = []
    for each in kept if isinstance(kept, list) else ():
        use, text = each.get("use"), each.get("text")
        if use in _USES and isinstance(text, str):
            found.append(Phrase(use=PhraseUse(use), text=text))
    return tuple(found)


def clean_phrases(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return phrases in normal form: none empty, none twice."""
    tidied = (Phrase(use=each.use, text=clean_lines(each.text) or "") for each in phrases)
    return tuple(dict.fromkeys(each for each in tidied if each.text))


def check_phrases(phrases: tuple[Phrase, ...]) -> list[FieldProblem]:
    """Return what is wrong with phrases in normal form."""
    problems = [
        f"常用语「{each.text[:12]}…」有 {len(each.text)} 个字，"
        f"最多 {LONGEST_PHRASE} 个字，请写短一些。"
        for each in phrases
        if len(each.text) > LONGEST_PHRASE
    ]
    if len(phrases) > MOST_PHRASES:
        problems.append(f"常用语有 {len(phrases)} 条，最多 {MOST_PHRASES} 条，请删去不用的。")
    return [FieldProblem(field="phrases", message=message) for message in problems]


def _section(data: dict[str, Any]) -> Section:
    return Section(title=data["title"], lines=tuple(data["lines"]))


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resource("codes/mediation_texts.json").read_text(encoding="utf-8")
    )
    return found
