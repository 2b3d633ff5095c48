/// Why a text is no ``Checkpoint``, or not that of the log.
public enum CheckpointFailure: Error, Equatable, Sendable {
  /// This line, counted from 1, is missing or is not what has to stand there.
  case malformed(line: Int)
  /// It is another log's.
  case otherOrigin
  /// The note around it is not believed.
  case note(NoteFailure)
}
