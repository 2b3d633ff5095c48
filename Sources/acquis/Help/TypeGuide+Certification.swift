internal import Events

// The certification's framework, and the body that certifies.

extension TypeGuide {
  static let certificationRegistered = TypeGuide(
    Text(
      "Enregistre une certification et tout son référentiel, lus dans sa fiche.",
      "Registers a certification and its whole framework, as its document states it."),
    TypeExample(on: "2026-09-21", ["--data", "-", "<", "RNCP42001.json"]),
    next: [.certifierDescribed, .certificationSuperseded, .candidateEnrolled],
    note: Text(
      "Le référentiel se donne en JSON ; `acquis help CertificationRegistered --json` en donne la forme.",
      "The framework is given as JSON; `acquis help CertificationRegistered --json` gives its form."
    ))

  static let certifierDescribed = TypeGuide(
    Text(
      "Décrit le certificateur, ses signataires et ses numéros auprès de la Caisse des Dépôts.",
      "Describes the certifier, who signs, and its ids at the Caisse des Dépôts."),
    TypeExample(
      on: "2026-01-05",
      [
        .text("certifier.name", Text("Certificateur A", "Certifier A")),
        "certifier.siret=12345678901234", "place=Paris",
        .text(
          "signatories",
          Text("S1:Directrice:\"Claire Exemple\"", "S1:Director:\"Claire Exemple\"")),
        .text("registrations", Text("RNCP38052:20/09/2023", "RNCP38052:2023-09-20")),
        "depositor.clientId=12345678", "depositor.contractId=MCFCER1234",
      ]),
    next: [.certificationRegistered])

  static let registrationRenewed = TypeGuide(
    Text(
      "Prolonge l’enregistrement d’une certification sous le même numéro.",
      "Extends the registration of a certification under the same number."),
    TypeExample(on: "2026-09-01", ["certification=RNCP38052", "expiresOn=2029-09-20"]),
    note: Text(
      "Un nouvel enregistrement reçoit d’ordinaire un nouveau numéro : CertificationRegistered, puis CertificationSuperseded.",
      "A new registration usually gets a new number: CertificationRegistered, then CertificationSuperseded."
    ))

  static let certificationWithdrawn = TypeGuide(
    Text(
      "Retire une certification : plus aucune inscription n’est prise.",
      "Withdraws a certification: nobody enrols for it any more."),
    TypeExample(
      on: "2026-09-20", ["certification=RNCP38052", "lastDeliveryOn=2027-09-20"]))

  static let certificationSuperseded = TypeGuide(
    Text(
      "Remplace une certification par une version nouvelle, avec la correspondance des blocs.",
      "Replaces a certification by a new version, with the correspondence of the blocks."),
    TypeExample(
      on: "2026-09-21",
      [
        "certification=RNCP38052", "by=RNCP42001",
        #"correspondences=[{"from":"RNCP38052BC01","to":"RNCP42001BC01"}]"#,
      ]),
    next: [.priorValidationRecognised])

  static let registrationSuspended = TypeGuide(
    Text(
      "Suspend l’enregistrement d’une certification.",
      "Suspends the registration of a certification."),
    TypeExample(on: "2026-09-21", ["certification=RNCP38052"]),
    next: [.registrationReinstated])

  static let registrationReinstated = TypeGuide(
    Text(
      "Rétablit l’enregistrement d’une certification suspendue.",
      "Reinstates the registration of a certification that was suspended."),
    TypeExample(on: "2026-11-02", ["certification=RNCP38052"]),
    next: [.candidateEnrolled])

  static let completionWindowPolicyChanged = TypeGuide(
    Text(
      "Change le délai donné pour compléter une certification partielle.",
      "Changes the time given to complete a partial certification."),
    TypeExample(
      on: "2026-09-21",
      ["certification=RNCP38052", "years=6", "effectiveOn=2027-01-01", "basis=policy"]),
    note: Text(
      "Vaut pour les délais ouverts à partir du jour d’effet.",
      "Holds for windows opened from the day it takes effect."))

  static let blockValidityPolicyChanged = TypeGuide(
    Text(
      "Change la durée pendant laquelle un bloc acquis compte.",
      "Changes how long a block that is held counts."),
    TypeExample(
      on: "2026-09-21",
      ["certification=RNCP38052", "years=null", "effectiveOn=2027-01-01", "basis=policy"]))

  static let juryPolicyChanged = TypeGuide(
    Text(
      "Change les rôles qu’un jury de cette certification doit réunir.",
      "Changes the roles that a jury of this certification must have."),
    TypeExample(
      on: "2026-09-21",
      [
        "certification=RNCP38052", "roles=president,humanResources,operations",
        "effectiveOn=2027-01-01", "basis=policy",
      ]),
    next: [.juryConvened])
}
