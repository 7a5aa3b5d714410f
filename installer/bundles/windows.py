"""The installer for Windows, and the folder that needs no installing; both built on Linux."""

import os
import shutil
import subprocess
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from bundles import (
    contents,
    pe,
    portable,
    rare_fonts,
    runtime,
    source,
    tree,
    windows_launcher,
    windows_python,
)
from bundles.archive import NotThere
from bundles.packages import Component
from bundles.targets import Target
from bundles.tree import Budget
from bundles.windows_launcher import SOURCES, numbers

BUDGET = Budget(packed=115, unpacked=370)
"""Of the installer, and of what it installs."""
PORTABLE_BUDGET = Budget(packed=175, unpacked=370)
"""Of the archive that every Windows unpacks by itself: zip, which packs less densely."""

_PORTABLE_READ_ME = """\
邻里台 {version}（Windows，免安装）

双击 linli.exe 打开。台账在旁边的 data 文件夹里，整个文件夹可以带走；删掉 portable.txt，台账就改放在
自己的用户文件夹里。不需要联网，也不需要安装。

请整个解压到 U 盘或硬盘上再打开，不要在压缩包里直接打开。以后换新版本：先退出程序，把新版本解压到
别处，再把 data 文件夹整个移过去。打开旧的台账前，程序会先做一个核对过的备份。
"""

_FONTS = "linli/fonts"
"""Where `linli.paths.rare_fonts` looks for them."""
_NSIS = "makensis"
_ROOT = "$INSTDIR"


class NotWhole(Exception):  # noqa: N818 - says what is wrong with a bundle
    """A bundle in which something wants a library that is not there."""


def make(target: Target, output: Path) -> list[Path]:
    """Make the installer; return it and its bill of materials.

    Raises:
        NotThere: if makensis is not installed.
        OverBudget: if it has grown too large.
        NotWhole: if a library is missing inside.
        subprocess.CalledProcessError: if makensis refuses; every warning is an error.
    """
    if shutil.which(_NSIS) is None:
        raise NotThere(f"{_NSIS} makes installers for Windows: apt-get install nsis")
    made = output / f"linli-{source.version()}-{target.name}-setup.exe"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "tree"
        components = lay(target, root)
        pack(root, made, version=source.version(), moment=source.moment())
        BUDGET.check(made.name, packed=made.stat().st_size, unpacked=tree.size(root))
    return [made, contents.write_bill(made, components)]


def pack(root: Path, made: Path, *, version: str, moment: int) -> None:
    """Make an installer of a folder with the programs of the launcher in it.

    Args:
        root: what is installed.
        made: the installer's path.
        version: the program's version.
        moment: the time it bears, in seconds since 1970.

    Raises:
        subprocess.CalledProcessError: if makensis refuses; every warning is an error.
    """
    with tempfile.TemporaryDirectory() as scratch:
        lists = Path(scratch)
        (lists / "install.nsh").write_text(install_lines(root), encoding="utf-8")
        (lists / "remove.nsh").write_text(remove_lines(root), encoding="utf-8")
        values = {
            "VERSION": version,
            "NUMBERS": numbers(version),
            "LISTS": lists,
            "ICON": windows_launcher.ICON,
            "SIDE": SOURCES / "side.bmp",
            "OUTPUT": made,
            "SIZE": tree.size(root) // 1024,
        }
        subprocess.run(
            [
                *(_NSIS, "-WX", "-V2", "-NOCD", "-INPUTCHARSET", "UTF8"),
                *(f"-D{name}={value}" for name, value in values.items()),
                str(SOURCES / "linli.nsi"),
            ],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
            check=True,
        )


def make_portable(target: Target, output: Path) -> list[Path]:
    """Make the folder that needs no installing, as a zip; return it and its bill of materials.

    Raises:
        OverBudget: if it has grown too large.
        NotWhole: if a library is missing inside.
    """
    name = f"linli-{source.version()}-portable-{target.name}"
    bundle = output / f"{name}.zip"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / name
        components = lay(target, root)
        words = _PORTABLE_READ_ME.format(version=source.version())
        (root / portable.MARK).write_text(words, encoding="utf-8-sig", newline="\r\n")
        write_zip(bundle, root, source.moment())
        size = bundle.stat().st_size
        PORTABLE_BUDGET.check(name, packed=size, unpacked=tree.size(root))
    return [bundle, contents.write_bill(bundle, components)]


def write_zip(target: Path, root: Path, moment: int) -> None:
    """Pack a folder with all files of one time (seconds since 1970), under the folder's name."""
    when = datetime.fromtimestamp(moment, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in tree.files(root):
            info = zipfile.ZipInfo(f"{root.name}/{path.relative_to(root).as_posix()}", when)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes(), compresslevel=9)


def lay(target: Target, root: Path) -> list[Component]:
    """Lay out everything that is installed in a new folder; return what is inside.

    Raises:
        NotWhole: if a library is missing inside.
    """
    site = root / "site-packages"
    python = windows_python.install(root / "runtime")
    with tempfile.TemporaryDirectory() as scratch:
        fonts = Path(scratch) / "fonts"
        below = [python, *rare_fonts.rare_fonts(fonts)]
        components = contents.fill(target, site, root / "licences", runtime=below)
        (site / _FONTS).mkdir()
        for path in sorted(fonts.glob("*.ttf")):
            shutil.copyfile(path, site / _FONTS / path.name)
    windows_python.move_cpp_library(site, root / "runtime")
    missing = pe.unresolved(root)
    if missing:
        raise NotWhole("; ".join(f"{each}: {users[0]}" for each, users in sorted(missing.items())))
    contents.compile_all(site, runtime.compiler())
    windows_launcher.build(root, source.version())
    shutil.copyfile(SOURCES / "README.txt", root / "README.txt")
    tree.stamp(root, source.moment())
    return components


def install_lines(root: Path) -> str:
    """Return the lines of makensis that install every file below a folder, in a fixed order."""
    lines, folder = [], None
    for path in tree.files(root):
        if path.parent != folder:
            folder = path.parent
            lines.append(f'SetOutPath "{_installed(root, folder)}"')
        lines.append(f'File "{path}"')
    return _joined(lines)


def remove_lines(root: Path) -> str:
    """Return the lines of makensis that remove what was installed, and nothing else.

    Whatever somebody put beside it stays, with its folder.
    """
    lines = [f'Delete "{_installed(root, path)}"' for path in tree.files(root)]
    folders = [path for path in reversed(tree.paths(root)) if path.is_dir()]
    return _joined([*lines, *(f'RMDir "{_installed(root, path)}"' for path in folders)])


def _installed(root: Path, path: Path) -> str:
    return "\\".join((_ROOT, *path.relative_to(root).parts))


def _joined(lines: list[str]) -> str:
    return "\ufeff" + "".join(f"{line}\n" for line in lines)
