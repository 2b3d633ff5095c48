internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections
internal import Vault

/// The failure for an id that no event of the ledger names, with the most similar existing ids.
enum UnknownID {
  /// How many enrolments are searched for similar ids.
  private static let searchLimit = 100_000

  static func candidacy(_ id: CandidacyID, in log: some EventLog) throws -> Failure {
    failure(
      Text("de candidature", "candidacy"), id.text,
      among: try enrolments(of: log).map(\.candidacy.text))
  }

  static func candidate(_ id: CandidateID, in log: some EventLog) throws -> Failure {
    var known = try enrolments(of: log).map(\.candidate.text)
    try log.read(EventQuery(types: [.candidateRegistered], limit: searchLimit)) { stored in
      if case .candidateRegistered(let data) = try stored.envelope().event.fact {
        known.append(data.candidate.text)
      }
    }
    return failure(Text("de candidat", "candidate"), id.text, among: known)
  }

  static func person(_ person: Person, in log: some EventLog) throws -> Failure {
    switch person {
    case .candidate(let id): return try candidate(id, in: log)
    case .member(let id):
      var known: [String] = []
      let query = EventQuery(
        types: [.juryConvened, .juryMemberAdded, .juryMemberReplaced], limit: searchLimit)
      try log.read(query) { stored in
        known += try stored.envelope().event.fact.seated.map(\.text)
      }
      return failure(Text("de membre de jury", "jury member"), id.text, among: known)
    }
  }

  static func jury(_ id: JuryID, in log: some EventLog) throws -> Failure {
    var known: [String] = []
    try log.read(EventQuery(types: [.juryConvened], limit: searchLimit)) { stored in
      if case .juryConvened(let data) = try stored.envelope().event.fact {
        known.append(data.jury.text)
      }
    }
    return failure(Text("de jury", "jury"), id.text, among: known)
  }

  static func certificate(
    _ number: CertificateNumber, among known: [CertificateNumber]
  ) -> Failure {
    failure(Text("de certificat", "certificate"), number.text, among: known.map(\.text))
  }

  static func certification(_ code: CertificationCode, in log: some EventLog) throws -> Failure {
    let known = try log.timelessFacts(through: try log.head().last).frameworks.keys
    return failure(
      Text("de certification", "certification"), code.text, among: known.map(\.text))
  }

  /// - Throws: ``Failure/input(_:)`` if no event of the log has this subject; with near ids where they can be
  ///   told.
  static func check(_ subject: Subject, in log: some EventLog) throws {
    var isKnown = false
    try log.read(EventQuery(subjects: [subject], limit: 1)) { _ in isKnown = true }
    if isKnown { return }
    switch subject {
    case .candidate(let id): throw try candidate(id, in: log)
    case .candidacy(let id): throw try candidacy(id, in: log)
    case .jury(let id): throw try jury(id, in: log)
    case .certification(let code): throw try certification(code, in: log)
    case .certificate, .certifier, .member: break
    }
    throw Failure.input(
      Text(
        "le registre ne connaît pas le sujet \(subject)",
        "the ledger does not know the subject \(subject)"))
  }

  private static func enrolments(of log: some EventLog) throws -> [CandidateEnrolled] {
    var enrolments: [CandidateEnrolled] = []
    try log.read(EventQuery(types: [.candidateEnrolled], limit: searchLimit)) { stored in
      if case .candidateEnrolled(let data) = try stored.envelope().event.fact {
        enrolments.append(data)
      }
    }
    return enrolments
  }

  private static func failure(_ kind: Text, _ id: String, among known: [String]) -> Failure {
    let near = Nearest.words(to: id, among: Array(Set(known)))
    let words = near.joined(separator: ", ")
    return .input(
      Text(
        "le registre ne connaît pas \(kind.french) \(id)"
          + (near.isEmpty ? "" : " ; approchant : \(words)"),
        "the ledger knows no \(kind.english) \(id)"
          + (near.isEmpty ? "" : "; near it: \(words)")))
  }
}

extension Fact {
  /// The jury members that it seats.
  fileprivate var seated: [MemberID] {
    if case .juryConvened(let data) = self { return data.members?.elements.map(\.member) ?? [] }
    if case .juryMemberAdded(let data) = self { return [data.by.member] }
    if case .juryMemberReplaced(let data) = self { return [data.by.member] }
    return []
  }
}
