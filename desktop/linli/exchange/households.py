"""Which rows make up a household (户): by its number, its head, or its place."""

from dataclasses import dataclass

from linli.domain.imported import ImportedHousehold, is_home
from linli.domain.imports import LedgerField, LedgerShape, RowRef
from linli.domain.values.addresses import Address, address_key, address_of_parts, parse_address
from linli.domain.values.names import normalise_name
from linli.exchange.cells import read_is_floating
from linli.exchange.ledger_row import PLACE_FIELDS, LedgerRow, Said, is_head_relation, is_texts

_F = LedgerField
_PLACE = (_F.ADDRESS, *PLACE_FIELDS)


class AddressReader:
    """Reads the places of rows; each spelling once."""

    def __init__(self, community: str | None) -> None:
        self._community = community
        self._known: dict[Said, Address | None] = {}
        self._of_text: dict[str, Address | None] = {}

    def address(self, row: LedgerRow) -> Address | None:
        """Return the dwelling a row names, from its parts or from one string."""
        cells = tuple(map(row.cells.get, _PLACE))
        if cells in self._known:
            return self._known[cells]
        address = self._read(*map(row.text, _PLACE))
        if is_texts(cells):
            self._known[cells] = address
        return address

    def of_text(self, text: str | None) -> Address | None:
        """Return the dwelling that a text in one string names."""
        if text is None:
            return None
        if text not in self._of_text:
            self._of_text[text] = parse_address(text, self._community)
        return self._of_text[text]

    def _read(self, whole: str | None, *parts: str | None) -> Address | None:
        split = address_of_parts(*parts, community=self._community)
        if whole is None:
            return split
        joined = parse_address(whole, self._community)
        if joined is None or split is None:
            return joined or split
        return Address(
            **{
                field.value: getattr(split, field.value) or getattr(joined, field.value)
                for field in PLACE_FIELDS
            }
        )


@dataclass(kw_only=True, eq=False, slots=True)
class _Group:
    """A household in the making."""

    at: RowRef
    table: int
    number: str | None
    address: Address | None
    grid: str | None
    head: str | None = None
    index: int = -1

    @property
    def place(self) -> str:
        return address_key(self.address) if self.address else ""

    def may_be(self, other: "_Group") -> bool:
        """Whether nothing speaks against two groups of one number being one household.

        In another table the same head or the same place has to speak for it, if both are known.
        """
        if self.head is None or other.head is None or self.head == other.head:
            return True
        places = {self.place, other.place} - {""}
        same_place = self.place == other.place != ""
        return same_place if self.table != other.table else len(places) < 2


class HouseholdFinder:
    """Gives each row of people its household, over all tables of a file."""

    def __init__(self) -> None:
        self._groups: list[_Group] = []
        self._numbered: dict[tuple[int, str], _Group] = {}
        self._placed: dict[str, _Group] = {}
        self._headed: dict[tuple[str, str], _Group] = {}
        self._current: _Group | None = None
        self._table = -1

    def begin_table(self) -> None:
        """Start another table; without its number a household does not go on across tables."""
        self._table += 1
        self._current = None

    def household_of(
        self,
        row: LedgerRow,
        at: RowRef,
        shape: LedgerShape,
        address: Address | None,
        grid: str | None,
    ) -> int | None:
        """Return which household (an index for `households`) a row belongs to, or None."""
        relation = row.text(_F.RELATION)
        floating = shape is LedgerShape.FLOATING or read_is_floating(row.text(_F.IS_FLOATING) or "")
        if floating and relation is None and not row.text(_F.HOUSEHOLD_NUMBER):
            return None
        mine = _Group(
            at=at,
            table=self._table,
            number=row.text(_F.HOUSEHOLD_NUMBER),
            address=address,
            grid=grid,
            head=normalise_name(row.text(_F.NAME) or "") if is_head_relation(relation) else None,
        )
        found = self._find(mine, row, has_relation=relation is not None)
        self._current = found
        if found is None:
            return None
        if found.index < 0:
            found.index = len(self._groups)
            self._groups.append(found)
        found.head = found.head or mine.head
        found.address = found.address or address
        found.grid = found.grid or grid
        return found.index

    def _find(self, mine: _Group, row: LedgerRow, *, has_relation: bool) -> _Group | None:
        """Return the household so far that the row continues, `mine` for a new one, or None."""
        current = self._current
        if mine.number is not None:
            found = self._numbered.get((self._table, mine.number))
            if found is None or not found.may_be(mine):
                self._numbered[self._table, mine.number] = found = mine
            return found
        named = self._head_key(row, mine)
        if mine.head is not None:
            self._placed[mine.place] = mine
            if named is not None:
                self._headed[named] = mine
            return mine
        if current is not None and (row.attached or (has_relation and not mine.place)):
            return current
        if named is not None:
            return self._headed.setdefault(named, mine)
        if current is not None and has_relation and mine.place == current.place:
            return current
        by_place = is_home(mine.address) and _F.HOUSEHOLD_NUMBER not in row.columns
        return self._placed.setdefault(mine.place, mine) if by_place else None

    @staticmethod
    def _head_key(row: LedgerRow, group: _Group) -> tuple[str, str] | None:
        """Return who is named as the row's head, and where."""
        head = row.text(_F.HEAD_NAME)
        if head is None:
            return None
        return normalise_name(head) + (row.text(_F.HEAD_DOCUMENT) or ""), group.place

    def households(self) -> tuple[tuple[ImportedHousehold, ...], list[int]]:
        """Return the households, and for each index given out which of them it is.

        One number in several tables is one household unless place and head both differ, as where
        every grid counts from 1; then the number goes with the grid's name.
        """
        distinct: list[_Group] = []
        same_number: dict[str, list[int]] = {}
        positions: list[int] = []
        for group in self._groups:
            known = same_number.setdefault(group.number, []) if group.number else []
            position = next((i for i in known if distinct[i].may_be(group)), None)
            if position is None:
                position = len(distinct)
                distinct.append(group)
                known.append(position)
            positions.append(position)
        numbers = {
            position: number
            for shared in same_number.values()
            for position, number in _own_numbers(distinct, shared).items()
        }
        households = tuple(
            ImportedHousehold(
                at=group.at, number=numbers.get(i), address=group.address, grid=group.grid
            )
            for i, group in enumerate(distinct)
        )
        return households, positions


def _own_numbers(groups: list[_Group], positions: list[int]) -> dict[int, str]:
    """Return a number of its own for each of the households that share one."""
    number = str(groups[positions[0]].number)
    if len(positions) == 1:
        return {positions[0]: number}
    labels = [groups[i].grid or groups[i].at.sheet for i in positions]
    if len(set(labels)) == len(labels):
        return {i: f"{label}-{number}" for i, label in zip(positions, labels, strict=True)}
    return {i: f"{number}-{n}" if n > 1 else number for n, i in enumerate(positions, start=1)}
