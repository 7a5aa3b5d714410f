"""The workshop of notices: register, kinds, the form with its live paper, issuing, recipients."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from support.cards import page_texts
from support.mnemonics import taken_twice
from support.notice_drafts import complete
from support.window import settle

from linli.domain.accounts import Actor, Role
from linli.domain.notice_paper import Layout
from linli.domain.notices import Issuer, NoticeState
from linli.domain.residents import ResidentFilter
from linli.gui.desk import Desk
from linli.gui.drafts.reopening import open_again, read
from linli.gui.notices.form import NoticeForm
from linli.gui.notices.issuers import IssuersForm
from linli.gui.notices.kinds import KindsDialog, open_draft
from linli.gui.notices.recipients import RecipientsDialog
from linli.gui.notices.register import NoticesDialog, open_notice
from linli.gui.notices.template_form import FieldForm, TemplateForm
from linli.gui.print_dialog import PrintDialog
from linli.services.container import open_services
from linli.services.context import Context


@pytest.fixture(autouse=True)
def issuers(services):
    services.notices.save_issuers([Issuer(name="西河社区居民委员会", prefix="西社通")])


@pytest.fixture
def window(qtbot):
    """What the dialogs are opened over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def form(desk, show, window):
    """Show the form of a complete notice, or of the draft that is given."""

    def make(kind="meeting", draft=None, **about):
        return show(NoticeForm(desk, draft or complete(kind), window, **about))

    return make


@pytest.fixture
def settled(qtbot):
    def wait(form):
        qtbot.waitUntil(lambda: form.live.settled, timeout=10_000)
        return form

    return wait


def shown_text(form):
    return "".join(page_texts(form.live.content))


def printing(qtbot):
    """Return the print dialog that is open, once it is."""

    def found():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, PrintDialog)]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    dialog = found()[0]
    dialog.reject()
    return dialog


def test_the_paper_follows_what_is_typed(form, settled, services):
    dialog = settled(form())
    assert dialog.live.pane.view.page_count == 1
    assert dialog.live.missing.text() == ""
    place = dialog.form.editor(dialog.key("会议地点"))
    place.set_value("")
    settled(dialog)
    assert dialog.live.missing.text() == "没有填写会议地点，请填写。"
    assert "【会议地点】" in shown_text(dialog)
    place.set_value("二楼会议室")
    settled(dialog)
    assert "二楼会议室" in shown_text(dialog)
    assert services.notices.count() == 0


def test_a_draft_is_kept_and_opened_again(form, services, desk, show, window):
    dialog = form()
    dialog.form.editor("heading").set_value("关于改期的通知")
    dialog.save_button.click()
    (row,) = services.notices.list_all()
    assert (row.state, row.title) == (NoticeState.DRAFT, "关于改期的通知")
    open_notice(desk, row.id, window)
    (again,) = [w for w in window.children() if isinstance(w, NoticeForm) and w.isVisible()]
    show(again)
    assert again.form.value("heading") == "关于改期的通知"
    assert again.draft().values == complete("meeting").values


def test_what_is_typed_outlives_a_crash(form, services, desk, show, window):
    cast = settle(services)
    people = services.notices.recipients([cast.head], per_household=True)
    dialog = form(draft=services.notices.begin("letter"))
    dialog.form.editor(dialog.key("信的内容")).set_value("天气转冷，注意保暖。")
    dialog.form.editor("recipients").set_value(tuple(people))
    dialog.keeper.keep_now()
    (draft,) = services.drafts.list_all()
    again = show(open_again(draft, read(draft), desk, window))
    assert again.draft().values["信的内容"] == "天气转冷，注意保暖。"
    assert again.draft().recipients == tuple(people)


def test_issuing_says_what_will_happen_gives_the_number_and_prints(
    form, services, ask, qtbot, desk
):
    published = []
    desk.bus.changed.connect(published.append)
    dialog = form()
    dialog.saved.connect(desk.bus.publish)
    ask.expect("confirm", True)
    dialog.issue_button.click()
    assert "文号是 西社通〔2026〕1号" in ask.last
    assert printing(qtbot).windowTitle() == "西社通〔2026〕1号"
    (row,) = services.notices.list_all()
    assert row.state is NoticeState.ISSUED
    assert published


def test_what_is_missing_is_shown_beside_its_field(form, services, ask, qtbot):
    dialog = form(draft=services.notices.begin("meeting"))
    ask.expect("confirm", True)
    dialog.issue_button.click()
    name = dialog.key("会议名称")
    qtbot.waitUntil(lambda: bool(dialog.form.field(name).error))
    assert dialog.form.field(name).error == "没有填写会议名称，请填写。"
    assert services.notices.count() == 0


