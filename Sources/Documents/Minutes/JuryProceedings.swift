public import AcquisLedger
internal import EventLog
public import Events
public import Projections

/// All that the documents of one jury state: its register, the certifications concerned, the members and
/// the candidates by name.
public struct JuryProceedings: Sendable {
  public let answer: JuryAnswer
  /// The frameworks of the jury's certification and of its candidacies'.
  public let frameworks: [CertificationCode: CertificationRegistered]
  /// The jury's candidates by name; those without a name are sorted by id.
  public let candidates: [JuryCandidate]
  /// The names that could be read.
  let memberNames: [MemberID: String]
  /// The texts that say why the jury was cancelled or annulled.
  public let endGrounds: PersonalText<String>
  /// The day of the cancellation or of the annulment.
  let endedOn: CalendarDate?
  /// The entry that convened the jury.
  let convenedAt: Position?
  /// Every entry that names the jury and is not annulled, and those of the frameworks: ascending.
  let positions: [Position]

  public var state: JuryState { answer.state }
  public var jury: JuryID { state.jury }

  /// Every seat, also those left since, in fold order.
  public var seats: [JurySeat] {
    (state.members + state.formerMembers).sorted { left, right in left.since < right.since }
  }

  /// Reads a jury's register and what it names.
  ///
  /// Cost: some ten index reads for each candidacy, and a decryption for each text.
  ///
  /// - Parameter texts: of the same question.
  /// - Returns: nil before the jury is convened.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public init?(of jury: JuryID, _ question: Question, opening texts: PersonalTexts) throws {
    guard let answer = try question.register(of: jury) else { return nil }
    self.answer = answer
    let entries = try question.entries(naming: jury)
    let candidates = try answer.state.candidacies.map { register in
      try JuryCandidate(register, entries, question, opening: texts)
    }
    self.candidates = candidates.sorted {
      ($0.name.sortKey, $0.candidacy.text) < ($1.name.sortKey, $1.candidacy.text)
    }
    let codes = Set(candidates.compactMap { $0.state?.certification })
      .union([answer.state.certification])
    let registered = try question.frameworks(codes)
    frameworks = registered.mapValues(\.registration)
    memberNames = try texts.names(
      of: answer.state.members + answer.state.formerMembers)
    let isEnded = answer.state.status == .cancelled || answer.state.status == .annulled
    endGrounds = isEnded ? try texts.text(at: answer.state.position, "grounds") : .none
    endedOn =
      isEnded
      ? entries.first { $0.position == answer.state.position }?.event.occurredOn : nil
    convenedAt = entries.first { $0.event.fact.type == .juryConvened }?.position
    positions = Set(entries.map(\.position) + registered.values.map(\.position)).sorted()
  }

  /// A member's name, else the id.
  public func name(of member: MemberID) -> String { memberNames[member] ?? member.text }

  /// The members who replaced a member, in fold order.
  func replacements(of member: MemberID) -> [MemberID] {
    seats.filter { $0.appointment == .replacing(member) }.map(\.member)
  }

  /// The members who took a recused member's place for a candidacy: those who replaced the member, and those
  /// of the same role who were added after the recusal and are not recused too.
  func substitutes(for seat: JurySeat, _ recusal: JurySeat.Recusal) -> [MemberID] {
    seats.filter { other in
      if other.appointment == .replacing(seat.member) { return true }
      return other.appointment == .added && other.role == seat.role
        && recusal.position < other.since
        && !other.recusals.contains { $0.candidacy == recusal.candidacy }
    }.map(\.member)
  }

  /// A candidacy's name as listed, else its id.
  func name(of candidacy: CandidacyID) -> String {
    candidates.first { $0.candidacy == candidacy }?.name.text ?? candidacy.text
  }

  /// The certifications of the candidates, that of the jury first.
  public var certifications: [CertificationCode] {
    let others = Set(candidates.map { certification(of: $0) }).subtracting([state.certification])
    return [state.certification] + others.sorted { $0.text < $1.text }
  }

  /// The certification that a candidate is enrolled for, else the jury's.
  public func certification(of candidate: JuryCandidate) -> CertificationCode {
    candidate.state?.certification ?? state.certification
  }

  /// The framework of the jury's certification; nil only if its registration was annulled.
  public var framework: CertificationRegistered? { frameworks[state.certification] }
}

