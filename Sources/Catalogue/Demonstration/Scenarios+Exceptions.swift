internal import Events

extension DemonstrationWriter {
  /// Writes decisions with a rule waived, and facts imported from before the ledger.
  mutating func writeExceptions() throws(InvalidValue) {
    try writeDecisionAfterTheWindow()
    try writeIncompleteJury()
    try writeBeforeTheLedger()
  }

  /// A block validated six days after the window, because the session was postponed (R07 waived).
  private mutating func writeDecisionAfterTheWindow() throws(InvalidValue) {
    try enrol(
      "DEMO-D-LATE", "DEMO-P-LATE", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2018, 1, 22), audience: .employee)
    try validate(
      ["3474D4"], "DEMO-D-LATE", "DEMO-J-LATE-1", "3474", on: try CalendarDate(2018, 6, 21))
    let session = try CalendarDate(2023, 6, 27)
    try convene("DEMO-J-LATE-2", for: "3474", on: session)
    try summon("DEMO-D-LATE", to: "DEMO-J-LATE-2", on: session.adding(days: -15))
    try decide(
      "DEMO-D-LATE", "3474D2", by: "DEMO-J-LATE-2", on: session, validated: true,
      waives: ["R07"], reason: "Motif fictif : session repoussée par le centre")
  }

  /// A jury whose operational representative was absent (R03 waived).
  private mutating func writeIncompleteJury() throws(InvalidValue) {
    let (jury, session) = ("DEMO-J-SHORT", try CalendarDate(2022, 11, 17))
    try enrol(
      "DEMO-D-SHORT", "DEMO-P-SHORT", in: "RNCP38052", by: .apprenticeship,
      on: try CalendarDate(2022, 1, 17))
    let members: [JSONValue] = ["president", "humanResources", "operations"].map { role in
      ["member": .string("DEMO-M-\(role)-1"), "role": .string(role), "name": "Exemple, jury"]
    }
    try write(
      .juryConvened, on: session.adding(days: -30),
      [
        "jury": .string(jury), "certification": "RNCP38052",
        "sessionOn": .string(session.description), "mode": "remote", "members": .list(members),
      ])
    try summon("DEMO-D-SHORT", to: jury, on: session.adding(days: -15))
    try write(
      .juryHeld, on: session,
      [
        "jury": .string(jury),
        "present": ["DEMO-M-president-1", "DEMO-M-humanResources-1"],
      ])
    try decide(
      "DEMO-D-SHORT", "RNCP38052BC01", by: jury, on: session, validated: true,
      waives: ["R03"], reason: "Motif fictif : membre empêché, accord du certificateur")
  }

  /// Two awards from before the ledger, as old spreadsheets state them: one by a jury of two
  /// members, one on documents alone.
  private mutating func writeBeforeTheLedger() throws(InvalidValue) {
    let opening = try CalendarDate(2017, 1, 2)
    func old(_ type: EventType, _ day: CalendarDate, _ data: JSONValue) throws(InvalidValue) {
      try write(type, on: day, late: day.days(until: opening), data, isImported: true)
    }
    let blocks = (1...4).map { "3474D\($0)" }
    for name in ["OLD-JURY", "OLD-PAPERS"] {
      try old(
        .candidateEnrolled, try CalendarDate(2014, 1, 13),
        [
          "candidacy": .string("DEMO-D-\(name)"), "candidate": .string("DEMO-P-\(name)"),
          "certification": "3474", "pathway": "continuingTraining", "public": "employee",
        ])
    }
    let session = try CalendarDate(2014, 6, 19)
    try old(
      .juryConvened, try CalendarDate(2014, 5, 19),
      [
        "jury": "DEMO-J-OLD", "certification": "3474", "sessionOn": .string(session.description),
        "mode": "onSite",
        "members": [
          ["member": "DEMO-M-OLD-1", "role": "president"],
          ["member": "DEMO-M-OLD-2", "role": "operations"],
        ],
      ])
    try old(
      .candidateSummoned, try CalendarDate(2014, 6, 2),
      ["jury": "DEMO-J-OLD", "candidacy": "DEMO-D-OLD-JURY"])
    try old(
      .juryHeld, session, ["jury": "DEMO-J-OLD", "present": ["DEMO-M-OLD-1", "DEMO-M-OLD-2"]])
    for block in blocks {
      try old(
        .blockValidated, session,
        [
          "jury": "DEMO-J-OLD", "candidacy": "DEMO-D-OLD-JURY", "block": .string(block),
        ])
      try old(
        .priorValidationRecognised, try CalendarDate(2014, 6, 23),
        [
          "candidacy": "DEMO-D-OLD-PAPERS", "block": .string(block), "basis": "document",
          "source": ["document": "Attestation fictive", "validatedOn": "2012-09-14"],
        ])
    }
    for name in ["OLD-JURY", "OLD-PAPERS"] {
      try old(.certificationAwarded, try CalendarDate(2014, 6, 26), named("DEMO-D-\(name)"))
    }
  }
}
