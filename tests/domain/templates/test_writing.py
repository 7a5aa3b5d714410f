import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from support.templates import make_template, templates

from linli.domain.paper import Side
from linli.domain.templates.reading import parse_template, read_draft, read_template
from linli.domain.templates.shipped import load_templates
from linli.domain.templates.strict import TemplateError
from linli.domain.templates.writing import template_object, template_text


@pytest.mark.parametrize("template", load_templates(), ids=lambda t: t.kind.id)
def test_shipped_template_is_the_same_after_writing_and_reading(template):
    assert read_template(template_text(template), "试") == template


@given(templates())
@settings(max_examples=60, deadline=None)
def test_any_template_is_the_same_after_writing_and_reading(template):
    assert read_draft(template_text(template), "试", own=True) == template


def test_file_names_only_what_differs_from_the_usual_value():
    raw = json.loads(template_text(make_template()))
    assert raw["front"][0] == {
        "type": "text", "x": 5, "right": 30, "y": 6, "h": 10, "text": "{holder}", "size": 20,
        "min_size": 8,
    }  # fmt: skip


@pytest.mark.parametrize("key", ["shadow", "author", "version"])
def test_key_of_a_newer_program_is_refused_with_its_name(key):
    raw = template_object(make_template())
    with pytest.raises(TemplateError, match=f"不认识“{key}”"):
        parse_template({**raw, key: 1}, "试")
    raw[Side.FRONT][0][key] = 1
    with pytest.raises(TemplateError, match=f"第 1 个元素：不认识“{key}”"):
        parse_template(raw, "试")


def test_own_template_keeps_its_colours():
    template = replace(make_template(), colours={"ink": "#000000", "自选 1": "#ff0000"})
    assert read_draft(template_text(template), "试", own=True).colours["自选 1"] == "#ff0000"
