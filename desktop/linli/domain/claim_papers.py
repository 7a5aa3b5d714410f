"""Claims and pledges on paper: the pledge to sign (承诺书), the list to hang up (公示)."""

from collections.abc import Sequence
from datetime import date

from linli.domain.claims import POST_KINDS, Claim, DutyPost, kept_words
from linli.domain.letters import Letter, body, fact, heading, sign
from linli.domain.register_texts import spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_COMMUNITY = "全社区"


def pledge_letter(claim: Claim, post: DutyPost, *, community: str, printed: str) -> Letter:
    """Return the pledge of one person, to be signed; without a text there are lines to write on."""
    facts = claim.facts
    lines = [
        fact("承诺人", facts.name),
        fact("认领岗位", f"{claim.post}（{POST_KINDS[claim.kind]}）"),
        fact("网格", claim.grid or _COMMUNITY),
        fact("认领日期", spoken(facts.since)),
    ]
    if post.facts.duties:
        lines += [heading("岗位职责"), *map(body, post.facts.duties.splitlines())]
    lines.append(heading("我承诺"))
    text = facts.pledge or post.facts.pledge
    lines += map(body, text.splitlines()) if text else [sign("一"), sign("二"), sign("三")]
    lines.append(body("以上承诺，请居民监督。"))
    lines += [sign("承诺人（签字）"), sign("日期")]
    return Letter(title="承诺书", subtitle=community, lines=tuple(lines), printed=printed)


def posted_register(claims: Sequence[Claim], *, title: str, on: date) -> Register:
    """Return who claimed what, for the wall: one page for each grid; masked by whoever posts it."""
    columns = (
        RegisterColumn(title="序号", width=14, align=Align.CENTER),
        RegisterColumn(title="姓名", width=26, holds=Holds.NAME),
        RegisterColumn(title="认领岗位", width=40, share=1),
        RegisterColumn(title="承诺", width=70, share=3),
        RegisterColumn(title="践诺", width=38),
    )
    grids = dict.fromkeys(claim.grid for claim in claims)
    groups = tuple(
        RegisterGroup(
            heading=grid or _COMMUNITY,
            rows=tuple(
                (
                    str(number),
                    claim.facts.name,
                    claim.post,
                    (claim.facts.pledge or "").replace("\n", "；"),
                    kept_words(claim.facts),
                )
                for number, claim in enumerate((c for c in claims if c.grid == grid), 1)
            ),
        )
        for grid in grids
    )
    return Register(
        title=title,
        subtitle=spoken(on),
        columns=columns,
        groups=groups,
        page_per_group=True,
        foot_note=f"合计：{len(claims)} 人次",
    )


def claim_register(claims: Sequence[Claim], *, title: str) -> Register:
    """Return who claimed what; phones in full, to be masked by whoever lets it leave."""
    columns = (
        RegisterColumn(title="网格", width=26, share=1),
        RegisterColumn(title="岗位", width=34, share=2),
        RegisterColumn(title="类别", width=28),
        RegisterColumn(title="姓名", width=24, holds=Holds.NAME),
        RegisterColumn(title="电话", width=30, holds=Holds.PHONE),
        RegisterColumn(title="认领", width=26, align=Align.CENTER),
        RegisterColumn(title="承诺日期", width=26, align=Align.CENTER),
        RegisterColumn(title="践诺", width=38, share=1),
    )
    rows = tuple(
        (
            claim.grid or _COMMUNITY,
            claim.post,
            POST_KINDS[claim.kind],
            claim.facts.name,
            claim.phone,
            claim.facts.since.isoformat(),
            claim.facts.pledged_on.isoformat() if claim.facts.pledged_on else "",
            kept_words(claim.facts),
        )
        for claim in claims
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(claims)} 人次",
    )
