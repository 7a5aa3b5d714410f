"""Texts of duties (工作职责) with fields that take the names of the day.

Such as 《社区网格党支部工作职责》, 《联络员工作职责》: the words are the community's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.codes import code_table
from linli.domain.notice_paper import Layout, Notice, Paragraph, Seal, Signature
from linli.domain.posts import ROLE_TABLE, Post, Role, names_of, role_of
from linli.domain.register_texts import spoken
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

_FIELD = re.compile(r"\{([^{}]*)\}")
_FACTS = ("社区", "网格", "日期")
_NOBODY = "（暂缺）"
_MOST_TITLE = 60


@dataclass(frozen=True, kw_only=True)
class DutyTextDraft:
    """A text; a line is a paragraph, {网格长} and the like stand for who that is."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class DutyText:
    """A saved text."""

    id: int
    version: int
    facts: DutyTextDraft


def fields(roles: Sequence[Role]) -> tuple[str, ...]:
    """Return what may stand in braces."""
    return (*_FACTS, *(role.name for role in roles))


def clean_text(draft: DutyTextDraft) -> DutyTextDraft:
    """Return a text in normal form: no blank lines, the title without its marks 《》."""
    lines = (line.strip() for line in draft.text.splitlines())
    return DutyTextDraft(
        title=tidy(draft.title).strip("《》"), text="\n".join(line for line in lines if line)
    )


def check_text(draft: DutyTextDraft, roles: Sequence[Role]) -> list[FieldProblem]:
    """Return what is wrong with a text: nothing there, or a field that nothing is known for."""
    found = []
    if not draft.title:
        found.append(FieldProblem(field="title", message="没有填写标题，请填写。"))
    if len(draft.title) > _MOST_TITLE:
        message = f"标题最多 {_MOST_TITLE} 个字，现在 {len(draft.title)} 个，请写短些。"
        found.append(FieldProblem(field="title", message=message))
    if not draft.text:
        message = "没有填写内容，请把职责的文字写进来，或粘贴进来。"
        found.append(FieldProblem(field="text", message=message))
    unknown = [name for name in used_fields(draft.text) if not _is_known(name, roles)]
    if unknown:
        words = "、".join(f"{{{name}}}" for name in unknown)
        message = f"{words}不知道换成什么，请改成下面列出的写法。"
        found.append(FieldProblem(field="text", message=message))
    return found


def used_fields(text: str) -> tuple[str, ...]:
    """Return the fields of a text, each once."""
    return tuple(dict.fromkeys(_FIELD.findall(text)))


def needs_grid(text: str) -> bool:
    """Whether a text names a grid or somebody of one."""
    return any(name not in ("社区", "日期") for name in used_fields(text))


def text_notice(
    facts: DutyTextDraft,
    *,
    community: str,
    grid: str,
    posts: Sequence[Post],
    today: date,
) -> Notice:
    """Return a text to hang up, with the names of who serves.

    Args:
        facts: the text.
        community: its name.
        grid: the grid's name, "" for the whole community.
        posts: who is on a post there on the day.
        today: the day.
    """
    values = {"社区": community, "网格": grid or community, "日期": spoken(today)}
    keep: list[str] = []

    def said(found: re.Match[str]) -> str:
        if found[1] in values:
            return values[found[1]]
        names = names_of(posts, _code(found[1]))
        keep.extend(names.split("、") if names else ())
        return names or _NOBODY

    lines = [_FIELD.sub(said, line) for line in facts.text.splitlines()]
    title = _FIELD.sub(said, facts.title)
    return Notice(
        layout=Layout.POSTED,
        title=title,
        blocks=tuple(Paragraph(text=line) for line in lines),
        signature=Signature(issuers=(community,), date=today, seal=Seal.PLAIN),
        keep=tuple(dict.fromkeys(keep)),
    )


def _code(name: str) -> str:
    """Return the role that a field means: {联络员} is 网格联络员; an own role is its name."""
    return code_table(ROLE_TABLE).code_of(name) or name


def _is_known(name: str, roles: Sequence[Role]) -> bool:
    return name in _FACTS or role_of(_code(name)).code in {role.code for role in roles}
