internal import EventLog
internal import Events
internal import Projections

/// Finds the entries that made each change, among those between two states of knowledge.
///
/// The first of these that is not empty: those about the subject that concern the field (of a block,
/// those that name it, or annul one that does); all about the subject; those about what it depends on
/// (``Projections/LedgerState/related(to:)``); those about any certification.
struct ChangeCauses {
  private let from: Position
  private let to: Position
  private let before: LedgerState
  private let after: LedgerState
  /// What a finding's entry is about, beside its subject.
  private let findingSubjects: [Position: [Subject]]
  private var bySubject: [Subject: [EntryBetween]] = [:]
  /// The awards, revocations, surveys and pathways of a certification.
  private var ofStatistics: [CertificationCode: Set<Position>] = [:]
  private var general: [Position] = []
  /// Those found, of any subject.
  private(set) var causes: [Position: ChangeCause] = [:]

  private static let counted: Set<EventType> = [
    .certificationAwarded, .certificationRevoked, .insertionSurveyAnswered, .pathwayChanged,
  ]

  /// Cost: one reading of the entries between; memory for those about what changed.
  init(
    of changes: [StateChange], _ folds: TwoFolds, findingSubjects: [Position: [Subject]],
    from: Position, to: Position, in log: some EventLog
  ) throws {
    self.from = from
    self.to = to
    self.findingSubjects = findingSubjects
    (before, after) = (folds.before.state, folds.after.state)
    guard !changes.isEmpty, from < to else { return }
    var wanted: Set<Subject> = []
    for change in changes where !wanted.contains(change.subject) {
      wanted.insert(change.subject)
      wanted.formUnion(related(to: change.subject))
    }
    for subjects in findingSubjects.values { wanted.formUnion(subjects) }
    let counting = Set(changes.compactMap(\.certificationOfStatistics))
    var entries: [(EntryBetween, [Subject])] = []
    var rest: Set<Position> = []
    try log.read(EventQuery(from: from.next, through: to)) { stored in
      let envelope = try stored.envelope()
      let subjects = envelope.event.fact.payload.subjects
      let found = Set(subjects).intersection(wanted)
      let isGeneral = subjects.contains { if case .certification = $0 { true } else { false } }
      let isCounted =
        !counting.isEmpty
        && (Self.counted.contains(envelope.event.fact.type)
          || envelope.event.fact.type == .eventAnnulled)
      guard !found.isEmpty || isGeneral || isCounted else { return }
      let entry = EntryBetween(envelope)
      entries.append((entry, Array(found)))
      if isGeneral { rest.insert(entry.position) }
    }
    for (read, subjects) in entries {
      var entry = read
      try entry.readAnnulled(in: log)
      causes[entry.position] = entry.cause
      for subject in subjects { bySubject[subject, default: []].append(entry) }
      guard !entry.types.isDisjoint(with: Self.counted) else { continue }
      for id in entry.candidacies {
        for code in [before.certification(of: id), after.certification(of: id)] {
          guard let code, counting.contains(code) else { continue }
          ofStatistics[code, default: []].insert(entry.position)
        }
      }
    }
    general = rest.sorted()
  }

  /// The changes with the entries that made them; those of candidacies first explain the figures.
  func explained(_ changes: [StateChange], _ candidacies: [ChangedCandidacy]) -> [StateChange] {
    let states = Dictionary(
      candidacies.compactMap { changed in
        (changed.before ?? changed.after).map { (Subject.candidacy($0.candidacy), changed) }
      }, uniquingKeysWith: { first, _ in first })
    var ofFigures: [CertificationCode: Set<Position>] = [:]
    var explained: [StateChange] = []
    for change in changes where change.gravity != .figures {
      let change = change.because(of: positions(of: change, states[change.subject]))
      explained.append(change)
      guard let state = states[change.subject] else { continue }
      for code in [state.before?.certification, state.after?.certification].compactMap(\.self) {
        ofFigures[code, default: []].formUnion(change.because)
      }
    }
    for change in changes where change.gravity == .figures {
      guard case .certification(let code) = change.subject else { continue }
      var positions = ofFigures[code] ?? []
      if case .statistics = change.field {
        // Only what is counted, where there is any.
        if let counted = ofStatistics[code] { positions = counted }
      }
      explained.append(
        change.because(of: positions.isEmpty ? whole(change.subject) : Array(positions)))
    }
    return explained
  }

