"""The history of every record is one click, one key or one right click away."""

import importlib
import pkgutil
from inspect import getsource

import pytest
from support.window import opened, settle

import linli.gui
from linli.domain.changes import Kind
from linli.domain.residents import RentalDraft
from linli.domain.staff import StaffDraft
from linli.domain.values.masking import Masks
from linli.gui.accounts.rules import SafetyRulesDialog
from linli.gui.backups.settings_forms import PolicyForm
from linli.gui.cards.issued import IssuedCards
from linli.gui.cards.runs import RunsDialog
from linli.gui.case_papers.setup_form import PaperSetupForm
from linli.gui.doubles.merges_dialog import MergesDialog
from linli.gui.editor.templates_dialog import TemplatesDialog
from linli.gui.grid_form import GridForm
from linli.gui.grids.number_forms import NumberRuleForm
from linli.gui.history_dialog import HistoryDialog
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.masking_form import MaskingForm
from linli.gui.mediation.committee_form import CommitteeForm, PhrasesForm
from linli.gui.mediation.page import CaseDialog
from linli.gui.names.check_dialog import NameCheckDialog
from linli.gui.names.fonts_dialog import FontsDialog
from linli.gui.notices.issuers import IssuersForm
from linli.gui.paper.profiles import ProfilesDialog
from linli.gui.paper.sheets import SheetsDialog
from linli.gui.posts.settings_forms import LoadRuleForm, RolesForm, TemplateForm
from linli.gui.privacy.consent_forms import NoticeFactsForm
from linli.gui.privacy.retention_forms import RulesForm
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.missing import MissingDialog
from linli.gui.registers.trainings import TrainingsDialog
from linli.gui.reports.allowance import AmountForm
from linli.gui.reports.forms import RulesForm as ReportRulesForm
from linli.gui.rosters.tab import RostersTab
from linli.gui.settings_dialog import SettingsDialog
from linli.gui.staff.people import StaffDialog
from linli.gui.tab import Tab
from linli.gui.teams.team_form import SourcesForm
from linli.storage.journal_tables import JOURNALED, KINDS, OWNER
from linli.storage.readable_settings import SETTINGS as NAMED_SETTINGS


@pytest.fixture
def staff(desk, services, show):
    services.staff.add(StaffDraft(name="刘敏", post="网格员"))
    return show(StaffDialog(desk, None))


def fields(dialog):
    table = dialog.table
    return [table.item(row, 1).text() for row in range(table.rowCount())]


def test_a_button_leads_to_the_history_of_the_selected_line(staff, qtbot):
    staff.changes_button.click()
    history = opened(HistoryDialog)
    assert history.heading.text() == "刘敏的历史"
    assert "职务" in fields(history)
    history.reject()


def test_the_same_is_offered_by_a_right_click(staff):
    (action,) = [a for a in staff.table.actions() if a.text() == "历史"]
    action.trigger()
    opened(HistoryDialog).reject()


def test_without_a_line_there_is_no_history(desk, show):
    empty = show(TrainingsDialog(desk, None))
    assert not empty.changes_button.isEnabled()


def test_what_is_kept_as_a_setting_has_its_history_too(desk, show):
    sheets = show(SheetsDialog(desk, None))
    (button,) = [b for b in sheets.action_buttons if b.text() == "历史"]
    button.click()
    history = opened(HistoryDialog)
    assert history.heading.text() == "纸张的历史"
    history.reject()


def test_a_form_of_settings_offers_the_history_of_all_it_shows(desk, services, show):
    services.masking.save(Masks(mobile=(0, 4)), 120)
    form = show(MaskingForm(desk))
    (button,) = [b for b in form.buttons.buttons() if b.text() == "历史"]
    button.click()
    history = opened(HistoryDialog)
    assert "号码遮盖 手机号码" in fields(history)
    assert "复制的号码几秒后清除" in fields(history)
    history.reject()


def test_a_household_tells_of_its_home_too(desk, services, show, qtbot):
    cast = settle(services)
    household = services.households.get(cast.household)
    services.dwellings.set_rental(
        household.facts.dwelling_id, RentalDraft(landlord_name="赵六"), version=1
    )
    dialog = show(HouseholdDialog(desk, cast.household, None))
    dialog.history_button.click()
    history = opened(HistoryDialog)
    assert {"户编号", "房东姓名", "室"} <= set(fields(history))
    history.reject()


def test_a_line_of_the_gaps_leads_to_whoever_lacks_something(desk, services, show, qtbot):
    settle(services)
    dialog = show(MissingDialog(desk, None))
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0)
    dialog.select([0])
    dialog.changes_button.click()
    history = opened(HistoryDialog)
    assert "姓名" in fields(history)
    history.reject()


