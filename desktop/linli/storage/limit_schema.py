"""Mapped records of the hall's time limits (办理期限), private to storage.

Conventions as in `schema`. What the program brings along has no record.
"""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class LimitRecord(Numbered, Base):
    """A version of a limit, for what starts from `valid_from` on. `amount` NULL: none is set."""

    __tablename__ = "time_limit"
    __table_args__ = (UniqueConstraint("key", "valid_from"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    key: Mapped[str]
    title: Mapped[str]
    area: Mapped[str]
    starts: Mapped[str]
    ends: Mapped[str]
    amount: Mapped[int | None]
    unit: Mapped[str]
    roll_forward: Mapped[bool]
    extension: Mapped[int | None]
    extension_unit: Mapped[str]
    extended_by: Mapped[str | None]
    warn_days: Mapped[int]
    lapses: Mapped[bool]
    basis: Mapped[str]
    source: Mapped[str | None]
    valid_from: Mapped[str]
    valid_until: Mapped[str | None]
