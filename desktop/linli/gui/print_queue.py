"""The machine's print queue (打印队列, CUPS): a PDF goes in as it is; trays; calling a job off.

The queue is spoken to through its own programs `lp`, `lpoptions` and `cancel`, never through a
shell. Every call has a time limit, and none touches a widget: they may run on any thread.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QByteArray, QProcess, QProcessEnvironment, QSizeF, QStandardPaths

from linli.errors import UserError
from linli.gui.i18n import mark, tr
from linli.gui.pdf_view import POINTS_PER_INCH, PdfPages

_HAND_OVER_MS = 60_000
_ASK_MS = 5_000
_MM_PER_POINT = 25.4 / POINTS_PER_INCH
_ROUND_MM = 1.0  # a page that differs less from an ISO size is meant to be that size

# ISO sheets upright, mm, under the names of PWG 5101.1 that print queues share.
_SHEETS = {
    (148, 210): "iso_a5_148x210mm",
    (210, 297): "iso_a4_210x297mm",
    (297, 420): "iso_a3_297x420mm",
}

# The clerk's own defaults (`lpoptions`) must neither scale nor gather pages, and no banner page
# may take a sheet of labels out of the tray.
_AS_IT_IS = {
    "document-format": "application/pdf",
    "print-scaling": "none",
    "fit-to-page": "false",
    "number-up": "1",
    "job-sheets": "none",
}

# Keywords under which drivers offer both sides, and what means one side.
_DUPLEX = ("Duplex", "sides", "KMDuplex", "EFDuplex", "ARDuplex", "JCLDuplex")
_NO_DUPLEX = {"None", "one-sided", "False", "Off", "Single", "Simplex"}

# What `lp` says in the C locale, in a clerk's words.
_REFUSALS = (
    ("does not exist", mark("电脑上找不到这台打印机，或打印服务没有运行")),
    ("not accepting", mark("打印队列已停止接收")),
    ("connect", mark("电脑的打印服务没有运行")),
    ("file descriptor", mark("电脑的打印服务没有运行")),
    ("no such file", mark("电脑的打印服务没有运行")),
    ("not allowed", mark("没有使用这台打印机的权限")),
)


class Sides(StrEnum):
    """Whether the printer turns the sheet; the values are the print queue's own words."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, kw_only=True)
class PrintJob:
    """A file in the print queue (打印任务): its number there, and the printer's name."""

    id: int
    printer: str


class UncertainPrintError(UserError):
    """Nobody knows whether the printer got the file: whoever prints again must look first."""


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What a program of the queue said; `finished` is False if it hung or was killed."""

    finished: bool
    succeeded: bool
    output: str
    complaint: str


@dataclass(frozen=True, kw_only=True)
class PrinterAbilities:
    """What a printer says it can do; one that says nothing is taken to be able to."""

    trays: tuple[str, ...] = ()
    """Paper trays (纸盒) in the driver's words."""
    turns: bool | None = None
    """Whether it prints both sides by itself (自动双面); None if it does not say."""
    papers: tuple[str, ...] = ()
    """Names of its papers in the driver's words, such as `A4` or `A3.Borderless`."""

    def lacks(self, paper: str) -> bool:
        """Whether it names its papers, and an ISO size such as "A3" is not among them."""
        pattern = re.compile(rf"(ISO)?{paper}(?!\d)", re.IGNORECASE)
        return bool(paper and self.papers) and not any(map(pattern.match, self.papers))


def has_queue() -> bool:
    """Whether this machine has a print queue that takes PDF."""
    return bool(QStandardPaths.findExecutable("lp"))


def hand_over(
    content: bytes, *, printer: str, title: str, sides: Sides, copies: int, tray: str | None
) -> PrintJob | None:
    """Put a PDF into the queue, to be printed at its actual size on paper of its first page's size.

    Args:
        content: the PDF's bytes.
        printer: the queue's name.
        title: what the queue shows; it must not name a person.
        sides: whether the printer turns the sheet.
        copies: how often the whole document is printed.
        tray: one of the printer's trays; None leaves it to the printer.

    Returns:
        The job, None where the queue does not tell its number.

    Raises:
        UncertainPrintError: `lp` hung or was killed, so the queue may have the file or not.
        UserError: the queue refuses the file; nothing is printed.
    """
    options = {**_AS_IT_IS, "media": _media(content), "sides": sides.value}
    if tray is not None:
        options["InputSlot"] = tray
    arguments = ["-d", printer, "-n", str(copies), "-t", title]
    for name, value in options.items():
        arguments += ["-o", f"{name}={_quoted(value)}"]
    answer = _run("lp", arguments, content, _HAND_OVER_MS)
    if not answer.finished:
        raise UncertainPrintError(
            tr(
                "打印队列没有回应，不能确定打印机“{printer}”收到了没有。"
                "请先到打印机旁看看出纸没有，再决定是否重打。"
            ).format(printer=printer)
        )
    if not answer.succeeded:
        raise UserError(
            tr(
                "打印机“{printer}”没有接受这份文件（{reason}）。"
                "请检查打印机是否开机、连好，或先保存为 PDF。"
            ).format(printer=printer, reason=_refusal(answer.complaint))
        )
    told = re.search(r"-(\d+) \(", answer.output)
    return PrintJob(id=int(told[1]), printer=printer) if told else None


