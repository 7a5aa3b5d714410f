"""A dispute from a round through the grid to its bound file, by keys alone in the real window.

Three parties: a woman whose name has a dot, a man with a rare character, a company. The case goes
up to the street and comes back, is agreed on, confirmed by a court, performed, visited, archived,
and reopened. Whoever may not mediate finds nothing of it anywhere.
"""

from dataclasses import replace
from datetime import date, datetime

import pytest
from support import scans
from support.cases import DRAFT, HALL, WITH_DOT, accepted, put_in
from support.clerk import FormClerk
from support.ledgers import ACCOUNT, ACTOR, BEIJING
from support.roles import as_role
from support.volumes import contents_rows, stamps, texts
from support.window import settle

from linli.domain.accounts import Actor, Role
from linli.domain.case_flow import Stage, Step
from linli.domain.case_papers import PaperKind
from linli.domain.case_reports import quarter_period
from linli.domain.case_steps import available_steps
from linli.domain.cases import CaseFilter, CourtRuling, Level, Side, StepDraft
from linli.domain.sweeps import Handling
from linli.errors import NotAllowedError, UserError
from linli.gui.case_files.bound import BindForm, BoundDialog
from linli.gui.case_files.dialog import CaseFilesDialog
from linli.gui.case_files.scan_form import ScanForm
from linli.gui.case_papers.dialog import CasePapersDialog
from linli.gui.case_papers.form import PaperForm
from linli.gui.jump import JumpDialog
from linli.gui.main_window import MainWindow
from linli.gui.mediation.agreement_form import AgreementDialog, DutyForm
from linli.gui.mediation.archive_form import ArchiveForm
from linli.gui.mediation.case_form import CaseForm
from linli.gui.mediation.page import CaseDialog, WhyNotDialog
from linli.gui.mediation.party_forms import PartyForm
from linli.gui.mediation.people_inputs import MediatorForm
from linli.gui.mediation.record_forms import FollowUpForm, MeetingForm
from linli.gui.mediation.step_forms import DutyDoneForm, StepForm
from linli.gui.picker import Picker
from linli.gui.print_dialog import PrintDialog
from linli.gui.sweeps.dialog import SweepsDialog
from linli.gui.sweeps.findings import FindingsDialog
from linli.gui.sweeps.forms import FindingForm, SweepForm
from linli.services.container import open_services
from linli.services.context import Context

DOTTED, RARE, COMPANY = "阿依古丽·买买提", "赵𬱖", "西河安居物业服务有限公司"
NUMBER = "〔2026〕西人调字第1号"
PAPERS = (PaperKind.INTAKE, PaperKind.RIGHTS, PaperKind.AGREEMENT, PaperKind.COURT)


class Mediator(FormClerk):
    """A clerk who takes the steps of a case."""

    def begins(self, step, kind):
        """Press the key of a step on the page of a case, and return its form."""
        page = self.sees(CaseDialog)
        text = page.step_buttons[step].text()
        self.press(f"Alt+{text[text.index('&') + 1]}")
        return self.sees(kind)

    def ends(self, page=CaseDialog):
        """Save what is open with its key and come back to the page."""
        self.press("Ctrl+S")
        return self.sees(page)

    def jumps(self, letters, title):
        """Open what Ctrl+K finds first."""
        self.press("Ctrl+K")
        jump = self.sees(JumpDialog)
        self.write(letters)
        self.waits_for(lambda: jump.list.count() > 0 and jump.list.item(0).text().startswith(title))
        self.press("Return")


@pytest.fixture
def clerk(qtbot):
    """Does everything by keys."""
    return Mediator(qtbot)


@pytest.fixture
def actor():
    """A clerk, who is no administrator."""
    return Actor(account_id=1, name=ACCOUNT, role=Role.CLERK)


@pytest.fixture
def services(context):
    """All services, in a hall that an administrator has set up."""
    administrator = Context(context.db, ACTOR, context.clock, context.data_dir)
    open_services(administrator).cases.save_hall(HALL)
    return open_services(context)


def on(clock, month, day):
    """Let it be nine in the morning of another day."""
    clock.at = datetime(2026, month, day, 9, tzinfo=BEIJING)


def only_case(services):
    (case,) = services.cases.load(CaseFilter())
    return case


def refuses_all_others(services):
    """Try every step that cannot be taken now; each is refused with a sentence."""
    case = only_case(services)
    today = services.context.clock().date()
    for step in set(Step) - set(available_steps(case)):
        with pytest.raises(UserError) as refused:
            services.cases.take_step(
                case.id, StepDraft(step=step, day=today, reason="试试"), version=case.version
            )
        assert refused.value.message.endswith("。"), step
    assert only_case(services) == case


