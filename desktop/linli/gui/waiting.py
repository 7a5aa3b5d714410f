"""Waiting for the answer to a question in a way that outlives a locked window.

`QDialog.exec` ends, as if the question had been cancelled, when its dialog is hidden; the lock
hides all of them.
"""

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog


def wait_for(dialog: QDialog) -> bool:
    """Show a dialog over all windows, wait for its end, and say whether it was accepted."""
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.show()
    loop.exec()
    return dialog.result() == QDialog.DialogCode.Accepted
