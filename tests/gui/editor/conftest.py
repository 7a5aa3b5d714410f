"""An editor on a template of the clerk's own, shown and drawn."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from support.editor import settled
from support.templates import CODE, LABEL, NAME, OFFICERS, make_template

from linli.gui.editor.editor import TemplateEditor


@pytest.fixture
def window(qtbot):
    """The window below."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def kept(services):
    """Keep a template of these elements in the ledger and return it."""

    def keep(*front, back=(), **more):
        made = make_template(*(front or (NAME, LABEL, CODE)), back=back, **more)
        kind = made.kind
        kind_id, _ = services.templates.new(
            kind.source, kind.sizes[0], kind.title, two_sided=kind.two_sided
        )
        draft = services.templates.draft(kind_id)
        template = replace(draft, sides=made.sides, kind=replace(kind, id=kind_id))
        services.templates.save(template, draft)
        return services.templates.draft(kind_id)

    return keep


@pytest.fixture
def open_editor(desk, window, kept, qtbot):
    """Open an editor on a template of these elements."""
    opened = []

    def start(*front, **more):
        editor = TemplateEditor(desk, kept(*front, **more), window)
        opened.append(editor)
        editor.open()
        qtbot.waitExposed(editor)
        settled(editor, qtbot)
        return editor

    yield start
    for editor in opened:
        if shiboken6.isValid(editor):
            shiboken6.delete(editor)


@pytest.fixture
def editor(open_editor):
    """An editor of a card with name, telephone, code, and a list on its back."""
    return open_editor(NAME, LABEL, CODE, back=[OFFICERS])
