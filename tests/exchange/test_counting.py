"""The law of every import, tried on sheets nobody would type: nothing is lost, nothing invented."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from support.people import make_id
from support.sheets import book, read

from linli.domain.joining import join
from linli.domain.matching import Known

HEADS = (
    "序号", "户号", "楼栋", "房号", "姓名", "关系", "性别", "身份证号", "出生日期", "电话", "备注"
)  # fmt: skip

numbers = st.one_of(
    st.builds(
        make_id, sequence=st.integers(1, 40), birth=st.dates(date(1930, 1, 1), date(2020, 1, 1))
    ),
    st.sampled_from(
        ["", "/", "无", "6.52328E+17", "65232819380214123", "652328193813141235", "abc"]
    ),
    st.floats(1e17, 9e17),
    st.text(max_size=20),
)
names = st.one_of(
    st.sampled_from(
        ["张三", "李 四", "沙吾列·托列根", "", "王五（已故）", "合计", "曹?", "张三12"]
    ),
    st.text(max_size=6),
)
cells = st.one_of(
    st.text(max_size=8),
    st.integers(0, 99),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.booleans(),
    st.just(""),
)
rows = st.tuples(
    st.one_of(st.integers(1, 500), st.just("")),
    st.sampled_from(["01", "02", "", 3.0]),
    st.sampled_from(["2号楼", "", "幸福巷12号"]),
    st.sampled_from(["301", "", "x"]),
    names,
    st.sampled_from(["户主", "妻", "", "未知关系"]),
    st.sampled_from(["男", "女", "1", "?", ""]),
    numbers,
    cells,
    cells,
    cells,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, max_size=12), st.lists(st.tuples(st.integers(1, 11), st.integers(1, 4))))
def test_every_row_is_added_joined_or_set_aside(people, spans):
    merged = [(top, 1, top + more, 1) for top, more in spans]
    batch = read(
        book([("西河社区居民台账",), HEADS, *people, ("合计", "", "", "", "")], merged=merged)
    )

    joined = join(batch, Known(), {})

    assert batch.rows == joined.added + joined.joined + len(joined.problems)
    assert len({(p.at.sheet, p.at.number) for p in joined.problems}) == len(joined.problems)
    assert joined.added == len(joined.people)
    sure = [row for row in people if str(row[4]) in ("张三", "沙吾列·托列根")]
    assert batch.rows >= len(sure)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, max_size=10))
def test_a_file_that_repeats_itself_joins_itself(people):
    once = read(book([HEADS, *people]))
    twice = read(book([HEADS, *people, *people]))
    documented = [p for p in join(once, Known(), {}).people if p.facts.documents]

    again = [p for p in join(twice, Known(), {}).people if p.facts.documents]

    assert {p.facts.documents[0] for p in again} == {p.facts.documents[0] for p in documented}
