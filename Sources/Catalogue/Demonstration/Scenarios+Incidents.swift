internal import Events

extension DemonstrationWriter {
  /// Writes what interrupts or corrects the ordinary course of a certification: a session of two
  /// days, a pathway changed, a jury annulled, an admissibility by silence, a death, a fraud that
  /// takes a block with the award, an equivalence, a jury of unknown composition.
  mutating func writeIncidents() throws(InvalidValue) {
    try describeCertifier()
    try writeSessionOfTwoDays()
    try writeAnnulledJury()
    try writeAdmissibilityBySilence()
    try writeDeath()
    try writeFraud()
    try writeEquivalence()
    try writeUnknownComposition()
  }

  private mutating func describeCertifier() throws(InvalidValue) {
    try write(.certifierDescribed, on: try CalendarDate(2024, 1, 8), Self.certifier())
  }

  /// The certifier of both certifications as it signs since 2017, recorded on the demonstration's last day,
  /// after everything else, so that documents of every year have a signatory.
  mutating func describeEarlierCertifier() throws(InvalidValue) {
    let (first, last) = (try CalendarDate(2017, 1, 2), try CalendarDate(2026, 6, 30))
    try write(
      .certifierDescribed, on: first, late: first.days(until: last), atHour: 17, Self.certifier())
  }

  /// Signatory, place, days and the depositor's ids are fictitious, and the address says so on every document.
  private static func certifier() -> JSONValue {
    [
      "certifier": ["name": "A F P O L S", "siret": "78435388000023"],
      "address": ["Démonstration : signataire, lieu et dates fictifs"],
      "place": "Ville fictive",
      "signatories": [
        [
          "member": "DEMO-M-signatory", "title": "Direction (fonction fictive)",
          "name": "Exemple, direction",
        ]
      ],
      "registrations": [
        ["certification": "RNCP38052", "decisionOn": "2019-01-02"],
        ["certification": "3474", "decisionOn": "2012-07-06"],
      ],
      "depositor": ["clientId": "DEMO0001", "contractId": "DEMO-CONTRAT-1"],
    ]
  }

  /// Two candidates of one jury, heard on two days: one had passed from apprenticeship to
  /// continuing training, and is certified; the other holds two blocks and has a recommendation.
  /// Both were sent their results.
  private mutating func writeSessionOfTwoDays() throws(InvalidValue) {
    let jury = "DEMO-J-TWO-DAYS"
    let (first, second) = (try CalendarDate(2025, 6, 12), try CalendarDate(2025, 6, 13))
    let roles = ["president", "humanResources", "operations"]
    try write(
      .juryConvened, on: first.adding(days: -30),
      [
        "jury": .string(jury), "certification": "RNCP38052",
        "sessionOn": .string(first.description), "sessionTo": .string(second.description),
        "mode": "mixed", "place": "Salle fictive",
        "members": .list(
          roles.map { role in
            [
              "member": .string("DEMO-M-\(role)-1"), "role": .string(role), "name": "Exemple, jury",
            ]
          }),
      ])
    for day in [first, second] {
      try write(
        .juryHeld, on: day,
        ["jury": .string(jury), "present": .list(roles.map { .string("DEMO-M-\($0)-1") })])
    }
    for name in ["PATHWAY", "RECOMMENDED"] {
      let candidacy = "DEMO-D-\(name)"
      try enrol(
        candidacy, "DEMO-P-\(name)", in: "RNCP38052", by: .apprenticeship,
        on: try CalendarDate(2024, 9, 2))
      try write(
        .trainingStarted, on: try CalendarDate(2024, 9, 16),
        named(candidacy, JSONMember("site", "inCompany")))
      try summon(candidacy, to: jury, on: first.adding(days: -20))
    }
    try write(
      .pathwayChanged, on: try CalendarDate(2025, 1, 13),
      named("DEMO-D-PATHWAY", JSONMember("pathway", "continuingTraining")),
      reason: "Motif fictif : contrat d’apprentissage rompu")
    try write(
      .trainingCompleted, on: try CalendarDate(2025, 5, 23),
      named(
        "DEMO-D-PATHWAY", JSONMember("centreHours", 273), JSONMember("centreMinutes", 30)))
    for block in 1...4 {
      try decide(
        "DEMO-D-PATHWAY", "RNCP38052BC0\(block)", by: jury, on: first, validated: true)
      try decide(
        "DEMO-D-RECOMMENDED", "RNCP38052BC0\(block)", by: jury, on: second, validated: block < 3)
    }
    try write(
      .juryRecommended, on: second, late: 1,
      [
        "jury": .string(jury), "candidacy": "DEMO-D-RECOMMENDED",
        "recommendation": "Recommandation fictive : préparer les études de cas",
      ])
    try write(
      .juryDeliberated, on: second, late: 1,
      ["jury": .string(jury), "minutes": .string("PV \(jury)")])
    for name in ["PATHWAY", "RECOMMENDED"] {
      try write(
        .resultNotified, on: try CalendarDate(2025, 6, 20),
        ["jury": .string(jury), "candidacy": .string("DEMO-D-\(name)")])
    }
    try award("DEMO-D-PATHWAY", by: jury, on: second, number: "DEMO-C-PATHWAY")
    try write(
      .certificateDuplicated, on: try CalendarDate(2026, 2, 3),
      named(
        "DEMO-D-PATHWAY", JSONMember("number", "DEMO-C-PATHWAY"),
        JSONMember("grounds", "Motif fictif : document perdu")))
  }

