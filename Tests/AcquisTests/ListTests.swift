import Events
import Projections
import Testing

@testable import acquis

/// The parts of lists that ask no ledger.
struct ListTests {
  private func element(_ key: String, _ cells: [ListCell]) -> Listing.Element {
    Listing.Element(key: key, json: .null, cells: cells)
  }

  @Test func `a cell may have other words on a screen, and files keep its own`() {
    let cell = ListCell.number(0).onScreen(Text("ce jour", "that day"))
    #expect(cell.screen(in: .french) == "ce jour")
    #expect(cell.shown(in: .french) == "0")
    #expect(cell.exact(in: .english) == "0")
    #expect(ListCell.number(3).onScreen(nil).screen(in: .english) == "3")
  }

  @Test func `a column of several words is wrapped before a word of another is broken`() {
    let id = "D-2021-0000000004"
    let table = Table(
      columns: [.init(heading: "id"), .init(heading: "name")],
      rows: [[.init(text: id), .init(text: "Marie Antoinette Catherine DUPONT-LAJOIE")]])
    let lines = table.lines(width: 36, in: .english).map(\.text)
    #expect(lines.allSatisfy { $0.count <= 36 })
    #expect(lines.contains { $0.hasPrefix(id) })
  }

  @Test func `the note of columns left out is wrapped too`() {
    let table = Table(
      columns: [.init(heading: "id")]
        + (1...9).map { .init(heading: "heading \($0)", rank: $0) },
      rows: [(0...9).map { .init(text: "cell number \($0)") }])
    let lines = table.lines(width: 40, in: .english).map(\.text)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.joined(separator: " ").contains("heading 9"))
  }

  @Test(arguments: [
    ("2026-03-01T19:30:00.000000Z", 11, Text("1er mars", "1 March"), Text("10 h", "10:00")),
    ("2026-07-14T13:00:00.000000Z", 12, Text("14 juillet", "14 July"), Text("10 h", "10:00")),
  ])
  func `where the next day has begun overseas, it is said until when`(
    now: String, offset: Int, day: Text, hour: Text
  ) throws {
    let now = try Instant(now)
    let text = try #require(
      LocalTime.dayInParis(at: now) { LocalTime(at: $0, hoursAhead: offset) })
    #expect(
      text
        == Text(
          "il est encore le \(day.french) à Paris, jusqu’à \(hour.french) à votre heure",
          "it is still \(day.english) in Paris, until \(hour.english) your time"))
  }

  @Test func `nothing is said where the day is that of Paris, or the one before`() throws {
    let now = try Instant("2026-03-01T03:00:00.000000Z")
    for offset in [1, 0, -4] {
      #expect(LocalTime.dayInParis(at: now) { LocalTime(at: $0, hoursAhead: offset) } == nil)
    }
    #expect(LocalTime.dayInParis(at: now) { _ in nil } == nil)
  }

  @Test func `a block is named without its certification`() throws {
    let code = try CertificationCode("RNCP38052")
    #expect(try BlockCode("RNCP38052BC02").short(in: code) == "BC02")
    #expect(try BlockCode("RNCP38052").short(in: code) == "RNCP38052")
    #expect(try BlockCode("D2").short(in: code) == "D2")
  }
}

extension LocalTime {
  /// A clock so many hours ahead of UTC.
  fileprivate init?(at instant: Instant, hoursAhead hours: Int) {
    let local = instant.microseconds + Int64(hours) * 3_600_000_000
    let day = local / 86_400_000_000
    guard let date = try? CalendarDate(dayNumber: Int(day)) else { return nil }
    let minutes = Int(local % 86_400_000_000 / 60_000_000)
    self.init(day: date, hour: minutes / 60, minute: minutes % 60)
  }
}
