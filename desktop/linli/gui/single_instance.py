"""One window per ledger: a second start brings the first window forward.

`QLocalServer` is a pipe or socket file of this machine; nothing here touches a network.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: TID251 - a pipe of this machine

from linli.errors import StorageProblem

_WAIT_MS = 2000


class SingleInstance(QObject):
    """Holds the ledger's window lock.

    Signals:
        asked_forward: the program was started again; show the window.
    """

    asked_forward = Signal()

    def __init__(
        self, lock: Path, parent: QObject | None = None, *, viewable: bool = False
    ) -> None:
        """Make the lock; `viewable` says that there is a ledger in the folder to be looked at."""
        super().__init__(parent)
        self._viewable = viewable
        self._path = lock
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        digest = hashlib.sha256(str(lock.resolve()).encode()).hexdigest()
        self._name = f"linli-{digest[:16]}"

    def claim(self) -> bool:
        """Take the lock; if another window has it, ask that one forward and return False.

        A folder that cannot be written, in which a ledger lies that can be looked at, has no lock:
        there the window that answers is the one that is open.

        Raises:
            StorageProblem: if the folder cannot be written, and there is nothing in it.
        """
        with suppress(OSError):  # the lock says whether that matters
            self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            taken = self._lock.error() == QLockFile.LockError.LockFailedError
            if self._call() or taken:
                return False
            if not self._viewable:
                raise self._unwritable()
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Give the lock back."""
        self._server.close()
        self._lock.unlock()

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answers = socket.waitForConnected(_WAIT_MS)
        if answers:
            socket.disconnectFromServer()
        return answers

    def _unwritable(self) -> StorageProblem:
        return StorageProblem(
            f"数据文件夹「{self._path.parent}」不能写入。",
            "请检查磁盘是否已满、文件夹是否只读，或换一个文件夹。",
        )

    def _on_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
        self.asked_forward.emit()
