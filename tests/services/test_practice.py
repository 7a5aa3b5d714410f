"""The practice ledger lies apart from any real one, and goes as a whole."""

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD, FixedClock

from linli.domain.residents import ResidentFilter
from linli.errors import UserError
from linli.paths import DataDir
from linli.progress import Cancelled, Progress
from linli.services.container import open_services
from linli.services.ledger import create_ledger
from linli.services.practice import (
    discard,
    find_hero,
    is_practice,
    open_practice,
    workbook_of,
)


@pytest.fixture(autouse=True)
def _few_people(monkeypatch):
    monkeypatch.setattr("linli.services.practice.PEOPLE", 60)


@pytest.fixture
def opened():
    """Open practice ledgers; all are closed in the end."""
    contexts = []

    def run(data_dir):
        contexts.append(open_practice(data_dir, FixedClock()))
        return contexts[-1]

    yield run
    for context in contexts:
        context.db.close()


def test_practice_has_people_and_a_workbook_alone_in_its_folder(data_dir, opened):
    context = opened(data_dir)
    assert is_practice(data_dir)
    assert open_services(context).residents.counts().residents == 60
    assert list(workbook_of(data_dir).parent.iterdir()) == [workbook_of(data_dir)]


def test_practice_is_opened_as_it_was_left(data_dir, opened):
    first = opened(data_dir)
    residents = open_services(first).residents
    gone = residents.list_ids(ResidentFilter())[0]
    residents.recycle([gone])
    first.db.close()
    assert open_services(opened(data_dir)).residents.counts().residents == 59


def test_practice_that_does_not_open_is_made_anew(data_dir, opened):
    opened(data_dir).db.close()
    data_dir.keyring.write_text("{}")
    assert open_services(opened(data_dir)).residents.counts().residents == 60


def test_real_ledger_is_neither_opened_nor_removed(data_dir):
    create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    ).context.db.close()
    before = data_dir.database.read_bytes()
    with pytest.raises(UserError, match="真的台账"):
        open_practice(data_dir)
    with pytest.raises(UserError, match="不是练习"):
        discard(data_dir)
    assert data_dir.database.read_bytes() == before
    assert not is_practice(data_dir)


def test_discarding_leaves_nothing_but_the_lock(data_dir, opened):
    opened(data_dir).db.close()
    data_dir.window_lock.write_text("held")
    discard(data_dir)
    assert list(data_dir.root.iterdir()) == [data_dir.window_lock]


def test_cancelled_practice_leaves_nothing(data_dir):
    progress = Progress(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        open_practice(data_dir, progress=progress)
    assert not data_dir.exists()
    assert not is_practice(data_dir)


def test_hero_is_found_first_by_their_initials(data_dir, opened):
    residents = open_services(opened(data_dir)).residents
    hero = find_hero(residents)
    first = residents.list_ids(ResidentFilter(text=hero.letters))[0]
    assert residents.rows([first])[0].name == hero.name


def test_folder_for_practising_is_not_the_one_of_the_ledger():
    practice, real = DataDir.practice().root, DataDir.default().root
    assert practice != real
    assert real not in practice.parents
    assert practice not in real.parents


def test_practice_beside_a_ledger_elsewhere_is_in_a_folder_of_its_own(tmp_path):
    assert DataDir.practice(tmp_path).root.parent == tmp_path
