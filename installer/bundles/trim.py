"""What a bundle leaves out of the wheels, each with its reason.

Names are those below `site-packages`, with `/` between folders, for all systems; `*` stands for
anything. What is kept is proved by `elf.unresolved` and by starting the program.
"""

import shutil
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from bundles import tree


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Files that do not go into a bundle."""

    why: str
    names: tuple[str, ...]
    but: tuple[str, ...] = field(default=())
    """What stays although a name fits."""

    def takes(self, name: str) -> bool:
        """Whether a file is left out."""
        return _fits(name, self.names) and not _fits(name, self.but)


def _qt(*modules: str) -> tuple[str, ...]:
    """Return the names of modules of Qt: libraries on both systems and their Python sides."""
    places = (
        "PySide6/Qt/lib/libQt6{0}.so*",
        "PySide6/Qt6{0}.dll",
        "PySide6/Qt{0}.abi3.so",
        "PySide6/Qt{0}.pyd",
    )
    return tuple(place.format(module) for module in modules for place in places)


LEFT_OUT = (
    LeftOut(
        why="the window is made of widgets, not of QML",
        names=(
            *_qt("Qml*", "Quick*", "Labs*", "Web*", "Test", "VirtualKeyboard*"),
            "PySide6/Qt/qml/*",
            "PySide6/qml/*",
            "PySide6/*pyside6qml*",
            "*/plugins/qml*/*",
            "*/plugins/vectorimageformats/*",
        ),
    ),
    LeftOut(
        why="parts of Qt that nothing here uses; the ledger is SQLCipher's, the window no OpenGL",
        names=(
            *_qt("Designer*", "UiTools", "Help", "Sql", "Concurrent", "Xml", "SvgWidgets"),
            *_qt("OpenGL*", "WaylandCompositor", "WaylandEgl*", "Egl*", "Positioning"),
            *_qt("ExampleIcons"),
            "PySide6/resources/icudtl.dat",
            "PySide6/opengl32sw.dll",
            "PySide6/d3dcompiler*",
            "PySide6/av*.dll",
            "PySide6/sw*.dll",
        ),
    ),
    LeftOut(
        why="the program is offline; QtNetwork stays for the local socket of one window",
        names=("*/plugins/tls/*", "*/plugins/networkinformation/*"),
    ),
    LeftOut(
        why="plugins for screens and devices that a desktop does not drive itself",
        names=(
            "*/plugins/designer/*",
            "*/plugins/egldeviceintegrations/*",
            "*/plugins/generic/*",
            "*/plugins/sqldrivers/*",
            "*/plugins/wayland-graphics-integration-*",
            "*/plugins/xcbglintegrations/*",
            "*/plugins/platforms/*",
            "*/plugins/platformthemes/*qgtk3*",
            "*/plugins/platforminputcontexts/*virtualkeyboard*",
        ),
        but=(
            "*/libqxcb.so",
            "*/libqwayland-generic.so",
            "*/libqoffscreen.so",
            "*/qwindows.dll",
            "*/qoffscreen.dll",
        ),
    ),
    LeftOut(
        why="formats of pictures that no part of the program reads through Qt",
        names=("*/plugins/imageformats/*",),
        but=("*jpeg.*", "*svg.*", "*ico.*"),
    ),
    LeftOut(
        why="the window speaks Simplified Chinese; its English needs no words of Qt",
        names=("PySide6/translations/*", "PySide6/Qt/translations/*"),
        but=("*/qtbase_zh_CN.qm",),
    ),
    LeftOut(
        why="tools for developers",
        names=(
            *("bin/*", "share/*", "Scripts/*", "PySide6/scripts/*", "PySide6/support/generate*"),
            *("PySide6/Qt/libexec/*", "PySide6/metatypes/*", "PySide6/Qt/metatypes/*"),
            *(f"PySide6/{tool}*" for tool in ("assistant", "balsam", "designer", "linguist")),
            *(f"PySide6/{tool}*" for tool in ("lrelease", "lupdate", "qml", "qsb", "rcc", "uic")),
            *("PySide6/svgtoqml*", "PySide6/typesystems/*", "PySide6/glue/*", "PySide6/include/*"),
            *("PySide6/doc/*", "PySide6/Qt/modules/*", "PySide6/modules/*", "PySide6/*.exe"),
            *("shiboken6/*.lib", "PySide6/*.lib", "shiboken6/include/*"),
            "pypdfium2_cli/*",
        ),
    ),
    LeftOut(
        why="types and sources for compilers and checkers",
        names=("*.pyi", "*/py.typed", "*.pyx", "*.pxd", "*.pxi", "*.c", "*.h", "*.hpp", "*.a"),
    ),
    LeftOut(
        why="tests of the libraries",
        names=("*/tests/*", "*/testing/*", "*/_examples/*", "sqlalchemy/testing/*"),
        but=("numpy/testing/*", "numpy/_pytesttester*"),
    ),
    LeftOut(
        why="parts of the libraries that the program never calls",
        names=(
            *("numpy/f2py/*", "numpy/distutils/*", "numpy/typing/*", "numpy/doc/*"),
            *("alembic/templates/*", "numpy/_core/include/*", "numpy/_core/lib/*"),
        ),
    ),
    LeftOut(
        why="notes of installers; name, version and licence of each package stay in METADATA",
        names=(
            ".lock",
            *(f"*.dist-info/{name}" for name in ("INSTALLER", "RECORD", "REQUESTED", "WHEEL")),
            *(f"*.dist-info/{name}" for name in ("entry_points.txt", "top_level.txt", "sboms/*")),
        ),
    ),
    LeftOut(
        why="compiled by another Python or at another time; every bundle compiles its own",
        names=("*.pyc",),
    ),
)


def trim(site: Path, left_out: tuple[LeftOut, ...] = LEFT_OUT) -> int:
    """Take what is not needed out of an installed `site-packages`; return the bytes saved."""
    before = tree.size(site)
    for path in tree.files(site):
        name = path.relative_to(site).as_posix()
        if any(each.takes(name) for each in left_out):
            path.unlink()
    remove_empty(site)
    return before - tree.size(site)


def remove_empty(root: Path) -> None:
    """Remove the folders that nothing is left in."""
    for folder in reversed(tree.paths(root)):
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            shutil.rmtree(folder)


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
