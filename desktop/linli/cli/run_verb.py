"""`linli run`: print runs (打印批次) that were begun, and what is left of them."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import check_place, progress, say, write_json, write_table
from linli.cli.paper_verb import setup_of
from linli.cli.printed import Outcome, print_again, print_portion, print_to_file

if TYPE_CHECKING:
    from linli.domain.paper import PaperSetup
    from linli.domain.runs import Run, RunCard
    from linli.services.container import Services

_RUN_HEADS = ("批号", "名称", "开始", "共", "已印", "待印", "不印", "状态")
_CARD_HEADS = ("序号", "卡号", "姓名", "楼栋", "门牌", "状态", "说明")


def run(options: Namespace) -> int:
    """Do what was asked for with a print run."""
    return _STEPS[options.what](options)


def go_on(services: "Services", options: Namespace) -> Outcome:
    """Print what waits of a run (`cards --resume`), or the backs of what was printed last."""
    from linli.domain.paper import Pass

    run_id = options.resume
    setup = _setup(services, options, run_id)
    if setup.sides is Pass.BACKS:
        return print_again(services, run_id, setup, options.start_slot)
    if options.from_card is not None:
        services.runs.stopped_at(run_id, options.from_card)
    return print_portion(services, run_id, setup, from_number=options.from_card, most=options.most)


def _list(options: Namespace) -> int:
    with opened(options, "linli.services.runs") as services:
        runs = services.runs.list_all()
    if options.json:
        write_json([_run_facts(run) for run in runs])
    elif runs:
        write_table(_RUN_HEADS, [_run_cells(run) for run in runs])
    else:
        say("还没有打印批次：一次发两张以上的卡，就是一批。")
    return 0


def _show(options: Namespace) -> int:
    with opened(options, "linli.services.runs") as services:
        record = services.runs.get(options.run)
        next_slot = services.runs.next_slot(options.run)
    if options.json:
        cards = [_card_facts(card) for card in record.cards]
        write_json({**_run_facts(record.run), "next_slot": next_slot, "cards": cards})
        return 0
    write_table(_RUN_HEADS, [_run_cells(record.run)])
    say("")
    write_table(_CARD_HEADS, [_card_cells(card) for card in record.cards])
    return 0


def _reprint(options: Namespace) -> int:
    return print_to_file(options, _print_again)


def _print_again(services: "Services", options: Namespace) -> Outcome:
    """Print cards of a run once more: by number, from one on, or the last file as it was."""
    run_id, setup = options.run, _setup(services, options, options.run)
    if options.cards is not None:
        return print_portion(services, run_id, setup, numbers=options.cards)
    if options.from_card is not None:
        services.runs.stopped_at(run_id, options.from_card)
        return print_portion(services, run_id, setup, from_number=options.from_card)
    if options.stopped_after is not None:
        services.runs.stopped_after(run_id, options.stopped_after)
        return print_portion(services, run_id, setup)
    return print_again(services, run_id, setup, options.start_slot)


def _handover(options: Namespace) -> int:
    check_place(options.out)
    with opened(options, "linli.services.runs") as services:
        sheet = services.runs.handover(
            options.run, page_per_building=options.page_per_building, progress=progress()
        )
        services.outputs.save_pdf(sheet, options.out, "签收表")
    if options.json:
        write_json({"run": options.run, "file": str(options.out)})
    else:
        say(f"第 {options.run} 批的签收表已存到「{options.out}」。")
    return 0


def _setup(services: "Services", options: Namespace, run_id: int) -> "PaperSetup":
    """Return the paper on which a run goes on: a fresh sheet, once something is printed."""
    from linli.domain.paper import CardSize

    run = services.runs.get(run_id).run
    base = replace(run.setup, start_slot=1) if run.printed else run.setup
    return setup_of(services, options, CardSize.parse(run.size), base)


def _state(run: "Run") -> str:
    if not run.waiting:
        return "印完"
    return "结束" if run.closed_at else "在印"


def _run_cells(run: "Run") -> tuple[str, ...]:
    figures = (run.total, run.printed, run.waiting, run.left_out)
    started = f"{run.started_at:%Y-%m-%d %H:%M}"
    return (str(run.id), run.title, started, *map(str, figures), _state(run))


def _run_facts(run: "Run") -> dict[str, object]:
    return {
        "run": run.id,
        "title": run.title,
        "kind": run.kind,
        "size": run.size,
        "sheet": run.setup.sheet.id,
        "started_at": run.started_at.isoformat(),
        "closed_at": run.closed_at.isoformat() if run.closed_at else None,
        "account": run.account,
        "total": run.total,
        "printed": run.printed,
        "waiting": run.waiting,
        "left_out": run.left_out,
    }


def _card_cells(card: "RunCard") -> tuple[str, ...]:
    from linli.domain.labels import RUN_CARD_STATE

    return (
        *(str(card.position), card.number, card.holder, card.building, card.place),
        *(RUN_CARD_STATE[card.state], card.reason or ""),
    )


def _card_facts(card: "RunCard") -> dict[str, object]:
    return {
        "position": card.position,
        "number": card.number,
        "holder": card.holder,
        "building": card.building,
        "place": card.place,
        "state": card.state.value,
        "reason": card.reason,
    }


_STEPS: Mapping[str, Callable[[Namespace], int]] = {
    "list": _list,
    "show": _show,
    "reprint": _reprint,
    "handover": _handover,
}
