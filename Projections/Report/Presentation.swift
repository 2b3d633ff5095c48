internal import Events

/// A candidacy presented to a jury: the jury decided on at least one of its blocks.
///
/// A jury annulled presented no one. A decision that was revoked or fell on appeal still counts as a
/// presentation: the person came.
struct Presentation: Sendable {
  /// What came of it, by the fold's day: the first that applies.
  enum Outcome: Hashable, Sendable {
    /// The certification is awarded, this is the last presentation up to the award's day, and one of its
    /// validations is in force.
    case certified
    /// A validation is in force.
    case partial
    /// A refusal is in force.
    case refused
    /// Every decision was revoked or fell.
    case fallen
  }

  let candidacy: CandidacyID
  let jury: JuryID
  /// The day and place of the jury's first decision on the candidacy.
  let moment: Moment
  let outcome: Outcome
}

extension CandidacyRecord {
  /// The presentations of the candidacy to juries that were not annulled, by their first decision.
  func presentations(
    of candidacy: CandidacyID, except annulled: [JuryID: Moment]
  ) -> [Presentation] {
    var order: [JuryID] = []
    var decided: [JuryID: [BlockDecision]] = [:]
    for decision in decisions.all where annulled[decision.jury] == nil {
      if decided[decision.jury] == nil { order.append(decision.jury) }
      decided[decision.jury, default: []].append(decision)
    }
    // The last jury that decided by the day of the award.
    let last = award.flatMap { award in
      isAwarded
        ? order.last { jury in decided[jury, default: []].contains { $0.decidedOn <= award.day } }
        : nil
    }
    return order.compactMap { jury in
      let decisions = decided[jury, default: []]
      guard let first = decisions.first else { return nil }
      let outcome: Presentation.Outcome
      if decisions.contains(where: \.isValidationInForce) {
        outcome = jury == last ? .certified : .partial
      } else {
        outcome = decisions.contains(where: \.isInForce) ? .refused : .fallen
      }
      return Presentation(
        candidacy: candidacy, jury: jury, moment: first.moment, outcome: outcome)
    }
  }
}
