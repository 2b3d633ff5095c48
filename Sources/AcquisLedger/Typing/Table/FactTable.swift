internal import EventLog
public import Events

/// Facts in rows under a header of field names: a sheet that is read as JSON Lines are.
///
/// ```swift
/// let header = FactHeader(["type", "occurredOn", "candidacy", "block", "jury"])
/// var table = FactTable(names: names, today: today)
/// table.read([FactRow(line: 2, cells: […])], under: header)
/// table.submissions  // one for each fact
/// ```
///
/// The values of a row are taken as those of `record` are: days, words, numbers, codes and lists as people
/// write them. A blank cell is a field that is left out. A row whose cells are all blank is no fact.
public struct FactTable {
  /// A row of cells, as texts.
  public struct Row: Hashable, Sendable {
    /// By which a ``Submission`` names it.
    public let line: Int
    public let cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// Something wrong with a row.
  public struct Problem: Hashable, Sendable {
    public let line: Int
    /// From 0; nil if a field, or nothing, is named in the problem's text.
    public let column: Int?
    public let text: Text
  }

  /// The facts of the rows that could be read, and of each other row what its ids introduce, so that rows that
  /// name them are not wrong too.
  public private(set) var submissions: [Submission] = []
  /// What is wrong, in the order of the rows.
  public private(set) var problems: [Problem] = []
  private let names: FileNames
  private let today: CalendarDate

  /// - Parameter today: the day that `hier` is relative to.
  public init(names: FileNames, today: CalendarDate) {
    self.names = names
    self.today = today
  }

  /// Reads rows under a header; may be called for several tables of one file.
  ///
  /// - Parameter rows: the rows below the header.
  /// - Throws: what the names throw.
  public mutating func read(_ rows: [Row], under header: FactHeader) throws {
    let rows = rows.map { header.content(of: $0) }.filter { !$0.isEmpty }
    // Ids first: a row may name what a later one introduces.
    for row in rows {
      if let type = row.type.flatMap({ WordList.types.value(of: $0) }).flatMap(EventType.init) {
        try names.add(type, row.words)
      }
    }
    for row in rows { try read(row) }
  }

  private mutating func read(_ row: FactRowContent) throws {
    for column in row.withoutHeading {
      problems.append(
        Problem(
          line: row.line, column: column,
          text: Text("une colonne remplie n’a pas d’en-tête", "a filled column has no heading")))
    }
    guard let word = row.type else {
      return add(ReadingFailure(.missing, path: ["type"]).text, row)
    }
    guard let type = WordList.types.value(of: word).flatMap(EventType.init(rawValue:)) else {
      let shown = (try? RecorderID(word))?.text ?? "(a word that is no type)"
      let unknown = ReadingFailure(.unknownType(shown), path: ["type"]).text
      let near = Nearest.words(to: word, among: EventType.allCases.map(\.rawValue)).first
      return add(unknown.hinting(near.map { Text(verbatim: $0) }), row)
    }
    var (members, failures) = envelope(row)
    members.append(JSONMember("type", .string(type.rawValue)))
    var facts: [JSONValue] = []
    do {
      facts = try TypedFacts(
        row.words.map { "\($0.name)=\($0.text)" }, of: type, into: row.data ?? .object([]),
        for: .importing, names: names, today: today
      ).data
    } catch let wrong as TypedProblems {
      failures += wrong.problems.map(\.text)
    }
    if facts.count > 1, row.envelope["id"] != nil {
      failures.append(
        Text(
          "colonne `id` : un identifiant d’entrée n’est que d’un fait",
          "field id: an entry's id is of one fact"))
    }
    for failure in failures { add(failure, row) }
    if !failures.isEmpty { facts = [.object(row.introducing(type))] }
    for data in facts {
      do throws(SubmissionFailure) {
        submissions.append(
          try Submission(.object(members + [JSONMember("data", data)]), line: row.line))
      } catch {
        add(error.text, row)
      }
    }
  }

  /// The members beside the data and the type.
  private func envelope(_ row: FactRowContent) -> ([JSONMember], [Text]) {
    var members: [JSONMember] = []
    var failures: [Text] = []
    for (name, text) in row.envelope.sorted(by: { $0.key < $1.key }) {
      var value = JSONValue.string(text)
      switch Envelope.Key(rawValue: name) {
      case .occurredOn:
        if let day = try? CalendarDate(typed: text, today: today) {
          value = .string(day.description)
        } else {
          failures.append(CalendarDate.typedForms.of(field: name))
          continue
        }
      case .waives:
        let rules = text.split { ",; ".contains($0) }
        value = .list(rules.map { .string($0.uppercased()) })
      case .schema: value = TypedNumbers.whole(text).map { .integer($0) } ?? value
      case .id: value = .string(text.lowercased())
      case .clock, .data, .judged, .reason, .recordedAt, .recordedBy, .type, nil: break
      }
      members.append(JSONMember(name, value))
    }
    return (members, failures)
  }

  private mutating func add(_ text: Text, _ row: FactRowContent) {
    problems.append(Problem(line: row.line, column: nil, text: text))
  }
}
