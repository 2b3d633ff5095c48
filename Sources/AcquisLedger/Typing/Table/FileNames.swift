internal import EventLog
public import Events

/// The names of a log and of the facts of one file, each looked up once.
///
/// An id that a row of the file introduces is known as it is written there, wherever it is used.
public final class FileNames: LedgerNames {
  private let log: RecordedNames
  private var codes: [CertificationCode]?
  private var blocks: [CertificationCode: [Block]] = [:]
  private var codeOf: [Subject: CertificationCode?] = [:]
  private var seated: [JuryID: [MemberID]] = [:]
  private var known: [Subject: Bool] = [:]
  /// The ids of the file and, once one was not found, of the log, by kind and in lower case.
  private var alike: [String: [String: Set<String>]] = [:]
  private var readKinds: Set<String> = []

  /// - Parameter names: of the ledger.
  public init(_ names: RecordedNames) { log = names }

  /// Adds what a fact of the file introduces.
  func add(_ type: EventType, _ words: [(name: String, text: String)]) throws {
    func text(_ name: String) -> String? { words.first { $0.name == name }?.text }
    let subject: Subject?
    if type == .candidateEnrolled {
      subject = text("candidacy").flatMap { try? CandidacyID($0) }.map { .candidacy($0) }
    } else if type == .juryConvened {
      subject = text("jury").flatMap { try? JuryID($0) }.map { .jury($0) }
    } else if type == .candidateRegistered {
      subject = text("candidate").flatMap { try? CandidateID($0) }.map { .candidate($0) }
    } else if type == .certificationRegistered {
      subject = text("certification").flatMap { try? CertificationCode($0) }
        .map { .certification($0) }
    } else {
      subject = nil
    }
    guard let subject else { return }
    known[subject] = true
    alike[subject.kind, default: [:]][subject.id.lowercased(), default: []].insert(subject.id)
    if let code = text("certification"), codeOf[subject] == nil {
      codeOf[subject] = try? CertificationCode(certification(typed: code))
    }
  }

  public func certifications() throws -> [CertificationCode] {
    if let codes { return codes }
    let read = try log.certifications()
    codes = read
    return read
  }

  public func blocks(of certification: CertificationCode) throws -> [Block] {
    if let found = blocks[certification] { return found }
    let read = try log.blocks(of: certification)
    blocks[certification] = read
    return read
  }

  public func certification(of candidacy: CandidacyID) throws -> CertificationCode? {
    try certification(of: .candidacy(candidacy)) { try log.certification(of: candidacy) }
  }

  public func certification(of jury: JuryID) throws -> CertificationCode? {
    try certification(of: .jury(jury)) { try log.certification(of: jury) }
  }

  private func certification(
    of subject: Subject, _ read: () throws -> CertificationCode?
  ) throws -> CertificationCode? {
    if let found = codeOf[subject] { return found }
    let code = try read()
    codeOf[subject] = .some(code)
    return code
  }

  public func members(of jury: JuryID) throws -> [MemberID] {
    if let found = seated[jury] { return found }
    let read = try log.members(of: jury)
    seated[jury] = read
    return read
  }

  public func isKnown(_ subject: Subject) throws -> Bool {
    if let found = known[subject] { return found }
    let isKnown = try log.isKnown(subject)
    known[subject] = isKnown
    return isKnown
  }

  public func ids(writtenLike subject: Subject) throws -> [String] {
    let kind = subject.kind
    if readKinds.insert(kind).inserted {
      for id in try log.ids(ofKind: subject) {
        alike[kind, default: [:]][id.lowercased(), default: []].insert(id)
      }
    }
    return alike[kind]?[subject.id.lowercased()]?.sorted() ?? []
  }
}
