"""Files of changes between machines: carried, read, decided, taken back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.machines import Machine, MakeMachines
from support.people import make_draft

from linli.domain.exchanges import LineKind
from linli.paths import DataDir


@pytest.fixture
def make_machines(_founded, tmp_path: Path) -> Iterator[MakeMachines]:
    """Make machines with empty ledgers that trust each other."""
    made: list[Machine] = []

    def make(*names: str) -> list[Machine]:
        stick = tmp_path / "stick"
        stick.mkdir(exist_ok=True)
        for name in names:
            root = tmp_path / name
            shutil.copytree(_founded.data_dir.root, root)
            made.append(Machine(name, DataDir(root), _founded.key, stick))
            made[-1].exchange.rename(f"{name}窗口")
        for machine in made:
            machine.trust(other for other in made if other is not machine)
        return made

    yield make
    for machine in made:
        machine.db.close()


def _name_of(machine: Machine, number: int) -> str:
    return machine.services.residents.get(number).name


def test_a_new_person_arrives_with_all_that_is_theirs(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    preview = other.preview(path)
    assert preview.sender == "甲窗口"
    assert preview.people == 1
    assert not preview.conflicts
    other.read(path)
    assert other.records() == one.records()
    assert [row.name for row in other.services.residents.find("张三")] == ["张三"]


def test_the_same_file_twice_changes_nothing(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    other.read(path)
    assert other.preview(path).changes_nothing
    assert other.read(path).entry_id is None


def test_reading_a_file_is_one_step_that_is_undone_and_read_again(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    other.read(path)
    state = other.services.history.state()
    assert state.undo is not None
    assert state.undo.action == "读入交换文件：甲窗口"
    other.services.history.undo()
    assert not other.services.residents.find("张三")
    assert other.preview(path).counts[LineKind.ADDED]
    other.read(path)
    assert other.records() == one.records()
