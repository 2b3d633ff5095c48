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
  /// The other facts of its day or before, at any position; R03, R05, R10, R12, R13, R23 and R24 find
  /// in it what must be there.
  let sameDay: NaiveReading

  init(_ entry: Envelope, known: [Envelope], recordedOn: CalendarDate) {
    self.entry = entry
    self.recordedOn = recordedOn
    ledger = NaiveLedger(log: known, day: entry.event.occurredOn, known: Position(.max))
    let facts = ledger.facts().filter { $0.position != entry.position }
    sameDay = NaiveReading(model: ledger, facts: facts, day: ledger.day)
    before = NaiveReading(
      model: ledger, facts: facts.filter { $0.moment < entry.moment }, day: ledger.day)
  }

  var fact: Fact { entry.event.fact }
  var day: CalendarDate { entry.event.occurredOn }

  /// The rules it breaks, among those that refuse.
  func refusals() -> Set<Int> {
    let rules: [(Int, () -> Bool)] = [
      (1, breaksR01), (2, breaksR02), (3, breaksR03), (4, breaksR04), (5, breaksR05),
      (6, breaksR06), (7, breaksR07), (8, breaksR08), (9, breaksR09), (10, breaksR10),
      (11, breaksR11), (12, breaksR12), (13, breaksR13), (14, breaksR14), (15, breaksR15),
      (16, breaksR16), (17, breaksR17), (22, breaksR22), (23, breaksR23), (24, breaksR24),
      (25, breaksR25),
    ]
    return Set(rules.filter { $0.1() }.map(\.0))
  }

  /// The rules it breaks, among those that only report and depend on no later day.
  func findings() -> Set<Int> {
    let rules: [(Int, () -> Bool)] = [
      (3, breaksR03WhenConvened), (18, breaksR18), (19, breaksR19), (20, breaksR20),
      (29, breaksR29), (31, breaksR31),
    ]
    return Set(rules.filter { $0.1() }.map(\.0))
  }

  // MARK: The entry's subjects

  var candidacy: CandidacyID? { fact.candidacy }
  var jury: JuryID? { fact.jury }

  /// A jury's decision on a block; R03, R05, R06, R12, R13 and R31 judge it.
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
    sameDay.framework(of: candidacy)
  }

  /// The pathway followed before this entry; that of an enrolment of its day.
  func pathway(of candidacy: CandidacyID) -> Pathway? {
    before.pathway(candidacy) ?? sameDay.enrolment(candidacy)?.pathway
  }

  /// The public stated before this entry; that of an enrolment of its day.
  func audience(of candidacy: CandidacyID) -> Audience? {
    before.audience(candidacy) ?? sameDay.enrolment(candidacy)?.audience
  }

  /// The other candidacies of the same person, enrolled before.
  func others(than candidacy: CandidacyID, of candidate: CandidateID) -> [CandidacyID] {
    before.candidacies.filter { id in
      guard id != candidacy, let enrolment = before.enrolment(id) else { return false }
      return ledger.person(enrolment.candidate) == ledger.person(candidate)
    }
  }

  /// The other candidacies of the same person for the same certification or a version of it.
  func versions(
    than candidacy: CandidacyID, of candidate: CandidateID, for certification: CertificationCode
  ) -> [CandidacyID] {
    others(than: candidacy, of: candidate).filter { id in
      guard let enrolment = before.enrolment(id) else { return false }
      return before.areVersions(enrolment.certification, certification)
    }
  }

  /// Whether a candidacy holds the block, there or in the one it completes.
  func holds(_ candidacy: CandidacyID, _ block: BlockCode) -> Bool {
    before.holding(candidacy, block) != nil
  }

  /// Whether a candidacy holds a block that counts for a certification: its own, or one that comes
  /// over from a version it succeeds.
  func holdsSome(_ candidacy: CandidacyID, for certification: CertificationCode) -> Bool {
    guard let own = before.enrolment(candidacy)?.certification else { return false }
    return before.blocksHeld(candidacy).contains { block in
      !before.counterparts(of: block, own, in: certification).isEmpty
    }
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
