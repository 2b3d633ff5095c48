import Events
import Testing

@testable import SheetImport

/// Which rows are asked about, and what the answers do.
struct PersonQuestionTests {
  let ledger = PersonLedger()

  @Test(arguments: [
    ("MÜLLER;Jérôme;1973-01-22", "MULER;Jerome;1973-01-22"),
    ("LEFÈVRE;Nathalie;1980-06-05", "LEFEBVRE;Nathalie;1980-06-05"),
    ("LEFÈVRE;Mickaël;1980-06-05", "LEFEBVRE;Mikael;1980-06-05"),
    ("DUPONT;Marie-Claude;1980-06-05", "DUPONT;Marie;1980-06-05"),
    ("DUPONT;Thi Lan;1980-06-05", "DUPONT;Thi;1980-06-05"),
    ("DUPONT;Jean-Pierre;1980-06-05", "DUPONT;J.-P.;1980-06-05"),
    ("DUPONT;Céline;1980-06-05;usage=FAURE", "FAURE;Céline;1980-06-05"),
    ("DUPONT;Martin;1980-06-05", "MARTIN;Dupont;1980-06-05"),
    ("DE LA CRUZ;Zoé;1980-06-05", "CRUZ;Zoé;1980-06-05"),
    ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;1980-05-06"),
    ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;1980-06-06"),
    ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;1980"), ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;"),
    ("DUPONT;Zoé;;day=2020-06-17", "DUPONT;Zoé;;day=2021-06-17"),
  ])
  func `what is near and not certain is asked`(one: String, other: String) throws {
    for texts in [[one, other], [other, one]] {
      let rows = try texts.enumerated().map { try row($0 + 4, $1) }
      let persons = ledger.persons(rows)
      #expect(persons.persons.count == 1 && persons.unsettled.count == 1)
      #expect(persons.count(.toConfirm) == 1)
      #expect(persons.unsettled.first?.rows == persons.persons.first.map { [$0.rows[0]] })
    }
  }

  @Test(arguments: [
    ("DUPONT;Marie;1980-06-05", "DUPONT;Marc;1980-06-05"),
    ("DUPONT;Sandrine;1980-06-05", "DUPONT;Nathalie;1980-06-05"),
    ("DUPONT;Julie;1980-06-05;sex=F", "DUPONT;Julien;1980-06-05;sex=M"),
    ("MARTIN;Zoé;1980-06-05", "BENALI;Zoé;1980-06-05"),
    ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;1991-11-20"),
    ("DUPONT;Zoé;1980-06-05", "DUPONT;Zoé;1981"), ("DUPONT;Zoé;1980", "DUPONT;Zoé;1981"),
    ("FAURE;Noël;1997-07-21", "KOWALSKI;Noémie;1997-07-21"),
    ("DUPONT;Zoé;1975-06-05", "DUPONT;Zoé;1957-06-05"),
    ("DUPOND;Yann;1980-06-05", "DUPONT;Yann;1991-11-20"),
  ])
  func `clearly different persons are not asked about`(one: String, other: String) throws {
    let persons = try ledger.persons(rows(one, other))
    #expect(persons.grouped == [[0], [1]] && persons.unsettled.isEmpty)
  }

  @Test func `the group with more rows stays, whatever the order`() throws {
    let persons = try ledger.persons(
      rows(
        "MULER;Zoé;1980-06-05;day=2020-06-17;number=1", "MÜLLER;Zoé;1980-06-05;day=2021-06-17",
        "MÜLLER;Zoé;1980-06-05;day=2022-06-17"))
    #expect(persons.grouped == [[1, 2]])
    #expect(persons.unsettled == [UnsettledRow(0, rows: [1], persons: [])])
  }

  @Test func `the same takes the row as the only proposal, and not where there are two`() throws {
    let one = try ledger.persons(
      rows("MÜLLER;Zoé;1980-06-05;day=2021-06-17", "MULER;Zoé;1980-06-05;answer=same"))
    #expect(one.grouped == [[0, 1]] && one.unsettled.isEmpty)
    #expect(one.persons[0].identity.birthName.text == "MÜLLER")
    let two = try ledger.persons(
      rows(
        "MÜLLER;Zoé;1980-06-05;day=2021-06-17", "MÜLLER;Zoé;1991-11-20;day=2021-06-17",
        "MULLER;Zoé;;answer=same"))
    #expect(two.grouped == [[0], [1]])
    #expect(two.unsettled == [UnsettledRow(2, rows: [0, 1], persons: [])])
  }

  @Test func `another makes a near row their own person, with all their rows`() throws {
    let persons = try ledger.persons(
      rows(
        "DUPONT;Marie-Claude;1980-06-05;day=2020-06-17;number=1",
        "DUPONT;Marie-Claude;1980-06-05;day=2021-06-17",
        "DUPONT;Marie;1980-06-05;day=2020-06-17;answer=another",
        "DUPONT;Marie;1980-06-05;day=2021-06-17"))
    #expect(persons.grouped == [[0, 1], [2, 3]] && persons.unsettled.isEmpty)
  }

  @Test func `another parts equal names and birth dates too, for good`() throws {
    var ledger = PersonLedger()
    let sheet = try rows(
      "DUPONT;Marie;1980-06-05;day=2020-06-17",
      "DUPONT;Marie;1980-06-05;day=2021-06-17;answer=another")
    let first = ledger.take(sheet)
    #expect(first.grouped == [[0], [1]] && first.persons[0].id != first.persons[1].id)
    let again = ledger.persons(sheet)
    #expect(again.persons.map(\.id) == first.persons.map(\.id))
    #expect(again.persons.allSatisfy { $0.standing == .known })
    let turned = ledger.persons(sheet.reversed())
    #expect(turned.persons.map(\.id) == first.persons.map(\.id).reversed())
    // The next year nothing tells which of both it is.
    let next = try ledger.persons(rows("DUPONT;Marie;1980-06-05;day=2022-06-17"))
    #expect(next.unsettled.first?.persons == first.persons.map(\.id).sorted())
    let told = try ledger.persons(rows("DUPONT;Marie;1980-06-05;day=2021-06-17"))
    #expect(told.persons.map(\.id) == [first.persons[1].id])
  }

  @Test func `another than a near row stays the same person at the next import`() throws {
    var ledger = PersonLedger()
    let sheet = try rows(
      "DUPONT;Marie-Claude;1980-06-05;day=2020-06-17",
      "DUPONT;Marie;1980-06-05;day=2020-06-17;answer=another")
    let first = ledger.take(sheet)
    for key: UInt64 in [1, 2] {
      ledger.key = key
      let again = ledger.persons(sheet)
      #expect(again.persons.map(\.id) == first.persons.map(\.id))
      #expect(again.persons.allSatisfy { $0.standing == .known })
    }
  }

  @Test func `an id that the ledger lacks is one of the sheet's, or a question`() throws {
    let rows = try rows(
      "DUPONT;Marie-Claude;1980-06-05;ref=M1", "DUPONT;Marie;1980-06-05;answer=M1",
      "FAURE;Zoé;1980-06-06;answer=M9")
    let persons = ledger.persons(rows)
    #expect(persons.grouped == [[0, 1]])
    #expect(persons.unsettled == [UnsettledRow(2, rows: [], persons: [])])
  }
}
