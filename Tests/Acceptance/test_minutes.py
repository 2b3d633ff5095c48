"""The minutes of a jury and its attendance sheet, as those who sign them read them.

Reads the program's path from $ACQUIS.
"""

import html
import os
import re
import shutil
import stat
import unittest
import xml.dom.minidom

from jury_scene import (
    APPEAL, CODE, MEMBERS, OUTCOME, SESSION, JuryScene, convened, decided, event, person, session,
    summoned)


def told(source):
    """What a reader sees: the text, a struck mark between ~, cells by |, rows by lines."""
    body = source.split("<body>", 1)[1]
    body = re.sub(r"</?s>", "~", body).replace("<div", "\n<div")
    body = re.sub(r"</t[dh]>", " | ", body)
    body = re.sub(r"</(?:p|tr|h1|h2|div)>", "\n", body)
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def readable(source):
    """The file without its long codes (hashes, signatures, pictures), which may hold any short word."""
    return re.sub(r"[A-Za-z0-9+/=_-]{20,}", "", source)


def rows(source):
    """The grid: each candidate's cells, without the candidacy's id."""
    grid = source.split('<table class="grid">')[1].split("</table>")[0]
    return [
        [html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<div.*?</div>", lambda found: " " + found[0],
                                                      re.sub(r"</?s>", "~", cell)))).strip()
         for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in grid.split("<tr>")[2:]]


