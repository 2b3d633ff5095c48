import Events

/// How an answer differs from what a question expects; empty where it does not. The comparisons are those
/// of `Tests/Acceptance/scenarios.py`, and `at`.
///
/// - Parameter first: the position of the first event imported.
func differences(_ question: JSONValue, _ answer: Answer, first: Position) -> [String] {
  switch answer {
  case .failed(let reason): return [reason]
  case .status(let status):
    guard let expected = question["expect"] else { return ["status expects nothing"] }
    return differences(expected, status)
  case .recorded:
    return question["expect"]?["accepted"] == true ? [] : ["not refused"]
  case .refused(let rules):
    guard let expected = question["expect"], expected["accepted"] != true else {
      return ["refused by \(rules.sorted())"]
    }
    return wrongRules(
      expected["refused"]?.texts ?? [], rules, isOnly: expected["only"] == true)
  case .found(let findings):
    let isOnly = question["only"] == true
    let standing = Set(findings.filter { !$0.isWaived }.map(\.rule))
    let waived = Set(findings.filter(\.isWaived).map(\.rule))
    return wrongRules(question["findings"]?.texts ?? [], standing, isOnly: isOnly)
      + wrongRules(question["waived"]?.texts ?? [], waived, isOnly: isOnly)
      + (question["absent"]?.texts ?? []).intersection(standing.union(waived)).sorted().map {
        "\($0) found"
      }
      + (question["at"]?.elements ?? []).compactMap { place in
        guard case .integer(let index) = place.elements?.first, let rule = place.elements?.last
        else { return "no place: \(place)" }
        let position = first.number + Int64(index)
        return findings.contains { $0.position == position && $0.rule == rule.text }
          ? nil : "\(rule) not found at \(position)"
      }
  }
}

/// The members of the expected object that the answer does not give; blocks are compared by their codes
/// and states.
private func differences(
  _ expected: JSONValue, _ answer: JSONValue, path: String = ""
) -> [String] {
  guard let members = expected.members, answer != .null else {
    return expected == answer ? [] : ["\(path)\(answer), not \(expected)"]
  }
  return members.flatMap { member -> [String] in
    let found = answer[member.name] ?? .null
    if member.name == "blocks", let states = member.value.members {
      return states.compactMap { block in
        let state = found.elements?.first { $0["code"] == .string(block.name) }?["state"]
        return state == block.value
          ? nil : "block \(block.name): \(state ?? .null), not \(block.value)"
      }
    }
    return differences(member.value, found, path: "\(path)\(member.name): ")
  }
}

/// The expected rules that are not among those named; with `isOnly`, also those named unexpectedly.
private func wrongRules(
  _ expected: Set<String>, _ named: Set<String>, isOnly: Bool
) -> [String] {
  expected.subtracting(named).sorted().map { "\($0) not named" }
    + (isOnly ? named.subtracting(expected).sorted().map { "\($0) named" } : [])
}
