import Events
import Projections
import Testing

/// Chains of candidacies longer than any person has.
struct ChainTests {
  private static let length = 20_000

  /// The product's answer alone: the naive model recurses once for each link.
  private func state(_ id: String, in story: Story, on day: String) throws -> CandidacyState {
    let day = try CalendarDate(day)
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    return try #require(state.candidacy(try CandidacyID(id), on: day))
  }

  @Test func `a chain of completed candidacies may have any length`() throws {
    var story = try Story()
    try story.validate(1, "2018-02-01")
    for number in 2...Self.length {
      try story.enrol("C\(number)", "2018-03-01", completes: "C\(number - 1)")
    }
    let block = try state("C\(Self.length)", in: story, on: "2018-03-02").blocks[0]
    #expect(block.status == .recognised)
    #expect(block.since == (try CalendarDate(2018, 2, 1)))
  }

  @Test func `a chain of recognitions may have any length`() throws {
    var story = try Story()
    try story.validate(1, "2018-02-01")
    for number in 2...Self.length {
      try story.enrol("C\(number)", "2018-03-01")
      try story.recognise(1, "2018-03-01", in: "C\(number)", from: "C\(number - 1)")
    }
    let block = try state("C\(Self.length)", in: story, on: "2018-03-02").blocks[0]
    #expect(block.status == .recognised)
  }

  @Test func `a chain of merges may have any length, recorded from either end`() throws {
    let numbers = 1..<Self.length
    for order in [Array(numbers), numbers.reversed()] {
      var story = try Story()
      for number in order { try story.merge("P\(number)", into: "P\(number + 1)", "2018-03-01") }
      let timeless = story.ledger.log.timeless(story.ledger.end)
      #expect(timeless.person(try CandidateID("P1")).text == "P\(Self.length)")
      #expect(try state("C1", in: story, on: "2018-03-02").candidate.text == "P\(Self.length)")
    }
  }

  @Test func `recognitions that fork at each step agree with the naive model`() throws {
    // The blocks expire: the day of the original decision decides whether they are held.
    var story = try Story("S")
    try story.validate(1, "2018-02-01")
    for number in 2...7 {
      try story.enrol("C\(number)", "2018-03-01")
      for day in 1...4 {
        try story.recognise(
          1, "2018-0\(number)-0\(day)", in: "C\(number)", from: "C\(number - 1)")
      }
    }
    for day in ["2018-09-01", "2020-02-01", "2020-02-02"] {
      for id in ["C2", "C5", "C7"] { _ = try story.state(day, of: id) }
    }
  }

  @Test func `a long fork of recognitions is answered at once`() throws {
    var story = try Story("S")
    try story.validate(1, "2018-02-01")
    for number in 2...200 {
      try story.enrol("C\(number)", "2018-03-01")
      for _ in 1...2 {
        try story.recognise(1, "2018-03-01", in: "C\(number)", from: "C\(number - 1)")
      }
    }
    #expect(try state("C200", in: story, on: "2020-02-01").blocks[0].status == .recognised)
    #expect(try state("C200", in: story, on: "2020-02-02").blocks[0].status == .expired)
  }
}