class Minutes(JuryScene):
    def minutes(self, *words, on="2026-10-01", jury="J1", lang="fr"):
        source = self.done("minutes", jury, "--on", on, "--lang", lang, *words)
        xml.dom.minidom.parseString(source.split("\n", 1)[1])
        return source

    def test_the_session_with_a_recusal_an_appeal_and_an_absence(self):
        self.given(*session(), APPEAL, OUTCOME)
        source = self.minutes()
        self.assertEqual([row[:6] for row in rows(source)], [
            ["DUPOND Marie D4", "–", "–", "–", "–", "absente, excusée"],
            ["DUPONT Marie D1", "V", "V", "V", "V", "certification"],
            ["NGUYEN Thi Lan D2", "V", "~NV~", "V", "NV", "certification partielle"],
            ["PETIT Anne-Lise D3", "–", "V", "–", "–", "certification partielle"]])
        notes = [row[6] for row in rows(source)]
        self.assertEqual(notes[:2], ["", ""])
        self.assertIn("BC02 : recours du 01/07/2026", notes[2])
        self.assertIn("BC02 : décision annulée sur recours le 01/09/2026", notes[2])
        self.assertIn("BC04, motif du refus : Dossier incomplet", notes[2])
        self.assertIn("recommandation du jury : Reprendre la gestion", notes[2])
        self.assertEqual(notes[3], "sans Nadia Sow")
        text = told(source)
        for said in (
                "RNCP38052 Chargé d’accueil dans le logement social",
                "session du 18 juin 2026, en présentiel, 1 rue de l’Exemple, Paris",
                "Claire Martin | Président | AFPOLS | présent | ",
                "récusation pour PETIT Anne-Lise, suppléance par Paul Roux",
                "4 candidats convoqués, 3 présentés, 1 certifié, 2 partiels, 0 refusé, 1 absent.",
                "Procès-verbal PV-2026-06, délibération du 18 juin 2026."):
            self.assertIn(said, text)
        signatures = source.split("Signatures")[1]
        for name in ("Claire Martin", "Hervé Lopez", "Nadia Sow", "Paul Roux"):
            self.assertIn(name, signatures)
        for secret in ("1981", "courriel", "exemple.invalid", "59000", "P1<"):
            self.assertNotIn(secret, readable(source))

    def test_what_is_known_is_what_is_said(self):
        self.given(*session(), APPEAL, OUTCOME)
        before = rows(self.minutes(on=SESSION))[2]
        self.assertEqual(before[2], "NV")
        self.assertNotIn("recours", before[6])
        pending = rows(self.minutes(on="2026-07-01"))[2]
        self.assertEqual(pending[2], "NV")
        self.assertIn("BC02 : recours en cours", pending[6])
        first = 3 + len(session())
        self.assertNotIn("recours", rows(self.minutes("--known", str(first - 1)))[2][6])

    def test_a_decision_or_a_certification_revoked_since(self):
        self.given(
            *session(),
            event("CertificationAwarded", "2026-06-30", candidacy="D1", jury="J1"),
            event("CertificationRevoked", "2026-09-15", candidacy="D1", grounds="Fraude"),
            event("JuryDecisionRevoked", "2026-09-15", jury="J1", candidacy="D3",
                  block=CODE + "BC02", grounds="Erreur de personne"))
        grid = rows(self.minutes())
        self.assertIn("certification révoquée depuis", grid[1][6])
        self.assertEqual((grid[3][2], grid[3][5]), ("~V~", "décisions sans effet"))
        self.assertIn("BC02 : décision révoquée le 15/09/2026", grid[3][6])
        self.assertIn("BC02, motif de la révocation : Erreur de personne", grid[3][6])
        before = rows(self.minutes(on="2026-09-14"))
        self.assertNotIn("révoquée", before[1][6] + before[3][6])

    def test_ids_in_the_place_of_names(self):
        self.given(*session())
        source = self.minutes("--no-names")
        self.assertEqual([row[0] for row in rows(source)], ["D1", "D2", "D3", "D4"])
        self.assertIn("M3", source)
        for name in ("Sow", "Dupont", "DUPONT", "incomplet"):
            self.assertNotIn(name, readable(source))

    def test_both_languages(self):
        self.given(*session())
        text = told(self.minutes(lang="fr,en"))
        self.assertIn("PROCÈS-VERBAL DE DÉLIBÉRATION DU JURY MINUTES OF THE JURY", text)
        self.assertIn("présent present", text)
        english = told(self.minutes(lang="en"))
        self.assertIn("4 candidates summoned, 3 presented, 1 certified", english)
        self.assertNotIn("Délibération", english)
        self.refused(self.run_acquis("minutes", "J1", "--lang", "fr,de"), 2, "--lang")
        self.refused(self.run_acquis("jury", "J1", "--lang", "fr,en"), 2, "--lang")

    def test_a_member_replaced_and_a_role_that_is_missing(self):
        self.given(
            *person("1", "Durand", "Yann", "M"), convened(), *summoned("D1"),
            event("JuryMemberReplaced", "2026-06-01", jury="J1", member="M3", by={
                "member": "M5", "role": "operations", "name": "Inès Remplaçante"}),
            event("JuryHeld", SESSION, jury="J1", present=["M1", "M2"]),
            *decided("D1", BC01=False))
        text = told(self.minutes())
        self.assertIn("Nadia Sow\nremplacement par Inès Remplaçante", text)
        self.assertIn("en remplacement de Nadia Sow", text)
        self.assertRegex(
            text, r"Il manque le 18 juin 2026 : représentant opérationnel du domaine"
                  r" \(voies : apprentissage, .*VAE\)\.")
        self.assertIn("1 candidat convoqué, 1 présenté, 0 certifié, 0 partiel, 1 refusé", text)
        self.assertNotIn("Inès Remplaçante", self.minutes().split("Signatures")[1])

    def test_a_session_of_several_days_and_blocks_held_before(self):
        self.given(
            *person("1", "Durand", "Yann", "M"), convened("J0", day="2026-05-10"),
            event("JuryHeld", SESSION, jury="J0", present=["M1", "M2", "M3"]),
            *decided("D1", jury="J0", BC01=True, BC02=True),
            event("JuryConvened", "2026-06-20", jury="J1", certification=CODE, mode="mixed",
                  sessionOn="2026-07-01", sessionTo="2026-07-02", members=MEMBERS),
            event("CandidateSummoned", "2026-06-21", jury="J1", candidacy="D1"),
            event("JuryHeld", "2026-07-01", jury="J1", present=["M1", "M2", "M3"]),
            event("JuryHeld", "2026-07-02", jury="J1", present=["M1", "M3"]),
            *decided("D1", day="2026-07-02", BC03=True, BC04=True))
        source = self.minutes()
        self.assertEqual(rows(source)[0][:6], [
            "DURAND Yann D1", "–", "–", "V", "V", "certification"])
        self.assertIn("acquis auparavant : BC01, BC02", rows(source)[0][6])
        text = told(source)
        self.assertIn("Hervé Lopez | Représentant RH du domaine | Bailleur A | présent | absent", text)
        self.assertIn("session du 1er juillet 2026 au 2 juillet 2026", text)

    def test_a_jury_cancelled_or_annulled_is_said_at_the_top(self):
        self.given(
            *person("1", "Durand", "Yann", "M"), convened(), convened("J2"),
            *summoned("D1"), *summoned("D1", jury="J2"),
            event("JuryCancelled", "2026-06-10", jury="J2", grounds="Salle fermée"),
            event("JuryHeld", SESSION, jury="J1", present=["M1", "M2", "M3"]),
            *decided("D1", BC01=True),
            event("JuryAnnulled", "2026-07-10", jury="J1", grounds="Vice de forme"))
        for jury, said in (
                ("J2", "Session décommandée le 10 juin 2026 : le jury n’a rien décidé."),
                ("J1", "Jury annulé le 10 juillet 2026, après avoir siégé")):
            source = self.minutes(jury=jury)
            text = told(source)
            self.assertIn(said, text)
            self.assertLess(text.index(said), text.index("Composition"))
            self.assertIn('class="warning"', source)
        self.assertIn("Motif : Vice de forme", told(source))
        row = rows(source)[0]
        self.assertEqual((row[1], row[5]), ("~V~", "décisions sans effet"))
        self.assertIn("décisions sans effet, le jury étant annulé", row[6])
        self.assertIn("Motif : Salle fermée", told(self.minutes("--blank", jury="J2")))

    def test_an_erased_person_stands_with_an_id(self):
        self.given(*session())
        self.done("erase", "P2", "--reason", "demande", "--yes", "--on", "2026-09-30")
        row = next(row for row in rows(self.minutes()) if row[0] == "D2")
        self.assertIn("identité effacée", row[6])
        self.assertNotIn("motif", row[6])

    def test_a_jury_of_thirty(self):
        self.given(
            *(fact for number in range(1, 31)
              for fact in person(number, f"Nom{number:02}", "Prénom " + "long" * 10, "M")),
            convened(), *summoned(*(f"D{number}" for number in range(1, 31))),
            event("JuryHeld", SESSION, jury="J1", present=["M1", "M2", "M3"]),
            *(fact for number in range(1, 31) for fact in decided(
                f"D{number}", BC01=True, BC02=number % 2 == 0, BC03="Motif " + "détaillé " * 20,
                BC04=False)))
        source = self.minutes()
        self.assertEqual(len(rows(source)), 30)
        self.assertIn("30 candidats convoqués, 30 présentés, 0 certifié, 30 partiels", told(source))
        self.assertEqual(told(source).count("BC03, motif du refus : Motif détaillé"), 30)
        sheet = told(self.minutes("--blank"))
        self.assertEqual(len(re.findall(r"NOM\d\d", sheet)), 30)

    def test_a_jury_that_is_not_known_or_not_convened_yet(self):
        self.given(*session())
        self.refused(self.run_acquis("minutes", "J2"), 2, "J2", "near it: J1")
        self.refused(
            self.run_acquis("minutes", "J1", "--on", "2026-05-10"), 1, "J1", "not convened")

    def test_a_file_is_for_its_owner_and_never_overwritten(self):
        self.given(*session())
        path = self.folder / "pv.html"
        self.assertEqual(self.done("minutes", "J1", "--on", SESSION, "--to", str(path)), "")
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        before = path.read_bytes()
        self.assertIn(self.run_acquis("minutes", "J1", "--to", str(path)).returncode, (2, 3))
        self.assertEqual(path.read_bytes(), before)