def list_abilities(printer: str) -> PrinterAbilities:
    """Return what the driver says that a printer can do; nothing if it does not say in time."""
    answer = _run("lpoptions", ["-p", printer, "-l"], b"", _ASK_MS)
    # A line is `Keyword/Words of the driver: *Usual Other …`.
    lines = re.findall(r"^([^/:\s]+)(?:/.*)?: (.*)$", answer.output, re.MULTILINE)
    options = {
        keyword: tuple(choice.removeprefix("*") for choice in choices.split())
        for keyword, choices in lines
    }
    duplex = next((options[name] for name in _DUPLEX if name in options), None)
    return PrinterAbilities(
        trays=options.get("InputSlot", ()),
        turns=any(each not in _NO_DUPLEX for each in duplex) if duplex else None,
        papers=options.get("PageSize", ()),
    )


def cancel(job: PrintJob) -> None:
    """Take a job out of the queue; pages that lie in the printer may still come.

    Raises:
        UserError: it is printed already, or the queue does not answer.
    """
    answer = _run("cancel", [str(job.id)], b"", _ASK_MS)
    if answer.succeeded:
        return
    if "already" in answer.complaint or "does not exist" in answer.complaint:
        raise UserError(tr("这份文件已经打完或已经取消，不能再取消。"))
    raise UserError(
        tr("打印队列没有取消这份文件。请在打印机“{printer}”上按“取消”。").format(
            printer=job.printer
        )
    )


def _run(program: str, arguments: list[str], given: bytes, limit_ms: int) -> _Answer:
    """Run a program of the queue in the C locale, whose words we know, and end it in time."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("LC_ALL", "C.UTF-8")
    environment.remove("LANGUAGE")
    process = QProcess()
    process.setProcessEnvironment(environment)
    process.start(program, arguments)
    if not process.waitForStarted(limit_ms):
        return _Answer(finished=True, succeeded=False, output="", complaint=process.errorString())
    process.write(QByteArray(given))
    process.closeWriteChannel()
    finished = process.waitForFinished(limit_ms)
    if not finished:
        process.kill()
        process.waitForFinished()
    finished = finished and process.exitStatus() == QProcess.ExitStatus.NormalExit
    return _Answer(
        finished=finished,
        succeeded=finished and process.exitCode() == 0,
        output=bytes(process.readAllStandardOutput().data()).decode(errors="replace"),
        complaint=bytes(process.readAllStandardError().data()).decode(errors="replace").strip(),
    )


def _quoted(value: str) -> str:
    """Return an option's value as `lp` reads it: in quotes where it holds more than a word."""
    if re.fullmatch(r"[\w.,+-]+", value, re.ASCII):
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def paper_name(page: QSizeF) -> str:
    """Return the ISO paper that a page of a size in points wants, such as "A4"; "" for another."""
    media = _iso(page * _MM_PER_POINT) or ""
    return media.removeprefix("iso_").partition("_")[0].upper()


def _iso(size: QSizeF) -> str | None:
    """Return the name of the ISO paper of a size in mm, None if it is not one."""
    short, long = sorted((size.width(), size.height()))
    for (width, height), name in _SHEETS.items():
        if abs(short - width) < _ROUND_MM and abs(long - height) < _ROUND_MM:
            return name
    return None


def _media(content: bytes) -> str:
    """Return the name (PWG 5101.1) of the paper that the first page wants."""
    pages = PdfPages(content)
    try:
        size = pages.size(0) * _MM_PER_POINT
    finally:
        pages.close()
    iso = _iso(size)
    if iso is not None:
        return iso
    measures = f"{round(size.width(), 1):g}x{round(size.height(), 1):g}mm"
    return f"custom_{measures}_{measures}"


def _refusal(complaint: str) -> str:
    lower = complaint.lower()
    for words, meaning in _REFUSALS:
        if words in lower:
            return tr(meaning)
    return complaint or tr("没有说明原因")
