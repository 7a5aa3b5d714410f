"""Mapped records around grids (网格): communities of a street, former numbers and names.

The grids themselves are in `schema`. Days are ISO text; `since` and `until` are the first and the
last day, NULL where that is not known or not yet over.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class CommunityRecord(Numbered, Base):
    """A community (社区) of the street beside the hall's own, which stands in the settings.

    `number` is its 12-digit code (统计用区划代码).
    """

    __tablename__ = "community"
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    street: Mapped[str | None]


class GridTitleRecord(Numbered, Base):
    """What a grid was called before: `until` is the last day of that number and name."""

    __tablename__ = "grid_title"
    grid_id: Mapped[int] = mapped_column(ForeignKey("grid.id", ondelete="CASCADE"), index=True)
    number: Mapped[str]
    name: Mapped[str]
    since: Mapped[str | None]
    until: Mapped[str]


class MapPlaceRecord(Numbered, Base):
    """Where a building stands on the picture of the community (社区图), in cells.

    `building_key` is that of its dwellings; of a lane, whose doors are one building there, the
    key of the lane without a door.
    """

    __tablename__ = "map_place"
    building_key: Mapped[str] = mapped_column(unique=True)
    x: Mapped[int]
    y: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]


class MapLabelRecord(Numbered, Base):
    """A road, a river or another thing to find one's way by on the picture, in cells."""

    __tablename__ = "map_label"
    kind: Mapped[str]
    text: Mapped[str]
    x: Mapped[int]
    y: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
