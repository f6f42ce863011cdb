"""Reads an Office file with an independent library and prints it as lines of text, for the tests of the writers.

    read_office.py docx FILE      python-docx
    read_office.py xlsx FILE      openpyxl
"""
import sys


def print_docx(path):
    import docx
    document = docx.Document(path)
    properties = document.core_properties
    print(f"title={properties.title} author={properties.author} language={properties.language} created={properties.created}")
    for paragraph in document.paragraphs:
        print(f"{paragraph.style.name}: {paragraph.text}")
    for number, table in enumerate(document.tables):
        print(f"table {number}: {len(table.rows)} x {len(table.columns)} {table.style.name}")
        for row in table.rows:
            print(" | ".join(cell.text.replace("\n", " / ") for cell in row.cells))
    section = document.sections[0]
    print("header:", section.header.paragraphs[0].text)
    print("footer:", section.footer.paragraphs[0].text.replace("\t", " -> "))
    print("orientation:", section.orientation)


def print_xlsx(path):
    import openpyxl
    book = openpyxl.load_workbook(open(path, "rb"))  # a name without .xlsx would be refused
    print(f"title={book.properties.title} author={book.properties.creator} created={book.properties.created}")
    for sheet in book.worksheets:
        print(f"sheet {sheet.title}: {sheet.sheet_state} freeze={sheet.freeze_panes} filter={sheet.auto_filter.ref}")
        print(f"print: {sheet.page_setup.orientation} paper={sheet.page_setup.paperSize} rows={sheet.print_title_rows} "
              f"width={sheet.page_setup.fitToWidth} height={sheet.page_setup.fitToHeight}")
        hidden = [name for name, dimension in sheet.column_dimensions.items() if dimension.hidden]
        print("hidden columns:", " ".join(sorted(hidden)))
        for rule in sheet.data_validations.dataValidation:
            print(f"choices {rule.sqref}: {rule.formula1}")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    marks = " bold" if cell.font.bold else ""
                    marks += " wrapped" if cell.alignment.wrap_text else ""
                    print(f"{cell.coordinate} {cell.data_type} {cell.value!r}{marks}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    {"docx": print_docx, "xlsx": print_xlsx}[sys.argv[1]](sys.argv[2])
