/// Where a candidacy stands on a day: the first that applies, in this order (DOMAIN §4).
public enum CandidacyStatus: String, CaseIterable, Hashable, Sendable {
  /// The certification was awarded, then revoked.
  case revoked
  /// The certification is awarded.
  case certified
  /// A later candidacy that is not withdrawn completes this one.
  case continued
  /// Withdrawn or transferred away, and not reopened.
  case withdrawn
  /// The latest *recevabilité* is unfavourable.
  case inadmissible
  /// Every block is held, and no award yet.
  case awardPending
  /// Some block is held, and the window is open or the targets are reached.
  case partiallyCertified
  /// Some block is held, some missing, and the window is closed.
  case lapsed
  /// Summoned to a jury that has not decided yet.
  case awaitingJury
  /// A jury's refusal stands and no block is held.
  case refused
  /// Training started, a dossier handed in, or a competency assessed.
  case inPreparation
  /// The *recevabilité* is favourable and still valid.
  case admissible
  /// Otherwise.
  case enrolled

  /// Whether a summons is still told beside this status.
  var mayAwaitJury: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn: false
    case .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused,
      .inPreparation, .admissible, .enrolled:
      true
    }
  }
}