def reads_why(clerk, step, words):
    """Open what cannot be done yet and find the reason of a step."""
    clerk.press("Alt+W")
    why = clerk.sees(WhyNotDialog)
    table = why.table
    said = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert words in said[step], said
    clerk.press("Escape")
    clerk.sees(CaseDialog)


def find_it(clerk):
    """Enter the sweep with its finding and turn that into a case."""
    clerk.jumps("排查", "排查")
    clerk.sees(SweepsDialog)
    clerk.press("Alt+N")
    form = clerk.sees(SweepForm)
    clerk.into(form, "scope", "西河新村3栋")
    clerk.push(form.form.editor("findings").add_button)
    finding = clerk.sees(FindingForm)
    clerk.into(finding, "place", "西河新村3栋2单元")
    clerk.into(finding, "content", "楼顶防水层损坏，雨水渗入两户。")
    clerk.into(finding, "people", f"{DOTTED}、{RARE}")
    clerk.into(finding, "kind_code", "物业")
    clerk.press("Tab")
    clerk.choose(finding, "handling", Handling.CASE)
    clerk.press("Ctrl+S")
    clerk.sees(SweepForm)
    clerk.press("Ctrl+S")
    clerk.sees(SweepsDialog)
    clerk.press("Alt+F")
    clerk.sees(FindingsDialog)
    clerk.press("Alt+Z")
    return clerk.sees(CaseDialog)


def complete_registration(clerk, services):
    """Say on which side who stands, add the company and who mediates."""
    clerk.press("Alt+D")
    form = clerk.sees(CaseForm)
    parties = form.form.editor("parties")
    for row, birth in ((0, "1984-5-1"), (1, "1990-2-3")):
        clerk.tab_to(parties.list)
        clerk.press("Home", *["Down"] * row, "Return")
        party = clerk.sees(PartyForm)
        clerk.choose(party, "side", Side.APPLICANT)
        clerk.into(party, "birth", birth)
        clerk.into(party, "phone", f"1390000111{row}")
        clerk.into(party, "address", f"西河新村3栋2单元50{row + 1}室")
        clerk.press("Ctrl+S")
        clerk.sees(CaseForm)
    clerk.push(parties.organisation_button)
    clerk.sees(Picker)
    clerk.press("Return")
    company = clerk.sees(PartyForm)
    clerk.choose(company, "side", Side.RESPONDENT)
    clerk.into(company, "name", COMPANY)
    clerk.into(company, "representative", "钱大成")
    clerk.into(company, "representative_post", "经理")
    clerk.into(company, "address", "西河路8号")
    clerk.press("Ctrl+S")
    clerk.sees(CaseForm)
    if not form.form.value("mediators"):
        clerk.push(form.form.editor("mediators").add_button)
        mediator = clerk.sees(MediatorForm)
        clerk.into(mediator, "who", ACCOUNT)
        clerk.press("Ctrl+S")
        clerk.sees(CaseForm)
    clerk.into(form, "requests", "修好楼顶防水层")
    clerk.ends()
    names = [party.name for party in only_case(services).facts.parties]
    assert names == [DOTTED, RARE, COMPANY]


def meet(clerk, step, record, result=""):
    form = clerk.begins(step, MeetingForm)
    clerk.into(form, "hours", "9:30—11:00")
    clerk.into(form, "place", "社区调解室")
    if step is Step.INQUIRE:
        clerk.into(form, "subject", "楼长李和")
    clerk.into(form, "record", record)
    if result:
        clerk.into(form, "result", result)
    clerk.ends()


def agree(clerk):
    form = clerk.begins(Step.AGREE_WRITTEN, AgreementDialog)
    clerk.into(form, "agreed_on", "2026-8-31")
    clerk.into(form, "effective_on", "2026-9-2")
    clerk.into(form, "terms", "物业于2026年9月20日前修好楼顶防水层。")
    clerk.into(form, "performance", "物业自行施工")
    clerk.push(form.form.editor("duties").add_button)
    duty = clerk.sees(DutyForm)
    assert duty.form.value("who") == COMPANY
    clerk.into(duty, "what", "修好楼顶防水层")
    clerk.into(duty, "due", "2026-9-20")
    clerk.ends(AgreementDialog)
    clerk.ends()


