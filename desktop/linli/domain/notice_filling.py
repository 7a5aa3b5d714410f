"""Filling a notice: records and typed values into the text, and what is still missing.

`filled` makes the `Notice` that the engine prints; `troubles` says beforehand what stands in the
way. Both are pure: the records come as `facts`, one mapping of names to texts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from linli.domain.notice_fields import (
    GRID,
    HEAD,
    PEOPLE,
    RECIPIENT_FIELDS,
    ROLL,
    SOURCES,
    STATION,
    FieldKind,
    field_problem,
    list_items,
    names_in,
    shown,
)
from linli.domain.notice_markup import parse_text
from linli.domain.notice_paper import Layout, Notice, Paragraph, Signature
from linli.domain.notice_templates import (
    OPTIONAL,
    PLACE,
    Audience,
    known_places,
    text_problems,
)
from linli.domain.notices import (
    MOST_RECIPIENTS,
    NoticeDraft,
    NoticeRecipient,
    NoticeTrouble,
)
from linli.domain.values.identity import check_character
from linli.domain.values.names import mask_name

_FULL_ID = re.compile(r"(?<!\d)(\d{17})([\dXx])(?![\dXx])")
_ONLY_PLACE = re.compile(r"(\d{1,3}[.．、]|□)?\s*\{([^{}]*)\}")
_BOX = "□"
_PUNCTUATION = "：:，,"

Facts = Mapping[str, str]
"""What the records say, by `SOURCES`."""


def filled(
    draft: NoticeDraft,
    facts: Facts,
    *,
    number: str = "",
    issued_on: date,
    recipient: NoticeRecipient | None = None,
    copy: int = 1,
    names: Sequence[str] = (),
) -> Notice:
    """Return the notice as it is printed, for one recipient or for everybody.

    Args:
        draft: what it says.
        facts: the hall's records.
        number: as printed; "" before it has one.
        issued_on: the date under it, unless the draft says another.
        recipient: of those that each get a copy.
        copy: which copy it is, from 1.
        names: of people whom the title names beside those of the fields.
    """
    template = draft.template
    said = _said(draft, facts, recipient)
    inline = _inline(draft, said)
    body, attachments = parse_text(_fill(template.text, said, inline, draft))
    signed = Signature(issuers=(draft.issuer,), date=draft.signed_on or issued_on)
    has_head = template.layout is not Layout.POSTED
    return Notice(
        layout=template.layout,
        title=_fill_line(template.heading, inline),
        blocks=body or (Paragraph(text=""),),
        issuers=(draft.issuer,),
        number=number,
        copy_number=f"{copy:06d}" if has_head and draft.copies_numbered else "",
        urgency=draft.urgency if has_head else "",
        signers=draft.signers if template.layout is Layout.OFFICIAL else (),
        note=f"文号：{number}" if number and template.layout is Layout.POSTED else "",
        addressees=_fill_line(template.addressee, inline).rstrip(_PUNCTUATION),
        attachments=attachments,
        signature=signed if template.signed else None,
        keep=tuple(dict.fromkeys((*_people(draft, said), *names))),
    )


def _people(draft: NoticeDraft, said: Mapping[str, str]) -> Iterator[str]:
    """Yield who is named in fields that name people."""
    own = (field.name for field in draft.template.fields if field.kind is FieldKind.NAME)
    for place in ("姓名", HEAD, *PEOPLE, *own):
        yield from names_in(said.get(place, ""))


def title_of(draft: NoticeDraft, facts: Facts) -> str:
    """Return the title for the register; places of recipients stay as they are named."""
    said = _said(draft, facts, None) | {name: f"某{name}" for name in RECIPIENT_FIELDS}
    return _fill_line(draft.template.heading, _inline(draft, said)) or draft.template.title


def troubles(draft: NoticeDraft, facts: Facts) -> tuple[NoticeTrouble, ...]:
    """Return all that must be put right before a notice is printed."""
    return tuple(_troubles(draft, facts))


def needs_recipient(draft: NoticeDraft) -> bool:
    """Whether the text names who gets it."""
    return any(name in RECIPIENT_FIELDS for name in draft.template.places())


def _troubles(draft: NoticeDraft, facts: Facts) -> Iterator[NoticeTrouble]:
    template = draft.template
    for field in template.fields:
        message = field_problem(field, draft.values.get(field.name, ""))
        if message:
            yield NoticeTrouble(field=field.name, message=message)
    if not draft.issuer.strip():
        yield NoticeTrouble(field="issuer", message="没有选发文单位，请选择。")
    if not template.heading.strip():
        yield NoticeTrouble(field="heading", message="没有填写标题，请填写。")
    if template.layout is not Layout.POSTED and not template.addressee.strip():
        message = "没有填写主送（发给谁），红头文件和信函要写，请填写。"
        yield NoticeTrouble(field="addressee", message=message)
    if not template.text.strip() and template.audience is not Audience.SHEET:
        yield NoticeTrouble(field="text", message="没有填写正文，请填写。")
    yield from _text_troubles(draft, facts)
    yield from _recipient_troubles(draft)
    if template.posted:
        yield from _posted_troubles(draft)


def _text_troubles(draft: NoticeDraft, facts: Facts) -> Iterator[NoticeTrouble]:
    """Yield places that nobody knows, and facts that the records do not have."""
    template = draft.template
    known = known_places([field.name for field in template.fields])
    parts = zip(("heading", "addressee", "text"), template.texts(), strict=True)
    for attribute, (words, text) in parts:
        for problem in text_problems(attribute, words, text, known):
            yield NoticeTrouble(field=attribute, message=problem.message)
        for name in _needed(text):
            if name in SOURCES and not facts.get(name):
                message = f"{words}要用到{name}，{_where_to_enter(name)}"
                yield NoticeTrouble(field=attribute, message=message)


def _recipient_troubles(draft: NoticeDraft) -> Iterator[NoticeTrouble]:
    template, count = draft.template, len(draft.recipients)
    places = template.places()
    wanted = template.audience in (Audience.EACH, Audience.SHEET) or ROLL in places
    if count == 0 and (wanted or needs_recipient(draft)):
        message = "还没有选发给谁，请先选出各户或各人。"
        yield NoticeTrouble(field="recipients", message=message)
    if count > MOST_RECIPIENTS:
        message = f"选了 {count:,} 份，一次最多 {MOST_RECIPIENTS} 份，请按网格或楼栋分几次。"
        yield NoticeTrouble(field="recipients", message=message)
    needed = {
        name for _, text in template.texts() for name in _needed(text) if name in RECIPIENT_FIELDS
    }
    for one in draft.recipients:
        for name in RECIPIENT_FIELDS:
            if name in needed and not one.facts.get(name):
                message = f"「{one.name}」没有{name}，请先补上，或去掉这一份。"
                yield NoticeTrouble(field="recipients", message=message, whose=one.name)


def _posted_troubles(draft: NoticeDraft) -> Iterator[NoticeTrouble]:
    """Yield full identity numbers in what is posted for everybody to read."""
    for name, text in (("text", draft.template.text), *draft.values.items()):
        for found in _FULL_ID.finditer(text):
            if check_character(found[1]) == found[2].upper():
                hidden = f"{found[1][:1]}{'*' * 16}{found[2]}"
                message = f"公示里有完整的身份证号（{hidden}），请遮盖中间的数字，或去掉。"
                yield NoticeTrouble(field=name, message=message)


def _where_to_enter(name: str) -> str:
    if name.startswith(GRID):
        return "请选择网格，或在网格里登记。"
    if name.startswith(STATION):
        return "请选择站点，或在站点里登记。"
    return "请在设置的大厅信息里填写。"


def _needed(text: str) -> Iterator[str]:
    """Yield the places that must not be empty: those outside square brackets."""
    kept = OPTIONAL.sub(lambda found: "" if PLACE.search(found[1]) else found[0], text)
    yield from dict.fromkeys(PLACE.findall(kept))


def _said(draft: NoticeDraft, facts: Facts, recipient: NoticeRecipient | None) -> dict[str, str]:
    """Return what each place says."""
    said = dict(facts)
    for field in draft.template.fields:
        said[field.name] = shown(field, draft.values.get(field.name, ""))
    if recipient is not None:
        said |= recipient.facts
    return said


def _inline(draft: NoticeDraft, said: Mapping[str, str]) -> dict[str, str]:
    """Return what each place says inside a line: of a list all its items, joined by 、."""
    lists = {field.name for field in draft.template.fields if field.kind is FieldKind.LIST}
    roll = "、".join(_lines_of(ROLL, said, draft))
    return {
        **{name: "、".join(list_items(t)) if name in lists else t for name, t in said.items()},
        ROLL: roll,
    }


def _fill_line(text: str, said: Mapping[str, str]) -> str:
    """Return a text with its places filled."""

    def optional(found: "re.Match[str]") -> str:
        names = PLACE.findall(found[1])
        if not names:
            return found[0]
        return found[1] if all(said.get(name) for name in names) else ""

    return PLACE.sub(lambda found: said.get(found[1], ""), OPTIONAL.sub(optional, text))


def _fill(text: str, said: Mapping[str, str], inline: Mapping[str, str], draft: NoticeDraft) -> str:
    """Return the body: a list or a long text alone on its line takes as many lines as it has."""
    lines: list[str] = []
    for line in text.split("\n"):
        found = _ONLY_PLACE.fullmatch(line.strip())
        if found is None:
            lines.append(_fill_line(line, inline))
            continue
        mark, name = found.groups()
        items = _lines_of(name, said, draft)
        lines += [f"{_mark(mark, n)}{item}" for n, item in enumerate(items, 1)]
    return "\n".join(lines)


def _mark(mark: str | None, number: int) -> str:
    """Return what stands before an item: nothing, a box, or its number."""
    if mark is None:
        return ""
    return f"{mark} " if mark == _BOX else f"{number}. "


def _lines_of(name: str, said: Mapping[str, str], draft: NoticeDraft) -> list[str]:
    if name == ROLL:
        return [_roll_line(one, posted=draft.template.posted) for one in draft.recipients]
    field = draft.template.field(name)
    text = said.get(name, "")
    if field is not None and field.kind is FieldKind.LIST:
        return list(list_items(text))
    return [line for line in text.split("\n") if line.strip()]


def _roll_line(one: NoticeRecipient, *, posted: bool) -> str:
    """Return a recipient on a list; on one that hangs on a wall the name is masked."""
    if posted:
        return mask_name(one.name)
    return "　".join(filter(None, (one.place, one.name)))
