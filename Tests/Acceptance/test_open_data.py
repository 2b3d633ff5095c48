"""Certifications taken in from France compétences' open data, and a person certified under each.

Reads the program's path from $ACQUIS.
"""

import csv
import datetime
import io
import json
import unicodedata
import unittest
import zipfile

from extracts import OPTIONAL, ROUTES, Extract
from flows import shared
from trials import Trials, event, run

FOLDERS = ["NFC", "NFD", "misread", "bytes"]
FORMS = [*FOLDERS, "flagged", "utf8", "decomposed", "cp437", "inside"]


def plain_words(text):
    """A text composed, its blanks made single spaces."""
    return " ".join(unicodedata.normalize("NFC", text or "").split())


class OpenData(Trials):
    def given(self, extract, form, name="export"):
        if form in FOLDERS:
            return extract.folder(self.folder / name, form)
        return extract.zip(self.folder / f"{name}.zip", form)

    def taken(self, source, code, *more):
        outcome = run(self.ledger, "catalogue", "import", source, "--code", code, *more)
        self.assertEqual(outcome.returncode, 0, f"{code}: {outcome.stdout}{outcome.stderr}")
        return outcome

    def registered(self, code):
        """The data of the framework's entry."""
        for line in self.done("log", "--subject", f"certification:{code}").splitlines():
            entry = json.loads(line)
            if entry["type"] == "CertificationRegistered" and entry["data"]["certification"] == code:
                return entry["data"]
        return self.fail(f"{code} is not registered")

    def is_as_stated(self, fiche, without=()):
        data = self.registered(fiche.code)
        self.assertEqual(data["register"], fiche.register)
        self.assertEqual(plain_words(data["title"]), plain_words(fiche.title))
        self.assertEqual(data.get("expiresOn"), str(fiche.ends))
        self.assertEqual(data.get("level"), fiche.level)
        self.assertEqual([one["siret"] for one in data["certifiers"]], [one[0].strip() for one in fiche.certifiers])
        self.assertEqual([plain_words(one["name"]) for one in data["certifiers"]],
                         [plain_words(one[1]) for one in fiche.certifiers])
        parts = {block["code"]: plain_words(block["title"]) for block in data["blocks"]}
        self.assertEqual(parts.keys(), fiche.parts().keys())
        for code, title in fiche.parts().items():
            if title is not None:
                self.assertEqual(parts[code], plain_words(title))
        self.assertEqual({one["pathway"] for one in data["pathways"] if one["open"]}, set(fiche.pathways))
        for name, codes in (("Nsf", fiche.nsf), ("Rome", fiche.rome), ("Formacode", fiche.formacode)):
            self.assertEqual(sorted(data["codes"].get(name.lower(), [])), sorted([] if name in without else codes))

    def certified_under(self, code, ends, suffixes=("html",)):
        """A person enrolled, summoned, validated in every part, awarded and attested, by the rules."""
        told = self.answer("certification", code)
        pathways = [one["pathway"] for one in told["pathways"] if one["open"] and not one["completionOnly"]]
        pathway = min(pathways, key=lambda name: (name == "experience", name))
        roles = {jury["pathway"]: jury["roles"] for jury in told["juries"]}[pathway]
        first = min(ends - datetime.timedelta(300), datetime.date(2024, 1, 15))
        name, jury = f"D-{code}", f"J-{code}"

        def on(shift):
            return str(first + datetime.timedelta(shift))
        members = [{"member": f"M{number}", "role": role} for number, role in enumerate(roles)]
        facts = [
            event("CandidateRegistered", on(0), candidate=f"P-{code}", identity={
                "birthName": f"Essai {code}", "firstNames": ["Zoé"], "birthDate": "1990-03-12", "sex": "F",
                "birthPlace": {"postalCode": "69003"}}),
            event("CandidateEnrolled", on(0), candidacy=name, candidate=f"P-{code}", certification=code,
                  pathway=pathway)]
        if pathway == "experience":
            facts += [event("DossierSubmitted", on(1), candidacy=name, kind="admissibility"),
                      event("AdmissibilityDecided", on(2), candidacy=name, admissible=True)]
        facts += [
            event("JuryConvened", on(10), jury=jury, certification=code, sessionOn=on(60), mode="onSite",
                  members=members),
            event("CandidateSummoned", on(10), jury=jury, candidacy=name),
            event("JuryHeld", on(60), jury=jury, present=[one["member"] for one in members]),
            *(event("BlockValidated", on(60), jury=jury, candidacy=name, block=block["code"])
              for block in told["blocks"]),
            event("CertificationAwarded", on(61), candidacy=name, jury=jury),
            # Whose documents they are, as `attest` asks for it.
            event("CertifierDescribed", on(61), certifier=self.registered(code)["certifiers"][0], place="Lyon",
                  signatories=[{"member": "M-SIGNATAIRE", "title": "Présidente", "name": "Ida Essai"}],
                  registrations=[{"certification": code, "decisionOn": on(-100)}])]
        outcome = self.recorded(*facts)
        self.assertEqual(outcome.returncode, 0, f"{code}: {outcome.stdout}{outcome.stderr}")
        self.assertEqual(self.answer("status", name, "--on", on(61))["status"], "certified")
        for suffix in suffixes:
            file = self.folder / f"{code}.{suffix}"
            self.done("attest", name, "--to", str(file), "--on", on(61))
            self.assertGreater(file.stat().st_size, 500)
        self.assertIn(code, (self.folder / f"{code}.html").read_text(encoding="utf-8"))


