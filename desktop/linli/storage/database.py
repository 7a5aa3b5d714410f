"""The encrypted ledger file: connections, transactions, and what belongs to every transaction.

SQLCipher through SQLAlchemy's SQLite dialect. The driver commits nothing by itself: the writer
begins with `BEGIN IMMEDIATE`, a reader with `BEGIN`, so that a failed step rolls back whole.
WAL with synchronous=FULL: a commit that was reported survives a power cut.
"""

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from copy import copy
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from linli.domain.accounts import Actor, Right
from linli.domain.audit import AuditKind, AuditReport, KnownHead
from linli.domain.changes import Changes
from linli.errors import StorageProblem
from linli.progress import Cancelled
from linli.storage import audit, derived, founding, journal
from linli.storage.connections import connector, database_problems, engine, make_private

_THOROUGH_CACHE_KIB = 256 * 1024
"""A thorough check looks every line of an index up in its table: a million people in a quarter of
the time that it takes with the usual cache."""

_READERS = 4
_STEPS_BETWEEN = 20_000
"""So many steps of SQLite's machine are made before a reader is asked whether to stop."""

_IDENTITY = 16  # characters
_ALONE_MS = 300

_MEND_INDEX = "登记的内容没有影响，请运行「linli verify --rebuild-index」重建索引。"

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from linli.storage.viewing import View


class Writing:
    """A transaction under way: one undo step with its name.

    Attributes:
        connection: for lists and bulk work (Core).
        entry_id: the journal entry under which changes are recorded.
        changes: what was changed; known once the transaction is committed.
        unrecorded: the tables to which a founding added rows, and how many; None of any other.
    """

    def __init__(self, connection: Connection, entry_id: int, trail: audit.Trail) -> None:
        self.connection = connection
        self.entry_id = entry_id
        self.changes = Changes()
        self.unrecorded: Mapping[str, int] | None = None
        self._trail = trail

    @cached_property
    def session(self) -> "Session":
        """For records (ORM), in the same transaction; what asks for none does not load them."""
        from sqlalchemy.orm import Session

        from linli.storage import all_records  # noqa: F401 - records refer to each other

        return Session(bind=self.connection, expire_on_commit=False)

    def flush(self) -> None:
        """Write what the session holds, if there is one."""
        if "session" in self.__dict__:
            self.session.flush()

    def close(self) -> None:
        """Let go of the records of the session, if there is one."""
        if "session" in self.__dict__:
            self.session.close()

    def record_event(
        self,
        action: str,
        subject: str,
        *,
        kind: AuditKind | None = None,
        succeeded: bool = True,
        detail: Mapping[str, str] | None = None,
    ) -> None:
        """Add a line of its own to the audit trail, kept only if the transaction is."""
        self._trail.append(action, subject, kind=kind, succeeded=succeeded, detail=detail or {})

    def record_rewritten(
        self, action: str, subject: str, *, entries: Iterable[int], events: Iterable[int]
    ) -> None:
        """Add the event of an erasure (see `audit.Trail.append_rewritten`)."""
        self._trail.append_rewritten(action, subject, entries=entries, events=events)


