"""Records of several machines: whatever the meetings, all come to the same end."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.exchange_rows import (
    EXISTENCE,
    Cell,
    Event,
    Outcome,
    Row,
    Side,
    merge,
    removed,
    take_newer,
)
from linli.domain.exchange_versions import (
    NEVER,
    Version,
    changed,
    covers,
    join,
    newest,
    version_from,
    version_text,
)

MACHINES = ("a", "b", "c")
FIELDS = ("name", "phone")
RECORDS = (1, 2)

versions = st.dictionaries(st.sampled_from(MACHINES), st.integers(1, 9)).map(
    lambda found: tuple(sorted(found.items()))
)


@given(versions, versions, versions)
def test_joining_versions_knows_no_order(one: Version, other: Version, third: Version) -> None:
    assert join(one, other) == join(other, one)
    assert join(join(one, other), third) == join(one, join(other, third))
    assert join(one, one) == one
    assert covers(join(one, other), other)
    assert newest(join(one, other)) == max(newest(one), newest(other))


@given(versions)
def test_a_version_is_read_back(version: Version) -> None:
    assert version_from(version_text(version)) == version


@pytest.mark.parametrize("text", ["a", "a:", ":1", "a:-1", "a:1,a:2", "a:１", "a:1,"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="version"):
        version_from(text)


def _row(name: str, version: Version) -> Row:
    return Row({"name": Cell((name,), version)}, version)


BORN: Version = (("a", 1),)
EVENT = Event("a", 99)


def test_a_change_that_had_seen_ours_is_taken() -> None:
    merged = merge(_row("old", BORN), _row("new", changed(BORN, "b", 5)), EVENT)
    assert merged.fields == {"name": Outcome.TAKEN}
    assert merged.row.fields["name"] == Cell(("new",), (("a", 1), ("b", 5)))


def test_a_decision_against_the_newer_side_is_a_change_of_its_own() -> None:
    ours, theirs = _row("x", changed(BORN, "a", 3)), _row("y", changed(BORN, "b", 5))
    asked: list[tuple[str, Side]] = []

    def choose(name: str, newer: Side) -> Side:
        asked.append((name, newer))
        return Side.OURS

    merged = merge(ours, theirs, EVENT, choose)
    assert asked == [("name", Side.THEIRS)]
    assert merged.fields == {"name": Outcome.CONFLICT}
    assert merged.row.fields["name"] == Cell(("x",), (("a", 99), ("b", 5)))
    again = merge(merged.row, theirs, Event("a", 100))
    assert again.row == merged.row
    assert again.fields == {"name": Outcome.KEPT}
    there = merge(theirs, merged.row, Event("b", 101))
    assert there.fields == {"name": Outcome.TAKEN}


def test_the_same_value_given_twice_is_no_conflict() -> None:
    ours, theirs = _row("x", changed(BORN, "a", 3)), _row("x", changed(BORN, "b", 5))
    merged = merge(ours, theirs, EVENT)
    assert merged.fields == {"name": Outcome.SAME}
    assert merged.row.fields["name"].version == (("a", 3), ("b", 5))


def test_removing_what_was_seen_removes_it() -> None:
    row = _row("x", BORN)
    merged = merge(row, removed(row, Event("b", 5)), EVENT)
    assert merged.existence is Outcome.TAKEN
    assert not merged.row.is_there


@pytest.mark.parametrize(("edited", "there"), [(3, False), (7, True)])
def test_removing_against_changing_is_a_conflict_that_the_newer_wins(
    edited: int, there: bool
) -> None:
    gone = removed(_row("x", BORN), Event("b", 5))
    merged = merge(_row("y", changed(BORN, "a", edited)), gone, EVENT)
    assert merged.existence is Outcome.CONFLICT
    assert merged.row.is_there is there


@pytest.mark.parametrize("edited", [3, 7])
@pytest.mark.parametrize("side", Side)
def test_removing_against_changing_can_be_decided_either_way(edited: int, side: Side) -> None:
    gone = removed(_row("x", BORN), Event("b", 5))
    ours = _row("y", changed(BORN, "a", edited))
    merged = merge(ours, gone, EVENT, lambda _name, _newer: side)
    assert merged.row.is_there is (side is Side.OURS)
    for other in (gone, ours):  # and nobody's older knowledge changes that again
        assert merge(merged.row, other, Event("a", 200)).row.is_there is (side is Side.OURS)
        assert merge(other, merged.row, Event("b", 200)).row.is_there is (side is Side.OURS)


# ---- three machines -----------------------------------------------------------------------


@dataclass
class _Machine:
    """A machine without a database: its records, and a clock that never goes back."""

    name: str
    rows: dict[int, Row] = field(default_factory=dict)
    moment: int = 0

    def tick(self, clock: int) -> Event:
        seen = [newest(join(row.seen(), row.gone))[0] for row in self.rows.values()]
        self.moment = max(clock, self.moment + 1, *(moment + 1 for moment in seen), 1)
        return Event(self.name, self.moment)

    def edit(self, record: int, column: str, value: str, clock: int) -> None:
        row = self.rows.get(record)
        event = self.tick(clock)
        if row is None:
            version = event.after(NEVER)
            self.rows[record] = Row({c: Cell((value,), version) for c in FIELDS}, version)
        elif row.is_there:
            cell = Cell((value,), event.after(row.fields[column].version))
            self.rows[record] = Row({**row.fields, column: cell}, row.exists, row.gone)
        else:  # brought back: all is said anew
            version = event.after(join(row.seen(), row.gone))
            fields = {c: Cell((value,), version) for c in FIELDS}
            self.rows[record] = Row(fields, version, row.gone)

    def remove(self, record: int, clock: int) -> None:
        row = self.rows.get(record)
        if row is not None and row.is_there:
            self.rows[record] = removed(row, self.tick(clock))

    def receive(self, sent: dict[int, Row], choose: Callable[[str, Side], Side]) -> None:
        ahead = [newest(join(row.seen(), row.gone))[0] for row in sent.values()]
        event = self.tick(max(ahead, default=0) + 1)
        for record, theirs in sent.items():
            ours = self.rows.get(record)
            self.rows[record] = theirs if ours is None else merge(ours, theirs, event, choose).row

    def shown(self) -> dict[int, dict[str, object]]:
        return {
            record: {name: cell.value for name, cell in row.fields.items()}
            for record, row in self.rows.items()
            if row.is_there
        }


def _work(machine: _Machine, step: tuple[object, ...]) -> None:
    match step:
        case ("edit", _, int(record), str(column), str(value), int(clock)):
            machine.edit(record, column, value, clock)
        case ("remove", _, int(record), int(clock)):
            machine.remove(record, clock)


def _always(side: Side) -> Callable[[str, Side], Side]:
    return lambda _name, _newer: side


_RULES = {"newer": take_newer, "ours": _always(Side.OURS), "theirs": _always(Side.THEIRS)}

_machine = st.sampled_from(MACHINES)
_clock = st.integers(0, 50)  # clocks are wrong, and go back
# Each record is entered on one machine, as in life: its name is (machine, number).
_steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("edit"),
            _machine,
            st.sampled_from(RECORDS),
            st.sampled_from(FIELDS),
            st.sampled_from("xyz"),
            _clock,
        ),
        st.tuples(st.just("remove"), _machine, st.sampled_from(RECORDS), _clock),
        st.tuples(st.just("write"), _machine),
        st.tuples(st.just("read"), _machine, st.integers(0, 20), st.sampled_from(sorted(_RULES))),
    ),
    max_size=40,
)


@given(_steps, st.sampled_from(sorted(_RULES)))
def test_three_machines_in_a_ring_end_equal(steps: list[tuple[object, ...]], rule: str) -> None:
    machines = {name: _Machine(name) for name in MACHINES}
    for record in RECORDS:
        machines["a"].edit(record, "name", "x", 1)
    for other in ("b", "c"):
        machines[other].receive(dict(machines["a"].rows), take_newer)
    files: list[dict[int, Row]] = []  # lost, read twice, read in any order
    for step in steps:
        machine = machines[str(step[1])]
        match step:
            case ("write", _):
                files.append(dict(machine.rows))
            case ("read", _, int(place), str(how)) if files:
                machine.receive(files[place % len(files)], _RULES[how])
            case _:
                _work(machine, step)
    for _ in range(2):
        for giver, taker in (("a", "b"), ("b", "c"), ("c", "a")):
            machines[taker].receive(dict(machines[giver].rows), _RULES[rule])
    assert machines["a"].shown() == machines["b"].shown() == machines["c"].shown()
    if any(row.gone and row.is_there for row in machines["a"].rows.values()):
        return  # of a record that was kept against its removal, an old file may still tell a field
    for sent in files:  # what is old changes nothing any more
        before = machines["a"].shown()
        machines["a"].receive(sent, _RULES[rule])
        assert machines["a"].shown() == before


@given(_steps)
def test_a_file_read_twice_changes_nothing(steps: list[tuple[object, ...]]) -> None:
    one, other = _Machine("a"), _Machine("b")
    for step in steps:
        _work(one if step[1] == "a" else other, step)
    one.receive(dict(other.rows), _always(Side.OURS))
    known = dict(one.rows)
    one.receive(dict(other.rows), _always(Side.THEIRS))
    assert one.rows == known


def test_existence_is_asked_under_a_name_no_field_has() -> None:
    assert EXISTENCE not in FIELDS
