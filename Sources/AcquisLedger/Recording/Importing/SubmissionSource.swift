internal import Events

/// Submissions in their order, read as often as needed, so that a batch need not be in memory.
protocol SubmissionSource {
  /// Calls the closure with each submission, or with what is wrong with a line that is none.
  ///
  /// - Throws: what the closure throws; ``SubmissionFailure`` if the source itself cannot be read.
  func read(
    _ take: (SubmissionReading) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure)

  /// The submission at a place that ``read(_:)`` gave.
  func submission(at place: SubmissionPlace) throws(SubmissionFailure) -> Submission
}

/// One line of a ``SubmissionSource``.
enum SubmissionReading {
  /// An event, and the place at which it is read again.
  case submission(Submission, SubmissionPlace)
  /// A line that is no event.
  case wrong(SubmissionFailure)
}

/// Where a submission is read again.
struct SubmissionPlace {
  /// Its index, or its byte offset in a file.
  let offset: Int
  /// Its line, counted from 1.
  let line: Int
}

/// Submissions in memory, as a source.
struct GivenSubmissions: SubmissionSource {
  let submissions: [Submission]

  func read(
    _ take: (SubmissionReading) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) {
    for (index, submission) in submissions.enumerated() {
      try take(.submission(submission, SubmissionPlace(offset: index, line: submission.line)))
    }
  }

  func submission(at place: SubmissionPlace) throws(SubmissionFailure) -> Submission {
    submissions[place.offset]
  }
}
