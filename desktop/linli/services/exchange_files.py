"""Carrying changes between machines that never meet on a network (与其他电脑交换)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.exchange_rows import Event
from linli.domain.exchanges import (
    SUFFIX,
    Choices,
    Extent,
    FileScope,
    Machine,
    OwnCard,
    Preview,
    WrittenFile,
)
from linli.domain.machine_keys import MachineKey, clean_name, key_from_file, key_from_text
from linli.errors import ConflictError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.many_objects import many_objects
from linli.storage import (
    settings,
    sync_apply,
    sync_export,
    sync_identity,
    sync_plan,
    sync_trust,
)
from linli.storage.files import replace_file
from linli.storage.problems import file_problems
from linli.storage.sync_file import SealedFile, new_file_id, open_sealed, write_sealed
from linli.storage.sync_identity import Own
from linli.storage.sync_known import Known
from linli.storage.sync_payload import Manifest, read_payload
from linli.storage.sync_words import Describer
from linli.storage.times import stored

_WHAT = "与其他电脑交换"
_MOST_KEY_FILE = 10_000
_MINUTE_MS = 60_000


class ExchangeFileService:
    """This machine among others: whom it trusts, files for them, files from them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- this machine ----

    def own_card(self) -> OwnCard:
        """Return what others have to know of this machine; make its keys if it has none.

        Raises:
            NotAllowedError: the role has no right to exchange.
            StorageProblem: the file cannot be written.
        """
        self._context.require(Right.EXCHANGE, _WHAT)
        own, is_new = self._own()
        return OwnCard(key=own.public, is_new=is_new)

    def rename(self, name: str) -> OwnCard:
        """Give this machine another name, such as 「一楼窗口」.

        Raises:
            UserError: there is none, or it is too long.
        """
        self._context.require(Right.EXCHANGE, _WHAT)
        plain = clean_name(name)
        self._own()
        with self._context.db.noting() as connection:
            sync_identity.rename(connection, plain)
        self._note("更改本机名称", plain)
        return self.own_card()

    def code(self) -> list[list[bool]]:
        """Return the QR code of this machine's keys, row by row; True is dark."""
        from linli.printing.qr import text_code

        return text_code(self.own_card().key.text)

    def save_key(self, path: Path) -> None:
        """Write this machine's public keys as a small file for others.

        Raises:
            StorageProblem: the folder cannot be written.
        """
        replace_file(path, self.own_card().key.file())

    # ---- other machines ----

    def machines(self) -> list[Machine]:
        """Return the machines that are or were trusted, those of today first."""
        self._context.require(Right.EXCHANGE, _WHAT)
        with self._context.db.reading() as connection:
            return sync_trust.list_machines(connection)

    def read_key(self, path: Path) -> MachineKey:
        """Read another machine's key file, to compare its words before trusting it.

        Raises:
            UserError: it is none.
            StorageProblem: it cannot be read.
        """
        self._context.require(Right.EXCHANGE, "与其他电脑交换")
        with file_problems(path), path.open("rb") as file:
            content = file.read(_MOST_KEY_FILE)
        return key_from_file(content)

    def read_text(self, text: str, name: str) -> MachineKey:
        """Read what was scanned or pasted, to compare its words before trusting it.

        Raises:
            UserError: it is none.
        """
        self._context.require(Right.EXCHANGE, "与其他电脑交换")
        return key_from_text(text, name)

    def trust(self, key: MachineKey) -> int:
        """Trust a machine from now on; return its number.

        Raises:
            UserError: it is this machine, or another has the name.
        """
        context = self._context
        context.require(Right.EXCHANGE, "信任别的电脑")
        if key.sign == self.own_card().key.sign:
            raise UserError("这是本机自己的钥匙，请添加对方电脑的。")
        key = replace(key, name=clean_name(key.name))
        with context.db.noting() as connection:
            number = sync_trust.add_machine(connection, key, context.clock(), context.actor.name)
        self._note("信任电脑", key.name, words=" ".join(key.words))
        return number

    def revoke(self, machine_id: int) -> None:
        """Trust a machine no more; what it brought stays.

        Raises:
            NotFoundError: there is none.
        """
        self._context.require(Right.EXCHANGE, "取消信任电脑")
        with self._context.db.noting() as connection:
            machine = sync_trust.revoke_machine(connection, machine_id, self._context.clock())
        self._note("取消信任电脑", machine.key.name)

    # ---- files for others ----

    def scope(
        self, machine_ids: Sequence[int], extent: Extent, grid_id: int | None = None
    ) -> FileScope:
        """Return what a file would carry.

        Args:
            machine_ids: for whom.
            extent: how much.
            grid_id: which grid, of `Extent.GRID`.

        Raises:
            UserError: nobody is chosen, or one is not trusted any more.
        """
        self._context.require(Right.EXCHANGE, "做交换文件")
        own, _ = self._own()
        with self._context.db.reading() as connection:
            known = Known(connection, own)
            chosen, _, is_all = self._chosen(known, machine_ids, extent, grid_id)
            return _scope(known, chosen, extent, is_all=is_all)

    @many_objects()
    def write(
        self,
        path: Path,
        machine_ids: Sequence[int],
        extent: Extent = Extent.SINCE,
        grid_id: int | None = None,
        progress: Progress = SILENT,
    ) -> WrittenFile:
        """Write a file that only the chosen machines can read.

        Args:
            path: where to; `SUFFIX` is put behind if it is missing.
            machine_ids: for whom.
            extent: how much.
            grid_id: which grid, of `Extent.GRID`.
            progress: told how far it is; it can be stopped.

        Raises:
            UserError: nobody is chosen, or one is not trusted any more.
            Cancelled: the clerk stops it.
            StorageProblem: the folder cannot be written; there is no half file.
        """
        context = self._context
        context.require(Right.EXCHANGE, "做交换文件")
        own, _ = self._own()
        target = path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
        with context.db.reading() as connection:
            sync_identity.set_mark(connection, context.data_dir)
            known = Known(connection, own)
            machines = self._trusted(known, machine_ids)
            chosen, base, is_all = self._chosen(known, machine_ids, extent, grid_id)
            manifest = Manifest(
                file=new_file_id(),
                machine=own.machine,
                name=own.name,
                community=settings.get_hall(connection).community,
                made=_milliseconds(context.clock()),
                kind=Extent.ALL.value if is_all else extent.value,
                base=base,
                entry=sync_export.last_entry(connection),
                read=sync_trust.reads(connection),
            )
            lines = sync_export.write_lines(known, chosen, manifest, progress)
            write_sealed(target, lines, own.sign_key, [machine.key.seal for machine in machines])
            scope = _scope(known, chosen, extent, is_all=is_all)
        self._note(
            "做交换文件",
            "、".join(machine.key.name for machine in machines),
            records=str(scope.records),
            people=str(scope.people),
        )
        with file_problems(target):
            return WrittenFile(path=target, scope=scope, bytes=target.stat().st_size)

    def file_name(self) -> str:
        """Return a name for a file; it names nobody."""
        return f"交换-{self._context.clock():%Y%m%d-%H%M}{SUFFIX}"

    # ---- files from others ----

    @many_objects()
    def preview(
        self, path: Path, choices: Choices | None = None, progress: Progress = SILENT
    ) -> Preview:
        """Return what a file would do here; nothing is changed.

        Raises:
            UserError: the file cannot be trusted, is not for this machine, or damaged.
            Cancelled: the clerk stops it.
            StorageProblem: it cannot be read.
        """
        context = self._context
        context.require(Right.EXCHANGE, "读交换文件")
        own, _ = self._own()
        file, machine = self._open(path, own)
        payload = read_payload(file)
        with context.db.reading() as connection:
            known = Known(connection, own)
            now = _milliseconds(context.clock())
            moment = max(known.clock.latest(), payload.moment, now) + 1
            event = Event(own.machine, moment)
            plan = sync_plan.make_plan(known, payload, choices or Choices(), event, progress)
            words = Describer(known, plan, sensitive=context.may(Right.SENSITIVE))
            lines = words.lines()
            return Preview(
                sender=machine.key.name,
                made=sync_trust.moment_shown(payload.manifest.made),
                extent=Extent(payload.manifest.kind),
                records=payload.count,
                people=payload.people,
                counts=dict(words.counts),
                lines=tuple(lines),
                barred=plan.barred,
                ahead_minutes=max(0, payload.manifest.made - now) // _MINUTE_MS,
                in_force=sync_export.last_entry(connection),
            )

    @many_objects()
    def apply(
        self,
        path: Path,
        choices: Choices | None = None,
        *,
        in_force: int | None = None,
        progress: Progress = SILENT,
    ) -> Changes:
        """Take a file in, as one step that can be undone; a file that is known changes nothing.

        Args:
            path: the file.
            choices: what the clerk decided.
            in_force: the last journal entry when the preview was made; None if any will do.
            progress: told how far it is; it can be stopped.

        Raises:
            UserError: the file cannot be trusted, is not for this machine, or damaged.
            ConflictError: the ledger was changed since the preview.
            Cancelled: the clerk stops it.
            StorageProblem: the ledger cannot be written; nothing was changed.
        """
        context = self._context
        context.require(Right.EXCHANGE, "读交换文件")
        own, _ = self._own()
        file, machine = self._open(path, own)
        payload = read_payload(file)
        with context.writing(f"读入交换文件：{machine.key.name}") as work:
            connection, entry = work.connection, work.entry_id
            if in_force is not None and in_force != sync_export.last_entry(connection, entry):
                raise ConflictError("预览之后台账又改动过，请重新打开这份文件，再看一遍后读入。")
            sync_apply.note_meeting(connection, entry, payload, stored(context.clock()))
            known = Known(connection, own)
            event = Event(own.machine, known.clock.moment(entry)[1])
            plan = sync_plan.make_plan(known, payload, choices or Choices(), event, progress)
            sync_apply.add_photos(connection, file, payload, plan)
            sync_apply.write_plan(connection, known, plan)
            sync_apply.note_read(connection, payload)
            sync_trust.note_contact(connection, machine.id, payload.manifest, own.machine)
            sync_apply.end_meeting(connection, entry)
        with context.db.reading() as connection:
            sync_identity.set_mark(connection, context.data_dir)
        return work.changes

    # ---- inside ----

    def _own(self) -> tuple[Own, bool]:
        """Return this machine, in a new life if the ledger was copied or restored."""
        context = self._context
        with context.db.reading() as connection:
            own = sync_identity.find_own(connection)
            if own is not None and sync_identity.is_alive(connection, context.data_dir):
                return own, False
            name = settings.get_hall(connection).community or "本机"
        with context.db.noting() as connection:
            own = sync_identity.begin_life(connection, clean_name(name[:40]))
        self._note("交换：启用本机身份", own.machine)
        with context.db.reading() as connection:
            sync_identity.set_mark(connection, context.data_dir)
        return own, True

    def _open(self, path: Path, own: Own) -> tuple[SealedFile, Machine]:
        found: list[Machine] = []

        def trusted(sender: bytes) -> None:
            with self._context.db.reading() as connection:
                found.append(sync_trust.check_sender(connection, sender, own.public.sign, path))

        return open_sealed(path, own.seal_key, trusted), found[0]

    def _trusted(self, known: Known, machine_ids: Sequence[int]) -> list[Machine]:
        if not machine_ids:
            raise UserError("请先选好这份文件做给哪台电脑。")
        machines = [sync_trust.get_machine(known.connection, number) for number in machine_ids]
        for machine in machines:
            if machine.revoked_at is not None:
                raise UserError(f"「{machine.key.name}」已不再信任，不能做文件给它。")
        return machines

    def _chosen(
        self, known: Known, machine_ids: Sequence[int], extent: Extent, grid_id: int | None
    ) -> tuple[sync_export.Chosen, int | None, bool]:
        """Return what goes into a file, after which entry, and whether it is everything."""
        if extent is Extent.GRID:
            if grid_id is None:
                raise UserError("请先选好网格。")
            return sync_export.choose_grid(known, grid_id), None, False
        self._trusted(known, machine_ids)
        base = 0
        if extent is Extent.SINCE:
            base = min(
                sync_trust.read_by(known.connection, number, known.own.machine)
                for number in machine_ids
            )
        if not base:
            return sync_export.choose_all(known), 0, True
        return sync_export.choose_since(known, base), base, False

    def _note(self, action: str, about: str, **detail: str) -> None:
        context = self._context
        context.db.record_event(
            context.actor, context.clock(), action, "exchange", detail={"machine": about, **detail}
        )


def _scope(known: Known, chosen: sync_export.Chosen, extent: Extent, *, is_all: bool) -> FileScope:
    people = chosen.there.get("resident", set())
    return FileScope(
        extent=extent,
        records=chosen.count(known),
        people=len(known.ids("resident") if people is None else people),
        is_all=is_all,
    )


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