class AttendanceSheets(JuryScene):
    def sheet(self, *words, on="2026-06-01"):
        return self.done("minutes", "J1", "--blank", "--on", on, "--lang", "fr", *words)

    def test_members_and_candidates_have_a_place_to_sign_each_day(self):
        self.given(
            *session()[:-12],
            event("JuryRescheduled", "2026-06-03", jury="J1", sessionOn="2026-06-18",
                  sessionTo="2026-06-19"),
            event("SummonsWithdrawn", "2026-06-04", jury="J1", candidacy="D3"))
        source = self.sheet(on="2026-06-05")
        text = told(source)
        self.assertIn("FEUILLE D’ÉMARGEMENT", text)
        for said in ("Le 18/06/2026 (signature)", "Le 19/06/2026 (signature)", "Claire Martin",
                     "DUPONT Marie", "DUPOND Marie"):
            self.assertIn(said, text)
        self.assertNotIn("PETIT", text)
        people = source.count("<tr>") - 2
        self.assertEqual(source.count('<td class="sign"></td>'), 2 * people)
        self.assertNotIn("1981", readable(source))

    def test_it_is_made_without_names_and_without_a_vault(self):
        members = [dict(member) for member in MEMBERS]
        del members[0]["name"]
        scene = [
            fact if fact["type"] != "JuryConvened" else
            {**fact, "data": {**fact["data"], "members": members}} for fact in session()]
        self.given(*scene)
        self.assertIn("<td>M1</td>", self.sheet())
        self.done("erase", "--member", "M2", "--reason", "demande")
        self.done("erase", "P1", "--reason", "demande", "--yes")
        text = told(self.sheet(on="2026-12-31"))
        self.assertIn("M2 | ", text)
        self.assertIn("D1 | ", text)
        self.assertIn("Nadia Sow | ", text)
        for file in self.folder.glob("test.ledger.*"):
            file.unlink() if file.is_file() else shutil.rmtree(file)
        text = told(self.sheet())
        self.assertIn("M3 | ", text)
        self.assertNotIn("Sow", text)


if __name__ == "__main__":
    unittest.main()
