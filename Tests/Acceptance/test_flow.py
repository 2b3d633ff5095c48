"""The certification flow for the Caisse des Dépôts: what it holds, what keeps it from being written, and how a
recorded one is written again.

Reads the program's path from $ACQUIS.
"""

import datetime
import json
import os
import pathlib
import pty
import stat
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from trials import Trials, event, needed, run, together, words

SCHEMA = pathlib.Path(
    os.environ.get("ACQUIS_SHARED", pathlib.Path(__file__).parents[3] / "shared")
) / "reference" / "cpf-flux-1.1.2.xsd"
CPF = "{urn:cdc:cpf:pc5:schema:1.0.0}"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
CODE = "RNCP38052"
DAY = "2026-07-01"
LONG = "Exemplaire" * 6
CERTIFIER = {
    "certifier": {"name": "Organisme Essai", "siret": "78435388000023"}, "place": "Paris"}
DEPOSITOR = {"clientId": "00001234", "contractId": "MCFCER000000"}


def described(depositor=DEPOSITOR, day="2026-01-02", **more):
    data = {**CERTIFIER, **more}
    return event(
        "CertifierDescribed", day, **data, **({"depositor": depositor} if depositor else {}))


def identity(name="Nomsecret", first=("Prénomsecret",), **more):
    return {"birthName": name, "firstNames": list(first), "birthDate": "1981-04-09", "sex": "F",
            "birthPlace": {"inseeCode": "59350", "label": "Lille"}, **more}


def jury(number="J1", first="2026-06-18", last=None, mode="onSite"):
    more = {"sessionTo": last} if last else {}
    return event("JuryConvened", "2026-05-04", jury=number, certification=CODE, sessionOn=first,
                 mode=mode, **more)


def awarded(number, who, award="2026-06-22", juries=("J1",) * 4, code=CODE, blocks=4,
            pathway="experience", day="2026-06-18"):
    """A person registered, enrolled, validated and certified; nobody is registered without an identity."""
    return [
        *([event("CandidateRegistered", "2026-01-05", candidate=f"P{number}", identity=who)]
          if who else []),
        event("CandidateEnrolled", "2026-01-06", candidacy=f"D{number}", candidate=f"P{number}",
              certification=code, pathway=pathway),
        *[event("BlockValidated", day, candidacy=f"D{number}", jury=juries[block - 1],
                block=f"{code}BC0{block}") for block in range(1, blocks + 1)],
        event("CertificationAwarded", award, candidacy=f"D{number}")]


