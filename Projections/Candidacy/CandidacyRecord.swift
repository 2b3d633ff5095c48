package import Events

/// What was recorded of one candidacy up to a day: the facts that count, before any is weighed.
///
/// Facts come in fold order. Nothing here depends on another candidacy; what does is derived from the
/// records (``LedgerState``).
package struct CandidacyRecord: Sendable {
  /// A fact with its moment.
  package struct Dated<Value: Sendable>: Sendable {
    package let value: Value
    package let moment: Moment
  }

  /// What stands between a candidacy and one jury.
  package struct Summons: Sendable {
    let jury: JuryID
    /// The latest summons, unless withdrawn since.
    var called: Moment?
    /// Absent, or decided on: this jury's one session is past.
    var isOver = false
  }

  /// An appeal not decided yet, and the place in ``decisions`` of what it is against.
  package struct Appeal: Sendable {
    package let block: BlockCode
    package let jury: JuryID
    let decision: Int
  }

  /// The first enrolment.
  package internal(set) var enrolment: Dated<CandidateEnrolled>?
  package internal(set) var decisions: [BlockDecision] = []
  package internal(set) var recognitions: [BlockRecognition] = []
  /// The grids of competencies, in fold order; the latest outcome of each competency counts.
  package internal(set) var assessments: [Dated<AssessedGrid>] = []
  package internal(set) var award: Moment?
  package internal(set) var awardRevoked: Moment?
  /// The withdrawal or transfer, unless reopened since.
  package internal(set) var withdrawal: Moment?
  var admissibility: Dated<AdmissibilityDecided>?
  /// The first fact of preparation.
  var preparation: Moment?
  var summonses: [Summons] = []
  var appeals: [Appeal] = []
  var extensions: [Dated<CalendarDate>] = []
  package internal(set) var certificate: Dated<CertificateNumber>?
  /// What was deposited with the Caisse des Dépôts, in the order of deposit.
  var flows: [DepositedFlow] = []
  var surveys = InsertionAnswers()
  /// What was recorded against a rule, with the right to.
  package internal(set) var waivers: [Waiver] = []
}

extension CandidacyRecord {
  /// Takes the first enrolment in; a second one, against the rules, changes nothing.
  mutating func enrol(_ data: CandidateEnrolled, _ moment: Moment) -> Bool {
    guard enrolment == nil else { return false }
    enrolment = Dated(value: data, moment: moment)
    return true
  }

  mutating func assess(
    _ data: CompetencyAssessed, _ moment: Moment, _ competencies: CompetencyIndex
  ) {
    prepare(moment)
    assessments.append(Dated(value: AssessedGrid(data.results, competencies), moment: moment))
  }

  mutating func prepare(_ moment: Moment) {
    if preparation == nil { preparation = moment }
  }

  mutating func decide(_ decision: BlockDecision) {
    decisions.append(decision)
    withSummons(of: decision.jury) { $0.isOver = true }
  }

  /// Settles that jury's latest decision on the block that still stands, if there is one.
  mutating func settle(_ block: BlockCode, of jury: JuryID, _ fate: BlockDecision.Fate) {
    let index = decisions.lastIndex { $0.block == block && $0.jury == jury && $0.stands }
    if let index { decisions[index].fate = fate }
  }

  /// Notes which decision an appeal is against: that jury's latest on the block that stands.
  mutating func appeal(_ block: BlockCode, of jury: JuryID) {
    let index = decisions.lastIndex { $0.block == block && $0.jury == jury && $0.stands }
    if let index { appeals.append(Appeal(block: block, jury: jury, decision: index)) }
  }

  /// Settles the decision the pending appeal is against; where none is pending, that jury's latest
  /// that stands.
  mutating func decideAppeal(_ data: AppealDecided) {
    let pending = appeals.last { $0.block == data.block && $0.jury == data.jury }
    appeals.removeAll { $0.block == data.block && $0.jury == data.jury }
    guard data.outcome == .falls else { return }
    guard let pending else { return settle(data.block, of: data.jury, .fallen) }
    decisions[pending.decision].fate = .fallen
  }

  mutating func revokeRecognition(of block: BlockCode, _ moment: Moment) {
    let index = recognitions.lastIndex { $0.block == block && $0.revoked == nil }
    if let index { recognitions[index].revoked = moment }
  }

  mutating func grantAward(_ moment: Moment) {
    guard award == nil || awardRevoked != nil else { return }
    award = moment
    // What was declared before says nothing of this award.
    flows.removeAll { !$0.isSuperseded }
    // The certificate of an award that was revoked fell with it; the new award has its own.
    if awardRevoked != nil { certificate = nil }
    awardRevoked = nil
  }

  mutating func revokeAward(_ moment: Moment) {
    guard award != nil, awardRevoked == nil else { return }
    awardRevoked = moment
    supersedeFlows()
  }

  /// A new number for a certificate: it becomes the standing one only if it replaces the standing one;
  /// a partial certificate may be reissued too.
  mutating func reissue(_ data: CertificateReissued, _ moment: Moment) {
    if certificate?.value == data.replaces {
      certificate = Dated(value: data.number, moment: moment)
    }
  }

  mutating func withSummons(of jury: JuryID, _ change: (inout Summons) -> Void) {
    let index = summonses.firstIndex { $0.jury == jury } ?? summonses.endIndex
    if index == summonses.endIndex { summonses.append(Summons(jury: jury)) }
    change(&summonses[index])
  }
}
