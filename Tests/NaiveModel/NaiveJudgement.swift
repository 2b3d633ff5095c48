internal import Events

/// One entry judged at its place in valid time, with everything known.
struct NaiveJudgement {
  let entry: Envelope
  /// The day it is recorded.
  let recordedOn: CalendarDate
  /// Everything known, asked on the entry's day.
  let ledger: NaiveLedger
  /// The facts before it, by day and position.
  let before: NaiveReading
  /// The facts of its day or before, at any position; R03, R05, R12 and R13 read them.
  let sameDay: NaiveReading

  init(_ entry: Envelope, known: [Envelope], recordedOn: CalendarDate) {
    self.entry = entry
    self.recordedOn = recordedOn
    ledger = NaiveLedger(log: known, day: entry.event.occurredOn, known: Position(.max))
    sameDay = ledger.reading()
    before = NaiveReading(
      model: ledger, facts: sameDay.facts.filter { $0.moment < entry.moment })
  }

  var fact: Fact { entry.event.fact }
  var day: CalendarDate { entry.event.occurredOn }

  /// The rules it breaks, among those that refuse.
  func refusals() -> Set<Int> {
    let rules: [(Int, () -> Bool)] = [
      (1, breaksR01), (2, breaksR02), (3, breaksR03), (4, breaksR04), (5, breaksR05),
      (6, breaksR06), (7, breaksR07), (8, breaksR08), (9, breaksR09), (10, breaksR10),
      (11, breaksR11), (12, breaksR12), (13, breaksR13), (14, breaksR14), (15, breaksR15),
      (16, breaksR16), (17, breaksR17), (22, breaksR22),
    ]
    return Set(rules.filter { $0.1() }.map(\.0))
  }

  /// The rules it breaks, among those that only report.
  func findings() -> Set<Int> {
    let rules: [(Int, () -> Bool)] = [
      (3, breaksR03WhenConvened), (18, breaksR18), (19, breaksR19), (20, breaksR20),
    ]
    return Set(rules.filter { $0.1() }.map(\.0))
  }

  // MARK: The entry's subjects

  var candidacy: CandidacyID? { fact.candidacy }
  var jury: JuryID? { fact.jury }

  /// A jury's decision on a block; R03, R05, R06, R12 and R13 judge it.
  struct Decision {
    let jury: JuryID
    let candidacy: CandidacyID
    let block: BlockCode
    let without: [MemberID]
  }

  var decision: Decision? {
    switch fact {
    case .blockValidated(let data):
      Decision(
        jury: data.jury, candidacy: data.candidacy, block: data.block,
        without: data.without?.elements ?? [])
    case .blockRefused(let data):
      Decision(
        jury: data.jury, candidacy: data.candidacy, block: data.block,
        without: data.without?.elements ?? [])
    default: nil
    }
  }

  // MARK: The facts before it

  /// The framework a candidacy was enrolled under.
  func framework(of candidacy: CandidacyID) -> CertificationRegistered? {
    sameDay.enrolment(candidacy).flatMap { ledger.framework($0.certification) }
  }

  /// Every candidacy enrolled before.
  var candidacies: [CandidacyID] {
    var ids: [CandidacyID] = []
    for earlier in before.facts {
      if case .candidateEnrolled(let data) = earlier.event.fact, !ids.contains(data.candidacy) {
        ids.append(data.candidacy)
      }
    }
    return ids
  }

  /// The other candidacies of the same person for the same certification.
  func others(
    than candidacy: CandidacyID, of candidate: CandidateID, for certification: CertificationCode
  ) -> [CandidacyID] {
    candidacies.filter { id in
      guard id != candidacy, let enrolment = before.enrolment(id) else { return false }
      return enrolment.certification == certification
        && ledger.person(enrolment.candidate) == ledger.person(candidate)
    }
  }

  /// Whether a candidacy holds the block, there or in the one it completes.
  func holds(_ candidacy: CandidacyID, _ block: BlockCode) -> Bool {
    guard let framework = framework(of: candidacy) else { return false }
    return before.held(candidacy, block, framework) != nil
  }
}

extension Fact {
  /// Its field `candidacy`; an annulment has none, it repeats its entry's subjects.
  var candidacy: CandidacyID? {
    if case .eventAnnulled = self { return nil }
    for subject in subjects {
      if case .candidacy(let id) = subject { return id }
    }
    return nil
  }

  /// Its field `jury`.
  var jury: JuryID? {
    if case .eventAnnulled = self { return nil }
    for subject in subjects {
      if case .jury(let id) = subject { return id }
    }
    return nil
  }
}
