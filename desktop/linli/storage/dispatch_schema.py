"""Mapped records of home services (家政派遣), providers and vouchers, private to storage.

Conventions as in `schema`. Amounts are in fen; `prices` is a JSON list of item, amount and unit.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class ProviderRecord(Numbered, Base):
    """A provider near by (便民网点)."""

    __tablename__ = "provider"
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    what: Mapped[str]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    prices: Mapped[str]
    until: Mapped[str | None]
    note: Mapped[str | None]


class VoucherRecord(Numbered, Base):
    """A voucher (代金券); `provider_id` is where it was used."""

    __tablename__ = "voucher"
    __table_args__ = (UniqueConstraint("number"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[str]
    value: Mapped[int]
    issued_on: Mapped[str]
    name: Mapped[str]
    resident_id: Mapped[SomebodyLinked]
    valid_until: Mapped[str | None]
    used_on: Mapped[str | None]
    provider_id: Mapped[int | None] = mapped_column(
        ForeignKey("provider.id", ondelete="SET NULL"), index=True
    )


class DispatchRecord(Numbered, Base):
    """A request for home services, numbered within its year without gaps; never removed."""

    __tablename__ = "dispatch"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    received_on: Mapped[str]
    name: Mapped[str]
    resident_id: Mapped[SomebodyLinked]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    what: Mapped[str]
    wished_on: Mapped[str | None]
    wished_time: Mapped[str | None]
    price: Mapped[int | None]
    voucher_id: Mapped[int | None] = mapped_column(
        ForeignKey("voucher.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str]
    worker_id: Mapped[int | None] = mapped_column(
        ForeignKey("worker.id", ondelete="SET NULL"), index=True
    )
    provider_id: Mapped[int | None] = mapped_column(
        ForeignKey("provider.id", ondelete="SET NULL"), index=True
    )
    satisfaction: Mapped[str | None]
    account: Mapped[str]


class DispatchStepRecord(Numbered, Base):
    """A step of a request; `whom` is who was sent, by the name at that time."""

    __tablename__ = "dispatch_step"
    __table_args__ = (UniqueConstraint("dispatch_id", "position"), {"sqlite_autoincrement": True})
    dispatch_id: Mapped[int] = mapped_column(ForeignKey("dispatch.id", ondelete="CASCADE"))
    position: Mapped[int]
    state: Mapped[str]
    day: Mapped[str]
    person: Mapped[str]
    whom: Mapped[str | None]
    words: Mapped[str | None]
