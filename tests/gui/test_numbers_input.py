import pytest

from linli.domain.settings import DEFAULT_NUMBERS, CommonNumber
from linli.gui.numbers_input import NumbersInput


@pytest.fixture
def numbers(qtbot):
    numbers = NumbersInput()
    qtbot.addWidget(numbers)
    numbers.set_value(DEFAULT_NUMBERS)
    numbers.show()
    return numbers


def test_numbers_come_back_as_they_were_given(numbers):
    assert numbers.value() == DEFAULT_NUMBERS


def test_line_can_be_added(numbers, qtbot):
    with qtbot.waitSignal(numbers.edited):
        numbers.add_button.click()
    assert numbers.value() == DEFAULT_NUMBERS
    numbers.lines[-1].name.setText("物业")
    numbers.lines[-1].number.setText("8888")
    assert numbers.value()[-1] == CommonNumber(name="物业", number="8888")


def test_line_can_be_taken_away(numbers, qtbot):
    with qtbot.waitSignal(numbers.edited):
        numbers.lines[0].removed.emit()
    assert numbers.value() == DEFAULT_NUMBERS[1:]


def test_half_a_line_is_named(numbers):
    assert numbers.problem() is None
    numbers.lines[1].number.clear()
    assert DEFAULT_NUMBERS[1].name in numbers.problem()


def test_typing_tells(numbers, qtbot):
    with qtbot.waitSignal(numbers.edited):
        numbers.lines[0].name.setText("匪警")
