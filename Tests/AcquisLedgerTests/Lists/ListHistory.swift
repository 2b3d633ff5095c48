import AcquisLedger
import Cryptography
import EventLog
import Events
import NaiveModel
import PostgresLog
import Projections
import SQLiteLog
import ServerTestSupport
import TestSupport
import TransparencyLog

/// A log in a file that grows by random commands of every type, annulments among them, taken without a
/// judgement; it may be opened several times.
struct ListHistory {
  let ledger: TemporaryLedger
  /// Connections to the same log.
  private(set) var logs: [any ListTables]
  var dice: SeededGenerator
  private var commands: RandomCommands
  private(set) var envelopes: [Envelope] = []
  private let clock = TestClock(tick: 0)

  /// - Parameter schema: of a log on a server; nil: in a file.
  init(seed: UInt64, on schema: TestSchema? = nil) throws {
    ledger = try TemporaryLedger()
    let trust = ClockTrust(isAccepted: true)
    if let schema {
      let log = try PostgresLog.create(at: schema.address, clock: clock.now, trust: trust)
      try log.publish()
      let other = try PostgresLog(
        opening: schema.address, access: .readWrite, clock: clock.now, trust: trust)
      logs = [log, other]
    } else {
      logs = [
        try SQLiteLog.create(at: ledger.path, clock: clock.now, trust: trust),
        try SQLiteLog(opening: ledger.path, access: .readWrite, clock: clock.now, trust: trust),
      ]
    }
    dice = SeededGenerator(seed: seed)
    commands = try RandomCommands(seed: seed)
    for envelope in try commands.beginning() {
      clock.set(envelope.recordedAt)
      _ = try logs[0].append([EncodedEvent(envelope.event)], unless: nil)
      envelopes.append(envelope)
    }
  }

  /// Appends some commands, each by one of the connections.
  mutating func grow(by count: Int) throws {
    for _ in 0..<count {
      let command = try commands.next(after: envelopes)
      let now = Instant(endOf: command.today)
      clock.set(now)
      // One of a day to come, or that annuls nothing, is no entry of a log.
      guard
        let receipt = try? dice.pick(logs).append([EncodedEvent(command.event)], unless: nil)
      else { continue }
      envelopes.append(
        Envelope(position: receipt.positions[0], recordedAt: now, event: command.event))
    }
  }

  /// The latest day of an entry.
  var latest: CalendarDate { envelopes.map(\.event.occurredOn).max() ?? .first }

  /// On the latest day or a later one, with everything known.
  mutating func question(in log: any EventLog) throws -> Question {
    let day = dice.chance(50) ? latest : latest.adding(days: dice.below(2500))
    return Question(log: log, on: day, known: try log.head().last)
  }

  /// A random list, one of those that commands ask for.
  mutating func filter(in state: LedgerState) -> CandidacyFilter {
    var filter = CandidacyFilter()
    let frameworks = state.frameworks.sorted { $0.certification < $1.certification }
    if dice.chance(50) { filter.status = dice.pick(CandidacyStatus.allCases) }
    if dice.chance(30) { filter.certification = dice.pick(frameworks).certification }
    if dice.chance(20) { filter.pathway = dice.pick(Pathway.allCases) }
    if dice.chance(20) { filter.closingWithin = dice.pick([0, 90, 800, 4_000_000]) }
    if dice.chance(20) {
      filter.declaration = dice.pick([
        .notDeposited, .deposited, .accepted, .rejected, .late, .owed,
      ])
    }
    if dice.chance(20) {
      let framework = dice.pick(frameworks)
      filter.missing = [
        CertifiedBlock(framework.certification, dice.pick(framework.blocks.elements).code)
      ]
    }
    return filter
  }
}

/// A log whose tables may be read and not written, as in a folder that one may only read.
struct UnwritableTables: ListTables {
  let log: any ListTables

  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt { throw LogFailure.readOnly }
  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try log.read(query, body)
  }
  func position(of id: EventID) throws(LogFailure) -> Position? { try log.position(of: id) }
  func head() throws(LogFailure) -> LogHead { try log.head() }
  func node(_ address: NodeAddress) throws(LogFailure) -> Digest { try log.node(address) }

  func tableState() throws(LogFailure) -> TableState? { try log.tableState() }
  func latestDay(through: Position) throws(LogFailure) -> CalendarDate? {
    try log.latestDay(through: through)
  }
  func beginTables(_: TableStamp, replacing: TableState?) throws(LogFailure) -> Bool {
    throw .readOnly
  }
  func addToTables(
    _: [CandidacyRows], of: TableStamp, after: CandidacyID?, isLast: Bool
  ) throws(LogFailure) -> Bool { throw .readOnly }
  func replaceInTables(
    _: [CandidacyRows], from: TableStamp, to: TableStamp
  ) throws(LogFailure) -> Bool { throw .readOnly }
  func matches(_ query: StandingQuery, in stamp: TableStamp) throws(LogFailure) -> [StandingMatch]?
  { try log.matches(query, in: stamp) }
  func dues(_ query: DueQuery, limit: Int, in stamp: TableStamp) throws(LogFailure) -> [DueMatch]? {
    try log.dues(query, limit: limit, in: stamp)
  }
  func dueCount(_ query: DueQuery, in stamp: TableStamp) throws(LogFailure) -> Int? {
    try log.dueCount(query, in: stamp)
  }
  func counts(
    on day: CalendarDate, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingKind: Int]? { try log.counts(on: day, in: stamp) }
  func awards(
    of certification: CertificationCode?, in stamp: TableStamp
  ) throws(LogFailure) -> [AwardRow: Int]? { try log.awards(of: certification, in: stamp) }
  func rows(
    of candidacies: [CandidacyID], in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyRows]? { try log.rows(of: candidacies, in: stamp) }
  func unreadableRows(in stamp: TableStamp) throws(LogFailure) -> Int? {
    try log.unreadableRows(in: stamp)
  }
  func candidacies(
    after last: CandidacyID?, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyID]? {
    try log.candidacies(after: last, limit: limit, in: stamp)
  }
}
