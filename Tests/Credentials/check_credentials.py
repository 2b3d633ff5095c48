"""Credentials read by others: the tokens by openbadgeslib, an independent verifier of Open Badges 3.0, and
the embedded proofs by a second reading of eddsa-jcs-2022. `run.sh` makes the environment that this needs.

Reads the program's path from $ACQUIS.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3 import OB3Verifier

ACQUIS = os.environ["ACQUIS"]
CERTIFIED, PARTIAL = "DEMO-D-PATHWAY", "DEMO-D-PARTIAL"
NAME = "Démonstration Exemple DEMO-P-PATHWAY"
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(text):
    """The bytes of a multibase text."""
    assert text[0] == "z"
    number = 0
    for character in text[1:]:
        number = number * 58 + ALPHABET.index(character)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def canonical(value):
    """RFC 8785, for what has no fractions and names in ASCII."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def check_proof(document):
    """Raises InvalidSignature unless the embedded proof is that of the issuer's key."""
    document = json.loads(json.dumps(document))
    proof = document.pop("proof")
    signature = base58(proof.pop("proofValue"))
    assert proof["@context"] == document["@context"]
    did, _, fragment = proof["verificationMethod"].partition("#")
    assert did == document["issuer"]["id"] == f"did:key:{fragment}"
    key = base58(fragment)
    assert key[:2] == b"\xed\x01"
    hashes = b"".join(hashlib.sha256(canonical(part)).digest() for part in (proof, document))
    Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, hashes)


class Credentials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.original = pathlib.Path(tempfile.mkdtemp(prefix="acquis-badges-"))
        cls.addClassCleanup(shutil.rmtree, cls.original, ignore_errors=True)
        subprocess.run(
            [ACQUIS, "demo", "--events", "150", "--ledger", str(cls.original / "test.ledger")],
            stdout=subprocess.DEVNULL, timeout=120, check=True)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-badges-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(self.original, self.folder, dirs_exist_ok=True)
        self.ledger = self.folder / "test.ledger"
        (self.did,) = self.done("audit", "key", "--did")

    def done(self, *words):
        outcome = subprocess.run(
            [ACQUIS, *words, "--ledger", str(self.ledger)], capture_output=True, text=True,
            timeout=120, check=False)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout.splitlines()

    def given(self, candidacy, *words):
        return self.done("attest", candidacy, "--credential", "--on", "2026-06-30", *words)

    def test_the_token_of_a_certification_is_an_open_badge(self):
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        badge = OB3Verifier.for_issuer_did(self.did).verify(token)
        self.assertEqual(badge.issuer.id, self.did)
        self.assertEqual(badge.achievement.achievement_type, "Certification")
        self.assertEqual(badge.achievement.name, "Chargé d’accueil dans le logement social")
        (holder,) = badge.identifiers
        self.assertEqual(
            (holder.identity_type, holder.hashed, holder.identity_hash), ("name", False, NAME))
        self.assertEqual(badge.issuance_date.isoformat(), "2025-06-13T00:00:00+02:00")
        (evidence,) = badge.evidence
        self.assertIn("registre acquis/", evidence.narrative)

    def test_so_is_that_of_each_block_held(self):
        tokens = self.given(PARTIAL, "--form", "jwt")
        self.assertEqual(len(tokens), 2)
        for token in tokens:
            badge = OB3Verifier.for_issuer_did(self.did).verify(token)
            self.assertEqual(badge.achievement.achievement_type, "Competency")

    def test_who_knows_the_name_can_check_its_hash(self):
        (token,) = self.given(CERTIFIED, "--form", "jwt", "--no-names")
        (holder,) = OB3Verifier.for_issuer_did(self.did).verify(token).identifiers
        digest = hashlib.sha256((NAME + holder.salt).encode()).hexdigest()
        self.assertEqual((holder.hashed, holder.identity_hash), (True, f"sha256${digest}"))

    def test_one_changed_byte_is_refused(self):
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        verifier = OB3Verifier.for_issuer_did(self.did)
        head, body, _ = map(len, token.split("."))
        for place in (10, head + 1 + body // 2, head + body + 2 + 40):
            changed = "A" if token[place] != "A" else "B"
            with self.assertRaises(LibOpenBadgesException):
                verifier.verify(token[:place] + changed + token[place + 1:])

    def test_a_new_key_leaves_what_was_given_valid_under_the_old_one(self):
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        os.remove(f"{self.ledger}.signing")
        self.done("audit", "key", "--new")
        new, old = self.done("audit", "key", "--did")
        self.assertEqual(old, self.did)
        OB3Verifier.for_issuer_did(old).verify(token)
        with self.assertRaises(LibOpenBadgesException):
            OB3Verifier.for_issuer_did(new).verify(token)
        (token,) = self.given(CERTIFIED, "--form", "jwt")
        OB3Verifier.for_issuer_did(new).verify(token)

    def test_the_embedded_proof_is_that_of_a_second_reading(self):
        for line in self.given(CERTIFIED) + self.given(PARTIAL, "--no-names"):
            document = json.loads(line)
            check_proof(document)
            document["credentialSubject"]["achievement"]["name"] += " "
            with self.assertRaises(InvalidSignature):
                check_proof(document)


if __name__ == "__main__":
    unittest.main()
