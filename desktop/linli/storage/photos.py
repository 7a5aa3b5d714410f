"""Pictures of officers and the hall's emblem: checked, made small, kept under their digest.

Printing a card reads them, so that Pillow is imported only where a picture comes in.
"""

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from linli.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes of a file that is still taken."""
LARGEST_IMAGE = 50_000_000
"""Pixels that are still decoded; a small file can claim to be enormous."""
LONGEST_SIDE = 1200
"""Pixels kept: on a card that is more than 600 dpi."""

_UNREADABLE = "这个文件不是能读的照片，请选择 JPG 或 PNG 格式的照片。"


def prepare(content: bytes) -> tuple[bytes, str]:
    """Return a picture upright, at most 1200 pixels long, without metadata, and its media type.

    Raises:
        UserError: if it is not a JPEG or PNG picture, or too large.
    """
    from PIL import Image, ImageOps

    if len(content) > LARGEST_FILE:
        megabytes = len(content) / 1024 / 1024
        raise UserError(f"照片有 {megabytes:.1f} MB，最大 5 MB，请先缩小再添加。", field="photo")
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > LARGEST_IMAGE:
                raise _too_many_pixels(image.width, image.height)
            return _encode(ImageOps.exif_transpose(image), is_png=image.format == "PNG")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises on broken files
        raise UserError(_UNREADABLE, field="photo") from error


def _too_many_pixels(*size: int) -> UserError:
    shown = f"（{size[0]}×{size[1]}）" if size else ""
    return UserError(f"照片的像素太多{shown}，请先缩小再添加。", field="photo")


def _encode(image: "Image", *, is_png: bool) -> tuple[bytes, str]:
    has_alpha = is_png and image.has_transparency_data
    plain = image.convert("RGBA" if has_alpha else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.info.clear()
    target = BytesIO()
    if is_png:
        plain.save(target, "PNG", optimize=True)
        return target.getvalue(), "image/png"
    plain.save(target, "JPEG", quality=90)
    return target.getvalue(), "image/jpeg"


def add_photo(connection: Connection, content: bytes, media_type: str) -> str:
    """Keep a prepared picture once and return its digest."""
    digest = hashlib.sha256(content).hexdigest()
    connection.exec_driver_sql(
        "INSERT INTO photo (digest, media_type, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (digest, media_type, content),
    )
    return digest


def find_photo(connection: Connection, digest: str) -> bytes | None:
    """Return a picture's bytes, or None if there is none under `digest`."""
    query = "SELECT content FROM photo WHERE digest = ?"
    content: bytes | None = connection.exec_driver_sql(query, (digest,)).scalar_one_or_none()
    return content
