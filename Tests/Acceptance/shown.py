"""What the program shows in French, with the spaces that a test types.

The program puts no-break spaces (U+00A0, U+202F) beside French punctuation; expected texts are typed with
plain ones.
"""

import subprocess

NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " "})


def plain(text):
    """A text with plain spaces; bytes and None are left as they are."""
    return text.translate(NO_BREAK) if isinstance(text, str) else text


def plainly(outcome):
    """A finished process whose output and messages have plain spaces."""
    return subprocess.CompletedProcess(
        outcome.args, outcome.returncode, plain(outcome.stdout), plain(outcome.stderr))
