public import Events

/// The headings of a table of facts: `type`, the other members of an event, and the paths of its data's fields.
///
/// A path is written as in `record`, `identity.birthName`, or as in a file of events,
/// `data.identity.birthName`. Case does not count where no other field differs in case.
public struct FactHeader: Sendable {
  enum Column: Hashable, Sendable {
    /// A member of the event.
    case member(String)
    /// A field of the data, as it is typed.
    case field(String)
    /// All of the data, as JSON.
    case data
    /// No heading.
    case none
    /// A heading that no type has; ``problems`` tells it.
    case unknown
  }

  /// A heading that is wrong.
  public struct Problem: Hashable, Sendable {
    /// From 0.
    public let column: Int
    public let text: Text
  }

  let columns: [Column]
  /// What is wrong with the headings, by column.
  public let problems: [Problem]

  /// - Returns: nil if no column is `type`, or none but the members of every event has a field's name: then the
  ///   rows are not facts.
  public init?(_ headings: [String]) {
    var columns: [Column] = []
    var problems: [Problem] = []
    var met: Set<Column> = []
    for (index, heading) in headings.enumerated() {
      let column = Self.column(heading.trimmed)
      columns.append(column)
      switch column {
      case .none: continue
      case .unknown:
        problems.append(Problem(column: index, text: Self.unknown(heading.trimmed)))
      case .member, .field, .data:
        if !met.insert(column).inserted {
          problems.append(
            Problem(
              column: index,
              text: Text(
                "une autre colonne a le même en-tête", "another column has the same heading")))
        }
      }
    }
    let hasFields = columns.contains { column in
      if case .field = column { true } else { column == .data }
    }
    guard met.contains(.member("type")), hasFields else { return nil }
    self.columns = columns
    self.problems = problems
  }

  private static func column(_ heading: String) -> Column {
    if heading.isEmpty { return .none }
    let folded = heading.lowercased()
    if let member = members[folded] { return member == "data" ? .data : .member(member) }
    let isWhole = folded.hasPrefix("data.")
    let name = isWhole ? String(heading.dropFirst("data.".count)) : heading
    return isField(name) ? .field(canonical[name.lowercased()] ?? name) : .unknown
  }

  /// Whether a type has such a field.
  private static func isField(_ name: String) -> Bool {
    if canonical[name.lowercased()] != nil { return true }
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count <= JSONValue.deepest else { return false }
    return EventType.allCases.contains { $0.fields.field(at: path[...]) != nil }
  }

  private static func unknown(_ heading: String) -> Text {
    let shown = (try? RecorderID(heading))?.text ?? ""
    let near = Nearest.words(to: heading, among: Array(Set(canonical.values)).sorted()).first
    let text = Text(
      "aucun type n’a de champ ainsi nommé\(shown.isEmpty ? "" : " (\(shown))")",
      "no type has a field of this name\(shown.isEmpty ? "" : " (\(shown))")")
    return text.hinting(near.map { Text(verbatim: $0) })
  }

  /// The members of an event, by their names in lower case.
  private static let members: [String: String] = {
    let names = Envelope.Key.allCases.map(\.rawValue) + ["position"]
    return Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
  }()

  /// The fields that one name in lower case stands for.
  private static let canonical: [String: String] = {
    let names = Set(EventType.allCases.flatMap { $0.columns.map(\.name) })
    let found = Dictionary(grouping: names) { $0.lowercased() }
    var canonical = found.compactMapValues { $0.count == 1 ? $0.first : nil }
    for word in ["block", "bloc", "except", "sauf"] where canonical[word] == nil {
      canonical[word] = word
    }
    return canonical
  }()
}

/// What a row says under its header.
struct FactRowContent {
  let line: Int
  var type: String?
  /// The other members of the event, by name.
  var envelope: [String: String] = [:]
  /// The fields of the data.
  var words: [(name: String, text: String)] = []
  var data: JSONValue?
  /// Columns that are filled and have no heading.
  var withoutHeading: [Int] = []

  var isEmpty: Bool {
    type == nil && envelope.isEmpty && words.isEmpty && data == nil && withoutHeading.isEmpty
  }

  /// The ids by which a fact of a type may introduce something, where they are ids.
  func introducing(_ type: EventType) -> [JSONMember] {
    let keys = ["candidacy", "candidate", "certification", "jury"]
    return words.filter { keys.contains($0.name) && (try? MemberID($0.text)) != nil }
      .map { JSONMember($0.name, .string($0.text)) }
  }
}

extension FactHeader {
  func content(of row: FactTable.Row) -> FactRowContent {
    var content = FactRowContent(line: row.line)
    for (index, cell) in row.cells.enumerated() {
      let text = cell.trimmed
      if text.isEmpty { continue }
      guard index < columns.count else {
        content.withoutHeading.append(index)
        continue
      }
      switch columns[index] {
      case .member("type"): content.type = text
      case .member(let name): content.envelope[name] = text
      case .field(let name): content.words.append((name, text))
      case .data: content.data = (try? JSONValue(parsing: Array(text.utf8))) ?? .string(text)
      case .none: content.withoutHeading.append(index)
      case .unknown: continue
      }
    }
    return content
  }
}
