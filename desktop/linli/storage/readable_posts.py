"""Rows of the journal in words, continued: claimed posts, pledges, texts of duties."""

from typing import TYPE_CHECKING

from linli.domain.claims import POST_KINDS, PostKind
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "duty_post": {
        "kind_code": ("岗位类别", lambda _, value: POST_KINDS[PostKind(value)]),
        "name": ("岗位名称", says.text),
        "duties": ("岗位职责", says.numbers),
        "pledge": ("承诺范文", says.numbers),
        "wanted": ("需要几人", says.text),
    },
    "post_claim": {
        "grid_id": ("认领的网格", lambda words, value: words.grid(value)),
        "resident_id": ("认领的居民", lambda words, value: words.resident(value)),
        "name": ("认领人", says.text),
        "phone": ("认领人电话", lambda words, value: words.phone(value)),
        "since": ("认领日期", says.text),
        "until": ("认领最后一天", says.text),
        "pledge": ("承诺", says.numbers),
        "pledged_on": ("承诺日期", says.text),
        "kept": ("践诺", lambda _, value: "已践诺" if value == "1" else "没有践诺"),
        "kept_on": ("践诺评定日期", says.text),
        "kept_note": ("践诺说明", says.numbers),
    },
    "duty_text": {"title": ("职责标题", says.text), "text": ("职责内容", says.numbers)},
}
"""By table and column: the field's name and how its value is said."""
