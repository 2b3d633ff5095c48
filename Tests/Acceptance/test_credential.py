"""Credentials, from outside: what is given, to whom not, and what became of one given.

Reads the program's path from $ACQUIS.
"""

import base64
import json
import os
import pathlib
import shutil
import tempfile
import unittest

from audited import done, enrol, run

CERTIFIED, PARTIAL, REVOKED = "DEMO-D-PATHWAY", "DEMO-D-PARTIAL", "DEMO-D-FRAUD"
NAME = "Démonstration Exemple DEMO-P-PATHWAY"
RECALLED = "what was once given cannot be recalled"


def event(kind, on="2026-06-25", **data):
    return {"type": kind, "occurredOn": on, "recordedBy": "clerk:1", "data": data}


def payload(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class Credentials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.original = pathlib.Path(tempfile.mkdtemp(prefix="acquis-credential-"))
        cls.addClassCleanup(shutil.rmtree, cls.original, ignore_errors=True)
        done(cls.original / "test.ledger", "demo", "--events", "150")

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-credential-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(self.original, self.folder, dirs_exist_ok=True)
        self.ledger = self.folder / "test.ledger"

    def attest(self, candidacy, *words):
        return run(
            self.ledger, "attest", candidacy, "--credential", "--on", "2026-06-30", *words)

    def given(self, candidacy, *words):
        """The lines that are given, and the warning that goes with them."""
        outcome = self.attest(candidacy, *words)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn(RECALLED, outcome.stderr)
        return outcome.stdout.splitlines()

    def refused(self, candidacy, *words, because, status=1):
        outcome = self.attest(candidacy, *words)
        self.assertEqual((outcome.returncode, outcome.stdout), (status, ""), outcome.stderr)
        self.assertIn(because, outcome.stderr)
        self.assertNotIn("Démonstration", outcome.stderr)
        self.assertNotIn(RECALLED, outcome.stderr)

    def status(self, text, status=0, on="2026-06-30"):
        outcome = run(
            self.ledger, "attest", "--credential", "--status", "-", "--json", "--on", on,
            input=text)
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        return [json.loads(line) for line in outcome.stdout.splitlines()]

    def events(self, candidacy, kind):
        lines = done(self.ledger, "log", "--subject", f"candidacy:{candidacy}").splitlines()
        found = [json.loads(line) for line in lines]
        return [event for event in found if event["type"] == kind]


class Given(Credentials):
    def test_a_certification_is_one_credential_of_its_award(self):
        (line,) = self.given(CERTIFIED)
        told = json.loads(line)
        (award,) = self.events(CERTIFIED, "CertificationAwarded")
        self.assertEqual(told["id"], f"urn:uuid:{award['id']}")
        self.assertEqual(told["validFrom"], f"{award['occurredOn']}T00:00:00+02:00")
        subject = told["credentialSubject"]
        self.assertEqual(subject["achievement"]["achievementType"], "Certification")
        self.assertEqual(subject["achievement"]["humanCode"], "RNCP38052")
        self.assertEqual(
            subject["identifier"],
            [{"type": "IdentityObject", "hashed": False, "identityHash": NAME,
              "identityType": "name"}])
        checkpoint = json.loads(done(self.ledger, "audit", "checkpoint", "--json"))
        (evidence,) = told["evidence"]
        self.assertEqual(
            {key: evidence[key] for key in ("origin", "position", "size", "root")},
            {"origin": checkpoint["note"].splitlines()[0], "position": award["position"],
             "size": checkpoint["size"], "root": checkpoint["root"]})
        self.assertEqual(told["issuer"]["id"], done(self.ledger, "audit", "key", "--did").strip())
        self.assertEqual(told["proof"]["cryptosuite"], "eddsa-jcs-2022")

    def test_without_an_award_each_block_held_is_one_credential(self):
        blocks = self.events(PARTIAL, "BlockValidated")
        told = [json.loads(line) for line in self.given(PARTIAL)]
        self.assertEqual(
            [one["id"] for one in told], [f"urn:uuid:{block['id']}" for block in blocks])
        self.assertEqual(
            [one["credentialSubject"]["achievement"]["humanCode"] for one in told],
            [block["data"]["block"] for block in blocks])
        (alone,) = self.given(PARTIAL, "--block", "D2")
        self.assertEqual(json.loads(alone), told[1])

    def test_a_token_says_the_same(self):
        (line,) = self.given(CERTIFIED)
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        told, claims = json.loads(line), payload(token)
        del told["proof"]
        self.assertEqual({key: claims[key] for key in told}, told)
        self.assertEqual(
            {key: value for key, value in claims.items() if key not in told},
            {"iss": told["issuer"]["id"], "jti": told["id"],
             "sub": told["credentialSubject"]["id"], "nbf": 1749765600})
        (wrapped,) = self.given(CERTIFIED, "--form", "jwt", "--json")
        self.assertEqual(json.loads(wrapped)["token"], token)

    def test_nothing_else_is_said_of_the_person(self):
        for words in ((), ("--no-names",)):
            for form in ("json", "jwt"):
                (line,) = self.given(CERTIFIED, "--form", form, *words)
                told = json.loads(line) if form == "json" else payload(line)
                text = json.dumps(told, ensure_ascii=False)
                for secret in ("birth", "email", "DEMO-D-"):
                    self.assertNotIn(secret, text)
                self.assertEqual(NAME in text, not words)
        (one,), (other,) = self.given(CERTIFIED, "--no-names"), self.given(CERTIFIED, "--no-names")
        hashes = [json.loads(line)["credentialSubject"]["identifier"][0] for line in (one, other)]
        self.assertNotEqual(hashes[0]["identityHash"], hashes[1]["identityHash"])

    def test_the_same_question_has_the_same_bytes(self):
        self.assertEqual(self.given(PARTIAL), self.given(PARTIAL))

    def test_the_certifier_is_the_one_described(self):
        enrol(self.ledger, [event(
            "CertifierDescribed", certifier={"name": "Maison", "siret": "78435388000023"},
            place="Paris",
            registrations=[{"certification": "RNCP99052", "decisionOn": "2026-01-05"}])])
        # One framework names its certifier by the same number, the other names none.
        for candidacy in (CERTIFIED, "DEMO-D-SUCCESSOR"):
            for line in self.given(candidacy):
                self.assertEqual(json.loads(line)["issuer"]["name"], "Maison")

    def test_a_file_is_its_owners_and_is_not_written_over(self):
        file = self.folder / "credential.json"
        self.assertEqual(self.given(CERTIFIED, "--to", str(file)), [])
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        kept = file.read_text()
        self.assertEqual(self.status(kept)[0]["standing"], "inForce")
        self.assertEqual(self.attest(CERTIFIED, "--to", str(file)).returncode, 3)
        self.assertEqual(file.read_text(), kept)


class Refused(Credentials):
    def test_what_is_revoked_is_not_attested_on_any_day(self):
        self.refused(REVOKED, because="is revoked")
        outcome = run(
            self.ledger, "attest", REVOKED, "--credential", "--on", "2024-01-01", "--json")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("no longer in force", json.loads(outcome.stdout)["refused"][0]["message"])
        self.refused(REVOKED, "--block", "BC04", because="is not held")
        self.assertEqual(len(self.given(REVOKED, "--block", "BC01")), 1)

    def test_an_annulled_award_is_not_attested(self):
        (award,) = self.events(CERTIFIED, "CertificationAwarded")
        done(
            self.ledger, "annul", award["id"], "--reason", "erreur", "--by", "clerk:1", "--yes",
            "--accept-clock")
        # The blocks are still held, and are what is attested then.
        self.assertEqual(len(self.given(CERTIFIED)), 4)

    def test_an_appeal_is_awaited(self):
        block = self.events(PARTIAL, "BlockValidated")[0]["data"]
        enrol(self.ledger, [event("DecisionAppealed", **block)])
        self.refused(PARTIAL, "--block", block["block"], because="under appeal")
        self.refused(PARTIAL, because="under appeal")
        self.assertEqual(len(self.given(PARTIAL, "--block", "D2")), 1)
        block = self.events(CERTIFIED, "BlockValidated")[0]["data"]
        enrol(self.ledger, [event("DecisionAppealed", **block)])
        self.refused(CERTIFIED, because="under appeal")

    def test_an_award_without_its_blocks_is_looked_into_first(self):
        block = self.events(CERTIFIED, "BlockValidated")[0]["data"]
        enrol(self.ledger, [event("JuryDecisionRevoked", **block, grounds="motif")])
        self.refused(CERTIFIED, because="no longer held")

    def test_nobody_unknown_and_nobody_erased_is_named(self):
        done(
            self.ledger, "erase", "DEMO-P-PATHWAY", "--reason", "demande", "--by", "dpo:1",
            "--yes", "--accept-clock")
        for words in ((), ("--no-names",)):
            self.refused(CERTIFIED, *words, because="identity cannot be read")
        os.remove(f"{self.ledger}.vault")
        self.refused(PARTIAL, because="identity cannot be read")

    def test_nothing_held_and_nothing_known(self):
        self.refused("DEMO-D-WAITING", because="no block is held")
        self.refused("DEMO-D-PARTIALE", because="DEMO-D-PARTIAL", status=2)
        self.refused(PARTIAL, "--block", "BC01", because="3474D1", status=2)
        self.refused(PARTIAL, "--form", "pdf", because="json or jwt", status=2)

    def test_a_refusal_signs_nothing(self):
        signed = pathlib.Path(f"{self.ledger}.signed")
        before = signed.read_bytes() if signed.exists() else None
        self.refused(REVOKED, because="is revoked")
        self.assertEqual(signed.read_bytes() if signed.exists() else None, before)


class Standing(Credentials):
    def test_what_is_in_force_is_said_to_be(self):
        for form in ("json", "jwt"):
            (line,) = self.given(CERTIFIED, "--form", form)
            (told,) = self.status(line)
            self.assertEqual(
                (told["standing"], told["signature"], told["continues"], told["candidacy"]),
                ("inForce", "valid", True, CERTIFIED))
        pretty = json.dumps(json.loads(self.given(CERTIFIED)[0]), indent=2)
        self.assertEqual(self.status(pretty)[0]["standing"], "inForce")
        self.assertEqual(len(self.status("\n".join(self.given(PARTIAL)))), 2)
        shown = run(
            self.ledger, "attest", "--credential", "--status", "-", input=pretty).stdout
        self.assertIn("in force", shown)
        self.assertNotIn("Démonstration", shown)

    def ended(self, line, standing, by):
        (told,) = self.status(line, 1)
        self.assertEqual((told["standing"], told["signature"]), (standing, "valid"))
        (last,) = done(self.ledger, "log", "--from", str(told["by"]), "--to", str(told["by"])
                       ).splitlines()
        self.assertEqual(json.loads(last)["type"], by)
        self.assertEqual(json.loads(last)["occurredOn"], told["since"])

    def test_an_award_that_was_revoked_and_given_again(self):
        (line,) = self.given(CERTIFIED)
        enrol(self.ledger, [event("CertificationRevoked", candidacy=CERTIFIED, grounds="motif")])
        self.ended(line, "revoked", "CertificationRevoked")
        enrol(self.ledger, [event("CertificationAwarded", "2026-06-28", candidacy=CERTIFIED)])
        # The earlier credential remains that of an award that was revoked; the new one is another.
        self.ended(line, "revoked", "CertificationRevoked")
        (again,) = self.given(CERTIFIED)
        self.assertNotEqual(json.loads(again)["id"], json.loads(line)["id"])
        self.assertEqual(self.status(again)[0]["standing"], "inForce")

    def test_an_award_that_was_annulled(self):
        (line,) = self.given(CERTIFIED, "--form", "jwt")
        (award,) = self.events(CERTIFIED, "CertificationAwarded")
        done(
            self.ledger, "annul", award["id"], "--reason", "erreur", "--by", "clerk:1", "--yes",
            "--on", "2026-06-29", "--accept-clock")
        self.ended(line, "annulled", "EventAnnulled")

    def test_a_block_that_was_revoked_or_fell(self):
        first, second = self.given(PARTIAL)
        blocks = [one["data"] for one in self.events(PARTIAL, "BlockValidated")]
        enrol(self.ledger, [event("JuryDecisionRevoked", **blocks[0], grounds="motif")])
        self.ended(first, "revoked", "JuryDecisionRevoked")
        enrol(self.ledger, [event("DecisionAppealed", **blocks[1])])
        (told,) = self.status(second)
        self.assertEqual((told["standing"], told["underAppeal"]), ("inForce", True))
        enrol(self.ledger, [event("AppealDecided", "2026-06-26", **blocks[1], outcome="falls")])
        self.ended(second, "fallen", "AppealDecided")

    def test_a_block_that_falls_with_an_award(self):
        (line,) = self.given(CERTIFIED, "--block", "BC04")
        (other,) = self.given(CERTIFIED, "--block", "BC01")
        enrol(self.ledger, [event(
            "CertificationRevoked", candidacy=CERTIFIED, blocks=["RNCP38052BC04"],
            grounds="motif")])
        self.ended(line, "revoked", "CertificationRevoked")
        self.assertEqual(self.status(other)[0]["standing"], "inForce")

    def test_one_changed_byte_is_found(self):
        (line,) = self.given(CERTIFIED)
        told = self.status(line.replace("RNCP38052", "RNCP38053"), 1)[0]
        self.assertEqual(told["signature"], "invalid")
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        head, body, signature = token.split(".")
        changed = "B" if signature[5] != "B" else "C"
        told = self.status(f"{head}.{body}.{signature[:5]}{changed}{signature[6:]}", 1)[0]
        self.assertEqual(told["signature"], "invalid")

    def test_another_ledgers_credential(self):
        other = self.folder / "other.ledger"
        done(other, "demo", "--events", "150")
        line = run(other, "attest", CERTIFIED, "--credential", "--on", "2026-06-30").stdout
        (told,) = self.status(line, 1)
        self.assertEqual(told["signature"], "foreign")

    def test_what_is_no_credential(self):
        for text in ("", "{}", "a.b.c", json.dumps({"id": "urn:uuid:1"}), "\x00"):
            outcome = run(
                self.ledger, "attest", "--credential", "--status", "-", input=text)
            self.assertEqual((outcome.returncode, outcome.stdout), (2, ""), outcome.stderr)
        outcome = run(
            self.ledger, "attest", CERTIFIED, "--credential", "--status", "-", input="{}")
        self.assertEqual(outcome.returncode, 2)
        self.assertEqual(run(self.ledger, "attest", "--credential").returncode, 2)

    def test_a_new_key_leaves_what_was_given_valid(self):
        (line,) = self.given(CERTIFIED)
        (old,) = done(self.ledger, "audit", "key", "--did").splitlines()
        os.remove(f"{self.ledger}.signing")
        done(self.ledger, "audit", "key", "--new")
        new, former = done(self.ledger, "audit", "key", "--did").splitlines()
        self.assertEqual(former, old)
        self.assertNotEqual(new, old)
        self.assertEqual(
            json.loads(done(self.ledger, "audit", "key", "--did", "--json")),
            {"did": new, "dids": [new, old]})
        (told,) = self.status(line)
        self.assertEqual((told["signature"], told["key"]), ("valid", old))
        (again,) = self.given(CERTIFIED)
        self.assertEqual(json.loads(again)["issuer"]["id"], new)
        self.assertEqual(self.status(again)[0]["key"], new)

    def test_the_key_in_its_other_form_is_what_it_was(self):
        vkeys = pathlib.Path(f"{self.ledger}.vkeys").read_text()
        self.assertEqual(done(self.ledger, "audit", "key"), vkeys)
        self.assertNotIn("did", done(self.ledger, "audit", "key", "--json"))


if __name__ == "__main__":
    unittest.main()
