"""What the window remembers between starts: zoom, size, columns. Never personal data."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_MOST = 1_000_000


class WindowState:
    """Named values in an INI file beside the ledger; a file that cannot be written is no error."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int = 0) -> int:
        """Return a remembered whole number; one of a damaged file is the default."""
        try:
            number = int(self.text(key, str(default)))
        except ValueError:
            return default
        return number if abs(number) <= _MOST else default

    def names(self, key: str) -> list[str] | None:
        """Return a remembered list of names, None if there is none."""
        text = self.text(key)
        return text.split(" ") if text else None

    def bytes(self, key: str) -> QByteArray:
        """Return remembered bytes such as a window's geometry, empty if there are none."""
        return QByteArray.fromBase64(self.text(key).encode())

    def save(self, key: str, value: str | int | list[str] | QByteArray) -> None:
        """Remember a value under `key`."""
        if isinstance(value, QByteArray):
            text = bytes(value.toBase64().data()).decode()
        elif isinstance(value, list):
            text = " ".join(value)
        else:
            text = str(value)
        self._settings.setValue(key, text)
