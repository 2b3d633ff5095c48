"""Small ledgers made by chance, and a model of which awards a certification flow must hold, with which values.

The model knows the specification alone; it is compared with what the program writes. Every person is invented.
"""

import calendar
import datetime
import random
import unicodedata
import uuid

SIRET = "78435388000023"
ROLES = ["president", "humanResources", "operations"]
PATHWAYS = {
    "student": "FORMATION_INITIALE_HORS_APPRENTISSAGE",
    "apprenticeship": "FORMATION_INITIALE_APPRENTISSAGE",
    "continuingTraining": "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION",
    "professionalisation": "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION",
    "individual": "CANDIDAT_LIBRE",
    "experience": "VAE"}
MODES = {"onSite": "EN_PRESENTIEL", "remote": "A_DISTANCE", "mixed": "MIXTE"}
# code: how it is declared, its validity in years, its blocks
CERTIFICATIONS = {
    "RNCP38052": (("RNCP", "RNCP38052"), None, [f"RNCP38052BC0{number}" for number in range(1, 5)]),
    "3474": (("RS", "RS3474"), None, [f"3474D{number}" for number in range(1, 5)]),
    "RS9001": (("RS", "RS9001"), 3, ["RS9001-1", "RS9001-2"])}
OWED_FROM = datetime.date(2021, 7, 1)
NAMES = ["D'Aubigny", "L’Hôpital", "Lebœuf", "Œdipe", "Æbi", "Martin & Fils", "Le (Goff)", "Dit, Essai",
         "Le\u0301ve\u0302que", "N’Diaye", "Exemple-Essai", "Łukasiewicz", "Nguyễn", "Y", "É" * 60,
         "Exemple " * 7 + "abcd", "  Autour  ", "No\u0308el\u0327", "E" * 30 + "é" * 30, "de La Test y Ñ",
         "J.-P. Essai", "Essai/Exemple", "Le <Goff>", 'Dit "Essai"', "Fin ]]> Essai", "Essai 7", "essai@exemple"]
# What civil status does not write: told, and never sent.
ODD_NAMES = ["Signe 🙂 Essai", "Σοφία", "Zéro\u200blargeur", "-", ".."]
FIRST = ["Marie", "Jean-Luc", "Zoe\u0301", "Anne Marie", "Søren", "O'Test", "Mae\u0308l", "X", " Ida ", "Çelik"]


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def written(text):
    """A name as the flow writes it."""
    return unicodedata.normalize("NFC", text.strip())


