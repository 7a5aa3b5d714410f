"""Rules of what comes back on walk sheets, before it is saved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines
from linli.domain.register_texts import spoken
from linli.domain.walks import RESULT_TABLE, WalkEntry, WalkSheet
from linli.errors import FieldProblem


def clean_entries(entries: Sequence[WalkEntry]) -> list[WalkEntry]:
    """Return entries in normal form."""
    return [replace(entry, note=clean_lines(entry.note)) for entry in entries]


def check_entries(
    sheet: WalkSheet, entries: Sequence[WalkEntry], walked_on: date, today: date
) -> list[FieldProblem]:
    """Return what is wrong with what came back, in normal form."""
    return list(_problems(sheet, entries, walked_on, today))


def _problems(
    sheet: WalkSheet, entries: Sequence[WalkEntry], walked_on: date, today: date
) -> Iterator[FieldProblem]:
    if walked_on > today:
        message = f"走访日期「{spoken(walked_on)}」还没有到，请核对。"
        yield FieldProblem(field="walked_on", message=message)
    if walked_on < sheet.made_on:
        message = (
            f"走访日期「{spoken(walked_on)}」早于打单子的日期「{spoken(sheet.made_on)}」，请核对。"
        )
        yield FieldProblem(field="walked_on", message=message)
    known = code_table(RESULT_TABLE).names
    for entry in entries:
        if not 1 <= entry.position <= sheet.doors:
            message = f"{sheet.label} 没有第 {entry.position} 行，请核对行号。"
            yield FieldProblem(field="entries", message=message)
        if entry.result is not None and entry.result not in known:
            message = f"第 {entry.position} 行的结果「{entry.result}」不在列表里，请重新选。"
            yield FieldProblem(field="entries", message=message)
        if entry.note and entry.result is None:
            message = f"第 {entry.position} 行写了情况，没有选结果，请选一个。"
            yield FieldProblem(field="entries", message=message)
