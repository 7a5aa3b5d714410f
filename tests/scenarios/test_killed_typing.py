"""The power goes while somebody is typing: the next sign-in has the form again, as it was."""

import os
import subprocess
import sys
import time
from pathlib import Path

from support.ledgers import ACCOUNT, PASSWORD
from support.people import make_draft

import linli
from linli.gui.drafts.dialog import DraftsDialog
from linli.gui.main_window import MainWindow
from linli.gui.resident_form import ResidentForm
from linli.gui.unlock import UnlockPage
from linli.services.ledger import confirm_recovery_code

_TYPING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from support.ask import AskRecorder
from support.program import begin, main_window
from linli.gui.drafts import keeper
from linli.gui.resident_form import ResidentForm
from linli.paths import DataDir
from linli.services.ledger import unlock

folder, account, password, seconds = sys.argv[1:]
keeper.KEPT_AFTER_MS = int(float(seconds) * 1000)
app = QApplication([])
data_dir = DataDir(Path(folder))
program = begin(app, data_dir, AskRecorder())
program._open(unlock(data_dir, account, password))
window = main_window()
form = ResidentForm(window.desk, None, window)
form.open()
form.form.editor("name").setText("张桂兰")
form.form.editor("note").setPlainText("腿脚不便，女儿每周来")
form.form.editor("phones").rows[0].line.setText("1399")
print("typed", flush=True)
app.exec()
"""


def _is_kept(context) -> bool:
    with context.db.reading() as connection:
        sql = "SELECT count(*) FROM draft WHERE content LIKE '%1399%'"
        return bool(connection.exec_driver_sql(sql).scalar_one())


def test_what_was_typed_is_there_after_a_kill(context, services, start, clerk, data_dir):
    services.residents.add(make_draft("李强"))
    services.backups.make("手动备份")
    confirm_recovery_code(context)
    source, tests = Path(linli.__file__).parents[1], Path(__file__).parents[1]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, (source, tests))),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", _TYPING, str(data_dir.root), ACCOUNT, PASSWORD, "0.3"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"typed"
        patience = time.monotonic() + 30
        while not _is_kept(context) and time.monotonic() < patience:
            time.sleep(0.1)
        process.kill()
    assert _is_kept(context)
    context.db.close()

    start()
    clerk.sees(UnlockPage)
    clerk.press("Ctrl+A")
    clerk.write(PASSWORD)
    clerk.press("Return")
    offer = clerk.sees(DraftsDialog)
    clerk.reads("有 1 份没有保存的内容", offer)
    clerk.press("Alt+O")
    form = clerk.sees(ResidentForm).form
    assert form.value("name") == "张桂兰"
    assert form.value("note") == "腿脚不便，女儿每周来"
    assert form.editor("phones").rows[0].line.text() == "1399"
    form.editor("phones").rows[0].line.clear()
    clerk.press("Ctrl+S")
    window = clerk.sees(MainWindow)
    assert len(window.desk.services.residents.find_ids("张桂兰")) == 1
    assert window.desk.services.drafts.list_all() == []
