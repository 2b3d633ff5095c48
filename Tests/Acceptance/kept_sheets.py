"""Spreadsheets as certifiers keep them, made for the tests; plans answered; sheets written back, corrected.

Reads the program's path from $ACQUIS.
"""

import csv
import io
import pathlib
import re
import sys
import unittest
import zipfile
from xml.sax.saxutils import escape

from trials import Trials

CODE = "RNCP38052"
BLOCKS = ["BC01", "BC02", "BC03", "BC04"]
SHARED = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "sheets"
STATE, TO_CORRECT = "acquis : état", "acquis : à corriger"

# What a person answers where the sheet does not say it.
USUAL = {
    "certification": CODE, "voie": "formation continue", "public": "salarié",
    "inscription": "jour de la session", "convocation": "jour de la session",
    "certificat": "jour de la session", "mode des jurys": "présentiel"}

# Born, with two days beyond the twelfth.
PEOPLE = [
    ("DUPONT", "Zoé", "23/06/1975"), ("LEFÈVRE", "Anaïs", "13/07/1982"),
    ("MÜLLER", "Eva", "02/05/1990"), ("N'DIAYE", "Awa", "28/12/1997"),
    ("PETIT", "Hugo", "01/02/1984"), ("ROUX", "Inès", "19/11/1979")]
VERDICTS = [
    "V V V V", "V NV V V", "V V V V", "NV NV V V", "V V NV V", "V V V V"]


def separated(rows, encoding="cp1252", separator=";"):
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode(encoding)


def cells(path, encoding="cp1252", separator=";"):
    text = pathlib.Path(path).read_bytes().decode(encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def wide(day="17/06/2021", people=range(len(PEOPLE)), verdicts=VERDICTS):
    """A row a candidate, a column a block; a title, a blank row and a total around."""
    rows = [["SUIVI DES CANDIDATS"] + [""] * 10, [""] * 11,
            ["N°", "NOM", "Prénom", "Né(e) le", "CP", "Date jury", *BLOCKS, "Résultat"]]
    for number in people:
        name, first, born = PEOPLE[number]
        said = verdicts[number].split()
        rows.append([str(number + 1), name, first, born, "69003", day, *said,
                     "ADMIS" if said == ["V"] * 4 else "PARTIEL"])
    return [*rows, ["TOTAL"] + [""] * 10]


def long():
    """A row a decision."""
    rows = [["Nom de naissance", "Prénom", "Naissance", "Bloc", "Décision", "Date du jury"]]
    for (name, first, born), said in zip(PEOPLE, VERDICTS):
        for block, word in zip(BLOCKS, said.split()):
            rows.append([name, first, born, block, {"V": "Validé", "NV": "Refusé"}[word],
                         "17/06/2021"])
    return rows


def marks():
    """Marks and no decision."""
    rows = [["Nom", "Prénom", "Date de naissance", *[f"Note {block} /20" for block in BLOCKS],
             "Date du jury"]]
    for (name, first, born), said in zip(PEOPLE, VERDICTS):
        numbers = [{"V": "12,5", "NV": "8"}[word] for word in said.split()]
        rows.append([name, first, born, *numbers, "17/06/2021"])
    return rows


def stacked():
    """A heading a jury above its rows."""
    rows = [["Nom", "Prénom", "Né(e) le", *BLOCKS]]
    for start, day in ((0, "17 juin 2020"), (3, "9 décembre 2020")):
        rows.append([f"Jury du {day} – Lyon", *[""] * 6])
        for (name, first, born), said in list(zip(PEOPLE, VERDICTS))[start:start + 3]:
            rows.append([name, first, born, *said.split()])
    return rows


def workbook(path, tabs):
    """A workbook of texts, by tab."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(tabs, 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>')
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
            f'Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>{names}</sheets></workbook>')
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">' + "".join(
                f'<Relationship Id="r{number}" Type="{kinds}/worksheet" '
                f'Target="worksheets/sheet{number}.xml"/>'
                for number in range(1, len(tabs) + 1)) + "</Relationships>")
        for number, rows in enumerate(tabs.values(), 1):
            lines = "".join(
                f'<row r="{row}">' + "".join(
                    f'<c r="{chr(65 + column)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                    for column, text in enumerate(texts) if text) + "</row>"
                for row, texts in enumerate(rows, 1))
            file.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>')


class KeptSheets(Trials):
    """A ledger, and sheets that go in by a plan."""

    def setUp(self):
        super().setUp()
        self.init()
        self.plan = self.folder / "plan.txt"

    def sheet(self, content, name="suivi.csv"):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def shared(self, name):
        """A copy of a sheet of the folder beside the repository; said aloud where it is absent."""
        if not (SHARED / name).exists():
            print(f"\nNOT TESTED, for want of {SHARED / name}", file=sys.stderr)
            raise unittest.SkipTest(f"needs {name}")
        return self.sheet((SHARED / name).read_bytes(), name)

    def proposed(self, path, **answers):
        """The plan that the sheet suggests, with what a person answers in it."""
        text = self.done("import", str(path), "--propose", "--lang", "fr")
        answers = {key.replace("_", " "): value for key, value in answers.items()}
        for key, value in answers.items():
            text, found = re.subn(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
            if not found:
                text = text.replace("[feuille]\n", f"[feuille]\n{key} = {value}\n", 1)
        for key, value in USUAL.items():
            text = re.sub(rf"(?m)^{key} = \?.*$", f"{key} = {value}", text)
        self.plan.write_text(text)
        return text

    def words(self, path, *more):
        return ["import", str(path), "--plan", str(self.plan), "--lang", "fr", *more]

    def tried(self, path):
        """What a trial run answers; nothing is recorded."""
        size = self.log_size()
        answer = self.answer(*self.words(path, "--dry-run"))
        self.assertEqual(self.log_size(), size)
        return answer

    def entered(self, path):
        return self.answer(*self.words(path))

    def edited(self, path, place, change, encoding="cp1252", separator=";"):
        """A sheet that was written back, with the cell below a heading changed in the row of a name."""
        heading, name = place
        rows = cells(path, encoding, separator)
        head = next(row for row in rows if heading in row)
        row = next(row for row in rows if name in row)
        row[head.index(heading)] = change
        path.write_bytes(separated(rows, encoding, separator))

    def confirmed(self, path, encoding="cp1252", separator=";"):
        """A sheet that was written back, with *même* for every row that is to be confirmed; how many."""
        rows = cells(path, encoding, separator)
        head = next(row for row in rows if STATE in row)
        state, answer = head.index(STATE), head.index(TO_CORRECT)
        doubtful = [row for row in rows if len(row) > state and row[state] == "à confirmer"]
        for row in doubtful:
            row[answer] = "même"
        path.write_bytes(separated(rows, encoding, separator))
        return len(doubtful)

    def standing(self, answer, added, corrected=0):
        self.assertEqual((answer["added"], answer["corrected"]), (added, corrected), answer)

    @staticmethod
    def rows_of(answer, cause):
        return [row for one in answer["issues"] if one["cause"] == cause for row in one["rows"]]
