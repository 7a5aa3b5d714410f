"""A case's file bound through the service: complete or refused, handed over, archived for good."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader
from support import scans
from support.cases import AGREEMENT, accepted, agreed, meet, put_in, register, take
from support.volumes import contents_rows, stamps, texts

from linli.domain.accounts import Actor, Role
from linli.domain.case_files import Retention, Sides
from linli.domain.case_flow import Stage, Step
from linli.domain.case_paper_rules import Need
from linli.domain.case_papers import PaperKind, PaperRef
from linli.domain.cases import AgreementForm, FollowUp, Level, Satisfaction, StepDraft
from linli.errors import NotAllowedError, NotFoundError, UserError
from linli.progress import Cancelled, Progress
from linli.services.container import Services

PASSWORD = "Xihe-2026-juan"


def whole(services):
    """Return a case that was agreed on, performed and followed up, with a scan of identities."""
    case = agreed(services)
    for duty in case.agreement.duties:
        services.cases.set_duty_done(case.id, duty.id, date(2026, 9, 30), version=case.version)
        case = services.cases.get(case.id)
    visit = FollowUp(day=date(2026, 10, 20), visitor="马力", satisfaction=Satisfaction.CONTENT)
    services.cases.add_follow_up(case.id, visit, version=case.version)
    put_in(services, case, content=scans.tiff(2), name="当事人身份证")
    return services.cases.get(case.id)


def events(services, action):
    with services.context.db.reading() as connection:
        return connection.exec_driver_sql(
            "SELECT subject, detail, succeeded FROM audit_event WHERE action = ?", (action,)
        ).all()


# ---- complete or refused -------------------------------------------------------------------


def test_what_is_missing_is_all_named(services):
    case = agreed(services, replace(AGREEMENT, performance=""))
    missing = services.case_files.missing(case.id)
    assert "当事人身份证明（要添加扫描件）" in missing
    with pytest.raises(UserError) as told:
        services.case_files.bind(case.id)
    for each in missing:
        assert each in str(told.value)
    assert f"还缺 {len(missing)} 项" in str(told.value)
    put_in(services, case)
    assert "当事人身份证明（要添加扫描件）" not in services.case_files.missing(case.id)


def test_where_each_proof_says_whose_it_is_every_party_needs_one(services):
    case = agreed(services)
    first, second, company = case.facts.parties
    put_in(services, case, party_id=first.id)
    put_in(services, case, content=scans.tiff(), party_id=company.id, name="营业执照")
    assert services.case_files.missing(case.id) == [
        f"当事人身份证明（{second.name}，要添加扫描件）"
    ]
    put_in(services, case, content=scans.tiff(2), party_id=second.id)
    assert services.case_files.missing(case.id) == []


def test_one_proof_for_all_is_enough_where_it_does_not_say_whose_it_is(services):
    case = agreed(services)
    put_in(services, case, party_id=case.facts.parties[0].id)
    assert services.case_files.missing(case.id)
    put_in(services, case, content=scans.tiff(3), name="其他当事人身份证")
    assert services.case_files.missing(case.id) == []


def test_the_list_of_the_hall_says_what_is_compulsory(services):
    case = whole(services)
    assert services.case_files.missing(case.id) == []
    setup = services.case_papers.setup()
    rules = tuple(
        replace(rule, need=Need.MUST) if rule.kind is PaperKind.REMARKS else rule
        for rule in setup.rules
    )
    services.case_papers.save_setup(replace(setup, rules=rules))
    (missing,) = services.case_files.missing(case.id)
    assert missing.startswith("卷宗情况说明没有填")
    (scan,) = services.case_files.files(case.id)
    services.case_files.remove(case.id, [scan.id])
    assert len(services.case_files.missing(case.id)) == 2


def test_a_scan_makes_up_for_a_paper_that_is_not_filled_in(services):
    case = whole(services)
    setup = services.case_papers.setup()
    rules = tuple(
        replace(rule, need=Need.MUST) if rule.kind is PaperKind.REMARKS else rule
        for rule in setup.rules
    )
    services.case_papers.save_setup(replace(setup, rules=rules))
    put_in(services, case, PaperKind.REMARKS, scans.jpeg(), replaces=True)
    assert services.case_files.missing(case.id) == []


def test_the_entries_say_what_the_bound_file_says(services):
    case = whole(services)
    put_in(services, case, PaperKind.PERFORMANCE, scans.make_pdf((210, 297), (148, 210)))
    entries = services.case_files.entries(case.id)
    content = services.case_files.bind(case.id)
    listed = [(e.line.name, e.numbers) for e in entries if e.numbers]
    assert [(row[1], row[2]) for row in contents_rows(content)] == listed
    numbered = sum(entry.pages for entry in entries if entry.numbers)
    assert [mark[0] for mark in stamps(content) if mark] == list(range(1, numbered + 1))


def test_both_sides_may_be_printed(services):
    case = whole(services)
    one, both = (services.case_files.bind(case.id, sides=sides) for sides in Sides)
    assert contents_rows(one) == contents_rows(both)
    assert len(texts(both)) % 2 == 0


def test_an_oral_agreement_asks_for_no_written_one(services):
    case = meet(services, accepted(services), date(2026, 8, 10))
    oral = replace(AGREEMENT, form=AgreementForm.ORAL, effective_on=AGREEMENT.agreed_on)
    services.cases.save_agreement(case.id, oral, version=case.version)
    put_in(services, case)
    names = [entry.line.name for entry in services.case_files.entries(case.id)]
    assert "人民调解口头协议登记表" in names
    assert "人民调解协议书" not in names
    assert services.case_files.missing(case.id) == []


def test_an_optional_paper_is_bound_once_the_clerk_saved_it(services):
    case = whole(services)
    assert "人民调解结案报告表" not in "".join(texts(services.case_files.bind(case.id)))
    ref = PaperRef(kind=PaperKind.CLOSING)
    services.case_papers.save_draft(case.id, ref, {"opinion": "同意结案"}, {})
    pages = "".join(texts(services.case_files.bind(case.id)))
    assert "人民调解结案报告表" in pages
    assert "同意结案" in pages


def test_binding_is_recorded_also_when_it_is_stopped_or_refused(services):
    case = whole(services)
    services.case_files.bind(case.id)
    with pytest.raises(Cancelled):
        services.case_files.bind(case.id, progress=Progress(is_cancelled=lambda: True))
    assert [row.succeeded for row in events(services, "打印卷宗")] == [1, 0]
    assert {row.subject for row in events(services, "打印卷宗")} == {f"mediation_case/{case.id}"}


def test_who_may_not_print_binds_nothing(services):
    case = whole(services)
    context = services.context
    for role in (Role.READER, Role.AUDITOR):
        actor = Actor(account_id=context.actor.account_id, name="别人", role=role)
        others = Services(replace(context, actor=actor))
        with pytest.raises(NotAllowedError):
            others.case_files.bind(case.id)


def test_how_long_it_is_kept_is_chosen_and_stands_on_the_cover(services):
    case = whole(services)
    assert services.case_files.keeping(case.id) == "", "no law names a period"
    services.case_files.keep_for(case.id, Retention.LONG)
    assert services.case_files.keeping(case.id) == "长期"
    assert "长期" in texts(services.case_files.bind(case.id))[0]
    services.case_files.keep_for(case.id, Retention.PERMANENT)
    assert services.case_files.keeping(case.id) == "永久"
    services.history.undo()
    assert services.case_files.keeping(case.id) == "长期"
    services.case_files.keep_for(case.id, None)
    assert services.case_files.keeping(case.id) == ""


def test_the_period_of_an_issued_cover_stays(services):
    case = whole(services)
    ref = PaperRef(kind=PaperKind.COVER)
    services.case_papers.issue(case.id, ref, {"keeping": "永久"}, {})
    assert services.case_files.keeping(case.id) == "永久"
    with pytest.raises(UserError, match="封面已经出具"):
        services.case_files.keep_for(case.id, Retention.SHORT)


# ---- handing over --------------------------------------------------------------------------


def test_a_locked_copy_opens_with_its_password_only(services, tmp_path):
    case = whole(services)
    content = services.case_files.bind(case.id)
    path = tmp_path / "卷宗.pdf"
    services.case_files.save_locked(content, path, PASSWORD)
    locked = path.read_bytes()
    for wrong in (None, "", "Xihe-2026-jua"):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(locked, password=wrong)
    with pypdfium2.PdfDocument(locked, password=PASSWORD) as opened:
        assert len(opened) == len(texts(content))
    reader = PdfReader(BytesIO(locked))
    encryption = reader.trailer["/Encrypt"]
    assert (encryption["/V"], encryption["/R"]) == (5, 6), "AES-256"
    for said in (b"pdfaid", b"/OutputIntents", b"FlateDecode /X"):
        assert said not in locked
    assert locked.startswith(b"%PDF-2.0")
    assert events(services, "导出加密的 PDF 文件")[-1].succeeded
    assert PASSWORD not in str(events(services, "导出加密的 PDF 文件"))


@pytest.mark.parametrize("password", ["", "1234567", "  12345  ", " 12345678"])
def test_a_password_that_is_too_short_locks_nothing(services, tmp_path, password):
    path = tmp_path / "卷宗.pdf"
    with pytest.raises(UserError, match="密码"):
        services.case_files.save_locked(scans.make_pdf((210, 297)), path, password)
    assert not path.exists()


def test_the_package_for_the_street_has_the_slip_on_top_and_need_not_be_complete(services):
    case = meet(services, accepted(services), date(2026, 8, 10))
    with pytest.raises(UserError, match="还没有上交或移送"):
        services.case_files.transfer_package(case.id)
    up = {"reason": "疑难复杂", "level": Level.STREET, "unit": "西河街道调解中心"}
    case = take(services, case, Step.HAND_UP, date(2026, 8, 12), **up)
    assert services.case_files.missing(case.id)
    content = services.case_files.transfer_package(case.id)
    pages, marked = texts(content), stamps(content)
    assert "移交单" in pages[0]
    assert "西河街道调解中心" in pages[0]
    assert "调解卷宗" in pages[1]
    assert marked[0] is None
    assert [row[1] for row in contents_rows(content)][-1] == "移交单"
    assert [mark[0] for mark in marked if mark] == list(
        range(1, sum(mark is not None for mark in marked) + 1)
    )


# ---- the archive ---------------------------------------------------------------------------


def test_a_case_is_not_archived_while_something_compulsory_is_missing(services):
    case = whole(services)
    (scan,) = services.case_files.files(case.id)
    services.case_files.remove(case.id, [scan.id])
    step = StepDraft(step=Step.ARCHIVE, day=date(2026, 11, 2))
    with pytest.raises(UserError, match="当事人身份证明"):
        services.cases.take_step(case.id, step, version=case.version)
    assert services.cases.get(case.id).stage is Stage.FOLLOWED
    assert services.case_files.volumes(case.id) == []


def test_the_archived_volume_says_who_filed_it_and_when(services):
    case = take(services, whole(services), Step.ARCHIVE, date(2026, 11, 2))
    (volume,) = services.case_files.volumes(case.id)
    content = services.case_files.volume(case.id, volume.revision)
    cover = texts(content)[0]
    assert "2026年11月2日" in cover
    assert services.context.actor.name in cover
    assert len(texts(content)) == volume.pages
    assert b"<pdfaid:part>2</pdfaid:part>" in content


def test_the_archived_volume_stays_when_the_case_goes_on(services):
    case = take(services, whole(services), Step.ARCHIVE, date(2026, 11, 2))
    before = services.case_files.volume(case.id, 1)
    case = take(services, case, Step.REOPEN, date(2026, 11, 5), reason="一方反悔")
    changed = replace(case.facts, title="改了名称的纠纷", summary="事实有变。")
    services.cases.update(case.id, changed, version=case.version)
    for file in services.case_files.files(case.id):
        services.case_files.remove(case.id, [file.id])
    assert services.case_files.volume(case.id, 1) == before
    assert "改了名称" not in "".join(texts(before))


def test_each_archiving_binds_another_volume(services):
    case = take(services, whole(services), Step.ARCHIVE, date(2026, 11, 2))
    case = take(services, case, Step.REOPEN, date(2026, 11, 5), reason="补充调解")
    case = take(services, case, Step.DECLINE, date(2026, 11, 6), reason="不愿再谈")
    take(services, case, Step.ARCHIVE, date(2026, 11, 7))
    assert [volume.revision for volume in services.case_files.volumes(case.id)] == [2, 1]
    with pytest.raises(NotFoundError):
        services.case_files.volume(case.id, 3)


def test_undoing_the_archiving_leaves_the_volume(services):
    case = take(services, whole(services), Step.ARCHIVE, date(2026, 11, 2))
    services.history.undo()
    assert services.cases.get(case.id).stage is not Stage.ARCHIVED
    assert len(services.case_files.volumes(case.id)) == 1


def test_nothing_takes_a_volume_out_of_the_archive(services):
    case = take(services, whole(services), Step.ARCHIVE, date(2026, 11, 2))
    context = services.context
    for statement in (
        "DELETE FROM case_volume",
        "UPDATE case_volume SET pages = 1",
        "UPDATE case_volume SET content = NULL",
    ):
        with (
            pytest.raises(Exception, match="append-only"),
            context.db.writing("t", context.actor, context.clock()) as work,
        ):
            work.connection.exec_driver_sql(statement)
    assert services.case_files.volumes(case.id)[0].whole


def test_a_case_that_was_never_accepted_has_no_volume(services):
    case = take(services, register(services), Step.REFUSE, date(2026, 8, 4), reason="已经起诉")
    case = take(services, case, Step.ARCHIVE, date(2026, 8, 5))
    assert case.stage is Stage.ARCHIVED
    assert services.case_files.volumes(case.id) == []
