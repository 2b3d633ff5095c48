internal import AcquisLedger
internal import Events

/// Everything that is wrong with the lines, or rows, of a file.
struct WrongLines {
  private var told: [(line: Int, text: Text)] = []

  var isEmpty: Bool { told.isEmpty }

  mutating func add(_ text: Text, line: Int) { told.append((line, text)) }

  /// Adds lines that could not be read.
  mutating func add(_ failures: [SubmissionFailure]) {
    for failure in failures { add(failure.problem.textWithRemedy, line: failure.line ?? 0) }
  }

  /// Adds what is wrong with the facts of the lines that could be read.
  ///
  /// An id that nothing introduces is not told: a line that could not be read may introduce it.
  mutating func add(ofOthers failure: SubmissionFailure) {
    let lines = Set(told.map(\.line))
    for one in [failure] + failure.further {
      guard let line = one.line, !lines.contains(line) else { continue }
      if case .unknown = one.problem { continue }
      add(one.problem.textWithRemedy, line: line)
    }
  }

  /// The failure that tells them in the order of the file.
  ///
  /// - Parameter places: the place of a line, for messages.
  func failure(_ places: (Int) -> String) -> Failure {
    let sorted = told.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return .input(Failure.several(sorted.map { $0.element.text.at(places($0.element.line)) }))
  }
}
