"""A list (名册) as a workbook: what is printed, as text cells to work with."""

from pathlib import Path

from linli.domain.registers import Register

_MM_PER_CHARACTER = 2.2


def write_register(path: Path, register: Register) -> None:
    """Write a list; groups stand in a column of their own, so that it can be sorted and filtered.

    Raises:
        OSError: if the file cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    grouped = any(group.heading for group in register.groups)
    heads = [column.title for column in register.columns] + (["分组"] if grouped else [])
    widths = [column.width * (1 + column.share) for column in register.columns] + [60.0]
    with path.open("wb"):
        pass  # an unwritable folder shows before anything is left half done
    try:
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            page = book.add_worksheet("名册")
            bold = book.add_format({"bold": True, "bg_color": "#F2F2F2", "bottom": 1})
            plain = book.add_format({"num_format": "@"})
            for index, head in enumerate(heads):
                page.set_column(index, index, widths[index] / _MM_PER_CHARACTER, plain)
                page.write_string(0, index, head, bold)
            page.freeze_panes(1, 0)
            row = 0
            for group in register.groups:
                for cells in group.rows:
                    row += 1
                    for index, text in enumerate((*cells, group.heading)[: len(heads)]):
                        if text:
                            page.write_string(row, index, text, plain)
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error
