"""The faces of type (字体) that a text can ask for; printing finds the files that draw them."""

from dataclasses import dataclass
from enum import StrEnum


class FontStyle(StrEnum):
    """A face of type as a template or a setting names it."""

    HEI = "hei"  # 黑体
    SONG = "song"  # 宋体
    KAI = "kai"  # 楷体
    FANG = "fang"  # 仿宋
    TITLE = "title"  # 小标宋, for the heads and titles of notices

    @property
    def label(self) -> str:
        """The Chinese name of the face."""
        return _LABELS[self]


_LABELS = {
    FontStyle.HEI: "黑体",
    FontStyle.SONG: "宋体",
    FontStyle.KAI: "楷体",
    FontStyle.FANG: "仿宋",
    FontStyle.TITLE: "小标宋",
}


@dataclass(frozen=True, kw_only=True)
class ServingFont:
    """The font that draws a face of type on this machine.

    `font` is its name, `file` its file's; `stand_in` the face that it really has, where no font of
    the wanted `style` is here.
    """

    style: FontStyle
    font: str
    file: str
    stand_in: FontStyle | None = None

    @property
    def note(self) -> str | None:
        """What a document says about a face that another stands in for."""
        if self.stand_in is None:
            return None
        return f"这台电脑没有{self.style.label}，用{self.stand_in.label}代替。"


@dataclass(frozen=True, kw_only=True)
class FontInfo:
    """A font file that the clerk may add: its name, and how many characters it draws.

    `rare` of them are Chinese characters that the program's own fonts do not draw.
    """

    font: str
    characters: int
    rare: int


@dataclass(frozen=True, kw_only=True)
class AddedFont:
    """A font file that the clerk added: `file` is its name in the ledger's folder.

    `chosen` is what it was called where it came from; `present` is False where it is gone.
    """

    file: str
    chosen: str
    info: FontInfo
    present: bool = True
