"""What the tests of a ledger's copies share: a ledger to copy, and checkpoints signed by openssl."""

import base64
import hashlib
import subprocess

from test_command_line import CommandLine

QUESTIONS = (["log"], ["log", "--root"], ["replay", "--digest"])


def leaves(copy):
    """The canonical bytes of each event of a copy."""
    return [b"{" + text.split(b",", 1)[1] for text in copy.splitlines()
            if text.startswith(b'{"position":')]


def signed(size, root, folder, name="acquis.example/test"):
    """A checkpoint signed by a new key (C2SP signed-note), and the key that verifies it."""
    secret = folder / "signer.pem"
    if not secret.exists():
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", secret], check=True)
    public = subprocess.run(
        ["openssl", "pkey", "-in", secret, "-pubout", "-outform", "DER"], check=True,
        capture_output=True).stdout[-32:]
    key = hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    text = f"{name}\n{size}\n{base64.b64encode(root).decode()}\n"
    (folder / "text").write_text(text)
    signature = subprocess.run(
        ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", secret, "-in", folder / "text"],
        check=True, capture_output=True).stdout
    note = f"{text}\n— {name} {base64.b64encode(key + signature).decode()}\n"
    return note, f"{name}+{key.hex()}+{base64.b64encode(bytes([1]) + public).decode()}"


class Copies(CommandLine):
    def setUp(self):
        super().setUp()
        self.other = self.folder / "other.ledger"
        self.file = self.folder / "copy.jsonl"

    def demo(self):
        self.assertEqual(self.run_acquis("demo", "--events", "300").returncode, 0)

    def export(self):
        outcome = self.run_acquis("export", "jsonl", text=False)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(outcome.stderr, b"")
        return outcome.stdout

    def restore(self, content, *words):
        self.file.write_bytes(content)
        return self.run_acquis("restore", str(self.file), *words, ledger=self.other)

    def same(self, one, two):
        for words in QUESTIONS:
            answers = [self.run_acquis(*words, ledger=ledger) for ledger in (one, two)]
            self.assertEqual([answer.returncode for answer in answers], [0, 0])
            self.assertEqual(answers[0].stdout, answers[1].stdout, words)

    def nothing_left(self):
        left = [file.name for file in self.folder.iterdir() if file.name.startswith("other")]
        self.assertEqual(left, [])
