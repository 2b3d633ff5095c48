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

  /// The last days of windows, validities, admissibilities, registrations and declarations, and the
  /// days after.
  func ends() -> [CalendarDate] {
    var ends: [CalendarDate] = []
    for framework in frameworks {
      ends += [framework.expiresOn, framework.lastDeliveryOn].compactMap { $0 }
    }
    for entry in reading.facts {
      switch entry.event.fact {
      case .certificationAwarded: ends.append(entry.event.occurredOn.adding(months: 3))
      case .admissibilityDecided(let data): ends += [data.validUntil].compactMap { $0 }
      case .registrationRenewed(let data):
        ends += [data.expiresOn, data.lastDeliveryOn].compactMap { $0 }
      case .certificationWithdrawn(let data):
        ends += [entry.event.occurredOn, data.lastDeliveryOn].compactMap { $0 }
      case .completionWindowPolicyChanged(let data): ends.append(data.effectiveOn)
      case .blockValidityPolicyChanged(let data): ends.append(data.effectiveOn)
      case .juryPolicyChanged(let data): ends.append(data.effectiveOn)
      default: continue
      }
    }
    for enrolment in enrolments {
      guard let framework = ledger.framework(enrolment.certification) else { continue }
      ends += [reading.answer(enrolment.candidacy)?.window.lastDay].compactMap { $0 }
      for block in framework.blocks.elements {
        for decision in reading.decisions(enrolment.candidacy, block.code) where decision.holds {
          ends += [reading.lastValidDay(decision, block.code, framework)].compactMap { $0 }
        }
      }
    }
    return ends.flatMap { [$0, $0.adding(days: 1)] }
  }

  /// The last days that decide whether a fact may be recorded.
  func ends(bearingOn fact: Fact) -> [CalendarDate] {
    switch fact {
    case .candidateEnrolled(let data):
      let framework = ledger.framework(data.certification)
      let window = data.completes.flatMap { reading.answer($0)?.window.lastDay }
      return [data.completes == nil ? framework?.expiresOn : window].compactMap { $0 }
    case .blockValidated(let data):
      return [
        reading.answer(data.candidacy)?.window.lastDay,
        reading.admissibility(data.candidacy)?.validUntil,
      ].compactMap { $0 }
    case .candidateSummoned(let data):
      return [reading.admissibility(data.candidacy)?.validUntil].compactMap { $0 }
    case .priorValidationRecognised(let data):
      guard let source = data.source.candidacy, let enrolment = reading.enrolment(source),
        let framework = ledger.framework(enrolment.certification)
      else { return [] }
      let block = data.source.block ?? data.block
      return reading.decisions(source, block).filter(\.holds).compactMap {
        reading.lastValidDay($0, block, framework)
      }
    case .certificationAwarded(let data):
      let framework = reading.enrolment(data.candidacy).flatMap {
        ledger.framework($0.certification)
      }
      return [framework?.lastDeliveryOn].compactMap { $0 }
    case .declarationAnswered(let data):
      return reading.facts.compactMap { entry in
        guard case .certificationAwarded(let award) = entry.event.fact,
          award.candidacy == data.candidacy
        else { return nil }
        return entry.event.occurredOn.adding(months: 3)
      }
    default: return []
    }
  }

  // MARK: Juries

  /// A jury with its members, summonses and absences.
  struct Jury {
    let convened: JuryConvened
    var members: [JuryMember]
    var isHeld = false
    var isCancelled = false
    var summoned: Set<CandidacyID> = []
    var absent: Set<CandidacyID> = []
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
      case .juryCancelled: jury?.isCancelled = true
      case .candidateSummoned(let data): jury?.summoned.insert(data.candidacy)
      case .summonsWithdrawn(let data): jury?.summoned.remove(data.candidacy)
      case .candidateAbsent(let data): jury?.absent.insert(data.candidacy)
      default: continue
      }
    }
    return jury
  }

  /// Whether a person can enrol: no live candidacy, or one to complete.
  func isFree(_ candidate: CandidateID, for certification: CertificationCode) -> Bool {
    let over: [CandidacyStatus] = [.revoked, .certified, .continued, .withdrawn, .inadmissible]
    return enrolments.allSatisfy { enrolment in
      guard enrolment.certification == certification,
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
    return numbers.first { !used.contains($0) } ?? numbers[0]
  }
}
