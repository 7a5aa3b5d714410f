"""Notices through the services: numbers, archive, revision, recipients, own kinds, erasure."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.ledgers import PASSWORD
from support.notice_drafts import complete
from support.people import make_id
from support.window import settle

from linli.domain.accounts import Actor, Role
from linli.domain.erasures import ERASED, Ground
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.notice_paper import Layout
from linli.domain.notices import Issuer, NoticeFilter, NoticeState
from linli.domain.settings import HallFacts
from linli.domain.staff import StaffDraft
from linli.errors import (
    ConflictError,
    InvalidInput,
    NotAllowedError,
    NotFoundError,
    UserError,
)
from linli.services.container import open_services
from linli.services.context import Context
from linli.services.ledger import verify
from linli.services.notice_papers import NoticePaperService

TODAY = date(2026, 11, 23)
HALL = HallFacts(
    community="西河社区", hotline="0994-4820001", hours="9:30至13:00", address="西河路1号"
)


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def hall(services):
    services.settings.save_hall(HALL)
    services.notices.save_issuers([Issuer(name="西河社区居民委员会", prefix="西社通")])


@pytest.fixture
def issue(services, hall):
    """Issue a meeting as often as the test likes."""

    def make(**values):
        return services.notice_papers.issue(complete("meeting", **values))

    return make


def as_role(context, role):
    actor = Actor(account_id=context.actor.account_id, name="李明", role=role)
    return open_services(Context(context.db, actor, context.clock, context.data_dir))


def titles(services, **conditions):
    return [row.title for row in services.notices.list_all(NoticeFilter(**conditions))]


# ---- drafts -------------------------------------------------------------------------------


def test_a_new_notice_begins_with_what_the_records_say(services, hall):
    grid_id, _ = services.grids.add(
        GridDraft(
            number="1",
            name="第一网格",
            officers=(GridOfficer(role=GridRole.LEADER, name="马强", phone="13900000001"),),
        )
    )
    draft = services.notices.begin("接待日通知")
    assert draft.issuer == "西河社区居民委员会"
    assert draft.values["接待地点"] == "西河路1号"
    assert draft.values["联系电话"] == "0994-4820001"
    assert draft.values["接待时间"] == "9:30至13:00"
    assert "接待人" not in draft.values
    of_grid = services.notices.defaults(replace(draft, grid_id=grid_id))
    assert of_grid["接待人"] == "马强"
    with pytest.raises(NotFoundError, match="没有“亲属关系证明”这种通知"):
        services.notices.begin("亲属关系证明")


def test_a_draft_is_kept_incomplete_changed_and_removed(services, hall):
    draft = services.notices.begin("meeting")
    number, _ = services.notices.save_draft(draft)
    saved = services.notices.get(number)
    assert (saved.row.state, saved.row.number) == (NoticeState.DRAFT, None)
    assert saved.draft == draft
    better = replace(draft, values={**draft.values, "会议名称": "居民代表会议"})
    services.notices.save_draft(better, number, version=saved.row.version)
    assert titles(services) == ["关于召开居民代表会议的通知"]
    with pytest.raises(ConflictError):
        services.notices.save_draft(draft, number, version=saved.row.version)
    services.notices.remove_draft(number)
    assert titles(services) == []
    services.history.undo()
    assert services.notices.get(number).draft == better
    assert services.history.state().undo.action == "修改会议通知的草稿"


def test_nothing_leaves_while_something_is_missing(services, hall):
    draft = services.notices.begin("meeting")
    with pytest.raises(InvalidInput) as caught:
        services.notice_papers.issue(draft)
    assert {problem.field for problem in caught.value.problems} == {
        *("会议名称", "会议日期", "会议时间", "会议内容", "参加人员")
    }
    rare = complete("meeting", 会议地点="\ue000室")
    (trouble,) = services.notices.troubles(rare)
    assert trouble.field == "会议地点"
    assert "U+E000" in trouble.message
    assert services.notices.count() == 0


# ---- numbers ------------------------------------------------------------------------------


def test_numbers_have_no_gap_and_no_second_use(services, issue, clock, context):
    first, second = issue(), issue()
    assert [first.number.text, second.number.text] == ["西社通〔2026〕1号", "西社通〔2026〕2号"]
    services.notices.withdraw(second.id, reason="时间改了", version=2)
    assert issue().number.text == "西社通〔2026〕3号"
    clock.advance(days=60)
    assert issue().number.text == "西社通〔2027〕1号"
    assert verify(context).problems == ()
    assert services.notices.years() == [2027, 2026]


def test_each_prefix_counts_by_itself_and_who_has_none_is_plain(services, issue):
    issue()
    services.notices.save_issuers(
        [
            Issuer(name="西河社区居民委员会", prefix="西社通"),
            Issuer(name="西河社区工作站"),
        ]
    )
    draft = replace(complete("plain"), issuer="西河社区工作站")
    assert services.notice_papers.issue(draft).number.text == "〔2026〕1号"
    assert issue().number.text == "西社通〔2026〕2号"
    official = replace(draft, template=replace(draft.template, layout=Layout.OFFICIAL))
    assert services.notices.troubles(official)[0].field == "issuer"


def test_a_kind_without_numbers_takes_none(services, hall):
    done = services.notice_papers.issue(complete("outage"))
    assert done.number is None
    assert services.notices.get(done.id).row.state is NoticeState.ISSUED


def test_issuing_is_not_undone_but_withdrawn(services, issue):
    done = issue()
    undo = services.history.state().undo
    assert undo is None or not undo.action.startswith("发文")
    with pytest.raises(UserError, match="没有填写撤回的原因"):
        services.notices.withdraw(done.id, reason=" ", version=2)
    services.notices.withdraw(done.id, reason="会议取消", version=2)
    saved = services.notices.get(done.id)
    assert (saved.row.state, saved.row.number) == (NoticeState.WITHDRAWN, done.number)
    assert (saved.withdrawn_on, saved.withdrawn_reason) == (TODAY, "会议取消")
    assert len(saved.files) == 1
    with pytest.raises(UserError, match="已经撤回"):
        services.notices.withdraw(done.id, reason="又一次", version=3)
    services.history.undo()
    assert services.notices.get(done.id).row.state is NoticeState.ISSUED


def test_an_issued_notice_is_neither_changed_nor_removed(services, issue):
    done = issue()
    with pytest.raises(UserError, match="要改请用修订"):
        services.notices.save_draft(complete("meeting"), done.id)
    with pytest.raises(UserError, match="可以撤回"):
        services.notices.remove_draft(done.id)
    with pytest.raises(ConflictError, match="已经发过文"):
        services.notice_papers.issue(complete("meeting"), done.id)
    assert services.notices.count() == 1


def test_a_number_that_another_took_meanwhile_is_not_used_again(services, hall, monkeypatch):
    papers, first = services.notice_papers, []
    render = NoticePaperService._rendered

    def slow(self, *args, **named):
        paper = render(self, *args, **named)
        if not first:
            first.append(None)
            first[0] = papers.issue(complete("meeting"))
        return paper

    monkeypatch.setattr(NoticePaperService, "_rendered", slow)
    second = papers.issue(complete("meeting"))
    assert (first[0].number.sequence, second.number.sequence) == (1, 2)
    assert second.number.text in page_texts(second.content)[0]


def test_a_gap_and_a_changed_file_are_found_by_the_check(services, issue, context):
    done, other = issue(), issue()
    with context.writing("测试") as work:
        work.connection.exec_driver_sql(
            "UPDATE notice SET number_seq = 5 WHERE id = ?", (other.id,)
        )
        work.connection.exec_driver_sql("DROP TRIGGER keep_notice_file_update")
        work.connection.exec_driver_sql(
            "UPDATE notice_file SET content = ? WHERE notice_id = ?", (b"%PDF", done.id)
        )
    said = " ".join(verify(context).problems)
    assert "西社通〔2026〕不连续：编到 5 号，只有 2 件" in said
    assert f"通知登记 {done.id} 第 0 份存档件和当时存的不一样" in said


# ---- the archive --------------------------------------------------------------------------


def test_the_archive_prints_the_same_bytes_though_records_changed(services, issue, clock):
    done = issue(会议地点="西河路1号二楼")
    services.settings.save_hall(replace(HALL, hotline="0994-9999999"))
    services.notices.save_issuers([Issuer(name="新的居民委员会", prefix="新")])
    clock.advance(days=900)
    copy = services.notice_papers.archive_copy(done.id, 0)
    assert copy.original
    assert copy.content == done.content
    (file,) = services.notices.get(done.id).files
    assert file.digest == hashlib.sha256(done.content).hexdigest()
    assert "打印人" not in "".join(page_texts(done.content))


def test_a_file_of_the_archive_cannot_be_changed(services, issue, context):
    done = issue()
    for sql in (
        "UPDATE notice_file SET content = NULL",
        "UPDATE notice_file SET frozen = ''",
        "DELETE FROM notice_file",
    ):
        with (
            pytest.raises(Exception, match="append-only"),
            context.writing("测试") as work,
        ):
            work.connection.exec_driver_sql(sql)
    assert services.notice_papers.archive_copy(done.id, 0).content == done.content


def test_a_revision_keeps_number_and_old_paper(services, issue):
    done = issue(会议地点="一楼")
    changed = complete("meeting", 会议地点="二楼会议室")
    with pytest.raises(UserError, match="没有填写修订的原因"):
        services.notice_papers.revise(done.id, changed, reason=None, version=2)
    again = services.notice_papers.revise(done.id, changed, reason="地点改了", version=2)
    assert (again.number, again.revision) == (done.number, 1)
    assert "二楼会议室" in page_texts(again.content)[0]
    saved = services.notices.get(done.id)
    assert [(file.revision, file.reason) for file in saved.files] == [(1, "地点改了"), (0, None)]
    assert services.notice_papers.archive_copy(done.id, 0).content == done.content
    services.notices.withdraw(done.id, reason="取消", version=saved.row.version)
    with pytest.raises(UserError, match="不能修订"):
        services.notice_papers.revise(done.id, changed, reason="再改", version=4)


def test_what_is_printed_without_number_names_who_printed_it(services, hall):
    content = services.notice_papers.pdf(complete("outage"))
    assert "打印人：王芳" in "".join(page_texts(content))
    draft = complete("meeting")
    pages = page_texts(services.notice_papers.pdf(draft))
    assert "草稿，没有发文" in pages[0]
    assert "〔2026〕" not in pages[0]
    official = replace(draft, template=replace(draft.template, layout=Layout.OFFICIAL))
    with pytest.raises(UserError, match="请先发文，再打印"):
        services.notice_papers.pdf(official)
    preview = services.notice_papers.preview(complete("meeting"))
    assert "西社通〔2026〕1号" in page_texts(preview.content)[0]
    assert preview.troubles == ()
    assert services.notices.count() == 0


def test_an_unfinished_notice_can_be_looked_at(services, hall):
    preview = services.notice_papers.preview(services.notices.begin("visit"))
    text = "".join(page_texts(preview.content))
    assert "户主：【户主】" in text
    assert [each.field for each in preview.troubles] == ["recipients"]
    for template in services.notice_kinds.list_all():
        draft = replace(services.notices.begin(template.id), issuer="")
        assert services.notice_papers.preview(draft).pages == 1


# ---- recipients ---------------------------------------------------------------------------


def test_each_household_is_there_once_in_the_order_of_the_walk(services, cast):
    found = services.notices.recipients([cast.head, cast.wife, cast.alone], per_household=True)
    assert [(one.name, one.place) for one in found] == [
        ("张建国", "西河小区3号楼2单元501室"),
        ("买买提·艾力", "西河小区1号楼1单元101室"),
    ]  # of a grid first
    people = services.notices.recipients([cast.wife, cast.alone], per_household=False)
    assert [one.resident_id for one in people] == [cast.wife, cast.alone]
    assert people[0].facts["户主"] == "张建国"
    assert people[0].building == "西河小区3号楼"


def test_one_line_of_the_register_has_all_copies_and_a_list_to_sign(services, hall, cast):
    found = services.notices.recipients([cast.head, cast.alone], per_household=True)
    draft = replace(services.notices.begin("visit"), recipients=tuple(found))
    done = services.notice_papers.issue(draft)
    assert len(page_texts(done.content)) == 2
    assert "户主：张建国" in page_texts(done.content)[0]
    only = services.notice_papers.preview(draft, only=1)
    assert only.pages == 1
    (row,) = services.notices.list_all()
    assert (row.recipients, row.title) == (2, "入户走访单")
    sheet = services.notices.receipt(done.id)
    assert [line[2] for group in sheet.groups for line in group.rows] == ["张建国", "买买提·艾力"]
    services.registers.pdf(sheet)
    with pytest.raises(UserError, match="没有签收表"):
        services.notices.receipt(services.notice_papers.issue(complete("outage")).id)


def test_whoever_of_the_records_a_title_names_is_not_parted(services, hall, cast):
    services.staff.add(StaffDraft(name="努尔兰"))
    draft = complete("plain", 事由="表彰张建国、买买提·艾力、努尔兰、赵无名四人")
    named = services.notices.names(draft, services.notices.facts(draft))
    assert set(named) == {"张建国", "买买提·艾力", "努尔兰"}
    done = services.notice_papers.issue(draft)
    lines = page_texts(done.content)[0].splitlines()
    for name in named:
        assert any(name in line for line in lines)


def test_a_sheet_to_sign_is_issued_and_kept(services, hall, cast):
    found = services.notices.recipients([cast.head, cast.alone], per_household=True)
    draft = replace(complete("signing", 物品="慰问品"), recipients=tuple(found))
    done = services.notice_papers.issue(draft)
    assert "慰问品签领表" in page_texts(done.content)[0]
    assert b"<pdfaid:part>2" in done.content
    assert services.notice_papers.archive_copy(done.id, 0).content == done.content


def test_an_erased_person_goes_from_register_and_archive_the_others_stay(
    services, hall, cast, context
):
    found = services.notices.recipients([cast.head, cast.alone], per_household=True)
    draft = replace(complete("visit"), recipients=tuple(found))
    done = services.notice_papers.issue(draft)
    letter = services.notice_papers.issue(complete("letter", 信的内容="请向张建国学习。"))
    services.erasures.erase(cast.head, ground=Ground.REQUEST, password=PASSWORD, left=())
    saved = services.notices.get(done.id)
    assert [(one.name, one.resident_id) for one in saved.draft.recipients] == [
        (ERASED, None),
        ("买买提·艾力", cast.alone),
    ]
    assert not saved.files[0].whole
    copy = services.notice_papers.archive_copy(done.id, 0)
    assert not copy.original
    assert "买买提·艾力" in page_texts(copy.content)[0]
    assert "张建国" not in "".join(page_texts(copy.content))
    again = services.notice_papers.archive_copy(letter.id, 0)
    assert f"请向{ERASED}学习。" in "".join(page_texts(again.content)).replace("\n", "")
    assert verify(context).problems == ()


# ---- rights -------------------------------------------------------------------------------


def test_a_notice_for_the_wall_needs_the_right_to_post(context, services, hall):
    draft = complete("publicity")
    mediator = as_role(context, Role.MEDIATOR)
    with pytest.raises(NotAllowedError, match="不能打印公示"):
        mediator.notice_papers.issue(draft)
    done = services.notice_papers.issue(draft)
    with pytest.raises(NotAllowedError, match="不能打印公示"):
        mediator.notice_papers.archive_copy(done.id, 0)
    assert mediator.notice_papers.issue(complete("plain")).number.sequence == 2


def test_whoever_prints_is_in_the_trail_without_a_name(services, hall, cast):
    found = services.notices.recipients([cast.head], per_household=True)
    services.notice_papers.pdf(replace(complete("visit"), recipients=tuple(found)))
    event = services.history.events()[0]
    assert (event.action, event.subject, event.detail["份数"]) == ("打印通知", "走访单", "1")


# ---- kinds --------------------------------------------------------------------------------


def test_a_kind_of_ones_own_is_a_copy_that_can_be_changed(services, hall):
    own, _ = services.notice_kinds.copy("meeting", "党员大会通知")
    template = services.notice_kinds.get("党员大会通知")
    assert (template.id, template.own) == (own, True)
    services.notice_kinds.save(replace(template, heading="关于召开党员大会的通知{会议名称}"))
    assert services.notices.begin(own).template.heading.startswith("关于召开党员大会")
    with pytest.raises(InvalidInput, match="已经有一种通知叫“会议通知”"):
        services.notice_kinds.copy("plain", "会议通知")
    with pytest.raises(InvalidInput, match="没有这一项"):
        services.notice_kinds.save(replace(template, text="{哪里}"))
    number, _ = services.notices.save_draft(services.notices.begin(own))
    assert services.notice_kinds.used(own) == 1
    services.notice_kinds.remove(own)
    with pytest.raises(NotFoundError):
        services.notice_kinds.get(own)
    assert services.notices.get(number).draft.template.title == "党员大会通知"
    with pytest.raises(NotFoundError):
        services.notice_kinds.remove("meeting")
    services.history.undo()
    services.history.undo()
    assert services.notice_kinds.get(own).own


def test_a_broken_kind_is_told_and_left_out(services, context):
    own, _ = services.notice_kinds.copy("plain", "坏的")
    with context.writing("测试") as work:
        work.connection.exec_driver_sql("UPDATE notice_template SET content = '{}'")
    (broken,) = services.notice_kinds.broken()
    assert (broken.id, broken.title) == (own, "坏的")
    assert own not in [template.id for template in services.notice_kinds.list_all()]


def test_certificates_are_not_offered_and_it_is_said_why(services):
    names, source = services.notice_kinds.not_offered()
    assert len(names) == 20
    assert "民政部等六部门" in source


@pytest.mark.parametrize(
    ("issuers", "words"),
    [
        ([], "至少要有一个发文单位"),
        ([Issuer(name="", prefix="西社通")], "没有写是哪个单位"),
        ([Issuer(name="甲"), Issuer(name="甲")], "写了两次"),
        ([Issuer(name="甲", prefix="西〔2026〕")], "只写代字"),
        ([Issuer(name="甲", prefix="长" * 11)], "太长"),
    ],
)
def test_wrong_issuers_are_refused(services, issuers, words):
    with pytest.raises(InvalidInput, match=words):
        services.notices.save_issuers(issuers)


def test_the_usual_bodies_of_the_community_issue_until_others_are_set(services):
    names = [issuer.name for issuer in services.notices.issuers()]
    assert names[0] == "西河社区居民委员会"
    assert len(names) == 4


def test_the_list_is_searched_and_filtered(services, issue):
    issue(会议名称="居民代表会议")
    services.notice_papers.issue(complete("outage"))
    services.notices.save_draft(services.notices.begin("letter"))
    assert titles(services, text="代表 西社通〔2026〕1号") == ["关于召开居民代表会议的通知"]
    assert titles(services, kind="outage") == ["停水通知"]
    assert len(titles(services, state=NoticeState.ISSUED)) == 2
    assert titles(services, year=2025) == []
    assert titles(services, text="%") == []


def test_a_full_number_in_a_posted_notice_is_refused(services, hall):
    draft = complete("publicity", 公示内容=make_id())
    with pytest.raises(InvalidInput, match="完整的身份证号"):
        services.notice_papers.issue(draft)
