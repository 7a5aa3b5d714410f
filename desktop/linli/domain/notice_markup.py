"""Plain text of a notice (正文) as blocks: headings, paragraphs, boxes, lines, tables.

A clerk types what stands on paper anyway:

- 一、 （一） 1. （1） at the beginning of a line make a heading;
- □ is a box to tick, ☑ one that is ticked;
- 姓名：____ 电话：________ are lines to write on, as long as the strokes say;
- | 序号 | 内容 | is a row of a table, ×8 behind it repeats it;
- ----沿此线剪下---- is a dashed line to cut along;
- 附件：名称 begins an annex; without lines below it is listed only.
"""

import re
from collections.abc import Iterator, Sequence

from linli.domain.notice_paper import (
    Attachment,
    Block,
    CutLine,
    FormField,
    FormLine,
    Heading,
    Paragraph,
    Table,
    TableColumn,
    TickLine,
)

_NUMERALS = "一二三四五六七八九十百"
_LEVELS = (
    re.compile(rf"[{_NUMERALS}]{{1,4}}、"),
    re.compile(rf"[（(][{_NUMERALS}]{{1,4}}[）)]"),
    re.compile(r"\d{1,3}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,3}[）)]"),
)
_RUN_IN = re.compile(r"[：。]")
_ANNEX = re.compile(r"附件\s*(?:\d{1,2})?\s*[：:]\s*(.+)")
_TICK = re.compile(r"([□☐☑■])\s*(.*)")
_CUT = re.compile(r"[-—－]{3,}([^-—－]*)[-—－]*")
_BLANK = re.compile(r"[_＿]{2,}")
_ENTRY = re.compile(r"(.*?)[：:]?\s*([_＿]{2,})\s*")
_REPEATED = re.compile(r"(\|.*\|)\s*[×xX]\s*(\d{1,2})")
_TICKED = "☑■"
_FACED = 2
"""Headings down to this level have a face of their own (黑体、楷体)."""
_SHORT = 26
"""A line of a lower level that is longer is a paragraph."""
_ROW = 10.0
"""mm: the height of a row that is written in by hand."""
_WRITTEN = 12.0


def parse_text(text: str) -> tuple[tuple[Block, ...], tuple[Attachment, ...]]:
    """Return the blocks of a text, and its annexes."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for raw in text.split("\n"):
        line = raw.strip()
        found = _ANNEX.fullmatch(line)
        if found is not None:
            parts.append((found[1].strip(), []))
        elif line:
            parts[-1][1].append(line)
    (_, body), *annexes = parts
    attachments = (Attachment(title=title, blocks=_blocks(lines)) for title, lines in annexes)
    return _blocks(body), tuple(attachments)


def heading_level(line: str) -> int | None:
    """Return which level of heading a line begins with, None for none."""
    return next((level for level, mark in enumerate(_LEVELS, 1) if mark.match(line)), None)


def _blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    return tuple(_parsed(lines))


def _parsed(lines: Sequence[str]) -> Iterator[Block]:
    rows: list[str] = []
    for line in lines:
        if line.startswith("|"):
            rows.append(line)
            continue
        yield from _table(rows)
        rows = []
        yield _block(line)
    yield from _table(rows)


def _block(line: str) -> Block:
    tick, cut = _TICK.fullmatch(line), _CUT.fullmatch(line)
    if tick is not None:
        return TickLine(text=tick[2], ticked=tick[1] in _TICKED)
    if cut is not None:
        return CutLine(text=cut[1].strip())
    if _BLANK.search(line):
        return _form_line(line)
    level = heading_level(line)
    if level is None:
        return Paragraph(text=line)
    return _heading(line, level)


def _heading(line: str, level: int) -> Block:
    """Return a heading; what follows a colon or a full stop runs on behind it."""
    if level > _FACED:
        is_short = len(line) <= _SHORT and line[-1] not in "。；;，："
        return Heading(level=level, text=line, numbered=False) if is_short else Paragraph(text=line)
    found = _RUN_IN.search(line)
    if found is None or found.end() == len(line):
        return Heading(level=level, text=line, numbered=False)
    return Heading(
        level=level, text=line[: found.end()], run_in=line[found.end() :], numbered=False
    )


def _form_line(line: str) -> FormLine:
    fields, end = [], 0
    for found in _ENTRY.finditer(line):
        label = found[1].strip()
        fields.append(FormField(label=label, share=float(len(found[2]))))
        end = found.end()
    rest = line[end:].strip()
    if rest:
        label, _, value = rest.partition("：")
        share = float(max(len(value), 2))
        fields.append(FormField(label=label.strip(), value=value.strip(), share=share))
    return FormLine(fields=tuple(fields))


def _table(lines: Sequence[str]) -> Iterator[Table]:
    if not lines:
        return
    rows: list[tuple[str, ...]] = []
    for line in lines:
        found = _REPEATED.fullmatch(line)
        cells, times = _cells(found[1] if found else line), int(found[2]) if found else 1
        rows.extend([cells] * times)
    width = max(map(len, rows))
    head, *below = [row + ("",) * (width - len(row)) for row in rows]
    columns = tuple(
        TableColumn(title=title, share=_share(title, [row[place] for row in below]))
        for place, title in enumerate(head)
    )
    is_blank = any("" in row for row in below)
    yield Table(columns=columns, rows=tuple(below), **({"row_height": _ROW} if is_blank else {}))


def _share(title: str, cells: Sequence[str]) -> float:
    """Return the part of the width for a column; one to write in gets the most."""
    if cells and not any(cells):
        return _WRITTEN
    return float(max(2, *(min(len(text), _SHORT) for text in (title, *cells))))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
