"""Verified backups (备份) of the whole ledger: made, kept, tried out, carried on a stick."""

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.backups import (
    BEFORE_STEPS,
    MANUAL,
    ON_STICK,
    BackupInfo,
    BackupPolicy,
    Drive,
    KeepRule,
    Worry,
    worry,
)
from linli.domain.changes import Changes
from linli.errors import StorageProblem, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import audit_heads, backup, backup_state, drives, restore, settings, stick
from linli.storage.times import shown, stored

POLICY_KEY = "backup_policy"
_MOST_KEPT = 366


@dataclass(frozen=True, kw_only=True)
class BackupStatus:
    """How the backups stand.

    Attributes:
        latest: the last good one.
        worry: how bad it is.
        failed: why the last backup did not come about, "" if it did.
        rehearsed_at: when a restore was last rehearsed.
        rehearsal_failed: what was wrong then, "" if nothing.
    """

    latest: BackupInfo | None
    worry: Worry
    failed: str
    rehearsed_at: datetime | None
    rehearsal_failed: str


@dataclass(frozen=True, kw_only=True)
class StickStatus:
    """How the backup stick stands.

    Attributes:
        name: what the clerk calls it; "" if none is chosen.
        root: where it is plugged in, None if it is not.
        at: when it last got a backup.
        failed: why copying to it did not come about last time, "" if it did.
        behind: there is a newer backup that it does not have.
    """

    name: str
    root: Path | None
    at: datetime | None
    failed: str
    behind: bool


