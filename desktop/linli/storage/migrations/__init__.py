"""Versions of the ledger file (台账版本) and how an older one is brought up.

`PRAGMA user_version` is the gate: Alembic is imported only when a file is behind. All steps of an
upgrade run in one transaction, in which the triggers are created anew as well, because a rebuilt
table loses them, and the search index, which no step can fill, if a step changed it.

To add a version: raise `VERSION`, add `versions/vNNNN_what.py` with statements written out in full,
and freeze a ledger of the version before under `tests/old_databases`.
"""

from pathlib import Path

from sqlalchemy import Connection

from linli.errors import StorageProblem
from linli.progress import SILENT, Progress
from linli.storage import audit, derived, journal
from linli.storage.database import Database

VERSION = 7
"""The version this program writes."""

INDEX_SINCE = 3
"""The version that last changed what the search index holds."""

SENSITIVE_SINCE = 4
"""The version that last changed how the index marks sensitive tags, or which they are."""

SEAL_SINCE = 4
"""The version that brought the seal of the audit trail, which no step can make."""

APPLICATION_ID = 0x4C4E4C49  # "LNLI"


def version_of(database: Database) -> int:
    """Return the version of a ledger file; 0 for one without tables."""
    with database.reading() as connection:
        return _version(connection)


def check_known(version: int) -> None:
    """Refuse a ledger of a newer program.

    Raises:
        StorageProblem: naming both versions.
    """
    if version > VERSION:
        raise StorageProblem(
            f"这个台账是第 {version} 版，本程序只认识到第 {VERSION} 版。",
            "请换用新版本的程序打开它；台账没有被改动。",
        )


def upgrade(database: Database, progress: Progress = SILENT) -> None:
    """Bring a ledger file to `VERSION`, or leave it as it was.

    Raises:
        Cancelled: the clerk did not want to wait.
        StorageProblem: the file is of a newer version, or cannot be written.
    """
    version = version_of(database)
    check_known(version)
    if version == VERSION:
        return
    with database.structure() as connection:
        progress.report(0, 0, "第 2 步：改造台账的表…")
        _run_steps(connection)
        if version < SEAL_SINCE:
            audit.found_seal(connection, database.audit_key)
        journal.install_triggers(connection)
        if version < INDEX_SINCE:
            progress.report(0, 0, "第 3 步：重建查找用的索引…")
            derived.rebuild_index(connection, progress)
        elif version < SENSITIVE_SINCE:
            derived.index_sensitive(connection)
        progress.report(0, 0, "最后一步：核对并写到磁盘…")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise StorageProblem(
                "台账里有互相对不上的记录，升级没有进行。", "请从备份中取出最近的备份来恢复。"
            )
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _run_steps(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    command.upgrade(config, "head")
