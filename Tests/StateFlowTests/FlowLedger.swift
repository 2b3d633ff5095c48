import AcquisLedger
import Catalogue
import EventLog
import Events
import StateFlow
import TestSupport
import Vault

/// A ledger in a temporary folder with persons certified by one jury, and a described depositor.
final class FlowLedger: Sendable {
  let place: TemporaryLedger
  let ledger: Ledger
  let clock: TestClock

  /// - Parameter persons: how many; `D1` of `P1` and so on.
  init(persons: Int = 3) throws {
    place = try TemporaryLedger()
    clock = try TestClock.seconds(from: Instant("2026-07-01T10:00:00.000000Z"))
    ledger = Ledger(at: place.path, clock: LedgerClock(now: clock.now))
    let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
    try ledger.create { _ = try $0.log.append(catalogue, unless: nil) }
    try take(Self.described())
    try take([
      "type": "JuryConvened", "occurredOn": "2026-05-04",
      "data": [
        "jury": "J1", "certification": "RNCP38052", "sessionOn": "2026-06-18", "mode": "onSite",
      ],
    ])
    for number in 1...persons { try award(number) }
  }

  static func described(_ client: String = "00001234", on day: String = "2026-01-02") -> JSONValue {
    [
      "type": "CertifierDescribed", "occurredOn": .string(day),
      "data": [
        "certifier": ["name": "Organisme Essai", "siret": "78435388000023"], "place": "Paris",
        "depositor": ["clientId": .string(client), "contractId": "MCFCER000000"],
      ],
    ]
  }

  static func identity(_ name: String) -> JSONValue {
    [
      "birthName": .string(name), "firstNames": ["Essai"], "birthDate": "1981-04-09", "sex": "F",
      "birthPlace": ["inseeCode": "59350"],
    ]
  }

  /// A person certified on 2026-06-22, under every block of RNCP38052.
  func award(_ number: Int) throws {
    let (candidate, candidacy) = (JSONValue.string("P\(number)"), JSONValue.string("D\(number)"))
    func fact(_ type: String, _ day: String, _ data: [JSONMember]) throws {
      try take(["type": .string(type), "occurredOn": .string(day), "data": .object(data)])
    }
    try fact(
      "CandidateRegistered", "2026-01-05",
      [
        JSONMember("candidate", candidate),
        JSONMember("identity", Self.identity("Exemple " + String(repeating: "I", count: number))),
      ])
    try fact(
      "CandidateEnrolled", "2026-01-06",
      [
        JSONMember("candidacy", candidacy), JSONMember("candidate", candidate),
        JSONMember("certification", "RNCP38052"), JSONMember("pathway", "experience"),
      ])
    for block in 1...4 {
      try fact(
        "BlockValidated", "2026-06-18",
        [
          JSONMember("candidacy", candidacy), JSONMember("jury", "J1"),
          JSONMember("block", .string("RNCP38052BC0\(block)")),
        ])
    }
    try fact("CertificationAwarded", "2026-06-22", [JSONMember("candidacy", candidacy)])
  }

  /// Imports a fact.
  func take(_ fact: JSONValue) throws {
    let submission = try Submission(fact, line: 1).completed(
      recordedBy: "clerk:1", occurredOn: nil)
    _ = try ledger.importFacts([submission])
  }

  func question() throws -> Question { try ledger.question(on: .flowDay()) }

  func outstanding() throws -> FlowContents {
    try question().outstandingFlow(FlowSelection(), opening: ledger.vault(.toRead))
  }

  /// Records the deposit of the awards gathered; nil if anything was recorded since.
  func deposit(_ contents: FlowContents, as flow: String) throws -> AppendReceipt? {
    let ids = FlowEntryIDs.ids(contents.passages, at: clock.now())
    let submissions = try contents.candidacies.enumerated().map { index, candidacy in
      try declared(candidacy.text, flow, id: ids[index], line: index + 1)
    }
    var recorder = try ledger.recorder()
    guard
      case .recorded(let receipt, _)? = try recorder.record(
        submissions, ifNothingAfter: contents.known)
    else { return nil }
    return receipt
  }

  func declared(
    _ candidacy: String, _ flow: String, id: EventID? = nil, line: Int = 1
  ) throws -> Submission {
    let members =
      [
        JSONMember("type", "AwardDeclared"), JSONMember("occurredOn", "2026-07-01"),
        JSONMember("recordedBy", "clerk:1"),
        JSONMember("data", ["candidacy": .string(candidacy), "flow": .string(flow)]),
      ] + (id.map { [JSONMember("id", .string($0.description))] } ?? [])
    return try Submission(.object(members), line: line)
  }

  /// A recorded flow as it is written again.
  func file(_ flow: String) throws -> [UInt8]? {
    let log = try ledger.log()
    guard let recorded = try log.recordedFlow(FlowID(flow)) else { return nil }
    let question = Question(log: log, on: recorded.on, known: recorded.last)
    let contents = try question.flow(
      of: recorded.candidacies, opening: ledger.vault(.toRead))
    return FlowXML(
      CertificationFlow(
        id: recorded.id, stamp: recorded.recordedAt,
        depositor: try question.depositor(of: contents.certifications.map(\.certification)),
        certifications: contents.certifications)
    ).bytes
  }
}
