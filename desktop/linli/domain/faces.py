"""The faces of type (字体) that a text can ask for; printing finds the files that draw them."""

from enum import StrEnum


class FontStyle(StrEnum):
    """A face of type as a template or a setting names it."""

    HEI = "hei"  # 黑体
    SONG = "song"  # 宋体
    KAI = "kai"  # 楷体
    FANG = "fang"  # 仿宋

    @property
    def label(self) -> str:
        """The Chinese name of the face."""
        return _LABELS[self]


_LABELS = {
    FontStyle.HEI: "黑体",
    FontStyle.SONG: "宋体",
    FontStyle.KAI: "楷体",
    FontStyle.FANG: "仿宋",
}
