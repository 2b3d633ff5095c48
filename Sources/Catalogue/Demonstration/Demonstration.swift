public import Events

/// A fictitious history of both certifications, recorded from 2017 to June 2026.
///
/// It contains as many ordinary cohorts as the size requires, and a fixed set of unusual scenarios:
/// a lapse and a new enrolment, an extension, an appeal, revocations, an entry annulled, a jury
/// annulled, a session of two days, a pathway changed, a death, a person under two ids, rules waived
/// with a reason, facts imported from before the ledger, a fictitious successor of RNCP38052 in
/// which one can still enrol, and five awards still to be declared to the Caisse des Dépôts, of people
/// whose names and births are unusual. Every id begins with `DEMO-`, every name contains `Exemple`.
///
/// The same size and seed give the same lines on every machine. Cost: a few microseconds and 1 kB
/// of memory for each line.
public struct Demonstration: Sendable {
  /// A line, and the instant at which to record it.
  public struct Line: Sendable {
    /// Never decreases from line to line.
    public let recordedAt: Instant
    /// The event as submitted, with names in clear.
    public let value: JSONValue
    /// Whether to import it as an old fact, without judging it by the rules.
    public let isImported: Bool
  }

  /// The instant at which to create the ledger and record the catalogue.
  public let startsAt: Instant
  /// In the order in which to record them.
  public let lines: [Line]

  /// - Parameters:
  ///   - events: the minimum number of lines; the last cohort is completed beyond it.
  ///   - seed: selects one of the possible histories.
  /// - Throws: ``InvalidValue`` only if the generator itself is wrong.
  public init(events: Int, seed: UInt64 = 1) throws(InvalidValue) {
    startsAt = try Instant("2017-01-02T08:00:00.000000Z")
    var writer = try DemonstrationWriter(seed: seed)
    try writer.writeScenarios()
    try writer.writeExceptions()
    try writer.writeIncidents()
    try writer.writeFicheYears()
    let perCohort = 150
    let cohorts = max(1, (events - writer.lines.count) / perCohort)
    // The fiche states the numbers certified in 2018 and 2019: no cohort may add to them.
    let first3474 = try CalendarDate(2017, 2, 1)
    let firstRNCP38052 = try CalendarDate(2019, 10, 1)
    let lastDay = try CalendarDate(2026, 1, 31)
    var index = 0
    while writer.lines.count < events {
      let firstDay = index % 4 == 3 ? first3474 : firstRNCP38052
      let span = firstDay.days(until: lastDay)
      let start = firstDay.adding(days: index % cohorts * span / cohorts)
      try writer.writeCohort(index, from: start)
      index += 1
    }
    // Last, so that the cohorts draw the same numbers with and without it.
    try writer.writeSuccessor()
    try writer.describeEarlierCertifier()
    try writer.writeAwardsDue()
    lines = writer.lines.enumerated()
      .sorted { ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset) }
      .map(\.element)
  }
}
