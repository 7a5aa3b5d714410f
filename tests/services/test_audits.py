"""The audit trail as an auditor works with it: filters, warnings, paper, and who may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.ledgers import ACCOUNT, PASSWORD, FixedClock
from support.people import make_draft
from support.trail import last_events

from linli.domain.accounts import Right, Role, rights_of
from linli.domain.audit import AuditFilter, AuditKind
from linli.errors import NotAllowedError, UserError
from linli.paths import DataDir
from linli.services.audits import AuditService
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.services.ledger import unlock
from linli.services.signing_out import sign_out

DAY = date(2026, 11, 23)


@pytest.fixture
def audits(services: Services) -> AuditService:
    return services.audits


@pytest.fixture
def person(services: Services) -> int:
    """张建国, entered, shown, printed about, and changed on the next day."""
    number, _ = services.residents.add(make_draft("张建国"))
    clock = services.context.clock
    event = services.context.db.record_event
    event(services.context.actor, clock(), "查看完整号码", f"resident/{number}")
    event(services.context.actor, clock(), "导出居民名册", "居民 1 人", succeeded=False)
    clock.advance(days=1)
    services.residents.recycle([number])
    return number


def _actions(audits: AuditService, wanted: AuditFilter) -> list[str]:
    return [event.action for event in audits.rows(audits.list_ids(wanted))]


def test_events_are_found_by_time_account_kind_result_person_and_text(
    audits: AuditService, person: int
) -> None:
    everything = _actions(audits, AuditFilter())
    assert everything[0] == "移入回收站 张建国"
    assert everything[-1] == "建立台账"
    one_day = AuditFilter(since=DAY, until=DAY)
    assert _actions(audits, one_day) == everything[1:]
    assert _actions(audits, AuditFilter(since=DAY + timedelta(days=1))) == everything[:1]
    assert _actions(audits, AuditFilter(kind=AuditKind.REVEAL)) == ["查看完整号码"]
    assert _actions(audits, AuditFilter(succeeded=False)) == ["导出居民名册"]
    assert _actions(audits, AuditFilter(account="李明")) == []
    assert _actions(audits, AuditFilter(account=ACCOUNT)) == everything
    about = AuditFilter(subject=f"resident/{person}")
    assert _actions(audits, about) == ["移入回收站 张建国", "查看完整号码", "登记居民 张建国"]
    assert _actions(audits, AuditFilter(text="名册")) == ["导出居民名册"]
    assert _actions(audits, AuditFilter(text="%")) == []


def test_kinds_are_told_by_what_was_done(services: Services, person: int) -> None:
    kinds = [event.kind for event in last_events(services, 6)]
    assert kinds == [
        AuditKind.REMOVE,
        AuditKind.EXPORT,
        AuditKind.REVEAL,
        AuditKind.ADD,
        AuditKind.SIGN_IN,
        AuditKind.SETTINGS,
    ]


def test_a_line_speaks_of_people_by_name_and_counts_what_a_step_changed(
    services: Services, person: int
) -> None:
    recycled, _, shown, added = last_events(services, 4)
    assert shown.subject == "居民 张建国"
    assert added.subject == ""
    assert added.detail["居民"] == "1 处"
    assert "digest" not in added.detail
    fields = {c.field: (c.record, c.before, c.after) for c in services.audits.changes(recycled)}
    assert fields["回收站"] == ("居民 张建国", None, "在回收站")
    assert services.audits.changes(shown) == []


@pytest.mark.parametrize("role", [role for role in Role if Right.AUDIT not in rights_of(role)])
def test_who_has_no_right_to_it_sees_none_of_it(services: Services, role: Role) -> None:
    context = replace(services.context, actor=replace(services.context.actor, role=role))
    audits = AuditService(context)
    for ask in (
        lambda: audits.list_ids(AuditFilter()),
        lambda: audits.rows([1]),
        audits.accounts,
        audits.head,
        audits.verify,
        audits.head_sheet,
        lambda: audits.list_sheet(AuditFilter()),
    ):
        with pytest.raises(NotAllowedError, match="审计"):
            ask()


def test_a_list_on_paper_says_what_was_asked_for(audits: AuditService, person: int) -> None:
    pages = page_texts(audits.list_sheet(AuditFilter(kind=AuditKind.REVEAL)))
    assert len(pages) == 1
    for text in (
        "审计日志",
        "西河社区",
        "类别：查看明文",
        "共 1 条",
        "居民 张建国",
        "打印人：王芳",
    ):
        assert text in pages[0]
    assert _actions(audits, AuditFilter(kind=AuditKind.PRINT)) == ["打印审计日志"]
    with pytest.raises(UserError, match="没有符合条件的审计记录"):
        audits.list_sheet(AuditFilter(account="李明"))


def test_the_sheet_of_the_head_says_all_that_must_be_typed(audits: AuditService) -> None:
    (page,) = page_texts(audits.head_sheet())
    head = audits.head()
    assert f"{head.number}" in page
    groups = head.text.split("-")[1:]
    assert len(groups) == 16
    for group in groups:
        assert group in page
    assert audits.verify([head.text]).problems == ()
    assert audits.verify([head.short]).problems == ()


def test_a_clock_set_back_is_told_once(services: Services, clock: FixedClock) -> None:
    clock.advance(hours=-2)
    services.residents.add(make_draft("张建国"))
    (said,) = services.audits.take_warnings()
    assert "比上一条记录的" in said
    assert "请核对电脑的日期和时间" in said
    assert list(services.audits.take_warnings()) == []


def _again(data_dir: DataDir, clock: FixedClock) -> Context:
    return unlock(data_dir, ACCOUNT, PASSWORD, clock)


def test_signing_out_is_on_record_and_keeps_the_head(
    context: Context, data_dir: DataDir, clock: FixedClock
) -> None:
    sign_out(context)
    assert data_dir.audit_head.exists()
    again = _again(data_dir, clock)
    services = open_services(again)
    assert [event.action for event in last_events(services, 2)] == ["登录", "退出"]
    assert services.audits.check_head() == ""
    assert services.audits.verify().problems == ()
    again.db.close()


def test_an_older_ledger_in_place_of_the_newer_one_is_told(
    context: Context, data_dir: DataDir, clock: FixedClock
) -> None:
    context.db.copy_to(data_dir.root / "old.db")
    services = open_services(context)
    services.residents.add(make_draft("张建国"))
    sign_out(context)
    (data_dir.root / "old.db").replace(data_dir.database)
    again = _again(data_dir, clock)
    services = open_services(again)
    said = services.audits.check_head()
    assert "台账旁边的校验文件记下的" in said
    assert last_events(services, 1)[0].succeeded is False
    assert services.audits.check_head() == ""
    again.db.close()


def test_a_head_that_somebody_wrote_is_no_head(
    context: Context, data_dir: DataDir, clock: FixedClock
) -> None:
    sign_out(context)
    text = data_dir.audit_head.read_text("utf-8")
    data_dir.audit_head.write_text(text.replace('"number": ', '"number": 9'), encoding="utf-8")
    again = _again(data_dir, clock)
    assert open_services(again).audits.check_head() == ""
    again.db.close()