class Person:
    """One person and what the flow says of them."""

    def __init__(self, chance, number):
        self.id, self.gone = f"P{number}", None
        self.identity = self.whole(chance, number)

    @staticmethod
    def whole(chance, number):
        # The number keeps two persons apart, where there is room for it.
        name = NAMES[number % len(NAMES)]
        if len(name) < 50 and number >= len(NAMES):
            name += " " + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        identity = {"birthName": name, "firstNames": chance.sample(FIRST, chance.choice((1, 1, 2, 3, 4))),
                    "sex": chance.choice("FM"), "birthDate": chance.choice((
                        f"{chance.randint(1900, 2004)}", f"{chance.randint(1940, 2004)}-{chance.randint(1, 12):02}",
                        f"{chance.randint(1940, 2004)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                        "2000-02-29"))}
        if chance.random() < 0.4:
            identity["usageName"] = chance.choice(NAMES)
        identity["birthPlace"] = chance.choice((
            {"inseeCode": "75115"}, {"inseeCode": "2A004", "label": "Ajaccio"}, {"inseeCode": "97411"},
            {"postalCode": "06088"}, {"postalCode": "69003", "label": "Lyon & environs", "countryCode": "100"},
            {"inseeCode": "99352", "label": "Alge\u0301rie"}, {"inseeCode": "99109", "label": "Essai d'Allemagne"},
            {"inseeCode": "99401", "label": "Canada", "countryCode": "401"},
            {"postalCode": "1000", "label": "Bruxelles", "countryCode": "131"}))
        return identity

    def missing(self):
        identity = self.identity
        place = (identity or {}).get("birthPlace", {})
        return (identity is None or "birthDate" not in identity or "sex" not in identity
                or not place.keys() & {"inseeCode", "postalCode"})

    def holder(self):
        """The `titulaire`: each element that is there, None where it is nil."""
        identity, told = self.identity, {}
        told["nomNaissance"] = written(identity["birthName"])
        told["nomUsage"] = written(identity["usageName"]) if "usageName" in identity else None
        for number, name in enumerate(identity["firstNames"][:3], 1):
            told[f"prenom{number}"] = written(name)
        parts = [str(int(part)) for part in identity["birthDate"].split("-")] + [None, None]
        told["anneeNaissance"], told["moisNaissance"], told["jourNaissance"] = parts[:3]
        told["sexe"] = identity["sex"]
        place = identity["birthPlace"]
        told |= {"codeInsee": place["inseeCode"]} if "inseeCode" in place else {"codePostal": place["postalCode"]}
        if "countryCode" in place:
            told["codePaysNaissance"] = place["countryCode"]
        elif place.get("inseeCode", "").startswith("99"):
            told["codePaysNaissance"] = place["inseeCode"][2:]
        return told


class Scene:
    """A history in JSON Lines, and `awards`: those in force, by the id of their entry."""

    def __init__(self, seed, depositor=True):
        self.chance = random.Random(seed)
        self.events, self.people, self.awards, self.juries = [], {}, {}, {}
        self.count = 0
        self.fact("CertificationRegistered", "2018-01-01", **framework("RS9001", "RS", 3))
        if depositor:
            self.depositor()
        for code in CERTIFICATIONS:
            self.make_juries(code)

    def fact(self, kind, day, **data):
        made = uuid.UUID(int=self.chance.getrandbits(128), version=4)
        identifier = f"{str(made)[:14]}8{str(made)[15:]}"
        self.events.append({
            "id": identifier, "type": kind, "occurredOn": str(day), "recordedBy": "clerk:1", "data": data})
        return identifier

    def depositor(self, siret=SIRET, client="00ESSAI0", contract="MCFCER000001", name="Certificateur d’essai"):
        self.fact("CertifierDescribed", "2018-01-02", certifier={"name": name, "siret": siret}, place="Paris",
                  depositor={"clientId": client, "contractId": contract})

    def make_juries(self, code):
        for number in range(12):
            jury, mode = f"J-{code}-{number}", self.chance.choice(("onSite", "remote", "mixed", "written"))
            day = datetime.date(2019, 3, 1) + datetime.timedelta(170 * number + self.chance.randint(0, 90))
            days = [day + datetime.timedelta(shift) for shift in range(self.chance.choice((1, 1, 2, 3)))]
            planned = {"sessionOn": str(days[0]), **({"sessionTo": str(days[-1])} if days[1:] else {})}
            moved = self.chance.random() < 0.25
            early = {"sessionOn": str(day - datetime.timedelta(5))}
            self.fact("JuryConvened", day - datetime.timedelta(40), jury=jury, certification=code, mode=mode,
                      members=[{"member": f"M{at}", "role": role} for at, role in enumerate(ROLES)],
                      **(early if moved else planned))
            if moved:
                self.fact("JuryRescheduled", day - datetime.timedelta(20), jury=jury, **planned)
            for sitting in days:
                self.fact("JuryHeld", sitting, jury=jury, present=["M0", "M1", "M2"])
            self.juries.setdefault(code, []).append((jury, days[0], days[-1], mode))

    # Persons

    def person(self, **changes):
        person = Person(self.chance, len(self.people))
        person.identity.update(changes)
        self.people[person.id] = person
        return person

    def register(self, person):
        identity = person.identity
        if self.chance.random() < 0.2:  # First with a mistake, put right afterwards.
            self.fact("CandidateRegistered", "2019-01-02", candidate=person.id, identity={
                **identity, "birthName": f"Erreur{person.id}"})
            self.fact("CandidateIdentityCorrected", "2019-01-03", candidate=person.id, identity=identity)
        else:
            self.fact("CandidateRegistered", "2019-01-02", candidate=person.id, identity=identity)
        return person

    # Candidacies

    def candidacy(self, person, code, day, pathway=None, **more):
        self.count += 1
        name = f"D{self.count}"
        pathway = pathway or self.chance.choice(list(PATHWAYS))
        public = {"public": "employee"} if (code, pathway) == ("3474", "continuingTraining") else {}
        self.fact("CandidateEnrolled", day, candidacy=name, candidate=person.id, certification=code,
                  pathway=pathway, **public, **more)
        return name, pathway

    def decide(self, name, blocks, jury):
        """Blocks validated on the last day of a session."""
        self.fact("CandidateSummoned", jury[1] - datetime.timedelta(15), jury=jury[0], candidacy=name)
        for block in blocks:
            self.fact("BlockValidated", jury[2], jury=jury[0], candidacy=name, block=block)

    def certified(self, person, code=None, first=None, last=None, how=None):
        """A candidacy with an award in force; tells its candidacy and the award's entry."""
        code = code or self.chance.choice(list(CERTIFICATIONS))
        blocks = CERTIFICATIONS[code][2]
        juries = self.juries[code]
        chosen = sorted(self.chance.sample(range(first or 0, len(juries) if last is None else last), 2))
        one, two = (juries[at] for at in chosen)
        day = one[1] - datetime.timedelta(self.chance.randint(30, 60))
        how = how or self.chance.choice(("one", "one", "two", "document", "completes", "documents", "changed"))
        sat, more = [two], {}
        if how == "completes":
            earlier, _ = self.candidacy(person, code, day)
            self.decide(earlier, blocks[:1], one)
            day = one[2] + datetime.timedelta(1)
            name, pathway = self.candidacy(person, code, day, completes=earlier)
            self.decide(name, blocks[1:], two)
            sat = [one, two]
        else:
            name, pathway = self.candidacy(person, code, day)
            if how == "two":
                self.decide(name, blocks[:1], one)
                self.decide(name, blocks[1:], two)
                sat = [one, two]
            elif how in ("document", "documents"):
                known = blocks if how == "documents" else blocks[:1]
                for block in known:
                    self.fact("PriorValidationRecognised", day, candidacy=name, block=block, basis="document",
                              source={"document": "relevé de 2018", "validatedOn": "2018-05-04"})
                if how == "document":
                    self.decide(name, blocks[1:], two)
                sat = [] if how == "documents" else [two]
            else:
                if how == "changed":
                    pathway = self.chance.choice([one for one in PATHWAYS if one != pathway])
                    public = {"public": "employee"} if (code, pathway) == ("3474", "continuingTraining") else {}
                    self.fact("PathwayChanged", day + datetime.timedelta(3), candidacy=name, pathway=pathway,
                              **public)
                self.decide(name, blocks, two)
                if self.chance.random() < 0.5:
                    more = {"jury": two[0]}
        return self.award(person, name, code, pathway, day, sat, two[2], more)

    def award(self, person, name, code, pathway, enrolled, sat, after, more=None):
        day = after + datetime.timedelta(self.chance.randint(0, 20))
        entry = self.fact("CertificationAwarded", day, candidacy=name, **(more or {}))
        self.awards[entry] = {
            "candidacy": name, "person": person, "certification": code, "pathway": pathway,
            "enrolled": enrolled, "sat": sat, "day": day, "answer": "none",
            "subjects": [f"candidacy:{name}", *(f"jury:{jury}" for jury in (more or {}).values())]}
        return name, entry

    def again(self, entry):
        """The award revoked, or passed over as a mistake, then made again; tells the new entry."""
        gone = self.awards.pop(entry)
        after = gone["day"]
        if self.chance.random() < 0.5:
            after += datetime.timedelta(10)
            self.fact("CertificationRevoked", after, candidacy=gone["candidacy"], grounds="essai de retrait")
        else:
            self.annul(entry, gone)
        return self.award(gone["person"], gone["candidacy"], gone["certification"], gone["pathway"],
                          gone["enrolled"], gone["sat"], after)

    def annul(self, entry, gone):
        self.awards.pop(entry, None)
        self.fact("EventAnnulled", gone["day"], event=entry, subjects=gone["subjects"], grounds="essai de saisie")

    def declared(self, entry, *answers, flow="ANCIEN-1"):
        """Deposited some days after, and answered, the last answer counting; None: another flow's rejection."""
        award = self.awards[entry]
        day = award["day"] + datetime.timedelta(5)
        self.fact("AwardDeclared", day, candidacy=award["candidacy"], flow=flow)
        award["answer"] = "deposited"
        for outcome in answers:
            day += datetime.timedelta(2)
            other = flow
            if outcome is None:
                other, outcome = f"{flow}-bis", "rejected"
                self.fact("AwardDeclared", day, candidacy=award["candidacy"], flow=other)
            self.fact("DeclarationAnswered", day, candidacy=award["candidacy"], flow=other, outcome=outcome,
                      **({"grounds": "Aucun titulaire"} if outcome == "rejected" else {}))
            if other == flow or award["answer"] != "accepted":
                award["answer"] = outcome

    # What is expected

    def owed(self, on, due_by=None, certification=None):
        """The awards that a flow of that day must hold, by the id of their entry."""
        return {
            entry: award for entry, award in self.awards.items()
            if OWED_FROM <= award["day"] <= on and award["answer"] != "accepted"
            and not award["person"].gone and not award["person"].missing()
            and (due_by is None or add_months(award["day"], 3) <= due_by)
            and certification in (None, award["certification"])}

    def passage(self, award):
        """What a passage says: each element that is there, None where it is nil; where the specification
        leaves more than one value, a tuple of them."""
        declared, years, _ = CERTIFICATIONS[award["certification"]]
        told = {
            "type": declared[0], "code": declared[1], "obtentionCertification": "PAR_ADMISSION",
            "donneeCertifiee": "true", "dateDebutValidite": str(award["day"]),
            "dateFinValidite": str(add_months(award["day"], 12 * years)) if years else None,
            "presenceNiveauLangueEuro": "false", "presenceNiveauNumeriqueEuro": "false", "scoring": None,
            "mentionValidee": (None, "SANS_MENTION"), "modaliteAcces": PATHWAYS[award["pathway"]],
            "dateInscription": str(award["enrolled"]), **award["person"].holder()}
        if award["sat"]:
            told["dateDebutExamen"] = str(min(jury[1] for jury in award["sat"]))
            told["dateFinExamen"] = str(max(jury[2] for jury in award["sat"]))
        modes = {jury[3] for jury in award["sat"]}
        spoken = {MODES[mode] for mode in modes - {"written"}}
        if spoken:
            mode = spoken.pop() if len(spoken) == 1 else "MIXTE"
            # A written session beside another: the documents do not say which counts.
            told["modalitePassageExamen"] = mode if "written" not in modes else (mode, "MIXTE", "absent")
        return told


def framework(code, register, years, blocks=2, **more):
    return {
        "certification": code, "register": register, "title": f"Certification d’essai {code}",
        "certifiers": [{"name": "Certificateur d’essai", "siret": SIRET}],
        "certificationValidity": {"years": years, "basis": "policy"},
        "codes": {}, "document": "certificat d’essai", "partialCertification": True,
        "everyCompetencyAssessed": False, "blockValidity": {"years": None, "basis": "policy"},
        "completionWindow": {"years": None, "basis": "policy"},
        "blocks": [{"code": f"{code}-{number}", "title": f"Partie {number}", "competencies": [
            {"code": f"{code}-{number}-C01", "label": "Conduire un essai"}]} for number in range(1, blocks + 1)],
        "pathways": [{"pathway": pathway, "open": True, "jury": ROLES, "basis": "policy"} for pathway in PATHWAYS],
        **more}