class BackupService:
    """Makes backups, tells when one is due, and rehearses going back to one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def make(self, reason: str, progress: Progress = SILENT) -> BackupInfo:
        """Write a backup of ledger and keyring, check it, and note it in the audit trail.

        The end of the trail is kept beside the ledger too, so that one that is put back from
        outside, be it a day older, is noticed at the next sign-in.

        Whoever may enter may have a backup made by the program; to make one at will takes a right.

        Args:
            reason: why, one of those in `domain.backups`.
            progress: breaks it off; how far it is cannot be said.

        Raises:
            Cancelled: the clerk did not want to wait; nothing is left.
            StorageProblem: the disk is full, not writable, or the copy came out wrong.
        """
        context = self._context
        try:
            info = backup.make(
                context.db,
                context.data_dir,
                context.clock(),
                reason,
                account=context.actor.name,
                rule=self.policy().keep,
                stop=lambda: progress.cancelled,
            )
        except StorageProblem as problem:
            backup_state.update(context.data_dir, failed=problem.message)
            raise
        backup_state.update(context.data_dir, failed="")
        self._note("备份", info.name)
        with suppress(StorageProblem):  # the backup is good all the same
            audit_heads.save(context.db, context.data_dir.audit_head)
        return info

    def make_by_hand(self, reason: str, progress: Progress = SILENT) -> BackupInfo:
        """Make a backup because somebody wants one; see `make`.

        Raises:
            NotAllowedError: the role has no right to it.
        """
        self._context.require(Right.BACKUP, "备份")
        return self.make(reason, progress)

    def make_before(self, reason: str, progress: Progress = SILENT) -> None:
        """Make sure that there is a good backup of the ledger as it is, before a big step.

        One that was made for another reason will do, unless the rule might drop it before; a
        ledger in which nothing was entered yet needs none.

        Args:
            reason: one of `domain.backups.BEFORE_STEPS`.
            progress: is told that it takes a while; breaks it off.

        Raises:
            Cancelled: it was broken off.
            StorageProblem: the disk is full or not writable; the step should not be taken.
        """
        latest = self.latest()
        stays = latest is not None and latest.reason in BEFORE_STEPS
        if backup.head(self._context.db) <= 1 or (stays and not self.changed_since(latest)):
            return
        progress.report(0, 0, f"{reason}先备份")
        self.make(reason, progress)

    def make_at(self, place: Path, progress: Progress = SILENT) -> BackupInfo:
        """Make a backup because somebody wants one, and put a copy of it at a place of choice.

        Args:
            place: a folder, or the file to write.
            progress: breaks it off.

        Raises:
            NotAllowedError: the role has no right to it.
            Cancelled: it was broken off.
            StorageProblem: the place cannot be written or there is no room.
        """
        info = self.make_by_hand(MANUAL, progress)
        return backup.copy_to(info, place, lambda: progress.cancelled)

    def list_all(self) -> list[BackupInfo]:
        """Return the backups on this machine, newest first; damaged ones have a `problem`."""
        return backup.list_all(self._context.data_dir)

    def latest(self) -> BackupInfo | None:
        """Return the last good backup, None if there is none."""
        return backup.latest(self.list_all())

    def due(self) -> bool:
        """Whether something changed since the last backup, and that is not of today."""
        latest = self.latest()
        today = self._context.clock().date()
        return latest is None or (latest.at.date() != today and self.changed_since(latest))

    def changed_since(self, info: BackupInfo | None) -> bool:
        """Whether the ledger is another than in a backup; None is nothing."""
        return info is None or backup.head(self._context.db) != info.head

    def status(self) -> BackupStatus:
        """Return how the backups stand now."""
        context = self._context
        kept, latest = backup_state.load(context.data_dir), self.latest()
        level = worry(
            latest,
            context.clock(),
            changed=self.changed_since(latest),
            failed=bool(kept.failed or kept.rehearsal_failed),
            any_entry=backup.head(context.db) > 1,
        )
        return BackupStatus(
            latest=latest,
            worry=level,
            failed=kept.failed,
            rehearsed_at=shown(kept.rehearsed_at) if kept.rehearsed_at else None,
            rehearsal_failed=kept.rehearsal_failed,
        )

    def drives(self) -> list[Drive]:
        """Return the removable drives that are plugged in."""
        return drives.removable()

    def choose_stick(self, drive: Drive, name: str) -> None:
        """Make a drive the backup stick, from now on the only one that is written to.

        Raises:
            NotAllowedError: the role has no right to it.
            UserError: it has no name.
            StorageProblem: the drive cannot be written.
        """
        self._context.require(Right.BACKUP, "选备份盘")
        if not name.strip():
            raise UserError("请给备份盘起个名字，比如“红色U盘”。", "name")
        number = stick.mark(drive.root, name.strip())
        backup_state.update(
            self._context.data_dir,
            stick_id=number,
            stick_name=name.strip(),
            stick_at="",
            stick_serial=0,
            stick_failed="",
        )
        self._note("选定备份盘")

    def forget_stick(self) -> None:
        """Write to no stick any more; what is on it stays there.

        Raises:
            NotAllowedError: the role has no right to it.
        """
        self._context.require(Right.BACKUP, "取消备份盘")
        backup_state.update(
            self._context.data_dir, stick_id="", stick_name="", stick_at="", stick_failed=""
        )
        self._note("不再用备份盘")

    def stick_status(self) -> StickStatus:
        """Return how the backup stick stands now."""
        kept, latest = backup_state.load(self._context.data_dir), self.latest()
        roots = [drive.root for drive in self.drives()] if kept.stick_id else []
        return StickStatus(
            name=kept.stick_name,
            root=stick.find(roots, kept.stick_id),
            at=shown(kept.stick_at) if kept.stick_at else None,
            failed=kept.stick_failed,
            behind=latest is None or latest.serial > kept.stick_serial,
        )

    def list_on(self, root: Path) -> list[BackupInfo]:
        """Return the backups on a drive, newest first."""
        return backup.list_in(root / stick.FOLDER)

    def copy_to_stick(
        self, progress: Progress = SILENT, *, fresh: bool = True
    ) -> BackupInfo | None:
        """Put the newest backup on the stick.

        Args:
            progress: breaks it off.
            fresh: make a new one first if the ledger has changed since the newest.

        Returns:
            The backup on the stick; None if the stick is not plugged in.

        Raises:
            Cancelled: it was broken off.
            StorageProblem: the stick is full, was pulled, or cannot be written; the backups that
                were on it are whole.
        """
        context, root = self._context, self.stick_status().root
        if root is None:
            return None
        kept, latest = backup_state.load(context.data_dir), self.latest()
        if latest is None or latest.path.is_dir() or (fresh and self.changed_since(latest)):
            latest = self.make(ON_STICK, progress)
        try:
            carried = stick.carry(
                latest,
                root,
                kept.stick_id,
                self.policy().keep,
                context.clock(),
                lambda: progress.cancelled,
            )
        except StorageProblem as error:
            is_there = stick.number_of(root) == kept.stick_id
            problem = error if is_there else _pulled(kept.stick_name)
            backup_state.update(context.data_dir, stick_failed=problem.message)
            raise problem from error
        backup_state.update(
            context.data_dir,
            stick_at=stored(context.clock()),
            stick_serial=carried.serial,
            stick_failed="",
        )
        self._note("备份到备份盘", carried.name)
        return carried

    def policy(self) -> BackupPolicy:
        """Return how long backups are kept and how often one is rehearsed."""
        with self._context.db.reading() as connection:
            kept = settings.find_value(connection, POLICY_KEY)
        if kept is None:
            return BackupPolicy()
        return replace(BackupPolicy(**kept), keep=KeepRule(**kept["keep"]))

    def save_policy(self, policy: BackupPolicy) -> Changes:
        """Keep how long backups stay and how often one is rehearsed.

        Raises:
            NotAllowedError: the role has no right to it.
            UserError: a number is out of range.
        """
        self._context.require(Right.SETTINGS, "修改备份的保留规则")
        for name, number in asdict(policy.keep).items():
            if not 1 <= number <= _MOST_KEPT:
                raise UserError(f"要填 1 到 {_MOST_KEPT}，现在是 {number}，请改一下。", name)
        if not 0 <= policy.rehearse_days <= _MOST_KEPT:
            raise UserError(
                f"要填 0 到 {_MOST_KEPT}，现在是 {policy.rehearse_days}，请改一下。",
                "rehearse_days",
            )
        with self._context.writing("修改备份的保留规则") as work:
            settings.save_value(work.connection, POLICY_KEY, asdict(policy))
        return work.changes

    def rehearsal_due(self) -> bool:
        """Whether a restore was not rehearsed for as long as the policy says."""
        days = self.policy().rehearse_days
        if not days or self.latest() is None:
            return False
        last = backup_state.load(self._context.data_dir).rehearsed_at
        if not last:
            return True
        return abs(self._context.clock() - shown(last)) >= timedelta(days=days)

    def rehearse(self, progress: Progress = SILENT) -> list[str]:
        """Restore the newest backup aside, open and check it completely, and remove it.

        Returns:
            One Chinese sentence per trouble, [] if a restore would go well.

        Raises:
            Cancelled: it was broken off.
            StorageProblem: there is no room to try it.
            UserError: there is no backup yet.
        """
        context = self._context
        info = self.latest()
        if info is None:
            raise UserError("还没有备份，请先备份一次。")
        problems = restore.rehearse(context.db, context.data_dir, info, lambda: progress.cancelled)
        bad = set(backup_state.load(context.data_dir).bad)
        backup_state.update(
            context.data_dir,
            rehearsed_at=stored(context.clock()),
            rehearsed=info.name,
            rehearsal_failed="".join(problems),
            bad=tuple(sorted((bad | {info.name}) if problems else bad)),
        )
        self._note("演练恢复备份", info.name, succeeded=not problems)
        return problems

    def _note(self, action: str, subject: str = "backups", *, succeeded: bool = True) -> None:
        context = self._context
        context.db.record_event(
            context.actor, context.clock(), action, subject, succeeded=succeeded
        )


def _pulled(name: str) -> StorageProblem:
    return StorageProblem(
        f"备份盘「{name}」在写入时拔出了，这一次没有备份上，原有的备份没有受影响。",
        "请再插上，程序会自动重新备份。",
    )
