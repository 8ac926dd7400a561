"""People of lists as IOM's Human Trafficking Case Data Standard (HTCDS) has them; what a list cannot tell stays empty.

    tables = Sheets(persons_of_lists(lists), made=date(2025, 2, 20)).tables()
    write_workbook(Path("cases.xlsx"), tables)

Fields and codes are in `reference/htcds.yaml`, each with where it comes from; those the node adds are marked.
"""
