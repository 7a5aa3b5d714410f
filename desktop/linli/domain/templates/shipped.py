"""The shipped templates and sheets: data in `resources/templates`.

A new kind of card is one more file in `cards`, a new sheet one more line of `sheets.json`.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from linli.domain.cards import CardKind
from linli.domain.paper import Sheet
from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.reading import read_kind, read_template
from linli.errors import NotFoundError
from linli.paths import resource


def load_kinds() -> tuple[CardKind, ...]:
    """Return the kinds of cards that shipped templates are for, in the order of their menu.

    Raises:
        TemplateError: the head of a template cannot be used.
    """
    return tuple(kind for kind, _ in _files().values())


def load_templates() -> tuple[CardTemplate, ...]:
    """Read all shipped templates, in the order of their menu.

    Raises:
        TemplateError: one of them cannot be used.
    """
    return tuple(_template(kind_id) for kind_id in _files())


def template_of(kind_id: str) -> CardTemplate:
    """Read the shipped template of a kind of card.

    Raises:
        NotFoundError: there is none.
        TemplateError: it cannot be used.
    """
    check_kind(kind_id, load_kinds())
    return _template(kind_id)


def check_kind(kind_id: str, kinds: Iterable[CardKind]) -> None:
    """Refuse a kind of card that is not among `kinds`.

    Raises:
        NotFoundError: naming those there are.
    """
    titles = {kind.id: kind.title for kind in kinds}
    if kind_id not in titles:
        known = "、".join(f"{id_}（{title}）" for id_, title in titles.items())
        raise NotFoundError(f"没有名为“{kind_id}”的卡片种类，可以选：{known}。", field="kind")


@cache
def _files() -> Mapping[str, tuple[CardKind, Path]]:
    """Return each kind and the file of its template by its id, in the order of the menu."""
    paths = resource("templates/cards").glob("*.json")
    heads = [(*read_kind(path.read_text("utf-8"), _where(path)), path) for path in sorted(paths)]
    heads.sort(key=lambda head: head[0])
    return {kind.id: (kind, path) for _, kind, path in heads}


@cache
def _template(kind_id: str) -> CardTemplate:
    _, path = _files()[kind_id]
    return read_template(path.read_text("utf-8"), _where(path))


def _where(path: Path) -> str:
    return f"卡片模板“{path.name}”"


@cache
def load_sheets() -> tuple[Sheet, ...]:
    """Read the shipped sheets, in the order of their menu."""
    raw = json.loads(resource("templates/sheets.json").read_text("utf-8"))
    return tuple(Sheet(**sheet) for sheet in raw["sheets"])
