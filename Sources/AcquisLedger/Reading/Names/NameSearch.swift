internal import EventLog
package import Events
package import Projections
internal import Spelling
package import Vault

/// The persons whose names have the words of a text, and how they were found.
package struct NameSearch: Sendable {
  /// Why every name was read.
  package enum Reason: Sendable {
    /// There are so few names that their parts are searched at once.
    case few
    /// The text asks for parts of words (`*`).
    case parts
    /// No name has all of its words as whole words.
    case noWholeWords
    /// The index cannot answer: of an earlier day or knowledge, or where the vault may not be written to or
    /// refuses some persons.
    case noIndex
  }

  /// Those found, and how many could not be named.
  package let identities: Identities
  /// Nil if the index answered, by whole words.
  package let readAll: Reason?
  /// Those found, if they are few; nil if a list of them is better made from a reading of all.
  package let persons: [PersonHistory]?

  /// The number of keys from which a vault has an index: fewer names are read in a tenth of a second.
  package static var indexedFrom: Int { 10_000 }
  /// The largest number of persons that are read one by one.
  private static var limit: Int { 1_000 }

  /// - Parameters:
  ///   - text: words in any order; with a `*`, each may be a part of a word.
  ///   - indexedFrom: as ``indexedFrom``.
  ///   - progress: called now and then with the number of names indexed, where the index is made.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  package init(
    for text: String, _ question: Question, opening vault: Vault,
    indexedFrom: Int = Self.indexedFrom, progress: (Int) -> Void = { _ in }
  ) throws {
    var reason = Reason.few
    if try vault.hasRoom(forKeys: indexedFrom) {
      let words = Set(FoldedName(text).words)
      let (found, persons, why) = try Self.indexed(words, text, question, vault, progress)
      if let found {
        (identities, readAll, self.persons) = (found, nil, persons)
        return
      }
      reason = why
    }
    var all = try question.log.identities(
      on: question.on, known: question.known, opening: vault)
    all.named = all.named.filter { $0.value.isNamed(like: text) }
    identities = all
    readAll = reason
    persons = nil
  }

  /// What the index finds; nil, and why, if every name is to be read.
  private static func indexed(
    _ words: Set<String>, _ text: String, _ question: Question, _ vault: Vault,
    _ progress: (Int) -> Void
  ) throws -> (Identities?, [PersonHistory]?, Reason) {
    if text.contains("*") { return (nil, nil, .parts) }
    guard !words.isEmpty else { return (Identities(), [], .parts) }
    let index = try NameIndex(
      of: question.log, on: question.on, known: question.known, opening: vault,
      progress: progress)
    guard let candidates = try index?.candidates(with: words) else { return (nil, nil, .noIndex) }
    var found: Identities
    var persons: [PersonHistory]?
    if candidates.count <= limit {
      (found, persons) = try question.identities(of: candidates, opening: vault)
    } else {
      found = try question.log.identities(
        on: question.on, known: question.known, opening: vault, recordedUnder: candidates)
    }
    found.named = found.named.filter { $0.value.isNamed(withWordsOf: text) }
    persons = persons?.filter { found.named[$0.candidate] != nil }
    if found.named.isEmpty, found.damaged == 0 { return (nil, nil, .noWholeWords) }
    return (found, persons, .noWholeWords)
  }
}

extension Question {
  /// The latest identities of some candidates' persons, each read by its id.
  fileprivate func identities(
    of candidates: Set<CandidateID>, opening vault: Vault
  ) throws -> (Identities, [PersonHistory]) {
    let texts = PersonalTexts(of: self, opening: vault)
    var identities = Identities()
    var persons: [PersonHistory] = []
    var done: Set<CandidateID> = []
    for candidate in candidates where !done.contains(candidate) {
      guard let person = try PersonHistory(of: candidate, known: known, in: log) else { continue }
      done.formUnion(person.ids)
      persons.append(person)
      switch try texts.identity(of: person) {
      case .known(let identity): identities.named[person.candidate] = identity
      case .unreadable: identities.damaged += 1
      case .none, .hidden, .erased: break
      }
    }
    return (identities, persons)
  }

  /// Persons registered or enrolled by the day, by id, as ``people()`` gives them.
  ///
  /// Cost: some index reads a person.
  ///
  /// - Throws: ``LogFailure``.
  package func people(_ persons: [PersonHistory]) throws -> [PersonState] {
    try persons.compactMap { person in
      let events = try log.events(
        EventQuery(
          subjects: person.ids.map { .candidate($0) }
            + person.candidacies.map { .candidacy($0) },
          types: PersonDirectory.types + [.eventAnnulled, .candidateMerged], through: known,
          order: .fold))
      var directory = PersonDirectory(TimelessFacts(events))
      for event in events where event.event.occurredOn <= on { directory.apply(event) }
      return directory.persons.first { $0.candidate == person.candidate }
    }.sorted { $0.candidate < $1.candidate }
  }

  /// The fold of the candidacies of some persons, and of what their state depends on.
  ///
  /// Cost: some index reads a candidacy.
  ///
  /// - Throws: ``LogFailure``.
  package func folded(candidaciesOf persons: [PersonHistory]) throws -> LedgerState {
    try folded(persons.flatMap(\.candidacies))
  }

  /// The fold of the candidacies that have a certificate of a number, or of one that differs in case.
  ///
  /// Cost: a decoding of every certificate, and some index reads a candidacy.
  ///
  /// - Throws: ``LogFailure``.
  package func folded(candidaciesWith number: CertificateNumber) throws -> LedgerState {
    let types: [EventType] = [.certificateIssued, .certificateReissued, .partialCertificateIssued]
    var candidacies: Set<CandidacyID> = []
    var query = EventQuery(types: types, through: known)
    query.checksHashes = false
    try log.read(query) { stored in
      let fact = try stored.envelope().event.fact
      guard case .subject(.certificate(let other)) = fact.payload.introduces,
        other.isSame(as: number), let candidacy = fact.candidacy
      else { return }
      candidacies.insert(candidacy)
    }
    return try folded(candidacies.sorted())
  }

  private func folded(_ candidacies: [CandidacyID]) throws -> LedgerState {
    var boundary = ConsistencyBoundary(of: log, known: known)
    for candidacy in candidacies { try boundary.read(candidacy: candidacy) }
    let events = boundary.inFoldOrder
    var state = LedgerState(TimelessFacts(events))
    for envelope in events where envelope.event.occurredOn <= on { state.apply(envelope) }
    return state
  }
}
