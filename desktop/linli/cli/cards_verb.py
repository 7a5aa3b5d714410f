"""`linli cards`: printing contact cards."""

from argparse import Namespace
from contextlib import suppress
from typing import TYPE_CHECKING

from linli.cli.access import UsageError
from linli.cli.output import progress
from linli.cli.paper_verb import setup_of
from linli.cli.parser import program
from linli.cli.printed import Outcome, print_again, print_portion, print_to_file
from linli.cli.run_verb import go_on
from linli.errors import UserError

if TYPE_CHECKING:
    from linli.domain.cards import CardBatch, CardKind, CardSource
    from linli.domain.paper import CardSize, PaperSetup
    from linli.services.cards import CardService
    from linli.services.container import Services

_NOT_WITH_RESUME = ("kind", "size", "per", "order", "skip_missing")
_NOBODY = "没有找到要打印联系卡的居民，请换一个查找内容、网格或常用筛选。"


def cards(options: Namespace) -> int:
    """Print contact cards and record that they were issued."""
    if options.resume is None:
        if options.from_card is not None:
            raise UsageError("--from-card 是接着印某一批时写的，请和 --resume 一起写。")
        return print_to_file(options, _issue)
    for name in _NOT_WITH_RESUME:
        if getattr(options, name):
            raise UsageError(
                f"--{name.replace('_', '-')} 不能和 --resume 一起写：接着印的是原来那一批。"
            )
    return print_to_file(options, go_on)


def _issue(services: "Services", options: Namespace) -> Outcome:
    """Print the cards of some people, of a grid or of the community."""
    from linli.domain.paper import Pass

    service = services.cards
    kind = _kind(service, options.kind)
    size = _size(kind, options.size)
    setup = setup_of(services, options, size)
    batch = _prepared(services, options, kind)
    if options.skip_missing and (unprintable := batch.unprintable):
        batch = _prepared(services, options, kind, unprintable)
    if setup.sides is Pass.BACKS:
        if any(card.issue == 1 for card in batch.cards):
            raise UsageError("这些卡还没有印正面，请先用 --sides fronts 印正面，再印背面。")
        return _backs(services, batch, setup, options)
    if options.most and not kind.numbered:
        raise UsageError(f"{kind.title}没有卡号，不分几次登记，不能写 --most。")
    if options.most and options.most < len(batch.cards):
        run_id, _changes = services.runs.start(batch, setup, size)
        return print_portion(services, run_id, setup, most=options.most)
    done = service.issue(batch, setup, size, progress())
    return Outcome(
        printed=done.printed,
        batch=batch,
        recorded=True,
        run_id=done.run_id,
        backs_follow=setup.sides is Pass.FRONTS and kind.two_sided,
    )


def _backs(
    services: "Services", batch: "CardBatch", setup: "PaperSetup", options: Namespace
) -> Outcome:
    """Print backs behind the fronts that were printed last, on the same slots.

    Raises:
        UserError: these are not the cards whose fronts were printed last.
    """
    numbers = [card.facts.number for card in batch.cards if card.facts.number]
    run_id = services.runs.latest_of(numbers[0]) if len(numbers) > 1 else None
    if run_id is None:
        size = _size(batch.kind, options.size)
        printed = services.cards.preview(batch, setup, size, progress())
        return Outcome(printed=printed, batch=batch, recorded=False)
    outcome = print_again(services, run_id, setup, options.start_slot)
    printed_last = [card.facts.number for card in outcome.batch.cards]
    if printed_last != numbers:
        raise UserError(
            f"这 {len(numbers)} 张卡和上一次印了正面的 {len(printed_last)} 张（第 {run_id} 批）"
            f"不一样，印出来会错位。请运行 {program()} cards --resume {run_id} --sides backs "
            "印那一次的背面。"
        )
    return outcome


def _prepared(
    services: "Services",
    options: Namespace,
    kind: "CardKind",
    left_out: frozenset[int] = frozenset(),
) -> "CardBatch":
    from linli.domain.card_choices import CardOrder, CardUnit

    if options.outdated and not kind.numbered:
        raise UsageError(f"{kind.title}没有卡号，不登记发给了谁，不能写 --outdated，请写 --all。")
    if options.outdated:
        batch = services.cards.prepare_outdated(kind.id, left_out=left_out)
        if not batch.cards and not batch.skipped:
            raise UserError(f"发出去的{kind.title}上的资料都没有变化，不用重印。")
        return batch
    unit = CardUnit(options.per or ("person" if options.find else "household"))
    order = CardOrder(options.order or ("given" if options.find else "walk"))
    ids = _asked_for(services, options, kind)
    return services.cards.prepare(ids, kind.id, unit, left_out=left_out, order=order)


def _kind(service: "CardService", name: str | None) -> "CardKind":
    kinds = service.kinds()
    for kind in kinds:
        if name in (None, kind.id, kind.title):
            return kind
    known = "、".join(f"{kind.id}（{kind.title}）" for kind in kinds)
    raise UsageError(f"没有「{name}」这种卡，可以写：{known}。")


def _size(kind: "CardKind", name: str | None) -> "CardSize":
    from linli.domain.paper import CardSize

    if name is None:
        return kind.sizes[0]
    with suppress(ValueError):
        size = CardSize.parse(name)
        if size in kind.sizes:
            return size
    known = "、".join(f"{size.id}（{size.label}）" for size in kind.sizes)
    raise UsageError(f"{kind.title}没有「{name}」这种大小，可以写：{known}。")


def _asked_for(services: "Services", options: Namespace, kind: "CardKind") -> list[int]:
    """Return whose cards are wanted: residents, or staff, stations or grids.

    Raises:
        UserError: if there is nobody.
    """
    from linli.domain.cards import CardSource

    if kind.source is CardSource.HOME:
        ids = _residents(services, options)
    elif options.all:
        ids = _everything(services, kind.source)
    elif options.grid and kind.source is CardSource.GRID:
        ids = [grid_id(services, options.grid)]
    else:
        raise UsageError(f"{kind.title}不是按居民印的，请写 --all。")
    if not ids:
        raise UserError(_NOBODY if kind.numbered else f"还没有可以印{kind.title}的资料，请先登记。")
    return ids


def _residents(services: "Services", options: Namespace) -> list[int]:
    from linli.domain.residents import ResidentFilter

    if options.find:
        return services.cards.ids_for_text(options.find)
    if options.grid:
        return services.cards.ids_for_grid(grid_id(services, options.grid))
    wanted = services.filters.find(options.filter) if options.filter else ResidentFilter()
    return list(services.residents.list_ids(wanted))


def _everything(services: "Services", source: "CardSource") -> list[int]:
    """Return all staff, stations or grids, in the order of their list."""
    from linli.domain.cards import CardSource

    if source is CardSource.STAFF:
        return [person.id for person in services.staff.list_all()]
    if source is CardSource.STATION:
        return [station.id for station in services.stations.list_all()]
    return [grid.id for grid in services.grids.list_all()]


def grid_id(services: "Services", name: str) -> int:
    """Return the grid that is called so, by number or name.

    Raises:
        UserError: there is none; the sentence names those there are.
    """
    grids = services.grids.list_all()
    for grid in grids:
        if name in (grid.facts.number, grid.facts.name):
            return grid.id
    known = "、".join(grid.facts.name for grid in grids) or "还没有网格"
    raise UserError(f"没有「{name}」这个网格，现有：{known}。")