def test_what_has_no_number_is_printed_without_being_issued(form, services, qtbot):
    dialog = form("outage")
    dialog.print_button.click()
    assert printing(qtbot).windowTitle() == "停水停电通知"
    assert services.notices.count() == 0
    assert not hasattr(form("meeting"), "print_button")


def test_a_revision_asks_why(form, services, ask, qtbot):
    done = services.notice_papers.issue(complete("meeting"))
    dialog = form(notice_id=done.id, version=2, revising=True)
    dialog.form.editor(dialog.key("会议地点")).set_value("三楼")
    ask.expect("text", "地点改了")
    dialog.save_button.click()
    assert printing(qtbot).windowTitle() == done.number.text
    assert services.notices.get(done.id).row.revision == 1


def test_a_revision_of_many_copies_does_not_hold_up_the_window(
    form, services, ask, qtbot, monkeypatch
):
    done = services.notice_papers.issue(complete("meeting"))
    dialog = form(notice_id=done.id, version=2, revising=True)
    papers, threads = type(services.notice_papers), []
    revise = papers.revise

    def watched(*arguments, **named):
        threads.append(threading.current_thread())
        return revise(*arguments, **named)

    monkeypatch.setattr(papers, "revise", watched)
    ask.expect("text", "地点改了")
    dialog.save_button.click()
    printing(qtbot)
    assert threads
    assert threading.main_thread() not in threads


def test_a_revision_that_is_refused_says_why_and_keeps_what_was_typed(form, services, ask, qtbot):
    done = services.notice_papers.issue(complete("meeting"))
    dialog = form(notice_id=done.id, version=1, revising=True)
    ask.expect("text", "地点改了")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "修改" in dialog.problems.text)
    assert dialog.isVisible()
    assert services.notices.get(done.id).row.revision == 0


def test_without_a_reason_nothing_is_revised(form, services, ask):
    done = services.notice_papers.issue(complete("meeting"))
    dialog = form(notice_id=done.id, version=2, revising=True)
    ask.expect("text", None)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert services.notices.get(done.id).row.revision == 0


def test_a_red_head_asks_for_urgency_and_signers_a_posted_notice_for_neither(form, settled):
    dialog = form()
    head = {name: dialog.form.field(name) for name in ("urgency", "signers", "copies_numbered")}
    assert not any(field.isVisible() for field in head.values())
    dialog.form.editor("layout").set_value(Layout.LETTER)
    assert [name for name, field in head.items() if field.isVisible()] == [
        "urgency",
        "copies_numbered",
    ]
    dialog.form.editor("layout").set_value(Layout.OFFICIAL)
    assert all(field.isVisible() for field in head.values())
    dialog.form.editor("urgency").set_value("特急")
    dialog.form.editor("signers").set_value(("王建国", "李秀英"))
    dialog.form.editor("copies_numbered").set_value(value=True)
    said = settled(dialog)
    said.live.draw()
    text = shown_text(settled(dialog)).replace(" ", "").replace("\n", "")
    assert "000001" in text
    assert "特急" in text
    assert "签发人：王建国李秀英" in text


def test_each_copy_can_be_looked_at(form, settled, services):
    cast = settle(services)
    people = services.notices.recipients([cast.head, cast.alone], per_household=True)
    dialog = settled(form(draft=replace(complete("visit"), recipients=tuple(people))))
    assert dialog.live.whose.text() == "第 1 份，共 2 份：张建国"
    assert "户主：张建国" in shown_text(dialog)
    dialog.live.after_button.click()
    settled(dialog)
    assert "户主：买买提·艾力" in shown_text(dialog)
    assert not dialog.live.after_button.isEnabled()


def test_people_are_added_by_grid_and_by_filter_and_taken_off(desk, show, services, qtbot):
    cast = settle(services)
    services.filters.save("全部的人", ResidentFilter())
    dialog = show(RecipientsDialog(desk, ()))
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.add_people([cast.head, cast.wife])
    qtbot.waitUntil(lambda: len(dialog.recipients) == 1)
    dialog.all_button.click()
    qtbot.waitUntil(lambda: len(dialog.recipients) > 1)
    count = len(dialog.recipients)
    dialog.table.selectRow(0)
    dialog.remove_button.click()
    assert len(dialog.recipients) == count - 1
    dialog.filter_button.click()
    picker = next(w for w in dialog.children() if type(w).__name__ == "Picker")
    picker.choose_button.click()
    qtbot.waitUntil(lambda: len(dialog.recipients) == count)
    dialog.clear_button.click()
    assert dialog.recipients == []
    dialog.add_people([cast.alone])
    qtbot.waitUntil(lambda: len(dialog.recipients) == 1)
    dialog.close_button.click()
    assert [one.resident_id for one in chosen[0]] == [cast.alone]


