internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

/// The failure for an id that no event of the ledger names: what it is if it is an id of another kind, else
/// the most similar existing ids.
enum UnknownID {
  /// How many events are searched for similar ids.
  private static let searchLimit = 100_000

  static func candidacy(_ id: CandidacyID, in log: some EventLog) throws -> Failure {
    try failure(Text("de candidature", "candidacy"), .candidacy(id), in: log)
  }

  static func candidate(_ id: CandidateID, in log: some EventLog) throws -> Failure {
    try failure(Text("de candidat", "candidate"), .candidate(id), in: log)
  }

  static func person(_ person: Person, in log: some EventLog) throws -> Failure {
    switch person {
    case .candidate(let id): return try candidate(id, in: log)
    case .member(let id):
      return try failure(Text("de membre de jury", "jury member"), .member(id), in: log)
    }
  }

  static func jury(_ id: JuryID, in log: some EventLog) throws -> Failure {
    try failure(Text("de jury", "jury"), .jury(id), in: log)
  }

  static func certificate(_ number: CertificateNumber, in log: some EventLog) throws -> Failure {
    try failure(Text("de certificat", "certificate"), .certificate(number), in: log)
  }

  static func certification(_ code: CertificationCode, in log: some EventLog) throws -> Failure {
    try failure(Text("de certification", "certification"), .certification(code), in: log)
  }

  /// - Throws: ``Failure/unknown(_:)`` if no event of the log has this subject; with near ids where they can be
  ///   told.
  static func check(_ subject: Subject, in log: some EventLog) throws {
    var isKnown = false
    try log.read(EventQuery(subjects: [subject], limit: 1)) { _ in isKnown = true }
    if isKnown { return }
    let text = Text(
      "le registre ne connaît pas le sujet \(subject)",
      "the ledger does not know the subject \(subject)")
    throw Failure.unknown(try hint(for: subject, in: log).map { text.then($0) } ?? text)
  }

  /// What an unknown id may be meant for; nil if nothing is near.
  static func hint(for subject: Subject, in log: some EventLog) throws -> Text? {
    if let other = try OtherKind.of(subject.idText, besides: subject, in: log) { return other }
    let near = Nearest.words(to: subject.idText, among: try known(like: subject, in: log))
    let words = near.joined(separator: ", ")
    return near.isEmpty ? nil : Text("approchant : \(words)", "near it: \(words)")
  }

  /// The ids of the kind of a subject.
  private static func known(like subject: Subject, in log: some EventLog) throws -> [String] {
    let types: [EventType]
    switch subject {
    case .candidacy: types = [.candidateEnrolled]
    case .candidate: types = [.candidateRegistered, .candidateEnrolled]
    case .jury: types = [.juryConvened]
    case .certification: types = [.certificationRegistered]
    case .member: types = [.juryConvened, .juryMemberAdded, .juryMemberReplaced]
    case .certificate:
      types = [.certificateIssued, .certificateReissued, .partialCertificateIssued]
    case .certifier: return []
    }
    var known: Set<String> = []
    try log.read(EventQuery(types: types, limit: searchLimit)) { stored in
      let fact = try stored.envelope().event.fact
      if case .member = subject { known.formUnion(fact.seatedMembers.map(\.text)) }
      for one in fact.subjects where one.isOfKind(subject) { known.insert(one.idText) }
    }
    return Array(known)
  }

  private static func failure(
    _ kind: Text, _ subject: Subject, in log: some EventLog
  ) throws -> Failure {
    let text = Text(
      "le registre ne connaît pas \(kind.french) \(subject.idText)",
      "the ledger knows no \(kind.english) \(subject.idText)")
    return .unknown(try hint(for: subject, in: log).map { text.then($0) } ?? text)
  }
}

/// An id of the ledger that is of another kind than a command asks for.
enum OtherKind {
  /// What the id is, with the command for it; nil if the ledger has it as no other kind.
  static func of(_ text: String, besides asked: Subject, in log: some EventLog) throws -> Text? {
    let names = RecordedNames(in: log)
    let others = subjects(named: text).filter { !$0.isOfKind(asked) }
    if let known = try others.first(where: { try names.isKnown($0) }) { return said(known) }
    for subject in others {
      let like = try names.ids(writtenLike: subject)
      if let only = like.first, like.count == 1 { return said(subject, as: only) }
    }
    return nil
  }

