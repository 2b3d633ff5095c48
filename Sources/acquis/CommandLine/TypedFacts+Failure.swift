internal import AcquisLedger
internal import Events

extension Failure {
  /// How many of several errors are told; the rest are counted.
  private static let mostTold = 50

  /// The failure of several errors, each a line; of one, that error alone.
  ///
  /// - Parameter omitted: how many more there are that nobody kept.
  static func several(_ errors: [Text], omitted: Int = 0) -> Text {
    guard let first = errors.first else {
      return Text("rien n’a été enregistré", "nothing was recorded")
    }
    if errors.count == 1 { return first.nothingRecorded }
    let count = errors.count + omitted
    let head = Text(
      "\(count) erreurs ; rien n’a été enregistré",
      "\(count) errors; nothing was recorded")
    var lines = [head] + errors.prefix(mostTold).map { Text("  " + $0.french, "  " + $0.english) }
    let untold = count - mostTold
    if untold > 0 {
      lines.append(
        Text(
          untold == 1 ? "  et 1 autre" : "  et \(untold) autres",
          untold == 1 ? "  and 1 other" : "  and \(untold) others"))
    }
    return lines.joined(separator: "\n")
  }

  /// Runs a step that reads what a person typed; everything that is wrong with it becomes one failure.
  static func asTyped<Value>(_ step: () throws -> Value) throws -> Value {
    do { return try step() } catch let wrong as TypedProblems {
      throw Failure.input(several(wrong.problems.map(\.text)))
    }
  }

  /// The type that a word names, in any spelling.
  ///
  /// - Throws: ``Failure/input(_:)`` with the nearest type.
  static func type(named word: String) throws(Failure) -> EventType {
    if let name = WordList.types.value(of: word), let type = EventType(rawValue: name) {
      return type
    }
    let shown = (try? RecorderID(word))?.text ?? "(a word that is no type)"
    let unknown = ReadingFailure(.unknownType(shown), path: ["type"]).text
    let near = Nearest.words(to: word, among: EventType.allCases.map(\.rawValue)).first
    let hint = near.map { Text("vouliez-vous dire \($0) ?", "did you mean \($0)?") }
    throw .input((hint.map { unknown.then($0) } ?? unknown).nothingRecorded)
  }
}
