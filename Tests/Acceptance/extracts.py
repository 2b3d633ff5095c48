"""Extracts of France compétences' open data made by chance, as folder or as .zip, and what each fiche says."""

import datetime
import io
import os
import random
import unicodedata
import zipfile

ROUTES = {
    "student": "Après un parcours de formation sous statut d’élève ou d’étudiant",
    "apprenticeship": "En contrat d’apprentissage",
    "continuingTraining": "Après un parcours de formation continue",
    "professionalisation": "En contrat de professionnalisation",
    "individual": "Par candidature individuelle", "experience": "Par expérience"}
TITLES = ["Conducteur d’essais", "Chargé(e) de l'accueil ; niveau « essai »", 'Titre "entre guillemets"',
          "Fiche\nsur deux lignes", "Œuvre & métal <test>", "E\u0301le\u0301ment de\u0301compose\u0301", "  Technicien  ",
          "Agent\u00a0d’essai – module 2", "Intitulé, avec une virgule"]
LABELS = ["UG1 : Français – Histoire", 'Bloc "cité"', "Bloc ; séparé", "Ligne un\r\nligne deux", "Pre\u0301parer",
          "Réaliser l’essai", " Contrôler ", "Œuvrer & vérifier", "Même intitulé"]
# The name of a file in the export, and its columns.
STANDARD = ["Id_Fiche", "Numero_Fiche", "Intitule", "Abrege_Libelle", "Abrege_Intitule",
            "Nomenclature_Europe_Niveau", "Nomenclature_Europe_Intitule", "Accessible_Nouvelle_Caledonie",
            "Accessible_Polynesie_Francaise", "Date_dernier_jo", "Date_Decision", "Date_Fin_Enregistrement",
            "Date_Effet", "Type_Enregistrement", "Validation_Partielle", "Actif"]
FILES = {
    "Standard": STANDARD,
    "Blocs_De_Compétences": ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
    "Certificateurs": ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
    "VoixdAccès": ["Numero_Fiche", "Si_Jury"],
    "Ancienne_Nouvelle_Certification": ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
    "Nsf": ["Numero_Fiche", "Nsf_Code", "Nsf_Intitule"],
    "Rome": ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"],
    "Formacode": ["Numero_Fiche", "Formacode_Code", "Formacode_Libelle"],
    "CCN": ["Numero_Fiche", "Ccn_1_Numero", "Ccn_1_Libelle", "Ccn_2_Numero", "Ccn_2_Libelle", "Ccn_3_Numero",
            "Ccn_3_Libelle"],
    "Partenaires": ["Numero_Fiche", "Nom_Partenaire", "Siret_Partenaire", "Habilitation_Partenaire"]}
OPTIONAL = ["Nsf", "Rome", "Formacode", "CCN", "Partenaires", "Ancienne_Nouvelle_Certification"]


class Fiche:
    """One fiche, as the export says it."""

    def __init__(self, chance, code):
        self.code, self.register = code, "RNCP" if code.startswith("RNCP") else "RS"
        self.title = chance.choice(TITLES)
        self.level = chance.choice((3, 4, 5, 6, 7, None)) if self.register == "RNCP" else None
        self.decided = datetime.date(2016, 1, 1) + datetime.timedelta(chance.randint(0, 2000))
        self.ends = self.decided + datetime.timedelta(chance.choice((730, 1096, 1826)))
        self.certifiers = [
            (f"{chance.choice(('', chr(9)))}{chance.randrange(10 ** 13, 10 ** 14)}",
             chance.choice(("CERTIFICATEUR D'ESSAI", "ÉCOLE « EXEMPLE »", 'SOCIÉTÉ "TEST" ; S.A.')))
            for _ in range(chance.choice((1, 1, 2, 3)))]
        blocks = chance.choice((0, 1, 2, 4, 6)) if self.register == "RNCP" else chance.choice((0, 0, 1, 2))
        labelled = chance.choice((1, 1, 0.5, 0))
        self.blocks = {
            f"{code}BC{number:02}": chance.choice(LABELS) if chance.random() < labelled else ""
            for number in range(1, blocks + 1)}
        self.pathways = chance.sample(list(ROUTES), chance.randint(1, 6))
        self.nsf = chance.sample(["221w", "251", "326", "114b"], chance.randint(0, 2))
        self.rome = chance.sample(["I1203", "D1407", "H1102"], chance.randint(0, 3))
        self.formacode = chance.sample(["42872", "21551", "31004"], chance.randint(0, 2))
        self.old, self.new = [], []

    def parts(self):
        """The parts that the ledger must have, with their titles."""
        if not self.blocks:
            return {f"{self.code}-TOUT": None}
        return {code: label.strip() or f"{code} (intitulé non publié)" for code, label in self.blocks.items()}

    def rows(self, chance):
        day = "{:%d/%m/%Y}".format
        decided = {"Date_dernier_jo": "", "Date_Decision": ""}
        decided[chance.choice(list(decided))] = day(self.decided)
        standard = {
            "Id_Fiche": str(chance.randint(1, 40000)), "Numero_Fiche": self.code, "Intitule": self.title,
            "Nomenclature_Europe_Niveau": f"NIV{self.level}" if self.level else chance.choice(("", "REPRISE")),
            "Accessible_Nouvelle_Caledonie": "Non", "Accessible_Polynesie_Francaise": "Non", **decided,
            "Date_Fin_Enregistrement": day(self.ends), "Type_Enregistrement": "Enregistrement sur demande",
            "Actif": chance.choice(("ACTIVE", "INACTIVE"))}
        blocks = [[self.code, *block] for block in self.blocks.items()]
        chance.shuffle(blocks)
        return {
            "Standard": [[standard.get(name, "") for name in STANDARD]], "Blocs_De_Compétences": blocks,
            "Certificateurs": [[self.code, *one] for one in self.certifiers],
            "VoixdAccès": [[self.code, ROUTES[pathway]] for pathway in self.pathways],
            "Ancienne_Nouvelle_Certification": [
                *([self.code, old, ""] for old in self.old), *([self.code, "", new] for new in self.new)],
            "Nsf": [[self.code, code, f"{code} : essai"] for code in self.nsf],
            "Rome": [[self.code, code, "Management et ingénierie d''affaires"] for code in self.rome],
            "Formacode": [[self.code, code, f"{code} : essai"] for code in self.formacode],
            "CCN": [[self.code, "3117", "Essai", "", "", "", ""]],
            "Partenaires": [[self.code, "PARTENAIRE D'ESSAI", "\t11111111111111", "HABILITATION_ORGA_FORM"]]}


