"""A certification flow and its answer: read and written by the standard library alone, checked by xmllint."""

import pathlib
import random
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

from trials import needed

CPF = "{urn:cdc:cpf:pc5:schema:1.0.0}"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared"
ALREADY = ("Le passage certification avec le bcr émetteur 00ESSAI0 et l'id technique partenaire {} existe déjà "
           "en base")
NOBODY = ["Aucun titulaire ne correspond aux critères obligatoires",
          "Aucun titulaire ne correspond aux critères obligatoires enrichis du jour et du mois de naissance",
          "Plusieurs titulaires ont été identifiés"]


def shared(name):
    """A file of the reference material; without it the test says that it is not run."""
    path = SHARED / "reference" / name
    if not path.exists():
        print(f"\nNOT TESTED, for want of {path}", file=sys.stderr)
        raise unittest.SkipTest(f"needs {path}")
    return path


def valid(test, content, folder):
    """The schema accepts these bytes."""
    needed("xmllint", "whether a flow is valid against its schema")
    schema = shared("cpf-flux-1.1.2.xsd")
    file = pathlib.Path(folder) / "checked.xml"
    file.write_bytes(content)
    outcome = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", str(schema), str(file)],
                             capture_output=True, text=True, timeout=60, check=False)
    test.assertEqual(outcome.returncode, 0, outcome.stderr[:2000])


def leaves(element):
    """Each leaf under an element by its name; None where it is nil."""
    found = {}
    for part in element.iter():
        if len(part) == 0:
            name = part.tag.removeprefix(CPF)
            if name in found:
                raise ValueError(f"{name} twice")
            found[name] = None if part.get(NIL) in ("true", "1") else part.text or ""
    return found


class Flow:
    """`id`, `instant`, `head` and, by technical id, the leaves of each passage with `type` and `code`."""

    def __init__(self, content):
        root = xml.fromstring(content)
        if root.tag != f"{CPF}flux":
            raise ValueError(root.tag)
        self.id, self.instant = root.findtext(f"{CPF}idFlux"), root.findtext(f"{CPF}horodatage")
        issuer = root.find(f"{CPF}emetteur")
        certifier = issuer.find(f"{CPF}certificateurs/{CPF}certificateur")
        self.head = (issuer.findtext(f"{CPF}idClient"), certifier.findtext(f"{CPF}idClient"),
                     certifier.findtext(f"{CPF}idContrat"))
        self.passages, self.certifications = {}, []
        for certification in root.iter(f"{CPF}certification"):
            kind = {name: certification.findtext(CPF + name) for name in ("type", "code")}
            self.certifications.append((kind["type"], kind["code"]))
            for passage in certification.iter(f"{CPF}passageCertification"):
                told = leaves(passage) | kind
                entry = told.pop("idTechnique")
                if entry in self.passages:
                    raise ValueError(f"{entry} twice")
                self.passages[entry] = told


# Leaves that the specification leaves to the program.
FREE = {"natureDeposant", "voieAccessVAE", "initiativeInscription", "codePostalCentreExamen", "urlPreuve",
        "libelleOption", "verbatim", "libelleCommuneNaissance", "libellePaysNaissance", "commentairesMEN"}


def unlike(expected, told):
    """How a passage differs from what it must say."""
    found = []
    for name in sorted((expected.keys() | told.keys()) - FREE):
        wanted, got = expected.get(name, "absent"), told.get(name, "absent")
        if got not in (wanted if isinstance(wanted, tuple) else (wanted,)):
            found.append(f"{name}: {got!r}, not {wanted!r}")
    return found


# Answers

class Reply:
    """An answer to a flow: `accepted`, `already` (ids) and `rejected` (id to message), in any order."""

    def __init__(self, flow, treatment="51354", accepted=(), rejected=None, already=()):
        self.flow, self.treatment = flow, treatment
        self.accepted, self.rejected, self.already = list(accepted), dict(rejected or {}), list(already)

    def text(self, seed=None, double=False):
        """The file; with a seed its parts are shuffled and unknown ones strewn in."""
        chance = random.Random(seed)
        refused = [*self.rejected.items(), *((entry, ALREADY.format(entry)) for entry in self.already)]
        taken = list(self.accepted)
        if double:
            refused, taken = refused * 2, taken * 2
        passages = []
        for entry, message in refused:
            parts = [f"<idTechnique>{self.spaced(chance, seed, entry)}</idTechnique>",
                     f"<messageErreur>{escape(message)}</messageErreur>"]
            passages.append(f"<passage>{''.join(self.strewn(chance, seed, parts))}</passage>")
        parts = [f"<nomFichier>{self.flow}.xml</nomFichier>", f"<idFlux>{self.flow}</idFlux>",
                 f"<idTraitement>{self.treatment}</idTraitement>"]
        if refused or seed is None:
            parts.append(f"<PassagesKO>{''.join(self.strewn(chance, seed, passages))}</PassagesKO>")
        if taken or seed is None:
            ids = [f"<idTechnique>{self.spaced(chance, seed, entry)}</idTechnique>" for entry in taken]
            parts.append(f"<PassagesOK>{''.join(self.strewn(chance, seed, ids))}</PassagesOK>")
        # The sample's root bears the prefix's declaration, not the prefix: both are met.
        root = chance.choice(("rapport", "ns2:rapport"))
        return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                f'<{root} xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">'
                f"{''.join(self.strewn(chance, seed, parts))}</{root}>\n")

    @staticmethod
    def spaced(chance, seed, text):
        return f"\n   {text}\n" if seed is not None and chance.random() < 0.3 else text

    @staticmethod
    def strewn(chance, seed, parts):
        parts = list(parts)
        if seed is not None:
            chance.shuffle(parts)
            for _ in range(chance.randint(0, 2)):
                parts.insert(chance.randint(0, len(parts)), chance.choice((
                    "<nouveau>texte &amp; essai</nouveau>", "<!-- un commentaire -->",
                    "<version majeure='2'><de>x</de></version>", "<vide/>", "\n\t")))
        return parts
