"""Mapped records of walk sheets (走访单、核对单), private to storage. Conventions as in `schema`.

The id of a sheet is the number on the paper: it is never given twice, not even after an undo.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class WalkSheetRecord(Numbered, Base):
    """A sheet that goes out and comes back."""

    __tablename__ = "walk_sheet"
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str]
    title: Mapped[str]
    walker: Mapped[str | None]
    made_on: Mapped[str]
    walked_on: Mapped[str | None]
    void_reason: Mapped[str | None]


class WalkLineRecord(Numbered, Base):
    """A numbered line of a sheet: a home, on a check sheet a person, and what came back."""

    __tablename__ = "walk_line"
    __table_args__ = (UniqueConstraint("sheet_id", "position"), {"sqlite_autoincrement": True})
    sheet_id: Mapped[int] = mapped_column(ForeignKey("walk_sheet.id", ondelete="CASCADE"))
    position: Mapped[int]
    dwelling_id: Mapped[int | None] = mapped_column(
        ForeignKey("dwelling.id", ondelete="SET NULL"), index=True
    )
    household_id: Mapped[int | None] = mapped_column(
        ForeignKey("household.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    result: Mapped[str | None]
    note: Mapped[str | None]
    visit_id: Mapped[int | None] = mapped_column(
        ForeignKey("visit.id", ondelete="SET NULL"), index=True
    )
