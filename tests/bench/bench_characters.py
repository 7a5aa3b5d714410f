"""The table of characters: how long loading it and each kind of question takes.

Run on demand: `python -m pytest tests/bench/bench_characters.py -s`. Times are of the processor;
the first use of the program pays for loading, the first of each component for its closure.
"""

from statistics import median
from time import process_time

import pytest

from linli.domain.characters import find_characters
from linli.domain.characters.table import character_table

LOADING = 0.150
QUERY = 0.020
QUESTIONS = (
    "金 宏",
    "左边王右边宏",
    "三个牛",
    "口",
    "人 口",
    "钅部7画",
    "12画",
    "hong2",
    "U+2CB4E",
    "宏",
)
_ROUNDS = 9


def test_first_question_pays_for_loading():
    character_table.cache_clear()
    begun = process_time()
    assert find_characters("金 宏")
    seconds = process_time() - begun
    print(f"\nloading and the first question: {seconds * 1000:.0f} ms")
    assert seconds < LOADING + QUERY


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_are_answered_at_once(question):
    find_characters("一")  # loaded
    times = []
    for _ in range(_ROUNDS):
        begun = process_time()
        assert find_characters(question)
        times.append(process_time() - begun)
    print(f"\n{question}: first {times[0] * 1000:.1f} ms, then {median(times) * 1000:.1f} ms")
    assert median(times) < QUERY
