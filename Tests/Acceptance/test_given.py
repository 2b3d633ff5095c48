"""What a person gives for a checkpoint, a key or an exact copy, and is another file.

Reads the program's path from $ACQUIS.
"""

import re
import unittest

from audited import done, run
from test_keys import Keys


class Given(Keys):
    """What a person gives, and is not what was asked for: 2, and what it is; never "altered"."""

    def setUp(self):
        super().setUp()
        self.key = self.vkeys()[0] + "\n"
        self.proof = done(self.ledger, "audit", "prove", "1", "--tlog-proof")
        self.copy = done(self.ledger, "export", "jsonl")

    def says(self, english, french, content, *words):
        """The command refuses the file, in both languages."""
        file = self.folder / "given"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        words = [str(file) if word == "FILE" else word for word in words]
        ledger = self.folder / "other.ledger" if words[0] == "restore" else self.ledger
        for lang, told in (("en", english), ("fr", french)):
            outcome = run(ledger, *words, "--lang", lang)
            self.refused(outcome, 2, "given", told)
            self.assertNotRegex(outcome.stderr, "altered|altéré")

    FORMS = (
        ("CRLF", "CRLF", lambda text: text.replace("\n", "\r\n")),
        ("byte-order mark", "marque d’ordre", lambda text: "\ufeff" + text),
        ("empty", "vide", lambda text: ""),
        ("UTF-16", "UTF-16", lambda text: text.encode("utf-16")))

    def test_for_a_checkpoint(self):
        cases = [(word, french, change(self.first)) for word, french, change in self.FORMS] + [
            ("tlog-proof", "tlog-proof", self.proof), ("verifier key", "clé de vérif", self.key),
            ("exact copy", "copie exacte", self.copy),
            ("last newline", "dernier saut de ligne", self.first.strip()),
            ("leading zero", "zéro", self.first.replace(
                f"\n{self.sizes[0]}\n", f"\n0{self.sizes[0]}\n")),
            ("no signature", "pas de signature", self.first.partition("\n\n")[0] + "\n"),
            ("CRLF", "CRLF", self.proof.replace("\n", "\r\n"))]
        restored = self.folder / "copy.jsonl"
        restored.write_text(self.copy)
        for word, french, content in cases:
            with self.subTest(word=word):
                self.says(word, french, content, "audit", "check", "--against", "FILE")
                self.says(word, french, content, "restore", str(restored), "--against", "FILE")
        self.says("2 checkpoints", "2 points", self.first + "\n" + self.second,
                  "audit", "check", "--against", "FILE")

    def test_for_a_key(self):
        cases = [(word, french, change(self.key)) for word, french, change in self.FORMS] + [
            ("checkpoint", "point de contrôle", self.first),
            ("tlog-proof", "tlog-proof", self.proof), ("exact copy", "copie exacte", self.copy),
            ("last newline", "dernier saut de ligne", self.key.strip()),
            ("line 2", "ligne 2", self.key + "x\n")]
        restored = self.folder / "copy.jsonl"
        restored.write_text(self.copy)
        for word, french, content in cases:
            with self.subTest(word=word):
                self.says(word, french, content, "audit", "verify", "--key", "FILE")
                self.says(word, french, content, "restore", str(restored), "--key", "FILE")
        self.refused(self.audit("verify", "--key", "nobody"), 2, "--key")

    def test_for_a_copy(self):
        cases = [(word, french, change(self.copy)) for word, french, change in self.FORMS] + [
            ("checkpoint", "point de contrôle", self.first),
            ("tlog-proof", "tlog-proof", self.proof), ("verifier key", "clé de vérif", self.key)]
        for word, french, content in cases:
            with self.subTest(word=word):
                self.says(word, french, content, "restore", "FILE")
                self.says("given:1", "given:1", content, "restore", "FILE")
        lines = self.copy.splitlines(keepends=True)
        lines[9] = lines[9].replace("\n", "\r\n")
        self.says("given:10: has CRLF", "given:10 : ", "".join(lines), "restore", "FILE")

    def test_what_is_whole_and_not_genuine_is_altered_still(self):
        outcome = self.check(self.first.replace(f"\n{self.sizes[0]}\n", "\n1\n"))
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("altered", outcome.stderr)

    def test_a_checkpoint_of_nothing_with_a_root(self):
        empty = re.sub(r"\n\d+\n", "\n0\n", self.first, count=1)
        self.lose("signing", "vkeys")
        outcome = self.check(empty)
        self.assertEqual(outcome.returncode, 1)
        self.assertNotIn("positions 1 to 0", outcome.stdout + outcome.stderr)
        self.assertIn("signs no event", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
