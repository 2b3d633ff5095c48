internal import Events

extension SubmissionFailure {
  /// This failure of a line, and whatever else is wrong with the line's fields by their table.
  func withOthers(of submission: Submission, isImport: Bool) -> [SubmissionFailure] {
    guard case .unreadable(let first) = problem, let data = submission["data"],
      let type = submission["type"]?.text.flatMap({ EventType(rawValue: $0) })
    else { return [self] }
    let presence = FieldProblems.Presence(ofCommands: !isImport)
    let others = FieldProblems(data, of: type, presence).problems.filter { $0.path != first.path }
    return [self] + others.map { SubmissionFailure(line: line, .unreadable($0)) }
  }
}
