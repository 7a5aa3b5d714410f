"""The fields of two people side by side, and what choosing one of the values writes.

A field is one or several columns that only make sense together: household, relation and home; the
standing with its day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection

from linli.domain.merges import ComparedField, Side
from linli.domain.merging import joined_note
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import ResidentStatus, Sex
from linli.storage.merge_links import FACTS
from linli.storage.merge_rows import Values, read_rows, tables
from linli.storage.readable import Words

HOME = "home"
STATUS = "status"
_NAME = "name"
_FORMER = "former_name"
_NOTE = "note"
_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    _NAME: ("", ("name", "name_pinyin")),
    HOME: ("住在哪一户", ("household_id", "relation_code", "dwelling_id")),
    STATUS: ("", ("status", "status_date", "status_note")),
}
_NO_FIELDS = frozenset(
    {"id", "version", "home_id", "recycled_at", "merged_into", "created_at", "updated_at"}
)
_BLANK = (None, "", False)
_UNKNOWN_SEX = (Sex.UNKNOWN.value, Sex.UNSTATED.value)


@dataclass(frozen=True)
class Field:
    """Columns of one table that are chosen together."""

    key: str
    table: str
    label: str
    columns: tuple[str, ...]


@cache
def resident_fields() -> tuple[Field, ...]:
    """Return the fields of a person's own row, in the order of the table."""
    found: list[Field] = []
    grouped = {column: key for key, (_, columns) in _GROUPS.items() for column in columns}
    for column in tables()["resident"].columns:
        key = grouped.get(column.name, column.name)
        if column.name in _NO_FIELDS or any(field.key == key for field in found):
            continue
        label, columns = _GROUPS.get(key, ("", (column.name,)))
        found.append(Field(key, "resident", label, columns))
    return tuple(found)


@cache
def fact_fields(table: str) -> tuple[Field, ...]:
    """Return the fields of what is recorded once of a person."""
    return tuple(
        Field(f"{table}.{column.name}", table, FACTS[table], (column.name,))
        for column in tables()[table].columns
        if column.name not in ("id", "resident_id")
    )


def field_of(table: str, column: str) -> Field:
    """Return the field that a column of a person's row or facts belongs to."""
    fields = resident_fields() if table == "resident" else fact_fields(table)
    return next(field for field in fields if column in field.columns)


class Sides:
    """The rows of two people, field by field."""

    def __init__(self, connection: Connection, kept_id: int, gone_id: int) -> None:
        self._connection = connection
        self._words = Words(connection)
        self.rows: dict[str, tuple[Values, Values]] = {}
        for table, column in (("resident", "id"), *((name, "resident_id") for name in FACTS)):
            found = [
                read_rows(connection, tables()[table], {column: person})
                for person in (kept_id, gone_id)
            ]
            if all(found):
                self.rows[table] = (found[0][0], found[1][0])

    def fields(self) -> Iterator[Field]:
        """Yield the fields of which both have a row."""
        yield from resident_fields()
        for table in FACTS:
            if table in self.rows:
                yield from fact_fields(table)

    def compared(self, field: Field) -> ComparedField | None:
        """Return a field as it is shown, None where neither has a value."""
        kept, gone = (self._text(field, row) for row in self.rows[field.table])
        if not kept and not gone:
            return None
        return ComparedField(
            key=field.key,
            label=self._label(field),
            kept=kept,
            gone=gone,
            options=self._options(field),
            suggested=self._suggested(field),
        )

    def chosen(self, choices: Mapping[str, Side]) -> dict[str, Values]:
        """Return by table what the kept rows shall have where that differs from what they have."""
        found: dict[str, Values] = {}
        for field in self.fields():
            side = choices.get(field.key, self._suggested(field))
            kept, gone = self.rows[field.table]
            if side is Side.GONE:
                values = {column: gone[column] for column in field.columns}
            elif side is Side.BOTH and field.key == _NOTE:
                values = {_NOTE: joined_note(kept[_NOTE], gone[_NOTE])}
            elif side is Side.BOTH and field.key == _FORMER:
                values = {_FORMER: self._other_name(choices)}
            else:
                continue
            if any(kept[column] != value for column, value in values.items()):
                found.setdefault(field.table, {}).update(values)
        return found

    def _other_name(self, choices: Mapping[str, Side]) -> str:
        kept, gone = self.rows["resident"]
        return str((kept if choices.get(_NAME) is Side.GONE else gone)["name"])

    def _options(self, field: Field) -> tuple[Side, ...]:
        kept, gone = self.rows[field.table]
        both = (field.key == _FORMER and kept["name"] != gone["name"]) or (
            field.key == _NOTE and kept[_NOTE] and gone[_NOTE]
        )
        return (Side.KEPT, Side.GONE, Side.BOTH) if both else (Side.KEPT, Side.GONE)

    def _suggested(self, field: Field) -> Side:
        kept, gone = self.rows[field.table]
        mine, theirs = kept[field.columns[0]], gone[field.columns[0]]
        if field.key == HOME:
            return _suggested_home(kept, gone)
        if field.key == STATUS:
            died = theirs == ResidentStatus.DECEASED.value != mine
            return Side.GONE if died else Side.KEPT
        if field.key == _NOTE and mine and theirs:
            return Side.BOTH
        if field.key == "sex":
            unsure = mine in _UNKNOWN_SEX and theirs not in _UNKNOWN_SEX
            return Side.GONE if unsure else Side.KEPT
        if theirs in _BLANK or mine == theirs:
            return Side.KEPT
        return Side.GONE if mine in _BLANK or _goes_on(field.key, mine, theirs) else Side.KEPT

    def _label(self, field: Field) -> str:
        if field.key == HOME:
            return field.label
        for row in self.rows[field.table]:
            for label, _ in self._words.of(field.table, {field.columns[0]: row[field.columns[0]]}):
                return label
        return field.label or field.key

    def _text(self, field: Field, row: Values) -> str:
        if field.key == HOME:
            return self._home(row)
        shown = {column: row[column] for column in field.columns if row[column] not in _BLANK}
        if field.key == "sex" and row["sex"] in _UNKNOWN_SEX:
            return ""
        return " ".join(text for _, text in self._words.of(field.table, shown))

    def _home(self, row: Values) -> str:
        said = []
        if row["household_id"] is not None:
            said.append(self._words.household(str(row["household_id"])))
        for _, text in self._words.of("resident", {"relation_code": row["relation_code"]}):
            said.append(text)
        home = self._connection.exec_driver_sql(
            "SELECT home_id FROM resident WHERE id = ?", (row["id"],)
        ).scalar_one()
        if home is not None:
            said.append(self._words.dwelling(str(home)))
        return " · ".join(said)


def _suggested_home(kept: Values, gone: Values) -> Side:
    if kept["household_id"] is not None and kept["household_id"] == gone["household_id"]:
        leads = gone["relation_code"] == HEAD_CODE != kept["relation_code"]
        return Side.GONE if leads else Side.KEPT
    for column in ("household_id", "dwelling_id"):
        if kept[column] is not None:
            return Side.KEPT
        if gone[column] is not None:
            return Side.GONE
    return Side.KEPT


def _goes_on(key: str, mine: Any, theirs: Any) -> bool:
    """Whether a date goes on where the other ends: 1961-04-07 after 1961-04."""
    dated = key in ("birth", "floating_stay.arrived", "party_membership.joined")
    return dated and len(str(theirs)) > len(str(mine)) and str(theirs).startswith(str(mine))
