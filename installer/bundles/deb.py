"""Packages for Debian and its Chinese relatives: UOS (统信) and Kylin (银河麒麟).

Two flavours carry the same folder to the same place, `/opt/apps/APP_ID/files`. That of UOS has its
menu entry, icon and types under `entries` and says in `info` who it is; the other puts them where
every desktop looks. Neither runs anything while it is installed or removed, and neither knows where
ledgers lie, so that they stay.
"""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bundles import contents, debian, desktop_files, elf, payload, source, tree
from bundles.desktop_files import APP_ID, NAME, SUMMARY
from bundles.targets import Target
from bundles.tree import Budget

BUDGET = Budget(packed=180, unpacked=520)
HOME = f"opt/apps/{APP_ID}"
PROGRAM = f"/{HOME}/files/{payload.PROGRAM}"
_MAINTAINER = "Linli <linli@localhost.localdomain>"
_DESCRIPTION = f"""\
{SUMMARY}
 邻里台把社区已有的居民台账收进一个加密的文件，几个键就能找到居民，
 打印放在电话旁的联系卡，管网格、调解、值班。不联网。
"""
_PARTS_OF_UOS = 4
_KILO = 1024


@dataclass(frozen=True, kw_only=True)
class Flavour:
    """One way of presenting the same folder."""

    package: str
    desktop: str
    """The name of menu entry and icon."""
    shared: str
    """Where menu entry, icon and types lie."""
    uos: bool

    @property
    def version(self) -> str:
        """The package's version; UOS wants four numbers."""
        own = source.version()
        if not self.uos:
            return own
        return ".".join([*own.split("."), "0", "0", "0"][:_PARTS_OF_UOS])


GENERIC = Flavour(package="linli", desktop="linli", shared="usr/share", uos=False)
UOS = Flavour(package=APP_ID, desktop=APP_ID, shared=f"{HOME}/entries", uos=True)
FLAVOURS = (GENERIC, UOS)


def make(target: Target, output: Path) -> list[Path]:
    """Make both packages of a Linux target; return them and their bills of materials.

    Raises:
        OverBudget: if one has grown too large.
        BeyondFloor: if they would not run on the oldest system.
        NoPackage: if something inside wants a library that no package is known for.
    """
    made = []
    with tempfile.TemporaryDirectory() as scratch:
        files = Path(scratch) / "files"
        components = payload.make(target, files)
        needs = debian.depends(elf.unresolved(files), target)
        for flavour in FLAVOURS:
            root = Path(scratch) / flavour.package
            (root / HOME).mkdir(parents=True)
            files.rename(root / HOME / "files")
            _present(root, flavour, target)
            bundle = output / f"{flavour.package}_{flavour.version}_{target.debian}.deb"
            bundle.write_bytes(_package(root, flavour, target, needs))
            (root / HOME / "files").rename(files)
            made += [bundle, contents.write_bill(bundle, components)]
    return made


def archive(members: Mapping[str, bytes], moment: int) -> bytes:
    """Return an `ar` archive, which is what a package is."""
    parts = [b"!<arch>\n"]
    for name, content in members.items():
        head = f"{name:<16}{moment:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        parts += [head.encode("ascii"), content, b"\n" * (len(content) % 2)]
    return b"".join(parts)


def control(flavour: Flavour, target: Target, needs: list[str], size: int) -> str:
    """Return what a package says of itself; `size` is that of its files, in bytes."""
    others = ", ".join(each.package for each in FLAVOURS if each is not flavour)
    fields = {
        "Package": flavour.package,
        "Version": flavour.version,
        "Section": "utils",
        "Priority": "optional",
        "Architecture": target.debian,
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(-(-size // _KILO)),
        "Depends": ", ".join(needs),
        "Conflicts": others,
        "Replaces": others,
        "Description": _DESCRIPTION.rstrip("\n"),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _present(root: Path, flavour: Flavour, target: Target) -> None:
    """Write what the desktop is shown."""
    shared = root / flavour.shared
    files = {
        f"applications/{flavour.desktop}.desktop": desktop_files.entry(PROGRAM, flavour.desktop),
        f"icons/hicolor/scalable/apps/{flavour.desktop}.svg": desktop_files.icon(),
        f"mime/packages/{flavour.desktop}.xml": desktop_files.types(),
    }
    for name, text in files.items():
        path = shared / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if flavour.uos:
        (root / HOME / "info").write_text(_info(flavour, target), encoding="utf-8")
        return
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/linli").symlink_to(PROGRAM)
    about = root / "usr/share/doc" / flavour.package
    about.mkdir(parents=True)
    (about / "copyright").write_text(_COPYRIGHT, encoding="utf-8")


def _info(flavour: Flavour, target: Target) -> str:
    """Return how UOS introduces the program; it may use nothing beyond its own window."""
    allowed = dict.fromkeys(_PERMISSIONS, False)
    about = {
        "appid": APP_ID,
        "name": NAME,
        "version": flavour.version,
        "arch": [target.debian],
        "permissions": {**allowed, "clipboard": True},
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _package(root: Path, flavour: Flavour, target: Target, needs: list[str]) -> bytes:
    moment = source.moment()
    tree.stamp(root, moment)
    unpacked = tree.size(root)
    data = tree.xz(tree.tar(root, moment, prefix="./"))
    with tempfile.TemporaryDirectory() as scratch:
        about = Path(scratch)
        said = control(flavour, target, needs, unpacked)
        (about / "control").write_text(said, encoding="utf-8")
        (about / "md5sums").write_text(_sums(root), encoding="utf-8")
        tree.stamp(about, moment)
        head = tree.xz(tree.tar(about, moment, prefix="./"))
    BUDGET.check(f"{flavour.package} {target.debian}", packed=len(data), unpacked=unpacked)
    members = {"debian-binary": b"2.0\n", "control.tar.xz": head, "data.tar.xz": data}
    return archive(members, moment)


def _sums(root: Path) -> str:
    """Return the sums that `dpkg --verify` compares; the format prescribes MD5."""
    lines = []
    for path in tree.files(root):
        if not path.is_symlink():
            md5 = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{md5}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


_PERMISSIONS = (
    *("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera"),
    *("audio_record", "installed_apps"),
)
_COPYRIGHT = f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: linli

Files: *
Copyright: Linli contributors
License: Apache-2.0
 See /usr/share/common-licenses/Apache-2.0. What the package carries of others, with the texts of
 their licences, is listed in /{HOME}/files/licences/LIST.txt.
"""
