/// Why a text is not a valid ``Checkpoint`` of the expected log.
public enum CheckpointFailure: Error, Equatable, Sendable {
  /// This line, counted from 1, is missing or malformed.
  case malformed(line: Int)
  /// The checkpoint has another origin than expected.
  case otherOrigin
  /// The note's signature could not be verified.
  case note(NoteFailure)
}
