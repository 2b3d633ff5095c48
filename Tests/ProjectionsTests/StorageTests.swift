import Events
import Testing

@testable import Projections

@Suite struct StorageTests {
  @Test func `a packed moment is the moment packed, on the calendar's first and last day too`()
    throws
  {
    let days = [
      CalendarDate.first, try CalendarDate(1969, 12, 31), try CalendarDate(2026, 2, 28), .last,
    ]
    for day in days {
      for position: Int64 in [0, 1, 10_000_000, 1 << 42 - 1] {
        let moment = Moment(day: day, position: Position(position))
        #expect(PackedMoment(moment).moment == moment)
        #expect(Packed(wrappedValue: moment).wrappedValue == moment)
      }
    }
    #expect(Packed().wrappedValue == nil)
    #expect(MemoryLayout<Packed>.size == 8)
  }

  @Test func `a table of many chunks finds each id, adds none twice and keeps their order`() throws
  {
    var table = RecordTable<CandidacyID, [Int]>()
    let ids = try (0..<5000).map { try CandidacyID("C-\($0)") }
    for (number, id) in ids.enumerated() { table.change(id, orAdd: [number]) { $0.append(-1) } }
    for id in ids.reversed() { table.change(id, orAdd: []) { $0.append(-2) } }
    #expect(table.count == ids.count)
    #expect(table.map(\.key) == ids)
    for (number, id) in ids.enumerated() { #expect(table[id] == [number, -1, -2]) }
    let unknown = try CandidacyID("C-5000")
    #expect(table[unknown] == nil && !table.contains(unknown))
    table.change(unknown) { $0.append(1) }
    #expect(table.count == ids.count)
  }

  @Test func `a table changed after a copy leaves the copy as it was`() throws {
    var table = RecordTable<CandidacyID, Int>()
    let (first, second) = (try CandidacyID("C1"), try CandidacyID("C2"))
    table.change(first, orAdd: 1) { _ in }
    let copy = table
    table.change(first) { $0 = 7 }
    table.change(second, orAdd: 2) { _ in }
    #expect(copy[first] == 1 && copy[second] == nil && copy.count == 1)
    #expect(table[first] == 7 && table[second] == 2)
  }

  @Test func `a list of one or more is the array of the same elements`() {
    var list = OneOrMore<String>()
    #expect(Array(list).isEmpty)
    for count in 1...4 {
      list.append("\(count)")
      #expect(Array(list) == (1...count).map { "\($0)" })
    }
    list[0] = "a"
    list[2] = "c"
    #expect(Array(list) == ["a", "2", "c", "4"])
  }

  @Test func `decisions numbered otherwise are equal if they say the same`() throws {
    let (one, two) = (try BlockCode("B1"), try BlockCode("B2"))
    var plain = BlockDecisions()
    var expecting = BlockDecisions(expecting: [two, one])
    for (index, block) in [one, two].enumerated() {
      let data = BlockValidated(
        jury: try JuryID("J1"), candidacy: try CandidacyID("C1"), block: block)
      let moment = Moment(day: try CalendarDate(2024, 1, 2), position: Position(Int64(index + 1)))
      plain.decide(data, moment)
      expecting.decide(data, moment)
    }
    #expect(plain == expecting && plain.hashValue == expecting.hashValue)
    expecting.fall(
      of: try JuryID("J1"), Moment(day: try CalendarDate(2024, 1, 3), position: Position(3)))
    #expect(plain != expecting)
    #expect(expecting.all.map(\.fate) == [.fallen, .fallen])
  }

  @Test func `a flow answered and never deposited is not deposited, one left out by an award is`()
    throws
  {
    let day = try CalendarDate(2024, 1, 2)
    func moment(_ days: Int) -> Moment {
      Moment(day: day.adding(days: days), position: Position(Int64(days + 1)))
    }
    let (early, answered) = (try FlowID("F1"), try FlowID("F2"))
    var record = CandidacyRecord(firstDay: day)
    record.deposit(early, moment(0))
    record.answer(.accepted, to: answered, moment(1))
    record.grantAward(moment(2))
    #expect(record.flows.isEmpty)
    #expect(record.hasDeposited(early) && !record.hasDeposited(answered))
  }
}