def issue(clerk, ask, kinds):
    """Issue some papers one after the other; each is shown for printing."""
    clerk.press("Alt+P")
    papers = clerk.sees(CasePapersDialog)
    for kind in kinds:
        (row,) = (at for at, line in enumerate(papers.items) if line.wanted.ref.kind is kind)
        clerk.tab_to(papers.table)
        clerk.press("Ctrl+Home", *["Down"] * row, "F2")
        form = clerk.sees(PaperForm)
        ask.expect("confirm", True)
        clerk.push(form.issue_button)
        clerk.sees(PrintDialog)
        clerk.press("Escape")
        clerk.sees(CasePapersDialog)
        assert papers.items[row].issued is not None
    clerk.press("Escape")
    clerk.sees(CaseDialog)


def add_scans(clerk, ask, tmp_path, services):
    clerk.press("Alt+J")
    files = clerk.sees(CaseFilesDialog)
    case = only_case(services)
    for number, party in enumerate(case.facts.parties):
        path = tmp_path / f"scan{number}.png"
        path.write_bytes(scans.png(scans.page((600, 400 + number), "RGB")))
        ask.expect("open_files", [path])
        clerk.press("Alt+N")
        form = clerk.sees(ScanForm)
        clerk.choose(form, "party_id", party.id)
        clerk.into(form, "name", f"{party.name}身份证明")
        clerk.press("Ctrl+S")
        clerk.waits_for(lambda n=number: len(services.case_files.files(case.id)) == n + 1)
        clerk.sees(CaseFilesDialog)
    clerk.waits_for(lambda: all(not item.line.missing for item in files.items))
    return files


def bound(clerk):
    """Bind the file and return it."""
    clerk.press("Alt+B")
    clerk.sees(BindForm)
    clerk.press("Ctrl+S")
    dialog = clerk.sees(BoundDialog)
    content = dialog._content  # what the dialog shows, prints and saves
    clerk.press("Escape")
    clerk.sees(CaseFilesDialog)
    return content


def test_a_case_is_led_from_the_sweep_to_the_archive(
    services, open_window, clerk, ask, clock, tmp_path
):
    on(clock, 8, 3)
    window = open_window(services)
    clerk.sees(MainWindow)
    find_it(clerk)
    # without a respondent it cannot be accepted, and that is said
    form = clerk.begins(Step.ACCEPT, StepForm)
    clerk.press("Ctrl+S")
    assert form.problems.text
    clerk.press("Escape")
    clerk.sees(CaseDialog)
    complete_registration(clerk, services)
    refuses_all_others(services)
    reads_why(clerk, "达成书面协议", "已登记")

    on(clock, 8, 5)
    clerk.begins(Step.ACCEPT, StepForm)
    clerk.ends()
    assert str(only_case(services).number) == NUMBER
    refuses_all_others(services)
    on(clock, 8, 6)
    meet(clerk, Step.INQUIRE, "问：什么时候开始漏水？\n答：七月中旬。")
    on(clock, 8, 10)
    meet(clerk, Step.MEET, "双方各自说明情况。", "约定再谈。")
    on(clock, 8, 12)
    up = clerk.begins(Step.HAND_UP, StepForm)
    clerk.choose(up, "level", Level.STREET)
    clerk.into(up, "unit", "西河街道调解中心")
    clerk.into(up, "reason", "物业不接受")
    clerk.ends()
    assert only_case(services).level is Level.STREET
    refuses_all_others(services)
    reads_why(clerk, "调解", "还没有交回")
    on(clock, 8, 20)
    back = clerk.begins(Step.HAND_BACK, StepForm)
    clerk.into(back, "reason", "已做通物业工作")
    clerk.ends()
    assert only_case(services).level is Level.COMMUNITY
    on(clock, 8, 31)
    meet(clerk, Step.MEET, "各方同意由物业修好。", "达成书面协议。")
    on(clock, 9, 2)
    agree(clerk)
    refuses_all_others(services)
    lights = {light.key: light for light in services.clocks.of_case(only_case(services).id)}
    confirmation = lights["mediation.confirm"]
    assert confirmation.due == date(2026, 10, 8), "the holiday week gives way to the next day"
    assert only_case(services).copies == 4

    on(clock, 9, 10)
    court = clerk.begins(Step.APPLY_COURT, StepForm)
    clerk.into(court, "unit", "西河区人民法院")
    clerk.ends()
    on(clock, 9, 20)
    clerk.begins(Step.PERFORM, DutyDoneForm)
    clerk.ends()
    assert only_case(services).stage is Stage.PERFORMED
    on(clock, 9, 28)
    ruled = clerk.begins(Step.COURT_RULED, StepForm)
    clerk.choose(ruled, "ruling", CourtRuling.CONFIRMED)
    clerk.ends()
    on(clock, 10, 20)
    visit = clerk.begins(Step.FOLLOW_UP, FollowUpForm)
    clerk.into(visit, "performance", "楼顶已经修好，没有再漏水。")
    clerk.ends()
    refuses_all_others(services)

    # the file lacks the proofs of identity, so it is not archived
    archive = clerk.begins(Step.ARCHIVE, ArchiveForm)
    clerk.press("Ctrl+S")
    clerk.waits_for(lambda: bool(archive.problems.text))
    assert "当事人身份证明" in archive.problems.text
    clerk.press("Escape")
    clerk.sees(CaseDialog)
    issue(clerk, ask, PAPERS)
    add_scans(clerk, ask, tmp_path, services)
    compare(bound(clerk))
    clerk.press("Escape")
    clerk.sees(CaseDialog)

    on(clock, 11, 2)
    clerk.begins(Step.ARCHIVE, ArchiveForm)
    clerk.ends()
    case = only_case(services)
    assert case.stage is Stage.ARCHIVED
    compare(services.case_files.volume(case.id, 1))
    refuses_all_others(services)
    again = clerk.begins(Step.REOPEN, StepForm)
    clerk.into(again, "reason", "一方没有按协议做")
    clerk.ends()
    steps = [step.facts for step in only_case(services).steps]
    assert (steps[-1].step, steps[-1].reason) == (Step.REOPEN, "一方没有按协议做")
    assert Step.ARCHIVE in [step.step for step in steps]
    clerk.press("Escape")

    report = services.case_reports.count(quarter_period(2026, 3))
    counted = {figure.key: figure for figure in report.figures}
    assert case.id in counted["accepted"].ids
    assert case.id in counted["settled"].ids
    assert window.isVisible()


