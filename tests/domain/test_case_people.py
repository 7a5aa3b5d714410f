import pytest

from linli.domain.case_people import next_side, proposed_title
from linli.domain.cases import Party, Side


def party(name, side):
    return Party(side=side, name=name)


@pytest.mark.parametrize(
    ("taken", "side"),
    [
        ((), Side.APPLICANT),
        ((Side.APPLICANT,), Side.RESPONDENT),
        ((Side.RESPONDENT,), Side.APPLICANT),
        ((Side.APPLICANT, Side.RESPONDENT), Side.OTHER),
    ],
)
def test_the_next_party_stands_where_nobody_stands_yet(taken, side):
    assert next_side([party("某某", each) for each in taken]) is side


def test_a_title_names_both_sides_and_the_kind():
    one, other = party("张三", Side.APPLICANT), party("李四", Side.RESPONDENT)
    third = party("王五", Side.OTHER)
    assert proposed_title([one, other, third], "邻里") == "张三与李四邻里纠纷"
    assert proposed_title([one, third], "邻里") == ""


def test_many_parties_of_a_side_are_counted():
    three = [party(name, Side.APPLICANT) for name in ("张三", "李四", "王五")]
    company = party("西河物业", Side.RESPONDENT)
    assert proposed_title([*three[:2], company], "物业") == "张三、李四与西河物业物业纠纷"
    assert proposed_title([*three, company], "") == "张三等3方与西河物业纠纷"
