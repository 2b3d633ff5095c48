import Events
import Projections
import Testing

/// Each state of the completion window, and its edges.
struct WindowTests {
  @Test func `without a block held there is no window`() throws {
    let window = try Story().window("2019-01-01")
    #expect(window.status == .none)
    #expect(window.opensOn == nil && window.lastDay == nil && window.daysLeft == nil)
    #expect(window.extended == nil && window.completedOn == nil && window.basis == nil)
  }

  @Test func `a window is open on its last day with no day left, and lapsed the day after`() throws
  {
    var story = try Story()
    try story.validate(1, "2021-06-17")
    let last = try story.window("2026-06-17")
    #expect(last.status == .open)
    #expect(last.daysLeft == 0)
    #expect(last.extended == false)
    #expect(last.basis == .fiche)
    #expect(try story.window("2021-06-17").lastDay == CalendarDate("2026-06-17"))
    let lapsed = try story.window("2026-06-18")
    #expect(lapsed.status == .lapsed)
    #expect(lapsed.daysLeft == nil)
  }

  @Test func `a decision on the window's last day is in time`() throws {
    var story = try Story()
    for block in 1...3 { try story.validate(block, "2019-01-01") }
    try story.validate(4, "2024-01-01")
    let window = try story.window("2024-01-01")
    #expect(window.status == .completed)
    #expect(window.completedOn == window.lastDay)
    #expect(window.daysLeft == nil)
  }

  @Test func `a window opened on 29 February ends on 28 February`() throws {
    var story = try Story()
    try story.validate(1, "2020-02-29")
    #expect(try story.window("2025-02-28").daysLeft == 0)
    #expect(try story.window("2025-03-01").status == .lapsed)
  }

  @Test func `an extension made after the last day reopens the window`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.extend("2025-06-30", "2025-01-01")
    #expect(try story.window("2024-12-31").status == .lapsed)
    #expect(try story.window("2025-01-01").status == .open)
    #expect(try story.window("2025-01-01").extended == true)
    #expect(try story.window("2025-06-30").daysLeft == 0)
    #expect(try story.window("2025-07-01").status == .lapsed)
  }

  @Test func `an extension never moves the last day backwards`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.extend("2023-01-01", "2020-01-01")
    #expect(try story.window("2020-01-01").lastDay == CalendarDate("2024-01-01"))
    #expect(try story.window("2020-01-01").extended == false)
    try story.extend("2026-01-01", "2020-01-02")
    try story.extend("2025-01-01", "2020-01-03")
    #expect(try story.window("2020-01-03").lastDay == CalendarDate("2026-01-01"))
  }

  @Test func `a window whose first decision is revoked follows from the others`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.validate(2, "2020-01-01", by: "J2")
    try story.revoke(1, "2021-01-01")
    #expect(try story.window("2020-12-31").opensOn == CalendarDate("2019-01-01"))
    #expect(try story.window("2021-01-01").opensOn == CalendarDate("2020-01-01"))
    #expect(try story.window("2021-01-01").lastDay == CalendarDate("2025-01-01"))
  }

  @Test func `a policy changed on the opening day counts, one of the day after does not`() throws {
    var story = try Story()
    try story.windowPolicy(3, from: "2019-01-01", "2018-06-01")
    try story.windowPolicy(2, from: "2019-01-02", "2018-06-02")
    try story.validate(1, "2019-01-01")
    #expect(try story.window("2019-06-01").lastDay == CalendarDate("2022-01-01"))
    #expect(try story.window("2019-06-01").basis == .policy)
  }

  @Test func `an unlimited window stays open with no days to count`() throws {
    var story = try Story()
    try story.windowPolicy(nil, from: "2018-06-01", "2018-06-01")
    try story.validate(1, "2019-01-01")
    try story.extend("2020-01-01", "2019-06-01")
    let window = try story.window("2099-01-01")
    #expect(window.status == .open)
    #expect(window.lastDay == nil && window.daysLeft == nil)
    #expect(window.extended == false)
  }

  @Test func `in a chain of three candidacies, blocks and extensions count for all`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2020-01-01", completes: "C1")
    try story.validate(2, "2020-06-01", by: "J2", in: "C2")
    try story.enrol("C3", "2021-01-01", completes: "C2")
    try story.validate(3, "2021-06-01", by: "J3", in: "C3")
    let state = try story.state("2021-06-01", of: "C3")
    #expect(state.blocks.map(\.status) == [.recognised, .recognised, .validated, .missing])
    #expect(state.blocks.map { $0.jury?.text } == ["J1", "J2", "J3", nil])
    #expect(try state.window.opensOn == CalendarDate("2019-01-01"))
    try story.extend("2026-01-01", "2022-01-01", in: "C1")
    #expect(try story.window("2022-01-01", of: "C3").lastDay == CalendarDate("2026-01-01"))
    try story.extend("2027-01-01", "2022-01-02", in: "C3")
    #expect(try story.window("2022-01-02", of: "C1").lastDay == CalendarDate("2027-01-01"))
    #expect(try story.status("2022-01-02") == .continued)
    #expect(try story.status("2022-01-02", of: "C2") == .continued)
  }

  @Test func `what the earlier candidacy loses is lost to the one that completes it`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2020-01-01", completes: "C1")
    try story.revoke(1, "2020-06-01")
    #expect(try story.block(1, "2020-05-31", of: "C2").status == .recognised)
    #expect(try story.block(1, "2020-06-01", of: "C2").status == .missing)
  }

  @Test func `after a lapse, a new window runs from the first recognition`() throws {
    var story = try Story()
    try story.validate(1, "2010-01-01")
    try story.enrol("C2", "2019-01-01")
    try story.recognise(1, "2019-02-01", in: "C2", from: "C1")
    #expect(try story.window("2019-02-01").status == .lapsed)
    #expect(try story.window("2019-02-01", of: "C2").lastDay == CalendarDate("2024-02-01"))
  }
}