  /// The subjects that an id could be.
  static func subjects(named text: String) -> [Subject] {
    let subjects: [Subject?] = [
      (try? CandidacyID(text)).map { .candidacy($0) },
      (try? CandidateID(text)).map { .candidate($0) },
      (try? JuryID(text)).map { .jury($0) },
      (try? CertificationCode(text)).map { .certification($0) },
    ]
    return subjects.compactMap { $0 }
  }

  private static func said(_ subject: Subject, as written: String? = nil) -> Text? {
    let id = written ?? subject.idText
    switch subject {
    case .candidacy:
      return Text(
        "\(id) est une candidature : `acquis status \(id)`",
        "\(id) is a candidacy: `acquis status \(id)`")
    case .candidate:
      return Text(
        "\(id) est une personne : `acquis candidate \(id)`",
        "\(id) is a person: `acquis candidate \(id)`")
    case .jury:
      return Text("\(id) est un jury : `acquis jury \(id)`", "\(id) is a jury: `acquis jury \(id)`")
    case .certification:
      return Text(
        "\(id) est une certification : `acquis certification \(id)`",
        "\(id) is a certification: `acquis certification \(id)`")
    case .certificate, .certifier, .member: return nil
    }
  }
}

extension Subject {
  /// The id after the colon.
  var idText: String { String(description.drop { $0 != ":" }.dropFirst()) }

  /// Whether another subject is of the same kind.
  func isOfKind(_ other: Subject) -> Bool {
    description.prefix { $0 != ":" } == other.description.prefix { $0 != ":" }
  }
}

extension Failure {
  /// The failure of a command that names an id unknown to the ledger, with what it may be meant for; nil for
  /// another failure.
  static func unknownID(
    _ failure: SubmissionFailure, file: String?, in log: any EventLog
  ) throws -> Failure? {
    guard file == nil, failure.further.isEmpty, case .unknown(let subject) = failure.problem,
      let hint = try UnknownID.hint(for: subject, in: log)
    else { return nil }
    return .input(failure.text.then(hint).nothingRecorded)
  }
}

extension Invocation {
  /// An argument read as an id of the ledger, in whatever case it is typed.
  ///
  /// - Parameter subject: the subject of an id.
  /// - Returns: the id as typed if the ledger has it, or several or none that differ in case only.
  func id<Kind: IdentifierKind>(
    _ name: String, in log: some EventLog, _ subject: (Identifier<Kind>) -> Subject
  ) throws -> Identifier<Kind> {
    let typed: Identifier<Kind> = try id(name)
    let names = RecordedNames(in: log)
    if try names.isKnown(subject(typed)) { return typed }
    let like = try names.ids(writtenLike: subject(typed))
    guard let only = like.first, like.count == 1 else { return typed }
    return try read(name, only) { (text) throws(InvalidValue) in try Identifier<Kind>(text) }
  }

  /// An argument read as a subject: `candidacy:D-1`, or an id that the ledger has as one kind alone.
  ///
  /// - Throws: ``Failure/usage(_:)`` for an id of several kinds, ``Failure/unknown(_:)`` for one that the ledger
  ///   does not have.
  func subject(_ name: String, in log: some EventLog) throws -> Subject {
    let text = argument(name) ?? ""
    if text.contains(":") || OtherKind.subjects(named: text).isEmpty {
      return try read(name, text) { (text) throws(InvalidValue) in try Subject(text) }
    }
    let names = RecordedNames(in: log)
    var found = try OtherKind.subjects(named: text).filter { try names.isKnown($0) }
    if found.isEmpty {
      for subject in OtherKind.subjects(named: text) {
        let kind = subject.description.prefix { $0 != ":" }
        found += try names.ids(writtenLike: subject).compactMap { try? Subject("\(kind):\($0)") }
      }
    }
    if let only = found.first, found.count == 1 { return only }
    let shown = found.map(\.description).joined(separator: ", ")
    if !found.isEmpty {
      throw Failure.usage(
        Text("\(name) : lequel ? \(shown)", "\(name): which one? \(shown)"))
    }
    let near = try OtherKind.subjects(named: text).lazy.compactMap { subject in
      try UnknownID.hint(for: subject, in: log)
    }.first
    let unknown = Text("le registre ne connaît pas \(text)", "the ledger does not know \(text)")
    throw Failure.unknown(near.map { unknown.then($0) } ?? unknown)
  }
}
