"""What tests need to found and open a throw-away ledger."""

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor, Role
from linli.storage.keyring import KdfCost

if TYPE_CHECKING:
    from linli.storage.database import Database

COMMUNITY = "西河社区"
ACCOUNT = "王芳"
PASSWORD = "xihe-2026"
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
ACTOR = Actor(account_id=1, name=ACCOUNT, role=Role.ADMINISTRATOR)
BEIJING = timezone(timedelta(hours=8))


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


def add_account(db: "Database", clock: FixedClock, name: str) -> int:
    """Enter another account and return its id; it has no password."""
    from linli.storage.schema import AccountRecord

    record = AccountRecord(name=name, role="clerk", active=True, created_at=clock().isoformat())
    with db.writing("添加账号", ACTOR, clock(), undoable=False) as work:
        work.session.add(record)
        work.session.flush()
        return record.id


def resident_row(name: str, **fields: object) -> dict[str, object]:
    """The columns that a row of `resident` must have."""
    return {
        "name": name,
        "name_pinyin": "",
        "sex": "0",
        "status": "present",
        "created_at": "2026-11-23T01:00:00.000+00:00",
        "updated_at": "2026-11-23T01:00:00.000+00:00",
        **fields,
    }