class FlowScene(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.flow = self.folder / "flux.xml"

    def cpf(self, *words, **options):
        return run(self.ledger, "export", "cpf", *words, **options)

    def written(self, *words, to=None):
        """A flow written to a file, and what was said."""
        path = pathlib.Path(to or self.folder / f"flux-{len(list(self.folder.iterdir()))}.xml")
        outcome = self.cpf("--to", str(path), *words)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return path.read_bytes(), outcome

    def valid(self, content):
        """The root of a flow that the schema accepts."""
        needed("xmllint", "the flow against the schema of the Caisse des Dépôts")
        if not SCHEMA.exists():
            print(f"\nNOT TESTED, for want of {SCHEMA}: the flow against it", file=sys.stderr)
            raise unittest.SkipTest("needs the schema")
        checked = subprocess.run(
            ["xmllint", "--noout", "--schema", str(SCHEMA), "-"], input=content,
            capture_output=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr.decode())
        return ElementTree.fromstring(content)

    def passages(self, content):
        return {passage.find(f"{CPF}identificationTitulaire/{CPF}titulaire/{CPF}nomNaissance").text:
                passage for passage in self.valid(content).iter(f"{CPF}passageCertification")}

    def text(self, element, name):
        found = element.find(f".//{CPF}{name}")
        return None if found is None else (found.text or found.get(NIL))


class Contents(FlowScene):
    def test_special_names_places_and_days(self):
        self.imported(
            described(), jury(),
            *awarded(1, identity("N'Dœuf & Fils", ("Anne", "Zoe\u0301", "Lise", "Quatre"))),
            *awarded(2, identity(LONG, birthDate="1975", usageName="Essai")),
            *awarded(3, identity("Étrangère", birthDate="1969-02", birthPlace={
                "inseeCode": "99350", "label": "Casablanca"})),
            *awarded(4, identity("Postal", birthPlace={"postalCode": "75002"})))
        content, _ = self.written("--on", DAY)
        found = self.passages(content)
        self.assertEqual(set(found), {"N'Dœuf & Fils", LONG, "Étrangère", "Postal"})
        first = found["N'Dœuf & Fils"]
        for name, value in {
                "prenom1": "Anne", "prenom2": "Zoé", "prenom3": "Lise", "nomUsage": "true",
                "dateDebutExamen": "2026-06-18", "dateFinExamen": "2026-06-18",
                "modalitePassageExamen": "EN_PRESENTIEL", "dateDebutValidite": "2026-06-22",
                "dateFinValidite": "true", "modaliteAcces": "VAE", "dateInscription": "2026-01-06",
                "jourNaissance": "9", "moisNaissance": "4", "codeInsee": "59350",
                "libelleCommuneNaissance": "Lille", "codePaysNaissance": None}.items():
            self.assertEqual(self.text(first, name), value, name)
        self.assertIn("N&apos;Dœuf &amp; Fils".encode(), content)
        self.assertEqual(self.text(found[LONG], "moisNaissance"), "true")
        self.assertEqual(self.text(found[LONG], "nomUsage"), "Essai")
        self.assertEqual(self.text(found["Étrangère"], "moisNaissance"), "2")
        self.assertEqual(self.text(found["Étrangère"], "jourNaissance"), "true")
        self.assertEqual(self.text(found["Étrangère"], "codePaysNaissance"), "350")
        self.assertEqual(self.text(found["Postal"], "codePostal"), "75002")
        self.assertNotIn(b"@", content)

    def test_it_is_what_is_owed(self):
        self.imported(
            described(), jury(), *awarded(1, identity("Ancienne"), award="2021-06-30"),
            *awarded(2, identity("Due")), *awarded(3, identity("Acceptée")),
            *awarded(4, identity("Rejetée")), *awarded(5, identity("Déposée")),
            *awarded(6, identity("Révoquée")), *awarded(7, identity("Décédée")),
            event("AwardDeclared", "2026-06-23", candidacy="D3", flow="F1"),
            event("DeclarationAnswered", "2026-06-24", candidacy="D3", flow="F1",
                  outcome="accepted"),
            event("AwardDeclared", "2026-06-23", candidacy="D4", flow="F1"),
            event("DeclarationAnswered", "2026-06-24", candidacy="D4", flow="F1",
                  outcome="rejected", grounds="motif"),
            event("AwardDeclared", "2026-06-23", candidacy="D5", flow="F1"),
            event("CertificationRevoked", "2026-06-25", candidacy="D6", grounds="motif"),
            event("CandidateDeceased", "2026-06-25", candidate="P7"))
        content, outcome = self.written("--on", DAY, "--json")
        self.assertEqual(set(self.passages(content)), {"Due", "Rejetée", "Déposée"})
        answer = json.loads(outcome.stdout)
        self.assertEqual(answer["passages"], 3)
        self.assertIsNone(answer["recorded"])
        self.assertEqual(answer["again"], [{"candidacy": "D5", "flow": "F1"}])
        self.assertEqual(answer["rejectedUnchanged"], ["D4"])
        self.assertEqual(
            [(one["candidacy"], one["problems"][0]["problem"]) for one in answer["left"]],
            [("D7", "deceased")])
        outcome = self.cpf("--on", DAY, "--due-by", "2026-09-21")
        self.assertEqual((outcome.returncode, outcome.stdout, outcome.stderr.strip()), (
            0, "", "no award to be declared: nothing was written"))
        outcome = self.cpf("--on", DAY, "--due-by", "2026-09-21", "--to", str(self.flow))
        self.assertEqual((outcome.returncode, outcome.stdout.strip()), (
            0, "no award to be declared: nothing was written"))
        self.assertFalse(self.flow.exists())
        content, _ = self.written("--on", DAY, "--due-by", "2026-09-22")
        self.assertEqual(len(self.passages(content)), 3)

    def test_a_validity_that_ends_after_the_schemas_days_is_without_end(self):
        framework = next(
            entry for entry in map(json.loads, self.done("log", "--json").splitlines())
            if entry["type"] == "CertificationRegistered"
            and entry["data"]["certification"] == CODE)
        for code, years in (("RNCP99998", 2), ("RNCP99999", 100)):
            other = json.loads(json.dumps(
                {key: framework[key] for key in ("type", "occurredOn", "recordedBy", "data")}
            ).replace(CODE, code))
            other["data"]["certificationValidity"] = {"years": years, "basis": "policy"}
            self.imported(other)
        self.imported(
            described(), jury(), *awarded(1, identity("Deux"), code="RNCP99998"),
            *awarded(2, identity("Cent"), code="RNCP99999"))
        found = self.passages(self.written("--on", DAY)[0])
        self.assertEqual({name: self.text(one, "dateFinValidite") for name, one in found.items()}, {
            "Deux": "2028-06-22", "Cent": "true"})

    def test_sessions_of_several_juries(self):
        self.imported(
            described(), jury("J1", "2026-06-02", "2026-06-03"),
            jury("J2", "2026-06-10", mode="remote"), jury("J3", "2026-06-10", mode="written"),
            event("JuryRescheduled", "2026-05-20", jury="J2", sessionOn="2026-06-11"),
            *awarded(1, identity("Mixte"), juries=("J1", "J1", "J2", "J2")),
            *awarded(2, identity("Écrit"), juries=("J1", "J1", "J3", "J3")),
            *awarded(3, identity("Inconnu"), blocks=0),
            *[event("PriorValidationRecognised", "2026-06-18", candidacy="D3", basis="equivalence",
                    block=f"{CODE}BC0{block}", source={"authority": "Essai"})
              for block in range(1, 5)])
        found = self.passages(self.written("--on", DAY)[0])
        told = {name: [self.text(one, key) for key in (
            "dateDebutExamen", "dateFinExamen", "modalitePassageExamen")]
            for name, one in found.items()}
        self.assertEqual(told, {
            "Mixte": ["2026-06-02", "2026-06-11", "MIXTE"],
            "Écrit": ["2026-06-02", "2026-06-10", None], "Inconnu": [None, None, None]})

    def test_an_award_made_anew_is_another_passage(self):
        self.imported(described(), jury(), *awarded(1, identity("Essai")))
        first = self.text(self.passages(self.written("--on", DAY)[0])["Essai"], "idTechnique")
        entry = json.loads(self.done("log", "--json").splitlines()[-1])
        self.assertEqual(first, entry["id"])
        self.done("annul", first, "--reason", "double", "--yes")
        self.imported(event("CertificationAwarded", "2026-06-22", candidacy="D1", jury="J1"))
        again = self.text(self.passages(self.written("--on", DAY)[0])["Essai"], "idTechnique")
        self.assertNotEqual(first, again)


class Incomplete(FlowScene):
    def test_all_are_told_before_anything_is_written(self):
        self.imported(
            described(), jury(), *awarded(1, identity()),
            *awarded(2, {key: value for key, value in identity().items() if key != "birthDate"}),
            *awarded(3, None), *awarded(4, identity(birthPlace={"inseeCode": "20004"})),
            *awarded(5, identity(birthPlace={"postalCode": "ABC12"})))
        size = self.log_size()
        outcome = self.stops(
            1, "export", "cpf", "--on", DAY, "--record", "--to", str(self.flow))
        for said in ("D2 (P2): the birth date is missing", "candidate=P2 identity.birthDate=… …`",
                     "D3 (P3)",
                     "CandidateRegistered candidate=P3", "D4 (P4): the INSEE code of the place of birth",
                     "candidate=P5 identity.birthPlace.postalCode=… …`",
                     "D5 (P5): the postal code of the place of birth"):
            self.assertIn(said, outcome.stderr)
        self.assertNotIn("D1", outcome.stderr)
        self.assertFalse(self.flow.exists())
        self.assertEqual(self.log_size(), size)
        content, outcome = self.written("--on", DAY, "--record", "--skip-incomplete", "--json")
        self.assertEqual(len(self.passages(content)), 1)
        answer = json.loads(outcome.stdout)
        self.assertEqual([one["candidacy"] for one in answer["left"]], ["D2", "D3", "D4", "D5"])
        self.assertEqual(answer["recorded"], {"first": size + 1, "last": size + 1})
        self.assertNotIn("secret", outcome.stdout + outcome.stderr)

    def test_what_is_missing_is_said_in_french(self):
        def without(*fields):
            return {key: value for key, value in identity().items() if key not in fields}
        self.imported(
            described(), jury(), *awarded(1, without("sex", "birthPlace")),
            *awarded(2, without("birthDate")), *awarded(3, identity(birthPlace={"inseeCode": "20004"})),
            *awarded(4, identity(birthPlace={"postalCode": "ABC12"})),
            *awarded(5, identity(birthDate="2026-07-02")))
        outcome = self.stops(1, "export", "cpf", "--on", DAY, "--lang", "fr")
        lines = [line.strip() for line in outcome.stderr.replace("\u202f", " ").replace(
            "\u00a0", " ").splitlines() if line.startswith("  ")]
        told = [line.split(" → ")[0].split(" : ", 1)[1] for line in lines]
        self.assertEqual(told, [
            "le sexe manque ; le lieu de naissance manque", "la date de naissance manque",
            "le code INSEE du lieu de naissance n’est celui d’aucun département (en Corse : 2A ou 2B)",
            "le code postal du lieu de naissance doit avoir 5 chiffres ; celui d’un lieu à l’étranger "
            "demande le code du pays",
            "la date de naissance doit être de 1900 ou après, et ne pas suivre le jour du flux"])
        self.assertIn("candidate=P1 identity.sex=… identity.birthPlace.inseeCode=… …`", lines[0])
        for line in lines:
            plain = "".join(line.split("`")[::2])
            for key in ("sex ", "birth", "inseeCode", "postalCode"):
                self.assertNotIn(key, plain)

    def test_what_would_be_rejected_is_said_in_french(self):
        self.imported(
            described(), jury(), *awarded(1, identity("Essai & Exemple")),
            *awarded(2, identity(birthPlace={"inseeCode": "59350", "countryCode": "109"})),
            *awarded(3, identity(birthPlace={
                "inseeCode": "99350", "label": "Essai", "countryCode": "352"})),
            *awarded(4, identity(birthPlace={"postalCode": "99350"})),
            *awarded(5, identity("-")), *awarded(6, identity("Essai 🙂")), *awarded(7, identity(first=("Анна",))),
            *awarded(8, identity(birthPlace={"postalCode": "00000", "label": "Ville fictive"})))
        outcome = self.stops(1, "export", "cpf", "--on", DAY, "--lang", "fr")
        lines = [line.strip() for line in outcome.stderr.replace("\u202f", " ").replace(
            "\u00a0", " ").splitlines() if line.startswith("  ")]
        country = ("le code du pays de naissance contredit le code INSEE du lieu de naissance "
                   "(la France : 100)")
        self.assertEqual([line.split(" → ")[0].split(" : ", 1) for line in lines], [
            ["D2 (P2)", country], ["D3 (P3)", country],
            ["D4 (P4)", "pour un code postal en 99…, le code du pays de naissance doit être donné"],
            ["D5 (P5)", "le nom de naissance n’a aucune lettre"],
            ["D6 (P6)", "le nom de naissance a des caractères que l’état civil n’écrit pas"],
            ["D7 (P7)", "le premier prénom a des caractères que l’état civil n’écrit pas"]])
        self.assertIn("candidate=P2 identity.birthPlace.countryCode=… …`", lines[0])
        content, outcome = self.written("--on", DAY, "--skip-incomplete", "--json")
        self.assertEqual(len(self.passages(content)), 2)
        self.assertEqual([one["problems"][0]["problem"] for one in json.loads(outcome.stdout)["left"]], [
            "otherCountry", "otherCountry", "postalAbroad", "letterless", "characters", "characters"])

    def test_a_depositor_is_asked_for(self):
        self.imported(jury(), *awarded(1, identity()))
        self.assertIn("CertifierDescribed", self.stops(1, "export", "cpf", "--on", DAY).stderr)
        self.imported(described(None))
        self.assertIn("depositor", self.stops(1, "export", "cpf", "--on", DAY).stderr)

    def test_two_depositors_are_two_flows(self):
        framework = next(
            entry for entry in map(json.loads, self.done("log", "--json").splitlines())
            if entry["type"] == "CertificationRegistered"
            and entry["data"]["certification"] == CODE)
        other = json.loads(
            json.dumps({key: framework[key] for key in ("type", "occurredOn", "recordedBy", "data")})
            .replace(CODE, "RNCP99999").replace("78435388000023", "73282932000074"))
        other["data"]["certifiers"] = [{"name": "Autre Essai", "siret": "73282932000074"}]
        self.imported(
            described(), other,
            described({"clientId": "00009999", "contractId": "X"}, certifier={
                "name": "Autre Essai", "siret": "73282932000074"}),
            jury(), *awarded(1, identity("Un")), *awarded(2, identity("Deux"), code="RNCP99999"))
        self.assertIn("--certification", self.stops(2, "export", "cpf", "--on", DAY).stderr)
        found = self.passages(self.written("--on", DAY, "--certification", "RNCP99999")[0])
        self.assertEqual(set(found), {"Deux"})

    def test_a_file_that_cannot_be_written(self):
        self.imported(described(), jury(), *awarded(1, identity()))
        size = self.log_size()
        self.flow.write_text("là")
        self.stops(2, "export", "cpf", "--on", DAY, "--record", "--to", str(self.flow))
        self.stops(3, "export", "cpf", "--on", DAY, "--record", "--to",
                   str(self.folder / "absent" / "flux.xml"))
        self.assertEqual(self.flow.read_text(), "là")
        self.assertEqual(self.log_size(), size)

    def test_ids(self):
        self.imported(described(), jury(), *awarded(1, identity()))
        self.stops(2, "export", "cpf", "--on", DAY, "--record", "--flow", "F" * 51)
        self.stops(2, "export", "cpf", "--on", DAY, "--record", "--flow", "un flux")
        self.stops(2, "export", "cpf", "--on", DAY, "--flow", "F-2026-001")
        self.stops(2, "export", "cpf", "--on", DAY, "--json")
        self.assertIn("F-2026-001", self.cpf("--on", DAY).stdout)
        content, _ = self.written("--on", DAY, "--record", "--flow", "F" * 50)
        self.assertEqual(self.text(self.valid(content), "idFlux"), "F" * 50)

    def test_a_file_of_messages_names_nobody(self):
        self.imported(described(), jury(), *awarded(1, identity()), *awarded(2, {
            key: value for key, value in identity("Autresecret").items() if key != "sex"}))
        ours, theirs = pty.openpty()
        for more, isNamed in (((), False), (("--names",), True)):
            process = subprocess.run(
                words(self.ledger, "export", "cpf", "--on", DAY, *more), stdout=theirs,
                stderr=subprocess.PIPE, text=True, check=False, timeout=120)
            self.assertEqual(process.returncode, 1, process.stderr)
            self.assertIn("D2", process.stderr)
            self.assertEqual("secret" in process.stderr.lower(), isNamed, process.stderr)
        os.close(ours)
        os.close(theirs)


class AsKnown(FlowScene):
    def test_a_preview_as_it_was_known(self):
        self.imported(described(), jury(), *awarded(1, identity("Un")))
        known = self.log_size()
        then, _ = self.written("--on", DAY)
        self.imported(
            *awarded(2, identity("Deux")),
            event("CandidateIdentityCorrected", DAY, candidate="P1", identity=identity("Corrigée")))
        self.assertEqual(set(self.passages(self.written("--on", DAY)[0])), {"Corrigée", "Deux"})
        again, _ = self.written("--on", DAY, "--known", str(known))
        self.assertEqual(set(self.passages(again)), {"Un"})
        stamp = "horodatage>"
        self.assertEqual(*[text.decode().split(stamp)[::2] for text in (then, again)])
        before, size = self.cpf("--on", DAY, "--known", "2"), self.log_size()
        self.assertEqual((before.returncode, before.stdout), (0, ""))
        self.stops(2, "export", "cpf", "--on", DAY, "--known", str(size + 1))
        outcome = self.stops(2, "export", "cpf", "--on", DAY, "--known", str(known), "--record")
        self.assertIn("--known", outcome.stderr)
        self.assertEqual(self.log_size(), size)
        self.written("--on", DAY, "--record")
        for more in ((), ("--record",)):
            outcome = self.stops(
                2, "export", "cpf", "--flow", "F-2026-001", "--known", str(known), *more)
            self.assertIn("--known", outcome.stderr)

    def test_partial_certificates_are_not_sent_and_counted(self):
        self.imported(described(), jury(), *awarded(1, identity("Un")))
        self.assertNotIn("partial", self.written("--on", DAY)[1].stderr)
        for number in (2, 3):
            self.imported(
                *awarded(number, identity("Partiel"), blocks=2)[:-1],
                event("PartialCertificateIssued", "2026-06-22", candidacy=f"D{number}",
                      number=f"2026-00{number}", blocks=[f"{CODE}BC01"]))
        content, outcome = self.written("--on", DAY)
        self.assertEqual(set(self.passages(content)), {"Un"})
        self.assertIn("2 partial certificates: partial certificates are not sent", outcome.stderr)
        self.assertIn(
            "certificats partiels ne sont pas transmis",
            self.written("--on", DAY, "--lang", "fr")[1].stderr)

    def test_what_a_deposit_breaks_is_reported(self):
        self.imported(described(), jury(), *awarded(1, identity("Un"), award="2026-02-02"),
                      *awarded(2, identity("Deux"), award="2026-02-03"), *awarded(3, identity("Trois")))
        content, outcome = self.written("--on", DAY, "--record")
        self.assertIn("R21", outcome.stderr)
        self.assertNotIn("R21", outcome.stdout)
        self.assertNotIn("R21", self.written("--flow", "F-2026-001")[1].stderr)
        self.assertEqual(self.written("--flow", "F-2026-001")[0], content)


class Recorded(FlowScene):
    def setUp(self):
        super().setUp()
        self.imported(
            described(), jury(), *awarded(1, identity("Un")), *awarded(2, identity("Deux")),
            *awarded(3, identity("Trois")), *awarded(4, identity("Quatre")))

    def test_byte_for_byte_whatever_happens_since(self):
        size = self.log_size()
        content, outcome = self.written("--on", DAY, "--record", "--json", to=self.flow)
        self.assertEqual(stat.S_IMODE(self.flow.stat().st_mode), 0o600)
        answer = json.loads(outcome.stdout)
        self.assertEqual(
            answer, {"flow": "F-2026-001", "passages": 4,
                     "recorded": {"first": size + 1, "last": size + 4}, "file": str(self.flow),
                     "left": [], "again": [], "madeAnew": [], "rejectedUnchanged": [],
                     "acceptedSince": [], "revokedSince": [], "deceasedSince": [],
                     "partialCertificates": 0})
        root = self.valid(content)
        entries = [json.loads(text) for text in self.done("log", "--json").splitlines()][size:]
        self.assertEqual({entry["type"] for entry in entries}, {"AwardDeclared"})
        self.assertEqual({entry["data"]["flow"] for entry in entries}, {"F-2026-001"})
        # The same second: in Paris in the file, in UTC in the log.
        written = datetime.datetime.fromisoformat(root.find(f"{CPF}horodatage").text)
        recorded = datetime.datetime.fromisoformat(entries[0]["recordedAt"])
        self.assertEqual(written, recorded.replace(microsecond=0))
        self.assertEqual(self.answer("status", "D1")["declaration"]["answer"], "deposited")

        # Right after: an entry of the same flow and writer, about a passage that the file has.
        self.done("record", "AwardDeclared", "candidacy=D1", "flow=F-2026-001", "--on", DAY,
                  "--by", entries[0]["recordedBy"])
        self.imported(
            event("CandidateRegistered", "2026-06-30", candidate="P30", identity=identity("Trente")),
            event("CandidateIdentityCorrected", "2026-06-30", candidate="P1",
                  identity=identity("Corrigée")),
            described({"clientId": "99999999", "contractId": "Y"}, day="2026-06-30"),
            event("CertificationRevoked", "2026-06-30", candidacy="D2", grounds="motif"),
            event("CandidateMerged", "2026-06-30", candidate="P3", into="P30"))
        self.done("annul", entries[3]["id"], "--reason", "essai", "--yes")
        again, outcome = self.written("--flow", "F-2026-001")
        self.assertEqual(again, content)
        for said in ("corrected since", "P1", "made anew since: D2", "P3 → P30",
                     "annulled since in the ledger: D4"):
            self.assertIn(said, outcome.stderr)
        self.assertNotIn("not in this file", outcome.stderr)
        self.assertEqual(self.cpf("--flow", "F-2026-001", text=False).stdout, content)

    def test_who_was_erased_since_is_no_longer_in_it(self):
        content, _ = self.written("--on", DAY, "--record")
        self.done("erase", "P2", "--reason", "asked", "--yes")
        again, outcome = self.written("--flow", "F-2026-001")
        self.assertEqual(set(self.passages(again)), {"Un", "Trois", "Quatre"})
        self.assertIn("D2 (P2): identity erased", outcome.stderr)
        self.assertNotEqual(again, content)
        # The next flow is written without them, too.
        _, outcome = self.written("--on", DAY, "--json")
        self.assertEqual(json.loads(outcome.stdout)["passages"], 3)

    def test_twice_is_once(self):
        content, _ = self.written("--on", DAY, "--record", "--flow", "CDC-1")
        size = self.log_size()
        again, outcome = self.written("--on", DAY, "--record", "--flow", "CDC-1")
        self.assertEqual((again, self.log_size()), (content, size))
        self.assertIn("nothing was recorded again", outcome.stderr)
        self.assertIn("CDC-1", self.stops(2, "export", "cpf", "--flow", "CDC-2").stderr)
        self.stops(2, "export", "cpf", "--flow", "CDC-1", "--due-by", DAY)

    def test_nothing_is_left_after_acceptance(self):
        self.written("--on", DAY, "--record")
        self.imported(*[
            event("DeclarationAnswered", DAY, candidacy=f"D{number}", flow="F-2026-001",
                  outcome="accepted") for number in range(1, 5)])
        outcome = self.cpf("--on", DAY, "--json", "--record", "--to", str(self.flow))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(json.loads(outcome.stdout)["passages"], 0)
        self.assertFalse(self.flow.exists())

    def test_a_flow_recorded_by_hand(self):
        for number in (1, 2):
            self.done("record", "AwardDeclared", f"candidacy=D{number}", "flow=MAIN", "--on", DAY)
        content, outcome = self.written("--flow", "MAIN")
        self.assertEqual(set(self.passages(content)), {"Un"})
        self.assertIn("1 award declared apart under this flow's id, and not in this file: D2", outcome.stderr)

    def test_a_flow_imported(self):
        self.imported(*[
            event("AwardDeclared", DAY, candidacy=f"D{number}", flow="MAIN")
            for number in (1, 2, 1)])
        content, outcome = self.written("--flow", "MAIN")
        self.assertEqual(set(self.passages(content)), {"Un", "Deux"})
        self.assertNotIn("no longer the one deposited", outcome.stderr)

    def test_standard_output_and_its_messages_apart(self):
        outcome = self.cpf("--on", DAY, "--record")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.valid(outcome.stdout.encode())
        self.assertIn("flow F-2026-001: 4 awards; deposit recorded", outcome.stderr)
        self.assertIn("nothing was recorded", self.cpf("--on", DAY).stderr)
        self.assertIn("4 awards deposited already", self.cpf("--on", DAY).stderr)

    def test_a_file_that_fails_once_the_deposit_is_recorded(self):
        needed("strace", "a disk that is full once the deposit is recorded")
        outcome = self.cpf(
            "--on", DAY, "--record", "--to", str(self.flow),
            before=["strace", "-f", "-o", os.devnull, "-e", "trace=linkat", "-e",
                    "inject=linkat:error=ENOSPC"])
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("flow F-2026-001 is recorded: `acquis export cpf --flow F-2026-001 --to FILE`",
                      outcome.stderr)
        self.assertFalse(self.flow.exists())
        self.assertEqual(len(self.passages(self.written("--flow", "F-2026-001")[0])), 4)

    def test_an_output_that_fails_once_the_deposit_is_recorded(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            outcome = subprocess.run(
                [os.environ["ACQUIS"], "export", "cpf", "--on", DAY, "--record", "--ledger",
                 str(self.ledger)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("flow F-2026-001 is recorded", outcome.stderr)

    def test_several_at_once_never_send_the_same_awards_unseen(self):
        size = self.log_size()
        outcomes = [
            subprocess.Popen(
                [os.environ["ACQUIS"], "export", "cpf", "--on", DAY, "--record", "--to",
                 str(self.folder / f"{number}.xml"), "--ledger", str(self.ledger)],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for number in range(4)]
        written = []
        for number, process in enumerate(outcomes):
            _, said = process.communicate(timeout=120)
            file = self.folder / f"{number}.xml"
            if process.returncode == 0:
                written.append(file.read_bytes())
                continue
            self.assertEqual(process.returncode, 1, said)
            self.assertRegex(said, r"flow F-2026-00\d.* was just recorded \(by: clerk:.*\), with 4 awards of "
                                   r"this one: nothing was recorded")
            self.assertFalse(file.exists())
        self.assertGreater(len(written), 0)
        self.assertEqual(self.log_size(), size + 4 * len(written))
        flows = {self.text(self.valid(content), "idFlux") for content in written}
        self.assertEqual(len(flows), len(written))
        for content in written:
            name = self.text(self.valid(content), "idFlux")
            self.assertEqual(self.written("--flow", name)[0], content)

    def test_one_name_at_once_is_recorded_once(self):
        size = self.log_size()
        outcomes = together([
            words(self.ledger, "export", "cpf", "--on", DAY, "--record", "--flow", "CDC-1", "--to",
                  str(self.folder / f"{number}.xml")) for number in range(4)])
        self.assertEqual([one.returncode for one in outcomes], [0] * 4, outcomes)
        self.assertEqual(sum("nothing was recorded again" in one.stderr for one in outcomes), 3)
        self.assertEqual(self.log_size(), size + 4)
        files = {(self.folder / f"{number}.xml").read_bytes() for number in range(4)}
        self.assertEqual(files, {self.written("--flow", "CDC-1")[0]})

    def answered(self, outcome, *numbers, flow="F-2026-001", day="2026-07-05"):
        self.imported(*[
            event("DeclarationAnswered", day, candidacy=f"D{number}", flow=flow, outcome=outcome,
                  **({"grounds": "motif"} if outcome == "rejected" else {})) for number in numbers])

    def test_a_deposit_of_an_earlier_day_leaves_out_what_is_accepted_or_revoked_since(self):
        self.written("--on", DAY, "--record")
        self.answered("accepted", 1, 2)
        self.imported(event("CertificationRevoked", "2026-07-06", candidacy="D3", grounds="motif"))
        # Without a deposit it is what was owed that day.
        self.assertEqual(len(self.passages(self.written("--on", "2026-06-30")[0])), 4)
        content, outcome = self.written("--on", "2026-06-30", "--record")
        self.assertEqual(set(self.passages(content)), {"Quatre"})
        self.assertIn("2 awards accepted since, left out: D1, D2", outcome.stderr)
        self.assertIn("1 award revoked or made anew since, left out: D3", outcome.stderr)
        self.answered("accepted", 4, flow="F-2026-002")
        size = self.log_size()
        outcome = self.cpf("--on", "2026-06-30", "--record", "--lang", "fr")
        self.assertEqual((outcome.returncode, outcome.stdout), (0, ""))
        self.assertIn("3 délivrances acceptées depuis, laissées de côté",
                      outcome.stderr.replace("\u202f", " ").replace("\u00a0", " "))
        self.assertEqual(self.log_size(), size)

    def test_a_deposit_of_an_earlier_day_has_the_identities_of_today(self):
        self.imported(
            event("CandidateIdentityCorrected", "2026-07-02", candidate="P1", identity=identity("Corrigée")),
            event("CandidateDeceased", "2026-07-02", candidate="P2"))
        self.assertEqual(
            set(self.passages(self.written("--on", DAY)[0])), {"Un", "Deux", "Trois", "Quatre"})
        content, outcome = self.written("--on", DAY, "--record", "--json")
        self.assertEqual(set(self.passages(content)), {"Corrigée", "Trois", "Quatre"})
        self.assertEqual(json.loads(outcome.stdout)["deceasedSince"], ["D2"])
        self.assertIn("1 award of a person deceased since, left out: D2", outcome.stderr)
        self.imported(
            event("CandidateIdentityCorrected", "2026-06-30", candidate="P3", identity=identity("Autre")),
            event("CandidateIdentityCorrected", "2026-07-03", candidate="P1", identity=identity("Encore")))
        again, outcome = self.written("--flow", "F-2026-001")
        self.assertEqual(again, content)
        self.assertIn("(the flow has that of then): P1, P3", outcome.stderr)

    def test_an_award_made_anew_after_its_deposit_is_sent_whatever_the_day(self):
        for number, (answer, day) in enumerate((
                ("accepted", DAY), ("rejected", "2026-06-22"), (None, "2026-06-25"), ("accepted", "2026-06-10")), 1):
            with self.subTest(answer=answer, day=day):
                self.imported(event("AwardDeclared", DAY, candidacy=f"D{number}", flow=f"F{number}"))
                if answer:
                    self.answered(answer, number, flow=f"F{number}", day=DAY)
                awards = [entry for entry in map(json.loads, self.done("log", "--json").splitlines())
                          if entry["type"] == "CertificationAwarded"
                          and entry["data"]["candidacy"] == f"D{number}"]
                self.done("annul", awards[-1]["id"], "--reason", "double", "--yes")
                self.imported(event("CertificationAwarded", day, candidacy=f"D{number}", jury="J1"))
                new = json.loads(self.done("log", "--json").splitlines()[-1])["id"]
                content, outcome = self.written("--on", DAY)
                self.assertIn(new, content.decode())
                self.assertIn(f"D{number} (flow F{number})", outcome.stderr)
        content, _ = self.written("--on", DAY, "--record", "--flow", "NOUVEAU")
        self.assertEqual(len(self.passages(content)), 4)
        _, outcome = self.written("--on", DAY)
        self.assertIn("4 awards deposited already, not answered yet: flow NOUVEAU", outcome.stderr)
        self.assertNotIn("made anew", outcome.stderr)
        # The answers to the former passages are not the new ones'.
        self.answered("accepted", 3, flow="F3")
        self.answered("accepted", 1, 2, 4, flow="NOUVEAU")
        self.assertEqual(set(self.passages(self.written("--on", "2026-07-06")[0])), {"Trois"})
        self.answered("accepted", 3, flow="NOUVEAU")
        self.assertEqual(self.cpf("--on", "2026-07-06").stdout, "")

    def test_a_flow_whose_deposits_are_all_annulled(self):
        self.written("--on", DAY, "--record", "--due-by", "2026-09-22")
        for entry in map(json.loads, self.done("log", "--json").splitlines()):
            if entry["type"] == "AwardDeclared":
                self.done("annul", entry["id"], "--reason", "essai", "--yes")
        size = self.log_size()
        for more in ((), ("--record", "--on", DAY)):
            outcome = self.stops(2, "export", "cpf", "--flow", "F-2026-001", *more)
            self.assertIn("the deposits of flow F-2026-001 were all annulled", outcome.stderr)
            self.assertNotIn("near", outcome.stderr)
        self.assertNotIn("F-2026-001", self.stops(2, "export", "cpf", "--flow", "F-2026-002").stderr)
        self.assertEqual(self.log_size(), size)
        _, outcome = self.written("--on", DAY, "--record", "--json")
        self.assertEqual(json.loads(outcome.stdout)["flow"], "F-2026-002")

    def test_the_ledgers_flows_are_offered(self):
        self.written("--on", DAY, "--record")
        offered = subprocess.run(
            [os.environ["ACQUIS"], "help", "completions", "--words", "export", "cpf", "--ledger",
             str(self.ledger), "--flow", ""], capture_output=True, text=True, check=True)
        self.assertEqual(offered.stdout.split(), ["F-2026-001"])

    def test_what_happened_since_is_said_and_counted(self):
        self.written("--on", DAY, "--record")
        _, outcome = self.written("--flow", "F-2026-001", "--json")
        self.assertEqual(json.loads(outcome.stdout)["since"], [])
        self.imported(
            event("CandidateRegistered", "2026-06-30", candidate="P30", identity=identity("Trente")),
            event("CandidateIdentityCorrected", "2026-06-30", candidate="P1", identity=identity("Corrigée")),
            event("CandidateMerged", "2026-06-30", candidate="P3", into="P30"),
            event("CertificationRevoked", "2026-06-30", candidacy="D4", grounds="motif"))
        self.done("erase", "P2", "--reason", "asked", "--yes")
        _, outcome = self.written("--flow", "F-2026-001", "--json")
        since = {(one["candidacy"], one["candidate"], one["what"]) for one in json.loads(outcome.stdout)["since"]}
        self.assertLessEqual(
            {("D1", "P1", "corrected"), ("D2", "P2", "erased"), ("D3", "P3", "merged"), ("D4", "P4", "awardChanged")},
            since)
        _, outcome = self.written("--flow", "F-2026-001")
        self.assertIn("this file is no longer the one deposited: it lacks D2 (P2)", outcome.stderr)
        self.assertIn("3 awards of 4 deposited", outcome.stdout)
        outcome = self.cpf("--flow", "F-2026-001", "--lang", "fr")
        said = outcome.stderr.replace("\u202f", " ").replace("\u00a0", " ")
        self.assertIn("ce fichier n’est plus celui qui a été déposé : il y manque D2 (P2)", said)
        self.assertIn("3 délivrances sur 4 déposées", said)

    def test_a_rejected_award_is_told_where_nothing_was_corrected(self):
        self.written("--on", DAY, "--record")
        self.answered("rejected", 1, 2, day=DAY)
        self.imported(event("CandidateIdentityCorrected", DAY, candidate="P2", identity=identity("Corrigée")))
        content, outcome = self.written("--on", DAY)
        self.assertEqual(len(self.passages(content)), 4)
        self.assertIn("1 award rejected, its person's identity not corrected since: D1\n", outcome.stderr)
        self.imported(event("CandidateIdentityCorrected", DAY, candidate="P1", identity=identity("Mieux")))
        self.assertNotIn("not corrected", self.written("--on", DAY)[1].stderr)


if __name__ == "__main__":
    unittest.main()
