public import AcquisLedger
internal import EventLog
public import Events
internal import Projections

/// The letters of one kind of a jury to its candidates, or what keeps them from being written.
///
/// A summons goes to each candidate whose summons is in force and unanswered; a result to each candidate
/// on whom the jury decided.
public struct Letters: Sendable {
  /// By the candidates' names.
  public let letters: [Letter]
  /// What is to be settled before any letter is written.
  public let obstacles: [LetterObstacle]

  /// Makes the letters.
  ///
  /// - Parameters:
  ///   - left: the candidacies that get no letter.
  ///   - texts: of the same question.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public init(
    _ kind: LetterKind, of proceedings: JuryProceedings, leavingOut left: Set<CandidacyID>,
    in languages: Languages, _ question: Question, opening texts: PersonalTexts
  ) throws {
    let state = proceedings.state
    let candidates = proceedings.candidates.filter { candidate in
      guard !left.contains(candidate.candidacy) else { return false }
      switch kind {
      case .summons: return candidate.register.outcome == .summoned
      case .result: return candidate.register.outcome == .decided
      }
    }
    var obstacles: [LetterObstacle] = []
    if state.status == .cancelled || state.status == .annulled {
      obstacles.append(.ended(state.jury, isAnnulled: state.status == .annulled))
    }
    if kind == .summons, state.place == nil, state.mode == .onSite || state.mode == .mixed,
      let convened = proceedings.convenedAt
    {
      obstacles.append(.noPlace(state.jury, at: convened))
    }
    var sender: LetterSender?
    switch try LetterSender.read(for: state.certification, question, opening: texts) {
    case .success(let found): sender = found
    case .failure(let obstacle): obstacles.append(obstacle)
    }
    obstacles += candidates.flatMap { $0.obstacles(to: kind) }
    self.obstacles = obstacles
    guard obstacles.isEmpty, let sender else {
      letters = []
      return
    }
    letters = try candidates.compactMap { candidate -> Letter? in
      guard let identity = candidate.identity.value, let state = candidate.state else { return nil }
      let content = LetterContent(
        proceedings: proceedings, candidate: candidate, identity: identity, state: state,
        framework: proceedings.frameworks[state.certification], sender: sender,
        languages: languages)
      switch kind {
      case .summons: return content.summons
      case .result:
        return content.result(validity: try question.blockValidity(of: state.certification))
      }
    }
  }
}

extension JuryCandidate {
  fileprivate func obstacles(to kind: LetterKind) -> [LetterObstacle] {
    guard let state else { return [.notEnrolled(candidacy)] }
    var obstacles: [LetterObstacle] = []
    switch identity {
    case .known: break
    case .erased: obstacles.append(.erased(candidacy))
    case .none, .hidden, .unreadable: obstacles.append(.unreadable(candidacy))
    }
    if state.deceasedOn != nil { obstacles.append(.deceased(candidacy)) }
    guard kind == .result else { return obstacles }
    obstacles += register.decisions.filter { $0.fate == .appealed }.map {
      .underAppeal(candidacy, $0.block)
    }
    if decisionsInForce.isEmpty { obstacles.append(.nothingInForce(candidacy)) }
    for decision in decisionsInForce {
      if case .unreadable = grounds[decision.position] {
        obstacles.append(.groundsUnreadable(candidacy, decision.position))
      }
    }
    if case .unreadable = recommendation, let position = register.recommended {
      obstacles.append(.groundsUnreadable(candidacy, position))
    }
    return obstacles
  }
}

extension Question {
  /// How long a block of a certification is held, by the policy in force on the day asked; nil where its
  /// framework is not known.
  fileprivate func blockValidity(of certification: CertificationCode) throws -> TimeLimit? {
    let entries = try log.events(
      EventQuery(
        subjects: [.certification(certification)],
        types: [.certificationRegistered, .blockValidityPolicyChanged, .eventAnnulled],
        through: known, order: .fold))
    let timeless = TimelessFacts(entries)
    let changes = entries.compactMap { entry -> BlockValidityPolicyChanged? in
      guard case .blockValidityPolicyChanged(let data) = entry.event.fact,
        !timeless.annulled.contains(entry.event.id), entry.event.occurredOn <= on,
        data.effectiveOn <= on
      else { return nil }
      return data
    }
    // Of two of one day the later one in fold order counts: `max` returns the last of equals.
    let latest = changes.enumerated().max {
      ($0.element.effectiveOn, $0.offset) < ($1.element.effectiveOn, $1.offset)
    }?.element
    return latest.map { TimeLimit(years: $0.years, basis: $0.basis) }
      ?? timeless.frameworks[certification]?.registration.blockValidity
  }
}
