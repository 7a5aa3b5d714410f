import pytest

from linli.domain.grid_numbers import NumberRule, next_number, number_problem, renumbered

CODE = "652328100201"
RULE = NumberRule(on=True, prefix=CODE, suffix=3)
OFF = NumberRule()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (CODE + "001", None),
        ("1", "有 1 位；按编号规则应当是 15 位（社区代码 12 位加 3 位顺序号）"),
        (CODE + "01", "有 14 位"),
        (CODE + "A01", "不是数字的字符"),
        ("652328100202001", f"没有以社区代码「{CODE}」开头"),
        (CODE + "000", "顺序号是 0"),
    ],
)
def test_a_number_is_checked_against_the_rule_with_a_clear_sentence(number, said):
    problem = number_problem(number, RULE, CODE)
    assert problem is None if said is None else said in problem


@pytest.mark.parametrize("number", ["1", "01", "东片", CODE])
def test_any_number_will_do_without_a_rule(number):
    assert number_problem(number, OFF, "") is None


@pytest.mark.parametrize(
    ("taken", "rule", "following"),
    [
        ((), OFF, "1"),
        (("1", "2", "10"), OFF, "11"),
        (("01", "02"), OFF, "03"),
        (("东片", CODE), OFF, "1"),
        ((), RULE, CODE + "001"),
        ((CODE + "001", CODE + "007", "3"), RULE, CODE + "008"),
        ((CODE + "999",), RULE, ""),
    ],
)
def test_the_next_number_follows_the_highest(taken, rule, following):
    assert next_number(taken, rule, rule.prefix) == following


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [(OFF, ["1", "2"]), (RULE, [CODE + "001", CODE + "002"])],
)
def test_all_are_numbered_from_one_in_their_order(rule, numbers):
    assert list(renumbered(["3", "9"], rule, rule.prefix).values()) == numbers


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        (RULE, []),
        (OFF, []),
        (NumberRule(on=True), ["prefix"]),
        (NumberRule(prefix="6523"), ["prefix"]),
        (NumberRule(suffix=9), ["suffix"]),
    ],
)
def test_a_rule_that_cannot_be_is_told_beside_its_field(rule, fields):
    assert [problem.field for problem in rule.problems()] == fields
