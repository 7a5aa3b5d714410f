"""Fictitious mediation cases for tests: three parties, one a company, and how to lead one on."""

from dataclasses import replace
from datetime import date

from support import scans

from linli.domain.case_files import CaseFileDraft, Incoming
from linli.domain.case_flow import Step
from linli.domain.case_papers import PaperKind
from linli.domain.cases import (
    Agreement,
    AgreementForm,
    Case,
    CaseDraft,
    Duty,
    Mediator,
    Meeting,
    Party,
    Side,
    Source,
    StepDraft,
)
from linli.domain.mediation_hall import CommitteeMember, MediationHall, MediatorGroup, Office
from linli.services.container import Services

HALL = MediationHall(
    committee="西河社区人民调解委员会",
    mark="西",
    groups=(MediatorGroup(name="第一调解组", members=("王芳", "马力")),),
    members=(
        CommitteeMember(name="王芳", office=Office.CHAIR, is_woman=True),
        CommitteeMember(name="马力"),
        CommitteeMember(name="李和"),
    ),
)
WITH_DOT = Party(
    side=Side.APPLICANT,
    name="阿依古丽·买买提",
    sex_code="2",
    ethnicity_code="05",
    birth=date(1984, 5, 1),
    phone="13900001111",
    address="西河新村3栋2单元501室",
)
RARE = Party(side=Side.APPLICANT, name="赵𬱖", sex_code="1", address="西河新村3栋2单元502室")
COMPANY = Party(
    side=Side.RESPONDENT,
    name="西河安居物业服务有限公司",
    is_organisation=True,
    representative="钱大成",
    representative_post="经理",
    phone="0512-65180111",
    address="西河路8号",
)
DRAFT = CaseDraft(
    title="阿依古丽·买买提等与西河安居物业漏水纠纷",
    registered_on=date(2026, 8, 3),
    occurred_on=date(2026, 7, 20),
    place="西河新村3栋2单元",
    kind_code="14",
    source=Source.APPLIED,
    amount=1_200_000,
    persons=3,
    summary="楼顶防水层损坏，雨水渗入两户。",
    requests=("修好楼顶防水层", "赔偿装修损失"),
    group="第一调解组",
    parties=(WITH_DOT, RARE, COMPANY),
    mediators=(Mediator(name="王芳", presides=True), Mediator(name="马力")),
)
MEETING = Meeting(
    day=date(2026, 8, 10),
    hours="9:30—11:00",
    place="社区调解室",
    subject="漏水赔偿",
    present=("阿依古丽·买买提", "赵𬱖", "钱大成"),
    recorder="马力",
    record="双方各自说明情况。",
    result="约定再谈。",
)
AGREEMENT = Agreement(
    form=AgreementForm.WRITTEN,
    agreed_on=date(2026, 8, 31),
    effective_on=date(2026, 9, 2),
    facts="楼顶防水层损坏，物业负有维修责任。",
    terms=("物业于2026年9月20日前修好楼顶防水层。", "物业赔偿两户装修损失共8000元。"),
    performance="转账支付",
    recorder="马力",
    duties=(
        Duty(who="西河安居物业服务有限公司", what="修好楼顶防水层", due=date(2026, 9, 20)),
        Duty(
            who="西河安居物业服务有限公司",
            what="赔偿装修损失",
            amount=800_000,
            due=date(2026, 9, 30),
        ),
    ),
)


def register(services: Services, draft: CaseDraft = DRAFT) -> Case:
    """Register a case in a hall that has its mark, and return it."""
    if not services.cases.hall().mark:
        services.cases.save_hall(HALL)
    case_id, _ = services.cases.register(draft)
    return services.cases.get(case_id)


def take(services: Services, case: Case, step: Step, day: date, **more: object) -> Case:
    """Take a step in a case and return it as it is then; before the archive its file is whole."""
    if step is Step.ARCHIVE:
        put_in(services, case)
    draft = replace(StepDraft(step=step, day=day), **more)  # type: ignore[arg-type]
    services.cases.take_step(case.id, draft, version=case.version)
    return services.cases.get(case.id)


def put_in(
    services: Services,
    case: Case,
    kind: PaperKind = PaperKind.IDENTITY,
    content: bytes | None = None,
    **more: object,
) -> int | None:
    """Put a scan into the file of a case; return its id, None if it was there."""
    draft = replace(CaseFileDraft(kind=kind, name=""), **more)  # type: ignore[arg-type]
    taken, _ = services.case_files.add(
        case.id, draft, [Incoming(name="扫描件", content=content or scans.png())]
    )
    assert not taken.refused
    return taken.ids[0] if taken.ids else None


def meet(services: Services, case: Case, day: date, **more: object) -> Case:
    """Keep the record of a meeting of a day and return the case."""
    meeting = replace(MEETING, day=day, **more)  # type: ignore[arg-type]
    services.cases.add_meeting(case.id, meeting, version=case.version)
    return services.cases.get(case.id)


def accepted(services: Services, draft: CaseDraft = DRAFT) -> Case:
    """Return an accepted case."""
    return take(services, register(services, draft), Step.ACCEPT, date(2026, 8, 5))


def agreed(services: Services, agreement: Agreement = AGREEMENT) -> Case:
    """Return a case whose parties have agreed after a meeting."""
    case = meet(services, accepted(services), date(2026, 8, 10))
    services.cases.save_agreement(case.id, agreement, version=case.version)
    return services.cases.get(case.id)