class ByChance(OpenData):
    def test_every_fiche_of_an_extract(self):
        for seed, form in enumerate(FORMS):
            with self.subTest(seed=seed, form=form):
                self.ledger = self.folder / f"{seed}.ledger"
                self.init()
                extract = Extract(100 + seed, fiches=4)
                source = self.given(extract, form, f"export{seed}")
                # Those with blocks first; of the others one is enough.
                chosen = sorted(extract.fiches.items(), key=lambda one: not one[1].blocks)[:2]
                for code, fiche in chosen:
                    with self.subTest(code=code, blocks=fiche.blocks, pathways=fiche.pathways):
                        self.taken(source, code)
                        self.is_as_stated(fiche)
                        self.certified_under(code, fiche.ends)
                self.done("audit", "verify")

    def test_what_is_there_is_not_taken_in_twice(self):
        self.init()
        extract = Extract(200)
        source = self.given(extract, "utf8")
        for code in extract.chain:
            self.taken(source, code)
        size = self.log_size()
        for code in extract.chain:
            outcome = self.stops(1, "catalogue", "import", source, "--code", code)
            self.assertIn(code, outcome.stderr + outcome.stdout)
        self.assertEqual(self.log_size(), size)
        # A fiche that succeeds another of the ledger: the supersession is proposed, not recorded.
        types = [json.loads(line)["type"] for line in self.done("log").splitlines()]
        self.assertNotIn("CertificationSuperseded", types)
        outcome = run(self.ledger, "catalogue", "import", source, "--code", extract.chain[1])
        self.assertIn("CertificationSuperseded", outcome.stdout + outcome.stderr)
        self.assertIn(extract.chain[0], outcome.stdout + outcome.stderr)

    def test_files_that_are_not_there(self):
        extract = Extract(201, without=OPTIONAL)
        self.init()
        source = self.given(extract, "NFC")
        for code, fiche in list(extract.fiches.items())[:3]:
            self.taken(source, code)
            self.is_as_stated(fiche, without=OPTIONAL)
        size = self.log_size()
        bare = Extract(202, without=["Standard"])
        self.stops(2, "catalogue", "import", self.given(bare, "NFC", "bare"), "--code", next(iter(bare.fiches)))
        self.assertEqual(self.log_size(), size)

    def test_what_the_files_do_not_state_is_asked_for(self):
        """Without the access routes, or the certifiers: taken in with what is missing marked, or asked for by
        options, never guessed in silence."""
        for missing in ("VoixdAccès", "Certificateurs"):
            with self.subTest(missing):
                self.ledger = self.folder / f"{missing}.ledger"
                self.init()
                extract = Extract(203, without=[missing])
                source = self.given(extract, "NFC", missing)
                outcome = run(self.ledger, "catalogue", "import", source, "--code", next(iter(extract.fiches)))
                self.assertIn(outcome.returncode, (0, 2), outcome.stderr)
                self.assertIn("--", outcome.stderr + outcome.stdout)

    def test_what_is_no_extract(self):
        self.init()
        extract = Extract(204)
        source = self.given(extract, "flagged")
        whole = (self.folder / "export.zip").read_bytes()
        wrong = {"cut": whole[:len(whole) // 2], "empty": b"", "text": b"bonjour", "spoilt": whole.replace(b"PK\1\2", b"PK\9\9")}
        for about, content in wrong.items():
            with self.subTest(about):
                file = self.folder / f"{about}.zip"
                file.write_bytes(content)
                self.stops(2, "catalogue", "import", str(file), "--code", next(iter(extract.fiches)))
        (self.folder / "vide").mkdir()
        self.stops(2, "catalogue", "import", str(self.folder / "vide"), "--code", "RNCP1")
        self.stops(2, "catalogue", "import", str(self.folder / "nulle-part"), "--code", "RNCP1")
        near = next(iter(extract.fiches))
        outcome = self.stops(2, "catalogue", "import", source, "--code", near[:-1] + "99")
        self.assertIn(near[:4], outcome.stderr)
        self.assertEqual(self.log_size(), 2)

    def test_who_takes_in_is_told(self):
        self.init()
        extract = Extract(205)
        code = next(iter(extract.fiches))
        self.taken(self.given(extract, "cp437"), code, "--by", "officer:7")
        last = json.loads(self.done("log").splitlines()[-1])
        self.assertEqual((last["type"], last["recordedBy"]), ("CertificationRegistered", "officer:7"))


class TheExtract(OpenData):
    """The extract of the reference material, read here by hand."""

    def rows(self, part):
        with zipfile.ZipFile(self.source) as archive:
            name = next(name for name in archive.namelist() if part in name)
            return list(csv.DictReader(io.StringIO(archive.read(name).decode()), delimiter=";"))

    def setUp(self):
        super().setUp()
        self.source = str(shared("export-fiches-csv-2024-02-22.zip"))
        self.init()

    def test_every_fiche_that_has_blocks(self):
        ends = {row["Numero_Fiche"]: row["Date_Fin_Enregistrement"] for row in self.rows("Standard")}
        blocks = self.rows("Blocs")
        for code in dict.fromkeys(row["Numero_Fiche"] for row in blocks):
            self.taken(self.source, code)
            data = self.registered(code)
            self.assertEqual({block["code"]: block["title"] for block in data["blocks"]}, {
                row["Bloc_Competences_Code"]: row["Bloc_Competences_Libelle"]
                for row in blocks if row["Numero_Fiche"] == code})
            self.certified_under(code, datetime.datetime.strptime(ends[code], "%d/%m/%Y").date(),
                                 suffixes=("html", "pdf"))

    def test_fiches_with_certifiers_and_no_blocks(self):
        for code, sirets in (("RS6117", ["78466840200018", "31504294500032"]), ("RNCP30271", ["82948645500019"])):
            self.taken(self.source, code)
            data = self.registered(code)
            self.assertEqual([one["siret"] for one in data["certifiers"]], sirets)
            self.assertEqual([block["code"] for block in data["blocks"]], [f"{code}-TOUT"])
            self.assertEqual({one["pathway"] for one in data["pathways"] if one["open"]}, {
                pathway for pathway, route in ROUTES.items()
                if [code, route] in [list(row.values()) for row in self.rows("Voix")]})

    def test_the_chain(self):
        outcomes = [run(self.ledger, "catalogue", "import", self.source, "--code", code)
                    for code in ("RNCP4049", "RNCP22094", "RNCP28155")]
        for outcome in outcomes:  # Their certifiers are not stated: marked so, or asked for by an option.
            self.assertIn(outcome.returncode, (0, 2), outcome.stderr)
            self.assertIn("--", outcome.stdout + outcome.stderr)


if __name__ == "__main__":
    unittest.main()
