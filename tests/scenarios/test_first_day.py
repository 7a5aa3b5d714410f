"""The first day with the program, from the first start to a card in the hand, without a mouse."""

import io

import pypdfium2
import zxingcpp
from support.cards import page_texts
from support.ledgers import ACCOUNT, COMMUNITY, PASSWORD

from linli.domain.residents import ResidentFilter
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.first_start import FoundPage
from linli.gui.importing.done_page import DonePage
from linli.gui.importing.mapping_page import MappingPage
from linli.gui.importing.outcome_page import OutcomePage
from linli.gui.main_window import MainWindow
from linli.gui.recovery_code import RecoveryPage
from linli.gui.resident_form import ResidentForm


def test_from_the_first_start_to_a_card_in_the_hand(start, clerk, ask, dirty_ledger, tmp_path):
    start()
    found_ledger(clerk, ask, tmp_path / "恢复码.pdf")
    window = clerk.sees(MainWindow)

    import_ledger(clerk, ask, dirty_ledger, tmp_path / "退回表.xlsx")
    residents = window.desk.services.residents
    people = {row.name for row in residents.rows(residents.list_ids(ResidentFilter()))}
    assert people == {"张桂兰", "李建国", "买买提·艾力", "张䶮"}

    chosen = find(window, clerk, "mmtal")
    change_former_name(clerk, "买买提江")
    assert residents.get(chosen).facts.former_name == "买买提江"
    clerk.press("Ctrl+Z")
    clerk.waits_for(lambda: residents.get(chosen).facts.former_name is None)
    clerk.waits_for(window.commands.redo.isEnabled)
    clerk.press("Ctrl+Y")
    clerk.waits_for(lambda: residents.get(chosen).facts.former_name == "买买提江")

    sheet = tmp_path / "联系卡.pdf"
    save_card(clerk, ask, sheet)
    (card,) = window.desk.services.cards.issued_to(chosen)
    front = page_texts(sheet.read_bytes())[0]
    assert "买买提·艾力" in front
    assert card.number in front
    assert codes_on(sheet) == [card.number]

    clerk.press("Ctrl+Q")
    clerk.sees_no(MainWindow)


def found_ledger(clerk, ask, recovery_pdf):
    clerk.sees(FoundPage)
    clerk.fill(COMMUNITY, ACCOUNT, PASSWORD, PASSWORD)
    clerk.press("Return")
    page = clerk.sees(RecoveryPage)
    ask.expect("save_file", recovery_pdf)
    ask.expect("tell")
    clerk.press("Tab", "Return")
    clerk.tab_to(page.tick)
    clerk.press("Space", "Tab")
    clerk.waits_for(lambda: len(ask.asked) == 2)
    assert page.code.text() in "".join(page_texts(recovery_pdf.read_bytes()))
    clerk.press("Return")


def import_ledger(clerk, ask, ledger, report):
    ask.expect("open_file", ledger)
    clerk.press("Ctrl+I")
    clerk.sees(MappingPage)
    clerk.press("Alt+N")
    clerk.sees(OutcomePage)
    clerk.press("Alt+I")
    done = clerk.sees(DonePage)
    clerk.reads("读到 6 行：新增 4，并入已有 1，退回重填 1。", done)
    ask.expect("save_file", report)
    ask.expect("tell")
    clerk.press("Alt+R")
    clerk.waits_for(lambda: ask.last.startswith("退回表已保存"))
    assert report.stat().st_size > 0
    clerk.press("Alt+F")
    clerk.sees(MainWindow)


def find(window, clerk, letters):
    tab = window.current_tab
    clerk.press("Ctrl+F")
    clerk.write(letters)
    clerk.reads("共 1 人", tab)
    clerk.press("Down")
    (chosen,) = tab.table.selected_ids()
    return chosen


def change_former_name(clerk, text):
    clerk.press("F2")
    form = clerk.sees(ResidentForm).form
    clerk.tab_to(form.editor("former_name"))
    clerk.write(text)
    clerk.press("Alt+S")
    clerk.sees(MainWindow)


def save_card(clerk, ask, sheet):
    clerk.press("Ctrl+P")
    dialog = clerk.sees(CardDialog)
    clerk.waits_for(dialog.ui.save_button.isEnabled)
    ask.expect("save_file", sheet)
    clerk.press("Alt+S")
    clerk.reads("已保存", dialog)
    clerk.press("Escape")
    clerk.sees(MainWindow)


def codes_on(path):
    with pypdfium2.PdfDocument(io.BytesIO(path.read_bytes())) as document:
        picture = document[0].render(scale=4).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]
