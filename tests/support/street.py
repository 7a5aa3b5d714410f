"""A street's ledger of fictitious people, as large as wanted, the same at every run."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import xlsxwriter
from support.people import make_id

HEADS = (
    "户号",
    "网格",
    "楼栋",
    "单元",
    "房号",
    "姓名",
    "与户主关系",
    "身份证号码",
    "出生日期",
    "民族",
    "文化程度",
    "联系电话",
    "特长",
    "备注",
)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡单解仇"
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅建国春华志红文辉斌峰丹萍鹏飞鑫波"
    "宇浩凯俊帆帅婷雪慧琴云莲凤洁琳素珍贞莉虹荣爱媛瑞凡佳嘉勤珠环晶妍茜秋珊莎锦黛青倩"
)
_ROLES = ("户主", "配偶", "长子", "次女")


def street_rows(first: int = 0) -> Iterator[tuple[str, ...]]:
    """Yield people without end, from the `first`; each person's row is the same at every run.

    They live by one to four in households of their own, whose number and place stand in every row.
    """
    chance = random.Random(69)
    household = person = 0
    while True:
        household += 1
        building = household // 96 + 1
        place = (
            f"{building}号楼",
            f"{household % 4 + 1}单元",
            f"{household // 16 % 6 + 1}0{household // 4 % 4 + 1}",
        )
        for role in _ROLES[: chance.choice((1, 2, 3, 4))]:
            person += 1
            # The running number is in day and sequence, so that nobody has another's number.
            born = date(1940, 1, 1) + timedelta(days=person // 900 + chance.randrange(60) * 400)
            row = (
                f"{household:06d}",
                f"第{building % 40 + 1}网格",
                *place,
                chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=2)),
                role,
                make_id(birth=born, sequence=person % 900 + 1),
                f"{born:%Y%m%d}",
                "汉族",
                "初中",
                f"1{chance.randrange(30, 99)}{chance.randrange(10**8):08d}",
                chance.choice(("", "电工", "理发")),
                chance.choice(("", "低保户", "养狗")),
            )
            if person > first:
                yield row


def save_street(path: Path, count: int, first: int = 0) -> Path:
    """Write `count` people as .xlsx or, by the name's ending, as text in GB 18030."""
    rows = [HEADS, *islice(street_rows(first), count)]
    if path.suffix == ".csv":
        path.write_bytes("\r\n".join(map(",".join, rows)).encode("gb18030"))
        return path
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet("居民")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                page.write_string(number, column, text)
    return path
