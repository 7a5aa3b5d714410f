"""What is typed into forms is kept while they are open, and put back after a crash."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from support.events import at, with_lecture, with_room
from support.ledgers import add_account
from support.window import opened, settle

from linli.domain.events import Role
from linli.domain.grids import GridDraft
from linli.errors import StorageProblem
from linli.gui.ask import SaveChoice
from linli.gui.drafts import keeper
from linli.gui.drafts.dialog import DraftsDialog, offer_drafts
from linli.gui.drafts.reopening import keep_open_forms, open_again, read
from linli.gui.drafts.typed import typed
from linli.gui.events.forms import EventForm
from linli.gui.events.guest_forms import ResidentsForm
from linli.gui.grid_form import GridForm
from linli.gui.household_forms import HouseholdForm, SplitForm
from linli.gui.household_input import Belonging
from linli.gui.registers.survey_forms import SurveyForm
from linli.gui.registers.visit_forms import VisitForm
from linli.gui.rental_form import RentalForm, TenancyForm
from linli.gui.resident_form import ResidentForm
from linli.gui.settings_dialog import PasswordDialog
from linli.gui.staff.pairing_forms import PairingForm
from linli.gui.venues.booking_form import BookingForm
from linli.services.drafts import DraftService


@pytest.fixture
def soon(monkeypatch):
    """Drafts are kept as soon as the program has nothing else to do."""
    monkeypatch.setattr(keeper, "KEPT_AFTER_MS", 0)


@pytest.fixture
def crash(services, qtbot):
    """Return what a form has left when the program went down."""

    def lose(dialog):
        qtbot.waitUntil(lambda: bool(services.drafts.list_all()))
        dialog.keeper.keep_now()
        shiboken6.delete(dialog)
        (draft,) = services.drafts.list_all()
        return draft

    return lose


@pytest.fixture
def again(desk, main_window, show):
    """Open what was left."""

    def reopen(draft):
        unsaved = read(draft)
        assert unsaved is not None
        return show_open(open_again(draft, unsaved, desk, main_window))

    dialogs = []

    def show_open(dialog):
        dialogs.append(dialog)
        return dialog

    yield reopen
    for dialog in dialogs:
        if shiboken6.isValid(dialog):
            dialog.form.modified = False
            dialog.reject()


def test_a_new_resident_comes_back_with_all_that_was_typed(
    desk, main_window, show, soon, crash, again, services
):
    form = show(ResidentForm(desk, None, main_window))
    editor = form.form.editor
    editor("name").setText("张桂兰")
    editor("birth").setText("1950-1")
    editor("documents").rows[0].line.setText("65232819500")
    editor("phones").rows[0].line.setText("13812345678")
    editor("phones").rows[0].note.setText("女儿")
    editor("phones").add_button.click()
    editor("phones").rows[1].line.setText("139")
    editor("ethnicity_code").setEditText("维吾")
    editor("address").parts["building"].setText("3号楼")
    editor("household_id").choose(Belonging.NONE)
    editor("note").setPlainText("第一行\n第二行")
    draft = crash(form)
    form = again(draft)
    editor = form.form.editor
    assert form.form.modified
    assert editor("name").text() == "张桂兰"
    assert editor("birth").text() == "1950-1"
    assert editor("documents").rows[0].line.text() == "65232819500"
    assert [row.line.text() for row in editor("phones").rows] == ["13812345678", "139"]
    assert editor("phones").rows[0].note.text() == "女儿"
    assert editor("ethnicity_code").currentText() == "维吾"
    assert editor("address").value().building == "3号楼"
    assert editor("household_id").belonging is Belonging.NONE
    assert editor("note").toPlainText() == "第一行\n第二行"
    assert form.problems.text == ""


def test_saving_or_leaving_forgets_the_draft(
    desk, main_window, show, soon, crash, again, services, qtbot, ask
):
    for leave in (lambda form: form.accept(), lambda form: form.reject()):
        form = show(GridForm(desk, None, main_window))
        form.form.editor("number").setText("01")
        form.form.editor("name").setText("第一网格")
        qtbot.waitUntil(lambda: bool(services.drafts.list_all()))
        if services.grids.list_all():
            ask.expect("save_changes", SaveChoice.DISCARD)
        leave(form)
        assert services.drafts.list_all() == []
    assert [grid.facts.name for grid in services.grids.list_all()] == ["第一网格"]


def test_going_back_to_the_form_keeps_the_draft(desk, main_window, show, soon, qtbot, ask):
    form = show(GridForm(desk, None, main_window))
    form.form.editor("name").setText("第一网格")
    qtbot.waitUntil(lambda: bool(desk.services.drafts.list_all()))
    ask.expect("save_changes", SaveChoice.STAY)
    form.reject()
    assert len(desk.services.drafts.list_all()) == 1


def test_only_what_was_changed_is_laid_over_the_record_of_today(
    desk, main_window, show, soon, crash, again, services, clock
):
    cast = settle(services)
    household = services.households.get(cast.household)
    form = show(HouseholdForm(desk, household, main_window))
    form.form.editor("note").setPlainText("钥匙在社区")
    draft = crash(form)
    now = services.households.get(cast.household)
    facts = type(now.facts)(number="0077", kind=now.facts.kind, note=now.facts.note)
    services.households.update(cast.household, facts, address=now.address, version=now.version)
    form = again(draft)
    assert form.form.value("number") == "0077"
    assert form.form.value("note") == "钥匙在社区"
    assert form.problems.text == ""
    form.accept()
    saved = services.households.get(cast.household).facts
    assert (saved.number, saved.note) == ("0077", "钥匙在社区")
    assert services.drafts.list_all() == []


def test_a_field_that_was_changed_meanwhile_is_named(
    desk, main_window, show, soon, crash, again, services
):
    cast = settle(services)
    household = services.households.get(cast.household)
    form = show(HouseholdForm(desk, household, main_window))
    form.form.editor("number").setText("0055")
    draft = crash(form)
    facts = type(household.facts)(number="0077", kind=household.facts.kind)
    services.households.update(
        cast.household, facts, address=household.address, version=household.version
    )
    form = again(draft)
    assert form.form.value("number") == "0055"
    assert "户号" in form.problems.text


def test_numbers_that_were_hidden_stay_hidden(
    desk, main_window, show, soon, crash, again, services
):
    cast = settle(services)
    form = show(ResidentForm(desk, services.residents.get(cast.head), main_window))
    form.form.editor("note").setPlainText("腿脚不便")
    draft = crash(form)
    assert "13812345678" not in draft.content.partition('"changed"')[2]
    form = again(draft)
    assert form.form.editor("phones").is_masked
    assert form.form.value("note") == "腿脚不便"


def test_the_open_form_of_a_part_comes_back_too(
    desk, main_window, show, soon, again, services, qtbot
):
    form = show(RentalForm(desk, None, main_window))
    form.form.editor("landlord_name").setText("王建国")
    form.form.editor("tenancies").add_button.click()
    part = opened(TenancyForm)
    part.form.editor("name").setText("赵小军")
    part.form.editor("document").line.setText("6523")
    qtbot.waitUntil(lambda: any("6523" in d.content for d in services.drafts.list_all()))
    (draft,) = services.drafts.list_all()
    shiboken6.delete(part)
    shiboken6.delete(form)
    form = again(draft)
    qtbot.waitUntil(lambda: bool(form.findChildren(TenancyForm)))
    part = opened(TenancyForm)
    qtbot.waitUntil(lambda: part.form.value("name") == "赵小军")
    assert part.form.editor("document").line.text() == "6523"
    part.form.editor("document").line.clear()
    part.accept()
    assert [each.name for each in form.form.value("tenancies")] == ["赵小军"]


def _split(desk, cast, window):
    form = SplitForm(desk, desk.services.households.get(cast.household), window)
    yield form
    form.form.editor("members").boxes[1].setChecked(True)
    form.form.editor("number").setText("0099")
    yield


def _visit(desk, cast, window):
    form = VisitForm(desk, None, window)
    yield form
    form.form.editor("content").setPlainText("量血压")
    yield


def _pairing(desk, cast, window):
    form = PairingForm(desk, None, window, household_id=cast.household)
    yield form
    form.form.editor("name").set_person("买买提", None)
    form.form.editor("name").edited.emit()
    yield


def _survey(desk, cast, window):
    form = SurveyForm(desk, None, window)
    yield form
    form.form.editor("title").setText("满意度")
    yield


def _booking(desk, cast, window):
    room = with_room(desk.services)
    form = BookingForm(desk, None, window, venue_id=room, day=at(3).date())
    yield form
    form.form.editor("begins").setText("9点")
    form.form.editor("borrower").line.setText("文艺队")
    yield


def _event(desk, cast, window):
    event_id = with_lecture(desk.services, with_room(desk.services))
    form = EventForm(desk, desk.services.events.get(event_id), window)
    yield form
    form.form.editor("content").setPlainText("现场答疑")
    yield


def _guests(desk, cast, window):
    form = ResidentsForm(desk, with_lecture(desk.services), window)
    yield form
    form.form.editor("residents").set_value([cast.head])
    form.form.editor("role").set_value(Role.HELPER)
    yield


@pytest.mark.parametrize("filling", [_split, _visit, _pairing, _survey, _booking, _event, _guests])
def test_other_forms_come_back_as_they_were(
    desk, main_window, show, soon, crash, again, services, filling
):
    steps = filling(desk, settle(services), main_window)
    form = show(next(steps))
    next(steps)
    before = typed(form.form)
    form = again(crash(form))
    assert typed(form.form) == before
    form.form.modified = False
    form.reject()
    assert services.drafts.list_all() == []


def test_a_form_with_a_password_is_never_kept(desk, main_window, show, soon, services, qtbot):
    form = show(PasswordDialog(desk, main_window))
    form.form.editor("password").setText("geheim-2026")
    qtbot.wait(50)
    assert form.keeper is None
    keep_open_forms()
    assert services.drafts.list_all() == []


def test_a_full_disk_leaves_the_form_open_and_says_nothing(
    desk, main_window, show, soon, services, qtbot, monkeypatch
):
    def full(*_):
        raise StorageProblem("磁盘已满。", "请清理。")

    monkeypatch.setattr(services.drafts, "keep", full)
    form = show(GridForm(desk, None, main_window))
    form.form.editor("name").setText("第一网格")
    qtbot.wait(50)
    form.keeper.keep_now()
    assert form.isVisible()
    assert form.form.value("name") == "第一网格"


def test_what_another_account_left_is_not_offered(desk, main_window, services, context):
    services.drafts.keep("a", "{}")
    number = add_account(context.db, context.clock, "李强")
    other = replace(context.actor, account_id=number, name="李强")
    theirs = DraftService(replace(context, actor=other))
    assert theirs.list_all() == []
    assert [each.id for each in services.drafts.list_all()] == ["a"]


def test_the_offer_lists_what_was_typed_and_opens_it(
    desk, main_window, show, soon, crash, services, qtbot
):
    form = show(GridForm(desk, None, main_window))
    form.form.editor("name").setText("第一网格")
    crash(form)
    offer_drafts(desk, main_window)
    offer = opened(DraftsDialog)
    assert "1 份" in offer.summary.text()
    assert "名称：第一网格" in offer.typed.text()
    qtbot.mouseClick(offer.open_button, Qt.MouseButton.LeftButton)
    form = opened(GridForm)
    assert form.form.value("name") == "第一网格"
    form.form.editor("number").setText("01")
    form.accept()
    assert services.drafts.list_all() == []
    assert len(services.grids.list_all()) == 1


def test_the_offer_throws_away_after_a_question(
    desk, main_window, show, soon, crash, services, ask, assert_freed
):
    form = show(GridForm(desk, None, main_window))
    form.form.editor("name").setText("第一网格")
    crash(form)
    offer_drafts(desk, main_window)
    offer = opened(DraftsDialog)
    ask.expect("confirm", False)
    offer.drop_button.click()
    assert len(services.drafts.list_all()) == 1
    ask.expect("confirm", True)
    offer.drop_button.click()
    assert services.drafts.list_all() == []
    assert_freed(offer)


def test_a_record_that_is_gone_is_told_and_the_draft_stays(
    desk, main_window, show, soon, crash, services, ask
):
    grid, _ = services.grids.add(GridDraft(number="09", name="第九网格"))
    form = show(GridForm(desk, services.grids.get(grid), main_window))
    form.form.editor("note").setPlainText("北门")
    crash(form)
    services.grids.remove(grid)
    offer_drafts(desk, main_window)
    offer = opened(DraftsDialog)
    ask.expect("warn")
    offer.open_button.click()
    assert "备注：北门" in offer.typed.text()
    assert len(services.drafts.list_all()) == 1
    offer.reject()


def test_without_drafts_nothing_is_offered(desk, main_window):
    offer_drafts(desk, main_window)
    assert main_window.findChildren(DraftsDialog) == []


def test_a_draft_of_another_version_can_only_be_thrown_away(desk, main_window, services):
    services.drafts.keep("a", '{"$": "gone"}')
    offer_drafts(desk, main_window)
    offer = opened(DraftsDialog)
    assert not offer.open_button.isEnabled()
    assert offer.drop_button.isEnabled()
    offer.reject()