def compare(content):
    """Compare a bound file with the list of the standard, item by item."""
    rows = contents_rows(content)
    assert [row[1] for row in rows] == [
        "人民调解受理登记表",
        "当事人权利义务告知书",
        f"{DOTTED}身份证明",
        f"{RARE}身份证明",
        f"{COMPANY}身份证明",
        "人民调解调查记录",
        "人民调解记录（第一次）",
        "人民调解记录（第二次）",
        "人民调解协议书",
        "人民调解回访记录",
        "司法确认申请书",
        "移交单（一）",
        "移交单（二）",
    ]
    pages = texts(content)
    marks = stamps(content)
    for _, name, numbers, _ in rows:
        first = int(numbers.split("—")[0])
        (at,) = [page for page, mark in enumerate(marks) if mark and mark[0] == first]
        if "身份证明" not in name or name.startswith("当事人"):
            assert name.split("（")[0] in pages[at].replace("\n", ""), name
    last = int(rows[-1][2].split("—")[-1])
    assert [mark[0] for mark in marks if mark] == list(range(1, last + 1))
    assert NUMBER in pages[0]


def test_whoever_may_not_mediate_finds_nothing_of_it(services, open_window, clerk, ask, tmp_path):
    alone = settle(services).alone
    name = services.residents.get(alone).facts.name
    party = replace(WITH_DOT, name=name, resident_id=alone)
    title = "埙篪园漏水纠纷"
    case = accepted(services, replace(DRAFT, title=title, parties=(party, *DRAFT.parties[1:])))
    file_id = put_in(services, case)
    assert services.cases.of_resident(alone)
    reader = as_role(services, Role.READER)
    for table, row in (("mediation_case", case.id), ("case_file", file_id)):
        with pytest.raises(NotAllowedError):
            reader.history.of_record(table, str(row))
    told = "".join(map(str, reader.history.of_resident(alone)))
    assert title not in told
    for refused in (
        lambda: reader.cases.of_resident(alone),
        lambda: reader.cases.get(case.id),
        lambda: reader.case_files.files(case.id),
        lambda: reader.case_papers.lines(case.id),
        lambda: reader.case_reports.count(quarter_period(2026, 3)),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    assert not reader.clocks.list_all()
    window = open_window(reader)
    clerk.sees(MainWindow)
    assert "矛盾调解" not in [window.tab_bar.tabText(at) for at in range(window.tab_bar.count())]
    for words in (title[:3], NUMBER, "排查", "登记纠纷"):
        clerk.press("Ctrl+K")
        jump = clerk.sees(JumpDialog)
        clerk.write(words)
        jump.find_now()
        found = [jump.list.item(at).text() for at in range(jump.list.count())]
        assert not found, words
        clerk.press("Escape")
        clerk.sees(MainWindow)
    clerk.press("Ctrl+F")
    clerk.write(title[:3])
    clerk.reads("共 0 人", window.current_tab)
