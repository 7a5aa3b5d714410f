"""Documents with which a case begins: application, register form, rights, proxy, invitation.

Fields as in the forms of 司法部 (人民调解文书格式, 2010); articles are those of 人民调解法 (2010).
"""

from dataclasses import replace

from linli.domain.case_flow import Step
from linli.domain.case_paper_parts import (
    PARTY,
    SIGNED,
    counted,
    day_field,
    form_field,
    form_row,
    kind_of,
    line,
    mediators,
    numbered,
    of_side,
    party_form,
    party_key,
    party_names,
    party_signs,
    party_slots,
    passage,
    roles,
    signing,
)
from linli.domain.case_paper_rules import paper_name
from linli.domain.case_papers import (
    PAPER,
    CasePaper,
    Field,
    Form,
    Issuer,
    PaperRef,
    Slots,
    Space,
    Words,
)
from linli.domain.cases import Case, Meeting, Party, Side, Source
from linli.domain.mediation_texts import rights_and_duties
from linli.domain.register_texts import spoken

_TICK = {True: "■", False: "□"}
_APPLIES = "人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。"
_TOLD = "以上内容我已知晓。"


def _rights() -> str:
    """Return what parties are told: principles, rights, duties, and what an agreement means."""
    said = ["根据《中华人民共和国人民调解法》，现将有关事项告知如下："]
    for number, section in enumerate(rights_and_duties(), 1):
        said.append(f"{counted(number)}、{section.title}")
        said += [f"{place}. {text}" for place, text in enumerate(section.lines, 1)]
    return "\n".join(said)


def application(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 人民调解申请书."""
    day = case.facts.registered_on
    applicants = of_side(case, Side.APPLICANT)
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        parts=(
            *party_slots(roles(case), day),
            passage("summary", "纠纷简要情况陈述", case.facts.summary, lines=8, required=True),
            passage("requests", "当事人申请事项", numbered(case.facts.requests), required=True),
            passage("declaration", "自愿声明", _APPLIES, headed=False, required=True),
            signing(party_signs(applicants), day_field(day)),
        ),
    )


def intake(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 人民调解受理登记表."""
    facts = case.facts
    day = case.day_of(Step.ACCEPT) or facts.registered_on
    source = (
        f"{_TICK[facts.source is Source.APPLIED]} ①当事人申请　"
        f"{_TICK[facts.source in (Source.ACTIVE, Source.SWEEP)]} ②主动调解　"
        f"{_TICK[facts.source is Source.REFERRED]} ③委托移送{facts.source_unit or ''}"
    )
    rows = (
        form_row(("纠纷类型", form_field("kind", "纠纷类型", kind_of(case), required=True))),
        form_row(("案件来源", form_field("source", "案件来源", source, required=True))),
        form_row(
            (
                "纠纷简要情况",
                form_field("summary", "纠纷简要情况", facts.summary, lines=8, required=True),
            ),
            height=60.0,
        ),
    )
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        parts=(
            Form(rows=(form_row(("日期", day_field(day))),)),
            *party_form(roles(case), day),
            Form(rows=rows),
            signing(
                [*party_signs(roles(case), how="签名"), "登记人（签名）"],
                Field(key="signed", title="落款日期", text=spoken(day), required=True),
                seal=issuer.committee,
            ),
        ),
        note="备注：此表由人民调解委员会填写。",
    )


