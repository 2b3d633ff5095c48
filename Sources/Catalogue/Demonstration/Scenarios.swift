internal import Events

extension DemonstrationWriter {
  /// Writes the unusual scenarios; each shows a state that the ordinary cohorts may not contain.
  mutating func writeScenarios() throws(InvalidValue) {
    try writeLapseAndReturn()
    try writeExtension()
    try writeAppealAndRevocations()
    try writeMistakes()
    try writeExperience()
    try writeTransferTargetAndSummons()
    try writeFinalStatuses()
  }

  /// Data with a candidacy and other members.
  func named(_ candidacy: String, _ members: JSONMember...) -> JSONValue {
    .object([JSONMember("candidacy", .string(candidacy))] + members)
  }

  /// Writes a jury that validates blocks of one candidacy, from its convening to the decisions.
  mutating func validate(
    _ blocks: [String], _ candidacy: String, _ jury: String, _ certification: String,
    on session: CalendarDate
  ) throws(InvalidValue) {
    try convene(jury, for: certification, on: session)
    try summon(candidacy, to: jury, on: session.adding(days: -15))
    for block in blocks { try decide(candidacy, block, by: jury, on: session, validated: true) }
  }

  /// Two components validated in 2017, the window lapsed in 2022, a new enrolment in 2023.
  private mutating func writeLapseAndReturn() throws(InvalidValue) {
    try enrol(
      "DEMO-D-LAPSE", "DEMO-P-LAPSE", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2017, 1, 16), audience: .employee)
    let held = try CalendarDate(2017, 6, 15)
    try validate(["3474D1", "3474D3"], "DEMO-D-LAPSE", "DEMO-J-LAPSE", "3474", on: held)
    try enrol(
      "DEMO-D-RETURN", "DEMO-P-LAPSE", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2023, 1, 9), audience: .employee, isNew: false)
    // Imported from a spreadsheet of the centre: a second window, which is a finding (R19).
    for block in ["3474D1", "3474D3"] {
      try write(
        .priorValidationRecognised, on: try CalendarDate(2023, 1, 16),
        named(
          "DEMO-D-RETURN", JSONMember("block", .string(block)), JSONMember("basis", "permanent"),
          JSONMember(
            "source",
            [
              "candidacy": "DEMO-D-LAPSE", "block": .string(block),
              "validatedOn": .string(held.description),
            ])), isImported: true)
    }
  }

  /// A window that lapsed in June 2023, reopened by an extension in September.
  private mutating func writeExtension() throws(InvalidValue) {
    try enrol(
      "DEMO-D-EXTENSION", "DEMO-P-EXTENSION", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2018, 1, 15), audience: .employee)
    try validate(
      ["3474D2"], "DEMO-D-EXTENSION", "DEMO-J-EXTENSION", "3474",
      on: try CalendarDate(2018, 6, 14))
    try write(
      .completionWindowExtended, on: try CalendarDate(2023, 9, 4),
      named("DEMO-D-EXTENSION", JSONMember("until", "2026-12-31")),
      reason: "Motif fictif : longue absence")
  }

  /// A refusal overturned on appeal, a validation revoked, an award revoked.
  private mutating func writeAppealAndRevocations() throws(InvalidValue) {
    let session = try CalendarDate(2021, 6, 17)
    try convene("DEMO-J-APPEAL", for: "RNCP38052", on: session)
    for name in ["APPEAL", "REVOCATION", "AWARD-REVOKED"] {
      let candidacy = "DEMO-D-\(name)"
      try enrol(
        candidacy, "DEMO-P-\(name)", in: "RNCP38052", by: .apprenticeship,
        on: try CalendarDate(2021, 1, 11))
      try summon(candidacy, to: "DEMO-J-APPEAL", on: session.adding(days: -15))
      for number in 1...4 {
        try decide(
          candidacy, "RNCP38052BC0\(number)", by: "DEMO-J-APPEAL", on: session,
          validated: name == "AWARD-REVOKED" || number < 3)
      }
    }
    func decision(_ name: String, _ block: String, _ more: JSONMember...) -> JSONValue {
      .object(
        [
          JSONMember("jury", "DEMO-J-APPEAL"), JSONMember("candidacy", .string("DEMO-D-\(name)")),
          JSONMember("block", .string(block)),
        ] + more)
    }
    try write(
      .decisionAppealed, on: try CalendarDate(2021, 7, 1), decision("APPEAL", "RNCP38052BC03"))
    try write(
      .appealDecided, on: try CalendarDate(2021, 9, 15),
      decision("APPEAL", "RNCP38052BC03", JSONMember("outcome", "falls")))
    try write(
      .juryDecisionRevoked, on: try CalendarDate(2022, 3, 1),
      decision("REVOCATION", "RNCP38052BC01", JSONMember("grounds", "Motif fictif : fraude")))
    let revokedOn = try CalendarDate(2022, 4, 4)
    try award(
      "DEMO-D-AWARD-REVOKED", by: "DEMO-J-APPEAL", on: session, number: "DEMO-C-REVOKED",
      revokedOn: revokedOn)
    try write(
      .certificationRevoked, on: revokedOn,
      named("DEMO-D-AWARD-REVOKED", JSONMember("grounds", "Motif fictif : fraude")))
  }

  /// A decision recorded by mistake and annulled in July 2021, a decision recorded late, and a
  /// person registered under two ids.
  private mutating func writeMistakes() throws(InvalidValue) {
    let session = try CalendarDate(2021, 6, 18)
    try enrol(
      "DEMO-D-MISTAKE", "DEMO-P-MISTAKE", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2021, 1, 12))
    try validate(["RNCP38052BC01"], "DEMO-D-MISTAKE", "DEMO-J-MISTAKE", "RNCP38052", on: session)
    let entry = try decide(
      "DEMO-D-MISTAKE", "RNCP38052BC02", by: "DEMO-J-MISTAKE", on: session, validated: true)
    try write(
      .eventAnnulled, on: try CalendarDate(2021, 7, 12),
      ["event": .string(entry), "grounds": "Motif fictif : saisie dans un autre dossier"])
    // A refusal of the same session, recorded half a year late.
    try decide(
      "DEMO-D-MISTAKE", "RNCP38052BC03", by: "DEMO-J-MISTAKE", on: session, validated: false,
      late: 180)
    try enrol(
      "DEMO-D-TWICE", "DEMO-P-TWICE-1", in: "RNCP38052", by: .experience,
      on: try CalendarDate(2024, 2, 5))
    try enrol(
      "DEMO-D-TWICE-2", "DEMO-P-TWICE-2", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2025, 2, 3), audience: .employee)
    try write(
      .candidateMerged, on: try CalendarDate(2025, 3, 3),
      ["candidate": "DEMO-P-TWICE-2", "into": "DEMO-P-TWICE-1"])
  }

  /// A second candidacy that completes a partial certification by VAE; an unfavourable
  /// *recevabilité*.
  private mutating func writeExperience() throws(InvalidValue) {
    try enrol(
      "DEMO-D-PARTIAL", "DEMO-P-PARTIAL", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2022, 1, 10), audience: .employee)
    try validate(
      ["3474D1", "3474D2"], "DEMO-D-PARTIAL", "DEMO-J-PARTIAL", "3474",
      on: try CalendarDate(2022, 6, 16))
    try enrol(
      "DEMO-D-COMPLETION", "DEMO-P-PARTIAL", in: "3474", by: .experience,
      on: try CalendarDate(2024, 2, 5), completes: "DEMO-D-PARTIAL", isNew: false)
    try write(
      .admissibilityDecided, on: try CalendarDate(2024, 3, 1),
      named(
        "DEMO-D-COMPLETION", JSONMember("admissible", true),
        JSONMember("validUntil", "2027-03-01")))
    try validate(
      ["3474D3"], "DEMO-D-COMPLETION", "DEMO-J-COMPLETION", "3474",
      on: try CalendarDate(2024, 10, 10))
    try enrol(
      "DEMO-D-INADMISSIBLE", "DEMO-P-INADMISSIBLE", in: "RNCP38052", by: .experience,
      on: try CalendarDate(2025, 9, 1))
    try write(
      .admissibilityDecided, on: try CalendarDate(2025, 10, 6),
      named("DEMO-D-INADMISSIBLE", JSONMember("admissible", false)))
  }

  /// A candidacy transferred and reopened; one that targets a single block; one that awaits a jury.
  private mutating func writeTransferTargetAndSummons() throws(InvalidValue) {
    try enrol(
      "DEMO-D-TRANSFER", "DEMO-P-TRANSFER", in: "RNCP38052", by: .professionalisation,
      on: try CalendarDate(2024, 9, 2))
    try write(
      .candidacyTransferred, on: try CalendarDate(2024, 12, 2),
      named("DEMO-D-TRANSFER", JSONMember("to", "Organisme fictif")))
    try write(
      .candidacyReopened, on: try CalendarDate(2025, 2, 3), named("DEMO-D-TRANSFER"))
    try enrol(
      "DEMO-D-TARGET", "DEMO-P-TARGET", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2020, 1, 6), targets: ["RNCP38052BC01"])
    try validate(
      ["RNCP38052BC01"], "DEMO-D-TARGET", "DEMO-J-TARGET", "RNCP38052",
      on: try CalendarDate(2020, 2, 29))
    try enrol(
      "DEMO-D-WAITING", "DEMO-P-WAITING", in: "RNCP38052", by: .apprenticeship,
      on: try CalendarDate(2025, 9, 8))
    try convene("DEMO-J-WAITING", for: "RNCP38052", on: try CalendarDate(2026, 7, 16))
    try summon("DEMO-D-WAITING", to: "DEMO-J-WAITING", on: try CalendarDate(2026, 6, 22))
  }
}
