public import EventLog

/// What an import of a file recorded.
public struct ImportedLines: Sendable {
  public let receipt: AppendReceipt
  let lines: SubmissionLines
  /// The registrations that were not in the log before.
  let registrations: [SubmissionPlace]
}

/// How far the import of a file is.
public enum ImportProgress: Hashable, Sendable {
  /// So many lines were read.
  case read(Int)
  /// So many of the events were checked and sealed.
  case sealed(Int, of: Int)
  /// So many of the events were written; they are recorded when all are.
  case written(Int, of: Int)
}
