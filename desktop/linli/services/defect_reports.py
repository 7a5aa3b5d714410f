"""Taking the reports of defects along (把问题报告带走): one file on a stick, looked at before.

Nothing is sent. What goes into the file is what `DefectReports.parts` shows: the reports, the
technical log with all numbers struck out, and on which machine it was.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from linli.defects import machine
from linli.paths import DataDir

_NUMBERS = re.compile(r"\d{6,}[\dXx]?")
_MOST_BYTES = 2_000_000


@dataclass(frozen=True, kw_only=True)
class ReportPart:
    """A file of the package, as it will be read by whoever looks into the trouble."""

    name: str
    text: str


class DefectReports:
    """The reports that lie beside a ledger."""

    def __init__(self, data_dir: DataDir) -> None:
        self._folder = data_dir.logs

    def parts(self) -> list[ReportPart]:
        """Return what would be taken along, the newest report first."""
        found = [ReportPart(name="machine.txt", text=f"{machine()}\n")]
        reports = [*self._folder.glob("defect-*.txt"), *self._folder.glob("crash-*.txt")]
        logs = sorted(self._folder.glob("linli.log*"))
        for path in [*sorted(reports, key=_written, reverse=True), *logs]:
            text = _read(path)
            if text:
                found.append(ReportPart(name=path.name, text=text))
        return found

    def save(self, path: Path) -> None:
        """Write the parts into one file.

        Raises:
            StorageProblem: the stick is full, gone or write-protected.
        """
        from linli.storage.files import replace_file

        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for part in self.parts():
                package.writestr(part.name, part.text)
        replace_file(path, packed.getvalue())


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> str:
    """Return the end of a file as text, without numbers that could be somebody's."""
    try:
        content = path.read_bytes()[-_MOST_BYTES:]
    except OSError:
        return ""
    text = content.decode("utf-8", errors="replace").replace(str(Path.home()), "~")
    return _NUMBERS.sub("□", text)
