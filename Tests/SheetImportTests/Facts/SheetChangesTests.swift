import AcquisLedger
import EventLog
import Events
import Rules
import TestSupport
import Testing

@testable import SheetImport

struct SheetChangesTests {
  private let ledger: FactsLedger
  private let sheet = [
    WideRow(verdicts: "V NV V V"),
    WideRow(
      person: "P-2", name: "Muler", verdicts: "V V V V", isAwarded: true, number: "2021-001"),
    WideRow(person: "P-3", name: "Ba", session: "2022-06-16", verdicts: "ABS ABS ABS ABS"),
  ]

  init() throws {
    ledger = try FactsLedger()
    try ledger.import(sheet)
  }

  /// The sheet with one row changed.
  private func sheet(_ row: Int, _ change: (inout WideRow) -> Void) -> [WideRow] {
    var rows = sheet
    change(&rows[row])
    return rows
  }

  /// Imports a changed sheet, and the same again, which adds nothing.
  private func reimport(_ rows: [WideRow]) throws -> SheetChanges {
    let changes = try ledger.import(rows)
    let size = try ledger.size
    let again = try ledger.import(rows)
    #expect(again.added.isEmpty && again.corrected.isEmpty)
    #expect(try ledger.size == size)
    return changes
  }

  @Test func `a second import adds nothing`() throws {
    let size = try ledger.size
    let changes = try ledger.import(sheet.reversed())
    #expect(changes.added.isEmpty && changes.corrected.isEmpty && changes.issues.isEmpty)
    #expect(changes.unchanged > 20)
    #expect(try ledger.size == size)
  }

  @Test func `one verdict corrected is one entry annulled and one recorded, linked`() throws {
    let changes = try reimport(sheet(0) { $0.verdicts = "NV NV V V" })
    #expect(changes.added.isEmpty && changes.issues.isEmpty)
    #expect(changes.corrected.map(\.fields) == [["type"]])
    let annulments = try ledger.log.events(EventQuery(types: [.eventAnnulled]))
    guard case .eventAnnulled(let data) = try #require(annulments.last).event.fact else { return }
    let right = try #require(try data.replacedBy.flatMap { try ledger.log.event($0) })
    #expect(data.event == changes.corrected.first?.entry)
    #expect(right.event.fact.type == .blockRefused)
  }

  @Test func `each submission has the rows that state it`() throws {
    let new = WideRow(person: "P-4", name: "Roux", verdicts: "V V V V")
    let changes = try ledger.changes(sheet(0) { $0.verdicts = "NV NV V V" } + [new])
    let submissions = try changes.submissions(by: "clerk:1", at: ledger.clock.now())
    let rows = changes.submittedRows
    #expect(submissions.count == rows.count && changes.corrected.count == 1)
    #expect(rows.suffix(2) == [[0], [0]])
    for (submission, own) in zip(submissions, rows) {
      #expect(own.isEmpty || submission.line == 4 + (own.min() ?? 0))
    }
  }

  @Test func `one name and one birth date corrected are one entry each`() throws {
    let named = try reimport(sheet(1) { $0.name = "Müller" })
    #expect(named.corrected.map(\.fields) == [["identity.birthName"]])
    #expect(named.added.isEmpty)
    let dated = try reimport(
      sheet(1) {
        $0.name = "Müller"
        $0.birth = "1991-03-04"
      })
    #expect(dated.corrected.map(\.fields) == [["identity.birthDate"]])
    let known = try ledger.log.identities(
      on: ledger.today, known: ledger.log.head().last, opening: ledger.vault()
    ).named[try CandidateID("P-2")]
    #expect(known?.birthName.text == "Müller" && known?.birthDate?.text == "1991-03-04")
  }

  @Test func `a poorer spelling corrects nothing`() throws {
    let changes = try ledger.import(sheet(0) { $0.firstName = "ZOE" })
    #expect(changes.corrected.isEmpty && changes.issues.isEmpty)
  }

