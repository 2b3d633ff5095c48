import AcquisLedger
import EventLog
import Events
import Projections
import SQLite
import TestSupport
import Testing
import Vault

struct NameSearchTests {
  private let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  private func question(
    on day: String = "2026-07-02", known: Position? = nil
  ) throws -> Question {
    Question(
      log: ledger.log, on: try CalendarDate(day), known: try known ?? ledger.log.head().last)
  }

  private func search(
    _ text: String, _ question: Question? = nil, indexedFrom: Int = 0
  ) throws -> NameSearch {
    try NameSearch(
      for: text, question ?? self.question(), opening: Vault(beside: ledger.path),
      indexedFrom: indexedFrom)
  }

  private func ids(_ search: NameSearch) -> [String] {
    search.identities.named.keys.map(\.text).sorted()
  }

  private func correction(
    _ candidate: String, to name: String, on day: String = "2021-03-01", id: String
  ) -> String {
    Lines.registration(candidate, id: id, name: name)
      .replacing("CandidateRegistered", with: "CandidateIdentityCorrected")
      .replacing("2021-01-11", with: day)
  }

  private func annulment(of id: String, id own: String? = nil) -> String {
    """
    {\(own.map { "\"id\":\"\($0)\"," } ?? "")"type":"EventAnnulled","occurredOn":"2021-03-02",\
    "recordedBy":"clerk:1","data":{"event":"\(id)","grounds":"erreur"}}
    """
  }

  private func id(_ number: Int) -> String {
    "01790c5e-5c00-7000-8000-" + String(100_000_000_000 + number)
  }

  @Test func `whole words are found by the index, parts and misspellings by reading all`() throws {
    _ = try ledger.record(
      Lines.registration("P1", name: "Martin"), Lines.registration("P2", name: "Martinez"),
      Lines.registration("P3", name: "Le Blanc"), Lines.registration("P4", name: "Œuvrard-D’Arc"),
      Lines.registration("P5", name: "Le Blanc-Michel"),
      Lines.registration("P6", name: "O'Connor Do"))
    let cases: [(String, [String], NameSearch.Reason?)] = [
      ("MARTIN", ["P1"], nil), ("prénom martin", ["P1"], nil), ("martin*", ["P1", "P2"], .parts),
      ("martine", ["P2"], .noWholeWords), ("leblanc", ["P3", "P5"], nil),
      ("blanc le", ["P3", "P5"], nil), ("leblanc michel", ["P5"], nil), ("oconnor", ["P6"], nil),
      ("arc oeuvrard", ["P4"], nil), ("d'arc", ["P4"], nil), ("œuvrarddarc", ["P4"], nil),
      ("dupont", [], .noWholeWords), ("*", [], .parts),
    ]
    for (text, expected, reason) in cases {
      let found = try search(text)
      #expect(ids(found) == expected, "\(text)")
      #expect(found.readAll == reason, "\(text)")
    }
    let few = try search("martin", indexedFrom: 1_000_000)
    #expect(ids(few) == ["P1", "P2"] && few.readAll == .few)
  }

  @Test
  func `an earlier day or knowledge, or a vault one may not write, reads all`()
    throws
  {
    _ = try ledger.record(Lines.registration("P1", name: "Ancien"))
    let known = try ledger.log.head().last
    _ = try ledger.record(correction("P1", to: "Nouveau", id: id(1)))
    #expect(try search("nouveau").readAll == nil)
    #expect(try search("ancien").readAll == .noWholeWords)
    for earlier in [try question(on: "2021-02-28"), try question(known: known)] {
      let found = try search("ancien", earlier)
      #expect(ids(found) == ["P1"] && found.readAll == .noIndex)
    }
    let database = try Database(ledger.path + ".vault", .readWrite, timeout: 0)
    try database.execute("DELETE FROM name_index")
    try database.begin(.writing)
    let found = try search("nouveau")
    #expect(ids(found) == ["P1"] && found.readAll == .noIndex)
  }

  @Test func `names are found beside an index that may not be written`() throws {
    _ = try ledger.record(Lines.registration("P1", name: "Ancien"))
    #expect(try search("ancien").readAll == nil)
    _ = try ledger.record(correction("P1", to: "Nouveau", id: id(1)))
    let database = try Database(ledger.path + ".vault", .readWrite, timeout: 0)
    try database.begin(.writing)
    let found = try search("nouveau")
    #expect(ids(found) == ["P1"] && found.readAll == nil)
    #expect(try search("ancien").readAll == .noWholeWords)
  }

