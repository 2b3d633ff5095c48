"""The letters of a jury to its candidates, and what records that results were handed over.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pty
import stat
import subprocess
import unittest

from jury_scene import (
    APPEAL, CERTIFIER, CODE, OUTCOME, SESSION, JuryScene, convened, decided, event, person, session,
    summoned)
from shown import plain
from test_command_line import ACQUIS
from test_minutes import readable, told

DAY = "2026-06-25"


class LetterScene(JuryScene):
    def letters(self, kind, *words, on=DAY, jury="J1", **options):
        return self.run_acquis(
            "letters", jury, "--kind", kind, "--on", on, "--lang", "fr", *words, **options)

    def written(self, kind, *words, on=DAY, jury="J1"):
        outcome = self.letters(kind, *words, on=on, jury=jury)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def in_folder(self, kind, *words, on=DAY):
        folder = self.folder / f"{kind}-{on}"
        self.written(kind, "--to", str(folder), *words, on=on)
        return {path.name: plain(path.read_text()) for path in folder.iterdir()}

    def blocked(self, outcome, *words):
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertEqual(outcome.stdout, "")
        self.assertIn("aucune lettre", outcome.stderr)
        for word in words:
            self.assertIn(word, outcome.stderr)


class Summonses(LetterScene):
    def test_each_candidate_whose_summons_is_in_force_gets_one(self):
        self.given(
            *session(), event("SummonsWithdrawn", "2026-05-20", jury="J1", candidacy="D3"))
        files = self.in_folder("summons", on="2026-06-01")
        self.assertEqual(sorted(files), ["D1.html", "D2.html", "D4.html"])
        text = told(files["D1.html"])
        for said in (
                "Convocation devant le jury", "Marie DUPONT", "courriel1@exemple.invalid",
                "Madame,", "18 juin 2026", "En présentiel", "1 rue de l’Exemple, Paris",
                "pièce d’identité", "Paris, le 1er juin 2026", "Directrice", "Odile Signature",
                "BC01, BC02, BC03, BC04", "« Chargé d’accueil dans le logement social » (RNCP38052)"):
            self.assertIn(said, text)
        for other in ("NGUYEN", "courriel2", "1981", "59000", "P1"):
            self.assertNotIn(other, readable(files["D1.html"]))
        self.assertNotIn("VAE", readable(files["D1.html"]))

    def test_none_is_left_after_the_session(self):
        self.given(*session())
        self.blocked(self.letters("summons"), "J1")

    def test_a_cancelled_jury_summons_nobody(self):
        self.given(*session()[:-12], event("JuryCancelled", "2026-06-10", jury="J1"))
        self.blocked(self.letters("summons", on="2026-06-11"), "jury J1")

    def test_a_place_or_a_certifier_that_is_missing_is_asked_for(self):
        jury = convened()
        del jury["data"]["place"]
        self.given(*person("1", "Durand", "Yann", "M"), jury, *summoned("D1"))
        self.blocked(
            self.letters("summons", on="2026-06-01"), "acquis correct 6 place=",
            "acquis record CertifierDescribed")

    def test_a_remote_session_of_two_days(self):
        self.given(
            *person("1", "Durand", "Yann", "M"),
            event("CertifierDescribed", "2026-01-02", **CERTIFIER),
            {**convened(sessionTo="2026-06-19"), "data": {
                **convened(sessionTo="2026-06-19")["data"], "mode": "remote"}},
            *summoned("D1"))
        text = told(self.written("summons", on="2026-06-01"))
        for said in ("Monsieur,", "Du 18 juin 2026 au 19 juin 2026", "À distance", "connexion",
                     "votre jour et votre heure"):
            self.assertIn(said, text)


class Results(LetterScene):
    def test_a_result_with_grounds_recommendation_window_and_recourse(self):
        self.given(*session())
        files = self.in_folder("result")
        self.assertEqual(sorted(files), ["D1.html", "D2.html", "D3.html"])
        text = told(files["D2.html"])
        for said in (
                "Notification du résultat", "Thi Lan NGUYEN", "session du 18 juin 2026",
                "RNCP38052BC01 | Accueil physique", "validé le 18/06/2026",
                "RNCP38052BC04 | ", "non validé le 18/06/2026",
                "Motif du refus : Dossier incomplet",
                "Recommandation du jury : Reprendre la gestion d’un appel difficile",
                "Blocs acquis : RNCP38052BC01 depuis le 18 juin 2026, RNCP38052BC03",
                "Restent à acquérir : RNCP38052BC02, RNCP38052BC04.",
                "du 18 juin 2026 au 18 juin 2031, ce dernier jour inclus",
                "sans limite de durée", "Voies et délais de recours", "recours gracieux",
                "R. 421-1", "règlement de certification", "Odile Signature"):
            self.assertIn(said, text)
        self.assertIn("Tous les blocs sont acquis", told(files["D1.html"]))
        self.assertNotIn("Restent à acquérir", told(files["D1.html"]))
        for source in files.values():
            for secret in ("1981", "59000", "P2", "VAE"):
                self.assertNotIn(secret, readable(source))

    def test_one_file_has_a_page_for_each_letter(self):
        self.given(*session())
        path = self.folder / "letters.html"
        self.assertEqual(self.written("result", "--to", str(path)), "")
        source = path.read_text()
        self.assertEqual(source.count('<section class="page">'), 2)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(source.count("Notification du résultat</"), 3)
        both = self.run_acquis(
            "letters", "J1", "--kind", "result", "--on", DAY, "--lang", "fr,en").stdout
        self.assertIn("Dear Ms", told(both))

    def test_files_are_for_their_owner_and_written_once(self):
        self.given(*session())
        folder = self.folder / "letters"
        self.written("result", "--to", str(folder), "--except", "D1")
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(sorted(os.listdir(folder)), ["D2.html", "D3.html"])
        for name in os.listdir(folder):
            self.assertEqual(stat.S_IMODE(os.stat(folder / name).st_mode), 0o600)
        before = {name: (folder / name).read_bytes() for name in os.listdir(folder)}
        again = self.letters("result", "--to", str(folder))
        self.refused(again, 2, "D2.html", "D3.html")
        self.assertEqual(
            before, {name: (folder / name).read_bytes() for name in os.listdir(folder)})

    def test_a_decision_under_appeal_keeps_every_letter_until_left_out_or_decided(self):
        self.given(*session(), APPEAL, OUTCOME)
        folder = self.folder / "letters"
        self.blocked(
            self.letters("result", "--to", str(folder), on="2026-07-02"),
            "D2 : ", "RNCP38052BC02", "recours en cours", "AppealDecided", "--except D2")
        self.assertFalse(folder.exists())
        self.written("result", "--to", str(folder), "--except", "D2", on="2026-07-02")
        self.assertEqual(sorted(os.listdir(folder)), ["D1.html", "D3.html"])
        text = told(self.in_folder("result", on="2026-09-02")["D2.html"])
        self.assertIn("a été annulée sur recours le 1er septembre 2026", text)
        self.assertNotIn("Entretien non conduit", text)

    def test_every_obstacle_is_listed_by_candidacy(self):
        self.given(*session(), APPEAL)
        self.done("erase", "P1", "--reason", "demande", "--yes", "--on", "2026-07-01")
        outcome = self.letters("result", on="2026-12-01")
        self.blocked(outcome, "D1 : les données de la personne ont été effacées", "--except D1", "D2 : ")
        self.assertNotIn("Dup", outcome.stderr)
        self.assertNotIn("NGUYEN", outcome.stderr)
        self.assertIn(
            "PETIT", self.written("result", "--except", "D1", "--except", "D2", on="2026-12-01"))

    def test_wrong_calls(self):
        self.given(*session())
        for words, said in (
                (["J9", "--kind", "result"], "J1"), (["J1"], "--kind"),
                (["J1", "--kind", "letter"], "--kind"),
                (["J1", "--kind", "result", "--on", DAY, "--except", "D9"], "D9"),
                (["J1", "--kind", "summons", "--record", "--on", DAY, "--yes"], "--record"),
                (["J1", "--kind", "result", "--record", "--yes"], "--on"),
                (["J1", "--kind", "result", "--record", "--on", DAY], "--yes")):
            self.refused(self.run_acquis("letters", *words), 2, said)


class Recorded(LetterScene):
    def entries(self):
        log = self.done("log", "--type", "ResultNotified")
        return [json.loads(text) for text in log.splitlines()]

    def late(self, on):
        """Whether a result is found to be sent too late."""
        found = self.run_acquis("findings", "--rule", "R28", "--on", on, "--json").stdout
        return {finding["position"] for finding in json.loads(found)}

    def test_what_is_handed_over_is_recorded_and_then_no_longer_owed(self):
        self.given(*session())
        self.assertEqual(len(self.late("2026-09-01")), 3)
        outcome = self.letters(
            "result", "--record", "--by", "clerk:7", "--yes", "--to", str(self.folder / "letters"))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("3 entrées enregistrées", outcome.stdout)
        self.assertEqual(
            [(entry["data"]["candidacy"], entry["occurredOn"], entry["recordedBy"])
             for entry in self.entries()],
            [("D1", DAY, "clerk:7"), ("D2", DAY, "clerk:7"), ("D3", DAY, "clerk:7")])
        self.assertEqual(self.late("2026-09-01"), set())
        self.assertEqual(self.status("D1", "2026-09-01")["status"], "awardPending")
        self.assertIn("résultat notifié le 25/06/2026", told(
            self.done("minutes", "J1", "--on", DAY, "--lang", "fr")))
        again = self.letters("result", "--record", "--by", "clerk:7", "--yes", on="2026-06-26")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("rien n’a été enregistré", again.stderr)
        before = self.letters("result", "--record", "--by", "clerk:7", "--yes", on="2026-06-20")
        self.assertEqual(before.returncode, 0, before.stderr)
        self.assertEqual(len(self.entries()), 3)

    def test_without_a_file_the_letters_alone_are_the_answer(self):
        self.given(*session())
        outcome = self.letters("result", "--record", "--by", "clerk:7", "--yes", "--except", "D1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertTrue(outcome.stdout.endswith("</html>\n"))
        self.assertIn("2 entrées enregistrées", outcome.stderr)
        self.assertEqual(len(self.entries()), 2)

    def test_letters_that_cannot_be_written_record_nothing(self):
        self.given(*session())
        folder = self.folder / "letters"
        folder.mkdir()
        (folder / "D2.html").write_text("")
        self.refused(self.letters(
            "result", "--record", "--by", "clerk:7", "--yes", "--to", str(folder)), 2, "D2.html")
        outcome = self.letters("result", "--record", "--by", "clerk:7", "--yes", "--to",
                               str(self.folder / "absent" / "letters"))
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        with open("/dev/full", "wb") as full:
            status = subprocess.run(
                [ACQUIS, "letters", "J1", "--kind", "result", "--on", DAY, "--record", "--yes",
                 "--ledger", str(self.ledger)], stdout=full, stderr=subprocess.PIPE, timeout=120,
                check=False).returncode
        self.assertEqual(status, 3)
        self.assertEqual(self.entries(), [])
        self.assertEqual(os.listdir(folder), ["D2.html"])

    def test_what_the_rules_refuse_writes_no_letter(self):
        self.given(*session())
        folder = self.folder / "letters"
        outcome = self.run_acquis(
            "letters", "J1", "--kind", "result", "--on", "9998-01-01", "--record", "--yes",
            "--to", str(folder))
        self.assertIn(outcome.returncode, (1, 2), outcome.stderr)
        self.assertFalse(folder.exists())
        self.assertEqual(self.entries(), [])

    def test_at_a_terminal_it_asks_first(self):
        self.given(*session())
        for answer, count in (("non\n", 0), ("oui\n", 3)):
            main, side = pty.openpty()
            process = subprocess.Popen(
                [ACQUIS, "letters", "J1", "--kind", "result", "--on", DAY, "--record", "--lang",
                 "fr", "--to", str(self.folder / "letters"), "--ledger", str(self.ledger)],
                stdin=side, stdout=subprocess.PIPE, stderr=side)
            os.write(main, answer.encode())
            process.communicate(timeout=120)
            os.close(main)
            os.close(side)
            self.assertEqual(process.returncode, 0 if count else 2)
            self.assertEqual(len(self.entries()), count)
            self.assertEqual((self.folder / "letters").exists(), bool(count))


if __name__ == "__main__":
    unittest.main()
