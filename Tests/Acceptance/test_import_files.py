"""`import` of plain files: sheets with a header of field names, JSON Lines, trials, and every wrong line told.

Reads the program's path from $ACQUIS.
"""

import json
import resource
import subprocess
import zipfile
from xml.sax.saxutils import escape

from test_command_line import ACQUIS, line
from test_typing import Typing

HEADER = ("type;occurredOn;recordedBy;candidate;identity.birthName;identity.firstNames;identity.birthDate;"
          "identity.sex;identity.birthPlace.postalCode;candidacy;certification;pathway;public;jury;"
          "sessionOn;mode;members;block")
ROWS = (
    "CandidateRegistered;11/01/2021;clerk:1;P1;Secrète;Marie, Anne;12/03/1990;femme;69003;;;;;;;;;",
    "CandidateEnrolled;2021-01-11;clerk:1;P1;;;;;;D1;3474;formation continue;salarié;;;;;",
    ";;;;;;;;;;;;;;;;;",
    "JuryConvened;17/06/2021;clerk:1;;;;;;;;3474;;;J1;17/06/2021;présentiel;M1:president,M2:rh;",
    "BlockValidated;17/06/2021;clerk:1;;;;;;;d1;;;;J1;;;;D1,D2",
)


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def workbook(path, *sheets, merged=""):
    """Writes a workbook; a cell is a text, a number, a bool, ("day", serial) or ("formula", text, value)."""
    content = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
               '<Default Extension="xml" ContentType="application/xml"/></Types>')
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    tabs = "".join(f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
                   for number, (name, _) in enumerate(sheets, 1))
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", content)
        file.writestr("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="r1" '
                      f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        file.writestr("xl/workbook.xml",
                      f'<workbook {main} xmlns:r="{relations}"><sheets>{tabs}</sheets></workbook>')
        file.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">' + "".join(
            f'<Relationship Id="r{number}" Type="{relations}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>' for number in range(1, len(sheets) + 1))
            + f'<Relationship Id="s" Type="{relations}/styles" Target="styles.xml"/></Relationships>')
        file.writestr("xl/styles.xml", f'<styleSheet {main}><cellXfs><xf numFmtId="0"/>'
                      '<xf numFmtId="14"/></cellXfs></styleSheet>')
        for number, (_, rows) in enumerate(sheets, 1):
            data = "".join(
                f'<row r="{place}">' + "".join(
                    cell(value, f"{column(index)}{place}") for index, value in enumerate(row)
                    if value != "") + "</row>" for place, row in enumerate(rows, 1))
            file.writestr(f"xl/worksheets/sheet{number}.xml",
                          f"<worksheet {main}><sheetData>{data}</sheetData>{merged}</worksheet>")


def cell(value, place):
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, tuple) and value[0] == "day":
        return f'<c r="{place}" s="1"><v>{value[1]}</v></c>'
    if isinstance(value, tuple):
        return f'<c r="{place}" t="str"><f>{escape(value[1])}</f><v>{escape(value[2])}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def enrolment(number, **members):
    return {"type": "CandidateEnrolled", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
            "data": {"candidacy": f"D{number}", "candidate": f"P{number}", "certification": "3474",
                     "pathway": "continuingTraining", "public": "employee"}, **members}


