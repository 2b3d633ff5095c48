import Events
import FoundationEssentials
import NaiveModel
import Testing

/// A file of a scenario, put to the naive model: a history and questions with their expected answers.
struct NaiveScenario: Sendable, CustomTestStringConvertible {
  let url: URL

  var testDescription: String { url.lastPathComponent }

  /// The scenarios beside the repository; empty where the folders are missing.
  static let shared = ["../shared/scenarios", "../shared/scenarios-2026-2"].flatMap {
    files(in: $0)
  }

  /// The JSON files of a folder, named from the repository's root, in the order of their names.
  private static func files(in folder: String, source: String = #filePath) -> [NaiveScenario] {
    let root = URL(filePath: source).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map {
      NaiveScenario(url: url.appending(path: $0))
    }
  }

  /// What the naive model answers otherwise than expected; empty where it does not.
  func differences() throws -> [String] {
    let value = try JSONValue(parsing: Array(Data(contentsOf: url)))
    guard case .list(let imported)? = value["import"], case .list(let questions)? = value["ask"]
    else { return ["neither import nor ask"] }
    var run = try NaiveScenarioRun()
    for line in imported { run.append(try run.event(line)) }
    run.imported = imported.count
    return try questions.enumerated().flatMap { index, question in
      try run.ask(question).map { "question \(index + 1): \($0)" }
    }
  }
}

/// A history to which the questions of a scenario are put in order.
struct NaiveScenarioRun {
  private var history: [Envelope] = []
  private let first: Int
  /// The number of events imported.
  var imported = 0
  /// After the last day of any scenario: the day of recording, and of questions without a day.
  private let today: CalendarDate

  init() throws {
    today = try CalendarDate(2026, 12, 1)
    let recordedAt = Instant(endOf: today)
    history = try RandomCommands(seed: 1).beginning().map {
      Envelope(position: $0.position, recordedAt: recordedAt, event: $0.event)
    }
    first = history.count + 1
  }

  mutating func append(_ event: Event) {
    history.append(
      Envelope(
        position: Position(Int64(history.count) + 1), recordedAt: Instant(endOf: today),
        event: event))
  }

  // MARK: Events

  /// An event of a scenario, without the texts that are sealed, with an id and the subjects of an
  /// annulment where it has none.
  func event(_ line: JSONValue) throws -> Event {
    guard case .object(var members) = line.withoutSealedTexts,
      let type = line["type"]?.text.flatMap({ name in
        EventType.allCases.first { $0.rawValue == name }
      })
    else { throw UnreadableLine(line: line) }
    if line["id"] == nil {
      let id = EventID(high: 0x8000, low: 0x8000_0000_0000_0000 | UInt64(history.count))
      members.append(JSONMember("id", .string(id.description)))
    }
    if line["schema"] == nil { members.append(JSONMember("schema", 1)) }
    if type == .eventAnnulled, line["data"]?["subjects"] == nil {
      let annulled = history.first { $0.event.id.description == line["data"]?["event"]?.text }
      let subjects = annulled?.event.fact.subjects ?? []
      members = members.map { member in
        guard member.name == "data", case .object(let data) = member.value else { return member }
        let list = JSONValue.list(subjects.map { .string($0.description) })
        return JSONMember("data", .object(data + [JSONMember("subjects", list)]))
      }
    }
    return try Event(type, members: members)
  }

  // MARK: Questions

  mutating func ask(_ question: JSONValue) throws -> [String] {
    if let line = question["record"] { return try record(try event(line), question) }
    let day = try question["on"]?.text.map { try CalendarDate($0) } ?? today
    if let id = question["status"]?.text {
      var known = history.count
      if case .integer(let last)? = question["knownAfter"] { known = first + last }
      let ledger = NaiveLedger(log: history, day: day, known: Position(Int64(known)))
      let answer = ledger.reading().json(try CandidacyID(id))
      return (question["expect"] ?? .null).differences(from: answer)
    }
    return findings(question, on: day)
  }

