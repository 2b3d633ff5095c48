public import Events
public import Rules

extension FindingWeight: TextConvertible {
  public var text: Text {
    switch self {
    case .breach: Text("manquement", "breach")
    case .notice: Text("pour information", "notice")
    }
  }
}

extension FindingReport {
  /// A finding in JSON, in English, with the candidacy and the person of its entry.
  public func json(of finding: Finding) -> JSONValue {
    guard case .object(let members) = finding.json else { return finding.json }
    return .object(
      members + [
        JSONMember(
          "candidacy", candidacies[finding.position].map { .string($0.text) } ?? .null),
        JSONMember("candidate", persons[finding.position].map { .string($0.text) } ?? .null),
      ])
  }
}

extension FindingGroup {
  /// The findings, the newest entry first.
  public var newestFirst: [Finding] { findings.sorted { $0.position > $1.position } }

  /// What is wrong, then who and where, then what would satisfy the rule: three lines. The sentence is that
  /// of the newest entry, and positions are the newest first.
  ///
  /// - Parameter persons: the persons concerned, each once, in the order in which they are shown.
  public func lines(_ persons: [String]) -> [Text] {
    let first = newestFirst[0]
    let (rule, message) = (first.rule, first.message)
    let others = Set(findings.map(\.message)).count - 1
    let more =
      others == 0
      ? Text("", "")
      : Text(" (et \(others) autre\(others == 1 ? "" : "s") de même)", " (and \(others) alike)")
    let waived = first.isWaived ? Text(" (dérogation)", " (waived)") : Text("", "")
    let places = Self.ranges(findings.map(\.position))
    let names = persons.joined(separator: ", ")
    let count = findings.count
    let place =
      count == 1
      ? Text("position \(places)", "position \(places)")
      : Text(
        "\(Text.count(count, .entry).french), positions \(places)",
        "\(Text.count(count, .entry).english), positions \(places)")
    return [
      Text(
        "\(rule)\(waived.french) : \(message.french)\(more.french)",
        "\(rule)\(waived.english): \(message.english)\(more.english)"),
      persons.isEmpty
        ? place : Text("\(names) ; \(place.french)", "\(names); \(place.english)"),
      Text("il faut : \(first.remedy.french)", "needed: \(first.remedy.english)"),
    ]
  }

  /// The most ranges of positions in a line.
  private static let mostRanges = 20

  /// Positions as ranges, the last first: `5–8, 3`. Of very many the latest, then `…`.
  private static func ranges(_ positions: [Position]) -> String {
    var ranges: [ClosedRange<Int64>] = []
    for number in positions.map(\.number).sorted() {
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let shown = ranges.reversed().prefix(mostRanges).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
    return (shown + (ranges.count > mostRanges ? ["…"] : [])).joined(separator: ", ")
  }
}
