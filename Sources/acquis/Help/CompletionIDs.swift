internal import Access
internal import AcquisLedger
internal import EventLog
internal import Events

/// The ids that a ledger has, for a completion: none if it cannot be read.
struct CompletionIDs {
  private let log: (any EventLog)?
  private let access: AccessFile

  /// The most events that one question reads.
  private static let readLimit = 20_000

  /// - Parameter path: nothing is asked of a server while somebody types.
  init(at path: String) {
    let ledger = Ledger(at: path)
    log = LedgerPlace.isOnServer(path) ? nil : try? ledger.log()
    access = AccessFile(beside: ledger.file)
  }

  /// Who has a grant that is not revoked.
  var grantees: [String] { granted.map(\.who.text) }

  /// Those, and the ids of their grants.
  var grants: [String] { grantees + granted.map(\.id) }

  private var granted: [AccessGrant] {
    log == nil ? [] : ((try? access.read())?.all ?? []).filter { $0.revokedAt == nil }
  }

  var candidacies: [String] {
    texts([.candidateEnrolled]) { fact in
      if case .candidateEnrolled(let data) = fact { [data.candidacy.text] } else { [] }
    }
  }

  var candidates: [String] {
    texts([.candidateRegistered, .candidateEnrolled]) { fact in
      if case .candidateRegistered(let data) = fact { return [data.candidate.text] }
      if case .candidateEnrolled(let data) = fact { return [data.candidate.text] }
      return []
    }
  }

  var juries: [String] {
    texts([.juryConvened]) { fact in
      if case .juryConvened(let data) = fact { [data.jury.text] } else { [] }
    }
  }

  var members: [String] {
    texts([.juryConvened, .juryMemberAdded, .juryMemberReplaced]) { $0.seatedMembers.map(\.text) }
  }

  /// The numbers of certificates, of whole certifications and of blocks.
  var numbers: [String] {
    texts([.certificateIssued, .certificateReissued, .partialCertificateIssued]) { fact in
      if case .certificateIssued(let data) = fact { return [data.number.text] }
      if case .certificateReissued(let data) = fact { return [data.number.text] }
      if case .partialCertificateIssued(let data) = fact { return [data.number.text] }
      return []
    }
  }

  var flows: [String] {
    texts([.awardDeclared]) { fact in
      if case .awardDeclared(let data) = fact { [data.flow.text] } else { [] }
    }
  }

  var certifications: [String] { frameworks.map(\.certification.text) }

  /// The blocks of a certification, or of all; short ones without the certification's code.
  func blocks(of certification: CertificationCode?, isShort: Bool) -> [String] {
    frameworks(of: certification).flatMap { framework in
      let code = framework.certification.text
      return framework.blocks.elements.map { block in
        let text = block.code.text
        return isShort && text.hasPrefix(code) ? String(text.dropFirst(code.count)) : text
      }
    }
  }

  func competencies(of certification: CertificationCode?) -> [String] {
    frameworks(of: certification).flatMap { framework in
      framework.blocks.elements.flatMap(\.competencies).map(\.code.text)
    }
  }

  func prerequisites(of certification: CertificationCode?) -> [String] {
    frameworks(of: certification).flatMap { framework in
      framework.prerequisites?.elements.map(\.code.text) ?? []
    }
  }

  /// The certification that a candidacy or a jury is of; nil if the ledger does not know it.
  func certification(ofCandidacy candidacy: String?, jury: String?) -> CertificationCode? {
    if let id = candidacy.flatMap({ try? CandidacyID($0) }),
      let envelope = try? log?.first(
        EventQuery(subjects: [.candidacy(id)], types: [.candidateEnrolled])),
      case .candidateEnrolled(let data) = envelope.event.fact
    {
      return data.certification
    }
    if let id = jury.flatMap({ try? JuryID($0) }),
      let envelope = try? log?.first(EventQuery(subjects: [.jury(id)], types: [.juryConvened])),
      case .juryConvened(let data) = envelope.event.fact
    {
      return data.certification
    }
    return nil
  }

  /// The type of an entry named by its position; nil for another word.
  func type(ofEntry word: String) -> EventType? {
    guard let number = Int64(word), number > 0 else { return nil }
    let query = EventQuery(from: Position(number), through: Position(number))
    return (try? log?.first(query))?.event.fact.type
  }

  private func frameworks(of code: CertificationCode?) -> [CertificationRegistered] {
    frameworks.filter { code == nil || $0.certification == code }
  }

  private var frameworks: [CertificationRegistered] {
    var found: [CertificationRegistered] = []
    read([.certificationRegistered]) { fact in
      if case .certificationRegistered(let data) = fact { found.append(data) }
    }
    return found
  }

  private func texts(_ types: [EventType], _ make: (Fact) -> [String]) -> [String] {
    var found: [String] = []
    read(types) { found += make($0) }
    return found
  }

  /// Calls the closure with the events' facts, up to the first that cannot be read.
  private func read(_ types: [EventType], _ body: (Fact) -> Void) {
    var query = EventQuery(types: types, limit: Self.readLimit)
    query.checksHashes = false
    try? log?.read(query) { stored in body(try stored.envelope().event.fact) }
  }
}
