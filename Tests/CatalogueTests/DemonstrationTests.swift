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

  /// The identities of the people whose award of 2021-07-01 or later the Caisse des Dépôts has not accepted.
  private func identitiesDue() throws -> [JSONValue] {
    let lines = try lines.get()
    func candidacies(_ type: EventType, _ isMeant: (Demonstration.Line) -> Bool) -> Set<String> {
      Set(
        lines.filter { text($0, "type") == type.rawValue && isMeant($0) }
          .compactMap { data($0, "candidacy") })
    }
    let due = candidacies(.certificationAwarded) { text($0, "occurredOn") ?? "" >= "2021-07-01" }
      .subtracting(candidacies(.declarationAnswered) { data($0, "outcome") == "accepted" })
    let people = lines.filter { due.contains(data($0, "candidacy") ?? "") }
      .compactMap { data($0, "candidate") }
    return lines.filter { text($0, "type") == EventType.candidateRegistered.rawValue }
      .filter { people.contains(data($0, "candidate") ?? "") }
      .compactMap { $0.value["data"]?["identity"] }
  }

  @Test func `the awards due are of people whose names and births are unusual, and complete`()
    throws
  {
    let due = try identitiesDue()
    func has(_ isMeant: (JSONValue) -> Bool) -> Bool { due.contains(where: isMeant) }
    func length(_ value: JSONValue, _ key: String) -> Int {
      value[key]?.text?.unicodeScalars.count ?? 0
    }
    #expect(has { $0["birthName"]?.text?.contains("'") == true }, "an apostrophe")
    #expect(has { $0["birthName"]?.text?.contains("œ") == true }, "a ligature")
    #expect(has { $0["usageName"]?.text?.contains("&") == true }, "an ampersand")
    #expect(has { length($0, "birthName") == 60 }, "the longest name")
    #expect(
      has {
        $0["birthPlace"]?["inseeCode"]?.text?.hasPrefix("99") == true
          && $0["birthPlace"]?["label"] != nil && $0["birthPlace"]?["countryCode"] != nil
      }, "a birth abroad")
    // A whole day, a month, a year.
    for characters in [10, 7, 4] { #expect(has { length($0, "birthDate") == characters }) }
    for identity in due {
      #expect(identity["birthName"]?.text?.contains("Exemple") == true)
      #expect(identity["sex"] != nil && identity["birthDate"] != nil, "\(identity)")
      let place = identity["birthPlace"]
      #expect(place?["inseeCode"] != nil || place?["postalCode"]?.text?.count == 5, "\(identity)")
    }
  }

  @Test func `every description of the certifier has the ids of a depositor`() throws {
    let described = try lines.get().filter { text($0, "type") == "CertifierDescribed" }
    #expect(described.count == 2)
    for line in described {
      let depositor = line.value["data"]?["depositor"]
      #expect(depositor?["clientId"]?.text?.count == 8 && depositor?["contractId"] != nil)
    }
  }

  @Test func `the awards due come after every other line`() throws {
    let lines = try lines.get()
    let first = try #require(
      lines.firstIndex { $0.value["data"]?.description.contains("DEMO-J-DUE") == true })
    #expect(lines[first...].allSatisfy { $0.value["data"]?.description.contains("-DUE") == true })
  }
}
