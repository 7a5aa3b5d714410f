"""The shipped kinds of notices: data in `resources/templates/notices`, one file each."""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from linli.domain.notice_templates import NoticeTemplate, read_template, template_where
from linli.domain.templates.strict import TemplateError
from linli.errors import NotFoundError
from linli.paths import resource

PLAIN = "plain"
"""The kind that has nothing but a title and a text (普通通知)."""


def load_notice_templates() -> tuple[NoticeTemplate, ...]:
    """Return the shipped templates, in the order of their files' names.

    Raises:
        TemplateError: one of them cannot be used.
    """
    return tuple(_shipped().values())


def kind_of(wanted: str, templates: Iterable[NoticeTemplate]) -> NoticeTemplate:
    """Return the template called so, by its id or title.

    Raises:
        NotFoundError: naming those there are.
    """
    known = list(templates)
    for template in known:
        if wanted in (template.id, template.title):
            return template
    named = "、".join(f"{template.title}（{template.id}）" for template in known)
    raise NotFoundError(f"没有“{wanted}”这种通知，可以选：{named}。", field="kind")


def template_from_text(text: str, where: str) -> NoticeTemplate:
    """Read a template from the text of its file.

    Raises:
        TemplateError: it cannot be used.
    """
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise TemplateError(f"{where}：不是能读的模板文件，可能没有存完整。") from error
    if not isinstance(raw, dict):
        raise TemplateError(f"{where}：不是通知模板。")
    return read_template(raw, where)


@cache
def _shipped() -> Mapping[str, NoticeTemplate]:
    paths = sorted(resource("templates/notices").glob("*.json"))
    found = (
        template_from_text(path.read_text(encoding="utf-8"), template_where(path.name))
        for path in paths
    )
    return {template.id: template for template in found}
