import AcquisLedger
import Catalogue
import EventLog
import Events
import StateFlow
import TestSupport
import Testing
import Vault

/// A ledger with the catalogue, and awards sent in flows.
final class AnsweredLedger {
  let log: InMemoryLog
  private let clock = TestClock.seconds(from: AnsweredLedger.start)
  private let place: TemporaryLedger

  private static let start = (try? Instant("2026-07-01T10:00:00.000000Z")) ?? .epoch

  init() throws {
    place = try TemporaryLedger()
    log = try InMemoryLog(clock: clock.now)
    try Vault.create(beside: place.path)
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
  }

  var recorder: Recorder {
    let path = place.path
    return Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
  }

  @discardableResult
  func record(_ type: String, _ day: String, _ data: String, id: String? = nil) throws -> EventID {
    let id = id.map { "\"id\":\"\($0)\"," } ?? ""
    let line =
      "{\"type\":\"\(type)\",\(id)\"occurredOn\":\"\(day)\",\"recordedBy\":\"clerk:1\",\"data\":{\(data)}}"
    var recorder = recorder
    let receipt = try recorder.importFacts(try Submission.read(jsonLines: Array(line.utf8)))
    return try #require(try log.event(at: receipt.positions[0])).event.id
  }

  /// A person of test data, and the candidacy.
  func enrol(_ number: Int) throws {
    try record(
      "CandidateRegistered", "2025-01-06",
      """
      "candidate":"P\(number)","identity":{"birthName":"Essai\(number)","firstNames":["Exemple"]}
      """)
    try record(
      "CandidateEnrolled", "2025-01-06",
      """
      "candidacy":"D\(number)","candidate":"P\(number)","certification":"RNCP38052",\
      "pathway":"continuingTraining","public":"employee"
      """)
  }

  func award(_ number: Int, _ day: String = "2026-02-02") throws -> EventID {
    try record("CertificationAwarded", day, "\"candidacy\":\"D\(number)\"")
  }

  @discardableResult
  func deposit(_ number: Int, in flow: String, _ day: String = "2026-03-02") throws -> EventID {
    try record("AwardDeclared", day, "\"candidacy\":\"D\(number)\",\"flow\":\"\(flow)\"")
  }

  func annul(_ id: EventID) throws {
    try record("EventAnnulled", "2026-06-01", "\"event\":\"\(id)\",\"grounds\":\"essai\"")
  }

  func matched(
    _ flow: String, treatment: String = "1", ok: [EventID] = [], ko: [EventID] = []
  ) throws -> MatchedAnswer? {
    let passages =
      ok.enumerated().map { index, id in
        AnsweredPassage(id: id.description, outcome: .accepted, line: index + 1)
      }
      + (try ko.enumerated().map { index, id in
        AnsweredPassage(
          id: id.description, outcome: .rejected, message: try FreeText("Refus d’essai"),
          line: ok.count + index + 1)
      })
    let answer = FlowAnswer(flow: try FlowID(flow), treatment: treatment, passages: passages)
    return try MatchedAnswer(answer, known: log.head().last, in: log)
  }

  /// Takes an answer in.
  func take(_ matched: MatchedAnswer, on day: String = "2026-04-01") throws {
    var recorder = recorder
    _ = try recorder.importFacts(
      try matched.submissions(on: try CalendarDate(day), recordedBy: "clerk:1"))
  }
}
