import sys
from contextlib import nullcontext
from pathlib import Path, PureWindowsPath

import pytest

from linli.domain.faces import FontStyle
from linli.paths import rare_fonts
from linli.printing.installed import (
    STYLED,
    InstalledFonts,
    known_files,
    rare_names,
    system_font_folders,
)


@pytest.mark.parametrize(
    ("style", "names"),
    [
        (FontStyle.KAI, ["simkai.ttf", "STKAITI.TTF", "CESI_KT_GB18030.ttf", "方正楷体_GBK.ttf",
                         "FZKTK.TTF", "LXGWWenKai-Regular.ttf", "ukai.ttc"]),
        (FontStyle.FANG, ["simfang.ttf", "STFANGSO.TTF", "CESI_FS_GB2312.TTF", "方正仿宋_GBK.ttf",
                          "FZFSK.TTF", "FandolFang-Regular.otf"]),
        (FontStyle.TITLE, ["FZXBSJW.TTF", "方正小标宋_GBK.TTF", "CESI_XBS_GB2312.TTF",
                           "STZHONGS.TTF"]),
    ],
)  # fmt: skip
def test_files_of_a_face_come_in_the_order_of_their_worth(style, names):
    files = [Path("/f", name) for name in names]
    others = [Path("/f", n) for n in ("Comic.ttf", "LXGWWenKaiMono-Regular.ttf", "simkai.pfb")]
    assert known_files([*others, *reversed(files)], STYLED[style]) == files


def test_installed_fonts_are_found_in_folders_of_any_depth(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "HanaMinA.ttf").touch()
    (tmp_path / "simsunb.ttf").touch()
    found = InstalledFonts([tmp_path, tmp_path / "nowhere"]).known(rare_names(FontStyle.HEI))
    assert found == [tmp_path / "simsunb.ttf", deep / "HanaMinA.ttf"]


@pytest.mark.parametrize(
    ("style", "first"),
    [(FontStyle.HEI, "NotoSansCJK"), (FontStyle.SONG, "NotoSerifCJK"),
     (FontStyle.KAI, "NotoSerifCJK"), (FontStyle.FANG, "NotoSerifCJK")],
)  # fmt: skip
def test_a_rare_character_looks_like_its_neighbours_where_it_can(style, first):
    names = ("HanaMinA.ttf", "NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "simsunb.ttf")
    found = known_files([Path("/f", name) for name in names], rare_names(style))
    assert [path.name[: len(first)] for path in found[:2]] == ["simsunb.ttf", first]
    assert found[-1].name == "HanaMinA.ttf"


def test_font_folders_are_those_of_the_system(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", "/win")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert system_font_folders() == (
        Path("/local/Microsoft/Windows/Fonts"),
        Path("/win/Fonts"),
        Path(PureWindowsPath(r"D:\字体")),
        rare_fonts(),
    )
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_DATA_DIRS", "/a::/usr/share")
    assert system_font_folders() == (
        Path("/data/fonts"),
        Path.home() / ".fonts",
        Path("/a/fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        rare_fonts(),
    )
    monkeypatch.delenv("XDG_DATA_DIRS")
    assert Path("/usr/share/fonts") in system_font_folders()


class Registry:
    """What `winreg` knows of fonts: two that were copied, and one that lies elsewhere."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = 1, 2
    _FONTS = (("SimSun", "simsun.ttc"), ("Odd", 7), ("SimSun-ExtG", r"D:\字体\simsunextg.ttf"))

    def OpenKey(self, branch, name):  # noqa: N802 - winreg's own name
        if branch == self.HKEY_CURRENT_USER:
            raise FileNotFoundError(name)
        return nullcontext(branch)

    def QueryInfoKey(self, key):  # noqa: N802
        return 0, len(self._FONTS), 0

    def EnumValue(self, key, number):  # noqa: N802
        return (*self._FONTS[number], 1)
