internal import EventLog
public import Events
internal import Projections

extension Question {
  /// What is recorded of a jury's session.
  ///
  /// Cost: some ten index reads for each candidate, and a decryption for each text.
  ///
  /// - Parameter texts: of the same question.
  /// - Returns: nil before the jury is convened.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public func sessionRecord(
    of jury: JuryID, opening texts: PersonalTexts
  ) throws -> SessionRecord? {
    guard let state = try register(of: jury)?.state else { return nil }
    let entries = try log.events(EventQuery(subjects: [.jury(jury)], through: known))
    let seats = state.members + state.formerMembers
    var certifications = [state.certification]
    let candidates = try state.candidacies.map { register in
      let status = try status(of: register.candidacy)?.state
      if let code = status?.certification, !certifications.contains(code) {
        certifications.append(code)
      }
      let subject = Subject.candidacy(register.candidacy)
      return try candidate(
        register, status, opening: texts,
        recused: seats.filter { seat in
          seat.recusals.contains { $0.candidacy == register.candidacy }
        }.map(\.member),
        latest: entries.last { $0.event.fact.subjects.contains(subject) }?.position ?? .zero)
    }
    let frameworks = TimelessFacts(
      try log.events(
        EventQuery(
          subjects: certifications.map { .certification($0) },
          types: [.certificationRegistered, .eventAnnulled], through: known))
    ).frameworks
    return SessionRecord(
      jury: jury, known: known, session: state.session, members: state.members.map(\.member),
      sittings: state.sittings, isCompositionKnown: state.isCompositionKnown,
      blocks: certifications.flatMap { frameworks[$0]?.blocks.map(\.code) ?? [] },
      certifications: certifications, candidates: candidates,
      minutes: state.minutes.map(\.reference.text),
      latest: entries.last?.position ?? .zero)
  }

  private func candidate(
    _ register: JuryCandidacy, _ state: CandidacyState?, opening texts: PersonalTexts,
    recused: [MemberID], latest: Position
  ) throws -> SessionCandidate {
    var decisions: [BlockCode: SessionRecord.Decision] = [:]
    for decision in register.decisions where decision.isInForce {
      guard let entry = try recorded(at: decision.position) else { continue }
      decisions[decision.block] = SessionRecord.Decision(
        decision.verdict, grounds: try texts.recorded(at: decision.position, "grounds"),
        entry: entry)
    }
    let held = (state?.blocks ?? []).filter { $0.status.isHeld }.map(\.code)
    let absence = try register.absence.flatMap { absence in
      try recorded(at: absence.position).map { entry in
        SessionRecord.Absence(excused: absence.excused, entry: entry)
      }
    }
    let recommendation = try register.recommended.flatMap { position in
      try recorded(at: position).map { entry in
        SessionRecord.Recommendation(
          try texts.recorded(at: position, "recommendation"), entry: entry)
      }
    }
    return SessionCandidate(
      register.candidacy, candidate: state?.candidate, status: state?.status,
      blocks: state?.blocks.map(\.code) ?? [],
      held: Set(held.filter { decisions[$0]?.verdict != .validated }),
      isExpected: register.outcome != .withdrawn, decisions: decisions, absence: absence,
      recommendation: recommendation, recused: recused, latest: latest)
  }

  private func recorded(at position: Position) throws -> SessionRecord.Recorded? {
    try log.event(at: position).map { envelope in
      SessionRecord.Recorded(
        envelope.event.id, at: position, on: envelope.event.occurredOn)
    }
  }
}

extension PersonalTexts {
  fileprivate func recorded(
    at position: Position, _ path: String
  ) throws -> SessionRecord.RecordedText {
    switch try text(at: position, path) {
    case .known(let text): .known(text)
    case .none: .known(nil)
    case .hidden, .erased, .unreadable: .hidden
    }
  }
}
