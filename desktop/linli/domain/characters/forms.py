"""Components (部件) and the forms that one component takes: 金 is 钅 at the left of a character.

A clerk types 金, 钅 or 金字旁 and means the same. Simplified and traditional forms count as one
component too, because old household books are handwritten in both.
"""

import unicodedata
from functools import cache

_FORMS = (
    *("人亻", "刀刂", "川巛", "小⺌", "尢尣", "彐彑", "心忄⺗", "手扌龵", "攴攵", "日曰", "月肉⺼"),
    *(
        "歹歺",
        "水氵氺",
        "火灬",
        "爪爫",
        "牛牜",
        "犬犭",
        "玉王𤣩",
        "示礻",
        "竹𥫗",
        "糸糹纟",
        "网罒罓",
    ),
    *("羊⺶", "老耂", "艹艸", "衣衤", "西覀襾", "见見", "言讠訁", "贝貝", "足𧾷", "走赱", "车車"),
    *("辶辵", "阝邑阜", "金钅釒", "长長镸", "门門", "青靑", "韦韋", "页頁", "风風", "飞飛"),
    *("食饣飠", "马馬", "鱼魚", "鸟鳥", "卤鹵", "麦麥", "黄黃", "黑黒", "黾黽", "齐齊", "齿齒"),
    *("龙龍", "龟龜", "户戶戸"),
)
_FIRST = {ord(form): forms[0] for forms in _FORMS for form in forms}

SPOKEN = {
    "三点水": "水",
    "两点水": "冫",
    "草字头": "艹",
    "草头": "艹",
    "竹字头": "竹",
    "提手旁": "手",
    "单人旁": "人",
    "单立人": "人",
    "双人旁": "彳",
    "双立人": "彳",
    "竖心旁": "心",
    "绞丝旁": "糸",
    "斜玉旁": "玉",
    "走之旁": "辶",
    "走之底": "辶",
    "走之": "辶",
    "宝盖头": "宀",
    "宝盖": "宀",
    "秃宝盖": "冖",
    "左耳旁": "阝",
    "右耳旁": "阝",
    "双耳旁": "阝",
    "耳朵旁": "阝",
    "立刀旁": "刀",
    "反犬旁": "犬",
    "四点底": "火",
    "病字旁": "疒",
    "病字头": "疒",
    "反文旁": "攵",
    "折文旁": "夂",
    "国字框": "囗",
    "方框旁": "匚",
    "门字框": "门",
    "四字头": "网",
    "登字头": "癶",
    "虎字头": "虍",
    "春字头": "𡗗",
    "学字头": "𭕄",
    "党字头": "小",
    "建之旁": "廴",
    "包字头": "勹",
    "雨字头": "雨",
}
"""What a component is called when it has no name of its own; 木字旁 and the like need no line."""

_TYPED = str.maketrans("草", "艹")


def same_form(text: str) -> str:
    """Return components with each in the first of its forms: 钅宏 is 金宏."""
    return text.translate(_FIRST)


def has_forms(component: str) -> bool:
    """Whether a component has several forms; nobody takes such a one apart (金 into 人 and 王)."""
    return ord(component) in _FIRST


def typed_components(text: str) -> str:
    """Return typed components, each in the first of its forms; 草 is typed for 艹."""
    return same_form(text.translate(_TYPED))


@cache
def _radical_numbers() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the 214 radicals by their first form; 月 and 阝 stand for two each."""
    numbers: dict[str, tuple[int, ...]] = {}
    for number in range(1, 215):
        char = unicodedata.normalize("NFKC", chr(0x2F00 + number - 1))
        form = same_form(char)
        numbers[form] = (*numbers.get(form, ()), number)
    return numbers


def radical_numbers(component: str) -> tuple[int, ...]:
    """Return the numbers of the radicals (部首) that a component stands for; none if it is none."""
    return _radical_numbers().get(typed_components(component), ())
