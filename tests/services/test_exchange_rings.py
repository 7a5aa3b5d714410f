"""Three machines in a ring: whatever is done and however files travel, all end equal."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from support.ledgers import resident_row
from support.machines import Machine
from support.people import make_id

from linli.domain.exchanges import Choices, Rule
from linli.errors import UserError
from linli.paths import DataDir

NAMES = ("张三", "李四", "王五", "赵六")
Work = Callable[[Connection, int, str], None]


def _insert(connection: Connection, table: str, **values: object) -> int:
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    return int(
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING id",
            tuple(values.values()),
        ).scalar_one()
    )


def _pick(connection: Connection, table: str, place: int) -> int | None:
    ids = connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY id").scalars().all()
    return ids[place % len(ids)] if ids else None


def _enter_person(connection: Connection, place: int, word: str) -> None:
    number = make_id(sequence=100 + place % 4)
    taken = connection.exec_driver_sql(
        "SELECT 1 FROM identity_document WHERE number = ?", (number,)
    ).first()
    person = _insert(
        connection,
        "resident",
        **{"version": 1, **resident_row(NAMES[place % 4])},
        household_id=_pick(connection, "household", place),
    )
    if taken is None:
        _insert(
            connection,
            "identity_document",
            resident_id=person,
            position=0,
            kind="resident_id",
            number=number,
            tail=number[-4:],
        )
    _insert(connection, "resident_tag", resident_id=person, position=0, kind="skill", text=word)


def _edit_person(connection: Connection, place: int, word: str) -> None:
    connection.exec_driver_sql(
        "UPDATE resident SET occupation = ? WHERE id = ?",
        (word, _pick(connection, "resident", place)),
    )


def _rename_person(connection: Connection, place: int, word: str) -> None:
    connection.exec_driver_sql(
        "UPDATE resident SET name = ?, name_pinyin = ? WHERE id = ?",
        (word, word, _pick(connection, "resident", place)),
    )


def _retag(connection: Connection, place: int, word: str) -> None:
    connection.exec_driver_sql(
        "UPDATE OR IGNORE resident_tag SET text = ? WHERE id = ?",
        (word, _pick(connection, "resident_tag", place)),
    )


def _remove_person(connection: Connection, place: int, _word: str) -> None:
    person = _pick(connection, "resident", place)
    connection.exec_driver_sql("DELETE FROM resident WHERE id = ?", (person,))


def _enter_household(connection: Connection, place: int, word: str) -> None:
    dwelling = connection.exec_driver_sql(
        "SELECT id FROM dwelling WHERE address_key = ?", (word,)
    ).scalar()
    if dwelling is None:
        dwelling = _insert(
            connection,
            "dwelling",
            version=1,
            room=word,
            address_key=word,
            building_key="",
            sort_key=word,
        )
    with suppress_taken(connection, "household", "number", f"H{place % 2}") as number:
        _insert(
            connection,
            "household",
            version=1,
            number=number,
            kind="family",
            dwelling_id=dwelling,
        )


def _move_house(connection: Connection, place: int, word: str) -> None:
    taken = connection.exec_driver_sql(
        "SELECT 1 FROM dwelling WHERE address_key = ?", (word,)
    ).first()
    if taken is None:
        connection.exec_driver_sql(
            "UPDATE dwelling SET room = ?, address_key = ?, sort_key = ? WHERE id = ?",
            (word, word, word, _pick(connection, "dwelling", place)),
        )


def _move_person(connection: Connection, place: int, _word: str) -> None:
    connection.exec_driver_sql(
        "UPDATE resident SET household_id = ? WHERE id = ?",
        (_pick(connection, "household", place), _pick(connection, "resident", place // 2)),
    )


def _renumber(connection: Connection, place: int, _word: str) -> None:
    with suppress_taken(connection, "household", "number", f"H{place % 3}") as number:
        if number is not None:
            connection.exec_driver_sql(
                "UPDATE household SET number = ? WHERE id = ?",
                (number, _pick(connection, "household", place)),
            )


def _remove_household(connection: Connection, place: int, _word: str) -> None:
    household = _pick(connection, "household", place)
    used = connection.exec_driver_sql(
        "SELECT 1 FROM resident WHERE household_id = ?", (household,)
    ).first()
    if used is None:
        connection.exec_driver_sql("DELETE FROM household WHERE id = ?", (household,))


class suppress_taken:  # noqa: N801 - reads as what it is
    """Give a value, or None if another record has it."""

    def __init__(self, connection: Connection, table: str, column: str, value: str) -> None:
        taken = connection.exec_driver_sql(
            f"SELECT 1 FROM {table} WHERE {column} = ?", (value,)
        ).first()
        self._value = None if taken else value

    def __enter__(self) -> str | None:
        return self._value

    def __exit__(self, *_: object) -> None:
        return None


WORK: tuple[Work, ...] = (
    _enter_person,
    _enter_person,
    _edit_person,
    _edit_person,
    _rename_person,
    _retag,
    _remove_person,
    _enter_household,
    _move_house,
    _move_person,
    _renumber,
    _remove_household,
)

_machine = st.integers(0, 2)
_steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("work"),
            _machine,
            st.integers(0, len(WORK) - 1),
            st.integers(0, 7),
            st.sampled_from(("甲", "乙", "丙")),
        ),
        st.tuples(st.just("undo"), _machine),
        st.tuples(st.just("write"), _machine, _machine),
        st.tuples(st.just("read"), _machine, st.integers(0, 9), st.sampled_from(Rule)),
        st.tuples(st.just("clock"), _machine, st.integers(-100, 100)),
    ),
    min_size=5,
    max_size=30,
)


class _Ring:
    def __init__(self, machines: list[Machine]) -> None:
        self.machines = machines
        self.files: list[tuple[int, Path]] = []
        self.decisions_forgotten = False

    def do(self, step: tuple[object, ...]) -> None:
        number = step[1]
        assert isinstance(number, int)
        machine = self.machines[number]
        machine.clock.advance(milliseconds=10)
        match step:
            case ("work", _, int(which), int(place), str(word)):
                with machine.context.writing("改") as work:
                    WORK[which](work.connection, place, word)
            case ("undo", _):
                self._undo(machine)
            case ("write", _, int(other)) if other != number:
                self.files.append((other, machine.write(self.machines[other])))
            case ("read", _, int(place), Rule() as rule):
                mine = [path for other, path in self.files if other == number]
                if mine:
                    machine.read(mine[place % len(mine)], Choices(rule=rule))
            case ("clock", _, int(minutes)):
                machine.clock.advance(minutes=minutes)

    def _undo(self, machine: Machine) -> None:
        step = machine.services.history.state().undo
        with suppress(UserError):
            machine.services.history.undo()
            if step is not None and step.action.startswith("读入"):
                self.decisions_forgotten = True  # that files may still carry

    def round(self, rule: Rule) -> None:
        for giver, taker in ((0, 1), (1, 2), (2, 0)):
            path = self.machines[giver].write(self.machines[taker])
            self.machines[taker].read(path, Choices(rule=rule))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_steps, rule=st.sampled_from(Rule))
def test_three_machines_in_a_ring_end_equal(
    _founded,  # noqa: PT019 - hypothesis calls with it by name
    steps: list[tuple[object, ...]],
    rule: Rule,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        machines = []
        for name in "abc":
            shutil.copytree(_founded.data_dir.root, place / name)
            machines.append(Machine(name, DataDir(place / name), _founded.key, place))
            machines[-1].exchange.rename(name)
        try:
            for machine in machines:
                machine.trust(other for other in machines if other is not machine)
            ring = _Ring(machines)
            for step in steps:
                ring.do(step)
            for _ in range(4):
                ring.round(rule)
            one, other, third = (machine.records() for machine in machines)
            assert one == other
            assert other == third
            for machine in machines:
                assert machine.db.damage() == []
                assert machine.db.index_problems() == []
            if ring.decisions_forgotten or machines[0].has_kept_against_removal():
                return
            for number, path in ring.files:  # what is old changes nothing any more
                before = machines[number].records()
                machines[number].read(path, Choices(rule=rule))
                assert machines[number].records() == before
        finally:
            for machine in machines:
                machine.db.close()
