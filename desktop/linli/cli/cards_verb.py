"""`linli cards`: printing contact cards."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, progress, say, write_json
from linli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linli.domain.cards import CardKind, MissingCharacter
    from linli.services.cards import CardService
    from linli.services.container import Services


def cards(options: Namespace) -> int:
    """Print contact cards and record that they were issued."""
    from linli.domain.cards import CardUnit, MissingCharacterError
    from linli.domain.paper import CardSize, PaperSetup

    check_place(options.out)
    unit = CardUnit(options.per or ("person" if options.find else "household"))
    with opened(options) as services:
        kind = _kind(services.cards, options.kind)
        size = CardSize.parse(options.size) if options.size else kind.sizes[0]
        setup = PaperSetup(sheet=services.paper.sheet(options.layout, size))
        batch = services.cards.prepare(_asked_for(services, options), kind.id, unit)
        try:
            printed = services.cards.issue(batch, setup, size, progress()).printed
        except MissingCharacterError as error:
            if options.json:
                write_json({"cards": 0, "pages": 0, "missing": _missing(error.missing)})
            raise
        services.cards.save_pdf(printed.content, options.out)
    if options.json:
        write_json(
            {
                "cards": printed.cards,
                "pages": printed.pages,
                "missing": [],
                "numbers": [card.facts.number for card in batch.cards],
                "skipped": [asdict(person) for person in batch.skipped],
                "warnings": printed.warnings,
            }
        )
        return 0
    say(f"已打印{kind.title} {printed.cards} 张，共 {printed.pages} 页，存到「{options.out}」。")
    for person in batch.skipped:
        say(f"  没有发卡：{person.name}（{person.reason}）")
    for warning in printed.warnings:
        say(f"  请留意：{warning}")
    return 0


def _kind(service: "CardService", name: str | None) -> "CardKind":
    kinds = service.kinds()
    for kind in kinds:
        if name in (None, kind.id, kind.title):
            return kind
    known = "、".join(f"{kind.id}（{kind.title}）" for kind in kinds)
    raise UsageError(f"没有「{name}」这种卡，可以写：{known}。")


def _asked_for(services: "Services", options: Namespace) -> list[int]:
    """Return the residents whose cards are wanted.

    Raises:
        UserError: if there is nobody.
    """
    from linli.domain.residents import ResidentFilter

    if options.find:
        ids = services.residents.find_ids(options.find)
    elif options.grid:
        ids = list(services.cards.ids_for_grid(_grid(services, options.grid)))
    else:
        ids = list(services.residents.list_ids(ResidentFilter()))
    if not ids:
        raise UserError("没有找到要打印联系卡的居民，请换一个查找内容或网格。")
    return ids


def _grid(services: "Services", name: str) -> int:
    grids = services.grids.list_all()
    for grid in grids:
        if name in (grid.facts.number, grid.facts.name):
            return grid.id
    known = "、".join(grid.facts.name for grid in grids) or "还没有网格"
    raise UserError(f"没有「{name}」这个网格，现有：{known}。")


def _missing(missing: "Iterable[MissingCharacter]") -> list[dict[str, str]]:
    return [
        {"character": m.character, "code_point": m.code_point, "field": m.field, "holder": m.holder}
        for m in missing
    ]
