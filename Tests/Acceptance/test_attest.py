"""What `attest` writes, and what it refuses to write.

Reads the program's path from $ACQUIS.
"""

import json
import os
import re
import shlex
import stat
import unittest
import xml.etree.ElementTree as ElementTree

from test_command_line import CommandLine

SIRET = "78435388000023"
LONGEST = "Éléonore-Marie-Françoise d’Été de la Tour & <Fils> à l’Œuvre"
assert len(LONGEST) == 60


def event(kind, day, **data):
    return {"type": kind, "occurredOn": day, "recordedBy": "officer:1", "data": data}


def described(day="2019-01-15", **more):
    return event(
        "CertifierDescribed", day, certifier={"name": "A F P O L S", "siret": SIRET},
        address=["1 rue Fictive", "75000 Paris"], place="Paris",
        signatories=[{"member": "M-SIGN", "title": "Directrice", "name": "Claire Signataire"}],
        registrations=[{"certification": "RNCP38052", "decisionOn": "2019-09-20"}], **more)


def identity(**more):
    return {"birthName": "Lefèvre", "firstNames": ["Sandrine", "Anne"], "birthDate": "1981-04-09",
            "sex": "F", "birthPlace": {"inseeCode": "59350", "label": "Lille"},
            "email": "secrete@exemple.invalid", **more}


def jury(name="J-2020-06", day="2020-06-18", convened="2020-05-18"):
    roles = ("president", "humanResources", "operations")
    members = [{"member": f"M-{role}", "role": role, "name": "Juré Exemple"} for role in roles]
    return [
        event("JuryConvened", convened, jury=name, certification="RNCP38052", sessionOn=day,
              mode="onSite", place="Paris", members=members),
        event("CandidateSummoned", convened, jury=name, candidacy="D-2019-014"),
        event("JuryHeld", day, jury=name, present=[member["member"] for member in members])]


def decision(kind, block, day="2020-06-18", name="J-2020-06", **more):
    return event(kind, day, jury=name, candidacy="D-2019-014", block=f"RNCP38052{block}", **more)


def opening(person=None):
    return [
        event("CandidateRegistered", "2019-09-02", candidate="P-2019-014",
              identity=person or identity()),
        event("CandidateEnrolled", "2019-09-02", candidacy="D-2019-014", candidate="P-2019-014",
              certification="RNCP38052", pathway="experience"),
        event("AdmissibilityDecided", "2019-10-01", candidacy="D-2019-014", admissible=True,
              validUntil="2024-10-01")]


def partial(person=None):
    """Two blocks of four, one refused, and a partial certificate."""
    return opening(person) + jury() + [
        decision("BlockValidated", "BC01"),
        decision("BlockRefused", "BC02", grounds="motifsecret"),
        decision("BlockValidated", "BC03"),
        event("PartialCertificateIssued", "2020-07-01", candidacy="D-2019-014",
              blocks=["RNCP38052BC01", "RNCP38052BC03"], number="AP-2020-007")]


def whole(person=None):
    """Every block, the award and a certificate."""
    return opening(person) + jury() + [
        decision("BlockValidated", f"BC0{number}") for number in range(1, 5)] + [
        event("CertificationAwarded", "2020-06-18", candidacy="D-2019-014", jury="J-2020-06"),
        event("CertificateIssued", "2020-07-03", candidacy="D-2019-014", number="AF-2020-031")]


class Attesting(CommandLine):
    def recorded(self, *events):
        self.init()
        outcome = self.import_events(*events)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def page(self, *words, candidacy="D-2019-014", lang="fr"):
        """The document's text, each language's words once, and its source."""
        outcome = self.run_acquis("attest", candidacy, *words, "--lang", lang)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        source = outcome.stdout
        self.assertTrue(source.startswith("<!DOCTYPE html>\n"))
        tree = ElementTree.fromstring(source.removeprefix("<!DOCTYPE html>\n"))
        for address in ("http://", "https://", "<script", "@import", "url("):
            self.assertNotIn(address, source)
        self.assertIsNone(re.search(r'\bsrc="(?!data:)', source))
        # The framework's own entry, in the proof, lists every pathway.
        shown = [part for part in tree.find("body") if part.get("id") != "preuve"]
        text = " ".join("".join("".join(part.itertext()) for part in shown).split())
        self.assertNotIn("CandidateEnrolled", source)
        for pathway in ("VAE", "expérience", "experience", "apprentissage", "secret"):
            self.assertNotIn(pathway, text)
        return text, source

    def says(self, text, *wanted):
        for words in wanted:
            self.assertIn(words, text)


