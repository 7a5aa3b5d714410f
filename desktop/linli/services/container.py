"""All use cases of an unlocked ledger, put together once."""

from dataclasses import dataclass

from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.history import HistoryService


@dataclass(frozen=True)
class Services:
    """What the window and the verbs work with."""

    context: Context
    history: HistoryService
    backups: BackupService


def open_services(context: Context) -> Services:
    """Put together the services of one ledger."""
    return Services(
        context=context,
        history=HistoryService(context),
        backups=BackupService(context),
    )