  /// A jury annulled after its decisions, and another that decided anew.
  private mutating func writeAnnulledJury() throws(InvalidValue) {
    try enrol(
      "DEMO-D-ANNULLED-JURY", "DEMO-P-ANNULLED-JURY", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2023, 9, 11))
    try validate(
      ["RNCP38052BC01", "RNCP38052BC02"], "DEMO-D-ANNULLED-JURY", "DEMO-J-ANNULLED", "RNCP38052",
      on: try CalendarDate(2024, 3, 14))
    try write(
      .juryAnnulled, on: try CalendarDate(2024, 5, 6),
      ["jury": "DEMO-J-ANNULLED", "grounds": "Motif fictif : composition irrégulière"])
    try validate(
      ["RNCP38052BC01"], "DEMO-D-ANNULLED-JURY", "DEMO-J-ANNULLED-2", "RNCP38052",
      on: try CalendarDate(2024, 7, 4))
  }

  /// A dossier of *recevabilité* without an answer for two months.
  private mutating func writeAdmissibilityBySilence() throws(InvalidValue) {
    try enrol(
      "DEMO-D-SILENCE", "DEMO-P-SILENCE", in: "RNCP38052", by: .experience,
      on: try CalendarDate(2026, 1, 12))
    try write(
      .dossierSubmitted, on: try CalendarDate(2026, 1, 19),
      named("DEMO-D-SILENCE", JSONMember("kind", "admissibility")))
  }

  /// A candidate who died while preparing the certification.
  private mutating func writeDeath() throws(InvalidValue) {
    try enrol(
      "DEMO-D-DECEASED", "DEMO-P-DECEASED", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2024, 1, 15))
    try validate(
      ["RNCP38052BC01"], "DEMO-D-DECEASED", "DEMO-J-DECEASED", "RNCP38052",
      on: try CalendarDate(2024, 6, 20))
    try write(
      .candidateDeceased, on: try CalendarDate(2025, 2, 10),
      ["candidate": "DEMO-P-DECEASED"])
  }

  /// An award revoked with one of its blocks; the three others stay held.
  private mutating func writeFraud() throws(InvalidValue) {
    try enrol(
      "DEMO-D-FRAUD", "DEMO-P-FRAUD", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2022, 1, 10))
    let session = try CalendarDate(2022, 6, 23)
    try validate(
      (1...4).map { "RNCP38052BC0\($0)" }, "DEMO-D-FRAUD", "DEMO-J-FRAUD", "RNCP38052", on: session)
    try award("DEMO-D-FRAUD", by: "DEMO-J-FRAUD", on: session, number: "DEMO-C-FRAUD")
    try write(
      .certificationRevoked, on: try CalendarDate(2025, 3, 10),
      named(
        "DEMO-D-FRAUD", JSONMember("blocks", ["RNCP38052BC04"]),
        JSONMember("grounds", "Motif fictif : étude de cas copiée")))
  }

  /// A block granted by another body.
  private mutating func writeEquivalence() throws(InvalidValue) {
    try enrol(
      "DEMO-D-EQUIVALENCE", "DEMO-P-EQUIVALENCE", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2025, 10, 6))
    try write(
      .priorValidationRecognised, on: try CalendarDate(2025, 10, 20),
      named(
        "DEMO-D-EQUIVALENCE", JSONMember("block", "RNCP38052BC02"),
        JSONMember("basis", "equivalence"),
        JSONMember(
          "source",
          ["authority": "Certificateur fictif", "validatedOn": "2023-05-12"])))
  }

  /// A jury of 2015 whose members no paper names, imported.
  private mutating func writeUnknownComposition() throws(InvalidValue) {
    let opening = try CalendarDate(2017, 1, 2)
    let session = try CalendarDate(2015, 6, 18)
    let jury: JSONValue = "DEMO-J-UNKNOWN"
    let facts: [(EventType, CalendarDate, JSONValue)] = [
      (
        .candidateEnrolled, try CalendarDate(2015, 1, 12),
        [
          "candidacy": "DEMO-D-UNKNOWN", "candidate": "DEMO-P-UNKNOWN", "certification": "3474",
          "pathway": "continuingTraining", "public": "employee",
        ]
      ),
      (
        .juryConvened, try CalendarDate(2015, 5, 18),
        [
          "jury": jury, "certification": "3474", "sessionOn": .string(session.description),
          "mode": "onSite",
        ]
      ),
      (
        .candidateSummoned, try CalendarDate(2015, 6, 1),
        ["jury": jury, "candidacy": "DEMO-D-UNKNOWN"]
      ),
      (.juryHeld, session, ["jury": jury]),
      (
        .blockValidated, session,
        ["jury": jury, "candidacy": "DEMO-D-UNKNOWN", "block": "3474D2"]
      ),
    ]
    for (type, day, data) in facts {
      try write(type, on: day, late: day.days(until: opening), data, isImported: true)
    }
  }
}
