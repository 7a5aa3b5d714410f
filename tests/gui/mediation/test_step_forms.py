from dataclasses import replace
from datetime import date

import pytest
from support.cases import AGREEMENT, DRAFT, accepted, agreed, meet, register, take
from support.mnemonics import letters, taken_twice

from linli.domain.case_flow import Stage, Step
from linli.domain.case_steps import available_steps
from linli.domain.cases import AgreementForm, Case, CourtRuling, Duty, Level, Risk, Satisfaction
from linli.domain.mediation_texts import PhraseUse
from linli.gui.drafts import coding
from linli.gui.mediation.agreement_form import AgreementDialog, DutyForm
from linli.gui.mediation.record_forms import FollowUpForm, MeetingForm
from linli.gui.mediation.step_forms import DutyDoneForm, StepForm
from linli.gui.mediation.steps import next_steps, step_form

TODAY = date(2026, 11, 23)


@pytest.fixture
def in_mediation(services):
    """A case after its first meeting."""
    return meet(services, accepted(services), date(2026, 8, 10))


def saved(form, qtbot, **values):
    """Type values into a form and save it."""
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    with qtbot.waitSignal(form.saved):
        form.accept()


def words_on(form):
    return " ".join(label.text() for label in form.findChildren(type(form.heading)))


def test_accepting_says_the_number_and_gives_it(desk, services, show, qtbot):
    case = register(services)
    form = show(step_form(desk, case, Step.ACCEPT, None))
    assert "这件案子将编为 〔2026〕西人调字第1号。受理以后不能撤销。" in words_on(form)
    assert form.form.value("day") == TODAY
    saved(form, qtbot)
    assert str(services.cases.get(case.id).number) == "〔2026〕西人调字第1号"


def test_what_acceptance_lacks_is_said_over_the_form(desk, services, show):
    case = register(services, replace(DRAFT, parties=DRAFT.parties[:1]))
    form = show(step_form(desk, case, Step.ACCEPT, None))
    form.accept()
    assert "还没有被申请人" in form.problems.text


def test_a_reason_is_asked_for_where_one_is_needed(desk, services, show, qtbot):
    case = register(services)
    form = show(step_form(desk, case, Step.REFUSE, None))
    assert form.form.label("reason") == "原因"
    form.accept()
    assert "没有写「不予受理」的原因" in form.form.field("reason").error
    saved(form, qtbot, reason="属于法院受理的")
    assert services.cases.get(case.id).stage is Stage.REFUSED


def test_handing_up_names_level_and_unit_and_comes_back(desk, services, in_mediation, show, qtbot):
    form = show(step_form(desk, in_mediation, Step.HAND_UP, None))
    saved(form, qtbot, level=Level.STREET, unit="西河街道调解中心", reason="调解不成")
    case = services.cases.get(in_mediation.id)
    assert (case.level, case.unit) == (Level.STREET, "西河街道调解中心")
    back = show(step_form(desk, case, Step.HAND_BACK, None))
    assert "交回到社区。" in words_on(back)
    saved(back, qtbot, reason="街道调解后交回")
    assert services.cases.get(case.id).level is Level.COMMUNITY


def test_an_extension_wants_the_parties_consent(desk, services, in_mediation, show, qtbot):
    form = show(step_form(desk, in_mediation, Step.EXTEND, None))
    form.form.load(until=date(2026, 12, 20), reason="等鉴定", day=TODAY)
    form.accept()
    assert "要各方当事人同意" in form.form.field("consented").error
    saved(form, qtbot, consented=True)
    step = services.cases.get(in_mediation.id).steps[-1].facts
    assert (step.step, step.until) == (Step.EXTEND, date(2026, 12, 20))


def test_a_risk_is_reported_with_what_it_might_become(desk, services, in_mediation, show, qtbot):
    form = show(step_form(desk, in_mediation, Step.RISK, None))
    saved(form, qtbot, risk=Risk.BRAWL, persons=4, unit="西河派出所", reason="扬言动手")
    case = services.cases.get(in_mediation.id)
    assert (case.stage, case.steps[-1].facts.persons) == (Stage.MEDIATION, 4)


def test_court_and_ruling_are_kept(desk, services, show, qtbot):
    case = agreed(services)
    saved(show(step_form(desk, case, Step.APPLY_COURT, None)), qtbot, unit="西河区人民法院")
    case = services.cases.get(case.id)
    form = show(step_form(desk, case, Step.COURT_RULED, None))
    saved(form, qtbot, ruling=CourtRuling.CONFIRMED)
    agreement = services.cases.get(case.id).agreement
    assert (agreement.court, agreement.ruling) == ("西河区人民法院", CourtRuling.CONFIRMED)


def test_a_meeting_begins_with_all_parties_and_is_kept(desk, services, show, qtbot):
    case = accepted(services)
    form = show(step_form(desk, case, Step.MEET, None))
    assert form.form.value("present") == tuple(party.name for party in case.facts.parties)
    saved(form, qtbot, place="社区调解室", record="双方各自说明情况。", result="改日再谈。")
    case = services.cases.get(case.id)
    assert case.stage is Stage.MEDIATION
    again = show(MeetingForm(desk, case, case.meetings[0], None))
    assert not again.form.modified
    saved(again, qtbot, result="约好下周再谈。")
    assert services.cases.get(case.id).meetings[0].result == "约好下周再谈。"


def test_an_inquiry_asks_whom_it_was_about(desk, services, show, qtbot):
    case = accepted(services)
    form = show(step_form(desk, case, Step.INQUIRE, None))
    assert form.form.label("subject") == "被调查人"
    assert not form.form.has("result")
    saved(form, qtbot, subject="楼长李和", place="3栋楼下", record="看见漏水。")
    assert services.cases.get(case.id).stage is Stage.INQUIRY


