"""Every version that was released can still be opened, read, undone and written."""

import json
import re
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from support.ledgers import ACCOUNT, PASSWORD, FixedClock

from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.context import Context
from linli.services.ledger import unlock, verify
from linli.storage import migrations
from linli.storage.database import Database

_FOLDER = Path(__file__).parents[1] / "old_databases"
OLD = sorted(path for path in _FOLDER.glob("v*") if path.is_dir())


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def frozen(request: pytest.FixtureRequest, tmp_path: Path):
    """A released ledger, opened by today's program; and what it must hold."""
    data_dir = DataDir(tmp_path / "ledger")
    shutil.copytree(request.param, data_dir.root)
    context = unlock(data_dir, ACCOUNT, PASSWORD, FixedClock())
    yield context, json.loads((request.param / "expected.json").read_text("utf-8"))
    context.db.close()


def test_every_version_has_its_frozen_ledger() -> None:
    assert [path.name for path in OLD] == [f"v{n}" for n in range(1, migrations.VERSION + 1)]


def test_it_is_brought_to_this_version_and_sound(frozen: tuple[Context, dict]) -> None:
    context, expected = frozen
    assert migrations.version_of(context.db) == migrations.VERSION
    report = verify(context)
    assert report.problems == ()
    assert vars(report.counts) == expected["counts"]


def test_it_can_be_found_in_and_undone_as_before(frozen: tuple[Context, dict]) -> None:
    context, expected = frozen
    services = open_services(context)
    edited = expected["edited"]
    assert edited["id"] in services.residents.find_ids(edited["name"])
    assert services.residents.get(edited["id"]).facts.note == edited["note"]
    redo = services.history.state().redo
    assert redo is not None
    assert redo.action == expected["redo"]
    before = services.residents.counts().residents
    services.history.redo()
    assert services.residents.counts().residents == before - 1
    while services.history.state().undo:
        services.history.undo()
    assert services.residents.counts().residents == 0
    assert verify(context).problems == ()


def test_what_came_later_works_in_it(frozen: tuple[Context, dict]) -> None:
    context, expected = frozen
    services = open_services(context)
    person = services.residents.get(expected["edited"]["id"])
    picture = BytesIO()
    Image.new("RGB", (3, 4)).save(picture, "PNG")
    digest = services.settings.add_photo(picture.getvalue())
    pictured = replace(person.facts, photo=digest)
    services.residents.update(person.id, pictured, version=person.version)
    stations = services.stations.list_all()
    services.stations.add_starter_stations()
    assert services.residents.get(person.id).facts == pictured
    services.history.undo()
    services.history.undo()
    assert services.residents.get(person.id).facts == person.facts
    assert services.stations.list_all() == stations
    assert verify(context).problems == ()


def _made(database: Database) -> dict[str, str]:
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
        return {name: re.sub(r"\s", "", sql) for name, sql in rows}


def test_an_upgraded_ledger_has_the_tables_of_a_new_one(
    frozen: tuple[Context, dict], tmp_path: Path
) -> None:
    """If this fails for the current version, its tables changed after it was frozen."""
    context, _ = frozen
    new = Database(tmp_path / "new.db", b"\x01" * 32)
    migrations.upgrade(new)
    assert _made(context.db) == _made(new)
    new.close()
