"""`linli notice` and `linli notices`: a notice to a PDF, maybe issued, and the register."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, progress, say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.notices import NoticeDraft, NoticeRow
    from linli.services.container import Services

_HEADS = ("文号", "状态", "日期", "标题", "份数")
_KIND_HEADS = ("代号", "种类", "要填的（* 必填）")
_OWN = {"标题": "heading", "称呼": "addressee", "正文": "text"}
_DATED, _URGENT, _SIGNED, _COPIES = "落款日期", "紧急程度", "签发人", "份号"
_HEAD = (_DATED, _URGENT, _SIGNED, _COPIES)
_NO = ("", "否", "不")


def notice(options: Namespace) -> int:
    """Put a notice together, and print it to a file; issue it if asked."""
    check_place(options.out)
    with opened(options, "linli.services.notice_papers") as services:
        draft = _draft(services, options)
        papers, shown = services.notice_papers, progress()
        facts: dict[str, object] = {"file": str(options.out)}
        if options.issue:
            done = papers.issue(draft, progress=shown)
            number = done.number.text if done.number else ""
            content, facts = done.content, facts | {"id": done.id, "number": number}
        else:
            content = papers.pdf(draft, progress=shown)
        shown.report(1, 1)  # clears the line
        services.outputs.save_pdf(content, options.out, draft.template.title)
    facts["copies"] = max(len(draft.recipients), 1)
    if options.json:
        write_json(facts)
    elif options.issue:
        said = f"，文号 {facts['number']}" if facts["number"] else ""
        say(f"已发文{said}，存到「{options.out}」。")
    else:
        say(f"已存到「{options.out}」，没有发文；要编文号、登记存档请加 --issue。")
    return 0


def notices(options: Namespace) -> int:
    """List the register, or the kinds."""
    with opened(options, "linli.services.notices") as services:
        if options.what == "kinds":
            return _kinds(services, options)
        rows = services.notices.list_all()
    if options.json:
        write_json([_facts(row) for row in rows])
    elif rows:
        write_table(_HEADS, [_cells(row) for row in rows])
    else:
        say("还没有通知。")
    return 0


def _draft(services: "Services", options: Namespace) -> "NoticeDraft":
    """Return the notice that was asked for."""
    from linli.domain.values.dates import parse_date

    draft = services.notices.begin(options.kind)
    if options.issuer is not None:
        draft = replace(draft, issuer=options.issuer)
    values, template = dict(draft.values), draft.template
    for name, text in _typed(options.values or ()):
        if name in _OWN:
            changed: dict[str, Any] = {_OWN[name]: text}
            template = replace(template, **changed)
        elif name == _DATED:
            draft = replace(draft, signed_on=parse_date(text))
        elif name == _URGENT:
            draft = replace(draft, urgency=text)
        elif name == _SIGNED:
            draft = replace(draft, signers=tuple(text.split("、")))
        elif name == _COPIES:
            draft = replace(draft, copies_numbered=text not in _NO)
        elif template.field(name) is None:
            known = "、".join([*(field.name for field in template.fields), *_OWN, *_HEAD])
            raise UsageError(f"“{template.title}”没有“{name}”这一项，可以填：{known}。")
        else:
            values[name] = text
    people = services.notices.recipients(
        _ids(services, options), per_household=options.per != "person"
    )
    return replace(draft, template=template, values=values, recipients=tuple(people))


def _typed(said: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for each in said:
        name, sign, text = each.partition("=")
        if not sign:
            raise UsageError(f"“{each}”要写成 填写项=内容，如 会议地点=二楼会议室。")
        found.append((name.strip(), text.replace("\\n", "\n").strip()))
    return found


def _ids(services: "Services", options: Namespace) -> list[int]:
    from linli.domain.residents import ResidentFilter

    residents = services.residents
    if options.to_find is not None:
        return list(residents.find_ids(options.to_find))
    if options.to_filter is not None:
        return list(residents.list_ids(services.filters.find(options.to_filter)))
    if options.to_grid is not None:
        from linli.cli.cards_verb import grid_id

        grids = (grid_id(services, options.to_grid),)
        return list(residents.list_ids(ResidentFilter(grid_ids=grids)))
    return []


def _kinds(services: "Services", options: Namespace) -> int:
    templates = services.notice_kinds.list_all()
    if options.json:
        write_json(
            [
                {
                    "id": each.id,
                    "title": each.title,
                    "about": each.about,
                    "numbered": each.numbered,
                    "fields": [
                        {"name": field.name, "kind": field.kind.value, "required": field.required}
                        for field in each.fields
                    ],
                }
                for each in templates
            ]
        )
        return 0
    cells = [
        (
            each.id,
            each.title,
            "、".join(f"{field.name}{'*' if field.required else ''}" for field in each.fields),
        )
        for each in templates
    ]
    write_table(_KIND_HEADS, cells)
    return 0


def _facts(row: "NoticeRow") -> dict[str, object]:
    return {
        "id": row.id,
        "number": row.number.text if row.number else None,
        "state": row.state.value,
        "day": row.day.isoformat(),
        "kind": row.kind,
        "title": row.title,
        "revision": row.revision,
        "issuer": row.issuer,
        "recipients": row.recipients,
    }


def _cells(row: "NoticeRow") -> tuple[str, ...]:
    from linli.domain.notices import STATE_LABELS

    return (
        row.number.text if row.number else "",
        STATE_LABELS[row.state],
        row.day.isoformat(),
        row.title,
        str(row.recipients or 1),
    )
