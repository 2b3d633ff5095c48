internal import Events
internal import Projections

/// The state of the history on a day, as the command generator reads it.
struct Scene {
  let history: [Envelope]
  let today: CalendarDate
  let ledger: NaiveLedger
  let reading: NaiveReading

  init(_ history: [Envelope], on day: CalendarDate) {
    self.history = history
    today = day
    ledger = NaiveLedger(log: history, day: day, known: Position(.max))
    reading = ledger.reading()
  }

  var facts: [Fact] { reading.facts.map(\.event.fact) }

  /// The frameworks known, in the order of their positions.
  var frameworks: [CertificationRegistered] {
    ledger.entriesNotAnnulled.compactMap { entry in
      if case .certificationRegistered(let data) = entry.event.fact { data } else { nil }
    }
  }

  var enrolments: [CandidateEnrolled] {
    facts.compactMap { fact in
      if case .candidateEnrolled(let data) = fact { data } else { nil }
    }
  }

  // MARK: Juries

  /// A jury with its members, summonses and absences.
  struct Jury {
    let convened: JuryConvened
    var members: [JuryMember]
    var isHeld = false
    /// Whether it is cancelled or annulled.
    var isOver = false
    var summoned: Set<CandidacyID> = []
    var absent: Set<CandidacyID> = []
    var decided: Set<CandidacyID> = []
    var recused: [MemberID] = []
  }

  func jury(_ id: JuryID) -> Jury? {
    var jury: Jury?
    for fact in facts where fact.jury == id {
      switch fact {
      case .juryConvened(let data):
        jury = Jury(convened: data, members: data.members?.elements ?? [])
      case .juryMemberAdded(let data): jury?.members.append(data.by)
      case .juryMemberReplaced(let data):
        jury?.members.removeAll { $0.member == data.member }
        jury?.members.append(data.by)
      case .juryMemberRecused(let data): jury?.recused.append(data.member)
      case .juryHeld: jury?.isHeld = true
      case .juryCancelled, .juryAnnulled: jury?.isOver = true
      case .candidateSummoned(let data): jury?.summoned.insert(data.candidacy)
      case .summonsWithdrawn(let data): jury?.summoned.remove(data.candidacy)
      case .candidateAbsent(let data): jury?.absent.insert(data.candidacy)
      case .blockValidated(let data): jury?.decided.insert(data.candidacy)
      case .blockRefused(let data): jury?.decided.insert(data.candidacy)
      default: continue
      }
    }
    return jury
  }

  /// Whether a person can enrol: no live candidacy, or one to complete.
  func isFree(_ candidate: CandidateID, for certification: CertificationCode) -> Bool {
    let over: [CandidacyStatus] = [.revoked, .certified, .continued, .withdrawn, .inadmissible]
    return enrolments.allSatisfy { enrolment in
      guard reading.areVersions(enrolment.certification, certification),
        ledger.person(enrolment.candidate) == ledger.person(candidate),
        let answer = reading.answer(enrolment.candidacy)
      else { return true }
      return over.contains(answer.status) || answer.window.status != .none
    }
  }

  /// Whether the type is among a candidacy's facts.
  func has(_ type: EventType, _ candidacy: CandidacyID) -> Bool {
    facts.contains { $0.type == type && $0.candidacy == candidacy }
  }

  /// The first number not used yet.
  func freshNumber(_ numbers: [CertificateNumber]) -> CertificateNumber {
    let used = ledger.entriesNotAnnulled.compactMap { NaiveJudgement.number($0.event.fact) }
    return numbers.first { number in !used.contains { number.isSame(as: $0) } } ?? numbers[0]
  }
}
