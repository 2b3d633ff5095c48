"""What `certification` tells of a framework, of the edition it comes from and of its versions.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import unittest

from test_command_line import CommandLine

GOLDEN = pathlib.Path(__file__).parents[1] / "CatalogueTests" / "Golden"
FIRST_EDITION = ("certificationRNCP38052.1.json", "certification3474.1.json")


class Certification(CommandLine):
    def told(self, code, *words):
        outcome = self.run_acquis("certification", code, *words, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def test_the_framework_is_the_data_of_its_event(self):
        self.init()
        for position, code in enumerate(("RNCP38052", "3474"), start=1):
            told = self.told(code)
            recorded = json.loads(self.run_acquis(
                "log", "--from", str(position), "--to", str(position)).stdout)
            self.assertEqual(told["framework"], recorded["data"])
            self.assertEqual(told["catalogue"], "2026-2")
            self.assertEqual(told["reason"], recorded["reason"])

    def test_a_ledger_of_the_first_edition_keeps_what_it_recorded(self):
        self.assertEqual(self.run_acquis("init", "--empty").returncode, 0)
        events = [json.loads((GOLDEN / name).read_text()) for name in FIRST_EDITION]
        for event in events:
            del event["recordedAt"]
        self.assertEqual(self.import_events(*events).returncode, 0)
        for event in events:
            told = self.told(event["data"]["certification"])
            self.assertEqual(told["catalogue"], "2026-1")
            self.assertEqual(told["framework"], event["data"])
        root = self.run_acquis("log", "--root").stdout
        self.assertNotEqual(self.run_acquis("init").returncode, 0)
        self.assertEqual(self.run_acquis("log", "--root").stdout, root)

    def test_no_line_is_wider_than_eighty_columns_in_a_pipe(self):
        self.init()
        for code in ("RNCP38052", "3474"):
            for language in ("fr", "en"):
                shown = self.run_acquis("certification", code, "--lang", language).stdout
                self.assertLessEqual(max(map(len, shown.splitlines())), 80)
                self.assertNotIn("…", shown)

    def test_the_demonstration_has_a_successor_that_is_open_today(self):
        self.assertEqual(self.run_acquis("demo", "--events", "100").returncode, 0)
        old, new = self.told("RNCP38052"), self.told("RNCP99052")
        self.assertLess(old["registeredUntil"], "2026-11-01")
        self.assertGreater(new["registeredUntil"], "2030-01-01")
        (after,), (before,) = old["supersededBy"], new["supersedes"]
        self.assertEqual((after["certification"], before["certification"]),
                         ("RNCP99052", "RNCP38052"))
        self.assertEqual(after["correspondences"], before["correspondences"])
        self.assertIsNone(new["catalogue"])
        blocks = self.told("RNCP38052", "--to", "RNCP99052")["blocks"]
        self.assertEqual([row["others"] for row in blocks],
                         [[f"RNCP99052BC0{number}"] for number in (1, 2, 3)] + [[]])
        event = {"type": "CandidateEnrolled", "occurredOn": "2026-11-02", "recordedBy": "clerk:1",
                 "data": {"candidacy": "D1", "candidate": "P1", "certification": "RNCP99052",
                          "pathway": "apprenticeship"}}
        for code, status in (("RNCP38052", 1), ("RNCP99052", 0)):
            event["data"]["certification"] = code
            outcome = self.run_acquis("record", "--data", json.dumps(event["data"]),
                                      "CandidateEnrolled", "--on", "2026-11-02", "--by", "clerk:1",
                                      "--dry-run")
            self.assertEqual(outcome.returncode, status, outcome.stderr)


if __name__ == "__main__":
    unittest.main()
