internal import EventLog
internal import Events
internal import Spelling
internal import Vault

/// The names of persons as the vault opens them and as a batch gives them, to keep them out of fields that
/// stay in clear.
///
/// Cost: an index read and a decryption for each person asked about, once; for a member, one reading of all
/// juries.
struct KnownNames {
  private let log: any EventLog
  private let batch: any SubmissionSource
  /// Where the batch states names.
  var places = NamePlaces()
  /// Names that are each found as whole words in their order.
  private var surnames: [CandidateID: [FoldedName]] = [:]
  private var names: [MemberID: [FoldedName]]?
  /// Whether the vault could not be opened: then only the batch's names are known.
  private var isVaultClosed = false

  init(of log: any EventLog, and batch: any SubmissionSource) {
    self.log = log
    self.batch = batch
  }

  /// Whether a text names the person: a candidate's birth or usage name, all of a member's name.
  ///
  /// What the vault cannot open, because it is missing or the person was erased, is not known.
  mutating func name(
    _ person: Person, in text: String, opening vault: inout VaultOnDemand
  ) throws -> Bool {
    let text = FoldedName(text)
    if text.words.isEmpty { return false }
    switch person {
    case .candidate(let id):
      return try surnames(of: id, &vault).contains { text.contains(words: $0) }
    case .member(let id):
      let words = Set(text.words)
      return try names(of: id, &vault).contains { words.isSuperset(of: $0.words) }
    }
  }

  private mutating func surnames(
    of candidate: CandidateID, _ vault: inout VaultOnDemand
  ) throws -> [FoldedName] {
    if let known = surnames[candidate] { return known }
    var identities: [Identity] = []
    for place in places.identities(of: candidate) {
      let stated = try batch.submission(at: place).identity(of: candidate)
      if let stated { identities.append(stated) }
    }
    let last = try log.head().last
    let ids = try PersonHistory(of: candidate, known: last, in: log)?.ids ?? []
    let types: [EventType] = [.candidateRegistered, .candidateIdentityCorrected]
    if !ids.isEmpty, let vault = open(&vault) {
      try log.read(EventQuery(subjects: ids.map { .candidate($0) }, types: types)) { stored in
        let event = try stored.envelope().event
        guard let (id, sealed) = event.fact.sealedIdentity else { return }
        let identity = try? vault.openIdentity(
          sealed, field: "identity", of: .candidate(id), in: event.id, isShown: false)
        if let identity { identities.append(identity) }
      }
    }
    let found = identities.flatMap { identity in
      [identity.birthName, identity.usageName].compactMap(\.self).map { FoldedName($0.text) }
    }.filter(\.isTelling)
    surnames[candidate] = found
    return found
  }

  private mutating func names(
    of member: MemberID, _ vault: inout VaultOnDemand
  ) throws -> [FoldedName] {
    if names == nil { names = try allNames(&vault) }
    return names?[member] ?? []
  }

  private mutating func allNames(
    _ vault: inout VaultOnDemand
  ) throws -> [MemberID: [FoldedName]] {
    var found: [MemberID: [FoldedName]] = [:]
    func add(_ name: String, of member: MemberID) {
      let name = FoldedName(name)
      if name.isTelling, !found[member, default: []].contains(name) {
        found[member, default: []].append(name)
      }
    }
    for place in places.members {
      let submission = try batch.submission(at: place)
      guard let type = submission["type"]?.text.flatMap({ EventType(rawValue: $0) }),
        let data = submission["data"]
      else { continue }
      for place in type.sealedPlaces(in: data) {
        guard case .member(let id) = place.owner, let name = data.value(at: place.path[...])?.text
        else { continue }
        add(name, of: id)
      }
    }
    guard let vault = open(&vault) else { return found }
    try log.read(EventQuery(types: Fact.typesNamingMembers)) { stored in
      let event = try stored.envelope().event
      for (path, member, sealed) in event.fact.namedMembers {
        guard let sealed else { continue }
        let name = try? vault.openText(
          sealed, field: path, of: .member(member), in: event.id, isShown: false)
        if let name { add(name.text, of: member) }
      }
    }
    return found
  }

  private mutating func open(_ vault: inout VaultOnDemand) -> Vault? {
    if isVaultClosed { return nil }
    let opened = try? vault.vault()
    isVaultClosed = opened == nil
    return opened
  }
}

extension FoldedName {
  /// Whether it has two letters or more: one letter is found in any text.
  fileprivate var isTelling: Bool { joined.count >= 2 }
}

extension Submission {
  /// The identity that it states of a candidate; nil if it states none.
  func identity(of candidate: CandidateID) -> Identity? {
    guard let text = self["type"]?.text, let type = EventType(rawValue: text),
      type == .candidateRegistered || type == .candidateIdentityCorrected,
      self["data"]?["candidate"]?.text == candidate.text
    else { return nil }
    return self["data"]?["identity"].flatMap { try? $0.read() }
  }
}

extension Fact {
  /// The candidate whose identity it states, and the identity; nil if it states none.
  var sealedIdentity: (CandidateID, Sealed)? {
    if case .candidateRegistered(let data) = self {
      return data.identity.map { (data.candidate, $0) }
    }
    if case .candidateIdentityCorrected(let data) = self {
      return data.identity.map { (data.candidate, $0) }
    }
    return nil
  }

  /// The jury members and signatories that it names, each with the path of the name in its data; the name is
  /// nil where none was given.
  var namedMembers: [(path: String, member: MemberID, name: Sealed?)] {
    if case .juryConvened(let data) = self {
      return (data.members?.elements ?? []).enumerated().map {
        ("members.\($0).name", $1.member, $1.name)
      }
    }
    if case .juryMemberAdded(let data) = self {
      return [("by.name", data.by.member, data.by.name)]
    }
    if case .juryMemberReplaced(let data) = self {
      return [("by.name", data.by.member, data.by.name)]
    }
    if case .certifierDescribed(let data) = self {
      return (data.signatories?.elements ?? []).enumerated().map {
        ("signatories.\($0).name", $1.member, $1.name)
      }
    }
    return []
  }

  /// The types of the facts that may name members.
  static var typesNamingMembers: [EventType] {
    [.juryConvened, .juryMemberAdded, .juryMemberReplaced, .certifierDescribed]
  }
}
