"""A spreadsheet's file (.xlsx), read by the standard library alone: values as a spreadsheet has them."""

import datetime
import re
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BOLD, PERCENT, DAY = "bold", "percent", "day"


class Workbook:
    """The sheets by name, in order; each a list of rows of cells, the headings first."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.texts = ["".join(part.text or "" for part in entry.iter(f"{MAIN}t"))
                      for entry in self.read("xl/sharedStrings.xml")]
        self.styles = self.kinds(self.read("xl/styles.xml"))
        names = [sheet.get("name") for sheet in self.read("xl/workbook.xml").iter(f"{MAIN}sheet")]
        self.sheets = {
            name: self.rows(f"xl/worksheets/sheet{number}.xml")
            for number, name in enumerate(names, 1)}

    def read(self, part):
        return xml.fromstring(self.parts[part])

    @staticmethod
    def kinds(styles):
        """What each style of a cell means."""
        formats = {entry.get("numFmtId"): entry.get("formatCode")
                   for entry in styles.iter(f"{MAIN}numFmt")}
        bold = [font.find(f"{MAIN}b") is not None for font in styles.find(f"{MAIN}fonts")]
        return [
            BOLD if bold[int(style.get("fontId"))]
            else DAY if style.get("numFmtId") == "14"
            else PERCENT if formats.get(style.get("numFmtId")) == "0%" else None
            for style in styles.find(f"{MAIN}cellXfs")]

    def rows(self, part):
        found = []
        for row in self.read(part).iter(f"{MAIN}row"):
            cells = {}
            for cell in row:
                if cell.find(f"{MAIN}f") is not None:
                    raise ValueError("a formula")
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                    column = column * 26 + ord(letter) - 64
                cells[column - 1] = self.value(cell)
            found += [[]] * (int(row.get("r")) - 1 - len(found))
            found.append([cells.get(index) for index in range(max(cells, default=-1) + 1)])
        return found

    def value(self, cell):
        text = cell.findtext(f"{MAIN}v")
        if cell.get("t") == "s":
            return self.texts[int(text)]
        if text is None:
            return None
        number = float(text)
        kind = self.styles[int(cell.get("s", "0"))]
        if kind == DAY:
            return datetime.date(1899, 12, 30) + datetime.timedelta(int(number))
        return round(number * 100) if kind == PERCENT else int(number)

    def is_headed(self, number):
        """Whether the first row of a sheet is bold and stays on the screen."""
        sheet = self.read(f"xl/worksheets/sheet{number}.xml")
        first = next(sheet.iter(f"{MAIN}row"))
        pane = next(sheet.iter(f"{MAIN}pane"))
        return (pane.get("state"), pane.get("ySplit")) == ("frozen", "1") and all(
            self.styles[int(cell.get("s"))] == BOLD for cell in first)
