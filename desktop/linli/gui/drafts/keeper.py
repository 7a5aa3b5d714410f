"""Keeping what is typed into a form while it is open.

Every form that derives from `FormDialog` is kept, unless what it was made with lives only in the
running program, or there is a password in it. Kept is what differs from how the form began, so
that it can be laid over the record as it is by then.
"""

import secrets
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from linli.errors import StorageProblem
from linli.gui.desk import Desk
from linli.gui.drafts import coding
from linli.gui.drafts.typed import shown_text, typed

if TYPE_CHECKING:
    from linli.gui.form_dialog import FormDialog

KEPT_AFTER_MS = 2500


class Place(Enum):
    """What stands for the parts of the running program among what a form was made with."""

    DESK = auto()
    PARENT = auto()


@dataclass(frozen=True, kw_only=True)
class Unsaved:
    """What stood in a form, read back.

    `lines` are what the clerk had changed, as label and text; `before` what stood there first.
    """

    form: str
    title: str
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    before: dict[str, Any]
    changed: dict[str, Any]
    lines: tuple[tuple[str, str], ...]


@dataclass(eq=False)
class _State:
    """Shared with the job thread: once closed, nothing is kept any more."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    closed: bool = False


class DraftKeeper(QObject):
    """Keeps the text of one form every few seconds, until the form is saved or left."""

    def __init__(self, dialog: "FormDialog", desk: Desk, draft_id: str = "") -> None:
        """Begin with the form as it is now; `draft_id` is that of a draft put back into it."""
        super().__init__(dialog)
        self._dialog = dialog
        self._desk = desk
        self._id = draft_id or secrets.token_hex(8)
        self._before = typed(dialog.form)
        self._last = ""
        self._state = _State()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self._keep)
        dialog.form.edited.connect(self.touch)

    def touch(self) -> None:
        """Keep what is typed soon; several calls within the time make one."""
        if not self._state.closed and not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep what is typed at once; where the ledger cannot be written, not at all."""
        content = self._content()
        if content is not None and not self._state.closed:
            with suppress(StorageProblem):
                self._desk.services.drafts.keep(self._id, content)

    def close(self) -> None:
        """Forget the draft: the form was saved, or is not wanted."""
        self._timer.stop()
        with self._state.lock:
            self._state.closed = True
        drafts, ids = self._desk.services.drafts, [self._id]
        if self._desk.jobs.busy:
            self._desk.jobs.run(
                lambda _progress: drafts.drop(ids),
                owner=self._dialog,
                done=lambda _nothing: None,
                failed=lambda _error: None,
                background=True,
            )
            return
        with suppress(StorageProblem):  # it is offered once more, no worse
            drafts.drop(ids)

    def _keep(self) -> None:
        content = self._content()
        if content is None or content == self._last:
            return
        drafts, draft_id, state = self._desk.services.drafts, self._id, self._state

        def work(_progress: object) -> str:
            with state.lock:
                if not state.closed:
                    drafts.keep(draft_id, content)
            return content

        self._desk.jobs.run(
            work,
            owner=self._dialog,
            done=self._on_kept,
            failed=lambda _error: None,  # saving the form will say so
            background=True,
        )

    def _on_kept(self, content: str) -> None:
        self._last = content

    def _content(self) -> str | None:
        """Return the form as text, None while there is nothing to keep."""
        now = typed(self._dialog.form)
        changed = {name: each for name, each in now.items() if each != self._before[name]}
        if not changed:
            return None
        form = self._dialog.form
        lines = ((form.label(name), shown_text(form.editor(name))) for name in changed)
        arguments, named = self._dialog.made_with
        try:
            return coding.write(
                Unsaved(
                    form=f"{type(self._dialog).__module__}:{type(self._dialog).__qualname__}",
                    title=self._dialog.windowTitle(),
                    arguments=tuple(map(_portable, arguments)),
                    named={name: _portable(each) for name, each in named.items()},
                    before={name: self._before[name] for name in changed},
                    changed=changed,
                    lines=tuple(lines),
                )
            )
        except coding.UnknownValueError:
            return None


def watch(dialog: "FormDialog") -> DraftKeeper | None:
    """Begin to keep what is typed into a form; None where that cannot be.

    A form that was opened from another one, for a part of it, is kept with that.
    """
    arguments, named = dialog.made_with
    given = (*arguments, *named.values())
    desk = next((each for each in given if isinstance(each, Desk)), None)
    outer = _form_around(dialog)
    if outer is not None:
        if isinstance(outer.keeper, DraftKeeper):
            dialog.form.edited.connect(outer.keeper.touch)
        return None
    hidden = any(
        line.echoMode() is not QLineEdit.EchoMode.Normal for line in dialog.findChildren(QLineEdit)
    )
    if desk is None or hidden or not dialog.kept:
        return None
    return DraftKeeper(dialog, desk)


def _form_around(dialog: "FormDialog") -> "FormDialog | None":
    widget = dialog.parentWidget()
    while widget is not None:
        if hasattr(widget, "keeper"):
            return cast("FormDialog", widget)
        widget = widget.parentWidget()
    return None


def _portable(given: Any) -> Any:
    if isinstance(given, Desk):
        return Place.DESK
    return Place.PARENT if isinstance(given, QWidget) else given
