internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// Persons and candidacies that a form names by the person's name instead of an id.
struct TypedPersons {
  private let call: PageCall

  init(_ call: PageCall) { self.call = call }

  enum Answer {
    /// It is no name: ids, or nothing.
    case asTyped
    /// The id that stands for it.
    case ids(String)
    /// No person has the name, or several have.
    case problem(Text)
  }

  /// The most persons told of a name that several have.
  private static let most = 6

  /// - Parameters:
  ///   - text: as it was typed.
  ///   - isCandidacy: whether a candidacy is asked for: the one that is live.
  func ids(of text: String, isCandidacy: Bool) throws -> Answer {
    guard !text.isEmpty, try !isKnown(text, isCandidacy), call.grant.may(.seeNames),
      call.ledger.hasVault, text.contains(where: \.isLetter), !text.contains(","),
      text.unicodeScalars.count <= 200
    else { return .asTyped }
    let output = Output(keptIn: call.language)
    let search = try NameSearch(
      for: text, call.question, opening: call.ledger.vault(.toRead), showingIn: output)
    let found = search.identities.named.keys.sorted()
    guard !found.isEmpty else {
      // An id that the ledger does not have is told by the rules.
      return text.contains(" ") ? .problem(Self.nobody) : .asTyped
    }
    let ids = isCandidacy ? try found.flatMap { try live($0) } : found.map(\.text)
    if ids.count == 1 { return .ids(ids[0]) }
    if ids.isEmpty {
      return .problem(
        Text("cette personne n’a pas de candidature en cours", "this person has no live candidacy"))
    }
    let shown = ids.prefix(Self.most).joined(separator: ", ")
    let more = ids.count > Self.most ? "…" : ""
    return .problem(
      Text(
        "plusieurs ont ce nom : donnez l’identifiant, \(shown)\(more)",
        "several have this name: give the id, \(shown)\(more)"))
  }

  private static let nobody = Text("personne n’a ce nom", "nobody has this name")

  /// Whether a text is an id, or ids, that the ledger has.
  private func isKnown(_ text: String, _ isCandidacy: Bool) throws -> Bool {
    for part in text.split(separator: ",") {
      let id = FormValues.trimmed(String(part))
      let subject: Subject? =
        isCandidacy
        ? (try? CandidacyID(id)).map { .candidacy($0) }
        : (try? CandidateID(id)).map { .candidate($0) }
      guard let subject,
        try !call.question.log.events(EventQuery(subjects: [subject], limit: 1)).isEmpty
      else { return false }
    }
    return true
  }

  /// The candidacies of a person that are not over.
  private func live(_ candidate: CandidateID) throws -> [String] {
    try call.question.person(candidate)?.candidacies.filter { id in
      switch try call.question.status(of: id)?.state.status {
      case .revoked, .certified, .continued, .withdrawn, .inadmissible, nil: false
      case .awardPending, .partiallyCertified, .lapsed, .refused, .awaitingJury, .inPreparation,
        .admissible, .enrolled:
        true
      }
    }.map(\.text) ?? []
  }
}
