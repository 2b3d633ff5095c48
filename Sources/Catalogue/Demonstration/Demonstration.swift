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
/// The same size and seed give the same lines on every machine.
///
/// Cost: a few microseconds a line to make it, and as many to read ``makeLines()``. Memory: some 40 bytes a cohort
/// of eight people, and, while the lines are read, 1 kB for each line of a cohort that has begun and is not at its
/// end: less than a tenth of all.
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
  /// The number of lines.
  public let count: Int
  /// The lines of no cohort, each with its number among all as they are written.
  private let unusual: [NumberedLine]
  private let cohorts: [Cohort]
  private let seed: UInt64

  /// - Parameters:
  ///   - events: the minimum number of lines; the last cohort is completed beyond it.
  ///   - seed: selects one of the possible histories.
  /// - Throws: ``InvalidValue`` only if the generator itself is wrong.
  public init(events: Int, seed: UInt64 = 1) throws(InvalidValue) {
    startsAt = try Instant("2017-01-02T08:00:00.000000Z")
    self.seed = seed
    var writer = try DemonstrationWriter(seed: seed)
    try writer.writeScenarios()
    try writer.writeExceptions()
    try writer.writeIncidents()
    try writer.writeFicheYears()
    var unusual = NumberedLine.numbered(writer.takeLines(), from: 0)
    cohorts = try Self.cohorts(of: &writer, events: events)
    // Last, so that the cohorts draw the same numbers with and without it.
    let first = writer.count
    try writer.writeSuccessor()
    try writer.describeEarlierCertifier()
    try writer.writeAwardsDue()
    unusual += NumberedLine.numbered(writer.takeLines(), from: first)
    self.unusual = unusual
    count = writer.count
  }

  /// Counts cohorts until there are so many lines; none of their lines is kept.
  private static func cohorts(
    of writer: inout DemonstrationWriter, events: Int
  ) throws(InvalidValue) -> [Cohort] {
    let perCohort = 150
    let expected = max(1, (events - writer.count) / perCohort)
    // The fiche states the numbers certified in 2018 and 2019: no cohort may add to them.
    let first3474 = try CalendarDate(2017, 2, 1)
    let firstRNCP38052 = try CalendarDate(2019, 10, 1)
    let lastDay = try CalendarDate(2026, 1, 31)
    var cohorts: [Cohort] = []
    writer.isCounting = true
    while writer.count < events {
      let index = cohorts.count
      let firstDay = index % 4 == 3 ? first3474 : firstRNCP38052
      let span = firstDay.days(until: lastDay)
      let start = firstDay.adding(days: index % expected * span / expected)
      cohorts.append(
        Cohort(
          index: index, start: start, random: writer.random, people: writer.people,
          firstLine: writer.count))
      try writer.writeCohort(index, from: start)
    }
    writer.isCounting = false
    return cohorts
  }

  /// The lines in the order in which to record them, written as they are read.
  public func makeLines() throws(InvalidValue) -> DemonstrationLines {
    DemonstrationLines(
      unusual: unusual, cohorts: cohorts, writer: try DemonstrationWriter(seed: seed))
  }

  /// All lines, in the order in which to record them.
  public var lines: [Line] {
    get throws(InvalidValue) {
      var lines: [Line] = []
      lines.reserveCapacity(count)
      var rest = try makeLines()
      while let line = try rest.next() { lines.append(line) }
      return lines
    }
  }
}
