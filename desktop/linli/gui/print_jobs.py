"""How far a job of the print queue is (打印进度), and why it stands still, in a clerk's words.

`lpstat` tells neither whether a finished job was printed or called off, nor the same in every
version; so the queue's own library is asked, the one that `lp` stands on. A call may take some
seconds where the queue is on another machine: it belongs on a thread beside the window.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, ClassVar

from linli.gui.i18n import mark, tr
from linli.gui.print_queue import PrintJob

_CONNECT_MS = 3_000
_ANSWER_SECONDS = 5.0
_ANY_FAMILY = 0  # AF_UNSPEC
_EVERYBODYS = 0
_ALL_JOBS = -1
_PRINTER_STOPPED = "5"  # RFC 8011 5.4.11


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    PRINTING = "printing"
    STOPPED = "stopped"  # somebody has to do something first
    DONE = "done"
    CANCELLED = "cancelled"  # called off, or given up by the queue
    UNKNOWN = "unknown"

    @property
    def is_final(self) -> bool:
        """Whether it will not change any more."""
        return self in {JobState.DONE, JobState.CANCELLED}


@dataclass(frozen=True, kw_only=True)
class JobStatus:
    """How far a job is, and what the printer says about it in Chinese ("" for nothing)."""

    state: JobState
    reason: str = ""


class _Ipp(IntEnum):
    """The states of a job, RFC 8011 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


# Keywords of RFC 8011 5.4.12 and PWG 5100.9 without their severity; those that name no trouble of
# the clerk's (`none`, `cups-insecure-filter` and the like) are not here.
_REASONS = {
    "media-empty": mark("没有纸了，请加纸"),
    "media-needed": mark("没有纸了，请加纸"),
    "media-jam": mark("卡纸了，请取出卡住的纸"),
    "media-low": mark("纸快用完了"),
    "input-tray-missing": mark("纸盒没有放好"),
    "output-area-full": mark("出纸盒满了，请取走"),
    "output-tray-missing": mark("出纸盒没有放好"),
    "cover-open": mark("盖子没有关好"),
    "door-open": mark("盖子没有关好"),
    "interlock-open": mark("盖子没有关好"),
    "toner-empty": mark("墨粉用完了，请换墨粉盒"),
    "toner-low": mark("墨粉快用完了"),
    "marker-supply-empty": mark("墨用完了，请更换"),
    "marker-supply-low": mark("墨快用完了"),
    "marker-waste-full": mark("废粉盒满了，请更换"),
    "opc-life-over": mark("硒鼓该换了"),
    "offline": mark("打印机没有开机或没有连上"),
    "shutdown": mark("打印机没有开机或没有连上"),
    "timed-out": mark("打印机没有回应"),
    "connecting-to-device": mark("正在连接打印机"),
    "paused": mark("打印机被暂停了，请在打印设置里恢复"),
    "cups-missing-filter": mark("电脑上的打印机驱动不完整"),
    "spool-area-full": mark("电脑的磁盘满了"),
}
_ALWAYS_STOP = {"offline", "shutdown", "paused"}
_NEVER_STOP = {"media-low", "toner-low", "marker-supply-low", "connecting-to-device"}


def job_state(job: PrintJob) -> JobStatus:
    """Ask the queue how far a job is."""
    library = _library()
    if library is None:
        return JobStatus(state=JobState.UNKNOWN)
    queue = job.printer.partition("/")[0].encode()
    with _connection(library) as connection:
        if not connection:
            return _unknown(tr("电脑的打印服务没有回应"))
        printer = _printer(library, connection, queue)
        if printer is None:
            return _unknown(tr("找不到这台打印机"))
        state = _state(library, connection, queue, job.id)
    return _status(state, printer)


def _status(state: int | None, printer: dict[str, str]) -> JobStatus:
    """Put the job's state and the printer's together.

    Args:
        state: of RFC 8011; None where the queue has forgotten the job.
        printer: the printer's attributes.
    """
    if state == _Ipp.COMPLETED:
        return JobStatus(state=JobState.DONE)
    if state == _Ipp.CANCELED:
        return JobStatus(state=JobState.CANCELLED)
    if state == _Ipp.ABORTED:
        return JobStatus(state=JobState.CANCELLED, reason=tr("打印队列没能处理这份文件"))
    if state is None:
        return _unknown(tr("打印队列里已经没有这份文件"))
    troubles = [_trouble(word) for word in printer.get("printer-state-reasons", "").split(",")]
    reason = "；".join(dict.fromkeys(text for text, _ in troubles if text))
    stands = printer.get("printer-state") == _PRINTER_STOPPED or any(stops for _, stops in troubles)
    if state in {_Ipp.HELD, _Ipp.STOPPED} or stands:
        return JobStatus(state=JobState.STOPPED, reason=reason or tr("打印被暂停了"))
    waiting = state == _Ipp.PENDING
    return JobStatus(state=JobState.WAITING if waiting else JobState.PRINTING, reason=reason)


