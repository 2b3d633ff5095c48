public import EventLog
public import Events
internal import Projections

/// What a ledger tells of the ids and codes that a person may shorten.
public protocol LedgerNames {
  /// The codes of the certifications registered.
  func certifications() throws -> [CertificationCode]
  /// The blocks of a certification, in the order of its document; none if its framework is not in force.
  func blocks(of certification: CertificationCode) throws -> [Block]
  func certification(of candidacy: CandidacyID) throws -> CertificationCode?
  func certification(of jury: JuryID) throws -> CertificationCode?
  /// The members that a jury ever had.
  func members(of jury: JuryID) throws -> [MemberID]
  /// Whether an event of the ledger introduces the subject.
  func isKnown(_ subject: Subject) throws -> Bool
  /// The ids of a kind that differ from this one in case only.
  func ids(writtenLike subject: Subject) throws -> [String]
}

/// The names of a log.
///
/// Cost: an index read for each question; ``ids(writtenLike:)`` reads everything of its kind.
public struct RecordedNames: LedgerNames {
  private let log: any EventLog

  public init(in log: any EventLog) { self.log = log }

  public func certifications() throws -> [CertificationCode] {
    var codes: [CertificationCode] = []
    try log.read(EventQuery(types: [.certificationRegistered])) { stored in
      if case .certificationRegistered(let data) = try stored.envelope().event.fact,
        !codes.contains(data.certification)
      {
        codes.append(data.certification)
      }
    }
    return codes
  }

  public func blocks(of certification: CertificationCode) throws -> [Block] {
    let events = try log.events(
      EventQuery(
        subjects: [.certification(certification)],
        types: [.certificationRegistered, .eventAnnulled]))
    return TimelessFacts(events).frameworks[certification]?.blocks ?? []
  }

  public func certification(of candidacy: CandidacyID) throws -> CertificationCode? {
    try log.enrolment(of: candidacy)?.certification
  }

  public func certification(of jury: JuryID) throws -> CertificationCode? {
    let convened = try log.first(EventQuery(subjects: [.jury(jury)], types: [.juryConvened]))
    guard case .juryConvened(let data) = convened?.event.fact else { return nil }
    return data.certification
  }

  public func members(of jury: JuryID) throws -> [MemberID] {
    let query = EventQuery(
      subjects: [.jury(jury)], types: [.juryConvened, .juryMemberAdded, .juryMemberReplaced])
    return try log.events(query).flatMap { $0.event.fact.seatedMembers }
  }

  public func isKnown(_ subject: Subject) throws -> Bool {
    guard let types = subject.introducingTypes else { return false }
    return try log.first(EventQuery(subjects: [subject], types: types)) != nil
  }

  public func ids(writtenLike subject: Subject) throws -> [String] {
    let folded = subject.id.lowercased()
    return try ids(ofKind: subject).filter { $0.lowercased() == folded }.sorted()
  }

  /// Every id of the kind of a subject; none of a kind that no event introduces.
  func ids(ofKind subject: Subject) throws -> Set<String> {
    guard let types = subject.introducingTypes else { return [] }
    let kind = subject.kind
    var found: Set<String> = []
    try log.read(EventQuery(types: types)) { stored in
      for one in try stored.envelope().event.fact.subjects where one.kind == kind {
        found.insert(one.id)
      }
    }
    return found
  }
}

extension LedgerNames {
  /// The certification that a person means by a code: `38052` is `RNCP38052`; the code as typed where none
  /// or several are meant.
  public func certification(typed text: String) throws -> String {
    switch ShortCode(text).match(among: try certifications().map(\.text)) {
    case .one(let code): return code
    case .several, .none: return text
    }
  }
}

extension Subject {
  /// The types that introduce a subject of this kind; nil if none does.
  fileprivate var introducingTypes: [EventType]? {
    switch self {
    case .candidacy: [.candidateEnrolled]
    case .candidate: [.candidateRegistered, .candidateEnrolled]
    case .certification: [.certificationRegistered]
    case .jury: [.juryConvened]
    case .certificate: [.certificateIssued, .certificateReissued, .partialCertificateIssued]
    case .certifier, .member: nil
    }
  }
}

extension Fact {
  /// The jury members that it seats.
  public var seatedMembers: [MemberID] {
    if case .juryConvened(let data) = self { return data.members?.elements.map(\.member) ?? [] }
    if case .juryMemberAdded(let data) = self { return [data.by.member] }
    if case .juryMemberReplaced(let data) = self { return [data.by.member] }
    return []
  }
}
