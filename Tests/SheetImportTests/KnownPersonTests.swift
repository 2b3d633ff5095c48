import Events
import TestSupport
import Testing

@testable import SheetImport

/// Rows against the persons that the ledger has, and the ids they get.
struct KnownPersonTests {
  @Test func `a known person keeps their id, and a near one is asked about`() throws {
    var ledger = PersonLedger()
    let first = ledger.take(try rows("MÜLLER;Zoé;1980-06-05;day=2020-06-17"))
    #expect(first.persons[0].standing == .new && first.persons[0].id.text.hasPrefix("P-"))
    ledger.key = 2
    let again = ledger.persons(try rows("Muller;ZOE;1980-06-05;day=2022-06-17"))
    #expect(again.persons[0].id == first.persons[0].id && again.persons[0].standing == .known)
    let near = ledger.persons(try rows("MULER;Zoé;1980-06-05;day=2022-06-17"))
    #expect(near.persons.isEmpty)
    #expect(near.unsettled == [UnsettledRow(0, rows: [], persons: [first.persons[0].id])])
    let same = ledger.persons(try rows("MULER;Zoé;1980-06-05;day=2022-06-17;answer=same"))
    #expect(same.persons[0].id == first.persons[0].id && same.unsettled.isEmpty)
  }

  @Test(arguments: [
    "MULER;Zoé;1980-06-05", "MÜLLER;Zoë-Marie;1980-06-05", "MÜLLER;Zoé;1980-06-15",
    "MÜLLER;Zoé;1980-05-06", "MÜLLER;Zoé;1908-06-05", "MÜLLER;Zoé;1975-06-05",
    "MÜLLER;Zoé;1980-11-05", "MÜLLER;Zoé;1980-06-21", "MÜLLER;Zoé;",
  ])
  func `a corrected row is known by its session or its certificate`(text: String) throws {
    var ledger = PersonLedger()
    let first = ledger.take(
      try rows(
        "MÜLLER;Zoé;1980-06-05;day=2020-06-17;number=2020-1", "FAURE;Zoé;1970-01-01;day=2020-06-17")
    )
    for evidence in ["day=2020-06-17", "number=2020-1"] {
      let corrected = ledger.persons(
        try rows("\(text);\(evidence)", "FAURE;Zoé;1970-01-01;day=2020-06-17"))
      #expect(corrected.persons.map(\.id) == first.persons.map(\.id))
      #expect(corrected.persons.allSatisfy { $0.standing == .known })
    }
    let bare = ledger.persons(try rows("\(text);day=2023-06-17"))
    #expect(bare.persons.allSatisfy { $0.standing == .new })
  }

  @Test func `a near row beside the known person's own row corrects nobody`() throws {
    var ledger = PersonLedger()
    let first = try rows("MÜLLER;Zoé;1980-06-05;day=2020-06-17")
    _ = ledger.take(first)
    let persons = ledger.persons(
      first + [try row(9, "MULER;Zoé;1980-06-05;day=2020-06-17")])
    #expect(persons.grouped == [[0]] && persons.unsettled.map(\.row) == [1])
  }

  @Test func `an id written back is certain whatever the name, unless it is clearly another's`()
    throws
  {
    var ledger = PersonLedger()
    let id = ledger.take(try rows("MÜLLER;Zoé;1980-06-05")).persons[0].id
    let renamed = ledger.persons(try rows("LEFEBVRE;Zoé;1980-06-05;id=\(id)"))
    #expect(renamed.persons.map(\.id) == [id])
    #expect(renamed.persons[0].identity.birthName.text == "LEFEBVRE")
    let far = ledger.persons(try rows("BENALI;Yann;1991-11-20;id=\(id)"))
    #expect(far.unsettled == [UnsettledRow(0, rows: [], persons: [id])])
    let accepted = ledger.persons(try rows("BENALI;Yann;1991-11-20;id=\(id);answer=same"))
    #expect(accepted.persons.map(\.id) == [id])
    let unknown = ledger.persons(try rows("BENALI;Yann;1991-11-20;id=P-NOBODY"))
    #expect(unknown.persons.first?.standing == .new && unknown.persons[0].id.text != "P-NOBODY")
  }

