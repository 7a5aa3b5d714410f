"""Which tags are sensitive, and that a form without them keeps them."""

import pytest

from linli.domain.codes import suggestions
from linli.domain.sensitive import (
    is_sensitive,
    sensitive_suggestions,
    with_unseen,
    without_sensitive,
)


@pytest.mark.parametrize(
    "tag",
    [
        *("刑满释放人员", "刑满释放", "刑释解教人员", "社区矫正对象", "吸毒人员", "社区戒毒"),
        *("精神障碍患者", "重性精神病", "信访", "缠访 上访户", "信 访人员", "重点人员", "重点人口"),
        *("HIV感染者", "艾滋病", "信教群众"),
    ],
)
def test_tags_of_people_under_special_care_are_sensitive(tag):
    assert is_sensitive(tag)


def test_what_is_offered_is_either_sensitive_or_for_everybody():
    assert not any(map(is_sensitive, suggestions("care_tags")))
    assert all(map(is_sensitive, sensitive_suggestions()))


@pytest.mark.parametrize(
    "tag", ["独居老人", "残疾人", "重病患者", "精神文明标兵", "信用户", "志愿者", ""]
)
def test_ordinary_tags_are_for_everybody(tag):
    assert not is_sensitive(tag)


def test_tags_without_the_sensitive_ones_stay_in_order():
    assert without_sensitive(["低保户", "信访", "独居老人"]) == ("低保户", "独居老人")


@pytest.mark.parametrize(
    ("before", "typed", "saved"),
    [
        (("低保户", "信访", "独居老人"), ("低保户", "独居老人"), ("低保户", "信访", "独居老人")),
        (("信访", "吸毒人员"), (), ("信访", "吸毒人员")),
        (("低保户", "信访"), (), ("信访",)),
        (("信访", "低保户"), ("残疾人", "低保户"), ("信访", "残疾人", "低保户")),
        ((), ("低保户",), ("低保户",)),
    ],
)
def test_a_form_that_did_not_show_them_leaves_sensitive_tags_where_they_stood(before, typed, saved):
    assert with_unseen(before, typed) == saved