class Extract:
    """Fiches by code, and the bytes of each file by its name."""

    def __init__(self, seed, without=(), fiches=8):
        chance = self.chance = random.Random(seed)
        codes = [f"{chance.choice(('RNCP', 'RNCP', 'RS'))}{chance.randint(100, 999)}{number}" for number in range(fiches)]
        self.fiches = {code: Fiche(chance, code) for code in codes}
        chain = chance.sample(codes, 3)
        for old, new in zip(chain, chain[1:]):
            self.fiches[old].new.append(new)
            self.fiches[new].old.append(old)
        self.chain = chain
        self.stamp = f"20{chance.randint(24, 26)}_{chance.randint(1, 12):02}_{chance.randint(1, 28):02}"
        rows = {name: [] for name in FILES}
        for fiche in self.fiches.values():
            for name, more in fiche.rows(chance).items():
                rows[name] += more
        self.files = {
            f"export_fiches_CSV_{name}_{self.stamp}.csv": self.table(name, found)
            for name, found in rows.items() if name not in without}

    def table(self, name, rows):
        """A file as the export writes it; some have a mark, more columns, or columns in another order."""
        columns = list(FILES[name])
        if self.chance.random() < 0.3:
            columns.append("Colonne_Nouvelle")
            rows = [[*row, "valeur; nouvelle"] for row in rows]
        order = list(range(len(columns)))
        if self.chance.random() < 0.3:
            self.chance.shuffle(order)
        end = self.chance.choice(("\r\n", "\r\n", "\n"))

        def cell(text):
            return '"{}"'.format(text.replace('"', '""')) if text else ""
        lines = [[columns[at] for at in order], *([row[at] for at in order] for row in rows)]
        text = "".join(";".join(map(cell, line)) + end for line in lines)
        return (self.chance.choice(("", "", "\ufeff")) + text).encode()

    def folder(self, path, form):
        """`form`: NFC, NFD, misread or bytes (names in cp437)."""
        path.mkdir()
        for name, content in self.files.items():
            name = unicodedata.normalize("NFD" if form == "NFD" else "NFC", name)
            if form == "misread":  # As unzip leaves a name written in UTF-8 without the flag.
                name = name.encode().decode("cp437")
            (path / (os.fsdecode(name.encode("cp437")) if form == "bytes" else name)).write_bytes(content)
        return str(path)

    def zip(self, path, names):
        """`names`: flagged, utf8 (without the flag), decomposed, cp437, inside (a folder, with a Mac's leavings)."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", self.chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
            for name, content in self.files.items():
                if names == "inside":
                    archive.writestr(Named(f"__MACOSX/export/._{name}", "flagged"), b"\0\5\26\7")
                    archive.writestr(Named(f"export/{name}", "flagged"), content)
                else:
                    archive.writestr(Named(name, names), content)
        path.write_bytes(made.getvalue())
        return str(path)


class Named(zipfile.ZipInfo):
    """A file whose name is written as one of the programs that make archives does."""

    def __init__(self, name, form):
        super().__init__(unicodedata.normalize("NFD" if form == "decomposed" else "NFC", name))
        self.form = form
        self.compress_type = zipfile.ZIP_DEFLATED

    def _encodeFilenameFlags(self):  # The name that zipfile asks for.
        if self.form == "flagged":
            return self.filename.encode(), self.flag_bits | 0x800
        return self.filename.encode("cp437" if self.form == "cp437" else "utf-8"), self.flag_bits & ~0x800
