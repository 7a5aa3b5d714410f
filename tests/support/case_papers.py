"""A fictitious mediation case with all that its documents tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from linli.domain.case_flow import Stage, Step
from linli.domain.case_papers import Issuer
from linli.domain.cases import (
    Agent,
    Agreement,
    AgreementForm,
    Case,
    CaseDraft,
    CaseNumber,
    Duty,
    FollowUp,
    Level,
    Mediator,
    Meeting,
    Party,
    Satisfaction,
    Side,
    StepDraft,
    TakenStep,
)

RARE = "王𬭎"
DOTTED = "阿依古丽·买买提"
COMPANY = "西河物业服务有限公司"
COMMITTEE = "西河社区人民调解委员会"
ISSUER = Issuer(
    committee=COMMITTEE,
    community="西河社区",
    today=date(2026, 11, 23),
    court="某某县人民法院",
    address="西河路1号",
    phone="0994-2345678",
    account="王芳",
)


def taken(number: int, step: Step, day: date, stage: Stage, **facts) -> TakenStep:
    """Return a step that was taken."""
    return TakenStep(
        id=number,
        facts=StepDraft(step=step, day=day, **facts),
        by="王芳",
        entered=datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        stage=stage,
    )


def three_parties() -> tuple[Party, ...]:
    """Return one with a rare character, one with a middle dot and an agent, and a company."""
    return (
        Party(
            id=1,
            side=Side.APPLICANT,
            name=RARE,
            sex_code="1",
            ethnicity_code="01",
            birth=date(1960, 9, 2),
            occupation="退休教师",
            phone="13800000000",
            address="西河社区和平苑3栋1单元401室",
        ),
        Party(
            id=2,
            side=Side.RESPONDENT,
            name=DOTTED,
            sex_code="2",
            ethnicity_code="05",
            birth=date(1975, 1, 31),
            occupation="个体经营者",
            phone="13900000000",
            address="西河社区和平苑3栋1单元501室",
            agent=Agent(
                name="李四",
                phone="13700000000",
                address="西河社区幸福里2栋302室",
                relation="同事",
                powers="代为参加调解，代为承认、放弃、变更请求，代为签订调解协议。",
                since=date(2026, 8, 5),
            ),
        ),
        Party(
            id=3,
            side=Side.RESPONDENT,
            name=COMPANY,
            is_organisation=True,
            phone="0994-2222222",
            address="西河路88号",
            representative="赵六",
            representative_post="总经理",
        ),
    )


def agreement(form: AgreementForm = AgreementForm.WRITTEN) -> Agreement:
    """Return an agreement of two duties that binds from 2026-09-02."""
    return Agreement(
        form=form,
        agreed_on=date(2026, 9, 2),
        effective_on=date(2026, 9, 2),
        facts="501室卫生间防水层破损，401室顶棚多处渗水；物业接到报修后没有及时处理。",
        terms=(
            f"{DOTTED}在2026年9月20日前修好卫生间防水层，费用自理。",
            f"{COMPANY}赔偿{RARE}顶棚维修费3000元。",
            "各方以后互不追究。",
        ),
        performance="维修经401室验收，赔偿款银行转账。",
        recorder="孙七",
        duties=(
            Duty(id=1, who=DOTTED, what="修好卫生间防水层", due=date(2026, 9, 20)),
            Duty(
                id=2,
                who=COMPANY,
                what=f"向{RARE}支付顶棚维修费",
                amount=300_000,
                due=date(2026, 9, 10),
                done_on=date(2026, 9, 9),
            ),
        ),
    )


def leaking_case(form: AgreementForm | None = AgreementForm.WRITTEN, **changes) -> Case:
    """Return the case; `changes` are of what was registered."""
    facts = CaseDraft(
        title="和平苑3栋卫生间漏水纠纷",
        registered_on=date(2026, 8, 3),
        occurred_on=date(2026, 7, 1),
        place="和平苑3栋1单元",
        kind_code="02",
        amount=500_000,
        persons=3,
        summary="501室卫生间漏水，401室顶棚发霉脱落，报修后物业一直没有修。",
        requests=("501室修好卫生间防水层", "赔偿顶棚维修费5000元"),
        group="第一调解组",
        parties=three_parties(),
        mediators=(
            Mediator(id=1, name="钱五"),
            Mediator(id=2, name="周八", presides=True),
        ),
    )
    steps = (
        taken(1, Step.REGISTER, date(2026, 8, 3), Stage.REGISTERED),
        taken(2, Step.ACCEPT, date(2026, 8, 4), Stage.ACCEPTED),
        taken(
            *(3, Step.HAND_UP, date(2026, 8, 12), Stage.MEDIATION),
            reason="物业不接受社区调解",
            level=Level.STREET,
            unit="西河街道综治中心",
        ),
        taken(
            *(4, Step.HAND_BACK, date(2026, 8, 20), Stage.MEDIATION),
            reason="街道已做通物业工作，交回社区继续调解",
            level=Level.COMMUNITY,
        ),
        taken(5, Step.AGREE_WRITTEN, date(2026, 9, 2), Stage.WRITTEN),
        taken(6, Step.COMPLETE, date(2026, 9, 20), Stage.PERFORMED),
        taken(7, Step.ARCHIVE, date(2026, 10, 12), Stage.ARCHIVED),
    )
    return Case(
        id=1,
        version=1,
        facts=replace(facts, **changes),
        number=CaseNumber(year=2026, sequence=1, mark="西"),
        stage=Stage.ARCHIVED,
        steps=steps,
        meetings=_meetings(),
        agreement=None if form is None else agreement(form),
        follow_ups=(
            FollowUp(
                id=1,
                day=date(2026, 10, 10),
                visitor="周八",
                performance="防水层已修好，赔偿款已到账。",
                satisfaction=Satisfaction.CONTENT,
                note="没有发现新的隐患。",
            ),
        ),
        grid="第一网格",
    )


def _meetings() -> Sequence[Meeting]:
    return (
        Meeting(
            id=1,
            is_inquiry=True,
            day=date(2026, 8, 5),
            hours="15:00—15:40",
            place="和平苑3栋501室",
            subject="501室租户吴九",
            present=("周八",),
            recorder="孙七",
            record="问：卫生间什么时候开始漏水？\n答：七月初就漏，地漏边上一直有水。",
        ),
        Meeting(
            id=2,
            day=date(2026, 8, 10),
            hours="9:30—11:00",
            place="社区调解室",
            subject="卫生间漏水赔偿",
            present=(RARE, DOTTED),
            invited=("郑十",),
            recorder="孙七",
            record="周八：请双方讲讲经过。\n"
            f"{RARE}：七月初顶棚开始滴水，找物业报修三次都没有人来。",
            result="物业未到场，另行通知。",
        ),
        Meeting(
            id=3,
            day=date(2026, 9, 2),
            hours="15:00—17:00",
            place="社区调解室",
            subject="卫生间漏水赔偿",
            recorder="孙七",
            record="各方对修缮和赔偿没有异议。",
            result="达成书面协议。",
        ),
    )
