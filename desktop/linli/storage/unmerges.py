"""Taking a merge back (撤回合并), whole or in part, in any order.

A column is taken back if it is as the merge left it; what was changed since stays and is told. A
later merge that carried the same thing on is followed: what was the person's goes back to the
person, and the later merge forgets that it moved it. A value that a later merge replaced stays as
that merge chose it, and the later merge remembers the value from before the earlier one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Table

from linli.domain.merges import MergePart, MergeReport, MergeRow, MergeState, Unmerged
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import ResidentStatus
from linli.domain.sensitive import is_sensitive
from linli.errors import UserError
from linli.storage import merge_links
from linli.storage.merge_links import FACTS, LABELS
from linli.storage.merge_rows import (
    Values,
    in_the_way,
    insert_row,
    lacks,
    read_row,
    read_rows,
    tables,
    update_row,
)
from linli.storage.merge_steps import (
    STANDING,
    Step,
    add_step,
    get_merge,
    in_force,
    later_steps,
    latest_step_of,
    list_merges,
    mark_undone,
    rewrite,
    steps_of,
)
from linli.storage.readable import Words
from linli.storage.sight import hidden_tables, is_limited
from linli.storage.times import stored

_CHANGED = "后来改过，保留现在的"
_REMOVED = "后来删掉了，没有带回"
_TAKEN = "「{name}」已经有一份，没有带回"
_TAKEN_ELSEWHERE = "原来的编号或登记已经另有使用，没有恢复"
_TARGET_GONE = "原来的登记已经撤销，保留现在的"
_FREE = ("position", "recycled_at")
_PARTLY_HIDDEN = ("resident_tag", "reception_visit")
"""Columns that follow the others of their step, whatever they are now."""
_HEAD_NOW = "户主现在是「{name}」，与户主关系请另填"


_RELATION = "relation_code"
_LEADING = {"household_id", _RELATION}
_BROKEN = object()


@dataclass
class _Plan:
    """How one step is taken back: other values for its row, and for later steps of it.

    `displaced` go back to others first. `holder` is the later step that dropped the row: the values
    are for when it brings it back.
    """

    step: Step
    values: Values = field(default_factory=dict)
    obstacle: str = ""
    holder: Step | None = None
    displaced: "list[_Plan] | None" = None
    followed: list[tuple[Step, str]] = field(default_factory=list)
    rebased: list[tuple[Step, str]] = field(default_factory=list)


def report(connection: Connection, merge_id: int) -> MergeReport:
    """Return a merge as it stands, and what would become of each of its parts.

    Raises:
        NotFoundError: it is not there.
    """
    merge = get_merge(connection, merge_id)
    steps = steps_of(connection, merge_id)
    words = Words(connection)
    unseen = unseen_steps(connection, merge_id)
    coming = frozenset(
        (step.table, step.row_id)
        for step in steps
        if step.after is None and not step.undone and not _plan(connection, merge, step).obstacle
    )
    parts = [
        MergePart(
            id=step.id,
            label=_label(words, step),
            text=_text(connection, words, merge, step),
            essential=step.is_essential(merge),
            undone=step.undone,
            obstacle="" if step.undone else _plan(connection, merge, step, coming).obstacle,
        )
        for step in steps
        if step.id not in unseen
    ]
    return MergeReport(
        merge=merge,
        parts=tuple(part for part in parts if part.label),
        refusal=_refusal(connection, merge),
        notes=tuple(_notes(connection, merge)),
    )


def unseen_steps(connection: Connection, merge_id: int) -> frozenset[int]:
    """Return the steps of a merge that moved what the connection may not see."""
    hidden = hidden_tables(connection)
    steps = steps_of(connection, merge_id)
    unseen = {step.id for step in steps if step.table in hidden}
    if is_limited(connection):
        known = tables()
        unseen |= {
            step.id
            for step in steps
            if step.table in _PARTLY_HIDDEN
            and (
                is_sensitive(str(step.before.get("text", "")))
                or (
                    step.after is not None
                    and read_row(connection, known[step.table], step.row_id) is None
                )
            )
        }
    return frozenset(unseen)


def unmerge(
    connection: Connection, merge_id: int, chosen: Iterable[int] | None, at: datetime
) -> Unmerged:
    """Take back a merge, or only the `chosen` steps; the person always comes out.

    Raises:
        NotFoundError: it is not there.
        UserError: another merge must be taken back first, or all is taken back already.
    """
    merge = get_merge(connection, merge_id)
    refusal = _refusal(connection, merge)
    if refusal:
        raise UserError(refusal)
    wanted = None if chosen is None else set(chosen)
    steps = [
        step
        for step in reversed(steps_of(connection, merge_id))
        if not step.undone and (wanted is None or step.id in wanted or step.is_essential(merge))
    ]
    words = Words(connection)
    taken, left = 0, []
    for step in steps:
        plan = _plan(connection, merge, step)
        if plan.obstacle:
            left.append(f"{_whose(words, merge, step)}{_label(words, step)}：{plan.obstacle}。")
        else:
            _carry_out(connection, plan, at)
            taken += 1
    left += _one_head(connection, merge, steps)
    for person in (merge.kept_id, merge.gone_id):
        update_row(connection, tables()["resident"], person, {"updated_at": stored(at)})
    return Unmerged(taken_back=taken, kept_as_is=tuple(left))


def _refusal(connection: Connection, merge: MergeRow) -> str:
    """Say why a merge cannot be taken back now, and what must come first; "" if it can."""
    if merge.state is MergeState.UNDONE:
        return f"「{merge.gone_name}」并入「{merge.kept_name}」已经全部撤回过了。"
    for other in list_merges(connection, merge.gone_id):
        later = other.id > merge.id and other.gone_id == merge.gone_id
        if later and other.state is MergeState.IN_FORCE:
            return (
                f"「{merge.gone_name}」后来又并入了「{other.kept_name}」，"
                f"请先撤回「{other.gone_name}」并入「{other.kept_name}」的那次合并。"
            )
    return ""


def _notes(connection: Connection, merge: MergeRow) -> Iterable[str]:
    for other in list_merges(connection, merge.kept_id):
        later = other.id > merge.id and other.gone_id == merge.kept_id
        if later and other.state is MergeState.IN_FORCE:
            yield (
                f"「{merge.kept_name}」后来并入了「{other.kept_name}」。"
                f"原属「{merge.gone_name}」的登记会还给「{merge.gone_name}」，"
                f"「{other.kept_name}」的各项内容不变，请撤回后核对。"
            )


# ---- one step -----------------------------------------------------------------------------


def _plan(
    connection: Connection,
    merge: MergeRow,
    step: Step,
    coming: frozenset[tuple[str, int]] = frozenset(),
) -> _Plan:
    """Work out how a step is taken back, or why it is not.

    `coming` are dropped rows that will be there by then.
    """
    table = tables()[step.table]
    plan = _Plan(step)
    row = read_row(connection, table, step.row_id)
    if step.after is None:
        plan.displaced = _displaced(connection, merge, step, step.before, coming)
        if row is not None or plan.displaced is None:
            plan.obstacle = _TAKEN_ELSEWHERE
        elif lacks(connection, table, step.before, coming):
            plan.obstacle = _TARGET_GONE
        return plan
    later = later_steps(connection, step)
    if row is None and later and later[-1].after is None:
        plan.holder = later.pop()
        row = plan.holder.before
    if row is None:
        plan.obstacle = _REMOVED
        return plan
    for column in step.before:
        _plan_column(plan, table, column, row, later)
    if plan.obstacle or plan.holder is not None:
        return plan
    plan.displaced = _displaced(connection, merge, step, {**row, **plan.values}, coming)
    if plan.displaced is None:
        plan.obstacle = _TAKEN.format(name=merge.gone_name)
    elif lacks(connection, table, plan.values, coming):
        plan.obstacle = _TARGET_GONE
    return plan


def _displaced(
    connection: Connection,
    merge: MergeRow,
    step: Step,
    row: Values,
    coming: frozenset[tuple[str, int]],
) -> "list[_Plan] | None":
    """Return how what is in the way of a row goes back to where a later merge took it from.

    None if something is in the way that no later merge has put there.
    """
    found = []
    for other in in_the_way(connection, tables()[step.table], row):
        steps = in_force(connection, step.table, other["id"], after=step.id)
        if not steps or not _belongs(tables()[step.table], steps[0]):
            return None
        plan = _plan(connection, merge, steps[0], coming)
        if plan.obstacle:
            return None
        found.append(plan)
    return found


def _plan_column(plan: _Plan, table: Table, column: str, row: Values, later: list[Step]) -> None:
    step = plan.step
    assert step.after is not None  # noqa: S101 - a dropped row has no columns to compare
    carried = [each for each in later if column in each.before]
    if column in _FREE:
        plan.values[column] = step.before[column]
        plan.followed += [(each, column) for each in carried]
    elif _belongs(table, step):
        if _end(step, column, carried) == row[column]:
            plan.values[column] = step.before[column]
            plan.followed += [(each, column) for each in carried]
        else:
            plan.obstacle = _CHANGED
    elif not carried:
        if row[column] == step.after[column]:
            plan.values[column] = step.before[column]
        else:
            plan.obstacle = _CHANGED
    elif carried[0].before[column] == step.after[column]:
        plan.rebased.append((carried[0], column))
    else:
        plan.obstacle = _CHANGED


def _belongs(table: Table, step: Step) -> bool:
    """Whether a step gave a row to another person, so that it goes where the person goes."""
    return any((table.name, column) in LABELS for column in step.before)


def _end(step: Step, column: str, carried: list[Step]) -> object:
    """Return where later merges have carried a value on; `_BROKEN` if something came between."""
    assert step.after is not None  # noqa: S101 - see `_plan_column`
    value = step.after[column]
    for each in carried:
        if each.after is None or each.before[column] != value:
            return _BROKEN
        value = each.after[column]
    return value


def _carry_out(connection: Connection, plan: _Plan, at: datetime) -> None:
    step, table = plan.step, tables()[plan.step.table]
    for other in plan.displaced or ():
        _carry_out(connection, other, at)
    if step.after is None:
        insert_row(connection, table, step.before)
    elif plan.holder is not None:
        rewrite(connection, plan.holder, {**plan.holder.before, **plan.values}, None)
    elif plan.values:
        update_row(connection, table, step.row_id, plan.values)
    for later, column in plan.followed:
        later.before.pop(column)
        (later.after or {}).pop(column)
        if later.before:
            rewrite(connection, later, later.before, later.after or {})
        else:
            mark_undone(connection, later.id, at)
    for later, column in plan.rebased:
        later.before[column] = step.before[column]
        rewrite(connection, later, later.before, later.after or {})
    mark_undone(connection, step.id, at)


def _one_head(connection: Connection, merge: MergeRow, steps: list[Step]) -> list[str]:
    """Leave open what a returned head is, where somebody else leads the household by now.

    If one of the two came to lead it by another merge, that one remembers it, and what was so
    before comes back with it.
    """
    found = []
    table = tables()["resident"]
    people = {merge.gone_id, *(step.row_id for step in steps if step.table == table.name)}
    for person in sorted(people, key=lambda each: each != merge.gone_id):
        row = read_row(connection, table, person)
        if row is None or not _leads(row):
            continue
        leading = {"household_id": row["household_id"], _RELATION: HEAD_CODE}
        others = read_rows(connection, table, leading)
        other = next((each for each in others if each["id"] != person and _leads(each)), None)
        if other is None:
            continue
        led: Values = {_RELATION: HEAD_CODE}
        opened: Values = {_RELATION: None}
        update_row(connection, table, person, opened)
        own = latest_step_of(connection, person, _LEADING)
        theirs = latest_step_of(connection, other["id"], _LEADING)
        if own is not None and own.after is not None:
            rewrite(connection, own, {**led, **own.before}, {**own.after, **opened})
        elif theirs is not None:
            add_step(connection, theirs.merge_id, table.name, person, led, opened)
        found.append(f"「{row['name']}」：{_HEAD_NOW.format(name=other['name'])}。")
    return found


def _leads(row: Values) -> bool:
    return (
        row["household_id"] is not None
        and row[_RELATION] == HEAD_CODE
        and row["status"] == ResidentStatus.PRESENT.value
        and row["recycled_at"] is None
    )


# ---- in words -----------------------------------------------------------------------------


def _label(words: Words, step: Step) -> str:
    """Return what a step is about; "" for what the clerk never sees."""
    for column in step.before:
        if (step.table, column) in LABELS:
            return LABELS[step.table, column]
    if step.table == "household":
        return "户"
    if any(column in STANDING for column in step.before):
        return "本人"
    for side in (step.before, step.after or {}):
        for label, _ in words.of(step.table, side):
            return label
    return FACTS.get(step.table, "登记")


def _text(connection: Connection, words: Words, merge: MergeRow, step: Step) -> str:
    """Return what a step did."""
    if step.after is None:
        return f"{merge_links.describe(connection, words, step.table, step.before)} 已撤销"
    if any(column in STANDING for column in step.before):
        return f"「{merge.gone_name}」并入「{merge.kept_name}」"
    if _belongs(tables()[step.table], step):
        row = read_row(connection, tables()[step.table], step.row_id)
        said = "" if row is None else merge_links.describe(connection, words, step.table, row)
        owner = step.before.get("resident_id", merge.gone_id)
        whose = merge.gone_name if owner == merge.gone_id else merge.kept_name
        return f"{said}（原属「{whose}」）"
    before, after = (
        " ".join(text for _, text in words.of(step.table, side)) or "（空）"
        for side in (step.before, step.after)
    )
    return f"{_whose(words, merge, step)}{before} → {after}"


def _whose(words: Words, merge: MergeRow, step: Step) -> str:
    """Name the person of a step, unless it is the one who took the other in."""
    if step.table != "resident" or step.row_id == merge.kept_id:
        return ""
    return f"「{words.resident(str(step.row_id))}」"