  private func positions(of change: StateChange, _ state: ChangedCandidacy?) -> [Position] {
    let own = bySubject[change.subject] ?? []
    let narrow: [EntryBetween]
    switch change.field {
    case .existence: narrow = own
    case .block(let code): narrow = own.filter { $0.blocks.contains(code) }
    case .candidacy(let id): narrow = own.filter { $0.candidacies.contains(id) }
    case .statistics: narrow = []
    case .finding(_, let position):
      if position > from { return [position] }
      narrow = own
    case .member(let name): narrow = entries(of: name, own, state, change.subject)
    }
    if !narrow.isEmpty { return narrow.flatMap(\.positions).filter { from < $0 && $0 <= to } }
    return whole(change.subject, findingSubjects[change.finding ?? .zero] ?? [])
  }

  /// Every entry about a subject, else about what it depends on, else about any certification.
  private func whole(_ subject: Subject, _ others: [Subject] = []) -> [Position] {
    if let own = bySubject[subject] { return own.map(\.position) }
    let around = related(to: subject).union(others).union(
      others.flatMap { related(to: $0) })
    let positions = Set(
      around.flatMap { bySubject[$0] ?? [] }
        // No state and no rule depends on them.
        .filter { !$0.types.isSubset(of: [.candidateIdentityCorrected, .eventAnnulled]) }
        .map(\.position))
    return positions.isEmpty ? general : Array(positions)
  }

  /// The entries about a subject that concern a member of its answer.
  private func entries(
    of member: String, _ own: [EntryBetween], _ state: ChangedCandidacy?, _ subject: Subject
  ) -> [EntryBetween] {
    switch member {
    case "status", "because":
      let old = Set(state?.before?.because ?? [])
      let new = Set(state?.after?.because ?? [])
      return own.filter { new.contains($0.position) || !old.isDisjoint(with: $0.annulled) }
    case "certificate", "certificates":
      return own.filter { !$0.types.isDisjoint(with: Self.ofCertificates) }
    case "declaration": return own.filter { !$0.types.isDisjoint(with: Self.ofDeclarations) }
    case "waivers": return own.filter { $0.waivesRules || !$0.annulled.isEmpty }
    case "candidate", "mergedInto": return merges(of: subject)
    case "deceasedOn":
      return ofPersons(subject).filter { $0.types.contains(.candidateDeceased) }
    case "identity":
      return own.filter { !$0.types.isDisjoint(with: Self.ofIdentities) }
    case "erased":
      return own.filter { !$0.types.isDisjoint(with: Self.ofErasures) }
    default: return own
    }
  }

  /// The entries about the persons that a subject depends on, or is.
  private func ofPersons(_ subject: Subject) -> [EntryBetween] {
    related(to: subject).union([subject])
      .filter { if case .candidate = $0 { true } else { false } }
      .flatMap { bySubject[$0] ?? [] }
  }

  /// The merges that led from a subject's ids to others, one after another.
  private func merges(of subject: Subject) -> [EntryBetween] {
    var ids: Set<CandidateID> = []
    if case .candidacy(let id) = subject {
      for case .candidate(let id) in before.related(to: id) { ids.insert(id) }
    }
    if case .candidate(let id) = subject { ids = [id, before.timeless.person(id)] }
    let merges = ofPersons(subject).filter { $0.merge != nil }
    var found: Set<Position> = []
    var size = -1
    while size < found.count {
      size = found.count
      for entry in merges {
        guard let merge = entry.merge, ids.contains(merge.candidate) else { continue }
        found.insert(entry.position)
        ids.insert(merge.into)
      }
    }
    let chain = merges.filter { found.contains($0.position) }
    return chain.isEmpty ? merges : chain
  }

  private static let ofCertificates: Set<EventType> = [
    .certificateIssued, .certificateReissued, .partialCertificateIssued, .certificateDuplicated,
  ]
  private static let ofDeclarations: Set<EventType> = [
    .awardDeclared, .declarationAnswered, .certificationAwarded, .certificationRevoked,
  ]
  private static let ofIdentities: Set<EventType> = [
    .candidateRegistered, .candidateIdentityCorrected,
  ]
  private static let ofErasures: Set<EventType> = [
    .candidateIdentityErased, .juryMemberIdentityErased,
  ]

  /// What the answer about a subject depends on, as known before and after.
  private func related(to subject: Subject) -> Set<Subject> {
    switch subject {
    case .candidacy(let id): before.related(to: id).union(after.related(to: id))
    case .candidate(let id):
      [.candidate(before.timeless.person(id)), .candidate(after.timeless.person(id))]
    case .certification, .jury, .certificate, .certifier, .member: []
    }
  }
}

extension StateChange {
  /// The certification whose statistics it is a line of.
  fileprivate var certificationOfStatistics: CertificationCode? {
    if case .statistics = field, case .certification(let code) = subject { code } else { nil }
  }

  /// The entry of a finding.
  fileprivate var finding: Position? {
    if case .finding(_, let position) = field { position } else { nil }
  }
}
