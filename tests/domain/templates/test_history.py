from support.templates import NAME, make_template

from linli.domain.templates import edit
from linli.domain.templates.edit import Level
from linli.domain.templates.history import MOST_STEPS, EditHistory

START = make_template(NAME)


def states(count):
    return [edit.moved(START, Level(), [0], n + 1, 0) for n in range(count)]


def test_undo_and_redo_go_through_all_states():
    one, two = states(2)
    history = EditHistory.of(START).done(one).done(two)
    assert history.undone().present == one
    assert history.undone().undone().present == START
    assert history.undone().undone().undone().present == START
    assert history.undone().undone().redone().redone().present == two
    assert history.redone() == history


def test_new_step_ends_what_could_be_redone():
    one, two, three = states(3)
    history = EditHistory.of(START).done(one).done(two).undone().done(three)
    assert history.redone().present == three
    assert history.undone().present == one


def test_steps_of_one_kind_are_taken_back_together():
    one, two, three = states(3)
    history = EditHistory.of(START).done(one, "arrow").done(two, "arrow").done(three, "arrow")
    assert history.undone().present == START
    assert history.undone().redone().present == three


def test_steps_of_one_kind_are_parted_by_another_and_by_closing():
    one, two, three = states(3)
    history = EditHistory.of(START).done(one, "arrow").closed().done(two, "arrow")
    assert history.undone().present == one
    assert history.done(three, "text").undone().present == two


def test_step_that_changes_nothing_is_none():
    history = EditHistory.of(START)
    assert history.done(START) == history


def test_saved_state_is_known_again_after_undo():
    one, _ = states(2)
    history = EditHistory.of(START).done(one)
    assert history.modified
    assert not history.undone().modified
    saved = history.kept()
    assert not saved.modified
    assert saved.undone().modified


def test_history_does_not_grow_for_ever():
    history = EditHistory.of(START)
    for state in states(MOST_STEPS + 20):
        history = history.done(state)
    assert len(history.past) == MOST_STEPS
