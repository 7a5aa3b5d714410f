"""Documents of the file itself: cover, contents, remarks, closing report, back.

Fields as in the forms of 司法部 (人民调解文书格式, 2010); the law names no keeping period.
"""

from collections.abc import Iterable
from datetime import date

from linli.domain.case_flow import STAGE, Step
from linli.domain.case_paper_parts import (
    PARTY,
    day_field,
    form_field,
    form_row,
    kind_of,
    line,
    mediators,
    number_of,
    numbered,
    party_names,
    passage,
    signing,
)
from linli.domain.case_papers import (
    PAPER,
    RUNNING_NUMBER,
    CasePaper,
    Field,
    Form,
    FormRow,
    Issuer,
    Listing,
    PaperRef,
    Slots,
    Space,
    table_text,
)
from linli.domain.cases import SOURCE, Case
from linli.domain.register_texts import spoken

CONTENTS_HEADS = (RUNNING_NUMBER, "文书名称", "页号", "备注")
"""What the contents tell of each document."""
CONTENTS_KEY = "items"
"""The field of the contents: `contents_text` fills it."""
_COVER_INSET, _COVER_TITLE, _COVER_PITCH = 12.0, 42.0, 40.0  # mm, pt, pt
_ENDED = (Step.AGREE_WRITTEN, Step.AGREE_ORAL, Step.FAIL, Step.DECLINE, Step.SETTLED_ABOVE)
_CLOSED = (*_ENDED, Step.COMPLETE, Step.TRANSFER, Step.BREACH)


def cover(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 卷宗封面."""
    filed = case.day_of(Step.ARCHIVE)
    days = _span(_accepted(case), case.day_of(*_ENDED))
    said = (
        ("title", "卷名", case.facts.title, True),
        ("number", "卷号", number_of(case), True),
        ("mediators", "人民调解员", mediators(case), True),
        ("days", "调解日期", days, True),
        ("filer", "立卷人", _filer(case, issuer), False),
        ("filed", "立卷日期", spoken(filed), False),
        ("keeping", "保管期限", issuer.keeping, False),
        ("note", "备注", "", False),
    )
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        head=issuer.committee,
        title="调解卷宗",
        title_size=_COVER_TITLE,
        parts=(
            Space(height=26.0),
            *(
                Slots(
                    fields=(
                        Field(
                            key=key,
                            title=title,
                            text=text,
                            required=required,
                            fleeting=key == "filer",
                        ),
                    ),
                    inset=_COVER_INSET,
                    pitch=_COVER_PITCH,
                )
                for key, title, text, required in said
            ),
        ),
    )


def contents(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 卷内目录, still empty: what is bound fills it (`contents_text`)."""
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        number=Field(key="number", title="卷号", text=number_of(case)),
        parts=(
            Listing(
                field=Field(key=CONTENTS_KEY, title=PAPER[ref.kind], lines=20),
                heads=CONTENTS_HEADS,
                shares=(1.0, 6.0, 1.6, 2.4),
                centred=(0, 2),
                blank_rows=20,
            ),
        ),
    )


def contents_text(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return what the contents say of documents, each a name, its page and a note."""
    return table_text((str(number), *row) for number, row in enumerate(rows, 1))


def remarks(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 卷宗情况说明."""
    filed = case.day_of(Step.ARCHIVE)
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        number=Field(key="number", title="卷号", text=number_of(case)),
        parts=(
            passage("text", "说明", "", lines=14, required=True),
            line("filer", "立卷人", _filer(case, issuer), required=True, fleeting=True),
            line("checker", "检查人", ""),
            line("filed", "立卷时间", spoken(filed)),
        ),
    )


def closing(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 人民调解结案报告表."""
    facts, made = case.facts, case.agreement
    ended = case.day_of(*_CLOSED)

    def pair(key: str, title: str, text: str, *, must: bool = False) -> tuple[str, Field]:
        return title, form_field(key, title, text, required=must)

    def long(key: str, title: str, text: str, height: float, *, must: bool = False) -> FormRow:
        field = form_field(key, title, text, lines=4, required=must)
        return form_row((title, field), height=height)

    result = numbered(made.terms) if made else STAGE[case.stage]
    visits = "\n".join(f"{spoken(v.day)}：{v.performance or v.note}" for v in case.follow_ups)
    rows = (
        form_row(
            pair("number", "卷号", number_of(case), must=True),
            pair("filed", "填表时间", spoken(case.day_of(Step.ARCHIVE))),
        ),
        form_row(
            pair("unit", "承办单位", issuer.committee, must=True),
            pair("mediators", "承办人", mediators(case), must=True),
        ),
        form_row(
            pair("accepted", "受案时间", spoken(_accepted(case)), must=True),
            pair("ended", "结案时间", spoken(ended), must=True),
        ),
        form_row(pair("parties", PARTY, party_names(case), must=True)),
        form_row(
            pair("source", "案件来源", SOURCE[facts.source], must=True),
            pair("kind", "纠纷类型", kind_of(case)),
        ),
        long("summary", "纠纷简要事实", facts.summary, 45.0, must=True),
        long("result", "调解结果", result, 40.0, must=True),
        long("visits", "履行回访情况", visits, 30.0),
        long("opinion", "负责人意见", "", 25.0),
    )
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        parts=(
            Form(rows=rows),
            signing(
                ["承办人（签名）", "负责人（签名）"],
                day_field(case.day_of(Step.ARCHIVE)),
                seal=issuer.committee,
            ),
        ),
    )


def back(_case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 封底, a blank leaf."""
    return CasePaper(ref=ref, name=PAPER[ref.kind])


def _accepted(case: Case) -> date:
    return case.day_of(Step.ACCEPT) or case.facts.registered_on


def _filer(case: Case, issuer: Issuer) -> str:
    filers = [taken.by for taken in case.steps if taken.facts.step is Step.ARCHIVE]
    return filers[-1] if filers else issuer.account


def _span(since: date, until: date | None) -> str:
    return f"{spoken(since)}至{spoken(until)}" if until is not None else f"{spoken(since)}至"