class Database:
    """An open ledger file.

    Args:
        path: the file; created when it is not there.
        key: the 32 bytes that encrypt it.
        view: only look at the file (see `viewing`).

    Raises:
        StorageProblem: the file cannot be opened with this key, or at all.

    Attributes:
        refusal: why nothing can be written; None of a ledger that can be.
    """

    def __init__(self, path: Path, key: bytes, view: "View | None" = None) -> None:
        self.path = path
        self.refusal = None if view is None else view.refusal
        self._view = view
        self._key = bytearray(key)
        self._source = str(path) if view is None else view.source
        if view is None:
            make_private(path)
        self._audit_key = audit.derive_key(key)
        self._connect = connector(self._source, self._key)
        writes = self._connect if view is None else view.refuse
        self._writer = engine(writes, "BEGIN IMMEDIATE", size=1)
        reads = connector(self._source, self._key, read_only=True)
        self._reader = engine(reads, "BEGIN", size=_READERS)
        self._whole: Database | None = None
        self._version = 0
        self._set_back_from: datetime | None = None
        try:
            first = self._writer if view is None else self._reader
            with database_problems(path), first.connect():
                pass
        except BaseException:
            self.close()
            raise

    def limited(self, lacking: Collection[Right] = frozenset({Right.SENSITIVE})) -> "Database":
        """Return the same open file for somebody who lacks rights to see something.

        What is read through it does not hold them; see the module `sight`. Closing it closes both.
        """
        if self._whole is not None:
            return self
        other = copy(self)
        reader = connector(self._source, self._key, read_only=True, lacking=lacking)
        other._reader = engine(reader, "BEGIN", size=_READERS)  # noqa: SLF001 - of this class
        other._whole = self  # noqa: SLF001 - of this class
        return other

    @contextmanager
    def reading(self, stop: Callable[[], bool] | None = None) -> Iterator[Connection]:
        """Read a consistent state: nothing another transaction commits meanwhile is seen.

        Args:
            stop: asked every millisecond or so of a statement; True breaks it off.

        Raises:
            Cancelled: `stop` said so.
            StorageProblem: the file cannot be read.
        """
        with database_problems(self.path), self._reader.begin() as connection:
            if stop is None:
                yield connection
                return
            raw: Any = connection.connection.dbapi_connection
            raw.set_progress_handler(stop, _STEPS_BETWEEN)
            try:
                yield connection
            except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
                cause = error.orig if isinstance(error, DBAPIError) else error
                if getattr(cause, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                    raise Cancelled from None
                raise
            finally:
                raw.set_progress_handler(None, 0)

    @contextmanager
    def writing(
        self, action: str, actor: Actor, at: datetime, *, undoable: bool = True
    ) -> Iterator[Writing]:
        """Change the ledger in one transaction, which is one undo step and one audit event.

        An exception inside the block leaves everything as it was. A block that changes nothing
        leaves no entry.

        Args:
            action: the step's name for the clerk, such as 「登记居民 1 人」.
            actor: who does it.
            at: when.
            undoable: False for what must stay done, such as founding the ledger.

        Raises:
            StorageProblem: the disk is full, the file locked or not writable; nothing was changed.
        """
        with self._step(action, actor, at, undoable=undoable) as work:
            yield work
            work.flush()
            derived.refresh(work.connection, work.entry_id)

    @contextmanager
    def founding(self, action: str, actor: Actor, at: datetime) -> Iterator[Writing]:
        """Fill a ledger in which there is nobody yet, in one transaction that stays.

        As `writing`, but it cannot be undone and the rows it adds are not in the journal, so that
        a million people take half the room; see the module `founding`. Indexes are off meanwhile.

        Raises:
            IntegrityError: there is somebody already.
            StorageProblem: the disk is full, the file locked or not writable; nothing was changed.
        """
        with self._step(action, actor, at, undoable=False) as work:
            beginning = founding.begin(work.connection, work.entry_id)
            yield work
            work.flush()
            work.unrecorded = founding.finish(work.connection, beginning)
            derived.rebuild(work.connection)  # which asks the indexes

    @contextmanager
    def _step(
        self, action: str, actor: Actor, at: datetime, *, undoable: bool
    ) -> Iterator[Writing]:
        with database_problems(self.path):
            with self._writer.begin() as connection, ExitStack() as left:
                entry = journal.open_entry(connection, action, actor, at, undoable=undoable)
                trail = audit.Trail(connection, self._audit_key, actor.name, at)
                work = Writing(connection, entry, trail)
                left.callback(work.close)
                yield work
                changes = journal.close_entry(connection, entry, work.unrecorded)
                if changes.entry_id is not None:
                    trail.append_entry(entry, action, work.unrecorded)
            work.changes = changes
        self._note_clock(trail)

    def record_event(
        self,
        actor: Actor,
        at: datetime,
        action: str,
        subject: str,
        *,
        kind: AuditKind | None = None,
        succeeded: bool = True,
        detail: Mapping[str, str] | None = None,
    ) -> None:
        """Add a line to the audit trail for something that changes no record.

        Such as signing in, revealing a number, printing or exporting.

        Raises:
            StorageProblem: the file cannot be written.
        """
        with database_problems(self.path), self._writer.begin() as connection:
            trail = audit.Trail(connection, self._audit_key, actor.name, at)
            trail.append(action, subject, kind=kind, succeeded=succeeded, detail=detail or {})
        self._note_clock(trail)

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """Write what is neither undone nor audited, such as the text of an unsaved form.

        Raises:
            StorageProblem: the file cannot be written; nothing was changed.
        """
        with database_problems(self.path), self._writer.begin() as connection:
            yield connection

    def audit_report(self, known: Iterable[KnownHead] = ()) -> AuditReport:
        """Check the audit trail and the journal against each other, and that both still watch.

        Args:
            known: heads of the trail that are kept elsewhere.

        Raises:
            StorageProblem: the file cannot be read.
        """
        from linli.storage import audit_check

        with self.reading() as connection:
            watched = journal.triggers_complete(connection)
            report = audit_check.check(connection, self._audit_key, known)
        found = () if watched else ("台账里记录修改的机关被动过手脚。",)
        return replace(report, problems=found + report.problems)

    def audit_problems(self) -> list[str]:
        """Return one Chinese sentence for each place where trail or journal were tampered with."""
        return list(self.audit_report().problems)

    @property
    def audit_key(self) -> bytes:
        """The audit trail's own key."""
        return self._audit_key

    def take_clock_warning(self) -> datetime | None:
        """Return the time behind which the clock was found set back, once; None if it was not."""
        found = self._set_back_from
        self._set_back_from = None
        return found

    def data_version(self) -> int:
        """Return a number that differs from the last one if another process has committed.

        While a transaction of this process is under way the last number is returned.
        """
        if self.refusal is None and self._writer.pool.checkedout() == 0:  # type: ignore[attr-defined] # a QueuePool
            with database_problems(self.path), closing(self._writer.raw_connection()) as raw:
                cursor = raw.cursor()
                cursor.execute("PRAGMA data_version")
                self._version = int(cursor.fetchall()[0][0])
        return self._version

    @contextmanager
    def structure(self) -> Iterator[Connection]:
        """Change the tables themselves, in one transaction; for migrations only.

        Foreign keys are not enforced inside, and checked by the caller.

        Raises:
            StorageProblem: the file cannot be written; nothing was changed.
        """
        with database_problems(self.path), self._writer.connect() as connection:
            raw = connection.connection
            raw.cursor().execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                raw.cursor().execute("PRAGMA foreign_keys=ON")

    def damage(
        self, *, thorough: bool = False, stop: Callable[[], bool] | None = None
    ) -> list[str]:
        """Check the pages of the file, its indexes and the links between records.

        Args:
            thorough: compare every index with its table too, which takes several times as long.
            stop: asked now and then; True breaks it off.

        Returns:
            One Chinese sentence per kind of damage, [] if all is well.

        Raises:
            Cancelled: `stop` said so.
        """
        check = "integrity_check" if thorough else "quick_check"
        found = []
        try:
            with database_problems(self.path), self._checking(stop, thorough=thorough) as raw:
                # The cipher's check reads the main file only: fold the log in first.
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if raw.execute("PRAGMA cipher_integrity_check").fetchone():
                    found.append("台账文件有损坏的页。")
                if raw.execute("PRAGMA foreign_key_check").fetchone():
                    found.append("台账里有互相对不上的记录。")
                if raw.execute(f"PRAGMA {check}").fetchone() != ("ok",):
                    found.append("台账文件的内部结构有损坏。")
        except StorageProblem as problem:
            found.append(str(problem))
        return found

    def index_problems(self) -> list[str]:
        """Compare the search index with the records.

        Returns:
            One Chinese sentence that says how to mend it, [] if all is well.

        Raises:
            StorageProblem: the file cannot be read.
        """
        from linli.storage.index_check import check_index

        with database_problems(self.path), closing(self._connect()) as raw:
            raw.execute("BEGIN")
            try:
                report = check_index(raw)
            except sqlcipher3.dbapi2.DatabaseError as error:
                if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                    raise
                return [f"查找用的索引已损坏。{_MEND_INDEX}"]
        if report.is_sound:
            return []
        wrong = len(report.missing | report.superfluous | report.homes)
        some = "至少有" if report.is_cut else "有"
        counts = [f"{wrong} 人"] if wrong else []
        counts += [f"{len(report.cases)} 件矛盾纠纷"] if report.cases else []
        what = "、".join(counts)
        return [f"查找用的索引{some} {what}与登记的内容不符，查找时会漏掉或多出。{_MEND_INDEX}"]

    def copy_to(self, path: Path, stop: Callable[[], bool] | None = None) -> None:
        """Write a consistent copy, encrypted with the same key, while others may write.

        Args:
            path: where to; for its owner only, as the ledger itself.
            stop: asked now and then; True breaks it off.

        Raises:
            Cancelled: `stop` said so; what is written so far is of no use.
            StorageProblem: the disk is full or the folder cannot be written.
        """
        make_private(path)  # an empty file, which is written into
        with database_problems(path), self._checking(stop) as raw:
            raw.execute("VACUUM INTO ?", (str(path),))

    def fold(self) -> None:
        """Fold the write-ahead log into the file, so that the file alone is the ledger.

        Closing does so too, but keeps silent if the disk fails meanwhile.

        Raises:
            StorageProblem: the disk is full or fails; the log is kept.
        """
        with database_problems(self.path), closing(self._connect()) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def compact(self) -> None:
        """Write the file anew without its free pages, and fold the log into it.

        After it no page holds what was deleted; the index has no words of people who are gone.

        Raises:
            StorageProblem: the disk is full or the file is locked; nothing was changed.
        """
        with database_problems(self.path), closing(self._connect()) as raw:
            for index in ("person_fts", "case_fts"):
                raw.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608 - ours
            raw.execute("PRAGMA secure_delete=ON")
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def identity(self) -> str:
        """Return what tells this ledger from others, and says nothing of its key."""
        return hashlib.sha256(b"linli ledger" + self._audit_key).hexdigest()[:_IDENTITY]

    def has_key(self, key: bytes) -> bool:
        """Whether the ledger is encrypted with `key`."""
        return hmac.compare_digest(key, self._key)

    def is_alone(self) -> bool:
        """Whether no other connection, of this process or another, has the file open.

        The write-ahead log is folded into the file on the way; it stays away until the next
        connection. All connections of this object are closed.

        Raises:
            StorageProblem: the disk fails or is full.
        """
        self._reader.dispose()
        self._writer.dispose()
        with database_problems(self.path), closing(self._connect()) as raw:
            raw.execute(f"PRAGMA busy_timeout={_ALONE_MS}")
            try:
                return bool(raw.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",))
            except sqlcipher3.dbapi2.OperationalError as error:
                if error.sqlite_errorname not in ("SQLITE_BUSY", "SQLITE_LOCKED"):
                    raise
                return False

    def beside(self, path: Path) -> "Database":
        """Open another file of the same key, such as a copy."""
        return Database(path, bytes(self._key))

    @contextmanager
    def _checking(
        self, stop: Callable[[], bool] | None, *, thorough: bool = False
    ) -> Iterator[Any]:
        """Open a connection of its own for something long, which `stop` breaks off."""
        with closing(self._connect()) as raw:
            if thorough:
                raw.execute(f"PRAGMA cache_size=-{_THOROUGH_CACHE_KIB}")
            if stop is not None:
                raw.set_progress_handler(stop, _STEPS_BETWEEN)
            try:
                yield raw
            except sqlcipher3.dbapi2.Error as error:
                if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                    raise Cancelled from None
                raise

    def _note_clock(self, trail: audit.Trail) -> None:
        self._set_back_from = trail.set_back_from or self._set_back_from

    def close(self) -> None:
        """Close all connections, the last folding the log into the file, and overwrite the key."""
        self._reader.dispose()
        if self._whole is not None:
            self._whole.close()
        self._writer.dispose()
        if self._view is not None:
            self._view.close()
        self._key[:] = bytes(len(self._key))
        self._audit_key = b""
