internal import EventLog
internal import Events
internal import Projections
internal import Spelling
internal import Vault

/// The persons registered in a log whom its vault can name, found by birth name, first name and birth date.
///
/// Cost: one decryption for each person, some 130,000 a second; by the index of names, one for each person who
/// has the names of one of the new ones.
struct RegisteredPersons {
  /// What two registrations of one person have in common, whatever the spelling: a code of 128 bits, which
  /// two persons share by chance about never.
  struct Likeness: Hashable {
    private let code: SIMD2<Int>

    /// Nil if the birth date is not known: then nothing tells two persons of one name apart.
    init?(_ identity: Identity) {
      guard let birthDate = identity.birthDate else { return nil }
      let birthName = FoldedName(identity.birthName.text).joined
      let firstName = FoldedName(identity.firstNames.elements[0].text).joined
      func word(_ number: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(number)
        hasher.combine(birthName)
        hasher.combine(firstName)
        hasher.combine(birthDate.text)
        return hasher.finalize()
      }
      code = SIMD2(word(0), word(1))
    }
  }

  /// A registration to be compared with those of the log.
  struct New {
    let line: Int
    let id: CandidateID
    let likeness: Likeness
  }

  private var ids: [Likeness: [CandidateID]] = [:]
  /// Nil for those found by the index.
  private let timeless: TimelessFacts?
  /// The ids known now of new persons, where ``timeless`` is nil.
  private var merged: [CandidateID: CandidateID] = [:]

  /// - Parameter prospect: the log with what is tried, whose merges count; nil: those of the log.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  init(
    in log: some EventLog, merged prospect: ProspectiveLog? = nil, opening vault: Vault
  ) throws {
    let known = try log.head().last
    let timeless =
      try prospect.map { try $0.timelessFacts(through: $0.head().last) }
      ?? log.timelessFacts(through: known)
    self.timeless = timeless
    var latest: [CandidateID: Likeness] = [:]
    try log.eachIdentity(on: .last, known: known, opening: vault) {
      latest[$0] = $1.flatMap(Likeness.init)
    }
    for (id, likeness) in latest { ids[likeness, default: []].append(id) }
  }

  /// Those who have the names of some new persons, by the index of names.
  ///
  /// - Returns: nil if the index does not serve: then all are read.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  init?(
    named submissions: [Submission], in log: any EventLog, opening vault: Vault,
    indexedFrom: Int = NameSearch.indexedFrom
  ) throws {
    guard submissions.count <= Self.fewest, try vault.hasRoom(forKeys: indexedFrom) else {
      return nil
    }
    timeless = nil
    let question = Question(log: log, on: .last, known: try log.head().last)
    guard
      let index = try NameIndex(
        of: log, on: .last, known: question.known, opening: vault, isMade: false)
    else { return nil }
    let texts = PersonalTexts(of: question, opening: vault)
    var done: Set<CandidateID> = []
    for (id, identity) in submissions.compactMap(\.registered) where identity.birthDate != nil {
      merged[id] = try question.person(id)?.candidate
      let words = [identity.birthName, identity.firstNames.elements[0]]
        .map { FoldedName($0.text).joined }
      guard !words.contains(""), let found = try index.candidates(with: Set(words)),
        found.count <= Self.fewest
      else { return nil }
      for candidate in found where !done.contains(candidate) {
        guard let person = try question.person(candidate) else { continue }
        done.formUnion(person.ids)
        if case .known(let identity) = try texts.identity(of: person),
          let likeness = Likeness(identity)
        {
          ids[likeness, default: []].append(person.candidate)
        }
      }
    }
  }

  /// The largest number of new persons, and of namesakes of one, for which the index is asked.
  private static var fewest: Int { 500 }

  private func person(_ id: CandidateID) -> CandidateID {
    timeless?.person(id) ?? merged[id] ?? id
  }

  /// What is compared of a submission; nil if it registers nobody, or nobody whose birth date is known.
  func new(_ submission: Submission) -> New? {
    submission.registered.flatMap { id, identity in
      Likeness(identity).map {
        New(line: submission.line, id: person(id), likeness: $0)
      }
    }
  }

  /// The registrations among these, in their order, of persons who are in the log under another id or are
  /// registered by an earlier one of them.
  ///
  /// - Parameter submissions: registrations; the log may have them already.
  func repeated(by submissions: [Submission]) -> [RepeatedRegistration] {
    repeated(by: submissions.compactMap(new))
  }

  func repeated(by new: [New]) -> [RepeatedRegistration] {
    var ids = ids
    for one in new { ids[one.likeness]?.removeAll { $0 == one.id } }
    var repeated: [RepeatedRegistration] = []
    for one in new {
      let others = ids[one.likeness, default: []]
      if others.contains(one.id) { continue }
      if !others.isEmpty {
        repeated.append(
          RepeatedRegistration(line: one.line, candidate: one.id, known: others.sorted()))
      }
      ids[one.likeness, default: []].append(one.id)
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
