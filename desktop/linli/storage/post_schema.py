"""Mapped records of claimed posts (岗位认领) and pledges, and of texts of duties (职责).

Conventions as in `schema`. Who serves on a grid is `schema.GridOfficerRecord`.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class DutyPostRecord(Numbered, Base):
    """A post that can be claimed (认领的岗位): `wanted` is how many it takes, NULL any number."""

    __tablename__ = "duty_post"
    version: Mapped[int] = mapped_column(default=1)
    kind_code: Mapped[str]
    name: Mapped[str] = mapped_column(unique=True)
    duties: Mapped[str | None]
    pledge: Mapped[str | None]
    wanted: Mapped[int | None]


class PostClaimRecord(Numbered, Base):
    """Who claimed a post and what was pledged; `kept` is NULL until somebody looked."""

    __tablename__ = "post_claim"
    version: Mapped[int] = mapped_column(default=1)
    post_id: Mapped[int] = mapped_column(ForeignKey("duty_post.id"), index=True)
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[SomebodyLinked]
    name: Mapped[str]
    phone: Mapped[str | None]
    since: Mapped[str]
    until: Mapped[str | None]
    pledge: Mapped[str | None]
    pledged_on: Mapped[str | None]
    kept: Mapped[bool | None]
    kept_on: Mapped[str | None]
    kept_note: Mapped[str | None]


class DutyTextRecord(Numbered, Base):
    """A text of duties (工作职责), with fields in braces that take today's names."""

    __tablename__ = "duty_text"
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
