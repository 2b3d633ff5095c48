public import Events

/// A plainly fictitious history of both certifications, recorded from 2017 to June 2026.
///
/// Ordinary cohorts, as many as are asked for, and a few lives that show what is out of the ordinary:
/// a lapse and a return, an extension, an appeal, a revocation, an entry annulled, a person met under
/// two ids, rules set aside with a reason, and what was taken over from before the ledger. Every id begins with `DEMO-`, every name is `Exemple`.
///
/// The same size and seed give the same lines on every machine. Cost: some microseconds and 1 kB of
/// memory a line.
public struct Demonstration: Sendable {
  /// A line, and the instant the ledger is to take it in at.
  public struct Line: Sendable {
    /// Never before the line before it.
    public let recordedAt: Instant
    /// The event as it is submitted, names in clear.
    public let value: JSONValue
    /// Whether it is taken over as it was, not decided by the rules.
    public let isImported: Bool
  }

  /// When the ledger itself is made: the catalogue's instant.
  public let begins: Instant
  /// The lines, in the order they are recorded.
  public let lines: [Line]

  /// - Parameters:
  ///   - events: about how many lines; a cohort once begun is told to its end.
  ///   - seed: another seed, another history.
  /// - Throws: ``InvalidValue``: never, unless the generator itself is wrong.
  public init(events: Int, seed: UInt64 = 1) throws(InvalidValue) {
    begins = try Instant("2017-01-02T08:00:00.000000Z")
    var writer = try DemonstrationWriter(seed: seed)
    try writer.writeLives()
    try writer.writeExceptions()
    try writer.writeFicheYears()
    let perCohort = 150
    let cohorts = max(1, (events - writer.lines.count) / perCohort)
    // The fiche tells who was certified in 2018 and 2019: no cohort adds to them.
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
    lines = writer.lines.enumerated()
      .sorted { ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset) }
      .map(\.element)
  }
}
