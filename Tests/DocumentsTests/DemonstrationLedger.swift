import AcquisLedger
import Catalogue
import Documents
import EventLog
import Events
import TestSupport
import Vault

/// A ledger in a temporary folder with the demonstration in it, signed nowhere yet.
final class DemonstrationLedger: Sendable {
  let place: TemporaryLedger
  let ledger: Ledger

  init() throws {
    place = try TemporaryLedger()
    let clock = try TestClock.seconds(from: Instant("2026-07-01T10:00:00.000000Z"))
    ledger = Ledger(at: place.path, clock: LedgerClock(now: clock.now))
    let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
    try ledger.create { _ = try $0.log.append(catalogue, unless: nil) }
    _ = try ledger.importFacts(
      Demonstration(events: 60, seed: 7).lines.enumerated().map {
        try Submission($0.element.value, line: $0.offset + 1)
      })
  }

  /// Records one entry more.
  func grow() throws {
    let enrolment: JSONValue = [
      "type": "CandidateEnrolled", "occurredOn": "2026-06-01", "recordedBy": "clerk:1",
      "data": [
        "candidacy": "LATE", "candidate": "LATE", "certification": "RNCP38052",
        "pathway": "apprenticeship",
      ],
    ]
    _ = try ledger.importFacts([try Submission(enrolment, line: 1)])
  }

  /// The first position of an event of this type.
  func position(of type: EventType) throws -> Position? {
    try ledger.log().first(EventQuery(types: [type]))?.position
  }

  /// A document that rests on these positions.
  static func document(
    _ positions: [Int64], in languages: Languages = Languages(.french)
  ) -> Document {
    Document(
      title: Text("Attestation", "Statement"), in: languages,
      grounds: .entries(positions.map { Position($0) })
    ) {
      languages.html("h1", Text("Attestation d’essai", "Trial statement"))
    }
  }
}