  @Test func `a reference is the id unless it is no id, or another person's`() throws {
    var ledger = PersonLedger()
    _ = ledger.take(try rows("MÜLLER;Zoé;1980-06-05;ref=M1"))
    let persons = ledger.persons(
      try rows(
        "BENALI;Yann;1991-11-20;ref=M1", "FAURE;Yann;1991-11-21;ref=M2",
        "TRAORÉ;Inès;1991-11-22;ref=M3", "COLIN;Marc;1991-11-23;ref=M3",
        "PETIT;Marc;1991-11-24;ref=n° 4", "MÜLER;Zoé;1980-06-05;ref=M1"))
    #expect(
      persons.persons.map { $0.id.text == "M2" } == [false, true, false, false, false, false])
    #expect(persons.persons.count { $0.id.text.hasPrefix("P-") } == 4)
    #expect(persons.persons.last?.id.text == "M1" && persons.persons.last?.standing == .known)
    ledger.bare = [try CandidateID("M7")]
    #expect(ledger.persons(try rows("X;Y;1990-01-01;ref=M7")).persons[0].standing == .known)
  }

  @Test func `two persons never get one id, though their codes are equal`() throws {
    var reading = SheetReading()
    reading.rows = try rows("BENALI;Yann;1991-11-20", "FAURE;Zoé;1980-06-05")
    let persons = SheetPersons(
      reading, known: [:], exists: { _ in false }, code: { _ in [UInt8](repeating: 7, count: 8) })
    #expect(Set(persons.persons.map(\.id)).count == 2)
  }

  @Test func `the identity has the most complete spelling, and contradictions are told`() throws {
    var plan = ImportPlan()
    plan.columns = [PlannedColumn("NOM", .birthName), PlannedColumn("CP", .birthPostalCode)]
    let persons = PersonLedger().persons(
      try rows(
        "BERANGER;Aicha;1980-06-05;day=2020-06-17;cp=69003",
        "BÉRANGER;Aïcha;1980-06-05;day=2021-06-17;cp=69004",
        "BERANGER;Aicha;1980-06-05;day=2022-06-17;cp=69003"), by: plan)
    let identity = try #require(persons.persons.first?.identity)
    #expect(
      identity.birthName.text == "BÉRANGER" && identity.firstNames.elements[0].text == "Aïcha")
    #expect(persons.issues.map(\.cause) == [.contradiction(heading: "CP")])
    #expect(persons.issues.map(\.column) == [1] && persons.issues.map(\.row.number) == [5])
  }

  @Test func `what the ledger refuses is left out and told`() throws {
    let persons = PersonLedger().persons(try rows("BENALI;Zoé;1850-06-05;cp=1234567890"))
    let identity = try #require(persons.persons.first?.identity)
    #expect(identity.birthDate == nil && identity.birthPlace == nil)
    #expect(persons.count(.identity(.birthDay)) == 1 && persons.count(.identity(.postalCode)) == 1)
  }

  @Test func `a town's name states a place only beside a code`() throws {
    let alone = PersonLedger().persons(try rows("BENALI;Zoé;1980-06-05;place=BRAZZAVILLE"))
    #expect(try #require(alone.persons.first?.identity).birthPlace == nil)
    let coded = PersonLedger().persons(try rows("BENALI;Zoé;1980-06-05;place=LYON;cp=69003"))
    #expect(try #require(coded.persons.first?.identity).birthPlace?.label?.text == "LYON")
    let refused = PersonLedger().persons(
      try rows("BENALI;Zoé;1980-06-05;place=LYON;cp=1234567890"))
    #expect(try #require(refused.persons.first?.identity).birthPlace == nil)
  }

  @Test func `the order of rows changes neither ids nor groups`() throws {
    var random = SeededGenerator(seed: 2_015)
    let names = ["MÜLLER", "MULER", "FAURE", "FAURES", "BENALI"]
    let firsts = ["Zoé", "Zoe", "Anne", "Anne-Lise", "Yann"]
    let dates = ["1980-06-05", "1980-05-06", "1980", ""]
    for _ in 0..<60 {
      var sheet: [SheetRow] = []
      for number in 0..<12 {
        let text = "\(random.pick(names));\(random.pick(firsts));\(random.pick(dates))"
        let day = "day=20\(10 + random.below(3))-06-17;file=\(random.below(9))"
        sheet.append(try row(number, "\(text);\(day)"))
      }
      var ledger = PersonLedger()
      let one = PersonLedger().persons(sheet)
      let shuffled = sheet.shuffled(using: &random)
      let other = ledger.take(shuffled)
      func told(_ persons: SheetPersons, _ rows: [SheetRow]) -> [String: Set<Int>] {
        Dictionary(
          uniqueKeysWithValues: persons.persons.map { person in
            (person.id.text, Set(person.rows.map { rows[$0].place.number }))
          })
      }
      // Who is asked may be the later of two equally good rows; who is not has one id in both orders.
      let (mine, others) = (told(one, sheet), told(other, shuffled))
      for (id, rows) in mine {
        for (otherID, otherRows) in others where id == otherID || !rows.isDisjoint(with: otherRows)
        {
          #expect(id == otherID && rows == otherRows)
        }
      }
      let again = ledger.persons(shuffled)
      #expect(again.persons.allSatisfy { $0.standing == .known })
      #expect(told(again, shuffled) == told(other, shuffled))
    }
  }
}
