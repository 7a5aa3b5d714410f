"""Drafts (没有保存的内容): what stood in a form when the program or the machine went down."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody has typed and not saved.

    `id` is a random name; `content` is text of the window, which alone understands it.
    """

    id: str
    at: datetime
    content: str