class Blocks(Attesting):
    def test_two_blocks_of_four_six_years_later(self):
        self.recorded(described(), *partial())
        text, _ = self.page("--on", "2026-11-25")
        self.says(
            text, "ATTESTATION DE BLOCS DE COMPÉTENCES", "n’est pas la certification",
            "Madame Sandrine Anne LEFÈVRE", "née le 9 avril 1981 à Lille (59)", "(2 sur 4)",
            "RNCP38052BC01", "Accueil physique et téléphonique", "18 juin 2020", "jury J-2020-06",
            "Restent à acquérir : RNCP38052BC02", "RNCP38052BC04", "sans limite de durée",
            "a pris fin le 18 juin 2025", "ce qui est acquis le reste",
            "n° AP-2020-007 du 1er juillet 2020", "Chargé d’accueil dans le logement social",
            "sous le numéro 38052 par décision du directeur général de France compétences"
            " du 20 septembre 2019", "20 septembre 2026 (dépassée)", "(CEC) : niveau 4",
            "332, 340", "Fait à Paris, le 25 novembre 2026", "Claire Signataire", "Directrice",
            "1 rue Fictive", "SIRET 784 353 880 00023".replace(" ", " "))
        self.assertNotIn("CERTIFICATION", text.replace("ATTESTATION", ""))

    def test_what_could_be_attested_on_another_day(self):
        self.recorded(described(), *partial())
        text, _ = self.page("--on", "2020-06-18")
        self.says(text, "Situation au 18 juin 2020", "jusqu’au 18 juin 2025 inclus")
        self.assertNotIn("AP-2020-007", text)
        self.refused(
            self.run_acquis("attest", "D-2019-014", "--on", "2020-06-17"), 1, "nothing is held")
        self.refused(
            self.run_acquis("attest", "D-2019-014", "--on", "2019-09-01"), 1, "not enrolled")
        # Known at the refusal: one block.
        text, _ = self.page("--on", "2026-11-25", "--known", "10")
        self.says(text, "le bloc de compétences suivant", "(1 sur 4)", "position 10")

    def test_a_lost_block_is_said_beside_the_number_issued_before(self):
        self.recorded(
            described(), *partial(),
            decision("JuryDecisionRevoked", "BC03", "2021-03-02", grounds="motifsecret"))
        refusal = self.run_acquis("attest", "D-2019-014")
        self.refused(refusal, 1, "AP-2020-007", "RNCP38052BC03", "R14", "--anyway")
        text, _ = self.page("--anyway")
        self.says(
            text, "À revoir : le certificat partiel AP-2020-007", "(1 sur 4)",
            "Depuis l’émission du n° AP-2020-007, le 2 mars 2021 : la décision du jury"
            " J-2020-06 sur RNCP38052BC03 a été révoquée")

    def test_an_appeal_is_in_the_way_of_its_block_alone(self):
        self.recorded(
            described(), *partial(), decision("DecisionAppealed", "BC02", "2020-07-20"))
        text, _ = self.page()
        self.says(text, "Un recours contre la décision du jury J-2020-06 sur RNCP38052BC02")
        self.assertEqual(self.import_events(
            decision("DecisionAppealed", "BC03", "2020-07-21")).returncode, 0)
        self.refused(
            self.run_acquis("attest", "D-2019-014"), 1, "RNCP38052BC03 is pending",
            "acquis record AppealDecided jury=J-2020-06")
        text, _ = self.page("--anyway")
        self.says(text, "sur RNCP38052BC03 est en cours")

    def test_the_blocks_of_a_certification_that_is_awarded(self):
        self.recorded(described(), *whole())
        text, _ = self.page("--blocks")
        self.says(text, "ATTESTATION DE BLOCS", "ne remplace pas le certificat", "(4 sur 4)")
        self.assertNotIn("acquérir", text)


