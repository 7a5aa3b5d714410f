"""Rows of a workbook whose numbers or names are masked (号码遮盖): whom of the ledger they mean.

A list that left the ledger masked may come back. A masked value is never entered: the row is joined
to the one person whom all that it shows fits, or set aside. Where it shows little, the number of
the household must be the same as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from linli.domain.imported import ImportBatch, ImportedHousehold, ImportedPerson
from linli.domain.imports import RowRef, SetAside, SetAsideReason
from linli.domain.joining import qualified_number
from linli.domain.residents import Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import IdentityDocument
from linli.domain.values.masking import STAR, may_hide
from linli.domain.values.names import is_masked_name

ENOUGH_SHOWN = 6
"""So many digits of a number tell people of one name apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """Somebody of the ledger whom a masked row may mean; `household` is its number."""

    id: int
    name: str
    sex: Sex
    birth: PartialDate | None
    household: str | None
    documents: tuple[IdentityDocument, ...]


def is_to_unmask(batch: ImportBatch) -> bool:
    """Whether a batch has rows with masked numbers or names."""
    return any(said.masked is not None for said in batch.people)


def unmasked(batch: ImportBatch, candidates: Iterable[Candidate]) -> ImportBatch:
    """Return a batch in which each masked row has the name and the number of its person.

    Rows of which it cannot be told whom they mean are set aside.
    """
    known = _Known(candidates)
    people: list[ImportedPerson] = []
    problems: list[SetAside] = []
    count = 0
    for said in batch.people:
        if said.masked is None:
            people.append(said)
            continue
        numbers = household_numbers(batch.households, said)
        found = [one for one in known.near(said, numbers) if _fits(said, one)]
        if len(found) > 1 or not _shows_enough(said):
            found = [one for one in found if one.household in numbers]
        if len(found) == 1:
            people.append(_known(said, found[0]))
            count += 1
        else:
            problems.append(_unknown(said, several=len(found) > 1))
    return replace(
        batch,
        people=tuple(people),
        problems=(*batch.problems, *problems),
        unmasked=count,
    )


def household_numbers(
    households: Sequence[ImportedHousehold], said: ImportedPerson
) -> frozenset[str]:
    """Return under which numbers the ledger may have a row's household."""
    household = None if said.household is None else households[said.household]
    if household is None or household.number is None:
        return frozenset()
    return frozenset({household.number, qualified_number(household)})


def masked_number(number: str, at: RowRef, column: int | None, name: str) -> SetAside:
    """Return that a row is set aside since its number is masked."""
    message = f"证件号码「{number}」是遮盖过的，看不出完整号码；请换用带完整号码的表。"
    return SetAside(at=at, column=column, reason=SetAsideReason.MASKED, message=message, name=name)


class _Known:
    """People of the ledger by what a row may show of them."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._by_name: dict[str, list[Candidate]] = {}
        self._by_household: dict[str, list[Candidate]] = {}
        self._by_number: dict[str, list[Candidate]] = {}
        for one in candidates:
            self._by_name.setdefault(one.name, []).append(one)
            if one.household is not None:
                self._by_household.setdefault(one.household, []).append(one)
            for document in one.documents:
                self._by_number.setdefault(document.number, []).append(one)

    def near(self, said: ImportedPerson, households: Iterable[str]) -> Iterable[Candidate]:
        """Return who may be meant by the surest thing that a row shows."""
        if said.draft.documents:
            return self._by_number.get(said.draft.documents[0].number, ())
        if not is_masked_name(said.draft.name):
            return self._by_name.get(said.draft.name, ())
        return [one for number in households for one in self._by_household.get(number, ())]


def _shows_enough(said: ImportedPerson) -> bool:
    """Whether a row tells people apart without their household."""
    shown = (said.masked or "").replace(STAR, "")
    return bool(said.draft.documents) or len(shown) >= ENOUGH_SHOWN


def _fits(said: ImportedPerson, one: Candidate) -> bool:
    """Whether nothing that a row shows speaks against its meaning somebody."""
    draft = said.draft
    if not may_hide(draft.name, one.name):
        return False
    if said.masked and not any(may_hide(said.masked, each.number) for each in one.documents):
        return False
    if draft.birth and one.birth and not draft.birth.agrees_with(one.birth):
        return False
    return len({draft.sex, one.sex} & {Sex.MALE, Sex.FEMALE}) < 2


def _known(said: ImportedPerson, one: Candidate) -> ImportedPerson:
    """Return a row as if it had shown what is masked in it."""
    own = tuple(each for each in one.documents if may_hide(said.masked or "", each.number))
    documents = said.draft.documents or own[:1]
    return replace(said, draft=replace(said.draft, name=one.name, documents=documents))


def _unknown(said: ImportedPerson, *, several: bool) -> SetAside:
    name = said.draft.name
    what, column = f"姓名「{name}」", said.name_column
    if said.masked:
        what, column = f"证件号码「{said.masked}」", said.document_column
    why = "台账里没有对得上的人" if not several else "台账里对得上的不止一个人"
    message = f"{what}是遮盖过的，{why}，没有登记；请换用带完整姓名和号码的表。"
    return SetAside(
        at=said.at, column=column, reason=SetAsideReason.MASKED, message=message, name=name
    )
