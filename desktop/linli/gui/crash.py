"""What happens when the program itself is wrong: a report on this machine, a sentence, no more."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from linli.defects import crash_before, save_report, watch_for_the_end
from linli.gui.ask import Ask
from linli.gui.i18n import tr

logger = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes every exception that nobody handled; each distinct one is reported and told once."""

    _reported = Signal(str)

    def __init__(self, folder: Path, ask: Ask, parent: QObject | None = None) -> None:
        """Make the handler; `folder` is where reports are kept."""
        super().__init__(parent)
        self._folder = folder
        self._ask = ask
        self._told: set[str] = set()
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the handler of the process, for the window's thread and all others."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self._report(args.exc_value)

    def watch(self) -> None:
        """Have a crash outside Python leave its trace, and tell of one that ended the last run."""
        before = crash_before(self._folder)
        watch_for_the_end(self._folder)
        if before is not None:
            logger.error("crash, report: %s", before.name)
            QTimer.singleShot(0, self, self._tell_of_crash)

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Report an exception; the program goes on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._report(error)

    def _report(self, error: BaseException | None) -> None:
        if error is None:
            return
        path = save_report(error, self._folder)
        logger.error("defect: %s, report: %s", type(error).__qualname__, path and path.name)
        self._reported.emit("" if path is None else str(path))

    def _tell_of_crash(self) -> None:
        self._ask.warn(
            None,
            tr(
                "程序上次意外中断了；已经保存的数据不受影响，没保存的内容登录后会问您要不要接着填。"
            ),
            tr("如果常常这样，请登录后点“安全”里的“问题报告”，存到U盘交给维护人员。"),
        )

    def _tell(self, path: str) -> None:
        if path in self._told:
            return
        self._told.add(path)
        saved = tr(
            "故障报告已保存在：{path}\n报告里没有居民信息，不会发送到任何地方；"
            "可以在“安全”里的“问题报告”中查看。"
        )
        self._ask.warn(
            None,
            tr("程序出了故障，刚才的操作可能没有完成；已经保存的数据不受影响。请再试一次。"),
            saved.format(path=path) if path else "",
        )
