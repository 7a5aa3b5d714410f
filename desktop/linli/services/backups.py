"""Verified backups (备份) of the whole ledger: made, kept, tried out, carried on a stick."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from linli.domain.accounts import Right
from linli.domain.backups import BackupInfo, BackupPolicy, KeepRule, Worry, worry
from linli.domain.changes import Changes
from linli.errors import StorageProblem, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import backup, backup_state, restore, settings
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


class BackupService:
    """Makes backups, tells when one is due, and rehearses going back to one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def make(self, reason: str, progress: Progress = SILENT) -> BackupInfo:
        """Write a backup of ledger and keyring, check it, and note it in the audit trail.

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
        context.db.record_event(context.actor, context.clock(), "备份", info.name)
        return info

    def make_by_hand(self, reason: str, progress: Progress = SILENT) -> BackupInfo:
        """Make a backup because somebody wants one; see `make`.

        Raises:
            NotAllowedError: the role has no right to it.
        """
        self._context.require(Right.BACKUP, "备份")
        return self.make(reason, progress)

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
        done = "演练恢复备份"
        context.db.record_event(
            context.actor, context.clock(), done, info.name, succeeded=not problems
        )
        return problems
