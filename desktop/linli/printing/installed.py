"""The fonts installed on this machine, known by the names of their files.

A font is trusted by its name: any other may have shapes of another country, or no outlines. Names
are compared in small letters without spaces and marks, by their beginning.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path, PureWindowsPath
from typing import Any

from linli.domain.faces import FontStyle
from linli.paths import rare_fonts

# The system's own before packages; ukai last, since many of its characters have no outline.
STYLED: dict[FontStyle, tuple[str, ...]] = {
    FontStyle.KAI: (
        "simkai", "kaiti", "stkaiti", "华文楷体", "cesikt", "方正楷体", "fzkt", "fzkai", "楷体",
        "lxgwwenkairegular", "lxgwwenkaigbregular", "lxgwwenkailiteregular", "fandolkai", "ukai",
    ),
    FontStyle.FANG: (
        "simfang", "fangsong", "stfangso", "华文仿宋", "cesifs", "方正仿宋", "fzfs", "仿宋",
        "zhuquefangsong", "fandolfang",
    ),
    FontStyle.TITLE: (
        "fzxbs", "方正小标宋", "cesixbs", "小标宋", "stzhongs", "华文中宋",
    ),
}  # fmt: skip
_RARE_SYSTEM = (
    "simsunb", "simsunextb", "simsunextg", "simsun", "cesiss", "cesiht", "cesi", "fzsongsextended",
    "方正宋体s超大字符集", "plangothic", "huayuansong",
)  # fmt: skip
_RARE_SANS = ("notosanscjkregular", "notosanscjkscregular", "sourcehansansscregular")
_RARE_SERIF = ("notoserifcjkregular", "notoserifcjkscregular", "sourcehanserifscregular")
_RARE_LAST = ("babelstonehan", "hanamina", "hanaminb", "jigmo")  # the latter of Japanese shapes
_ALWAYS = (Path("/usr/local/share"), Path("/usr/share"))  # desktops of today may not name them
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_FONT_FILE = {".ttf", ".otf", ".ttc", ".otc"}


class InstalledFonts:
    """The font files in some folders, listed once, when they are first asked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)

    def known(self, names: Sequence[str]) -> list[Path]:
        """Return the files that are called by one of `names`, best first."""
        return known_files(self._files, names)

    @cached_property
    def _files(self) -> list[Path]:
        return [
            Path(root, name)
            for folder in self._folders
            for root, _, names in os.walk(folder)
            for name in sorted(names)
        ]


def rare_names(style: FontStyle) -> tuple[str, ...]:
    """Return how fonts for rare characters are called: mainland shapes first, like `style`."""
    cjk = (_RARE_SANS, _RARE_SERIF) if style is FontStyle.HEI else (_RARE_SERIF, _RARE_SANS)
    return (*_RARE_SYSTEM, *cjk[0], *cjk[1], *_RARE_LAST)


def known_files(files: Iterable[Path], names: Sequence[str]) -> list[Path]:
    """Return those of `files` that are called by one of `names`, in the order of `names`."""
    ranked = ((_rank(path, names), path.name, path) for path in files)
    return [path for rank, _, path in sorted(ranked) if rank < len(names)]


def system_font_folders() -> tuple[Path, ...]:
    """Return the folders in which this machine keeps fonts.

    The user's own come first, what the program's bundle brought last.
    """
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        found = [local / "Microsoft/Windows/Fonts", windows / "Fonts", *_registered()]
    else:
        data_home = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
        shared = (os.environ.get("XDG_DATA_DIRS") or "").split(":")
        roots = (*(Path(each) for each in shared if each), *_ALWAYS)
        found = [data_home / "fonts", home / ".fonts", *(root / "fonts" for root in roots)]
    return tuple(dict.fromkeys([*found, rare_fonts()]))


def _registered() -> Iterator[Path]:
    """Yield the folders of fonts that are registered on Windows where they lie, not copied."""
    registry: Any = import_module("winreg")  # only there on Windows
    for branch in (registry.HKEY_CURRENT_USER, registry.HKEY_LOCAL_MACHINE):
        with suppress(OSError), registry.OpenKey(branch, _REGISTRY) as key:
            for number in range(registry.QueryInfoKey(key)[1]):
                value = registry.EnumValue(key, number)[1]
                if isinstance(value, str) and PureWindowsPath(value).is_absolute():
                    yield Path(PureWindowsPath(value).parent)


def _rank(path: Path, names: Sequence[str]) -> int:
    if path.suffix.lower() not in _FONT_FILE:
        return len(names)
    called = re.sub(r"[\W_]", "", path.stem.lower())
    return next((i for i, name in enumerate(names) if called.startswith(name)), len(names))