def _trouble(keyword: str) -> tuple[str, bool]:
    """Return what a reason of the printer means, and whether it stops the paper.

    A reason without a severity is an error (RFC 8011 5.4.12); a warning may well be of another
    tray than the one in use.
    """
    bare = keyword.strip()
    is_error = not bare.endswith(("-warning", "-report"))
    for severity in ("-error", "-warning", "-report"):
        bare = bare.removesuffix(severity)
    meaning = _REASONS.get(bare)
    if meaning is None:
        return "", False
    return tr(meaning), bare in _ALWAYS_STOP or (is_error and bare not in _NEVER_STOP)


def _unknown(reason: str) -> JobStatus:
    return JobStatus(state=JobState.UNKNOWN, reason=reason)


class _Job(ctypes.Structure):
    """`cups_job_t` of cups/cups.h."""

    _fields_: ClassVar = [
        ("id", ctypes.c_int),
        *((name, ctypes.c_char_p) for name in ("dest", "title", "user", "format")),
        *((name, ctypes.c_int) for name in ("state", "size", "priority")),
        *((name, ctypes.c_long) for name in ("completed", "created", "processing")),
    ]


class _Option(ctypes.Structure):
    """`cups_option_t`."""

    _fields_: ClassVar = [("name", ctypes.c_char_p), ("value", ctypes.c_char_p)]


class _Destination(ctypes.Structure):
    """`cups_dest_t`."""

    _fields_: ClassVar = [
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("count", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    ]


@cache
def _library() -> ctypes.CDLL | None:
    """Return libcups with its signatures, None where there is none."""
    try:
        library = ctypes.CDLL("libcups.so.2")
    except OSError:
        return None
    number, text, handle = ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p
    jobs = ctypes.POINTER(_Job)
    for name, result, arguments in (
        ("cupsServer", text, ()),
        ("httpConnect2", handle, (text, number, handle, number, number, number, number, handle)),
        ("httpSetTimeout", None, (handle, ctypes.c_double, handle, handle)),
        ("httpClose", None, (handle,)),
        ("cupsGetJobs2", number, (handle, ctypes.POINTER(jobs), text, number, number)),
        ("cupsFreeJobs", None, (number, jobs)),
        ("cupsGetNamedDest", ctypes.POINTER(_Destination), (handle, text, text)),
        ("cupsFreeDests", None, (number, ctypes.POINTER(_Destination))),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextmanager
def _connection(library: ctypes.CDLL) -> Iterator[int | None]:
    """Connect to the queue's server; None if it does not answer."""
    connection = library.httpConnect2(
        library.cupsServer(),
        library.ippPort(),
        None,
        _ANY_FAMILY,
        library.cupsEncryption(),
        1,
        _CONNECT_MS,
        None,
    )
    try:
        if connection:
            library.httpSetTimeout(connection, _ANSWER_SECONDS, None, None)
        yield connection
    finally:
        if connection:
            library.httpClose(connection)


def _printer(library: ctypes.CDLL, connection: int, queue: bytes) -> dict[str, str] | None:
    """Return what the queue says about a printer, None if it does not know it."""
    found = library.cupsGetNamedDest(connection, queue, None)
    if not found:
        return None
    try:
        options = (found[0].options[i] for i in range(found[0].count))
        return {option.name.decode(): (option.value or b"").decode() for option in options}
    finally:
        library.cupsFreeDests(1, found)


def _state(library: ctypes.CDLL, connection: int, queue: bytes, number: int) -> int | None:
    """Return a job's state after RFC 8011, None if the queue does not know it."""
    jobs: Any = ctypes.POINTER(_Job)()
    count = library.cupsGetJobs2(connection, ctypes.byref(jobs), queue, _EVERYBODYS, _ALL_JOBS)
    try:
        states = {jobs[i].id: int(jobs[i].state) for i in range(count)}
    finally:
        library.cupsFreeJobs(max(count, 0), jobs)
    return states.get(number)
