public import EventLog
public import Events
internal import Projections
public import Vault

/// Opens what the log holds about persons, for an answer or a document that names them.
///
/// Without a vault nothing is opened, and everything is ``PersonalText/hidden``: the answer shows ids. What
/// cannot be opened is a value, not an error, so that one unreadable text does not keep a page from being
/// made; whoever needs it decides.
public struct PersonalTexts: Sendable {
  public let log: any EventLog
  /// The last position read.
  public let known: Position
  /// The day asked about.
  public let on: CalendarDate
  private let vault: Vault?

  /// - Parameter vault: nil: everything is hidden.
  public init(of question: Question, opening vault: Vault?) {
    log = question.log
    known = question.known
    on = question.on
    self.vault = vault
  }

  /// Whether texts are opened.
  public var isOpening: Bool { vault != nil }

  /// A person's latest identity in fold order, under any of the person's ids.
  ///
  /// Cost: an index read for each id, one decryption.
  ///
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public func identity(of candidate: CandidateID) throws -> PersonalText<Identity> {
    guard vault != nil else { return .hidden }
    guard let person = try PersonHistory(of: candidate, known: known, in: log) else { return .none }
    return try identity(of: person)
  }

  /// A person's latest identity in fold order.
  ///
  /// Cost and errors: those of ``identity(of:)``, without the reading of the person.
  package func identity(of person: PersonHistory) throws -> PersonalText<Identity> {
    guard let vault else { return .hidden }
    guard let latest = try latestIdentity(of: person) else { return .none }
    guard let sealed = latest.identity else { return .none }
    return try PersonalText { () throws(VaultFailure) in
      try vault.openIdentity(
        sealed, field: "identity", of: .candidate(latest.candidate), in: latest.event)
    }
  }

  /// The identity that an entry records, as it records it.
  ///
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public func identity(at position: Position) throws -> PersonalText<Identity> {
    guard let event = try log.event(at: position)?.event else { return .none }
    let found: (sealed: Sealed?, candidate: CandidateID)
    if case .candidateRegistered(let data) = event.fact {
      found = (data.identity, data.candidate)
    } else if case .candidateIdentityCorrected(let data) = event.fact {
      found = (data.identity, data.candidate)
    } else {
      return .none
    }
    guard let sealed = found.sealed else { return .none }
    guard let vault else { return .hidden }
    return try PersonalText { () throws(VaultFailure) in
      try vault.openIdentity(
        sealed, field: "identity", of: .candidate(found.candidate), in: event.id)
    }
  }

  /// Every person's latest identity, opened at once for a list; nil where nothing is opened.
  ///
  /// Cost and errors: those of `identities(on:known:opening:)`.
  public func identities() throws -> Identities? {
    try vault.map { try log.identities(on: on, known: known, opening: $0) }
  }

  /// Says that a person's name is shown, one of ``identities()``.
  public func note(shown person: CandidateID) { vault?.note(shown: .candidate(person)) }

  /// The position of the entry that gives ``identity(of:)``; nil where none is recorded.
  ///
  /// - Throws: ``LogFailure``.
  public func identityPosition(of candidate: CandidateID) throws -> Position? {
    try PersonHistory(of: candidate, known: known, in: log).flatMap {
      try latestIdentity(of: $0)?.position
    }
  }

  private typealias IdentityEntry = (
    identity: Sealed?, candidate: CandidateID, event: EventID, position: Position
  )

  private func latestIdentity(of person: PersonHistory) throws -> IdentityEntry? {
    let events = try log.events(
      EventQuery(
        subjects: person.ids.map { .candidate($0) },
        types: [.candidateRegistered, .candidateIdentityCorrected, .eventAnnulled],
        through: known, onOrBefore: on, order: .fold))
    let annulled = TimelessFacts(
      try log.events(
        EventQuery(
          subjects: person.ids.map { .candidate($0) }, types: [.eventAnnulled], through: known))
    ).annulled
    var latest: IdentityEntry?
    for envelope in events where !annulled.contains(envelope.event.id) {
      let (event, position) = (envelope.event, envelope.position)
      if case .candidateRegistered(let data) = event.fact {
        latest = (data.identity, data.candidate, event.id, position)
      } else if case .candidateIdentityCorrected(let data) = event.fact {
        latest = (data.identity, data.candidate, event.id, position)
      }
    }
    return latest
  }

  /// A sealed text of an entry.
  ///
  /// - Parameter path: the field's path in the data: `grounds`, `members.0.name`; `reason` for the entry's
  ///   own reason.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public func text(at position: Position, _ path: String) throws -> PersonalText<String> {
    let value = try log.read(at: position) { stored in
      unsafe (try stored.envelope().event.id, try JSONValue(parsing: Array(stored.bytes)))
    }
    guard let (event, entry) = value else { return .none }
    var found = path == "reason" ? entry : entry["data"]
    for step in path.split(separator: ".") { found = found?.step(String(step)) }
    guard let found else { return .none }
    if let clear = found.text { return .known(clear) }
    guard let vault else { return .hidden }
    return try PersonalText { () throws(VaultFailure) in
      let sealed: Sealed
      do throws(ReadingFailure) { sealed = try found.read() } catch { throw .unreadable(error) }
      let person = try vault.person(holding: sealed.key)
      return try vault.openText(sealed, field: path, of: person, in: event).text
    }
  }
}

/// A text about a person, as far as it can be read.
public enum PersonalText<Value: Sendable>: Sendable {
  case known(Value)
  /// Nothing was recorded.
  case none
  /// No vault is opened: the answer shows ids.
  case hidden
  /// The person was erased.
  case erased
  /// Altered, or sealed under a key that the vault does not have.
  case unreadable

  /// The text, if it could be read.
  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// Opens a text; a failure that concerns this text alone becomes a value.
  init(_ open: () throws(VaultFailure) -> Value) throws(VaultFailure) {
    do throws(VaultFailure) {
      self = .known(try open())
    } catch .keyGone {
      self = .erased
    } catch {
      switch error {
      case .altered, .notAuthentic, .unreadable, .behind: self = .unreadable
      default: throw error
      }
    }
  }
}

extension JSONValue {
  /// A member by its name, or an element by its index.
  fileprivate func step(_ name: String) -> JSONValue? {
    if case .list(let elements) = self {
      return Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    }
    return self[name]
  }
}
