"""Connections to the encrypted file: what each is told first, and the pools that hold them."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from linli.domain.accounts import Right
from linli.storage import erasures, files, problems, sight

BUSY_SECONDS = 5
"""How long a transaction waits for another one before it gives up."""

SYNCHRONOUS = "FULL"
"""How far a commit waits for the disk; what is acknowledged survives a power cut."""
_CACHE_KIB = 32 * 1024
"""An import of a street or a sample is made no sooner with twice as much."""
_READER_CACHE_KIB = 16 * 1024
"""A reader needs little more than the inner pages of the indexes; up to four of them are held."""

# The driver looks for a way to adapt each NULL, and fails twice inside, unless it is given one; a
# row of a person, with its dozen of them, then takes two and a half times as long to write.
sqlcipher3.dbapi2.register_adapter(type(None), lambda nothing: nothing)


@contextmanager
def database_problems(path: Path) -> Iterator[None]:
    """Turn what the environment does to the database at `path` into a `StorageProblem`.

    Raises:
        StorageProblem: the disk is full, the folder read-only, the file locked or damaged.
    """
    try:
        yield
    except PoolTimeout as error:
        raise problems.busy(path) from error
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        problem = problems.of_sqlite(getattr(cause, "sqlite_errorname", ""), path)
        if problem is None:
            raise
        raise problem from error


def make_private(path: Path) -> None:
    """Let nobody but its owner read the file, from its first byte; SQLite's side files follow it.

    A file or folder that cannot be written is left to SQLite, which says what is wrong with it.
    """
    for suffix in ("", "-wal", "-shm"):
        files.keep_private(path.with_name(path.name + suffix))
    with suppress(OSError):  # EXCL: closing a file that is open as a ledger would lose its locks
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, files.PRIVATE))


def connector(
    source: str,
    key: bytearray,
    *,
    read_only: bool = False,
    lacking: Collection[Right] = (),
) -> Callable[[], Any]:
    """Return what opens a connection.

    Args:
        source: the path of the file, or a URI of SQLite that begins with `file:`.
        key: the 32 bytes that encrypt it; its owner overwrites them when no more are opened.
        read_only: refuse whatever writes.
        lacking: rights without which something is left out (`sight`).
    """
    mark = erasures.marker(bytes(key))

    def connect() -> Any:
        raw = sqlcipher3.dbapi2.connect(
            source,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
            isolation_level=None,
            uri=source.startswith("file:"),
        )
        try:
            # Before the key: SQLCipher would write to stderr, which a windowed program lacks.
            raw.execute("PRAGMA cipher_log_level=NONE")
            raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
            raw.execute("SELECT count(*) FROM sqlite_master")  # a wrong key shows only here
            for pragma in (
                "foreign_keys=ON",
                "recursive_triggers=ON",  # so that REPLACE cannot pass the journal by
                "journal_mode=WAL",
                f"synchronous={SYNCHRONOUS}",
                "temp_store=MEMORY",
                f"cache_size=-{_READER_CACHE_KIB if read_only else _CACHE_KIB}",
            ):
                raw.execute(f"PRAGMA {pragma}")
            sight.limit(raw, lacking)
            raw.create_function(erasures.MARK, 1, mark, deterministic=True)
            raw.execute(f"PRAGMA query_only={'ON' if read_only else 'OFF'}")
        except BaseException:
            raw.close()
            raise
        return raw

    return connect


def engine(connect: Callable[[], Any], begin: str, *, size: int) -> Engine:
    """Return a pool of so many connections, each transaction of which starts with `begin`."""
    made = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,  # the window's thread goes on with the pages it has read
        hide_parameters=True,  # error texts must not carry personal data
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made
