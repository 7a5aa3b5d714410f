"""Relations to the head of a household (与户主关系, GB/T 4761), and their order in a register."""

HEAD_CODE = "02"
"""户主 in GB/T 4761."""

_OTHERS = 8
_RANKS = {"0": 0, "1": 1, "2": 2, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6, "8": 7, "9": 7}
_NOT_RELATED = "99"


def register_rank(relation_code: str | None) -> int:
    """Return a member's place in the household register.

    Head, spouse, children, grandchildren, parents, grandparents, brothers and sisters, other
    relatives, others (公通字[1995]91号); members of one rank stand by age.
    """
    if not relation_code or relation_code == _NOT_RELATED:
        return _OTHERS
    return _RANKS.get(relation_code[0], _OTHERS)
