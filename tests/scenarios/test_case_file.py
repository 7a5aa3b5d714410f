"""A whole case with three parties, up to the street and back, agreed, visited; its file bound.

The file is compared with the list item by item, then archived, handed over with a password, and
found unchanged after the case went on.
"""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from support import scans
from support.cases import AGREEMENT, DRAFT, MEETING, meet, put_in, register, take
from support.volumes import contents_rows, stamps, texts

from linli.domain.case_flow import Step
from linli.domain.case_papers import PaperKind, PaperRef
from linli.domain.cases import CourtRuling, FollowUp, Level, Meeting, Satisfaction
from linli.errors import UserError
from linli.services.ledger import verify

PASSWORD = "Xihe-2026-juan"
DOTTED, RARE, COMPANY = "阿依古丽·买买提", "赵𬱖", "西河安居物业服务有限公司"


@pytest.fixture
def case(services):
    """The case after its follow-up visit."""
    case = take(services, register(services, DRAFT), Step.ACCEPT, date(2026, 8, 5))
    inquiry = Meeting(
        is_inquiry=True,
        day=date(2026, 8, 6),
        hours="15:00—15:40",
        place="3栋2单元502室",
        subject="502室租户",
        present=("王芳",),
        recorder="马力",
        record="问：什么时候开始漏水？\n答：七月中旬下过大雨以后。",
    )
    services.cases.add_meeting(case.id, inquiry, version=case.version)
    case = meet(services, services.cases.get(case.id), date(2026, 8, 10))
    up = {"reason": "物业不接受", "level": Level.STREET, "unit": "西河街道调解中心"}
    case = take(services, case, Step.HAND_UP, date(2026, 8, 12), **up)
    case = take(services, case, Step.HAND_BACK, date(2026, 8, 20), reason="已做通物业工作")
    case = meet(services, case, date(2026, 8, 31), result="达成书面协议。")
    services.cases.save_agreement(case.id, AGREEMENT, version=case.version)
    case = services.cases.get(case.id)
    case = take(services, case, Step.APPLY_COURT, date(2026, 9, 10), unit="西河区人民法院")
    case = take(services, case, Step.COURT_RULED, date(2026, 9, 28), ruling=CourtRuling.CONFIRMED)
    for duty in case.agreement.duties:
        services.cases.set_duty_done(case.id, duty.id, date(2026, 9, 30), version=case.version)
        case = services.cases.get(case.id)
    visit = FollowUp(day=date(2026, 10, 20), visitor="马力", satisfaction=Satisfaction.CONTENT)
    services.cases.add_follow_up(case.id, visit, version=case.version)
    return services.cases.get(case.id)


@pytest.fixture
def complete(services, case):
    """The case with everything in its file."""
    dotted, rare, company = case.facts.parties
    for party, content, name in (
        (dotted, scans.jpeg(), "阿依古丽·买买提身份证"),
        (rare, scans.png(scans.page((800, 500), "RGB")), "赵𬱖身份证"),
        (company, scans.make_pdf((210, 297)), "营业执照"),
    ):
        put_in(services, case, content=content, party_id=party.id, name=name, note="复印件")
    put_in(services, case, PaperKind.EVIDENCE, scans.tiff(3), name="漏水现场照片")
    put_in(services, case, PaperKind.AGREEMENT, scans.tiff(2), name="人民调解协议书", replaces=True)
    put_in(
        services,
        case,
        PaperKind.PERFORMANCE,
        scans.jpeg(scans.page((700, 900), "RGB")),
        name="收条",
    )
    put_in(
        services, case, PaperKind.COURT, scans.make_pdf((210, 297), (210, 297)), name="法院裁定书"
    )
    for kind, said in (
        (PaperKind.REMARKS, {"text": "材料齐全，共一卷。"}),
        (PaperKind.CLOSING, {}),
    ):
        services.case_papers.save_draft(case.id, PaperRef(kind=kind), said, {})
    return services.cases.get(case.id)


def test_until_the_proofs_are_there_the_file_says_what_is_missing(services, case):
    with pytest.raises(UserError, match="当事人身份证明"):
        services.case_files.bind(case.id)


def test_the_file_is_what_the_list_asks_for(services, complete):
    content = services.case_files.bind(complete.id)
    rows = contents_rows(content)
    assert [(row[1], row[3]) for row in rows] == [
        ("人民调解申请书", ""),
        ("当事人权利义务告知书", ""),
        (f"{DOTTED}身份证", "复印件"),
        (f"{RARE}身份证", "复印件"),
        ("营业执照", "复印件"),
        ("人民调解调查记录", ""),
        ("漏水现场照片", ""),
        ("人民调解记录（第一次）", ""),
        ("人民调解记录（第二次）", ""),
        ("人民调解协议书", ""),
        ("收条", ""),
        ("人民调解回访记录", ""),
        ("法院裁定书", ""),
        ("移交单（一）", ""),
        ("移交单（二）", ""),
        ("卷宗情况说明", ""),
        ("人民调解结案报告表", ""),
    ]
    last = int(rows[-1][2].split("—")[-1])
    assert [mark for mark in stamps(content) if mark] == [(n, True) for n in range(1, last + 1)]
    pages = texts(content)
    assert len(pages) == last + 3, "with cover, contents and back"
    cover = pages[0]
    for said in (DRAFT.title, "〔2026〕西人调字第1号", "王芳", "2026年8月5日"):
        assert said in cover
    for name in (DOTTED, RARE, COMPANY):
        assert any(name in page for page in pages), name
    assert pages[-1].strip() == ""


def test_the_archived_file_outlives_whatever_comes_after(services, complete, tmp_path):
    case = take(services, complete, Step.ARCHIVE, date(2026, 11, 2))
    archived = services.case_files.volume(case.id, 1)
    assert "2026年11月2日" in texts(archived)[0]
    path = tmp_path / "给法院.pdf"
    services.case_files.save_locked(archived, path, PASSWORD)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    with pypdfium2.PdfDocument(path, password=PASSWORD) as document:
        assert len(document) == len(texts(archived))
    case = take(services, case, Step.REOPEN, date(2026, 11, 9), reason="一方没有按协议做")
    services.cases.add_meeting(
        case.id, replace(MEETING, day=date(2026, 11, 10)), version=case.version
    )
    for file in services.case_files.files(case.id):
        services.case_files.remove(case.id, [file.id])
    assert services.case_files.volume(case.id, 1) == archived
    assert not verify(services.context).problems
