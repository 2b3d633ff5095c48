"""Certifications taken from France compétences' open data, and what is done under them.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import resource
import shlex
import shutil
import subprocess
import sys
import unicodedata
import unittest
import zipfile

from shown import plainly
from test_command_line import ACQUIS, CommandLine

REFERENCE = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "reference"
EXTRACT = REFERENCE / "export-fiches-csv-2024-02-22.zip"

CHAIN = ("RNCP4049", "RNCP22094", "RNCP28155")
DATE = "2026_10_01"

STANDARD = [
    "Id_Fiche", "Numero_Fiche", "Intitule", "Nomenclature_Europe_Niveau",
    "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise", "Date_dernier_jo",
    "Date_Decision", "Date_Fin_Enregistrement", "Date_Effet", "Validation_Partielle", "Actif"]

# A made successor of RNCP38052: two titles that are its own but for numbering and case, two changed.
SUCCESSOR = {
    "Standard": [STANDARD, [
        "1", "RNCP99999", "Chargé d’accueil, titre d’essai", "NIV4", "Non", "Non", "", "20/09/2026",
        "20/09/2031", "21/09/2026", "Oui", "ACTIVE"]],
    "Blocs_De_Compétences": [
        ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
        ["RNCP99999", "RNCP99999BC01",
         "Bloc 1 - ACCUEIL PHYSIQUE ET TELEPHONIQUE dans le logement social"],
        ["RNCP99999", "RNCP99999BC02", "Enregistrement des demandes de logement social."],
        ["RNCP99999", "RNCP99999BC03",
         "Traitement des doléances administratives et sociales au sein d’un bailleur"],
        ["RNCP99999", "RNCP99999BC04", "Médiation numérique"]],
    "Certificateurs": [
        ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["RNCP99999", "\t78435388000023", "ORGANISME D’ESSAI"],
        ["RNCP99999", "7843538800002", "ZERO PERDU"]],
    "VoixdAccès": [["Numero_Fiche", "Si_Jury"], ["RNCP99999", "Par expérience"]],
    "Nsf": [["Numero_Fiche", "Nsf_Code"], ["RNCP99999", "332"]],
    "Formacode": [["Numero_Fiche", "Formacode_Code"], ["RNCP99999", "35052"]],
    "Rome": [["Numero_Fiche", "Codes_Rome_Code"], ["RNCP99999", "M1601"]],
    "Ancienne_Nouvelle_Certification": [
        ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
        ["RNCP99999", "RNCP38052", ""]],
}


def table(rows):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if text else ""
    return "".join(";".join(map(cell, row)) + "\r\n" for row in rows)


def file_name(kind, date=DATE):
    return f"export_fiches_CSV_{kind}_{date}.csv"


def event(kind, day, **data):
    return {"type": kind, "occurredOn": day, "recordedBy": "officer:1", "data": data}


class Catalogue(CommandLine):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.init()
        self.made = self.folder / "export"

    def extract(self):
        if not EXTRACT.exists():
            print(f"\nNOT TESTED, for want of {EXTRACT}", file=sys.stderr)
            self.skipTest("no extract of the open data")
        return EXTRACT

    def unpacked(self, form="NFC"):
        """The extract as a folder, its names composed or decomposed."""
        folder = self.folder / form
        folder.mkdir()
        with zipfile.ZipFile(self.extract()) as archive:
            for info in archive.infolist():
                name = info.filename.encode("cp437").decode("utf-8")
                (folder / unicodedata.normalize(form, name)).write_bytes(archive.read(info))
        return folder

    def make(self, files=None, date=DATE, **changes):
        """A made export as a folder; a file may be other rows, bytes, or None for none."""
        self.made.mkdir(exist_ok=True)
        for kind, rows in {**(files or SUCCESSOR), **changes}.items():
            if rows is None:
                continue
            content = rows if isinstance(rows, bytes) else table(rows).encode()
            (self.made / file_name(kind, date)).write_bytes(content)
        return self.made

    def take(self, source, code, *words, lang="fr"):
        return self.run_acquis(
            "catalogue", "import", str(source), "--code", code, "--by", "clerk:1", *words,
            "--lang", lang)

    def taken(self, source, code, *words):
        outcome = self.take(source, code, "--json", *words)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def recorded(self, code):
        """The data of the entry that registers a certification."""
        entries = [json.loads(line) for line in self.run_acquis(
            "log", "--subject", f"certification:{code}", "--json").stdout.splitlines()]
        return next(entry for entry in entries if entry["type"] == "CertificationRegistered")

    def run_line(self, command):
        """A command as it is shown, run by a shell."""
        words = shlex.split(command)
        self.assertEqual(words[0], "acquis")
        return plainly(subprocess.run(
            [ACQUIS, *words[1:]]
            + ([] if "--by" in words else ["--by", "clerk:1"])
            + ([] if "--ledger" in words else ["--ledger", str(self.ledger)]), capture_output=True, text=True, timeout=120, check=False))

    def fails(self, outcome, status, *words):
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        for word in words:
            self.assertIn(word, outcome.stderr)
        self.assertEqual(self.size(), 2, "something was recorded")


class Extract(Catalogue):
    def test_a_zip_and_a_folder_in_either_spelling_give_the_same(self):
        answers = [
            self.taken(source, "509", "--dry-run")["data"]
            for source in (self.extract(), self.unpacked("NFC"), self.unpacked("NFD"))]
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[0], answers[2])
        self.assertEqual(len(answers[0]["blocks"]), 6)
        self.assertEqual(answers[0]["blocks"][1]["title"],
                         "UP2 : Vérification d’une installation de robinet incendie armé")
        self.assertEqual(self.size(), 2)

    def test_what_is_recorded_is_what_the_data_state(self):
        answer = self.taken(self.extract(), "rs6117", "--jury", "president,rh", "--window", "3")
        data = self.recorded("RS6117")["data"]
        self.assertEqual(answer["certification"], "RS6117")
        self.assertEqual(answer["on"], "2022-09-29")
        self.assertEqual(data["register"], "RS")
        self.assertEqual(
            [one["siret"] for one in data["certifiers"]], ["78466840200018", "31504294500032"])
        self.assertEqual(data["registrationDecisionOn"], "2022-09-29")
        self.assertEqual(data["expiresOn"], "2025-09-29")
        self.assertEqual(data["completionWindow"], {"years": 3, "basis": "policy"})
        self.assertEqual([one["code"] for one in data["blocks"]], ["RS6117-TOUT"])
        self.assertEqual(
            {rule["pathway"] for rule in data["pathways"] if rule["open"]},
            {"continuingTraining", "experience", "professionalisation"})
        stated = {gap["field"]: gap for gap in answer["notStated"]}
        self.assertEqual(stated["completionWindow"],
                         {"field": "completionWindow", "option": "--window", "value": 3})
        self.assertEqual(stated["jury"]["value"], ["president", "humanResources"])

    def test_every_fiche_of_the_extract_is_taken(self):
        for code in ("RNCP509", "RNCP1197", "RNCP4049", "RNCP22094", "RNCP28155", "RNCP30271",
                     "RS5000", "RNCP19468", "RS6117"):
            self.taken(self.extract(), code)
            shown = self.run_acquis("certification", code)
            self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertEqual(self.run_acquis("audit", "verify").returncode, 0)

    def test_a_chain_is_proposed_link_by_link_and_the_commands_work(self):
        self.assertEqual(self.taken(self.extract(), CHAIN[0])["supersessions"], [])
        second = self.taken(self.extract(), CHAIN[1])["supersessions"]
        self.assertEqual(
            [(one["certification"], one["by"]) for one in second], [(CHAIN[0], CHAIN[1])])
        self.assertEqual(second[0]["correspondences"],
                         [{"from": f"{CHAIN[0]}-TOUT", "to": f"{CHAIN[1]}-TOUT"}])
        outcome = self.run_line(second[0]["commands"][0])
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        third = self.taken(self.extract(), CHAIN[2], "--supersede")
        self.assertEqual(third["supersessions"][0]["correspondences"], [])
        self.assertEqual(third["supersessions"][0]["toCheck"],
                         [{"from": f"{CHAIN[1]}-TOUT", "to": f"{CHAIN[2]}-TOUT"}])
        self.assertEqual(self.size(), 7)
        again = self.take(self.extract(), CHAIN[1], "--json")
        self.assertEqual(again.returncode, 1)
        self.assertEqual(json.loads(again.stdout)["supersessions"], [])
        table = self.run_acquis("certification", CHAIN[0], "--to", CHAIN[1])
        self.assertIn(f"{CHAIN[1]}-TOUT", table.stdout)

    def test_a_predecessor_that_the_ledger_lacks_is_named_with_its_command(self):
        answer = self.taken(self.extract(), CHAIN[0])
        absent = {one["certification"]: one for one in answer["absent"]}
        self.assertEqual(absent["RNCP1197"]["relation"], "older")
        outcome = self.run_line(absent["RNCP1197"]["command"])
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("RNCP1197", outcome.stdout)

    def test_a_code_that_is_not_there_offers_near_ones(self):
        self.fails(self.take(self.extract(), "RNCP22095"), 2, "RNCP22094")

    def under(self, code, pathway, block, opened, session):
        """A candidate is enrolled, validated, certified and given the attestation under it."""
        data = self.recorded(code)["data"]
        blocks = [one["code"] for one in data["blocks"]]
        self.assertIn(block, {one[-4:] for one in blocks})
        members = [{"member": f"M-{role}", "role": role, "name": "Juré Exemple"}
                   for role in ("president", "humanResources", "operations")]
        history = [
            event("CertifierDescribed", opened,
                  certifier=data["certifiers"][0],
                  address=["1 rue Fictive", "75000 Paris"], place="Paris",
                  signatories=[{"member": "M-SIGN", "title": "Directrice",
                                "name": "Claire Exemple"}],
                  registrations=[{"certification": code, "decisionOn": opened}]),
            event("CandidateRegistered", opened, candidate="P-1", identity={
                "birthName": "Essai", "firstNames": ["Zoé"], "birthDate": "1990-01-02", "sex": "F",
                "birthPlace": {"postalCode": "75002"}}),
            event("CandidateEnrolled", opened, candidacy="D-1", candidate="P-1",
                  certification=code, pathway=pathway),
            event("JuryConvened", opened, jury="J-1", certification=code, sessionOn=session,
                  mode="onSite", place="Paris", members=members),
            event("CandidateSummoned", opened, jury="J-1", candidacy="D-1"),
            event("JuryHeld", session, jury="J-1",
                  present=[one["member"] for one in members])]
        if pathway == "experience":
            history.insert(3, event("AdmissibilityDecided", opened, candidacy="D-1",
                                    admissible=True, validUntil=session))
        file = self.folder / "history.jsonl"
        file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in history))
        outcome = self.run_acquis("record", "--file", str(file))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        day = ["--on", session, "--by", "officer:1"]
        # A block as a person types it: the end of its code.
        typed = ",".join(one.removeprefix(code).lstrip("-") for one in blocks)
        for kind, fields in (
                ("BlockValidated", ["jury=J-1", "candidacy=D-1", f"block={typed}"]),
                ("CertificationAwarded", ["jury=J-1", "candidacy=D-1"]),
                ("CertificateIssued", ["candidacy=D-1", "number=C-1"])):
            outcome = self.run_acquis("record", kind, *day, *fields)
            self.assertEqual(outcome.returncode, 0, f"{kind}: {outcome.stderr}")
        status = json.loads(self.run_acquis("status", "D-1", "--json").stdout)
        self.assertEqual(status["status"], "certified")
        page = self.run_acquis("attest", "D-1", "--lang", "fr")
        self.assertEqual(page.returncode, 0, page.stderr)
        self.assertIn(data["title"].split("'")[0], page.stdout)
        self.assertEqual(self.run_acquis("audit", "verify").returncode, 0)

    def test_each_certification_that_has_blocks_serves_to_the_attestation(self):
        with zipfile.ZipFile(self.extract()) as archive:
            blocks = next(info for info in archive.infolist() if "Blocs" in info.filename)
            rows = archive.read(blocks).decode().splitlines()[1:]
        self.assertEqual({row.split(";")[0].strip('"') for row in rows}, {"RNCP509"})
        self.taken(self.extract(), "RNCP509", "--jury", "président,rh,operations")
        self.under("RNCP509", "apprenticeship", "BC01", "2022-09-01", "2023-06-15")

    def test_so_does_one_of_the_rs_without_blocks(self):
        self.taken(self.extract(), "RS6117")
        self.under("RS6117", "continuingTraining", "TOUT", "2023-01-10", "2023-06-15")


class Made(Catalogue):
    def test_a_successor_of_the_built_in_catalogue_is_proposed_by_titles(self):
        answer = self.taken(self.make(), "99999")
        proposed, = answer["supersessions"]
        self.assertEqual((proposed["certification"], proposed["by"]), ("RNCP38052", "RNCP99999"))
        self.assertEqual(proposed["correspondences"], [
            {"from": "RNCP38052BC01", "to": "RNCP99999BC01"},
            {"from": "RNCP38052BC03", "to": "RNCP99999BC02"}])
        self.assertEqual(proposed["toCheck"], [{"from": "RNCP38052BC02", "to": "RNCP99999BC03"}])
        self.assertEqual(proposed["unmatched"], {
            "from": ["RNCP38052BC02", "RNCP38052BC04"], "to": ["RNCP99999BC03", "RNCP99999BC04"]})
        self.assertEqual(proposed["on"], "2026-09-21")
        self.assertEqual(
            [(one["reason"], one["line"], one["value"]) for one in answer["left"]],
            [("siret", 3, "7843538800002")])
        outcome = self.run_line(proposed["commands"][0])
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(self.size(), 4)

    def test_the_succession_is_recorded_with_the_import_if_asked(self):
        self.assertTrue(self.taken(self.make(), "99999", "--supersede")["superseded"])
        shown = self.run_acquis("certification", "RNCP38052", "--to", "RNCP99999").stdout
        self.assertIn("RNCP99999BC02", shown)
        self.assertEqual(self.size(), 4)

    def test_all_or_none_where_a_succession_is_refused(self):
        # Dated after the day it is recorded.
        outcome = self.take(self.make(), "99999", "--supersede", "--on", "demain")
        self.fails(outcome, 1)

    def test_one_that_is_there_is_refused_and_its_succession_proposed(self):
        self.taken(self.make(), "99999")
        outcome = self.take(self.make(), "99999", "--supersede", "--json")
        self.assertEqual(outcome.returncode, 1)
        answer = json.loads(outcome.stdout)
        self.assertEqual((answer["position"], answer["blocks"]), (3, 4))
        self.assertEqual(len(answer["supersessions"][0]["correspondences"]), 2)
        self.assertEqual(self.size(), 3)
        said = self.take(self.make(), "99999")
        self.assertEqual(said.returncode, 1)
        self.assertIn("à vérifier : RNCP38052BC02 et RNCP99999BC03", said.stdout)
        self.assertIn("déjà dans le registre", said.stderr)

    def test_a_predecessor_of_one_that_is_there_is_proposed_too(self):
        self.taken(self.make(), "99999")
        rows = SUCCESSOR["Standard"] + [[
            "2", "RNCP99998", "Titre d’essai antérieur", "", "", "", "01/02/2020", "", "", "", "", ""]]
        succession = SUCCESSOR["Ancienne_Nouvelle_Certification"] + [
            ["RNCP99998", "", "RNCP99999"]]
        source = self.make(Standard=rows, Ancienne_Nouvelle_Certification=succession)
        proposed, = self.taken(source, "99998")["supersessions"]
        self.assertEqual((proposed["certification"], proposed["by"]), ("RNCP99998", "RNCP99999"))
        self.assertEqual(proposed["on"], "2026-09-21")

    def test_options_give_what_is_not_stated(self):
        only = {"Standard": [STANDARD, [
            "1", "RS99999", "Essai", "", "", "", "", "", "", "", "", ""]]}
        source = self.make(only)
        self.taken(
            source, "rs99999", "--window", "none", "--block-validity", "5", "--validity", "2",
            "--document", "attestation", "--pathways", "vae,apprentissage", "--registered-on",
            "01/02/2020", "--expires-on", "2030-02-01", "--last-delivery", "2031-02-01",
            "--certifier", "784 353 880 00023:A F P O L S", "--block", "P1=Un", "--block",
            "P2=Deux", "--level", "3")
        entry = self.recorded("RS99999")
        data = entry["data"]
        self.assertEqual(data["blockValidity"], {"years": 5, "basis": "policy"})
        self.assertEqual(data["certificationValidity"], {"years": 2, "basis": "policy"})
        self.assertEqual(data["completionWindow"], {"years": None, "basis": "policy"})
        self.assertEqual([one["code"] for one in data["blocks"]], ["RS99999-P1", "RS99999-P2"])
        self.assertEqual({one["pathway"] for one in data["pathways"] if one["open"]},
                         {"experience", "apprenticeship"})
        self.assertEqual(data["certifiers"], [{"name": "A F P O L S", "siret": "78435388000023"}])
        self.assertEqual((data["registeredOn"], data["expiresOn"], data["lastDeliveryOn"]),
                         ("2020-02-01", "2030-02-01", "2031-02-01"))
        self.assertEqual((data["level"], data["document"]), (3, "attestation"))
        self.assertEqual({one["stated"] for one in data["overseas"]}, {False})
        self.assertEqual(entry["recordedBy"], "clerk:1")

    def test_options_that_are_wrong_are_named(self):
        source = self.make()
        for words, wanted in (
                (["--window", "cinq"], "--window"), (["--level", "9"], "--level"),
                (["--level", "5"], "--level"), (["--jury", "roi"], "--jury"),
                (["--pathways", "avion"], "--pathways"), (["--certifier", "12:x"], "--certifier"),
                (["--block", "BC01"], "--block"), (["--block", "BC01=Autre"], "RNCP99999BC01"),
                (["--block", "BC77=Autre"], "BC77"), (["--expires-on", "bientôt"], "--expires-on")):
            self.fails(self.take(source, "99999", *words), 2, wanted)
        self.fails(self.run_acquis("catalogue", "import", str(source)), 2, "--code")

    def test_a_dry_run_shows_the_framework_and_records_nothing(self):
        outcome = self.take(self.make(), "99999", "--dry-run")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        for words in ("RNCP99999BC04", "Médiation numérique", "rien n’a été enregistré",
                      "succession proposée", "un SIRET a 14 chiffres"):
            self.assertIn(words, " ".join(outcome.stdout.split()))
        self.assertEqual(self.size(), 2)

    def test_the_newest_whole_export_of_a_folder_is_taken(self):
        old = {kind: [[cell.replace("Médiation numérique", "Ancien") for cell in row]
                      for row in rows] for kind, rows in SUCCESSOR.items()}
        self.make(old, date="2024_01_01")
        self.make()
        self.make({"Standard": [STANDARD]}, date="2026_11_01")
        outcome = self.take(self.make(), "99999", "--dry-run")
        self.assertIn("Médiation numérique", outcome.stdout)
        self.assertIn("celui du 1er octobre 2026 est pris, pas ceux du 1er novembre 2026 et du 1er janvier 2024",
                      self.said(outcome))
        answer = self.taken(self.made, "99999", "--dry-run")
        self.assertEqual((answer["export"], answer["otherExports"]),
                         ("2026-10-01", ["2026-11-01", "2024-01-01"]))

    def test_a_number_that_two_registers_have_is_asked(self):
        rows = SUCCESSOR["Standard"] + [["2", "RS99999", "Essai"] + [""] * 9]
        outcome = self.take(self.make(Standard=rows), "99999")
        self.fails(outcome, 2, "RNCP99999", "RS99999")

    def test_files_that_are_wrong_are_named_by_line_and_column(self):
        rows = SUCCESSOR["Standard"]
        bad = [rows[0], [*rows[1][:8], "31/02/2031", *rows[1][9:]]]
        name = file_name("Standard")
        self.fails(self.take(self.make(Standard=bad), "99999"), 2, f"{name}:2",
                   "Date_Fin_Enregistrement", "JJ/MM/AAAA")
        self.fails(self.take(self.make(Standard=table(rows).encode()[:-9]), "99999"), 2, name,
                   "ligne 2")
        self.fails(self.take(self.make(Standard=table([rows[0][2:]]).encode()), "99999"), 2,
                   f"{name}:1", "Numero_Fiche")
        self.fails(self.take(self.make(Standard=b"\x00\x01\x02"), "99999"), 2, name)
        self.fails(self.take(self.make(Standard="é;Numéro\n".encode() + b"\xe9"), "99999"), 2, name)

    def test_windows_1252_is_read(self):
        files = {kind: table(rows).encode("cp1252") for kind, rows in SUCCESSOR.items()}
        data = self.taken(self.make(files), "99999", "--dry-run")["data"]
        self.assertEqual(data["title"], "Chargé d’accueil, titre d’essai")

    def test_folders_and_files_without_an_export(self):
        empty = self.folder / "vide"
        empty.mkdir()
        self.fails(self.take(empty, "99999"), 2, "vide", "Standard")
        (empty / "LISEZMOI.txt").write_text("rien")
        self.fails(self.take(empty, "99999"), 2, "Standard")
        self.fails(self.take(empty / "LISEZMOI.txt", "99999"), 2, "ni un dossier ni une archive")
        self.fails(self.take(self.folder / "absent", "99999"), 2, "absent")

    def zipped(self, rename=lambda name: name, folder=""):
        archive = self.folder / "export.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
            if folder:
                made.writestr(folder, "")
                made.writestr("__MACOSX/._" + file_name("Standard"), b"\x00\x05")
                made.writestr(folder + ".DS_Store", b"\x00")
            for file in sorted(self.make().iterdir()):
                made.writestr(folder + rename(file.name), file.read_bytes())
        return archive

    def test_names_in_an_archive_may_be_spelled_in_any_way(self):
        for rename in (
                lambda name: unicodedata.normalize("NFD", name),
                lambda name: name.encode("utf-8").decode("cp437"),
                lambda name: unicodedata.normalize("NFD", name).encode("utf-8").decode("latin-1")):
            answer = self.taken(self.zipped(rename, "Export/"), "99999", "--dry-run")
            self.assertEqual((answer["missing"], answer["blocks"]), ([], 4))
        archive = self.zipped(lambda name: name.replace("é", "@").replace("è", "@"))
        archive.write_bytes(archive.read_bytes().replace(b"Comp@", b"Comp\xe9").replace(
            b"Acc@s", b"Acc\xe8s"))
        self.assertEqual(self.taken(archive, "99999", "--dry-run")["blocks"], 4)

    def test_a_folder_within_the_folder_is_found(self):
        outer = self.folder / "dehors"
        outer.mkdir()
        shutil.move(self.make(), outer / "export-fiches")
        self.assertEqual(self.taken(outer, "99999", "--dry-run")["blocks"], 4)

    def test_an_archive_that_is_cut_or_damaged_is_refused(self):
        whole = self.zipped().read_bytes()
        archive = self.folder / "export.zip"
        for size in (10, len(whole) // 2, len(whole) - 30):
            archive.write_bytes(whole[:size])
            self.fails(self.take(archive, "99999"), 2, "export.zip", "téléchargez")
        place = whole.index(b"Standard_2026_10_01.csv") + 60
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1:])
        self.fails(self.take(archive, "99999"), 2, "Standard", "abîmé")

    def test_without_the_other_files_what_they_state_is_not_stated(self):
        answer = self.taken(
            self.make({"Standard": SUCCESSOR["Standard"]}), "99999", "--block", "BC01=Accueillir")
        self.assertEqual(len(answer["missing"]), 7)
        fields = {gap["field"] for gap in answer["notStated"]}
        self.assertLessEqual(
            {"blocks", "certifiers", "pathways", "codes.nsf", "codes.rome", "codes.formacode",
             "supersessions"}, fields)

    def test_the_files_that_are_not_there_are_named_in_one_line(self):
        source = self.make({"Standard": SUCCESSOR["Standard"]})
        for lang, verb, conjunction, each in (
                ("fr", "manquent", " et ", "le fichier"), ("en", "are missing", " and ", "the file ")):
            said = " ".join(self.take(source, "99999", "--block", "BC01=Essai", "--dry-run", lang=lang).stdout.split())
            self.assertEqual(said.count(verb), 1, said)
            names = said.split(verb)[0].rsplit("fichiers" if lang == "fr" else "files", 1)[1]
            self.assertEqual(len(names.replace(conjunction, ", ").split(", ")), 7, names)
            self.assertNotIn(each, said)
        one = self.make(Rome=None)
        (one / file_name("Rome")).unlink(missing_ok=True)
        said = " ".join(self.take(one, "99999", "--dry-run").stdout.split())
        self.assertEqual(said.count("manque :"), 1, said)

    def test_names_in_a_folder_may_be_any_bytes(self):
        self.make()
        for encoding, inner in (("latin-1", "export"), ("cp437", "donn\xe9es")):
            folder = self.folder / encoding
            inside = os.fsencode(folder / "") + b"/" + inner.encode("latin-1")
            os.makedirs(inside)
            for file in self.made.iterdir():
                with open(inside + b"/" + file.name.encode(encoding), "wb") as copy:
                    copy.write(file.read_bytes())
            answer = self.taken(folder, "99999", "--dry-run")
            self.assertEqual((answer["missing"], answer["blocks"]), ([], 4))

    def only(self, *names):
        """A made export of these files alone, in a folder of its own."""
        shutil.rmtree(self.made, ignore_errors=True)
        return self.make({name: SUCCESSOR[name] for name in names})

    def said(self, outcome):
        return " ".join((outcome.stdout + outcome.stderr).replace("\u00a0", " ").split())

    def test_a_file_of_blocks_that_is_not_there_is_no_fiche_without_blocks(self):
        source = self.only("Standard", "Certificateurs")
        for more in ([], ["--dry-run"]):
            self.fails(self.take(source, "99999", *more), 2, "Blocs_De_Compétences", "--block",
                       "RNCP99999BC01=")
        self.fails(self.take(source, "99999", lang="en"), 2, "--block CODE=TITLE")
        rows = [STANDARD, ["1", "RS6117", "Essai"] + [""] * 9]
        self.fails(self.take(self.make({"Standard": rows}), "RS6117"), 2, "--block RS6117-TOUT=")
        self.taken(source, "RS6117", "--block", "RS6117-TOUT=Essai")
        block, = self.recorded("RS6117")["data"]["blocks"]
        self.assertEqual((block["code"], block["title"]), ("RS6117-TOUT", "Essai"))
        # One that is there is refused as such.
        self.assertEqual(self.take(source, "RS6117").returncode, 1)

    def test_the_newest_export_that_has_the_blocks_is_taken(self):
        old = {kind: SUCCESSOR[kind] for kind in ("Standard", "Blocs_De_Compétences")}
        self.only("Standard", "Certificateurs")
        source = self.make(old, date="2025_01_01")
        answer = self.taken(source, "99999", "--dry-run")
        self.assertEqual((answer["export"], answer["otherExports"], answer["blocks"]),
                         ("2025-01-01", ["2026-10-01"], 4))
        said = self.said(self.take(source, "99999"))
        self.assertIn("le plus récent est incomplet", said)
        self.assertIn("4 blocs", said)

    def test_block_codes_that_are_none_are_said_to_be_none(self):
        header, *rows = SUCCESSOR["Blocs_De_Compétences"]
        junk = ["RNCP99999", "n importe quoi", "Essai"]
        source = self.make(**{"Blocs_De_Compétences": [header, *rows, junk]})
        outcome = self.take(source, "99999", "--dry-run")
        self.fails(outcome, 2, ":6", "`--block RNCP99999BC05=INTITULÉ`")
        said = self.said(outcome)
        self.assertIn("une partie des blocs de RNCP99999 n’est pas lisible (1 ligne)", said)
        self.assertIn("n importe quoi » n’est pas un code de bloc", said)
        self.assertNotIn("autre fiche", said)
        answer = self.taken(source, "99999", "--block", "BC05=Essai", "--dry-run")
        self.assertEqual([one["code"][-4:] for one in answer["data"]["blocks"]],
                         ["BC01", "BC02", "BC03", "BC04", "BC05"])
        source = self.make(**{"Blocs_De_Compétences": [header, junk]})
        self.fails(self.take(source, "99999"), 2, "--block", "n importe quoi", ":2")
        self.assertEqual(self.taken(source, "99999", "--block", "BC01=Essai")["blocks"], 1)

    def dated(self, **days):
        row = [days.get(column, cell) for column, cell in zip(STANDARD, SUCCESSOR["Standard"][1])]
        return self.make(Standard=[STANDARD, row])

    def test_every_bad_cell_is_told_and_an_option_gives_a_day(self):
        source = self.dated(Date_Decision="00/00/0000", Date_Effet="-",
                            Date_Fin_Enregistrement="31/02/2025", Intitule="-")
        self.fails(self.take(source, "99999"), 2, "Date_Fin_Enregistrement", "--expires-on",
                   "Intitule", file_name("Standard") + ":2")
        source = self.dated(Date_Decision="00/00/0000", Date_Effet="-",
                            Date_Fin_Enregistrement="31/02/2025")
        outcome = self.take(source, "99999", "--expires-on", "01/01/2030")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        said = self.said(outcome)
        self.assertIn("celui de `--expires-on` est pris", said)
        self.assertIn("Date_Decision : « 00/00/0000 » est tenu pour non précisé", said)
        self.assertEqual(self.recorded("RNCP99999")["data"]["expiresOn"], "2030-01-01")

    def test_a_registration_that_begins_later_is_said(self):
        source = self.dated(Date_Effet="01/01/2999", Date_Fin_Enregistrement="01/01/3004",
                            Date_Decision="")
        outcome = self.take(source, "99999", "--supersede")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        said = self.said(outcome)
        self.assertIn("l’enregistrement commence le 1er janvier 2999", said)
        entry = self.recorded("RNCP99999")
        self.assertEqual(entry["data"]["registeredOn"], "2999-01-01")
        self.assertLess(entry["occurredOn"], "2999")
        # A fact cannot be of a day to come: the succession is left for that day.
        self.assertIn("elle ne peut pas être enregistrée avant le 1er janvier 2999", said)
        self.assertIn("record CertificationSuperseded --on 2999-01-01", said)
        self.assertEqual(self.size(), 3)
        again = json.loads(self.take(source, "99999", "--json").stdout)
        self.assertEqual(again["supersessions"][0]["on"], "2999-01-01")

    def test_a_succession_left_for_a_later_day_is_not_said_to_be_recorded(self):
        source = self.dated(Date_Effet="01/01/2999", Date_Decision="")
        self.assertFalse(self.taken(source, "99999", "--supersede")["superseded"])
        self.assertEqual(self.size(), 3)

    def test_a_succession_is_of_the_first_day_of_the_registration_not_of_the_entry(self):
        source = self.make()
        answer = self.taken(source, "99999", "--on", "2026-10-15", "--dry-run")
        self.assertEqual((answer["on"], answer["supersessions"][0]["on"]),
                         ("2026-10-15", "2026-09-21"))
        self.taken(source, "99999", "--on", "2026-10-15", "--supersede")
        self.assertEqual(self.size(), 4)

    def test_a_succession_that_was_annulled_is_proposed_again(self):
        self.taken(self.make(), "99999", "--supersede")
        self.assertEqual(json.loads(self.take(self.made, "99999", "--json").stdout)["supersessions"], [])
        outcome = self.run_acquis("annul", "4", "--reason", "essai", "--by", "officer:1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        proposed, = json.loads(self.take(self.made, "99999", "--json").stdout)["supersessions"]
        self.assertEqual(proposed["by"], "RNCP99999")

    def test_a_command_names_a_path_with_an_apostrophe(self):
        rows = SUCCESSOR["Standard"] + [[
            "2", "RNCP99998", "Titre d’essai antérieur", "", "", "", "01/02/2020", "", "", "", "", ""]]
        succession = [["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
                      ["RNCP99999", "RNCP99998", ""]]
        source = self.folder / "l'export d'essai"
        shutil.move(self.make(Standard=rows, Ancienne_Nouvelle_Certification=succession), source)
        absent, = self.taken(source, "99999")["absent"]
        self.assertIn("'\\''", absent["command"])
        # By a shell, not by this language's reading of its words.
        words = subprocess.run(
            ["sh", "-c", "printf '%s\\n' " + absent["command"]], capture_output=True, text=True,
            check=True).stdout.splitlines()
        self.assertEqual(words[3], str(source))
        outcome = self.run_line(absent["command"])
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_a_pathway_that_is_not_understood_may_be_given(self):
        rows = SUCCESSOR["VoixdAccès"] + [["RNCP99999", "Par décret"]]
        source = self.make(VoixdAccès=rows)
        said = self.said(self.take(source, "99999", "--dry-run"))
        self.assertIn("« Par décret » (`--pathways` la donne)", said)
        self.assertIn("voies d’accès ouvertes : VAE (`--pathways`)", said)
        self.fails(self.take(source, "99999", "--pathways", "apprentissage"), 2, "--pathways")
        data = self.taken(source, "99999", "--pathways", "vae,apprentissage", "--dry-run")["data"]
        self.assertEqual(
            {rule["pathway"]: rule["basis"] for rule in data["pathways"] if rule["open"]},
            {"experience": "fiche", "apprenticeship": "policy"})
        self.assertEqual({rule["basis"] for rule in data["pathways"] if not rule["open"]},
                         {"policy"})

    def test_a_row_of_another_file_with_too_many_cells_is_left_out(self):
        rows = SUCCESSOR["Nsf"] + [["RNCP99999", "333", "de trop"], ["RNCP99999", "334", ""]]
        source = self.make(Nsf=rows)
        said = self.said(self.take(source, "99999", "--dry-run"))
        self.assertIn(f"{file_name('Nsf')}:3 : ligne laissée de côté : plus de cellules que", said)
        self.assertEqual(
            self.taken(source, "99999", "--dry-run")["data"]["codes"]["nsf"], ["332", "334"])
        blocks = SUCCESSOR["Blocs_De_Compétences"] + [["RNCP99999", "RNCP99999BC05", "a", "b"]]
        self.fails(self.take(self.make(**{"Blocs_De_Compétences": blocks}), "99999"), 2,
                   "plus de cellules que l’en-tête, qui en a 3", ":6")

    def test_a_word_that_is_neither_yes_nor_no_is_remarked_on(self):
        said = self.said(self.take(self.dated(Validation_Partielle="bof"), "99999"))
        self.assertIn("Validation_Partielle : « bof » n’est ni Oui ni Non", said)
        self.assertEqual(self.size(), 3)

    def test_versions_in_a_circle_are_neither_proposed_nor_recorded(self):
        header = SUCCESSOR["Ancienne_Nouvelle_Certification"][0]
        circle = [header, ["RNCP99999", "RNCP38052", "RNCP38052"]]
        source = self.make(Ancienne_Nouvelle_Certification=circle)
        answer = self.taken(source, "99999", "--supersede")
        self.assertEqual((answer["supersessions"], answer["absent"]), ([], []))
        self.assertEqual([(one["reason"], one["line"], one["value"]) for one in answer["left"]][-1],
                         ("cycle", 2, "RNCP38052"))
        self.assertEqual(self.size(), 3)
        again = self.take(source, "99999")
        self.assertEqual(again.returncode, 1)
        self.assertIn("à la fois avant et après", self.said(again))

    def test_a_succession_recorded_the_other_way_round_is_not_proposed(self):
        self.taken(self.make(), "99999", "--supersede")
        header = SUCCESSOR["Ancienne_Nouvelle_Certification"][0]
        source = self.make(
            Ancienne_Nouvelle_Certification=[header, ["RNCP99999", "", "RNCP38052"]])
        outcome = self.take(source, "99999", "--json")
        self.assertEqual(outcome.returncode, 1)
        answer = json.loads(outcome.stdout)
        self.assertEqual(answer["supersessions"], [])
        self.assertEqual(answer["contrary"], [{"certification": "RNCP99999", "by": "RNCP38052"}])
        self.assertIn("ni proposée ni enregistrée", self.said(self.take(source, "99999")))

    def test_one_of_the_rncp_without_blocks_is_doubted_and_recorded(self):
        source = self.make(**{"Blocs_De_Compétences": SUCCESSOR["Blocs_De_Compétences"][:1]})
        said = self.said(self.take(source, "99999", "--dry-run"))
        self.assertIn("depuis 2019", said)
        self.assertIn("essai (aucun bloc, 1 partie)", said)
        answer = self.taken(source, "99999")
        self.assertTrue(answer["mayLackBlocks"])
        self.assertEqual(self.size(), 3)
        self.assertIn("essai (4 blocs)", self.said(self.take(self.make(
            Standard=[STANDARD, ["1", "RNCP99998", "Essai"] + [""] * 9],
            **{"Blocs_De_Compétences": [SUCCESSOR["Blocs_De_Compétences"][0]] + [
                ["RNCP99998", f"RNCP99998BC0{number}", f"Essai {number}"]
                for number in range(1, 5)]}), "99998", "--dry-run")))

    def test_an_export_of_twenty_thousand_fiches_takes_seconds(self):
        count = 20_000
        codes = [f"RNCP{number + 40_000}" for number in range(count)]
        files = {
            "Standard": [STANDARD] + [
                [str(number), code, f"Titre d’essai n° {number} ; « long »\nsur deux lignes", "NIV5",
                 "Non", "Non", "", "01/09/2022", "01/09/2027", "01/09/2022", "Oui", "ACTIVE"]
                for number, code in enumerate(codes)],
            "Blocs_De_Compétences": [SUCCESSOR["Blocs_De_Compétences"][0]] + [
                [code, f"{code}BC0{block}", f"Bloc {block} - Réaliser l’activité d’essai {block}"]
                for code in codes for block in range(1, 6)],
            "Certificateurs": [SUCCESSOR["Certificateurs"][0]] + [
                [code, "\t78435388000023", "ORGANISME D’ESSAI"] for code in codes],
            "VoixdAccès": [SUCCESSOR["VoixdAccès"][0]] + [
                [code, wording] for code in codes
                for wording in ("Par expérience", "En contrat d’apprentissage")],
            "Rome": [SUCCESSOR["Rome"][0]] + [[code, "M1601"] for code in codes],
        }
        source = self.make(files)
        began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        answer = self.taken(source, codes[-1])
        # Of the processor: the machine may do other work meanwhile.
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began
        self.assertEqual((answer["blocks"], answer["left"]), (5, []))
        # A program without optimisation takes several times as long as one with it.
        self.assertLess(spent, 30, f"{spent:.1f} s")


if __name__ == "__main__":
    unittest.main()