  /// Judges an event, and appends it where it is accepted.
  private mutating func record(_ event: Event, _ question: JSONValue) throws -> [String] {
    let broken = NaiveRules(history).broken(by: event, today: today)
    let expected = question["expect"]
    guard !NaiveRules.allow(event, breaking: broken) else {
      append(event)
      return expected?["accepted"] == true ? [] : ["not refused"]
    }
    let waived = Set(event.waives?.elements.map(\.number) ?? []).subtracting(NaiveRules.absolute)
    let refused = broken.subtracting(waived).union(waived.subtracting(broken))
    guard expected?["accepted"] != true else { return ["refused by \(refused.sorted())"] }
    return wrong(expected?["refused"], Set(refused.map(Self.name)), expected?["only"] == true)
  }

  private func findings(_ question: JSONValue, on day: CalendarDate) -> [String] {
    let found = NaiveRules(history).findings(on: day)
    let isWaived = { (finding: NaiveFinding) in
      history[Int(finding.position) - 1].event.waives?.elements.contains {
        $0.number == finding.rule
      } ?? false
    }
    let standing = Set(found.filter { !isWaived($0) }.map { Self.name($0.rule) })
    let waived = Set(found.filter(isWaived).map { Self.name($0.rule) })
    let isOnly = question["only"] == true
    var differences =
      wrong(question["findings"], standing, isOnly)
      + wrong(question["waived"], waived, isOnly)
    differences += question["absent"].texts.intersection(standing.union(waived)).map {
      "\($0) found"
    }
    guard case .list(let places)? = question["at"] else { return differences }
    for place in places {
      guard case .list(let pair) = place, case .integer(let index)? = pair.first,
        let rule = pair.last?.text
      else { return ["no place: \(place)"] }
      let isFound = found.contains {
        $0.position == Int64(first + index) && Self.name($0.rule) == rule
      }
      if !isFound { differences.append("\(rule) not found at \(first + index)") }
    }
    return differences
  }

  private static func name(_ rule: Int) -> String { rule < 10 ? "R0\(rule)" : "R\(rule)" }

  private func wrong(_ expected: JSONValue?, _ named: Set<String>, _ isOnly: Bool) -> [String] {
    let expected = expected.texts
    return expected.subtracting(named).sorted().map { "\($0) not named" }
      + (isOnly ? named.subtracting(expected).sorted().map { "\($0) named" } : [])
  }
}

/// A line that is no event.
struct UnreadableLine: Error {
  let line: JSONValue
}

extension JSONValue? {
  /// The texts of a list's strings; empty for anything else.
  fileprivate var texts: Set<String> {
    guard case .list(let elements)? = self else { return [] }
    return Set(elements.compactMap(\.text))
  }
}

extension JSONValue {
  /// This value without the texts that the log holds sealed, which the naive model does not read.
  fileprivate var withoutSealedTexts: JSONValue {
    switch self {
    case .object(let members):
      let sealed: Set = [
        "grounds", "evidence", "note", "recommendation", "identity", "reason",
      ]
      let isMember = members.contains { $0.name == "member" }
      return .object(
        members.filter { !sealed.contains($0.name) && !(isMember && $0.name == "name") }
          .map { JSONMember($0.name, $0.value.withoutSealedTexts) })
    case .list(let elements): return .list(elements.map(\.withoutSealedTexts))
    case .null, .boolean, .integer, .string: return self
    }
  }

  /// The members of this expected object that an answer does not give.
  fileprivate func differences(from answer: JSONValue, path: String = "") -> [String] {
    guard case .object(let members) = self, answer != .null else {
      return self == answer ? [] : ["\(path)\(answer), not \(self)"]
    }
    return members.flatMap { member in
      member.value.differences(
        from: answer[member.name] ?? .null, path: "\(path)\(member.name): ")
    }
  }
}
