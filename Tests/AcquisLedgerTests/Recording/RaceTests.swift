import AcquisLedger
import Catalogue
import EventLog
import Events
import Rules
import SQLiteLog
import Synchronization
import TestSupport
import Testing
import Vault

/// Sixteen writers on one file, each recording what only one of them can.
@Suite struct RaceTests {
  @Test(.timeLimit(.minutes(10)))
  func `sixteen writers lose nothing, double nothing and break no rule`() async throws {
    let ledger = try TestLedger()
    defer { withExtendedLifetime(ledger) {} }
    let path = ledger.path
    let clock = TestClock.seconds(from: try Instant("2026-07-01T10:00:00.000000Z"))
    let now = clock.now
    do {
      let log = try SQLiteLog.create(at: path, clock: now)
      _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
      var recorder = Recorder(
        log: log, vault: { () throws(VaultFailure) in throw .missing }, clock: now)
      guard case .recorded = try recorder.record(Self.lines(Self.setting)) else {
        Issue.record("the setting is refused")
        return
      }
    }
    let accepted = try await withThrowingTaskGroup(of: Set<Int64>.self) { group in
      for writer in 0..<16 {
        group.addTask { try Self.write(as: writer, at: path, now) }
      }
      return try await group.reduce(into: [Set<Int64>]()) { $0.append($1) }
    }

    let log = try SQLiteLog(opening: path, access: .readOnly, clock: now)
    let last = try log.head().last
    var ids: Set<EventID> = []
    try log.read(EventQuery()) { ids.insert(try $0.envelope().event.id) }
    #expect(Int64(ids.count) == last.number)
    let positions = accepted.reduce(into: Set<Int64>()) { $0.formUnion($1) }
    #expect(positions.count == accepted.map(\.count).reduce(0, +))
    #expect(last.number == Int64(2 + Self.setting.count + positions.count))
    // Four blocks of each of three candidacies, three enrolments, three numbers of certificates.
    #expect(positions.count == 12 + 3 + 3)
    let today = try CalendarDate(2026, 7, 1)
    #expect(try log.findings(on: today, known: last).isEmpty)
  }

  /// Tries to record everything, and returns the positions of what was recorded.
  private static func write(
    as writer: Int, at path: String, _ now: @escaping @Sendable () -> Instant
  ) throws -> Set<Int64> {
    let log = try SQLiteLog(opening: path, access: .readWrite, clock: now)
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in throw .missing }, clock: now)
    var positions: Set<Int64> = []
    for number in 0..<3 {
      let wishes =
        (1...4).map { block in
          """
          {"type":"BlockValidated","occurredOn":"2024-06-20","recordedBy":"w:\(writer)","data":\
          {"candidacy":"D\(number)","jury":"J1","block":"RNCP38052BC0\(block)"}}
          """
        } + [
          """
          {"type":"CandidateEnrolled","occurredOn":"2024-01-08","recordedBy":"w:\(writer)","data":\
          {"candidacy":"E\(number)-\(writer)","candidate":"Q\(number)",\
          "certification":"RNCP38052","pathway":"apprenticeship"}}
          """,
          """
          {"type":"PartialCertificateIssued","occurredOn":"2024-07-01","recordedBy":"w:\(writer)",\
          "data":{"candidacy":"D\(number)","blocks":["RNCP38052BC01"],"number":"N\(number)"}}
          """,
        ]
      for wish in wishes {
        if case .recorded(let receipt, _) = try recorder.record(lines([wish])) {
          positions.formUnion(receipt.positions.map(\.number))
        }
      }
    }
    return positions
  }

  private static func lines(_ texts: [String]) throws -> [Submission] {
    try Submission.read(jsonLines: Array(texts.joined(separator: "\n").utf8))
  }

  /// Three candidacies before one jury.
  private static let setting: [String] = {
    let head = #""recordedBy":"w:0","data""#
    let members = ["president", "humanResources", "operations"]
    let seats = members.map { #"{"member":"\#($0)","role":"\#($0)"}"# }.joined(separator: ",")
    let present = members.map { #""\#($0)""# }.joined(separator: ",")
    let enrolments = (0..<3).map { number in
      """
      {"type":"CandidateEnrolled","occurredOn":"2024-01-08",\(head):{"candidacy":"D\(number)",\
      "candidate":"P\(number)","certification":"RNCP38052","pathway":"apprenticeship"}}
      """
    }
    let summonses = (0..<3).map { number in
      """
      {"type":"CandidateSummoned","occurredOn":"2024-05-20",\(head):{"candidacy":"D\(number)",\
      "jury":"J1"}}
      """
    }
    let convened = """
      {"type":"JuryConvened","occurredOn":"2024-05-20",\(head):{"jury":"J1",\
      "certification":"RNCP38052","sessionOn":"2024-06-20","mode":"onSite","members":[\(seats)]}}
      """
    let held = """
      {"type":"JuryHeld","occurredOn":"2024-06-20",\(head):{"jury":"J1","present":[\(present)]}}
      """
    return enrolments + [convened] + summonses + [held]
  }()
}