class Certified(Attesting):
    def test_the_attestation_of_the_certification(self):
        self.recorded(described(), *whole())
        text, _ = self.page()
        self.says(
            text, "ATTESTATION DE CERTIFICATION", "a obtenu la certification professionnelle",
            "délivrée le 18 juin 2020", "RNCP38052BC04", "n° AF-2020-031 du 3 juillet 2020")
        self.assertNotIn("J-2020-06", text)

    def test_the_certificate_has_all_that_is_asked_of_one(self):
        self.recorded(described(), *whole(identity(usageName="Martin")))
        for words in (["--certificate"], ["AF-2020-031", "--certificate"]):
            text, source = self.page(*words)
            self.says(
                text, "CERTIFICAT", "Madame Sandrine Anne MARTIN",
                "nom de naissance : LEFÈVRE, née le 9 avril 1981 à Lille (59)",
                "Chargé d’accueil dans le logement social",
                "enregistrée au répertoire national des certifications professionnelles (RNCP) sous le"
                " numéro 38052 par décision du directeur général de France compétences du"
                " 20 septembre 2019", "niveau 4 du cadre national", "(CEC) : niveau 4",
                "codes NSF : 332, 340", "A F P O L S", "n° AF-2020-031 du 3 juillet 2020",
                "Fait à Paris, le 3 juillet 2020", "Claire Signataire", "Directrice")
            self.assertNotIn("<img", source)
        text, _ = self.page("--certificate", lang="en,fr")
        self.says(text, "Qualifications Framework (EQF): level 4", "codes NSF : 332, 340",
                  "born on 9 April 1981 in Lille (59)", "née le 9 avril 1981")

    def test_a_number_that_is_not_the_one_in_force(self):
        self.recorded(
            described(), *whole(),
            event("CertificateReissued", "2021-01-05", candidacy="D-2019-014",
                  number="AF-2021-001", replaces="AF-2020-031", grounds="motifsecret"))
        self.refused(
            self.run_acquis("attest", "D-2019-014", "AF-2020-031", "--certificate"), 1,
            "AF-2021-001")
        self.refused(
            self.run_acquis("attest", "D-2019-014", "AF-1999-001", "--certificate"), 2)
        text, _ = self.page("--certificate")
        self.says(text, "n° AF-2021-001 du 5 janvier 2021", "remplace le n° AF-2020-031")

    def test_no_number_no_award_a_revoked_award(self):
        self.recorded(described(), *whole()[:-1])
        self.refused(
            self.run_acquis("attest", "D-2019-014", "--certificate"), 1,
            "no certificate number was issued", "acquis record CertificateIssued")
        text, _ = self.page()
        self.says(text, "Le certificat n’est pas encore émis")
        self.assertEqual(self.import_events(
            event("CertificationRevoked", "2021-02-01", candidacy="D-2019-014",
                  grounds="motifsecret")).returncode, 0)
        for words in ([], ["--blocks"], ["--certificate"], ["--anyway"]):
            self.refused(
                self.run_acquis("attest", "D-2019-014", *words), 1, "revoked")

    def test_an_award_annulled_is_not_attested_again(self):
        self.recorded(described(), *whole())
        log = self.run_acquis("log", "--type", "CertificationAwarded").stdout
        award = json.loads(log)["id"]
        outcome = self.run_acquis(
            "annul", award, "--reason", "motifsecret", "--by", "officer:1", "--yes")
        if outcome.returncode == 2:
            outcome = self.run_acquis(
                "annul", award, "--reason", "motifsecret", "--by", "officer:1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.refused(
            self.run_acquis("attest", "D-2019-014", "--certificate", "--anyway"), 1,
            "not awarded")
        self.refused(self.run_acquis("attest", "D-2019-014"), 1, "AF-2020-031")
        text, _ = self.page("--anyway")
        self.says(text, "ATTESTATION DE BLOCS", "n’a pas encore été délivrée")


