"""People on posts as lists to print: everybody, what is vacant or doubled."""

from collections.abc import Sequence

from linli.domain.post_checks import Doubled, Vacancy
from linli.domain.posts import Post, from_to, standing_words
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup


def post_register(posts: Sequence[Post], *, title: str) -> Register:
    """Return who is on a post; phones in full, to be masked by whoever lets it leave."""
    columns = (
        RegisterColumn(title="序号", width=12, align=Align.CENTER),
        RegisterColumn(title="网格", width=26, share=1),
        RegisterColumn(title="岗位", width=40, share=2),
        RegisterColumn(title="姓名", width=26, holds=Holds.NAME),
        RegisterColumn(title="电话", width=32, holds=Holds.PHONE),
        RegisterColumn(title="任职时间", width=50, holds=Holds.INTERNAL),
        RegisterColumn(title="身份", width=24, holds=Holds.INTERNAL),
        RegisterColumn(title="备注", width=24, share=1, holds=Holds.PRIVATE),
    )
    rows = tuple(
        (
            str(number),
            post.grid,
            post.title,
            post.facts.name,
            post.facts.phone or "",
            from_to(post.facts),
            standing_words(post.facts),
            (post.facts.note or "").replace("\n", "；"),
        )
        for number, post in enumerate(posts, 1)
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(posts)} 人次",
    )


def staffing_register(
    missing: Sequence[Vacancy], twice: Sequence[Doubled], *, title: str
) -> Register:
    """Return what is vacant by the template, and what is doubled."""
    columns = (
        RegisterColumn(title="网格或人员", width=40, share=1, holds=Holds.NAME),
        RegisterColumn(title="岗位", width=50, share=2),
        RegisterColumn(title="情况", width=50, share=2),
    )
    vacant = tuple((each.grid, f"{each.place}{each.role}", each.words) for each in missing)
    people = tuple((each.who, each.what, "一人多岗") for each in twice if each.one_person)
    seats = tuple((each.who, each.what, "一岗多人") for each in twice if not each.one_person)
    groups = (("空缺", vacant), ("一人多岗", people), ("一岗多人", seats))
    return Register(
        title=title,
        columns=columns,
        groups=tuple(
            RegisterGroup(rows=rows, heading=f"{heading}（{len(rows)}）")
            for heading, rows in groups
            if rows
        ),
    )
