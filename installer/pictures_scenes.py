"""What stands on each picture of the help: ways through the window to what is to be seen."""

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_MANY = 24
_PRINTED = 10


def first_start(studio: Any) -> Any:
    """Show the founding of a ledger."""
    from linli.gui.first_start import FoundPage
    from linli.gui.welcome import WelcomeWindow
    from linli.paths import DataDir

    desk = studio.desk
    nowhere = DataDir(desk.services.context.data_dir.root / "nowhere")
    window = WelcomeWindow(desk.theme)
    page = FoundPage(nowhere, desk.theme, desk.jobs)
    page.form.load(community="西河社区", account="王芳")
    window.set_page(page)
    window.show()
    return window


def find(studio: Any) -> Any:
    """Show people of a surname, one of them selected."""
    studio.residents("wang 3号楼")
    return studio.window


def filter_builder(studio: Any) -> Any:
    """Show the builder of filters with two conditions."""
    from linli.domain.residents import ResidentFilter

    filters = studio.residents().filters
    filters.show_filter(ResidentFilter(age_from=80, alone=True))
    return studio.dialog(filters.open_builder)


def new_resident(studio: Any) -> Any:
    """Show the form of a new resident."""
    dialog = studio.dialog(studio.residents().commands.new.trigger)
    dialog.form.editor("name").set_value("赵国庆")
    return dialog


def household(studio: Any) -> Any:
    """Show a household."""
    return studio.dialog(studio.residents("子 3号楼 1单元").commands.household.trigger)


def compare(studio: Any) -> Any:
    """Show two records of one person side by side."""
    found = studio.menu("register", "重复人员")
    studio.wait(lambda: found.table.rowCount() > 0)
    found.table.selectRow(0)
    return studio.dialog(lambda: found.table.activated.emit(found.table.currentIndex()))


def import_columns(studio: Any) -> Any:
    """Show the first step of an import."""
    from linli.gui.importing.dialog import ImportDialog

    service = studio.desk.services.imports
    source = service.open(ROOT / "resources/sample/居民台账示例.xlsx")
    plan = service.plan(source)
    return studio.dialog(ImportDialog(studio.desk, source, plan, studio.window).open)


def import_outcome(studio: Any) -> Any:
    """Show the second step of an import."""
    dialog = import_columns(studio)
    dialog.next_button.click()
    studio.wait(dialog.outcome.isVisible)
    return dialog


def card(studio: Any) -> Any:
    """Show the card of one person."""
    from linli.gui.cards.dialog import open_card_dialog

    chosen = studio.residents("户主 3号楼").table.selected_ids()
    return studio.dialog(lambda: open_card_dialog(studio.desk, chosen, studio.window))


def many_cards(studio: Any) -> Any:
    """Show the cards of a grid, ten on a sheet."""
    from linli.gui.cards.dialog import open_card_dialog

    return studio.dialog(lambda: open_card_dialog(studio.desk, _people(studio), studio.window))


def run(studio: Any) -> Any:
    """Show a run of which half is printed."""
    from linli.domain.card_choices import CardOrder, CardUnit
    from linli.domain.paper import PaperSetup
    from linli.gui.cards.run_dialog import open_run

    services = studio.desk.services
    kind = services.cards.kinds()[0]
    ids = _people(studio)
    drawn = services.cards.prepare(ids, kind.id, CardUnit.HOUSEHOLD, order=CardOrder.WALK)
    unprintable = drawn.unprintable
    if unprintable:
        drawn = services.cards.prepare(
            ids, kind.id, CardUnit.HOUSEHOLD, left_out=unprintable, order=CardOrder.WALK
        )
    size = kind.sizes[0]
    setup = PaperSetup(sheet=services.paper.sheets_for(size)[0])
    number, _ = services.runs.start(drawn, setup, size)
    services.runs.print_portion(services.runs.portion(number, most=_PRINTED))
    return studio.dialog(lambda: open_run(studio.desk, number, studio.window))


def calibration(studio: Any) -> Any:
    """Show how the folded sheet is read."""
    from linli.domain.paper import PrinterProfile
    from linli.gui.paper.calibration import CalibrationDialog

    profile = PrinterProfile(name="大厅打印机 手送纸盒")
    studio.desk.services.paper.save_profile(profile)
    dialog = studio.dialog(CalibrationDialog(studio.desk, profile, studio.window).open)
    dialog.next_button.click()
    return dialog


def template(studio: Any) -> Any:
    """Show the list of templates with the card."""
    return studio.menu("card", "卡片模板")


def names(studio: Any) -> Any:
    """Show names that cannot be printed."""
    from linli.domain.residents import ResidentDraft

    studio.desk.services.residents.add(ResidentDraft(name="刘\ue863"))
    return studio.menu("card", "检查姓名")


def grids(studio: Any) -> Any:
    """Show the tree of grids."""
    studio.tab(1)
    return studio.window


def community_map(studio: Any) -> Any:
    """Show the map."""
    return studio.menu("grid", "社区图")


def notices(studio: Any) -> Any:
    """Show the notices."""
    return studio.menu("grid", "通知")


def elders(studio: Any) -> Any:
    """Show the register of old people."""
    return studio.menu("register", "老年人")


def board(studio: Any) -> Any:
    """Show the cases by stages."""
    tab = studio.tab(2)
    if not tab.shows_board:
        tab.board_button.click()
    return studio.window


def case_report(studio: Any) -> Any:
    """Show the figures of mediation."""
    return studio.menu("mediation", "统计报表")


def roster(studio: Any) -> Any:
    """Show the month."""
    studio.tab(3)
    return studio.window


def stations(studio: Any) -> Any:
    """Show what the stations lack."""
    return studio.menu("duty", "援助站")


def backups(studio: Any) -> Any:
    """Show the backups."""
    from linli.domain.backups import MANUAL

    studio.desk.services.backups.make_by_hand(MANUAL)
    return studio.menu("safety", "备份与恢复")


def journal(studio: Any) -> Any:
    """Show the steps of the journal."""
    return studio.dialog(studio.window.commands.history.trigger)


def settings(studio: Any) -> Any:
    """Show the settings."""
    return studio.dialog(studio.window.commands.settings.trigger)


def _people(studio: Any) -> list[int]:
    from linli.domain.residents import ResidentFilter

    residents = studio.desk.services.residents
    return list(residents.list_ids(ResidentFilter(text="户主 3号楼")))[:_MANY]
