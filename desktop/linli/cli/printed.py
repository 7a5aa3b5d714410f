"""What the verbs do with printed cards: write the file, say what became of them."""

from argparse import Namespace
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import check_place, progress, say, write_json
from linli.cli.parser import program
from linli.errors import StorageProblem, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linli.domain.cards import CardBatch, MissingCharacter, PrintedCards
    from linli.domain.paper import PaperSetup
    from linli.domain.runs import RunCard
    from linli.services.container import Services

_NEEDED = (
    "linli.services.cards",
    "linli.services.paper",
    "linli.printing.cards",
)
_MOST_NAMES = 12  # on the screen; --json has them all


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Cards that were printed.

    `recorded` tells whether they were entered as a printing, `run_id` of which run they are,
    `waiting` how many cards of it are left and `next_slot` where the last sheet has room.
    `backs_follow` where only the fronts were printed of cards that have backs.
    `changed` are cards that are on paper already and say something else today.
    """

    printed: "PrintedCards"
    batch: "CardBatch"
    recorded: bool
    run_id: int | None = None
    waiting: int = 0
    next_slot: int = 1
    backs_follow: bool = False
    changed: "tuple[RunCard, ...]" = ()


def print_portion(
    services: "Services",
    run_id: int,
    setup: "PaperSetup",
    *,
    numbers: list[str] | None = None,
    from_number: str | None = None,
    most: int | None = None,
) -> Outcome:
    """Print what waits of a run, or the cards of these numbers, and record it."""
    from linli.domain.paper import Pass

    runs = services.runs
    portion = runs.portion(run_id, numbers=numbers, from_number=from_number, most=most, setup=setup)
    printed, _changes = runs.print_portion(portion, progress())
    return Outcome(
        printed=printed,
        batch=portion.batch,
        recorded=True,
        run_id=run_id,
        waiting=runs.get(run_id).run.waiting,
        next_slot=runs.next_slot(run_id, setup),
        backs_follow=setup.sides is Pass.FRONTS and portion.batch.kind.two_sided,
    )


def print_again(
    services: "Services", run_id: int, setup: "PaperSetup", start_slot: int | None
) -> Outcome:
    """Make the file of what was printed last of a run, or of its other side; record nothing.

    The cards lie where they lay, or from `start_slot` on.
    """
    runs = services.runs
    portion = runs.last_portion(run_id, setup=setup)
    if start_slot is not None:
        portion = replace(portion, setup=replace(setup, start_slot=start_slot))
    return Outcome(
        printed=runs.preview(portion, progress()),
        batch=portion.batch,
        recorded=False,
        run_id=run_id,
        waiting=portion.run.waiting,
        changed=portion.changed,
    )


def print_to_file(options: Namespace, make: "Callable[[Services, Namespace], Outcome]") -> int:
    """Print cards to the file that was named, and say what became of them."""
    from linli.domain.cards import MissingCharacterError

    check_place(options.out)
    with opened(options, *_NEEDED) as services:
        try:
            outcome = make(services, options)
        except MissingCharacterError as error:
            if options.json:
                write_json({"cards": 0, "pages": 0, "missing": _missing(error.missing)})
            raise
        try:
            title = outcome.batch.kind.title
            services.outputs.save_pdf(outcome.printed.content, options.out, title)
        except StorageProblem as problem:
            raise UserError(_without_file(problem, outcome)) from problem
    if options.json:
        write_json(_figures(outcome))
    else:
        _say_outcome(outcome, options)
    return 0


def _without_file(problem: StorageProblem, outcome: Outcome) -> str:
    """Return what happened and what to do when the file of cards could not be written."""
    if not outcome.recorded:
        return problem.message
    happened = problem.message.removesuffix(problem.advice)
    if outcome.run_id is None:
        return f"{happened}发卡已经登记，换一个地方再运行一次，会登记为补打。"
    return (
        f"{happened}发卡已经登记为第 {outcome.run_id} 批，没有丢，也不会重复登记："
        f"请运行 {program()} run reprint {outcome.run_id} --out 另一个文件。"
    )


def _figures(outcome: Outcome) -> dict[str, object]:
    printed = outcome.printed
    return {
        "cards": printed.cards,
        "pages": printed.pages,
        "sheets": printed.sheets,
        "missing": [],
        "numbers": [card.facts.number for card in outcome.batch.cards if card.facts.number],
        "skipped": [asdict(person) for person in outcome.batch.skipped],
        "warnings": printed.warnings,
        "recorded": outcome.recorded,
        "run": outcome.run_id,
        "waiting": outcome.waiting,
        "next_slot": outcome.next_slot,
        "changed": [card.number for card in outcome.changed],
    }


def _say_outcome(outcome: Outcome, options: Namespace) -> None:
    printed, run_id = outcome.printed, outcome.run_id
    recorded = "" if outcome.recorded else "（没有另外登记）"
    batch = f"，第 {run_id} 批" if run_id is not None else ""
    say(
        f"已打印{outcome.batch.kind.title} {printed.cards} 张，共 {printed.pages} 页{batch}，"
        f"存到「{options.out}」{recorded}。"
    )
    if outcome.backs_follow and run_id is not None:
        say(
            f"  背面：把纸翻好，再运行 {program()} cards --resume {run_id} --sides backs --out 文件"
        )
    skipped = outcome.batch.skipped
    for person in skipped[:_MOST_NAMES]:
        say(f"  没有发卡：{person.name}（{person.reason}）")
    if more := len(skipped[_MOST_NAMES:]):
        say(f"  还有 {more} 人没有发卡，加 --json 可以全部列出")
    for warning in printed.warnings:
        say(f"  请留意：{warning}")
    for card in outcome.changed:
        say(f"  请留意：卡号 {card.number} 的资料在印过以后有变化，这张要另外重印")
    if outcome.waiting:
        slot = f"，纸上从第 {outcome.next_slot} 格起还空着" if outcome.next_slot > 1 else ""
        say(f"  这一批还有 {outcome.waiting} 张待印{slot}。")


def _missing(missing: "Iterable[MissingCharacter]") -> list[dict[str, str]]:
    return [
        {"character": m.character, "code_point": m.code_point, "field": m.field, "holder": m.holder}
        for m in missing
    ]
