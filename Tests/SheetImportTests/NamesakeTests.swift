import Events
import TestSupport
import Testing

@testable import SheetImport

/// Persons of the same names and birth date, told apart by their references or birth places.
struct NamesakeTests {
  static let first = "MARTIN;Marie;1990-02-13;ref=M1;day=2020-06-17"
  static let second = "MARTIN;Marie;1990-02-13;ref=M2;day=2021-06-17"

  @Test func `equal names with two references are asked about, the later row`() throws {
    let persons = try PersonLedger().persons(rows(Self.first, Self.second))
    #expect(persons.persons.map(\.id.text) == ["M1"])
    #expect(persons.unsettled == [UnsettledRow(1, rows: [0], persons: [])])
    let turned = try PersonLedger().persons(rows(Self.second, Self.first))
    #expect(turned.persons.map(\.id.text) == ["M2"])
    #expect(turned.unsettled == [UnsettledRow(1, rows: [0], persons: [])])
  }

  @Test(arguments: ["same", "another"])
  func `the answer settles them, and the next import knows them`(answer: String) throws {
    var ledger = PersonLedger()
    let sheet = try rows(Self.first, Self.second + ";answer=\(answer)", Self.second)
    let ids = answer == "same" ? ["M1"] : ["M1", "M2"]
    let taken = ledger.take(sheet)
    #expect(taken.persons.map(\.id.text) == ids && taken.unsettled.isEmpty)
    let again = ledger.persons(sheet)
    #expect(again.persons.map(\.id.text) == ids && again.unsettled.isEmpty)
    #expect(again.persons.allSatisfy { $0.standing == .known })
  }

  @Test func `references that are no ids keep two persons apart for good`() throws {
    var ledger = PersonLedger()
    let sheet = try rows(
      "MARTIN;Marie;1990-02-13;ref=n° 1;day=2020-06-17",
      "MARTIN;Marie;1990-02-13;ref=n° 2;day=2020-06-17;answer=another")
    let taken = ledger.take(sheet)
    #expect(taken.grouped == [[0], [1]])
    let again = ledger.persons(sheet)
    #expect(again.persons.map(\.id) == taken.persons.map(\.id))
    #expect(again.persons.allSatisfy { $0.standing == .known })
  }

  @Test func `a row without a reference is theirs if there is one, and asked about if two`() throws
  {
    let bare = "MARTIN;Marie;1990-02-13;day=2022-06-17"
    let one = try PersonLedger().persons(rows(Self.first, bare))
    #expect(one.grouped == [[0, 1]] && one.unsettled.isEmpty)
    let two = try PersonLedger().persons(rows(Self.first, Self.second, bare))
    #expect(two.grouped == [[0]] && two.unsettled.map(\.row) == [1, 2])
  }

  @Test(arguments: ["M-1", "m 01", "M001"])
  func `a reference written otherwise is the same`(reference: String) throws {
    let persons = try PersonLedger().persons(
      rows(Self.first, "MARTIN;Marie;1990-02-13;ref=\(reference);day=2021-06-17"))
    #expect(persons.grouped == [[0, 1]] && persons.unsettled.isEmpty)
  }

  @Test func `a known person's id is such a reference if it has its shape`() throws {
    var ledger = PersonLedger()
    _ = ledger.take(try rows(Self.first))
    let asked = ledger.persons(try rows(Self.second))
    #expect(asked.unsettled == [UnsettledRow(0, rows: [], persons: [try CandidateID("M1")])])
    let another = try rows(Self.second + ";answer=another")
    #expect(ledger.take(another).persons.map(\.id.text) == ["M2"])
    #expect(ledger.persons(another).persons.map(\.standing) == [.known])
    var made = PersonLedger()
    let id = made.take(try rows("MARTIN;Marie;1990-02-13;day=2020-06-17")).persons[0].id
    #expect(made.persons(try rows(Self.second)).persons.map(\.id) == [id])
  }

  @Test func `two birth places part only rows that contradict each other`() throws {
    let text = "MARTIN;Marie;1990-02-13;day=2020-06-17"
    let apart = try PersonLedger().persons(
      rows(text + ";cp=69003;block=BC01", text + ";cp=13001;refused=BC01"))
    #expect(apart.grouped == [[0]])
    #expect(apart.unsettled == [UnsettledRow(1, rows: [0], persons: [])])
    for other in ["cp=13001;block=BC01", "cp=13001;refused=BC02", "cp=69003;refused=BC01"] {
      let one = try PersonLedger().persons(rows(text + ";cp=69003;block=BC01", "\(text);\(other)"))
      #expect(one.grouped == [[0, 1]] && one.unsettled.isEmpty)
    }
  }

  @Test func `of equally good rows the earlier stays, and the id is that of any order`() throws {
    let texts = ["MULER;Zoé;1980-06-05;day=2020-06-17", "MULLER;Zoé;1980-06-05;day=2020-06-17"]
    for order in [[0, 1], [1, 0]] {
      let persons = try PersonLedger().persons(rows(texts[order[0]], texts[order[1]]))
      #expect(persons.grouped == [[0]] && persons.unsettled.map(\.row) == [1])
    }
    let answered = try [[0, 1], [1, 0]].map { order in
      try PersonLedger().persons(rows(texts[order[0]], texts[order[1]] + ";answer=same"))
    }
    #expect(answered.allSatisfy { $0.grouped == [[0, 1]] })
    #expect(answered[0].persons.map(\.id) == answered[1].persons.map(\.id))
  }
}