extension Question {
  /// The entries that name a jury by the day asked and are not annulled, in fold order.
  fileprivate func entries(naming jury: JuryID) throws -> [Envelope] {
    let all = try log.events(
      EventQuery(subjects: [.jury(jury)], through: known, order: .fold))
    let annulled = TimelessFacts(all).annulled
    return all.filter { entry in
      entry.event.occurredOn <= on && entry.event.fact.type != .eventAnnulled
        && !annulled.contains(entry.event.id)
    }
  }

  /// The frameworks of certifications as registered, and the positions of their entries.
  fileprivate func frameworks(
    _ codes: Set<CertificationCode>
  ) throws -> [CertificationCode: Framework] {
    let entries = try log.events(
      EventQuery(
        subjects: codes.sorted { $0.text < $1.text }.map { .certification($0) },
        types: [.certificationRegistered, .eventAnnulled], through: known))
    return TimelessFacts(entries).frameworks.filter { codes.contains($0.key) }
  }
}

extension PersonalTexts {
  /// The names of the members of seats that were recorded and can be read.
  ///
  /// Cost: two index reads and a decryption for each member.
  ///
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public func names(of seats: [JurySeat]) throws -> [MemberID: String] {
    var names: [MemberID: String] = [:]
    for seat in seats where names[seat.member] == nil {
      guard let fact = try log.event(at: seat.since)?.event.fact,
        let path = fact.path(ofNameOf: seat)
      else { continue }
      names[seat.member] = try text(at: seat.since, path).value
    }
    return names
  }
}

extension Fact {
  /// The path in the data of the name of the member whom this fact gave a seat.
  fileprivate func path(ofNameOf seat: JurySeat) -> String? {
    if case .juryConvened(let data) = self {
      return data.members?.elements.firstIndex {
        $0.member == seat.member && $0.role == seat.role
      }.map { "members.\($0).name" }
    }
    return "by.name"
  }
}

extension JuryCandidate {
  fileprivate init(
    _ register: JuryCandidacy, _ entries: [Envelope], _ question: Question,
    opening texts: PersonalTexts
  ) throws {
    self.register = register
    state = try question.status(of: register.candidacy)?.state
    stateWhenDecided = try register.decisions.map(\.decidedOn).max().flatMap { day in
      try Question(log: question.log, on: day, known: question.known)
        .status(of: register.candidacy)?.state
    }
    identity = try state.map { try texts.identity(of: $0.candidate) } ?? .none
    sequels = entries.compactMap { DecisionSequel($0, of: register.candidacy) }
    let explained =
      register.decisions.filter { $0.verdict == .refused }.map(\.position)
      + sequels.filter { $0.kind == .revoked }.map(\.position)
    var grounds: [Position: PersonalText<String>] = [:]
    for position in explained { grounds[position] = try texts.text(at: position, "grounds") }
    self.grounds = grounds
    recommendation =
      try register.recommended.map { try texts.text(at: $0, "recommendation") } ?? .none
  }
}

extension DecisionSequel {
  /// Nil for an entry that changes no decision, or one of another candidacy.
  fileprivate init?(_ entry: Envelope, of candidacy: CandidacyID) {
    let (kind, block): (Kind, BlockCode)
    if case .decisionAppealed(let data) = entry.event.fact, data.candidacy == candidacy {
      (kind, block) = (.appealed, data.block)
    } else if case .appealDecided(let data) = entry.event.fact, data.candidacy == candidacy {
      (kind, block) = (data.outcome == .falls ? .overturned : .upheld, data.block)
    } else if case .juryDecisionRevoked(let data) = entry.event.fact, data.candidacy == candidacy {
      (kind, block) = (.revoked, data.block)
    } else {
      return nil
    }
    self.init(kind: kind, block: block, day: entry.event.occurredOn, position: entry.position)
  }
}
