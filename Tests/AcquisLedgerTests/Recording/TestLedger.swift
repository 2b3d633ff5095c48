import AcquisLedger
import Catalogue
import EventLog
import Events
import TestSupport
import Vault

/// A ledger in memory with the catalogue in it, its vault in a temporary folder.
final class TestLedger: Sendable {
  let log: InMemoryLog
  let clock: TestClock
  private let place: TemporaryLedger

  init() throws {
    place = try TemporaryLedger()
    clock = .seconds(from: try Instant("2026-07-01T10:00:00.000000Z"))
    log = try InMemoryLog(clock: clock.now)
    try Vault.create(beside: place.path)
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
  }

  /// A ledger with the demonstration in it.
  ///
  /// - Parameter count: about how many events.
  convenience init(demonstration count: Int) throws {
    try self.init()
    var recorder = recorder()
    _ = try recorder.importFacts(
      Demonstration(events: count, seed: 7).lines.enumerated().map {
        try Submission($0.element.value, line: $0.offset + 1)
      })
  }

  /// The path that the vault is beside; there is no file at it.
  var path: String { place.path }

  func vaultBytes() throws -> [UInt8] { try place.bytes(".vault") }

  func masterBytes() throws -> [UInt8] { try place.bytes(".master") }

  /// Puts a copy of the vault back in its place.
  func putBack(vault bytes: [UInt8]) throws { try write(bytes, ".vault") }

  /// Writes over one of the files beside the path.
  func write(_ bytes: [UInt8], _ suffix: String) throws { try place.write(bytes, suffix) }

  /// Records in the ledger.
  func recorder() -> Recorder { recorder(in: log) }

  /// Records in another log with the ledger's vault.
  func recorder(in log: any EventLog) -> Recorder {
    let (path, clock) = (path, clock)
    return Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) },
      clock: clock.now)
  }

  /// Seals for the ledger's log under the ledger's vault.
  func sealer() -> Sealer {
    let path = path
    return Sealer(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
  }

  /// The key of a candidate, as the vault's file holds it; nil where it holds none.
  func key(_ candidate: String) throws -> KeyID? {
    try Vault(beside: path).key(of: .candidate(CandidateID(candidate)))
  }

  /// Imports lines of JSON.
  func record(_ lines: String...) throws -> AppendReceipt {
    var recorder = recorder()
    return try recorder.importFacts(.lines(lines))
  }

  var size: Int64 { get throws { try log.head().last.number } }
}

extension [Submission] {
  /// The submissions of lines of JSON.
  static func lines(_ lines: [String]) throws(SubmissionFailure) -> [Submission] {
    try Submission.read(jsonLines: [UInt8](lines.joined(separator: "\n").utf8))
  }

  static func lines(_ lines: String...) throws(SubmissionFailure) -> [Submission] {
    try self.lines(lines)
  }
}

/// Lines of a short history.
enum Lines {
  static func registration(
    _ candidate: String = "P1", id: String? = nil, name: String = "Nom"
  ) -> String {
    """
    {\(id.map { "\"id\":\"\($0)\"," } ?? "")"type":"CandidateRegistered",\
    "occurredOn":"2021-01-11","recordedBy":"clerk:1","data":{"candidate":"\(candidate)",\
    "identity":{"birthName":"\(name)","firstNames":["Prénom"],"birthDate":"1990","sex":"F",\
    "birthPlace":{"postalCode":"75002"}}}}
    """
  }

  static func enrolment(_ candidacy: String = "D1", _ candidate: String = "P1") -> String {
    """
    {"type":"CandidateEnrolled","occurredOn":"2021-01-11","recordedBy":"clerk:1","data":{\
    "candidacy":"\(candidacy)","candidate":"\(candidate)","certification":"3474",\
    "pathway":"continuingTraining","public":"employee"}}
    """
  }

  static let jury = """
    {"type":"JuryConvened","occurredOn":"2021-06-17","recordedBy":"clerk:1","data":{"jury":"J1",\
    "certification":"3474","sessionOn":"2021-06-17","mode":"onSite","members":[\
    {"member":"M1","role":"president","name":"Exemple Présidente"}]}}
    """

  static func note(_ note: String, of candidacy: String = "D1") -> String {
    """
    {"type":"PositioningTestTaken","occurredOn":"2021-01-12","recordedBy":"clerk:1","data":{\
    "candidacy":"\(candidacy)","adjusted":true,"note":"\(note)"}}
    """
  }

  static func refusal(_ block: String = "3474D2", grounds: String = "critères") -> String {
    """
    {"type":"BlockRefused","occurredOn":"2021-06-17","recordedBy":"clerk:1","data":{"jury":"J1",\
    "candidacy":"D1","block":"\(block)","grounds":"\(grounds)"}}
    """
  }
}
