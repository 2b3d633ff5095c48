internal import EventLog
internal import Events

/// The ids that the ledger and a batch introduce: an event may name no others.
///
/// A candidate is introduced by a registration or an enrolment, a candidacy by its enrolment, a
/// certification by its registration, a jury by being convened; a certificate's number introduces
/// itself.
///
/// Cost: an index read for each subject that the batch does not introduce, once.
struct ExistingSubjects {
  private let log: any EventLog
  /// The subjects found in the log, where they stay: later batches do not look them up again.
  private(set) var recorded: Set<Subject>
  /// The subjects that the batch introduces.
  private(set) var introduced: Set<Subject> = []
  /// The candidate of each candidacy that the batch enrols, by its first enrolment.
  private var enrolled: [CandidacyID: CandidateID] = [:]
  /// The candidates that were looked up.
  private var candidates: [CandidacyID: CandidateID] = [:]

  /// - Parameter recorded: subjects that were found in the log before.
  init(of log: any EventLog, recorded: Set<Subject>) {
    self.log = log
    self.recorded = recorded
  }

  /// Adds the id that an event of the batch introduces.
  mutating func add(_ fact: Fact) {
    switch fact.payload.introduces {
    case .subject(let subject): introduced.insert(subject)
    case .annulment, nil: break
    }
    if let enrolment = fact.enrolled { add(enrolment.candidacy, of: enrolment.candidate) }
  }

  /// Adds an enrolment, which introduces its candidate too.
  mutating func add(_ candidacy: CandidacyID, of candidate: CandidateID) {
    introduced.insert(.candidacy(candidacy))
    introduced.insert(.candidate(candidate))
    if enrolled[candidacy] == nil { enrolled[candidacy] = candidate }
  }

  /// Adds what a submission that cannot be read would introduce, so far as its ids can be read.
  mutating func assume(_ submission: Submission) {
    guard let data = submission["data"] else { return }
    func id<Kind: IdentifierKind>(_ key: String) -> Identifier<Kind>? {
      data[key]?.text.flatMap { try? Identifier<Kind>($0) }
    }
    switch submission["type"]?.text {
    case EventType.candidateEnrolled.rawValue:
      if let candidacy: CandidacyID = id("candidacy"), let candidate: CandidateID = id("candidate")
      {
        add(candidacy, of: candidate)
      }
    case EventType.candidateRegistered.rawValue:
      if let candidate: CandidateID = id("candidate") { introduced.insert(.candidate(candidate)) }
    case EventType.juryConvened.rawValue:
      if let jury: JuryID = id("jury") { introduced.insert(.jury(jury)) }
    case EventType.certificationRegistered.rawValue:
      if let code: CertificationCode = id("certification") {
        introduced.insert(.certification(code))
      }
    default: break
    }
  }

  /// Sets the candidate of a candidacy for the rest of the batch; replaces that of the log.
  mutating func replace(candidateOf candidacy: CandidacyID, by candidate: CandidateID) {
    candidates[candidacy] = candidate
  }

  /// Checks that every subject of an event exists.
  ///
  /// - Throws: ``SubmissionFailure/Problem/unknown(_:)``, and the log's failures.
  mutating func check(_ subjects: [Subject]) throws {
    for subject in subjects where try !exists(subject) {
      throw SubmissionFailure.Problem.unknown(subject)
    }
  }

  private mutating func exists(_ subject: Subject) throws -> Bool {
    if introduced.contains(subject) || recorded.contains(subject) { return true }
    let types: [EventType]
    switch subject {
    case .certificate, .certifier, .member: return true
    case .candidacy(let id): return try candidate(of: id) != nil
    case .candidate: types = [.candidateRegistered, .candidateEnrolled]
    case .certification: types = [.certificationRegistered]
    case .jury: types = [.juryConvened]
    }
    guard try log.first(EventQuery(subjects: [subject], types: types)) != nil else { return false }
    recorded.insert(subject)
    return true
  }

  /// The candidate of a candidacy: from the log if the candidacy is in it, else from the batch.
  mutating func candidate(of candidacy: CandidacyID) throws -> CandidateID? {
    if let candidate = candidates[candidacy] { return candidate }
    let candidate: CandidateID?
    if let enrolment = try log.enrolment(of: candidacy) {
      recorded.insert(.candidacy(candidacy))
      candidate = enrolment.candidate
    } else {
      candidate = enrolled[candidacy]
    }
    candidates[candidacy] = candidate
    return candidate
  }
}