def test_phrases_of_the_hall_are_put_into_the_text(desk, services, show):
    form = show(step_form(desk, accepted(services), Step.MEET, None))
    record = form.form.editor("record")
    phrases = services.mediation_texts.phrases_for(PhraseUse.RECORD)
    actions = record.button.menu().actions()
    assert len(actions) == len(phrases)
    actions[0].trigger()
    assert record.value() == phrases[0]


def test_each_phrase_of_the_terms_gets_a_line_of_its_own(desk, in_mediation, show):
    form = show(AgreementDialog(desk, in_mediation, AgreementForm.WRITTEN, None))
    terms = form.form.editor("terms")
    terms.insert("第一条。")
    terms.insert("第二条。")
    assert terms.value() == ("第一条。", "第二条。")


def test_an_agreement_is_kept_with_its_duties(desk, services, in_mediation, show, qtbot):
    form = show(step_form(desk, in_mediation, Step.AGREE_WRITTEN, None))
    form.form.editor("duties").put(Duty(who="赵六", what="修好水管", due=date(2026, 12, 1)))
    saved(
        form,
        qtbot,
        agreed_on=date(2026, 11, 20),
        effective_on=date(2026, 11, 22),
        terms=("修好水管。",),
        performance="修好",
    )
    agreement = services.cases.get(in_mediation.id).agreement
    assert (agreement.form, agreement.effective_on) == (
        AgreementForm.WRITTEN,
        date(2026, 11, 22),
    )
    assert agreement.duties[0].due == date(2026, 12, 1)


def test_the_checklist_follows_what_is_written(desk, in_mediation, show):
    form = show(AgreementDialog(desk, in_mediation, AgreementForm.WRITTEN, None))
    lines = form.checklist.text().splitlines()
    assert lines[2].startswith("○ 协议的内容")
    form.form.editor("terms").set_value(("修好水管。",))
    lines = form.checklist.text().splitlines()
    assert lines[2].startswith("✓ 协议的内容")
    assert lines[4].startswith("○ 履行的期限")


def test_an_agreement_without_a_day_is_refused_beside_the_field(desk, in_mediation, show):
    form = show(AgreementDialog(desk, in_mediation, AgreementForm.WRITTEN, None))
    form.form.editor("effective_on").set_value(None)
    form.accept()
    assert form.form.field("effective_on").error == "请填写生效日期。"


def test_an_oral_agreement_needs_no_meeting(desk, services, show, qtbot):
    case = accepted(services)
    form = show(step_form(desk, case, Step.AGREE_ORAL, None))
    saved(form, qtbot, terms=("当场付清。",))
    assert services.cases.get(case.id).stage is Stage.ORAL


def test_duties_are_performed_one_after_the_other(desk, services, show, qtbot):
    case = agreed(services)
    for left in (2, 1):
        form = show(step_form(desk, case, Step.COMPLETE, None))
        assert isinstance(form, DutyDoneForm)
        assert f"还有 {left} 项没有履行" in words_on(form)
        saved(form, qtbot, note="有收条")
        case = services.cases.get(case.id)
    assert case.stage is Stage.PERFORMED


def test_a_duty_without_who_and_what_is_refused(desk, show):
    form = show(DutyForm(desk, None, [], None))
    form.accept()
    assert form.form.field("who").error == "请填写由谁来履行。"


def test_a_follow_up_is_kept_and_changed(desk, services, show, qtbot):
    case = agreed(services)
    form = show(step_form(desk, case, Step.FOLLOW_UP, None))
    saved(form, qtbot, performance="已经付清", satisfaction=Satisfaction.FAIR)
    case = services.cases.get(case.id)
    visit = case.follow_ups[0]
    assert (visit.visitor, visit.satisfaction) == ("王芳", Satisfaction.FAIR)
    again = show(FollowUpForm(desk, case, visit, None))
    saved(again, qtbot, note="没有新的争议")
    assert services.cases.get(case.id).follow_ups[0].note == "没有新的争议"


def test_a_case_survives_as_what_a_form_was_made_with(services, in_mediation):
    assert coding.read(coding.write(in_mediation)) == in_mediation
    assert isinstance(in_mediation, Case)


@pytest.mark.parametrize("zoom", [100, 150])
def test_no_letter_is_taken_twice(desk, services, in_mediation, show, theme, zoom):
    theme.set_zoom(zoom)
    settled = agreed(services)
    wanted = [(in_mediation, step) for step in available_steps(in_mediation)]
    wanted += [(settled, step) for step in available_steps(settled)]
    for case, step in wanted:
        form = show(step_form(desk, case, step, None))
        assert letters(form)
        assert not taken_twice(form), step
        form.form.modified = False
        form.reject()


def test_every_step_has_a_form(desk, services, in_mediation, show):
    for step in Step:
        if step is Step.REGISTER:
            continue
        form = show(step_form(desk, in_mediation, step, None))
        assert isinstance(form, (StepForm, MeetingForm, FollowUpForm, AgreementDialog))
        form.form.modified = False
        form.reject()


def test_written_agreement_of_a_kept_case_opens_as_it_stands(desk, services, show):
    form = show(AgreementDialog(desk, agreed(services), AgreementForm.WRITTEN, None))
    assert form.form.value("terms") == AGREEMENT.terms
    assert not form.form.modified


def test_what_is_left_of_a_breached_agreement_can_still_be_performed(services):
    case = take(services, agreed(services), Step.BREACH, date(2026, 10, 8), reason="没有付款")
    assert Step.COMPLETE in next_steps(case)
    assert Step.PERFORM not in next_steps(case)
