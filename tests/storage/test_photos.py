from io import BytesIO

import pytest
from PIL import Image

from linli.errors import UserError
from linli.storage import photos


def picture(size=(60, 40), mode="RGB", colour=None, fmt="JPEG", **options) -> bytes:
    target = BytesIO()
    fill = colour if colour is not None else {"RGB": (200, 10, 10)}.get(mode, 0)
    Image.new(mode, size, fill).save(target, fmt, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (picture(), "image/jpeg"),
        (picture(mode="CMYK", colour=(0, 0, 0, 0)), "image/jpeg"),
        (picture(mode="L"), "image/jpeg"),
        (picture(fmt="PNG"), "image/png"),
        (picture(fmt="PNG", mode="P"), "image/png"),
        (picture(fmt="PNG", mode="I;16"), "image/png"),
    ],
)
def test_jpeg_and_png_of_all_kinds_are_taken(content, media_type):
    prepared, kind = photos.prepare(content)
    assert kind == media_type
    assert opened(prepared).mode == "RGB"
    assert opened(prepared).size == (60, 40)


def test_an_emblem_keeps_its_transparency():
    prepared, _ = photos.prepare(picture(fmt="PNG", mode="RGBA", colour=(9, 9, 9, 0)))
    assert opened(prepared).mode == "RGBA"
    assert opened(prepared).getpixel((0, 0))[3] == 0


def test_a_large_picture_is_made_smaller_in_proportion():
    prepared, _ = photos.prepare(picture((3000, 1500)))
    assert opened(prepared).size == (1200, 600)


def test_orientation_is_honoured_and_metadata_is_left_behind():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010E] = "where it was taken"
    prepared, _ = photos.prepare(picture((60, 40), exif=exif.tobytes()))
    assert opened(prepared).size == (40, 60)
    assert not opened(prepared).getexif()
    assert b"where it was taken" not in prepared


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是能读的照片"),
        (b"hello", "不是能读的照片"),
        (picture()[:-40], "不是能读的照片"),
        (picture(fmt="PNG")[:40], "不是能读的照片"),
        (picture(fmt="GIF"), "不是能读的照片"),
        (picture(fmt="BMP"), "不是能读的照片"),
        (b"\xff" * (5 * 1024 * 1024 + 1), "有 5.0 MB，最大 5 MB"),
        (picture((8000, 7000), mode="L", fmt="PNG"), "像素太多（8000×7000）"),
        (picture((20_000, 20_000), mode="1", fmt="PNG"), "像素太多"),
    ],
)
def test_what_is_no_photo_or_too_large_is_refused_in_plain_words(content, words):
    with pytest.raises(UserError, match=words):
        photos.prepare(content)


def test_a_photo_is_kept_once_under_its_digest(services):
    first = services.settings.add_photo(picture())
    assert services.settings.add_photo(picture()) == first
    assert opened(services.settings.photo(first)).size == (60, 40)
    assert services.settings.photo("0" * 64) is None
