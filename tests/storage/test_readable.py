"""Every journaled column has its words, so that each record's history can be read."""

import json
from dataclasses import asdict

import pytest
from support.ledgers import ACTOR, FixedClock

from linli.domain.audit import AuditKind, kind_name
from linli.domain.backups import BackupPolicy
from linli.domain.faces import FontInfo
from linli.domain.paper import Correction, PrinterProfile, Sheet
from linli.domain.privacy_letters import default_notice
from linli.domain.retention import default_rules
from linli.domain.settings import HallFacts, SafetyRules
from linli.domain.values.masking import Masks
from linli.storage.database import Database
from linli.storage.journal import columns_of, journaled_tables
from linli.storage.journal_tables import OWNER
from linli.storage.readable import fields_of
from linli.storage.readable_hall import BOOKKEEPING, KINDS, SILENT, SILENT_OF
from linli.storage.readable_records import Records
from linli.storage.readable_settings import _UNSHOWN, _WORDS, setting_fields, setting_name
from linli.storage.schema import GridRecord

TABLES = sorted(journaled_tables(), key=lambda table: table.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_journaled_column_has_words_or_is_known_to_say_nothing(table) -> None:
    owner = OWNER.get(table.name, ("", ""))[1]
    silent = SILENT | SILENT_OF.get(table.name, set()) | {owner}
    named = set(fields_of(table.name))
    columns = set(columns_of(table))
    assert table.name in BOOKKEEPING or columns - silent - named == set()
    assert named - columns == set()
    assert SILENT_OF.get(table.name, set()) - columns == set()
    assert table.name in KINDS


def test_no_two_columns_of_a_table_have_one_name() -> None:
    for table in TABLES:
        names = [name for name, _ in fields_of(table.name).values()]
        assert len(names) == len(set(names)), table.name


@pytest.mark.parametrize(
    "kept", [HallFacts, SafetyRules, BackupPolicy, Sheet, PrinterProfile, Correction, FontInfo]
)
def test_every_part_of_a_setting_has_words(kept: type) -> None:
    unnamed = set(kept.__dataclass_fields__) - set(_WORDS) - _UNSHOWN
    assert unnamed == set()


def test_a_setting_is_said_part_by_part() -> None:
    value = [{"name": "前台", "front": {"dx": 1.5}, "backs_reversed": True, "tray": None}]
    assert list(setting_fields("printer_profiles", json.dumps(value))) == [
        ("打印机档案", "前台"),
        ("打印机档案「前台」 正面 左右偏移", "1.5"),
        ("打印机档案「前台」 反面倒序", "是"),
    ]
    hall = {"community": "西河社区", "common_numbers": [{"name": "报警", "number": "110"}]}
    assert list(setting_fields("hall", json.dumps(hall))) == [
        ("社区名称", "西河社区"),
        ("常用电话", "报警"),
        ("常用电话「报警」 号码", "110"),
    ]
    assert setting_name("import.mapping.abc") == "导入的列对照"


def test_rules_of_privacy_are_said_in_words() -> None:
    masks = json.dumps(asdict(Masks(mobile=(0, 4))))
    assert ("号码遮盖 手机号码", "留前 0 位、后 4 位") in list(setting_fields("masks", masks))
    rules = json.dumps({rule.id: {"months": 12, "enabled": True} for rule in default_rules()})
    assert ("保存期限 迁出的居民 月数", "12") in list(setting_fields("retention_rules", rules))
    notice = json.dumps(asdict(default_notice()) | {"days": 15})
    assert ("告知书的内容 答复的工作日数", "15") in list(setting_fields("privacy_notice", notice))


def test_a_record_is_named_also_after_it_was_removed(db: Database) -> None:
    at = FixedClock()()
    with db.writing("添加网格", ACTOR, at) as work:
        work.session.add(GridRecord(id=7, number="7", name="第七网格"))
    with db.writing("删除网格", ACTOR, at) as work:
        work.session.delete(work.session.get(GridRecord, 7))
    with db.reading() as connection:
        records = Records(connection)
        assert records.label("grid/7") == "网格 第七网格"
        assert records.label("grid/8") == "网格 （已删除）"
        assert records.label("setting/hall") == "设置 大厅信息"
        assert records.label("ledger") == "台账"
        assert records.label("居民 3 人") == "居民 3 人"


def test_every_kind_of_event_has_a_name() -> None:
    assert len({kind_name(kind) for kind in AuditKind}) == len(AuditKind)
