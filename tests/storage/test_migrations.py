"""Versions: today's tables come from frozen steps; older files are brought up, newer refused."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.storage import journal, migrations
from linli.storage.case_words import CASE_FTS_DDL
from linli.storage.database import Database
from linli.storage.keyring import new_key
from linli.storage.schema import Base
from linli.storage.search_index import SEARCH_DDL

_FOLDER = Path(migrations.__file__).parent


@pytest.fixture
def blank(tmp_path: Path):
    database = Database(tmp_path / "blank.db", new_key())
    yield database
    database.close()


_ADDED_TO = (
    "resident",
    "audit_event",
    "grid_officer",
    "card_issue",
    "service_record",
    "station",
    "worker",
)
"""Tables with a column that a later step added: SQLite keeps that in another order of words."""


def _tables(connection) -> dict[str, object]:
    """Each table and index with its statement, blanks levelled; of an altered table, its parts."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') "
        "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' AND name NOT LIKE '%_fts_%'"
    )
    found: dict[str, object] = {name: re.sub(r"\s+", "", sql) for name, sql in rows}
    return found | {table: _parts(connection, table) for table in _ADDED_TO}


def _parts(connection, table: str) -> dict[str, set[tuple[object, ...]]]:
    """Columns, keys and rules of a table, whatever their order."""
    columns = connection.exec_driver_sql(f"PRAGMA table_xinfo({table})")
    keys = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
    sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
    return {
        "columns": {tuple(row[1:]) for row in columns},
        "keys": {tuple(row[2:]) for row in keys},
        "rules": set(re.findall(r"CHECK|UNIQUE|AUTOINCREMENT", sql.scalar_one())),
    }


def test_the_frozen_steps_make_exactly_todays_tables(blank: Database) -> None:
    migrations.upgrade(blank)
    with blank.reading() as connection:
        frozen = _tables(connection)
    with create_engine("sqlite://").connect() as connection:
        Base.metadata.create_all(connection)
        today = _tables(connection)
    today["person_fts"] = re.sub(r"\s+", "", SEARCH_DDL)
    today["case_fts"] = re.sub(r"\s+", "", CASE_FTS_DDL)
    assert frozen == today


def test_the_last_step_is_the_version_the_program_writes() -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [f"{migrations.VERSION:04}"]


@pytest.mark.parametrize("step", sorted((_FOLDER / "versions").glob("v*.py")), ids=lambda p: p.stem)
def test_no_step_uses_todays_records(step: Path) -> None:
    assert "linli" not in step.read_text("utf-8")


def test_a_new_file_is_marked_as_ours(blank: Database) -> None:
    assert migrations.version_of(blank) == 0
    migrations.upgrade(blank)
    assert migrations.version_of(blank) == migrations.VERSION
    with blank.reading() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        assert mark == int.from_bytes(b"LNLI")
        assert journal.triggers_complete(connection)


def test_a_ledger_of_this_version_is_left_alone(db: Database) -> None:
    before = db.path.read_bytes()
    migrations.upgrade(db)
    assert db.path.read_bytes() == before


def test_a_newer_ledger_is_refused_naming_both_versions(db: Database) -> None:
    with db.structure() as connection:
        connection.exec_driver_sql("PRAGMA user_version=9")
    said = f"第 9 版，本程序只认识到第 {migrations.VERSION} 版。请换用新版本的程序"
    with pytest.raises(StorageProblem, match=said):
        migrations.upgrade(db)
    assert migrations.version_of(db) == 9


def test_a_failing_step_leaves_the_file_as_it_was(
    blank: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(journal, "install_triggers", fail)
    with pytest.raises(ZeroDivisionError):
        migrations.upgrade(blank)
    with blank.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    assert migrations.version_of(blank) == 0


def test_an_upgrade_that_would_leave_broken_links_is_refused(
    blank: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_a_link(connection) -> None:
        connection.exec_driver_sql(
            "INSERT INTO journal_entry (at, account_id, account, action, undoable, undoes) "
            "VALUES ('', 1, '', '', 1, 77)"
        )

    monkeypatch.setattr(journal, "install_triggers", break_a_link)
    with pytest.raises(StorageProblem, match="升级没有进行"):
        migrations.upgrade(blank)
    assert migrations.version_of(blank) == 0


def test_opening_a_ledger_of_this_version_does_not_import_alembic(
    db: Database, data_dir: DataDir
) -> None:
    key = db._key.hex()
    db.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from linli.storage import migrations; from linli.storage.database import Database\n"
        "db = Database(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline()))\n"
        "migrations.upgrade(db); db.close()\n"
        "print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(data_dir.database)],
        input=key,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(_FOLDER.parents[2])},
    )
    assert done.stdout.split() == ["True", "False"]
