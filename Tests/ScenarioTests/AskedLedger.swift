import AcquisLedger
import Catalogue
import EventLog
import Events
import TestSupport
import Testing
import Vault

/// A new ledger with the two certifications of the catalogue, to which a scenario is put.
protocol AskedLedger {
  func importFacts(_ submissions: [Submission]) throws -> AppendReceipt
  func record(_ submissions: [Submission]) throws -> RecordOutcome
  /// - Parameters:
  ///   - day: nil: the clock's day in Paris.
  ///   - known: nil: the last position.
  func question(on day: CalendarDate?, known: Position?) throws -> Question
}

/// The store under a scenario's ledger.
enum AskedStore: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory = "in memory"
  case file = "in a file"

  var testDescription: String { rawValue }

  func ledger() throws -> any AskedLedger {
    switch self {
    case .memory: try LedgerInMemory()
    case .file: try LedgerInFile()
    }
  }
}

/// After the last day of any scenario. Questions without a day are asked on this one.
private func scenarioClock() throws -> TestClock {
  .seconds(from: try Instant("2026-12-01T10:00:00.000000Z"))
}

private func catalogue() throws -> [EncodedEvent] {
  try BuiltInCatalogue.events().map { try EncodedEvent($0) }
}

/// The façade over its own store, an SQLite file, as `acquis init` creates it.
struct LedgerInFile: AskedLedger {
  private let place: TemporaryLedger
  private let ledger: Ledger

  init() throws {
    place = try TemporaryLedger()
    ledger = Ledger(at: place.path, clock: LedgerClock(now: try scenarioClock().now))
    try ledger.create { draft in _ = try draft.log.append(try catalogue(), unless: nil) }
  }

  func importFacts(_ submissions: [Submission]) throws -> AppendReceipt {
    try ledger.importFacts(submissions).receipt
  }

  func record(_ submissions: [Submission]) throws -> RecordOutcome {
    try ledger.record(submissions)
  }

  func question(on day: CalendarDate?, known: Position?) throws -> Question {
    try ledger.question(on: day, known: known)
  }
}

/// What the façade is made of, over a log in memory: a façade opens a file only.
struct LedgerInMemory: AskedLedger {
  private let place: TemporaryLedger
  private let log: InMemoryLog
  private let clock: TestClock

  init() throws {
    place = try TemporaryLedger()
    clock = try scenarioClock()
    log = try InMemoryLog(clock: clock.now)
    try Vault.create(beside: place.path)
    _ = try log.append(try catalogue(), unless: nil)
  }

  private func recorder() -> Recorder {
    let path = place.path
    return Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
  }

  func importFacts(_ submissions: [Submission]) throws -> AppendReceipt {
    var recorder = recorder()
    return try recorder.importFacts(submissions)
  }

  func record(_ submissions: [Submission]) throws -> RecordOutcome {
    var recorder = recorder()
    return try recorder.record(submissions)
  }

  func question(on day: CalendarDate?, known: Position?) throws -> Question {
    Question(
      log: log, on: day ?? clock.now().dayInParis, known: try known ?? log.head().last)
  }
}
