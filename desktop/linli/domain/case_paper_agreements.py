"""Documents of what was agreed: agreement, by word or in writing, performance, confirmation.

What an agreement may contain stands in 人民调解法 (2010), art. 29; the joint application goes to
the court within thirty days from when it binds (art. 33, 民事诉讼法 2023 art. 205).
"""

from linli.domain.case_flow import Step
from linli.domain.case_paper_parts import (
    PARTY,
    counted,
    day_field,
    form_field,
    form_row,
    line,
    number_of,
    numbered,
    party_form,
    party_names,
    party_signs,
    party_slots,
    passage,
    roles,
    signing,
)
from linli.domain.case_papers import (
    PAPER,
    RUNNING_NUMBER,
    CasePaper,
    Field,
    Form,
    Issuer,
    Listing,
    PaperRef,
    Words,
    table_text,
)
from linli.domain.cases import Agreement, Case, Duty
from linli.domain.register_texts import spoken
from linli.domain.values.money import capital_yuan, yuan

_AGREED = "经调解，自愿达成如下协议："
_SOUND = (
    "申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；"
    "如果因为该协议内容而给他人造成损害的，愿意承担相应的民事责任和其他法律责任。"
)
PERFORMANCE_HEADS = (RUNNING_NUMBER, "履行人", "履行事项", "金额（元）", "约定日期", "履行日期")
"""What the record of performance tells of each duty."""


def agreement(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 人民调解协议书, in as many copies as there are parties and one more."""
    made = case.agreement
    day = made.agreed_on if made else None
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        number=Field(key="number", title="编号", text=number_of(case), required=True),
        parts=(
            *party_slots(roles(case), day),
            passage("facts", "纠纷主要事实、争议事项", _facts(case, made), lines=8, required=True),
            Words(text=_AGREED, heading=True),
            passage("terms", "协议内容", _terms(made), lines=8, required=True, headed=False),
            passage("performance", "履行方式、时限", _performance(made), lines=4, required=True),
            passage("copies", "份数", _copies(case), lines=1, headed=False, required=True),
            signing(
                [*party_signs(roles(case)), "人民调解员（签名）", "记录人（签名）"],
                day_field(day),
                seal=issuer.committee,
            ),
        ),
    )


def oral(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 人民调解口头协议登记表, filled like the agreement; it binds from the day (art. 30)."""
    made = case.agreement
    day = made.agreed_on if made else None

    def row(key: str, title: str, text: str, *, lines: int, height: float) -> Form:
        field = form_field(key, title, text, lines=lines, required=True)
        return Form(rows=(form_row((title, field), height=height),))

    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        number=Field(key="number", title="编号", text=number_of(case), required=True),
        parts=(
            *party_form(roles(case), day),
            row("facts", "纠纷主要事实、争议事项", _facts(case, made), lines=6, height=45.0),
            row("terms", "协议内容", _terms(made), lines=6, height=45.0),
            row("performance", "履行方式、时限", _performance(made), lines=3, height=24.0),
            signing(
                ["人民调解员（签名）", "记录人（签名）"], day_field(day), seal=issuer.committee
            ),
        ),
    )


def performance(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 履行凭证: what was to be done and when it was, for both sides to sign."""
    made = case.agreement
    duties = made.duties if made else ()
    rows = [
        (
            str(number),
            duty.who,
            duty.what,
            "" if duty.amount is None else yuan(duty.amount),
            spoken(duty.due),
            spoken(duty.done_on),
        )
        for number, duty in enumerate(duties, 1)
    ]
    done = [duty.done_on for duty in duties if duty.done_on is not None]
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=f"人民调解协议{PAPER[ref.kind]}",
        number=Field(key="number", title="调解协议编号", text=number_of(case)),
        parts=(
            line("parties", PARTY, party_names(case), required=True),
            Listing(
                field=Field(
                    key="items", title="履行情况", text=table_text(rows), lines=6, required=True
                ),
                heads=PERFORMANCE_HEADS,
                shares=(0.8, 2.0, 3.2, 1.6, 2.6, 2.6),
                centred=(0, 1, 3, 4, 5),
                blank_rows=6,
            ),
            passage(
                "receipt",
                "收讫说明",
                "上列款物和事项已按调解协议履行，双方确认无误，特立此据。",
                lines=2,
                headed=False,
                required=True,
            ),
            signing(
                [
                    "履行人（签名、盖章或按指印）",
                    "接收人（签名、盖章或按指印）",
                    "见证人（签名）",
                ],
                day_field(max(done, default=None)),
            ),
        ),
    )


def court(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 司法确认申请书, made by all parties together to the competent court."""
    made = case.agreement
    day = case.day_of(Step.APPLY_COURT) or (made.applied_on if made else None)
    where = (made.court if made else None) or issuer.court
    people = [(f"申请人（{counted(n)}）", party) for n, (_, party) in enumerate(roles(case), 1)]
    agreed = spoken(made.agreed_on) if made else ""
    wish = (
        f"确认申请人于{agreed}经{issuer.committee}主持调解达成的调解协议（{number_of(case)}）有效。"
    )
    reason = (
        f"{_facts(case, made)}\n"
        f"经{issuer.committee}主持调解，申请人自愿达成调解协议，"
        f"协议自{spoken(made.effective_on) if made else ''}起生效。"
        "现依照《中华人民共和国人民调解法》第三十三条、《中华人民共和国民事诉讼法》第二百零五条的规定，"
        "共同申请司法确认。"
    )
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        parts=(
            *party_slots(people, day or (made.agreed_on if made else None)),
            passage("wish", "申请事项", wish, lines=3, required=True),
            passage("reason", "事实和理由", reason, lines=8, required=True),
            passage("promise", "承诺", _SOUND, lines=3, required=True),
            line("court", "此致（人民法院）", where, required=True),
            signing(party_signs(people), day_field(day)),
        ),
        note="附：人民调解协议书、当事人身份证明、人民调解委员会的证明材料。",
    )


def _facts(case: Case, made: Agreement | None) -> str:
    return (made.facts if made else "") or case.facts.summary


def _terms(made: Agreement | None) -> str:
    return "" if made is None else numbered(made.terms)


def _performance(made: Agreement | None) -> str:
    """Return how it is performed, and who does what by when."""
    if made is None:
        return ""
    return "\n".join(filter(None, (made.performance, numbered([_duty(d) for d in made.duties]))))


def _duty(duty: Duty) -> str:
    due = f"在{spoken(duty.due)}前" if duty.due is not None else ""
    money = ""
    if duty.amount is not None:
        money = f"，计人民币{yuan(duty.amount)}元（大写：{capital_yuan(duty.amount)}）"
    return f"{duty.who}{due}{duty.what}{money}。"


def _copies(case: Case) -> str:
    return (
        f"本协议一式{counted(case.copies)}份，当事人各执一份，人民调解委员会留存一份，"
        "具有同等效力。"
    )
