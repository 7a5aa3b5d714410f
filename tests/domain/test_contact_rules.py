import pytest

from linli.domain.contact_rules import clean_lines, clean_text, phone_problems, same_phone


@pytest.mark.parametrize("text", [None, "", "  ", "无", "/", "—", "\u200b"])
def test_nothing_is_none(text):
    assert clean_text(text) is None


def test_lines_are_tidied_one_by_one():
    assert clean_lines(" 工作日  9:30 \n\n\u200b节假日有人\n") == "工作日 9:30\n节假日有人"
    assert clean_lines(" \n ") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("0994-4821110", "09944821110", True),
        ("139 0994 0001", "+86 13909940001", True),
        ("13909940001", "13909940002", False),
        ("前台", "前台", True),
        ("前台", "13909940001", False),
    ],
)
def test_a_number_is_the_same_however_written(one, other, same):
    assert same_phone(one, other) is same


@pytest.mark.parametrize(
    ("phone", "wrong"),
    [
        (None, []),
        ("110", []),
        ("0994-4821110、110", []),
        ("0994-4821110 转 2", []),
        ("1390994", ["「1390994」"]),
        ("139", ["「139」"]),
        ("110、13", ["「13」"]),
        ("打前台", ["「打前台」"]),
    ],
)
def test_each_number_of_a_field_is_checked(phone, wrong):
    problems = list(phone_problems("phone", phone))
    assert [problem.field for problem in problems] == ["phone"] * len(wrong)
    for problem, said in zip(problems, wrong, strict=True):
        assert said in problem.message