# ---- every kind of record -------------------------------------------------------------------

PLACES: dict[str, type] = {
    "setting": MaskingForm,  # and the form of each other setting, below
    "grid": GridForm,
    "dwelling": HouseholdDialog,
    "household": HouseholdDialog,
    "mediation_case": CaseDialog,
    "roster_month": RostersTab,
    "card_template": TemplatesDialog,
    "card": IssuedCards,
    "print_run": RunsDialog,
    "drawn_glyph": FontsDialog,
    "merge": MergesDialog,
}
"""Where the history of what is no register's line is one click away."""

SETTINGS: dict[str, type] = {
    "hall": SettingsDialog,
    "safety": SafetyRulesDialog,
    "masks": MaskingForm,
    "clipboard_seconds": MaskingForm,
    "retention_rules": RulesForm,
    "privacy_notice": NoticeFactsForm,
    "backup_policy": PolicyForm,
    "sheets": SheetsDialog,
    "printer_profiles": ProfilesDialog,
    "fonts.added": FontsDialog,
    "names.private_use": NameCheckDialog,
    "team_sources": SourcesForm,
    "report_rules": ReportRulesForm,
    "allowance_rules": AmountForm,
    "notices.issuers": IssuersForm,
    "grids.numbers": NumberRuleForm,
    "grids.own_roles": RolesForm,
    "grids.post_templates": TemplateForm,
    "grids.load_rule": LoadRuleForm,
    "mediation_hall": CommitteeForm,
    "mediation_phrases": PhrasesForm,
    "case_papers": PaperSetupForm,
}

NOWHERE = {
    "map_place": "where a building stands on the picture; 修改记录 tells who dragged it",
    "map_label": "a road or river on the picture; 修改记录 tells who drew it",
    "case_report_entry": "a figure of a period; 修改记录 tells who entered it",
    "case_report": "a copy never changes; its line says who froze it when",
    "not_same": "a mark that is there or is not: 修改记录 tells who made it",
    "retention_decision": "its line says who decided what and until when; RetentionDialog",
    "exchange_read": "bookkeeping of exchanges, which no clerk sees",
    "exchange_row": "bookkeeping of exchanges, which no clerk sees",
    "exchange_field": "bookkeeping of exchanges, which no clerk sees",
}
SETTINGS_NOWHERE = {
    "recovery_code_kept": "a tick; the trail tells who made it",
    "import.mapping.": "how a workbook's columns were read; the step of the import tells it",
    "returned": "who must be erased again after a restore; the trail tells it",
}


def below(cls: type) -> set[type]:
    """Return all subclasses in the program; its modules are imported first."""
    for module in pkgutil.walk_packages(linli.gui.__path__, "linli.gui."):
        importlib.import_module(module.name)
    return {one for sub in cls.__subclasses__() for one in ({sub} | below(sub))}


def offers(cls: type) -> bool:
    """Whether a dialog or form has the button."""
    return "add_history(" in getsource(cls) or "_on_history" in vars(cls)


def test_every_kind_of_record_has_its_history_one_click_away() -> None:
    registers = below(RegisterDialog)
    lines = {cls.history_table for cls in registers}
    lines |= {"resident"}  # the command of the residents' tab
    shown = {kind for cls in registers | below(Tab) for kind in getattr(cls, "kinds", ())}
    tables = {table for table in JOURNALED if KINDS.get(table, Kind.RESIDENTS) in shown}
    owners = {OWNER.get(table, (table, ""))[0] for table in tables}
    owners = {OWNER.get(table, (table, ""))[0] for table in owners}
    places = {table for table, cls in PLACES.items() if offers(cls)}
    assert owners - lines - places - NOWHERE.keys() == set()


def test_every_setting_has_its_history_one_click_away() -> None:
    lines = {"holidays", "festivals"}  # registers of their own
    offered = {key for key, cls in SETTINGS.items() if offers(cls)}
    assert NAMED_SETTINGS.keys() - offered - lines - SETTINGS_NOWHERE.keys() == set()


def test_every_register_of_records_offers_it() -> None:
    without = {
        cls.__name__
        for cls in below(RegisterDialog)
        if not cls.history_table and not cls.__subclasses__()
    }
    figures = {"SumsDialog", "StaffingDialog", "CaseReportDialog", "FrozenReportDialog"}
    figures |= {"RosterDayDialog"}  # the roster of a day, which is no record
    assert without <= figures  # which show figures, no records
