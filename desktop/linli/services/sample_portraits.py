"""Portraits of nobody (示例头像): simple figures drawn by code, so that the samples show photos."""

from functools import cache
from io import BytesIO

from linli.domain.residents import Sex

_SIZE = (240, 320)
_FINER = 3  # drawn larger and scaled down, so that edges are smooth
_GROUNDS = ("#dbe6ef", "#e9e2d6", "#dfe9dd", "#ece0e0")
_SKINS = ("#e8bd9a", "#dcae88", "#f0c9a8")
_HAIRS = ("#2b2421", "#4a3a32", "#8c8681")
_CLOTHES = ("#2f5d8a", "#7a3b3f", "#3d6b58", "#55506e", "#8a6a2f")
KINDS = 12
"""How many there are for each sex."""


@cache
def portrait(sex: Sex, number: int) -> bytes:
    """Return a JPEG of 3:4; there are `KINDS` for each sex, counted round."""
    from PIL import Image, ImageDraw

    number %= KINDS
    ground, cloth = _GROUNDS[number % len(_GROUNDS)], _CLOTHES[number % len(_CLOTHES)]
    skin, hair = _SKINS[number % len(_SKINS)], _HAIRS[number // len(_GROUNDS)]
    width, height = (side * _FINER for side in _SIZE)
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)

    def ellipse(left: float, top: float, right: float, bottom: float, colour: str) -> None:
        draw.ellipse((left * width, top * height, right * width, bottom * height), fill=colour)

    def box(left: float, top: float, right: float, bottom: float, colour: str) -> None:
        draw.rectangle((left * width, top * height, right * width, bottom * height), fill=colour)

    if sex is Sex.FEMALE:
        ellipse(0.24, 0.12, 0.76, 0.62, hair)
        box(0.24, 0.36, 0.76, 0.64, hair)
    ellipse(0.08, 0.66, 0.92, 1.3, cloth)
    box(0.42, 0.55, 0.58, 0.70, skin)
    ellipse(0.38, 0.62, 0.62, 0.76, skin)
    if sex is not Sex.FEMALE:
        ellipse(0.28, 0.14, 0.72, 0.52, hair)
    ellipse(0.30, 0.19, 0.70, 0.61, skin)
    draw.pieslice((0.29 * width, 0.14 * height, 0.71 * width, 0.46 * height), 180, 360, fill=hair)
    target = BytesIO()
    image.resize(_SIZE, Image.Resampling.LANCZOS).save(target, "JPEG", quality=88)
    return target.getvalue()