class Files(Typing):
    def write(self, name, content):
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(file)

    def sheet(self, *rows, name="history.csv", header=HEADER):
        return self.write(name, "\n".join((header,) + rows) + "\n")

    def take(self, file, *words, **options):
        return self.run_acquis("import", file, *words, **options)

    def took(self, file, *words, **options):
        outcome = self.take(file, *words, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome

    def unchanged(self, file, *words, status=2, **options):
        """Imports a file that is refused; returns what was told."""
        before = self.size()
        outcome = self.take(file, *words, **options)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        self.assertEqual(self.size(), before)
        return outcome.stderr

    def entries(self, start):
        return [json.loads(entry) for entry in self.done(
            "log", "--from", str(start)).splitlines()]


class PlainSheets(Files):
    def test_rows_of_several_types_are_the_facts_of_json_lines(self):
        start = self.size() + 1
        self.took(self.sheet(*ROWS))
        kinds = [(entry["type"], entry["occurredOn"]) for entry in self.entries(start)]
        self.assertEqual(kinds, [
            ("CandidateRegistered", "2021-01-11"), ("CandidateEnrolled", "2021-01-11"),
            ("JuryConvened", "2021-06-17"), ("BlockValidated", "2021-06-17"),
            ("BlockValidated", "2021-06-17")])
        jury, first = self.entries(start)[2:4]
        self.assertEqual([(member["member"], member["role"]) for member in jury["data"]["members"]],
                         [("M1", "president"), ("M2", "humanResources")])
        self.assertEqual(jury["data"]["mode"], "onSite")
        self.assertEqual(first["data"], {"block": "3474D1", "candidacy": "D1", "jury": "J1"})
        again = self.took(self.sheet(*ROWS))
        self.assertIn("0 events recorded, 5 already there", again.stdout)

    def test_a_sheet_records_what_the_same_json_lines_record(self):
        start = self.size() + 1
        self.took(self.sheet(*ROWS[1:2], ROWS[3], "BlockValidated;2021-06-17;clerk:1;;;;;;;D1;;;;J1;;;;3474D1"))
        sheet = self.entries(start)
        lines = [enrolment(1), {
            "type": "JuryConvened", "occurredOn": "2021-06-17", "recordedBy": "clerk:1", "data": {
                "jury": "J1", "certification": "3474", "sessionOn": "2021-06-17", "mode": "onSite",
                "members": [{"member": "M1", "role": "president"},
                            {"member": "M2", "role": "humanResources"}]}}, {
            "type": "BlockValidated", "occurredOn": "2021-06-17", "recordedBy": "clerk:1",
            "data": {"jury": "J1", "candidacy": "D1", "block": "3474D1"}}]
        told = self.took(self.write("same.jsonl", "".join(map(line, lines))))
        self.assertIn("0 events recorded, 3 already there", told.stdout)
        self.assertEqual(len(sheet), 3)

    def test_a_workbook_with_days_numbers_and_the_prefix_of_data(self):
        start = self.size() + 1
        rows = [["Type", "occurredOn", "data.candidacy", "data.candidate", "data.certification",
                 "data.pathway", "data.public"],
                ["CandidateEnrolled", ("day", 44207), "D1", "P1", 3474, ("formula", "A1", "vae"), ""],
                ["CandidateEnrolled", "11 janvier 2021", "D2", "P2", "38052", "apprentissage", ""]]
        for name in ("book.xlsx", "book.csv"):
            workbook(self.folder / name, ("Faits", rows))
            self.took(str(self.folder / name), "--by", "clerk:7")
        found = self.entries(start)
        self.assertEqual([entry["occurredOn"] for entry in found], ["2021-01-11"] * 2)
        self.assertEqual([entry["recordedBy"] for entry in found], ["clerk:7"] * 2)
        self.assertEqual([entry["data"]["certification"] for entry in found], ["3474", "RNCP38052"])
        self.assertEqual(found[0]["data"]["pathway"], "experience")

    def test_by_and_on_serve_rows_that_have_none(self):
        header = "type,occurredOn,recordedBy,candidacy,candidate,certification,pathway"
        file = self.sheet("CandidateEnrolled,,,D1,P1,38052,vae",
                          "CandidateEnrolled,2020-02-03,clerk:2,D2,P2,38052,vae", header=header)
        for words in ((), ("--dry-run",)):
            self.assertIn("--by", self.unchanged(file, *words, env={"ACQUIS_BY": ""}))
        start = self.size() + 1
        self.took(file, "--by", "clerk:9", "--on", "04/02/2020")
        self.assertEqual(
            [(entry["occurredOn"], entry["recordedBy"]) for entry in self.entries(start)],
            [("2020-02-04", "clerk:9"), ("2020-02-03", "clerk:2")])

    def test_ids_waivers_reasons_and_encodings(self):
        identity = "0195d0a0-0000-7000-8000-000000000001"
        header = "id\ttype\toccurredOn\trecordedBy\treason\twaives\tcandidacy\tcandidate\tcertification\tpathway"
        row = f"{identity}\tCandidateEnrolled\t11/01/2021\tclerk:1\tRattrapé\tr22, R15\tD1\tP1\t3474\tvae"
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            file = self.write("history.tsv", f"{header}\r\n{row}\r\n".encode(encoding))
            self.took(file)
        entry = self.entry(self.size())
        self.assertEqual(entry["id"], identity)
        self.assertEqual(entry["waives"], ["R22", "R15"])

    def test_every_wrong_row_is_told_with_its_number_and_its_field(self):
        file = self.sheet(
            ROWS[0], "CandidateEnrolled;31/02/2021;clerk:1;P1;;;;;;D1;3474;par correspondance;;;;;;",
            "CandidatEnrolled;2021-01-11;clerk:1;P1;;;;;;D1;3474;vae;;;;;;",
            ";2021-01-11;clerk:1;P1;;;;;;D1;;;;;;;;",
            "BlockValidated;2021-06-17;clerk:1;;Secrète;;;;;D1;;;;J9;;;;D1",
            "CandidateEnrolled;2099-01-11;clerk:1;P2;;;;;;D2;3474;vae;;;;;;")
        message = self.unchanged(file)
        for place in ("history.csv:3: field occurredOn", "history.csv:3: field pathway",
                      "history.csv:4: field type", "did you mean CandidateEnrolled?",
                      "history.csv:5: field type", "history.csv:6: field identity.birthName"):
            self.assertIn(place, message)
        self.assertNotIn("history.csv:2:", message)
        self.assertNotIn("Secr", message)
        french = self.unchanged(file, "--lang", "fr")
        self.assertIn("history.csv:3 : champ occurredOn : un jour du calendrier est attendu", french)
        self.assertIn("history.csv:3: ", self.unchanged(self.sheet(
            ROWS[0], "CandidateEnrolled;2099-01-11;clerk:1;P2;;;;;;D2;3474;vae;;;;;;")))

    def test_headings_that_no_type_has_and_filled_columns_without_one(self):
        file = self.sheet(
            "CandidateEnrolled;2021-01-11;clerk:1;D1;P1;3474;vae;X;Y",
            header="type;occurredOn;recordedBy;candidacy;candidate;certification;pathwy;pathway")
        message = self.unchanged(file)
        self.assertIn("history.csv:1: column G: no type has a field of this name", message)
        self.assertIn("did you mean pathway?", message)
        self.assertIn("history.csv:2: column I: a filled column has no heading", message)
        twice = self.sheet(ROWS[0], header=HEADER + ";Jury")
        self.assertIn("another column has the same heading", self.unchanged(twice))

    def test_a_sheet_of_another_form_is_told_how_it_can_be_imported(self):
        for content in ("NOM;Prénom;BC01\nSecrète;Marie;V\n", "NOM;Type;BC01\nSecrète;VAE;V\n"):
            message = self.unchanged(self.write("suivi.csv", content))
            self.assertIn("--propose", message)
            self.assertNotIn("Secr", message)

    def test_several_tabs_are_one_file(self):
        header = HEADER.split(";")
        rows = [row.split(";") for row in ROWS]
        file = self.folder / "tabs.xlsx"
        workbook(file, ("2020", [header] + rows[:2]), ("vide", []), ("2021", [header] + rows[2:]))
        self.took(str(file))
        rows[3][15] = "hybrides, peut-être"
        workbook(file, ("2020", [header] + rows[:2]), ("2021", [header] + rows[2:]))
        self.assertIn("tabs.xlsx:2:3: field mode", self.unchanged(str(file)))
        workbook(file, ("2020", [header] + rows[:2]), ("Notes", [["à faire"]]))
        self.assertIn("tabs.xlsx:2: ", self.unchanged(str(file)))


class Damage(Files):
    """Files that are no import end with a sentence and change nothing."""

    def test_files_that_cannot_be_read(self):
        file = self.folder / "cut.xlsx"
        workbook(file, ("Faits", [HEADER.split(";"), ROWS[0].split(";")]))
        whole = file.read_bytes()
        for name, content, words in (
                ("cut.xlsx", whole[:len(whole) // 2], "incomplete"),
                ("cut.csv", whole[:200], "cut.csv"),
                ("text.xlsx", HEADER, "not an .xlsx workbook"),
                ("empty.csv", b"", "holds no event"), ("empty.jsonl", b"", "holds no event"),
                ("header.csv", HEADER, "holds no event"),
                ("book.csv", b"%PDF-1.7\n", "PDF"),
                ("open.csv", HEADER + '\nCandidateEnrolled;"2021', "quotation mark"),
                ("wide.csv", ";".join(["x"] * 20_000) + "\n", "--propose"),
                ("history.jsonl", line(enrolment(1)).encode("utf-16"), "UTF-16"),
                ("history.jsonl", line(enrolment(1)).replace("D1", "Dé").encode("cp1252"), ":1: "),
                ("history.jsonl", "[1, 2]\n", ":1: ")):
            message = self.unchanged(self.write(name, content))
            self.assertIn(words, message, name)
        (self.folder / "folder.csv").mkdir()
        self.assertIn("folder.csv", self.unchanged(str(self.folder / "folder.csv")))

    def test_cells_that_are_no_values(self):
        header = "type;occurredOn;recordedBy;candidacy;candidate;certification;pathway"
        for value, field in (("D" * 10_000, "candidacy"), ("=1+1", "candidacy"), ("D 1", "candidacy")):
            message = self.unchanged(self.sheet(
                f"CandidateEnrolled;2021-01-11;clerk:1;{value};P1;3474;vae", header=header))
            self.assertIn(f"history.csv:2: field {field}", message)
            self.assertLess(len(message), 1000)
        rows = [header.split(";")[:2] + ["recordedBy", "", "candidate"], ["CandidateEnrolled"]]
        workbook(self.folder / "merged.xlsx", ("Faits", rows),
                 merged='<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>')
        self.assertIn("same heading", self.unchanged(str(self.folder / "merged.xlsx")))

    def test_a_pipe_of_either_form(self):
        for content, new in (("\n".join((HEADER,) + ROWS), 5), (line(enrolment(5)), 1),
                             ("\ufeff" + line(enrolment(6)), 1)):
            before = self.size()
            outcome = self.run_acquis("import", "-", input=content)
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertEqual(self.size(), before + new)


class Trials(Files):
    def test_a_trial_says_what_the_import_then_does(self):
        self.took(self.sheet(ROWS[0]))
        registered = self.write("more.jsonl", line(json.loads(json.dumps({
            "type": "CandidateRegistered", "occurredOn": "2021-01-11", "recordedBy": "clerk:1", "data": {
                "candidate": "P7", "identity": {
                    "birthName": "SECRETE", "firstNames": ["Marie"], "birthDate": "1990-03-12",
                    "sex": "F", "birthPlace": {"postalCode": "69003"}}}}))))
        for file in (self.sheet(*ROWS), registered):
            root = self.done("log", "--root")
            vault = self.ledger.with_name(self.ledger.name + ".vault").read_bytes()
            trial = self.took(file, "--dry-run")
            told = json.loads(self.took(file, "--dry-run", "--json").stdout)
            self.assertEqual(self.done("log", "--root"), root)
            self.assertEqual(
                self.ledger.with_name(self.ledger.name + ".vault").read_bytes(), vault)
            self.assertIn("would be added", trial.stdout)
            self.assertIn("nothing was recorded", trial.stdout)
            before = self.size()
            real = json.loads(self.took(file, "--json").stdout)
            self.assertTrue(told["allowed"])
            self.assertEqual(told["new"], self.size() - before)
            self.assertEqual(told["findings"], real["findings"])
            self.assertEqual(told.get("knownAlready"), real.get("knownAlready"))
            again = json.loads(self.took(file, "--dry-run", "--json").stdout)
            self.assertEqual((again["new"], again["known"]), (0, told["new"] + told["known"]))
        self.assertEqual([one["candidate"] for one in told["knownAlready"]], ["P7"])

    def test_a_trial_refuses_what_the_import_refuses(self):
        for event in (enrolment(1, occurredOn="2099-01-01"), {"type": "BlockValidated",
                      "occurredOn": "2021-06-17", "recordedBy": "clerk:1", "data": {
                          "jury": "J1", "candidacy": "D404", "block": "3474D1"}}):
            file = self.write("wrong.jsonl", line(event))
            self.assertEqual(self.unchanged(file, "--dry-run"), self.unchanged(file))

    def test_findings_are_told_once_a_cause(self):
        rows = [f"CandidateEnrolled;2021-01-11;clerk:1;P{number};;;;;;D{number};3474;formation continue;;;;;;"
                for number in range(40)]
        outcome = self.took(self.sheet(*rows), "--dry-run")
        real = self.took(self.sheet(*rows))
        found = json.loads(self.done("findings", "--json"))
        causes = {(one["rule"], one["message"]) for one in found}
        self.assertGreater(len(found), 3 * len(causes))
        for shown in (outcome.stdout, real.stderr):
            self.assertLess(len(shown.splitlines()), 12 * (len(causes) + 2))

    def test_an_import_says_what_it_changed_in_one_line(self):
        first = self.took(self.sheet(*ROWS)).stdout
        self.assertRegex(first, r"history.csv: 5 events recorded; positions \d+ to \d+; 1 person, 1 candidacy\n")
        again = self.took(self.sheet(*ROWS, ROWS[1].replace("D1", "D2").replace("P1", "P2")), "--lang", "fr")
        self.assertIn("1 entrée enregistrée, 5 déjà là", again.stdout)
        self.assertIn("1 personne, 1 candidature", again.stdout)


class EveryLine(Files):
    def test_three_wrong_lines_among_twenty_thousand(self):
        lines = [line(enrolment(number)) for number in range(20_000)]
        lines[4] = "{\n"
        lines[9_999] = line({**enrolment(9_999), "occurredOn": "2021-02-30"})
        lines[19_999] = line({**enrolment(19_999), "typo": 1})
        file = self.write("long.jsonl", "".join(lines))
        for command in (("import",), ("record", "--file")):
            message = self.told(2, *command, file)
            self.assertIn("3 errors", message)
            for number in (5, 10_000, 20_000):
                self.assertIn(f"long.jsonl:{number}: ", message)
            self.assertEqual(len(message.splitlines()), 4)

    def test_fifty_are_told_and_the_others_counted(self):
        wrong = [line({**enrolment(number), "occurredOn": "2021-02-30"}) for number in range(1000)]
        file = self.write("wrong.jsonl", "".join(wrong))
        for command in (("import",), ("record", "--file"), ("import", "--dry-run"), ("import", "--json")):
            message = self.told(2, *command[:1], *command[1:], file)
            self.assertIn("1000 errors", message)
            self.assertEqual(len(message.splitlines()), 52)
            self.assertIn("and 950 others", message)
            self.assertIn("et 950 autres", self.told(2, *command, file, "--lang", "fr"))
        header = "type;occurredOn;recordedBy;candidacy;candidate;certification;pathway"
        sheet = self.sheet(*(f"CandidateEnrolled;30/02/2021;clerk:1;D{number};P{number};3474;vae"
                             for number in range(1000)), header=header)
        message = self.told(2, "import", sheet)
        self.assertEqual((len(message.splitlines()), "and 950 others" in message), (52, True))

    def test_an_import_tells_what_its_trial_tells(self):
        lines = [line(enrolment(number)) for number in range(60)]
        lines[9] = line(enrolment(9)).replace("2021-01-11", "1990-13-02")
        lines[29] = line(enrolment(29)).replace("continuingTraining", "telepathy")[:150] + "\n"
        lines[39] = line({"type": "CandidacyWithdrawn", "occurredOn": "2021-06-17", "recordedBy": "clerk:1",
                          "data": {"candidacy": "D29"}})
        lines[59] = line(enrolment(59)).replace("continuingTraining", "telepathy")
        file = self.write("mixed.jsonl", "".join(lines))
        for language, cut in (("en", "mixed.jsonl:30: is not JSON: "), ("fr", "mixed.jsonl:30 : n’est pas du JSON")):
            told = self.unchanged(file, "--lang", language)
            self.assertEqual(told, self.unchanged(file, "--dry-run", "--lang", language))
            rows = told.replace("\u00a0", " ").replace("\u202f", " ").splitlines()
            self.assertEqual(len(rows), 4, told)
            self.assertIn("mixed.jsonl:10", rows[1])
            self.assertIn(cut, rows[2])
            self.assertIn("(ligne coupée ?)" if language == "fr" else "(is the line cut?)", rows[2])
            self.assertIn("mixed.jsonl:60", rows[3])
            self.assertIn("data.pathway", rows[3])

    def test_lines_without_a_recorder_take_the_one_who_is_known(self):
        lines = [enrolment(number) for number in range(3)]
        for one in lines[:2]:
            del one["recordedBy"]
        file = self.write("nobody.jsonl", "".join(map(line, lines)))
        for words in ((), ("--dry-run",)):
            told = self.unchanged(file, *words, env={"ACQUIS_BY": ""})
            self.assertEqual((len(told.splitlines()), told.count("--by")), (4, 1), told)
        start = self.size()
        for words in (("--dry-run",), ()):
            self.took(file, *words, env={"ACQUIS_BY": "clerk:7"})
        self.assertEqual([entry["recordedBy"] for entry in self.entries(start)[-3:]],
                         ["clerk:7", "clerk:7", "clerk:1"])

    def test_the_system_s_refusals_are_said_in_the_language(self):
        for path, english, french in (("none.jsonl", "No such file or directory", "aucun fichier ni dossier de ce nom"),
                                      (".", "Is a directory", "est un dossier")):
            path = str(self.folder / path)
            self.assertIn(english, self.unchanged(path))
            told = self.unchanged(path, "--lang", "fr")
            self.assertIn(french, told)
            self.assertNotIn(english, told)

    def test_unknown_ids_are_told_beside_each_other(self):
        lines = [line({"type": "CandidateWithdrawn", "occurredOn": "2021-06-17", "recordedBy": "clerk:1",
                       "data": {"candidacy": f"D{number}"}}) for number in range(60)]
        for command in (("import",), ("record", "--file")):
            message = self.told(2, *command, self.write("unknown.jsonl", "".join(lines)))
            self.assertIn("60 errors", message)
            self.assertIn("and 10 others", message)

    def test_a_sheet_of_twenty_thousand_rows_is_tried_in_seconds(self):
        header = "type;occurredOn;recordedBy;candidacy;candidate;certification;pathway;public"
        rows = [f"CandidateEnrolled;11/01/2021;clerk:1;D{number};P{number};3474;formation continue;salarié"
                for number in range(20_000)]
        file = self.sheet(*rows, header=header)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        outcome = subprocess.run(
            [ACQUIS, "import", file, "--dry-run", "--json", "--ledger", str(self.ledger)],
            capture_output=True, text=True, check=True)
        self.assertEqual(json.loads(outcome.stdout)["new"], 20_000)
        # Of the processor, of a program that is not optimised.
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, 60)
