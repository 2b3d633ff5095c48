"""Old spreadsheets taken in by a plan: proposed, tried, recorded, recorded again, corrected.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pty
import random
import shutil
import stat
import subprocess
import time
import unittest

from kept_sheets import (
    CODE, STATE, TO_CORRECT, VERDICTS, KeptSheets, cells, long, marks, separated, stacked, wide,
    workbook)
from shown import plain
from test_command_line import ACQUIS
from trials import drafts, killed_after, words

VALIDATED = " ".join(VERDICTS).split().count("V")
REFUSED = " ".join(VERDICTS).split().count("NV")


class Forms(KeptSheets):
    """Every form of sheet goes in with its counts; again, it adds nothing."""

    def goes_in(self, path, sessions=1, persons=6, **answers):
        self.proposed(path, **answers)
        tried = self.tried(path)
        verdicts = tried["verdicts"]
        self.assertEqual((verdicts["validated"], verdicts["refused"]), (VALIDATED, REFUSED), tried)
        self.assertEqual(tried["persons"]["total"], persons)
        self.assertEqual(tried["sessions"], {"new": sessions, "known": 0})
        self.assertEqual((tried["first"], tried["last"]), (0, 0))
        size = self.log_size()
        entered = self.entered(path)
        self.assertEqual(entered["added"], tried["added"])
        self.assertEqual(self.log_size(), size + entered["added"])
        self.assertEqual(entered["last"] - entered["first"] + 1, entered["added"])
        again = self.entered(path)
        self.standing(again, 0)
        self.assertEqual(again["persons"]["known"], persons)
        self.assertEqual(self.log_size(), size + entered["added"])
        self.done("audit", "verify")
        return entered

    def test_a_wide_sheet(self):
        entered = self.goes_in(self.sheet(separated(wide())))
        self.assertEqual(entered["awards"], 3)
        self.assertEqual(entered["leftOut"]["totals"], 1)

    def test_a_wide_sheet_in_other_encodings(self):
        for encoding, separator in (("utf-8-sig", ","), ("utf-16", "\t")):
            with self.subTest(encoding):
                self.ledger = self.folder / f"{encoding}.ledger"
                self.init()
                path = self.sheet(separated(wide(), encoding, separator), f"{encoding}.csv")
                self.goes_in(path)
                back = self.folder / f"{encoding}-a-corriger.csv"
                self.assertIn(STATE, cells(back, encoding, separator)[2])

    def test_a_long_sheet(self):
        self.goes_in(self.sheet(separated(long())))

    def test_marks(self):
        self.goes_in(self.sheet(separated(marks())), seuil="10")

    def test_a_stacked_sheet(self):
        self.goes_in(self.sheet(separated(stacked())), sessions=2)

    def test_a_workbook_with_a_tab_a_year(self):
        path = self.folder / "suivi.xlsx"
        workbook(path, {
            "2020": wide("17/06/2020", range(3)), "2021": wide("17/06/2021", range(3, 6))})
        self.goes_in(path, sessions=2)
        self.assertTrue((self.folder / "suivi-a-corriger.xlsx").exists())


class Answers(KeptSheets):
    """What is asked, told and refused."""

    def test_a_threshold_is_asked_and_never_guessed(self):
        path = self.sheet(separated(marks()))
        self.proposed(path)
        size = self.log_size()
        for more in ([], ["--dry-run"]):
            outcome = self.run_acquis(*self.words(path, *more))
            self.assertEqual(outcome.returncode, 2, outcome.stdout + outcome.stderr)
            self.assertIn("seuil = ?", outcome.stderr)
            self.assertEqual(bool(outcome.stdout), bool(more))
        outcome = self.run_acquis(*self.words(path, "--dry-run", "--json"))
        self.assertEqual(outcome.returncode, 2)
        self.assertIn("threshold", [one["key"] for one in json.loads(outcome.stdout)["questions"]])
        self.assertEqual(self.log_size(), size)

    def test_a_word_nobody_knows_is_counted_and_the_rest_of_the_row_goes_in(self):
        path = self.sheet(separated(wide(verdicts=["V V V V", "V dispensé V V", *VERDICTS[2:]])))
        self.proposed(path)
        tried = self.tried(path)
        self.assertEqual(tried["unrecognised"], [{"word": "dispensé", "count": 1}])
        self.assertEqual(self.rows_of(tried, "word"), [5])
        self.assertEqual(tried["persons"]["total"], 6)
        told = self.done(*self.words(path, "--dry-run"))
        self.assertIn("dispensé", told)
        self.assertIn("ligne 5", told)
        last = told.strip().splitlines()[-1]
        self.assertTrue(last.startswith("Rien n’a été enregistré."), last)
        self.assertIn("suivi-a-corriger.csv", last)
        rows = cells(self.folder / "suivi-a-corriger.csv")
        self.assertIn("dispensé", rows[4][-1])

    def test_answers_in_the_sheet_written_back_are_not_overwritten(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        self.tried(path)
        back = self.folder / "suivi-a-corriger.csv"
        rows = cells(back)
        rows[4][-1] = "autre"
        answered = separated(rows)
        back.write_bytes(answered)
        outcome = self.run_acquis(*self.words(path))
        self.assertEqual(outcome.returncode, 2, outcome.stdout)
        self.assertIn("suivi-a-corriger.csv", outcome.stderr)
        self.assertEqual(back.read_bytes(), answered)
        self.assertEqual(self.run_acquis(*self.words(back)).returncode, 0)

    def test_a_name_in_a_cell_of_decisions_is_not_told(self):
        path = self.sheet(separated(wide(verdicts=["V LEFEVRE V V", *VERDICTS[1:]])))
        self.proposed(path)
        outcome = self.run_acquis(*self.words(path, "--dry-run"))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertNotIn("LEFEVRE", outcome.stdout + outcome.stderr)

    def test_no_name_and_no_birth_is_told_in_a_pipe(self):
        path = self.sheet(separated(wide(verdicts=["V ? V V", *VERDICTS[1:]])))
        self.proposed(path)
        for more in (["--dry-run"], ["--dry-run", "--json"], []):
            outcome = self.run_acquis(*self.words(path, *more))
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            for secret in ("DUPONT", "Zoé", "1975", "LEFÈVRE"):
                self.assertNotIn(secret, outcome.stdout + outcome.stderr)

    def test_what_the_rules_report_is_a_line_a_rule_with_rows(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        told = self.done(*self.words(path, "--dry-run"))
        self.assertIn("Ce que les règles signalent :", told)
        self.assertIn("  R03 composition du jury inconnue : 1 session", told)
        for word in (" position", "D-", "acquis findings"):
            self.assertNotIn(word, told)
        tried = self.tried(path)
        for finding in tried["findings"]:
            if finding["rule"] == "R03":
                self.assertEqual(finding["rows"], [])
            else:
                self.assertTrue(set(finding["rows"]) <= set(range(4, 10)), finding)
                self.assertTrue(finding["rows"], finding)
        self.assertIn("acquis findings", self.done(*self.words(path)))

    def test_a_town_without_its_code_is_no_place_and_the_sheet_goes_in(self):
        rows = wide()
        for row in rows:
            row.insert(4, "")
        rows[2][4] = "Lieu de naissance"
        for number, row in enumerate(rows[3:9]):
            row[4] = "LYON"
            row[5] = "69003" if number else ""
        path = self.sheet(separated(rows))
        self.proposed(path)
        tried = self.tried(path)
        self.assertEqual(self.rows_of(tried, "noBirthPlace"), [4])
        self.assertIn(
            "lieu de naissance : son code postal ou INSEE manque (ligne 4)", self.done(*self.words(path, "--dry-run")))
        self.assertEqual(self.entered(path)["persons"]["total"], 6)

    def test_every_wrong_line_of_a_plan_is_told(self):
        path = self.sheet(separated(wide()))
        text = self.proposed(path)
        self.plan.write_text(text + "\n[nimporte]\n")
        outcome = self.run_acquis(*self.words(path, "--dry-run"))
        self.assertEqual(outcome.returncode, 2)
        self.assertIn(f"plan.txt:{len(text.splitlines()) + 2}", outcome.stderr)

    def test_a_sheet_of_another_form_is_refused(self):
        self.proposed(self.sheet(separated(wide())))
        other = self.sheet(separated(long()), "autre.csv")
        outcome = self.run_acquis(*self.words(other))
        self.assertEqual(outcome.returncode, 2, outcome.stderr)
        self.assertIn("autre.csv", outcome.stderr)

    def test_without_a_vault_nothing_is_compared(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        os.unlink(f"{self.ledger}.vault")
        outcome = self.run_acquis(*self.words(path, "--dry-run"))
        self.assertEqual(outcome.returncode, 3, outcome.stderr)

    def test_options_that_do_not_go_together(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        outcome = self.run_acquis(*self.words(path, "--propose"))
        self.assertEqual(outcome.returncode, 2)

    def test_progress_and_names_are_for_a_terminal(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        main, side = pty.openpty()
        process = subprocess.Popen(
            [ACQUIS, *self.words(path, "--dry-run"), "--ledger", str(self.ledger)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=side)
        told = process.communicate(timeout=120)[0].decode()
        os.close(side)
        shown = os.read(main, 65536).decode()
        os.close(main)
        self.assertEqual(process.returncode, 0)
        self.assertIn("rapprochement des personnes", plain(shown))
        self.assertIn("Rien n’a été enregistré.", plain(told))


class Returned(KeptSheets):
    """The sheet written back."""

    def test_it_is_the_sheet_and_two_columns_for_its_owner_alone(self):
        content = separated(wide())
        path = self.sheet(content)
        self.proposed(path)
        self.tried(path)
        back = self.folder / "suivi-a-corriger.csv"
        self.assertEqual(stat.S_IMODE(back.stat().st_mode), 0o600)
        rows = cells(back)
        self.assertEqual(rows[2][-2:], [STATE, TO_CORRECT])
        self.assertEqual(separated([row[:-2] for row in rows]), content)
        self.assertEqual({row[-2] for row in rows[3:9]}, {"nouveau"})
        self.entered(path)
        for row in cells(back)[3:9]:
            self.assertRegex(row[-2], r"^nouveau \[\S+ \S+\]$")
        self.entered(path)
        for row in cells(back)[3:9]:
            self.assertRegex(row[-2], r"^déjà enregistré \[\S+ \S+\]$")

    def test_a_file_of_somebody_else_is_not_written_over(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        other = self.sheet(b"a;b\r\n1;2\r\n", "suivi-a-corriger.csv")
        size = self.log_size()
        for more in ([], ["--dry-run"], ["--to", str(path)]):
            outcome = self.run_acquis(*self.words(path, *more))
            self.assertEqual(outcome.returncode, 2, outcome.stderr)
        self.assertEqual(other.read_bytes(), b"a;b\r\n1;2\r\n")
        self.assertEqual(path.read_bytes(), separated(wide()))
        self.assertEqual(self.log_size(), size)
        self.done(*self.words(path, "--to", str(self.folder / "rendue.csv")))
        self.assertIn(STATE, cells(self.folder / "rendue.csv")[2])

    def test_in_english(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        self.done("import", str(path), "--plan", str(self.plan), "--dry-run", "--lang", "en")
        rows = cells(self.folder / "suivi-to-correct.csv")
        self.assertEqual(rows[2][-2:], ["acquis: state", "acquis: to correct"])
        self.assertEqual(rows[3][-2], "new")


class Corrections(KeptSheets):
    """A row corrected and imported again corrects one entry, and doubles nothing."""

    def setUp(self):
        super().setUp()
        path = self.sheet(separated(wide()))
        self.proposed(path)
        self.entered(path)
        self.back = self.folder / "suivi-a-corriger.csv"

    def corrects(self, heading, name, change):
        size = self.log_size()
        self.edited(self.back, (heading, name), change)
        tried = self.tried(self.back)
        self.standing(tried, 0, 1)
        entered = self.entered(self.back)
        self.standing(entered, 0, 1)
        self.assertEqual(self.log_size(), size + 2)
        row = next(row for row in cells(self.back) if any("corrigé [" in cell for cell in row))
        self.assertIn(change, row)
        self.standing(self.entered(self.back), 0)
        self.assertEqual(self.log_size(), size + 2)
        self.done("audit", "verify")
        return entered

    def test_one_verdict(self):
        entered = self.corrects("BC02", "LEFÈVRE", "V")
        self.assertEqual(entered["corrections"][0]["block"], f"{CODE}BC02")
        self.assertEqual(entered["corrections"][0]["rows"], [5])

    def test_one_name(self):
        self.corrects("NOM", "PETIT", "PETITE")

    def test_one_birth_date(self):
        self.corrects("Né(e) le", "ROUX", "20/11/1979")

    def test_it_says_so(self):
        self.edited(self.back, ("BC02", "LEFÈVRE"), "V")
        told = self.done(*self.words(self.back))
        self.assertIn("1 décision corrigée : ligne 5, BC02", told)

    def test_a_row_more_adds_a_person(self):
        rows = cells(self.back)
        rows.insert(9, ["7", "ZOLA", "Émile", "14/03/1980", "75002", "17/06/2021", "V", "V", "V",
                        "NV", "PARTIEL"])
        self.back.write_bytes(separated(rows))
        entered = self.entered(self.back)
        self.assertEqual((entered["persons"]["new"], entered["persons"]["known"]), (1, 6))
        self.assertEqual(entered["corrections"], [])


class Killed(KeptSheets):
    def test_an_import_killed_at_any_moment_leaves_none_or_all(self):
        path = self.sheet(separated(wide()))
        self.proposed(path)
        empty = self.log_size()
        saved = self.folder / "saved"
        saved.mkdir()
        files = [file for file in self.folder.iterdir() if file.name.startswith("test.ledger")]
        for file in files:
            shutil.copy2(file, saved)
        start = time.monotonic()
        full = empty + self.entered(path)["added"]
        whole = time.monotonic() - start
        dice = random.Random(20260615)
        for number in range(20):
            with self.subTest(number):
                for file in list(self.folder.iterdir()):
                    if file.name.startswith(("test.ledger", "suivi-a-corriger")):
                        file.unlink()
                for file in saved.iterdir():
                    shutil.copy2(file, self.folder)
                killed_after(
                    dice.uniform(0, whole), words(self.ledger, *self.words(path)))
                self.assertIn(self.log_size(), (empty, full))
                self.entered(path)
                self.assertEqual(self.log_size(), full)
                self.done("audit", "verify")
                self.assertEqual(drafts(self.folder), [])
                self.assertIn(STATE, cells(self.folder / "suivi-a-corriger.csv")[2])


class SharedSheets(KeptSheets):
    """The sheets of the folder beside the repository, with the counts of its README."""

    def certified(self):
        return sum(year["certified"] for year in self.answer("statistics", CODE))

    def goes_in_once(self, path):
        entered = self.entered(path)
        size = self.log_size()
        self.standing(self.entered(path), 0)
        self.assertEqual(self.log_size(), size)
        self.done("audit", "verify")
        return entered

    def test_the_wide_sheet(self):
        path = self.shared("1-suivi-large-cp1252.csv")
        self.proposed(path)
        tried = self.tried(path)
        self.assertEqual(tried["rows"], 314)
        self.assertEqual(tried["persons"]["total"], 300)
        self.assertEqual(tried["persons"]["exactDoubles"], 6)
        self.assertEqual(tried["persons"]["toConfirm"] + tried["persons"]["nearDoubles"], 8)
        verdicts = tried["verdicts"]
        self.assertEqual(verdicts["validated"], 932)
        self.assertEqual((verdicts["refused"], verdicts["refusedByBlank"]), (213 + 24, 24))
        self.assertEqual(tried["unknownBlanks"], 17)
        unknown = sum(one["count"] for one in tried["unrecognised"])
        self.assertEqual(unknown + verdicts["absent"], 14)
        self.assertEqual(tried["sessions"], {"new": 18, "known": 0})
        self.assertEqual(len(self.rows_of(tried, "awardedWithoutBlocks")), 11)
        back = path.with_name("1-suivi-large-cp1252-a-corriger.csv")
        self.confirmed(back)
        self.assertEqual(self.tried(back)["persons"]["total"], 300)
        entered = self.goes_in_once(back)
        self.assertEqual(entered["persons"]["total"], 300)
        self.assertEqual(entered["verdicts"]["validated"], 932)
        self.assertEqual(self.certified(), 118)

    def test_the_marks(self):
        path = self.shared("3-notes-virgules-utf8bom.csv")
        self.proposed(path, seuil="10", voie="formation continue")
        rows = cells(path, "utf-8-sig")
        columns = [index for index, text in enumerate(rows[0]) if text.startswith("Note ")]
        numbers = []
        for row in rows[1:]:
            for column in columns:
                text = row[column].removesuffix("/20").strip().replace(",", ".")
                try:
                    numbers.append(float(text))
                except ValueError:
                    pass
        entered = self.goes_in_once(path)
        self.assertEqual(entered["rows"], 300)
        self.assertEqual(
            (entered["verdicts"]["validated"], entered["verdicts"]["refused"]),
            (sum(number >= 10 for number in numbers), sum(number < 10 for number in numbers)))

    def test_the_decisions(self):
        path = self.shared("5-decisions-longues-cp1252.csv")
        self.proposed(path, voie="VAE")
        tried = self.tried(path)
        self.assertEqual(tried["rows"], 646)
        back = path.with_name("5-decisions-longues-cp1252-a-corriger.csv")
        self.confirmed(back)
        entered = self.goes_in_once(back)
        self.assertEqual(entered["persons"]["total"], 120)
        self.assertEqual(entered["verdicts"]["validated"], 445)

    def test_the_workbook(self):
        path = self.shared("7-classeur-fusionne.xlsx")
        self.proposed(path, voie="formation continue")
        entered = self.goes_in_once(path)
        self.assertEqual(entered["persons"]["total"], 300)
        self.assertEqual(entered["sessions"]["new"], 18)


if __name__ == "__main__":
    unittest.main()
