"""The board of a grid (网格公示栏): who stands on it, with photo, claimed post and phone."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BoardEntry:
    """A person on the board: `post` is the claimed one (认领岗位), `promise` the pledge (承诺).

    `resident_id` where it is a resident, `photo` a picture's digest.
    """

    name: str
    post: str | None = None
    phone: str | None = None
    photo: str | None = None
    promise: str | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class MissingPhoto:
    """Somebody who would stand on a board, a plate or a card without a picture."""

    name: str
    where: str
