public import Events

/// Whose ``Standings`` an entry may change, before they share it along their ``CandidacyLink``s.
///
/// A table of standings marks them when the entry is appended, and derives the marked again before it is
/// asked:
///
/// 1. the candidacies of the entry's reach (each case says which);
/// 2. those linked to one of them, at any distance: ``linked(to:by:)``.
///
/// Both count every entry of the log, also those annulled and those that changed nothing, such as a second
/// enrolment: what an entry no longer says may be what changes. A superset is therefore right, and the log's
/// tags give one: each candidacy that an entry names with the jury, the person or the certification is tagged
/// beside it.
public enum StandingReach: Hashable, Sendable {
  /// No candidacy's: an identity, a jury's members, a registration's last days.
  case nothing
  /// These candidacies'.
  case candidacies([CandidacyID])
  /// Those of every candidacy enrolled under an id that is one person with one of these, by the merges known
  /// with this entry.
  case persons([CandidateID])
  /// Those of every candidacy summoned to one of these juries or decided by one.
  case juries([JuryID])
  /// Those of every candidacy enrolled for one of these certifications.
  case certifications([CertificationCode])
  /// Those of every candidacy enrolled for one of these certifications, or for one linked to them by
  /// supersessions, in either direction and at any distance.
  case versions([CertificationCode])
}

/// Two candidacies of which an entry of either may change the standings of both.
public struct CandidacyLink: Hashable, Sendable {
  /// The candidacy that completes the other, or that a block of the other is recognised in.
  public let candidacy: CandidacyID
  /// The candidacy completed, or the source of the recognition.
  public let source: CandidacyID
}

extension Fact {
  /// The link that an enrolment or a recognition makes; nil for every other type, and where it names no
  /// other candidacy.
  ///
  /// Both ends are subjects of the entry, so that the entries of these two types tagged with a candidacy give
  /// all its links.
  public var candidacyLink: CandidacyLink? {
    if case .candidateEnrolled(let data) = self { return link(data.candidacy, data.completes) }
    if case .priorValidationRecognised(let data) = self {
      return link(data.candidacy, data.source.candidacy)
    }
    return nil
  }

  private func link(_ candidacy: CandidacyID, _ source: CandidacyID?) -> CandidacyLink? {
    guard let source, source != candidacy else { return nil }
    return CandidacyLink(candidacy: candidacy, source: source)
  }
}

extension StandingReach {
  /// These candidacies and all that share standings with them, at any distance.
  ///
  /// - Parameter neighbours: the other ends of a candidacy's links (``Events/Fact/candidacyLink``), by every
  ///   entry of the log, annulled or not; may contain duplicates.
  public static func linked<Failure: Error>(
    to candidacies: some Sequence<CandidacyID>,
    by neighbours: (CandidacyID) throws(Failure) -> [CandidacyID]
  ) throws(Failure) -> Set<CandidacyID> {
    var reached = Set(candidacies)
    var pending = Array(reached)
    while let candidacy = pending.popLast() {
      for other in try neighbours(candidacy) where reached.insert(other).inserted {
        pending.append(other)
      }
    }
    return reached
  }
}
