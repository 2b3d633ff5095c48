internal import EventLog
internal import Events

/// What the ledger and a file introduce: an event may only name what is known.
///
/// A candidate is introduced by a registration or an enrolment, a candidacy by its enrolment, a
/// certification by its registration, a jury by being convened; a certificate's number introduces
/// itself. What a file introduces is known to all of it: late entries come in any order.
struct Introductions {
  private var known: Set<Subject> = []
  /// The candidate of each candidacy that the file enrols.
  private var enrolled: [CandidacyID: CandidateID] = [:]
  /// The candidate of each candidacy asked about.
  private var candidates: [CandidacyID: CandidateID] = [:]

  /// Takes in what a fact of the file introduces.
  mutating func take(_ fact: Fact) {
    if case .certificationRegistered(let data) = fact {
      known.insert(.certification(data.certification))
    } else if case .candidateRegistered(let data) = fact {
      known.insert(.candidate(data.candidate))
    } else if case .candidateEnrolled(let data) = fact {
      enrol(data.candidacy, data.candidate)
    } else if case .juryConvened(let data) = fact {
      known.insert(.jury(data.jury))
    }
  }

  /// Takes in an enrolment, known from its line before the line is read whole.
  mutating func enrol(_ candidacy: CandidacyID, _ candidate: CandidateID) {
    known.insert(.candidacy(candidacy))
    known.insert(.candidate(candidate))
    if enrolled[candidacy] == nil { enrolled[candidacy] = candidate }
  }

  /// Forgets whom the log said candidacies concern: it may have been corrected since.
  mutating func forgetCandidates() { candidates = [:] }

  /// A candidacy concerns this person from now on.
  mutating func replace(candidateOf candidacy: CandidacyID, by candidate: CandidateID) {
    candidates[candidacy] = candidate
  }

  /// Whether a subject is known, here or in the log.
  mutating func knows(_ subject: Subject, _ log: some EventLog) throws -> Bool {
    if known.contains(subject) { return true }
    let found: Bool
    switch subject {
    case .certificate: return true
    case .candidacy(let id): return try candidate(of: id, log) != nil
    case .candidate:
      found =
        try log.first(
          EventQuery(subjects: [subject], types: [.candidateRegistered, .candidateEnrolled])) != nil
    case .certification:
      found =
        try log.first(EventQuery(subjects: [subject], types: [.certificationRegistered])) != nil
    case .jury:
      found = try log.first(EventQuery(subjects: [subject], types: [.juryConvened])) != nil
    }
    if found { known.insert(subject) }
    return found
  }

  /// The candidate of a candidacy: by the log where it knows the candidacy, else by the file.
  mutating func candidate(of candidacy: CandidacyID, _ log: some EventLog) throws -> CandidateID? {
    if let candidate = candidates[candidacy] { return candidate }
    let candidate = try log.enrolment(of: candidacy)?.candidate ?? enrolled[candidacy]
    candidates[candidacy] = candidate
    return candidate
  }
}
