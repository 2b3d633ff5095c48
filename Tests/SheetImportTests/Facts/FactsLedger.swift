import AcquisLedger
import Catalogue
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Vault

@testable import SheetImport

/// A row of a wide sheet: a candidate with the four blocks of RNCP38052.
struct WideRow {
  var person = "P-1"
  var name = "Garcia"
  var firstName = "Zoé"
  var birth = "1990-03-04"
  var session: String? = "2021-06-17"
  /// `V`, `NV`, `ABS`, `EXC`, `EQ`; `X` a refusal that a blank means; others say nothing.
  var verdicts = "V NV V V"
  var isAwarded = false
  var number: String?
  var certification = "RNCP38052"
  var reference: String?
  var employer: String?
  var enrolled: String?
  var written: String?
  /// `2020-10-01 2021-05-31 9270 60`: the days of the training, and the minutes in each place.
  var training: String?
  var admissible: String?
  var grounds: String?

  func row(_ number: Int) throws -> SheetRow {
    let cells = [
      person, name, firstName, birth, session ?? "", verdicts, self.number ?? "", training ?? "",
      grounds ?? "",
    ]
    var row = SheetRow(place: RowPlace(page: 0, number: number), cells: cells)
    row.birthName = name
    row.firstNames = [firstName]
    row.birthDate = try BirthDate(birth)
    row.certification = try CertificationCode(certification)
    row.candidacyReference = reference
    row.employer = employer
    row.grounds = grounds
    row.enrolledOn = try enrolled.map { try CalendarDate($0) }
    row.sessionOn = try session.map { try CalendarDate($0) }
    row.isAwarded = isAwarded
    row.certificateNumber = self.number
    row.writtenCandidacy = try written.map { try CandidacyID($0) }
    row.admissibleOn = try admissible.map { try CalendarDate($0) }
    if let parts = training?.split(separator: " ").map(String.init), parts.count == 4 {
      row.trainingStartedOn = try CalendarDate(parts[0])
      row.trainingCompletedOn = parts[1] == "-" ? nil : try CalendarDate(parts[1])
      (row.centreTime, row.companyTime) = (Int(parts[2]), Int(parts[3]))
    }
    for (index, word) in verdicts.split(separator: " ").enumerated() {
      let block = try BlockCode("RNCP38052BC0\(index + 1)")
      guard let content = Self.content(String(word)) else { continue }
      row.decisions.append(
        RowDecision(block, content, on: nil, column: 10 + index, isFromBlank: word == "X"))
    }
    return row
  }

  var identity: Identity {
    get throws {
      Identity(
        birthName: try FreeText(name), firstNames: try NonEmpty([FreeText(firstName)]),
        birthDate: try BirthDate(birth))
    }
  }

  private static func content(_ word: String) -> RowDecision.Content? {
    switch word {
    case "V": .verdict(.validated)
    case "NV", "X": .verdict(.refused)
    case "ABS": .verdict(.absent)
    case "EXC": .verdict(.absentExcused)
    case "EQ": .equivalence(authority: "Ministère")
    default: nil
    }
  }
}

extension WideRow {
  /// This row with something changed.
  func with(_ change: (inout WideRow) -> Void) -> WideRow {
    var row = self
    change(&row)
    return row
  }
}

/// A ledger with the catalogue, into which sheets are imported.
final class FactsLedger {
  let log: InMemoryLog
  let clock = TestClock.seconds(from: FactsLedger.start)
  private let place: TemporaryLedger
  var plan = ImportPlan()

  private static let start = (try? Instant("2026-07-01T10:00:00.000000Z")) ?? .epoch

  init() throws {
    place = try TemporaryLedger()
    log = try InMemoryLog(clock: clock.now)
    try Vault.create(beside: place.path)
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
    plan.pathway = .given(.continuingTraining)
    plan.enrolment = .given(.yearly(month: 9, day: 1))
    plan.summons = .given(.session)
    plan.certificate = .given(.session)
    plan.sessionMode = .given(.onSite)
    plan.reason = "Jour non tenu à l’époque."
    plan.columns = [
      PlannedColumn("Né(e) le", .birthDate), PlannedColumn("Date jury", .sessionDay),
      PlannedColumn("Employeur", .employer), PlannedColumn("N° certificat", .certificateNumber),
    ]
  }

  func vault() throws -> Vault { try Vault(beside: place.path) }

  var today: CalendarDate { get throws { try CalendarDate("2026-07-01") } }

  func facts(_ rows: [WideRow]) throws -> (facts: SheetFacts, rows: [SheetRow]) {
    var reading = SheetReading()
    var persons = SheetPersons()
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for (index, wide) in rows.enumerated() {
      reading.rows.append(try wide.row(index + 4))
      if groups[wide.person] == nil { order.append(wide.person) }
      groups[wide.person, default: []].append(index)
    }
    for person in order {
      let own = groups[person] ?? []
      persons.persons.append(
        SheetPerson(
          try CandidateID(person), .new, rows: own, identity: try rows[own[0]].identity))
    }
    let frameworks = KnownFrameworks(
      try BuiltInCatalogue.events().compactMap { event in
        if case .certificationRegistered(let data) = event.fact { data } else { nil }
      })
    let facts = try SheetFacts(
      reading, persons, by: plan, frameworks, in: log, today: today, code: Self.code)
    return (facts, reading.rows)
  }

  func changes(_ rows: [WideRow]) throws -> SheetChanges {
    let (facts, read) = try facts(rows)
    return try SheetChanges(facts, rows: read, in: log, opening: vault())
  }

  /// Imports a sheet.
  @discardableResult
  func `import`(_ rows: [WideRow]) throws -> SheetChanges {
    let changes = try changes(rows)
    let submissions = try changes.submissions(by: "clerk:1", at: clock.now())
    if submissions.isEmpty { return changes }
    var recorder = recorder()
    let receipt = try recorder.importFacts(submissions)
    #expect(receipt.appended == submissions.count)
    return changes
  }

  func recorder() -> Recorder {
    let path = place.path
    return Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
  }

  /// Imports lines of JSON.
  func record(_ lines: String...) throws {
    var recorder = recorder()
    _ = try recorder.importFacts(
      try Submission.read(jsonLines: Array(lines.joined(separator: "\n").utf8)))
  }

  /// Annuls the last entry of a type by hand.
  func annul(_ type: EventType) throws {
    let events = try log.events(EventQuery(types: [type]))
    let id = try #require(events.last?.event.id)
    try record(
      """
      {"type":"EventAnnulled","occurredOn":"2026-07-01","recordedBy":"clerk:1",\
      "data":{"event":"\(id)","grounds":"erreur"}}
      """)
  }

  var size: Int64 { get throws { try log.head().last.number } }

  func findings() throws -> [Finding] {
    try log.findings(on: today, known: log.head().last)
  }

  /// What stands of the types, as `type day block`, in the order of the log.
  func standing(_ types: EventType...) throws -> [String] {
    let annulled = try log.timelessFacts(through: log.head().last).annulled
    return try log.events(EventQuery(types: types)).filter { !annulled.contains($0.event.id) }
      .map { envelope in
        let data = try envelope.event.fact.payload.json()
        return [
          envelope.event.fact.type.rawValue, envelope.event.occurredOn.description,
          data["block"]?.text, data["number"]?.text,
        ].compactMap(\.self).joined(separator: " ")
      }
  }

  /// A keyed hash stands for the vault's code: eight bytes that differ for different content.
  private static func code(_ bytes: [UInt8]) -> [UInt8] {
    let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }
  }
}
