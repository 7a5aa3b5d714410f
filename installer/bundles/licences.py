"""The licences of everything inside a bundle, gathered into one folder."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from bundles.packages import Component
from bundles.source import ROOT

OURS = ROOT / "installer" / "licences"
IN_OURS = {
    "linli": ("LICENSE",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Packages whose licence lies among ours; of Qt's only those are meant that it is used under."""


class NoText(Exception):  # noqa: N818 - says what is wrong with a bundle
    """A package whose licence is not there to be passed on."""


def gather(components: Sequence[Component], into: Path) -> None:
    """Write the licences of all components and of the program into a folder, with a list.

    Raises:
        NoText: if the text of a package's licence is nowhere.
    """
    into.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "LICENSE", into / "LICENSE")
    for path in sorted(OURS.iterdir()):
        shutil.copyfile(path, into / path.name)
    lines = ["component\tversion\tlicence\ttexts"]
    for each in components:
        names = list(IN_OURS.get(each.name, ()))
        folder = into / each.name
        for text in () if names else each.texts:
            folder.mkdir(exist_ok=True)
            target = folder / _flat(text)
            shutil.copyfile(text, target)
            names.append(f"{each.name}/{target.name}")
        if not names:
            raise NoText(
                f"{each.name} {each.version} ({each.licence}) carries no text of its licence"
            )
        lines.append("\t".join((each.name, each.version, each.licence, " ".join(sorted(names)))))
    (into / "LIST.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def drop_gathered(site: Path) -> None:
    """Take the texts out of the packages' own folders, once they are gathered."""
    for folder in site.glob("*.dist-info"):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "METADATA":
                path.unlink()


def _flat(text: Path) -> str:
    """Return a name for a text that lies in a folder of `licenses`."""
    parts = text.parts
    below = parts[parts.index("licenses") + 1 :] if "licenses" in parts else parts[-1:]
    return "-".join(below)