def test_the_register_shows_what_can_be_done_with_each(desk, show, services, ask, qtbot):
    issued = services.notice_papers.issue(complete("meeting"))
    services.notices.save_draft(complete("letter"))
    dialog = show(NoticesDialog(desk))
    states = {item.state: row for row, item in enumerate(dialog.items)}
    dialog.select([states[NoticeState.DRAFT]])
    assert not dialog.archive_button.isEnabled()
    assert dialog.remove_button.isEnabled()
    dialog.select([states[NoticeState.ISSUED]])
    assert dialog.archive_button.isEnabled()
    assert dialog.revise_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    dialog.archive_button.click()
    assert printing(qtbot).windowTitle() == issued.number.text
    dialog.find_line.setText("一封信")
    assert [item.kind for item in dialog.items] == ["letter"]
    dialog.find_line.setText("")
    dialog.state.set_value(NoticeState.ISSUED)
    assert [item.id for item in dialog.items] == [issued.id]
    assert not taken_twice(dialog)


def test_withdrawing_asks_for_the_reason(desk, show, services):
    done = services.notice_papers.issue(complete("meeting"))
    dialog = show(NoticesDialog(desk))
    dialog.withdraw_button.click()
    form = show(next(w for w in dialog.children() if type(w).__name__ == "WithdrawForm"))
    form.save_button.click()
    assert "没有填写撤回的原因" in form.problems.text
    form.form.editor("reason").set_value("会议取消")
    form.save_button.click()
    assert services.notices.get(done.id).row.state is NoticeState.WITHDRAWN
    assert dialog.items[0].state is NoticeState.WITHDRAWN


def test_kinds_say_what_they_are_for_and_why_there_are_no_certificates(desk, show, ask):
    dialog = show(KindsDialog(desk))
    assert len(dialog.items) == 9
    assert "20 种证明" in dialog.summary.text()
    ask.expect("tell", None)
    dialog.why_button.click()
    assert "不应开具" in ask.last
    assert not taken_twice(dialog)
    assert not dialog.edit_button.isEnabled()
    assert not dialog.changes_button.isEnabled()


def test_a_kind_of_ones_own_is_copied_changed_and_used(desk, show, services, ask, qtbot):
    dialog = show(KindsDialog(desk))
    ask.expect("text", "夜校通知")
    dialog.copy_button.click()
    qtbot.waitUntil(lambda: len(dialog.items) == 10)
    assert dialog.edit_button.isEnabled()
    assert dialog.changes_button.isEnabled()
    assert dialog._history_of() == ("notice_template", "1", "夜校通知")
    form = show(TemplateForm(desk, dialog.items[-1], None))
    form.form.editor("heading").set_value("{没有}")
    form.save_button.click()
    assert "没有这一项" in form.form.field("heading").error
    form.form.editor("heading").set_value("关于{事由}夜校的通知")
    form.save_button.click()
    draft = open_draft(desk, "夜校通知", dialog)
    show(draft)
    assert draft.form.value("heading") == "关于{事由}夜校的通知"
    assert draft.draft().values["称呼"] == "各位居民"


def test_people_who_are_selected_get_the_notice(desk, show, services, window):
    cast = settle(services)
    letter = show(open_draft(desk, "letter", window, [cast.head, cast.wife, cast.alone]))
    assert [one.name for one in letter.draft().recipients] == ["张建国", "买买提·艾力"]
    door = show(open_draft(desk, "reception", window, [cast.head]))
    assert door.draft().recipients == ()


def test_a_field_is_put_together_in_its_own_form(desk, show, qtbot):
    dialog = show(FieldForm(desk, None, None))
    dialog.form.editor("name").set_value("集合地点")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_button.click()
    assert saved.args[0].name == "集合地点"
    assert saved.args[0].required


def test_issuers_are_edited(desk, show, services):
    dialog = show(IssuersForm(desk, None))
    dialog.form.editor("issuers").put(Issuer(name="西河社区工作站", prefix="西站"))
    dialog.save_button.click()
    assert [issuer.prefix for issuer in services.notices.issuers()] == ["西社通", "西站"]


def test_a_reader_sees_the_list_and_changes_nothing(desk, show, services, context):
    services.notice_papers.issue(complete("meeting"))
    actor = Actor(account_id=context.actor.account_id, name="李明", role=Role.READER)
    limited = Context(context.db, actor, context.clock, context.data_dir)
    reader = Desk(
        services=open_services(limited),
        bus=desk.bus,
        jobs=desk.jobs,
        ask=desk.ask,
        theme=desk.theme,
        state=desk.state,
    )
    dialog = show(NoticesDialog(reader))
    dialog.select([0])
    for button in (dialog.new_button, dialog.archive_button, dialog.revise_button):
        assert not button.isEnabled()
