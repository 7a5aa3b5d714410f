import pytest

from linli.domain.jump import JumpEntry, JumpKind, find_entries, findable


def entry(kind, key, title, detail=""):
    return findable(JumpEntry(kind=kind, key=key, title=title, detail=detail))


ALL = [
    entry(JumpKind.COMMAND, 0, "打印批次", "Ctrl+R"),
    entry(JumpKind.STAFF, 1, "单明", "综合受理 · 3号窗口"),
    entry(JumpKind.GRID, 2, "第一网格", "1 马强"),
    entry(JumpKind.ORGANISATION, 3, "幸福里小学", "事业单位 · 幸福路1号"),
    entry(JumpKind.BUILDING, 4, "幸福里小区3号楼"),
    entry(JumpKind.BUILDING, 5, "新幸福里小区3号楼"),
    entry(JumpKind.ORGANISATION, 6, "幸福里"),
]


def found(text, limit=10):
    return [one.title for one in find_entries(ALL, text, limit)]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("幸福里", ["幸福里", "幸福里小区3号楼", "幸福里小学", "新幸福里小区3号楼"]),
        ("xfl", ["幸福里小区3号楼", "幸福里小学", "幸福里"]),
        ("shan", ["单明"]),  # as a surname, not dan
        ("窗口", ["单明"]),
        ("马强", ["第一网格"]),
        ("幸福 楼", ["幸福里小区3号楼", "新幸福里小区3号楼"]),
        ("楼 幸福", ["幸福里小区3号楼", "新幸福里小区3号楼"]),
        ("ctrl+r", ["打印批次"]),
        ("dypc", ["打印批次"]),
        ("没有这个", []),
        ("", []),
    ],
)
def test_entries_are_found_best_first(typed, titles):
    assert found(typed) == titles


def test_no_more_are_given_than_wanted():
    assert found("幸福里", limit=2) == ["幸福里", "幸福里小区3号楼"]
