"""All that is printed of a notice: one copy, one for each recipient, or a sheet to sign."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from linli.domain.notice_fields import RECIPIENT_FIELDS, ROLL, SOURCES, shown
from linli.domain.notice_filling import Facts, filled, title_of
from linli.domain.notice_frozen import freeze_notices, freeze_sheet
from linli.domain.notice_paper import Layout, Notice, Paragraph
from linli.domain.notice_sheets import signing_sheet
from linli.domain.notice_templates import Audience
from linli.domain.notices import NoticeDraft, NoticeRecipient, NoticeTrouble
from linli.domain.registers import Register

Composed = tuple[Notice, ...] | Register
"""Notices in their order, or a sheet to sign."""


def goes_to_each(draft: NoticeDraft) -> bool:
    """Whether every recipient gets a copy; a notice with the list of all is one."""
    template = draft.template
    if template.posted or ROLL in template.places():
        return False
    return bool(draft.recipients) and template.audience in (Audience.MAYBE, Audience.EACH)


def composed(
    draft: NoticeDraft,
    facts: Facts,
    *,
    number: str,
    day: date,
    printed: str = "",
    only: int | None = None,
    names: Sequence[str] = (),
) -> Composed:
    """Return what is printed.

    Args:
        draft: what it says.
        facts: the hall's records.
        number: as printed; "" of what has none.
        day: the date under it, unless the draft says another.
        printed: who printed it and when; "" on what is issued.
        only: the place of the one recipient whose copy is wanted; None for all.
        names: of people whom the title names.
    """
    if draft.template.audience is Audience.SHEET:
        return replace(_sheet(draft, facts, number, day), printed=printed)
    if not goes_to_each(draft):
        alone = filled(draft, facts, number=number, issued_on=day, names=names)
        return (replace(alone, printed=printed),)
    copies = list(enumerate(draft.recipients, 1))
    return tuple(
        replace(
            filled(
                draft, facts, number=number, issued_on=day, recipient=one, copy=copy, names=names
            ),
            printed=printed,
        )
        for copy, one in (copies if only is None else copies[only : only + 1])
    )


def frozen_of(draft: NoticeDraft, paper: Composed) -> str:
    """Return what was printed as text."""
    if isinstance(paper, Register):
        return freeze_sheet(paper)
    return freeze_notices(paper, each=goes_to_each(draft))


def unprintable(
    draft: NoticeDraft, facts: Facts, missing: Mapping[str, str]
) -> list[NoticeTrouble]:
    """Return which characters no font here draws, each beside its field.

    Args:
        draft: what is to be printed.
        facts: the hall's records.
        missing: each text of `spoken_texts` with its characters that cannot be drawn.
    """
    found = []
    for field, whose, text in spoken_texts(draft, facts):
        signs = missing.get(text, "")
        if signs:
            codes = "、".join(f"U+{ord(sign):04X}" for sign in signs)
            said = f"「{whose}」的{field}里" if whose else ""
            message = f"{said}有这台电脑的字体印不出的字：{codes}，请改掉，或添加有这些字的字体。"
            place = "recipients" if whose else field
            found.append(NoticeTrouble(field=place, message=message, whose=whose))
    return found


def spoken_texts(draft: NoticeDraft, facts: Facts) -> Sequence[tuple[str, str, str]]:
    """Return (field, whose, text) of every text that is printed."""
    template = draft.template
    own = [("heading", template.heading), ("addressee", template.addressee)]
    own += [("text", template.text), ("issuer", draft.issuer)]
    own += [(f.name, shown(f, draft.values.get(f.name, ""))) for f in template.fields]
    own += [("text", facts.get(name, "")) for name in template.places() if name in facts]
    own += [("signers", name) for name in draft.signers]
    said = [(field, "", text) for field, text in own]
    places = {*template.places()} & {*RECIPIENT_FIELDS}
    for one in draft.recipients:
        parts = {"姓名": one.name, "地址": one.place} if not places else one.facts
        said += [(name, one.name, text) for name, text in parts.items()]
    return [line for line in said if line[2]]


def _sheet(draft: NoticeDraft, facts: Facts, number: str, day: date) -> Register:
    notice = filled(draft, facts, number=number, issued_on=day)
    lines = [block.text for block in notice.blocks if isinstance(block, Paragraph) and block.text]
    signed = "　".join(filter(None, (draft.issuer, number)))
    return signing_sheet(
        draft.recipients,
        title=title_of(draft, facts),
        subtitle="　".join(filter(None, (signed, *lines))),
        columns=draft.template.columns,
    )


def sketched(draft: NoticeDraft, facts: Facts) -> tuple[NoticeDraft, Facts]:
    """Return an unfinished notice as it can be looked at: what is missing stands in 【】."""
    template, named = draft.template, "【{}】".format
    typed = {field.name: draft.values.get(field.name, "") for field in template.fields}
    optional = {field.name for field in template.fields if not field.required}
    values = {
        name: text if text.strip() or name in optional else named(name)
        for name, text in typed.items()
    }
    recipients = tuple(
        replace(one, facts={name: one.facts.get(name) or named(name) for name in RECIPIENT_FIELDS})
        for one in draft.recipients
    )
    shown_template = replace(
        template,
        heading=template.heading if template.heading.strip() else named("标题"),
        addressee=template.addressee
        or (named("称呼") if template.layout is not Layout.POSTED else ""),
        text=template.text if template.text.strip() else named("正文"),
    )
    places = {name: facts.get(name) or named(name) for name in (*SOURCES, *RECIPIENT_FIELDS)}
    said = replace(
        draft,
        template=shown_template,
        issuer=draft.issuer or named("发文单位"),
        values=values,
        recipients=recipients or _nobody(draft),
    )
    return said, places


def _nobody(draft: NoticeDraft) -> tuple[NoticeRecipient, ...]:
    """Return one line for a sheet to which nobody is chosen yet."""
    if draft.template.audience is not Audience.SHEET:
        return ()
    return (NoticeRecipient(name="【姓名】", place="【地址】"),)