  @Test func `a certificate's number is corrected`() throws {
    let changes = try reimport(sheet(1) { $0.number = "2021-010" })
    #expect(changes.corrected.map(\.fields) == [["number"]])
    #expect(
      try ledger.standing(.certificateIssued) == ["CertificateIssued 2021-06-17 2021-010"])
  }

  @Test func `a session's day corrected moves its decisions and leaves the others`() throws {
    let changes = try reimport(sheet(1) { $0.session = "2021-06-18" })
    #expect(changes.added.map(\.type) == [.juryConvened, .juryHeld])
    // The summons, four blocks, the award and the certificate.
    #expect(changes.corrected.count == 7)
    #expect(changes.issues.isEmpty)
    let days = Set(try ledger.standing(.blockValidated, .certificationAwarded).map { $0 })
    #expect(days.contains("CertificationAwarded 2021-06-18"))
    #expect(!days.contains("CertificationAwarded 2021-06-17"))
    #expect(days.contains("BlockValidated 2021-06-17 RNCP38052BC01"))
    #expect(changes.emptied.isEmpty)
  }

  @Test func `a session that all its candidates leave is corrected with its jury`() throws {
    let moved = try reimport(sheet(2) { $0.session = "2022-06-17" })
    #expect(moved.added.isEmpty)
    #expect(moved.emptied.map(\.text) == ["J-38052-2022-06-16"])
    let back = try reimport(sheet)
    #expect(back.added.isEmpty && back.issues.isEmpty)
    #expect(try ledger.findings().count { $0.rule.description == "R03" } == 2)
  }

  @Test func `a lone candidate put into the session of others leaves no empty jury`() throws {
    let moved = try reimport(sheet(2) { $0.session = "2021-06-17" })
    #expect(moved.added.isEmpty && moved.emptied.count == 1)
    #expect(try ledger.findings().count { $0.rule.description == "R03" } == 1)
  }

  @Test func `a sheet of another year moves nothing`() throws {
    let size = try ledger.size
    let changes = try reimport([
      WideRow(session: "2022-06-16", verdicts: "- V - -", isAwarded: true, number: "2022-001")
    ])
    #expect(changes.corrected.isEmpty && changes.issues.isEmpty)
    #expect(changes.added.map(\.type).contains(.blockValidated))
    #expect(try ledger.size > size)
  }

  @Test func `said again after a correction, a fact is recorded again`() throws {
    _ = try reimport(sheet(0) { $0.verdicts = "NV NV V V" })
    let back = try reimport(sheet)
    #expect(back.corrected.count == 1)
    #expect(
      try ledger.standing(.blockValidated).count { $0.hasSuffix("BC01") } == 2)
  }

  @Test func `a fact annulled by hand does not come back`() throws {
    try ledger.annul(.certificateIssued)
    let changes = try reimport(sheet)
    #expect(changes.added.isEmpty)
    #expect(changes.issues.map(\.cause) == [.differsFromRecorded])
    #expect(changes.issues.map(\.row.number) == [5])
  }

  @Test func `blanked cells stay and are told once a candidacy`() throws {
    let changes = try reimport(
      sheet(1) {
        $0.verdicts = "V V - -"
        $0.isAwarded = false
        $0.number = nil
      })
    #expect(changes.added.isEmpty && changes.corrected.isEmpty)
    #expect(changes.issues.map(\.cause) == [.noLongerSaid])
  }

  @Test func `an absence becomes decisions, and back`() throws {
    let decided = try reimport(sheet(2) { $0.verdicts = "V V NV NV" })
    #expect(decided.corrected.count == 1 && decided.added.count == 3)
    #expect(try ledger.standing(.candidateAbsent).isEmpty)
    let absent = try reimport(sheet)
    #expect(absent.corrected.count == 4)
    #expect(try ledger.standing(.candidateAbsent).count == 1)
    // Three of these decisions are in the log already, annulled: the ids of their content are used.
    let again = try reimport(sheet(2) { $0.verdicts = "V V NV NV" })
    #expect(again.corrected.count == 1 && again.added.count == 3)
    #expect(try ledger.standing(.blockRefused).count { $0.contains("2022-06-16") } == 2)
  }

  @Test func `a validation becomes an equivalence`() throws {
    let changes = try reimport(sheet(0) { $0.verdicts = "EQ NV V V" })
    #expect(changes.corrected.count == 1 && changes.added.isEmpty)
  }

  @Test func `what was decided under the rules is told and left`() throws {
    let other = try FactsLedger()
    var recorder = other.recorder()
    let lines = [
      #"{"type":"CandidateEnrolled","occurredOn":"2021-01-11","data":{"candidacy":"D9","candidate":"P-1","certification":"RNCP38052","pathway":"continuingTraining"}}"#,
      #"{"type":"JuryConvened","occurredOn":"2021-06-01","data":{"jury":"J9","certification":"RNCP38052","sessionOn":"2021-06-17","mode":"onSite","members":[{"member":"M1","role":"president","name":"A B"},{"member":"M2","role":"humanResources","name":"C D"},{"member":"M3","role":"operations","name":"E F"}]}}"#,
      #"{"type":"CandidateSummoned","occurredOn":"2021-06-01","data":{"jury":"J9","candidacy":"D9"}}"#,
      #"{"type":"JuryHeld","occurredOn":"2021-06-17","data":{"jury":"J9","present":["M1","M2","M3"]}}"#,
      #"{"type":"BlockRefused","occurredOn":"2021-06-17","data":{"jury":"J9","candidacy":"D9","block":"RNCP38052BC01","grounds":"x"}}"#,
    ]
    let commands = try Submission.read(jsonLines: Array(lines.joined(separator: "\n").utf8))
      .map { $0.completed(recordedBy: "clerk:1", occurredOn: nil) }
    guard case .recorded = try recorder.record(commands) else {
      Issue.record("the history is not recorded")
      return
    }
    let changes = try other.import([WideRow()])
    #expect(changes.issues.map(\.cause) == [.differsFromRecorded])
    #expect(changes.corrected.isEmpty)
    let added: [EventType] = [
      .candidateRegistered, .blockRefused, .blockValidated, .blockValidated,
    ]
    #expect(changes.added.map(\.type) == added)
    #expect(try other.standing(.blockRefused).count == 2)
  }

  @Test func `a later enrolment day of the plan leaves what is recorded`() throws {
    ledger.plan.enrolment = .given(.session)
    let changes = try ledger.import(sheet)
    #expect(changes.corrected.isEmpty && changes.added.isEmpty)
    ledger.plan.enrolment = .given(.yearly(month: 1, day: 15))
    let earlier = try reimport(sheet)
    #expect(earlier.corrected.isEmpty)
    ledger.plan.enrolment = .given(.yearly(month: 8, day: 1))
    #expect(
      try reimport(sheet).corrected.map(\.fields) == Array(repeating: ["occurredOn"], count: 3))
  }

  @Test func `training and admissibility are corrected each by itself`() throws {
    let row = WideRow(
      person: "P-9", name: "Roy", training: "2020-10-01 2021-05-31 9270 60",
      admissible: "2020-09-20")
    try ledger.import([row])
    let hours = try reimport([row.with { $0.training = "2020-10-01 2021-05-31 9240 60" }])
    #expect(hours.corrected.map(\.fields) == [["centreMinutes"]])
    let days = try reimport([
      row.with {
        $0.training = "2020-10-02 2021-05-31 9240 60"
        $0.admissible = "2020-09-21"
      }
    ])
    #expect(days.corrected.map(\.fields) == [["occurredOn"], ["occurredOn"]])
    let blank = try reimport([
      row.with { $0.training = nil }, sheet[0].with { $0.training = row.training },
    ])
    #expect(blank.issues.map(\.cause) == [.noLongerSaid])
  }

  @Test func `an imported correction of a name is the entry that is corrected`() throws {
    try ledger.record(
      #"{"type":"CandidateIdentityCorrected","occurredOn":"2023-01-10","recordedBy":"clerk:1","#
        + #""data":{"candidate":"P-2","identity":{"birthName":"Mulet","firstNames":["Zoé","Anne"],"#
        + #""email":"z@exemple.fr"}}}"#)
    let changes = try reimport(sheet)
    #expect(changes.corrected.map(\.fields) == [["identity.birthName", "identity.birthDate"]])
    let known = try ledger.log.identities(
      on: ledger.today, known: ledger.log.head().last, opening: ledger.vault()
    ).named[try CandidateID("P-2")]
    #expect(known?.birthName.text == "Muler" && known?.email?.text == "z@exemple.fr")
    #expect(known?.firstNames.elements.count == 2)
  }

  @Test func `a session rescheduled by hand is still the sheet's`() throws {
    try ledger.record(
      #"{"type":"JuryRescheduled","occurredOn":"2021-06-10","recordedBy":"clerk:1","#
        + #""data":{"jury":"J-38052-2021-06-17","sessionOn":"2021-06-20"}}"#)
    let changes = try reimport(sheet)
    #expect(changes.added.isEmpty && changes.corrected.isEmpty)
  }

  @Test func `a blank keeps what the ledger has, an employer for one`() throws {
    try ledger.import([sheet[0].with { $0.employer = "Mairie" }])
    let changes = try reimport(sheet)
    #expect(changes.corrected.isEmpty && changes.issues.isEmpty)
    let named = try reimport([sheet[0].with { $0.verdicts = "V V V V" }])
    #expect(named.corrected.map(\.fields) == [["type"]])
    #expect(named.issues.isEmpty)
  }

  @Test func `two ids merged into one are one person`() throws {
    try ledger.record(
      #"{"type":"CandidateRegistered","occurredOn":"2019-01-10","recordedBy":"clerk:1","#
        + #""data":{"candidate":"P-7","identity":{"birthName":"Garcia","firstNames":["Zoé"]}}}"#,
      #"{"type":"CandidateMerged","occurredOn":"2023-01-10","recordedBy":"clerk:1","#
        + #""data":{"candidate":"P-1","into":"P-7"}}"#)
    let changes = try reimport([sheet[0].with { $0.person = "P-7" }])
    #expect(changes.added.isEmpty && changes.corrected.isEmpty && changes.issues.isEmpty)
  }
}
