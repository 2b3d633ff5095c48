"""What two ledgers print, made comparable: their places, and what is random or of the moment, are
replaced by what kind of value it is and the how-manieth of it.
"""

import datetime
import re

import shared  # noqa: F401 — the folder of documents.py is on the path from here on
from documents import KINDS

# A hash of bytes that hold ids and instants, a signature, a sealed text; ids; keys.
RANDOM = ("base64", "uuid", "origin", "key", "made")
QUOTE = r'\\*(?:"|&quot;)'
OTHERS = {
    "nonce": rf"(?<=nonce){QUOTE}:{QUOTE}[A-Za-z0-9+/]{{16}}",
    "sealed": rf"(?<=:1,){QUOTE}text{QUOTE}:{QUOTE}[A-Za-z0-9+/]+={{0,2}}",
    "signer": r'(?<="id":")[0-9a-f]{8}(?=")',
    "token": r"acquis_[A-Za-z0-9_-]{43}",
    "access": r"(?<=ccess )[0-9a-f]{8}\b|(?m:^)[0-9a-f]{8}(?=  )",
    "instant": KINDS["instant"][0] + r"|\d{4}-\d\d-\d\d \d\d:\d\d"}
VALUES = re.compile("|".join(f"(?P<{kind}>{text})" for kind, text in {
    **OTHERS, **{kind: KINDS[kind][0] for kind in RANDOM}}.items()))
QR_CODE = re.compile(r"<svg [^>]*><title>[^<]*QR.*?</svg>")
FOLDER_STAMP = re.compile(r"(?<=-)\d{4}-\d\d-\d\dT\d{6}Z")


class Comparable:
    """Texts of one ledger, in the order in which they were printed.

    - places: how the ledger, its keys and its folder are named in them, the longest first.
    """

    def __init__(self, places):
        self.places = places
        self.seen = {}
        self.since = datetime.date.today() - datetime.timedelta(1)

    def text(self, text):
        is_placed = any(place in text for place, _ in self.places)
        for place, name in self.places:
            text = text.replace(f"'{place}'", name).replace(place, name)
        text = QR_CODE.sub("(QR code)", FOLDER_STAMP.sub("(stamp)", text))
        text = VALUES.sub(self.value, text)
        # Where lines and columns end depends on how long the place is.
        return re.sub(r"\s+", " ", text).strip() if is_placed else text

    def value(self, match):
        kind, text = match.lastgroup, match[0]
        if kind == "instant" and datetime.date.fromisoformat(text[:10]) < self.since:
            return text  # the demonstration's own: the same everywhere
        if kind == "instant":
            return "(instant)"
        return self.seen.setdefault(text, f"({kind} {len(self.seen) + 1})")


def difference(one, two):
    """Where two texts part, with what is before and after; None where they do not."""
    if one == two:
        return None
    start = next((place for place, pair in enumerate(zip(one, two)) if pair[0] != pair[1]),
                 min(len(one), len(two)))
    before = max(0, start - 60)
    return f"…{one[before:start + 200]!r}\n  not …{two[before:start + 200]!r}"
