internal import EventLog
internal import Events
internal import Projections
internal import Spelling
internal import Vault

/// The persons registered in a log whom its vault can name, found by birth name, first name and birth date.
///
/// Cost: one decryption for each person, some 130,000 a second.
struct RegisteredPersons {
  /// What two registrations of one person have in common, whatever the spelling.
  private struct Likeness: Hashable {
    let birthName: String
    let firstName: String
    let birthDate: String

    /// Nil if the birth date is not known: then nothing tells two persons of one name apart.
    init?(_ identity: Identity) {
      guard let birthDate = identity.birthDate else { return nil }
      birthName = FoldedName(identity.birthName.text).joined
      firstName = FoldedName(identity.firstNames.elements[0].text).joined
      self.birthDate = birthDate.text
    }
  }

  private var ids: [Likeness: [CandidateID]] = [:]
  private let timeless: TimelessFacts

  /// - Throws: ``LogFailure``, ``VaultFailure``.
  init(in log: some EventLog, opening vault: Vault) throws {
    let known = try log.head().last
    timeless = try log.timelessFacts(through: known)
    let identities = try log.identities(on: .last, known: known, opening: vault)
    for (id, identity) in identities.named {
      if let likeness = Likeness(identity) { ids[likeness, default: []].append(id) }
    }
  }

  /// The registrations among these, in their order, of persons who are in the log under another id or are
  /// registered by an earlier one of them.
  ///
  /// - Parameter submissions: registrations; the log may have them already.
  func repeated(by submissions: [Submission]) -> [RepeatedRegistration] {
    var ids = ids
    let new = submissions.compactMap { submission in
      submission.registered.flatMap { id, identity in
        Likeness(identity).map { (line: submission.line, id: timeless.person(id), likeness: $0) }
      }
    }
    for (_, id, likeness) in new { ids[likeness]?.removeAll { $0 == id } }
    var repeated: [RepeatedRegistration] = []
    for (line, id, likeness) in new {
      let others = ids[likeness, default: []]
      if others.contains(id) { continue }
      if !others.isEmpty {
        repeated.append(RepeatedRegistration(line: line, candidate: id, known: others.sorted()))
      }
      ids[likeness, default: []].append(id)
    }
    return repeated
  }
}

extension Submission {
  /// The candidate whom it registers, and their identity; nil if it registers nobody.
  var registered: (candidate: CandidateID, identity: Identity)? {
    guard self["type"]?.text == EventType.candidateRegistered.rawValue,
      let id = self["data"]?["candidate"]?.text.flatMap({ try? CandidateID($0) }),
      let identity = identity(of: id)
    else { return nil }
    return (id, identity)
  }
}
