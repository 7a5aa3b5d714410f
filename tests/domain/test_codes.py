import pytest

from linli.domain.codes import code_table, suggestions

TABLES = [
    "document_kind",
    "education",
    "ethnicity",
    "floating_reason",
    "housing",
    "marriage",
    "occupation_status",
    "permit",
    "politics",
    "relation",
    "sex",
]


@pytest.mark.parametrize("name", TABLES)
def test_every_name_and_every_code_is_understood(name):
    table = code_table(name)
    assert table.source
    for code, label in table.names.items():
        assert table.code_of(label) == code
        assert table.code_of(code) == code
        assert table.label(code) == label


@pytest.mark.parametrize("name", TABLES)
def test_no_alias_is_the_name_of_another_code(name):
    table = code_table(name)
    names = {label: code for code, label in table.names.items()}
    assert len(names) == len(table.names)
    assert all(names.get(alias, code) == code for alias, code in table.aliases.items())


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("ethnicity", "汉", "01"),
        ("ethnicity", "汉族", "01"),
        ("ethnicity", " 汉 族 ", "01"),
        ("ethnicity", "ha", "01"),
        ("ethnicity", "1", "01"),
        ("ethnicity", "维族", "05"),
        ("ethnicity", "维吾尔", "05"),
        ("ethnicity", "哈萨克族", "17"),
        ("ethnicity", "哈族", "17"),
        ("ethnicity", "乌孜别克族", "43"),
        ("ethnicity", "乌兹别克族", "43"),
        ("education", "本科", "20"),
        ("education", "大专", "30"),
        ("education", "研究生", "10"),
        ("education", "文盲或半文盲", "91"),
        ("education", "文盲/半文盲", "91"),
        ("education", "高中", "60"),
        ("education", "中专", "41"),
        ("politics", "党员", "01"),
        ("politics", "中共党员", "01"),
        ("politics", "团员", "03"),
        ("politics", "民盟盟员", "05"),
        ("politics", "少先队员", "93"),
        ("relation", "户主", "02"),
        ("relation", "老伴", "10"),
        ("relation", "妻子", "12"),
        ("relation", "儿子", "20"),
        ("relation", "大儿子", "22"),
        ("relation", "长女", "32"),
        ("relation", "小儿子", "29"),
        ("relation", "儿媳妇", "38"),
        ("relation", "孙子", "41"),
        ("relation", "岳母", "56"),
        ("relation", "租客", "99"),
        ("marriage", "离异", "40"),
        ("sex", "男", "1"),
        ("sex", "女性", "2"),
        ("sex", "F", "2"),
        ("floating_reason", "打工", "01"),
        ("housing", "租房", "02"),
        ("permit", "居住证", "01"),
    ],
)
def test_what_people_type_is_understood(name, typed, code):
    assert code_table(name).code_of(typed) == code


@pytest.mark.parametrize("typed", ["", " ", "火星族", "57", "媳妇"])
def test_what_is_not_in_the_table_is_not_guessed(typed):
    assert code_table("ethnicity").code_of(typed) is None


def test_all_56_ethnic_groups_are_there():
    names = code_table("ethnicity").names
    assert [f"{number:02d}" for number in range(1, 57)] == list(names)[:56]
    assert all(names[f"{number:02d}"].endswith("族") for number in range(1, 57))


def test_labels_of_no_code_and_of_an_unknown_one():
    table = code_table("ethnicity")
    assert table.label(None) == ""
    assert table.label("77") == "77"


def test_there_is_no_table_of_religions():
    with pytest.raises(FileNotFoundError):
        code_table("religion")


@pytest.mark.parametrize(("name", "word"), [("skills", "理发"), ("care_tags", "独居老人")])
def test_suggestions_are_distinct_words(name, word):
    words = suggestions(name)
    assert word in words
    assert len(set(words)) == len(words)
