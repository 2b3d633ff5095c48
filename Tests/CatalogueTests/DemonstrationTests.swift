import Catalogue
import Events
import Testing

/// What the demonstration's lines are, before any ledger records them.
struct DemonstrationTests {
  private let lines = Result { try Demonstration(events: 900).lines }

  private func text(_ line: Demonstration.Line, _ key: String) -> String? {
    if case .string(let text) = line.value[key] { text } else { nil }
  }

  private func data(_ line: Demonstration.Line, _ key: String) -> String? {
    if case .string(let text) = line.value["data"]?[key] { text } else { nil }
  }

  @Test func `no fact is written twice`() throws {
    var seen: Set<String> = []
    for line in try lines.get() {
      let parts = [
        text(line, "type"), text(line, "occurredOn"), line.value["data"]?.description,
      ]
      let fact = parts.compactMap(\.self).joined(separator: " ")
      #expect(seen.insert(fact).inserted, "\(fact)")
    }
  }

  @Test func `nothing of a candidacy is before its enrolment`() throws {
    var enrolledOn: [String: String] = [:]
    for line in try lines.get() where text(line, "type") == "CandidateEnrolled" {
      enrolledOn[try #require(data(line, "candidacy"))] = text(line, "occurredOn")
    }
    for line in try lines.get() {
      guard let candidacy = data(line, "candidacy") else { continue }
      let first = try #require(enrolledOn[candidacy], "\(candidacy) is not enrolled")
      #expect(try #require(text(line, "occurredOn")) >= first, "\(line.value)")
    }
  }

  @Test func `instants never decrease, and no day is after its line's`() throws {
    var last = Instant.epoch
    for line in try lines.get() {
      #expect(last <= line.recordedAt)
      last = line.recordedAt
      #expect(
        try #require(text(line, "occurredOn")) <= String(line.recordedAt.description.prefix(10)))
    }
  }

  @Test func `it has every kind of fact that edition 2026-2 added, but an erasure`() throws {
    let types = Set(try lines.get().compactMap { text($0, "type") })
    let added: [EventType] = [
      .registrationSuspended, .registrationReinstated, .certifierDescribed, .candidateDeceased,
      .pathwayChanged, .certificateDuplicated, .juryAnnulled, .resultNotified, .juryRecommended,
    ]
    for type in added { #expect(types.contains(type.rawValue), "\(type)") }
  }
}
