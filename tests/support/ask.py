"""A stand-in for the questions of the window, which answers from a list."""

from collections import deque
from pathlib import Path

import pytest

from linli.gui.ask import Ask, SaveChoice


class AskRecorder(Ask):
    """Gives the answers it was told to expect; any other question fails the test.

    `asked` holds what was asked as (method, text). A test that expects a notice says
    `ask.expect("warn")`; for a question it adds the answer: `ask.expect("confirm", True)`.
    """

    def __init__(self):
        super().__init__()
        self.asked = []
        self._answers = deque()

    def expect(self, method, answer=None):
        """Expect a call of `method` next and answer it."""
        self._answers.append((method, answer))

    def finish(self):
        """Fail if an expected question was not asked."""
        assert not self._answers, f"not asked: {list(self._answers)}; asked: {self.asked}"

    @property
    def waiting(self):
        """Whether an expected question is still to come."""
        return bool(self._answers)

    @property
    def last(self):
        """The text of the last question."""
        return self.asked[-1][1]

    def tell(self, parent, text, detail=""):
        self._take("tell", text)

    def warn(self, parent, text, detail=""):
        self._take("warn", text)

    def confirm(self, parent, text, *, accept, detail=""):
        return bool(self._take("confirm", text))

    def choose(self, parent, text, options, *, detail=""):
        return self._take("choose", text)

    def save_changes(self, parent):
        answer = self._take("save_changes", "")
        assert isinstance(answer, SaveChoice)
        return answer

    def text(self, parent, title, label, value=""):
        return self._take("text", label)

    def open_files(self, parent, title, kinds):
        return self._take("open_files", title) or []

    def open_file(self, parent, title, kinds):
        return self._path("open_file", title)

    def save_file(self, parent, title, suggested, kinds):
        return self._path("save_file", title)

    def _path(self, method, title):
        answer = self._take(method, title)
        return None if answer is None else Path(answer)

    def _take(self, method, text):
        self.asked.append((method, text))
        if not self._answers or self._answers[0][0] != method:
            pytest.fail(f"unexpected dialog: {method}({text!r})")
        return self._answers.popleft()[1]
