public import Events

/// A registration of a person who is registered under another id, by birth name, first name and birth date.
///
/// They may be two persons: whoever records decides, and nothing merges them.
public struct RepeatedRegistration: Hashable, Sendable {
  /// The line of the registration, counted from 1.
  public let line: Int
  /// The id that the registration introduces.
  public let candidate: CandidateID
  /// The ids of those it may be, ascending.
  public let known: [CandidateID]
}
