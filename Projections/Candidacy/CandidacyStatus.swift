/// The status of a candidacy on a day: the first case that applies, in this order.
public enum CandidacyStatus: String, CaseIterable, Hashable, Sendable {
  /// The certification was awarded, then revoked.
  case revoked
  /// The certification was awarded.
  case certified
  /// A later candidacy that is not withdrawn completes this one.
  case continued
  /// Withdrawn or transferred away, and not reopened.
  case withdrawn
  /// On the VAE pathway, the latest decision on *recevabilité* is unfavourable.
  case inadmissible
  /// Every block is held, and there is no award yet.
  case awardPending
  /// At least one block is held, and the window is open or the targets are reached.
  case partiallyCertified
  /// At least one block is held, another is missing, and the window has lapsed.
  case lapsed
  /// Summoned to a jury that has not decided yet; no block is held.
  case awaitingJury
  /// A jury's refusal is in force and no block is held.
  case refused
  /// Training started, a dossier other than for admissibility submitted, or a competency assessed.
  case inPreparation
  /// The latest decision on *recevabilité* is favourable, and a favourable one is still valid; or
  /// silence has made the candidacy admissible.
  case admissible
  /// None of the others.
  case enrolled

  /// Whether ``CandidacyState/awaitingJury`` may be true beside this status.
  var mayAwaitJury: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn: false
    case .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused,
      .inPreparation, .admissible, .enrolled:
      true
    }
  }
}
