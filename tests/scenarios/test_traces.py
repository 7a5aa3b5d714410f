"""A day's work leaves no trace of people outside the encrypted ledger.

Distinctive people go through all that writes; then every byte of every file that the program wrote,
and every file name, is searched for them in the encodings of Chinese systems.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.ledgers import PASSWORD
from support.people import make_document, make_draft, make_id, make_phone
from support.program import page_of
from support.sheets import save_xlsx

from linli.defects import save_report
from linli.domain.elders import ElderFilter
from linli.domain.entitlements import EntitlementDraft
from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.residents import FloatingStay, ResidentFilter
from linli.domain.values.addresses import Address
from linli.gui.main_window import MainWindow
from linli.gui.registers.entitlements import EntitlementsDialog
from linli.gui.resident_form import ResidentForm
from linli.gui.unlock import UnlockPage

NAME, FORMER, LANDLORD, IMPORTED = "龘龘靐", "犇羴鱻", "淼焱垚", "骉飝驫"
PHONE, OTHER_PHONE = "13579246801", "13124680975"
NUMBER = make_id(sequence=357)
IMPORTED_NUMBER = make_id(sequence=359)
TAG, NOTE = "刑满释放人员", "曾在灞桥纺织厂"
ESTATE = "霓虹嘉苑"
SECRETS = (
    *(NAME, FORMER, LANDLORD, IMPORTED, PHONE, OTHER_PHONE, NUMBER, IMPORTED_NUMBER),
    *(TAG, NOTE, ESTATE, PASSWORD),
)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
LONG = 30_000


@pytest.fixture
def temp(tmp_path, monkeypatch):
    """A folder for temporary files of this test alone."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def traces(*roots: Path) -> list[str]:
    """Return which secret stands in which file, or in whose name."""
    found = []
    needles = [(secret, secret.encode(code)) for secret in SECRETS for code in ENCODINGS]
    escaped = [(secret, secret.encode("unicode_escape")) for secret in SECRETS]
    for root in roots:
        for path in root.rglob("*"):
            name = str(path.relative_to(root))
            found += [f"name of {path.name}" for secret in SECRETS if secret in name]
            if not path.is_file():
                continue
            content = path.read_bytes()
            found += [
                f"{secret} in {name}" for secret, needle in needles + escaped if needle in content
            ]
    return found


def day_of_work(services, folder: Path) -> int:
    """Enter, change, list, print, export, merge, import, reveal and back up."""
    home, _ = services.dwellings.find_or_add(
        Address(estate=ESTATE, building="3号楼", unit="1单元", room="101")
    )
    stay = FloatingStay(landlord_name=LANDLORD, landlord_phone=OTHER_PHONE)
    draft = make_draft(
        NAME,
        documents=(make_document(NUMBER),),
        phones=(make_phone(PHONE),),
        dwelling_id=home,
        former_name=FORMER,
        care_tags=(TAG,),
        note=NOTE,
        floating=stay,
    )
    person, _ = services.residents.add(draft)
    seen = services.residents.get(person)
    services.residents.update(person, replace(seen.facts, occupation="电工"), version=seen.version)
    services.residents.reveal(person, "核对资料")
    services.entitlements.add(EntitlementDraft(resident_id=person, kind_code="01", amount=52000))
    for text in (NAME, PHONE, NUMBER, TAG, ESTATE):
        assert services.residents.find_ids(text) == [person]
    services.filters.save("独居", ResidentFilter(text=NAME))
    services.exports.residents(
        folder / "名册.xlsx", ResidentFilter(), masked=False, reason="上报材料"
    )
    register = services.elders.register(ElderFilter(age_from=60), "老年人名册", revealed=True)
    services.registers.pdf(register, across=True, reason="上报材料")
    services.registers.workbook(register, folder / "老人.xlsx", reason="上报材料")
    batch = services.cards.prepare([person], "resident")
    setup = PaperSetup(sheet=single_sheet(batch.kind.sizes[0]))
    printed = services.cards.issue(batch, setup).printed
    services.outputs.save_pdf(printed.content, folder / "卡.pdf", batch.kind.title)
    heads = ["姓名", "身份证号", "电话"]
    book = save_xlsx(folder / "台账.xlsx", {"一": [heads, [IMPORTED, IMPORTED_NUMBER, PHONE]]})
    source = services.imports.open(book)
    services.imports.run(source, services.imports.plan(source))
    services.history.undo()
    services.history.redo()
    return person


def test_a_day_of_work_leaves_no_trace_outside_the_ledger(
    context, start, data_dir, clerk, temp, tmp_path, qtbot, log_guard
):
    context.db.close()
    wanted = tmp_path / "asked for"
    wanted.mkdir()
    program = start()
    clerk.sees(UnlockPage)
    clerk.press("Ctrl+A")
    clerk.write("xihe-2025")
    clerk.press("Return")
    clerk.reads("密码不对", page_of(UnlockPage))
    clerk.press("Ctrl+A")
    clerk.write(PASSWORD)
    clerk.press("Return")
    window = clerk.sees(MainWindow)
    services = window.desk.services
    person = day_of_work(services, wanted)
    assert traces(data_dir.root, temp) == [], "while the ledger is open, its log beside it"

    window.current_tab.find_box.setText(NAME)
    qtbot.waitUntil(lambda: window.current_tab.table.selected_count() <= 1, timeout=LONG)
    form = ResidentForm(window.desk, services.residents.get(person), window)
    form.open()
    form.form.editor("note").setPlainText(NOTE * 2)
    register = EntitlementsDialog(window.desk, window, person)
    register.open()
    titles = " ".join(each.windowTitle() for each in QApplication.topLevelWidgets())
    assert not [secret for secret in SECRETS if secret in titles]
    save_report(ValueError(f"{NAME} {NUMBER} {PHONE}"), data_dir.logs)
    register.reject()
    form.form.modified = False
    form.reject()
    services.backups.make("试验")
    program.close()
    assert traces(data_dir.root, temp) == []
    said = " ".join(record.getMessage() for record in log_guard.get_records("call"))
    assert not [secret for secret in SECRETS if secret in said]


def test_a_search_for_traces_finds_them(tmp_path):
    for number, code in enumerate(ENCODINGS):
        (tmp_path / f"{number}.bin").write_bytes(b"\0\0" + NAME.encode(code))
    (tmp_path / f"{PHONE}.txt").touch()
    assert len(traces(tmp_path)) == len(ENCODINGS) + 1


def test_properties_of_papers_and_workbooks_name_nobody(services, tmp_path):
    day_of_work(services, tmp_path)
    for name in ("名册.xlsx", "老人.xlsx"):
        properties = _parts(tmp_path / name, "docProps/")
        assert not [secret for secret in SECRETS if secret in properties]
    import pypdfium2

    with pypdfium2.PdfDocument(tmp_path / "卡.pdf") as document:
        said = " ".join(document.get_metadata_dict().values())
    assert not [secret for secret in SECRETS if secret in said]


def _parts(path: Path, folder: str) -> str:
    from zipfile import ZipFile

    with ZipFile(path) as book:
        return " ".join(
            book.read(name).decode() for name in book.namelist() if name.startswith(folder)
        )
