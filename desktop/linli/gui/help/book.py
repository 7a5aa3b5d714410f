"""The pages of the help (帮助页): read from `resources/help`, in the order of their contents.

A page is a Markdown file of `resources/help/pages`; its first line is its title. `index.md` is the
table of contents: `## group`, and under it `- [title](page.md)`. What stands there is the book; the
texts for those who keep the forms lie one folder above and are linked to from there.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from linli.paths import resource

INDEX = "index"
_LINK = re.compile(r"^- \[([^\]]+)\]\(([^)]+)\.md\)")
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[>|]|^#+ |^\d+\. |^- ", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class HelpPage:
    """One page.

    Attributes:
        name: its file without `.md`, from the folder of pages on.
        title: its first line.
        text: Markdown.
        lines: what is read of it, without markup and without the title.
    """

    name: str
    title: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HelpGroup:
    """A heading of the contents with the names of its pages."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HelpBook:
    """All pages by name, and the contents."""

    pages: dict[str, HelpPage]
    groups: tuple[HelpGroup, ...]


def folder() -> Path:
    """Return where pages lie; links and pictures are named from here."""
    return resource("help/pages")


@cache
def help_book() -> HelpBook:
    """Read the contents and every page that stands in them."""
    index = _read(INDEX)
    groups: list[tuple[str, list[str]]] = []
    for line in index.text.splitlines():
        if line.startswith("## "):
            groups.append((line[3:].strip(), []))
        elif found := _LINK.match(line):
            groups[-1][1].append(found[2])
    names = [name for _, members in groups for name in members]
    return HelpBook(
        pages={INDEX: index, **{name: _read(name) for name in names}},
        groups=tuple(
            HelpGroup(title=title, names=tuple(members)) for title, members in groups if members
        ),
    )


def _read(name: str) -> HelpPage:
    text = (folder() / f"{name}.md").read_text(encoding="utf-8")
    head, _, rest = text.partition("\n")
    lines = (line.strip() for line in _MARKUP.sub(" ", rest).splitlines())
    return HelpPage(
        name=name,
        title=head.removeprefix("# ").strip(),
        text=text,
        lines=tuple(re.sub(r"\s+", " ", line) for line in lines if line.strip("-: ")),
    )