class InTheWay(Attesting):
    def test_a_candidacy_that_the_ledger_does_not_know(self):
        self.recorded(described(), *partial())
        self.refused(self.run_acquis("attest", "D-2019-015"), 2, "D-2019-014")

    def test_nothing_is_held(self):
        self.recorded(described(), *opening(), *jury(),
                      decision("BlockRefused", "BC02", grounds="motifsecret"))
        self.refused(
            self.run_acquis("attest", "D-2019-014"), 1, "nothing is held",
            "acquis letters J-2020-06 --kind result")

    def test_who_signs_is_asked_once_by_a_line_that_works(self):
        self.recorded(*whole())
        refusal = self.run_acquis("attest", "D-2019-014", "--certificate", "--anyway")
        self.refused(refusal, 1, "acquis record CertifierDescribed")
        shown = next(line for line in refusal.stderr.splitlines()
                     if line.strip().startswith("acquis record CertifierDescribed"))
        for capitals, words in {
                "VILLE": "Paris", "FONCTION": "Directrice", "PRÉNOM NOM": "Claire d’Exemple",
                "AAAA-MM-JJ": "2019-09-20"}.items():
            self.assertIn(capitals, shown)
            shown = shown.replace(capitals, words)
        outcome = self.run_acquis(*shlex.split(shown)[1:], "--by", "officer:1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        text, _ = self.page("--certificate")
        self.says(text, "Claire d’Exemple", "Directrice", "Fait à Paris", "20 septembre 2019")

    def test_a_certifier_without_a_signatory(self):
        bare = described()
        del bare["data"]["signatories"]
        self.recorded(bare, *partial())
        refusal = self.run_acquis("attest", "D-2019-014")
        self.refused(refusal, 1, "no signatory", "acquis record CertifierDescribed", "place=Paris",
                     '"decisionOn":"2019-09-20"')

    def test_nobody_is_named_by_whom_nobody_knows(self):
        self.recorded(described(), *partial()[1:])
        self.refused(
            self.run_acquis("attest", "D-2019-014"), 1, "no identity is recorded",
            "acquis record CandidateRegistered candidate=P-2019-014")

    def test_an_erased_person_is_not_attested(self):
        self.recorded(described(), *partial())
        outcome = self.run_acquis(
            "erase", "P-2019-014", "--reason", "demande", "--by", "officer:1", "--yes")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        for words in ([], ["--anyway"]):
            self.refused(self.run_acquis("attest", "D-2019-014", *words), 1, "erased")

    def test_a_birth_that_is_not_known_is_passed_over_if_asked(self):
        person = identity()
        del person["birthPlace"]
        self.recorded(described(), *whole(person))
        self.refused(
            self.run_acquis("attest", "D-2019-014", "--certificate"), 1, "place of birth",
            "CandidateIdentityCorrected candidate=P-2019-014 --data -")
        text, _ = self.page("--certificate", "--anyway")
        self.says(text, "née le 9 avril 1981")

    def test_wrong_calls(self):
        self.recorded(described(), *partial())
        for words in (["AP-2020-007"], ["--certificate", "--blocks"], ["--lang", "fr,de"],
                      ["--to", "page.txt"]):
            self.refused(self.run_acquis("attest", "D-2019-014", *words), 2)
        self.refused(self.run_acquis("status", "D-2019-014", "--lang", "fr,en"), 2)


class Paper(Attesting):
    def test_a_long_name_with_every_sign(self):
        self.recorded(described(), *partial(identity(birthName=LONGEST)))
        text, source = self.page()
        self.says(text, LONGEST.upper())
        self.assertIn("&amp; &lt;FILS&gt;", source)
        self.assertNotIn("<Fils>", source)
        title = ElementTree.fromstring(source.split("\n", 1)[1]).find("head/title").text
        self.assertEqual(title, "Attestation de blocs de compétences D-2019-014")

    def test_two_languages_are_marked(self):
        self.recorded(described(), *partial())
        text, source = self.page("--on", "2026-11-25", lang="fr,en")
        self.says(text, "a pris fin le 18 juin 2025", "ended on 18 June 2025")
        self.assertIn('<span lang="fr">', source)
        self.assertIn('lang="en">', source)
        self.assertIn('<html lang="fr">', source)

    def test_a_file_is_its_owners_alone_and_the_same_each_time(self):
        self.recorded(described(), *partial())
        file = self.folder / "attestation.html"
        words = ("attest", "D-2019-014", "--on", "2026-11-25", "--lang", "fr")
        outcome = self.run_acquis(*words, "--to", str(file))
        self.assertEqual((outcome.returncode, outcome.stdout), (0, ""), outcome.stderr)
        self.assertEqual(stat.S_IMODE(os.stat(file).st_mode), 0o600)
        self.assertIn("ne peut pas être repris", outcome.stderr)

    def test_the_demonstration_has_each_paper(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        for words, said in (
                (["DEMO-D-0001"], "ATTESTATION DE CERTIFICATION"),
                (["DEMO-D-0001", "--certificate"], "CERTIFICAT"),
                (["DEMO-D-APPEAL"], "ATTESTATION DE BLOCS DE COMPÉTENCES"),
                (["DEMO-D-SUCCESSOR"], "reconnu par correspondance, RNCP38052BC01 (RNCP38052)"),
                (["DEMO-D-PARTIAL"], "ATTESTATION DE COMPOSANTES"),
                (["DEMO-D-COMPLETION"], "sont acquises sans limite de durée")):
            text, _ = self.page(*words[1:], candidacy=words[0])
            self.says(text, said, "signataire, lieu et dates fictifs", "Exemple, direction")


if __name__ == "__main__":
    unittest.main()
