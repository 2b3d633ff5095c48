internal import Events

extension DemonstrationWriter {
  /// Writes one candidacy for each of: refused, all blocks held without an award, withdrawn,
  /// admissible, assessed, with an expired block, and a partial certification completed as a free
  /// candidate.
  mutating func writeFinalStatuses() throws(InvalidValue) {
    try writeJuryOfMay2026()
    try writeExpiry()
    try writeFreeCandidate()
    try enrol(
      "DEMO-D-WITHDRAWN", "DEMO-P-WITHDRAWN", in: "RNCP38052", by: .apprenticeship,
      on: try CalendarDate(2024, 9, 9))
    try write(
      .candidacyWithdrawn, on: try CalendarDate(2024, 11, 4),
      named("DEMO-D-WITHDRAWN", JSONMember("grounds", "Motif fictif : déménagement")))
    try enrol(
      "DEMO-D-ADMISSIBLE", "DEMO-P-ADMISSIBLE", in: "RNCP38052", by: .experience,
      on: try CalendarDate(2026, 2, 2))
    try write(
      .admissibilityDecided, on: try CalendarDate(2026, 3, 2),
      named(
        "DEMO-D-ADMISSIBLE", JSONMember("admissible", true),
        JSONMember("validUntil", "2029-03-02")))
  }

  /// One candidacy refused, one with every block and no award yet, one only assessed.
  private mutating func writeJuryOfMay2026() throws(InvalidValue) {
    let session = try CalendarDate(2026, 5, 21)
    try convene("DEMO-J-MAY", for: "RNCP38052", on: session)
    for name in ["REFUSED", "PENDING", "ASSESSED"] {
      let candidacy = "DEMO-D-\(name)"
      try enrol(
        candidacy, "DEMO-P-\(name)", in: "RNCP38052", by: .continuingTraining,
        on: try CalendarDate(2025, 10, 6))
      try assess(
        candidacy, "RNCP38052BC01", on: try CalendarDate(2026, 4, 14), modality: .simulation)
      if name == "ASSESSED" { continue }
      try summon(candidacy, to: "DEMO-J-MAY", on: session.adding(days: -15))
      for block in 1...4 {
        try decide(
          candidacy, "RNCP38052BC0\(block)", by: "DEMO-J-MAY", on: session,
          validated: name == "PENDING")
      }
    }
  }

  /// By policy, blocks were valid for three years in 2017, and without limit since 2018. One block
  /// of 2017 expired in 2020.
  private mutating func writeExpiry() throws(InvalidValue) {
    func policy(_ years: JSONValue, _ day: String) -> JSONValue {
      [
        "certification": "RNCP38052", "years": years, "effectiveOn": .string(day),
        "basis": "policy",
      ]
    }
    try write(
      .blockValidityPolicyChanged, on: try CalendarDate(2017, 1, 9), policy(3, "2017-02-01"))
    try write(
      .blockValidityPolicyChanged, on: try CalendarDate(2017, 12, 4), policy(.null, "2018-01-01"))
    try enrol(
      "DEMO-D-EXPIRED", "DEMO-P-EXPIRED", in: "RNCP38052", by: .continuingTraining,
      on: try CalendarDate(2017, 2, 6))
    try validate(
      ["RNCP38052BC02"], "DEMO-D-EXPIRED", "DEMO-J-EXPIRED", "RNCP38052",
      on: try CalendarDate(2017, 6, 22))
  }

  /// Two components validated after training, the two others as a free candidate, then the award.
  private mutating func writeFreeCandidate() throws(InvalidValue) {
    try enrol(
      "DEMO-D-FREE-1", "DEMO-P-FREE", in: "3474", by: .continuingTraining,
      on: try CalendarDate(2019, 1, 14), audience: .employee)
    for block in ["3474D1", "3474D2"] {
      try assess(
        "DEMO-D-FREE-1", block, on: try CalendarDate(2019, 6, 4), modality: .file)
    }
    try validate(
      ["3474D1", "3474D2"], "DEMO-D-FREE-1", "DEMO-J-FREE-1", "3474",
      on: try CalendarDate(2019, 6, 20))
    try enrol(
      "DEMO-D-FREE-2", "DEMO-P-FREE", in: "3474", by: .individual,
      on: try CalendarDate(2022, 9, 12), completes: "DEMO-D-FREE-1", isNew: false)
    for block in ["3474D3", "3474D4"] {
      try assess(
        "DEMO-D-FREE-2", block, on: try CalendarDate(2023, 5, 9), modality: .interview)
    }
    let session = try CalendarDate(2023, 6, 15)
    try validate(["3474D3", "3474D4"], "DEMO-D-FREE-2", "DEMO-J-FREE-2", "3474", on: session)
    try award("DEMO-D-FREE-2", by: "DEMO-J-FREE-2", on: session, number: "DEMO-C-FREE")
  }
}
