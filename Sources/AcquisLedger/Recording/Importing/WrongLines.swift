/// What is wrong with the lines of a batch, in their order: the first are kept, all are counted.
struct WrongLines {
  private var kept: [SubmissionFailure] = []
  private var omitted = 0

  /// The most failures that are kept.
  private static let most = 10_000

  var isEmpty: Bool { kept.isEmpty }

  mutating func add(_ failure: SubmissionFailure) {
    if kept.count < Self.most { kept.append(failure) } else { omitted += 1 }
  }

  /// - Throws: everything that is wrong, as one failure.
  func check() throws(SubmissionFailure) {
    if !kept.isEmpty { throw SubmissionFailure(kept, omitted: omitted) }
  }
}