def rights(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 当事人权利义务告知书: articles 3, 4, 23, 24, 31 to 33."""
    day = case.day_of(Step.ACCEPT) or case.facts.registered_on
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=f"人民调解{PAPER[ref.kind]}",
        parts=(
            passage("text", "告知内容", _rights(), lines=20, headed=False, required=True),
            passage("told", "当事人声明", _TOLD, lines=2, headed=False, required=True),
            signing(party_signs(roles(case)), day_field(day), seal=issuer.committee),
        ),
    )


def proxy(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 授权委托书 of the party named by the subject."""
    people = [pair for pair in roles(case) if f"party:{pair[1].id}" == ref.subject]
    agent = people[0][1].agent if people else None
    day = agent.since if agent is not None else None
    fields = (
        ("agent-name", "受托人姓名", agent.name if agent else "", True),
        ("agent-relation", "与委托人关系", (agent.relation if agent else "") or "", False),
    )
    until = "" if agent is None else _span(spoken(agent.since), spoken(agent.until))
    who = [("委托人", party) for _, party in people]
    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=PAPER[ref.kind],
        parts=(
            *party_slots([(role, _alone(party)) for role, party in who], day),
            Slots(
                fields=tuple(
                    Field(key=key, title=title, text=text, required=required)
                    for key, title, text, required in fields
                )
            ),
            Slots(fields=(Field(key="agent-number", title="受托人公民身份号码"),)),
            line("agent-phone", "受托人联系方式", (agent.phone if agent else "") or ""),
            line("agent-place", "受托人单位或住址", (agent.address if agent else "") or ""),
            passage("matter", "委托事项", _entrusted(case, issuer), lines=3, required=True),
            passage("powers", "委托权限", agent.powers if agent else "", lines=4, required=True),
            line("term", "委托期限", until, required=True),
            signing(
                [*party_signs(who), f"受托人（{SIGNED}）"],
                day_field(day),
            ),
        ),
    )


def invitation(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 调解会通知 to one party for one meeting, with the receipt below."""
    meeting, party = _meeting_and_party(case, ref)
    told = issuer.today if meeting is None or issuer.today <= meeting.day else None
    text = (
        f"关于{case.facts.title}（当事人：{party_names(case)}），"
        "本委员会定于下列时间、地点进行调解，"
        "请准时参加，并带好本人身份证件和与纠纷有关的材料。委托他人参加的，请带授权委托书。"
    )
    when = "" if meeting is None else f"{spoken(meeting.day)}　{meeting.hours}".strip()
    subject = (meeting.subject if meeting else "") or case.facts.title
    contact = "　".join(filter(None, (issuer.address, issuer.phone)))
    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=PAPER[ref.kind],
        number=Field(
            key="number", title="编号", text="" if case.number is None else str(case.number)
        ),
        parts=(
            Slots(
                fields=(
                    Field(key="whom", title=PARTY, text=party.name if party else "", required=True),
                )
            ),
            passage("text", "通知内容", text, headed=False, required=True),
            line("when", "时间", when, required=True),
            line("place", "地点", meeting.place if meeting else "", required=True),
            line("subject", "事由", subject, required=True),
            line("mediators", "人民调解员", mediators(case)),
            line("contact", "联系地址和电话", contact),
            signing((), day_field(told, fleeting=True), seal=issuer.committee),
            Space(height=6.0),
            Words(text="送达回执", heading=True),
            passage("receipt", "回执内容", "上述通知已收到。", lines=2, headed=False),
            signing(["收件人（签名或按指印）", "送达人（签名）"], None),
        ),
    )


def _entrusted(case: Case, issuer: Issuer) -> str:
    return (
        f"就{case.facts.title}，委托人自愿委托上列受托人作为代理人，"
        f"参加{issuer.committee}主持的调解。"
    )


def _span(since: str, until: str) -> str:
    if since and until:
        return f"自{since}起至{until}止"
    return f"自{since}起至调解终结止" if since else ""


def _alone(party: Party) -> Party:
    """Return the party without its agent, who has lines of his own in a proxy."""
    return replace(party, agent=None)


def _meeting_and_party(case: Case, ref: PaperRef) -> tuple[Meeting | None, Party | None]:
    met, _, whom = ref.subject.partition("/")
    meeting = next((each for each in case.meetings if f"meeting:{each.id}" == met), None)
    parties = enumerate(case.facts.parties)
    return meeting, next((p for n, p in parties if party_key(p, n) == whom), None)
