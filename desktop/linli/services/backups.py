"""Verified backups (备份) of the whole ledger."""

from linli.services.context import Context
from linli.storage import backup
from linli.storage.backup import BackupInfo


class BackupService:
    """Makes backups and tells when one is due."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def make(self, reason: str) -> BackupInfo:
        """Write a backup of ledger and keyring, check it, and note it in the audit trail.

        Args:
            reason: why, for the clerk, such as 「导入前」.

        Raises:
            StorageProblem: the disk is full, not writable, or the copy came out wrong.
        """
        context = self._context
        info = backup.make(context.db, context.data_dir, context.clock(), reason)
        context.db.record_event(context.actor, context.clock(), "备份", info.path.name)
        return info

    def latest(self) -> BackupInfo | None:
        """Return the newest backup, None if there is none."""
        return next(iter(backup.list_all(self._context.data_dir)), None)

    def due(self) -> bool:
        """Whether something changed since the last backup, and that is not of today."""
        latest = self.latest()
        if latest is None:
            return True
        today = self._context.clock().date()
        return latest.at.date() != today and backup.head(self._context.db) > latest.head