  @Test
  func `an identity that cannot be opened is counted by every search, and found once it opens`()
    throws
  {
    _ = try ledger.record(
      Lines.registration("P1", name: "Un"), Lines.registration("P2", name: "Un"))
    let database = try Database(ledger.path + ".vault", .readWrite, timeout: 0)
    let key = try #require(
      try database.text("SELECT hex(wrapped) FROM person_key WHERE person = 'candidate:P1'"))
    func putKey(_ bytes: String) throws {
      try database.execute(
        "UPDATE person_key SET wrapped = \(bytes) WHERE person = 'candidate:P1'")
    }
    try putKey("zeroblob(80)")
    for _ in 1...2 {
      let found = try search("un")
      #expect(ids(found) == ["P2"] && found.identities.damaged == 1 && found.readAll == nil)
    }
    try putKey("x'\(key)'")
    let repaired = try search("un")
    #expect(ids(repaired) == ["P1", "P2"] && repaired.readAll == nil)
  }

  @Test func `the index of another edition or log, or of an older copy, is made again`()
    throws
  {
    _ = try ledger.record(Lines.registration("P1", name: "Premier"))
    #expect(try search("premier").readAll == nil)
    let older = try ledger.vaultBytes()
    for sql in ["edition = 0", "leaf = zeroblob(32)", "through = through + 1000"] {
      try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
        "UPDATE name_index SET \(sql); DELETE FROM name_word")
      #expect(ids(try search("premier")) == ["P1"])
    }
    _ = try ledger.record(correction("P1", to: "Second", id: id(1)))
    #expect(try search("second").readAll == nil)
    try ledger.putBack(vault: older)
    #expect(try search("second").readAll == nil)
    #expect(try search("premier").readAll == .noWholeWords)
  }

  @Test func `few persons found are listed as a reading of all lists them`() throws {
    _ = try ledger.record(
      Lines.registration("P1", name: "Martin"), Lines.registration("P2", name: "Martin"),
      Lines.enrolment("D1", "P1"), Lines.enrolment("D2", "P2"),
      """
      {"type":"CandidateMerged","occurredOn":"2022-01-11","recordedBy":"clerk:1","data":{\
      "candidate":"P1","into":"P2"}}
      """)
    let persons = try #require(try search("martin").persons)
    #expect(persons.map(\.candidate.text) == ["P2"])
    let question = try question()
    #expect(try question.people(persons) == question.people())
    let folded = try question.folded(candidaciesOf: persons)
    let all = try question.replay().state
    for candidacy in all.candidacies {
      #expect(
        folded.candidacy(candidacy, on: question.on) == all.candidacy(candidacy, on: question.on))
    }
    #expect(folded.candidacies.sorted() == all.candidacies.sorted())
  }

  // MARK: The law

  private static let names = [
    "Martin", "Le Blanc", "Leblanc", "Le-Blanc", "N’Diaye", "d'Aubigny", "Œuvrard", "Müller-Noël",
    "de La Tour", "Łukasz", "Straße", "Zoé", "Martinez", "Saint-Exupéry", "O’Neil", "Ange",
  ]

  private func registration(
    _ candidate: String, _ day: String, id: String, isCorrection: Bool,
    _ random: inout SeededGenerator
  ) throws -> String {
    func name() throws -> String { try #require(Self.names.randomElement(using: &random)) }
    let usage = Bool.random(using: &random) ? "\"usageName\":\"\(try name())\"," : ""
    let second = Bool.random(using: &random) ? ",\"\(try name())\"" : ""
    return """
      {"id":"\(id)","type":"\(isCorrection ? "CandidateIdentityCorrected" : "CandidateRegistered")",\
      "occurredOn":"\(day)","recordedBy":"clerk:1","data":{"candidate":"\(candidate)","identity":{\
      "birthName":"\(try name())",\(usage)"firstNames":["\(try name())"\(second)],\
      "birthDate":"1990","sex":"F","birthPlace":{"postalCode":"75002"}}}}
      """
  }

  @Test(arguments: 1...6)
  func `the index finds what a reading of all finds by whole words, after any history`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var (registered, entries, merged): ([String], [String], Set<String>) = ([], [], [])
    for step in 1...30 {
      let known = try ledger.log.head().last
      let someone = registered.filter { !merged.contains($0) }.randomElement(using: &random)
      let day = try #require(
        ["2021-01-11", "2022-05-01", "2026-07-01"].randomElement(using: &random))
      switch Int.random(in: 0..<12, using: &random) {
      case 0..<5:
        registered.append("P\(step)")
        _ = try ledger.record(
          registration("P\(step)", day, id: id(step), isCorrection: false, &random))
        entries.append(id(step))
      case 5..<8:
        guard let someone else { continue }
        _ = try ledger.record(
          registration(someone, day, id: id(step), isCorrection: true, &random))
        entries.append(id(step))
      case 8:
        guard let entry = entries.randomElement(using: &random) else { continue }
        // Annulling what was annulled already, or an annulment, is possible in an import.
        _ = try? ledger.record(annulment(of: entry, id: id(step)))
        entries.append(id(step))
      case 9:
        guard let someone, let other = registered.filter({ $0 != someone }).last,
          !merged.contains(other)
        else { continue }
        merged.insert(someone)
        _ = try? ledger.record(
          """
          {"type":"CandidateMerged","occurredOn":"2022-01-11","recordedBy":"clerk:1","data":{\
          "candidate":"\(someone)","into":"\(other)"}}
          """)
      case 10:
        guard let someone else { continue }
        _ = try Erasure(
          log: ledger.log, vault: Vault(beside: ledger.path), clock: ledger.clock.now
        ).carryOut(
          on: .candidate(CandidateID(someone)), day: CalendarDate("2026-07-01"),
          by: RecorderID("clerk:1"))
      default: try Vault(beside: ledger.path).rotate()
      }
      if step.isMultiple(of: 3) { continue }
      for question in [try question(), try question(on: "2026-09-01"), try question(known: known)] {
        try compare(question, &random)
      }
    }
  }

  private func compare(_ question: Question, _ random: inout SeededGenerator) throws {
    let all = try question.log.identities(
      on: question.on, known: question.known, opening: Vault(beside: ledger.path))
    for _ in 0..<3 {
      let name = try #require(Self.names.randomElement(using: &random))
      let text =
        Bool.random(using: &random)
        ? name : name + " " + (try #require(Self.names.randomElement(using: &random)))
      let found = try search(text, question)
      let whole = all.named.filter { $0.value.isNamed(withWordsOf: text) }
      let like = all.named.filter { $0.value.isNamed(like: text) }
      #expect(
        found.identities.named == (found.readAll == nil ? whole : like),
        "\(text), \(question.on), \(question.known)")
      if question.known == (try ledger.log.head().last), !whole.isEmpty {
        #expect(found.readAll == nil, "\(text) is answered by the index")
      }
    }
  }
}
