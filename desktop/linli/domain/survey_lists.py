"""What a survey (问卷) came to, as it is printed."""

from linli.domain.registers import Align, Register, RegisterColumn, RegisterGroup
from linli.domain.surveys import NO_ANSWER, Survey, percent_text, results_of

_COLUMNS = (
    RegisterColumn(title="选项", width=80, share=1),
    RegisterColumn(title="份数", width=30, align=Align.RIGHT),
    RegisterColumn(title="占比", width=30, align=Align.RIGHT),
)
PERCENT_NOTE = (
    "占比的基数是回答了这一题的份数，未选的不算；四舍五入到 0.1%，各项相加不一定正好是 100%。"
)


def result_register(survey: Survey) -> Register:
    """Return the outcome of a survey, question by question, for A4."""
    groups = []
    for number, result in enumerate(results_of(survey), start=1):
        rows = [
            (choice, f"{count:,}", result.percent(place))
            for place, (choice, count) in enumerate(
                zip(result.question.choices, result.counts, strict=True)
            )
        ]
        if result.unanswered:
            rows.append((NO_ANSWER, f"{result.unanswered:,}", ""))
        heading = f"{number}. {result.question.text}　回答 {result.base:,} 份"
        groups.append(RegisterGroup(heading=heading, rows=rows))
    return Register(
        title=f"{survey.facts.title}（结果）",
        columns=_COLUMNS,
        groups=tuple(groups),
        subtitle=return_text(survey),
        foot_note=PERCENT_NOTE,
    )


def return_text(survey: Survey) -> str:
    """Return how many papers have come back: 发出 400 份，收回 312 份，回收率 78.0%."""
    handed, papers = survey.facts.handed_out, survey.papers
    text = f"发出 {handed:,} 份，收回 {papers:,} 份"
    return f"{text}，回收率 {percent_text(papers, handed)}" if handed else text
