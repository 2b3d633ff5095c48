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

  /// The day of the earliest fact.
  package let firstDay: CalendarDate
  /// The first enrolment.
  package internal(set) var enrolment: Dated<CandidateEnrolled>?
  package internal(set) var selection = SelectionRecord()
  package internal(set) var decisions = BlockDecisions()
  package internal(set) var recognitions: [BlockRecognition] = []
  /// The grids of competencies, in fold order; the latest outcome of each competency counts.
  package internal(set) var assessments: [Dated<AssessedGrid>] = []
  package internal(set) var award: Moment?
  package internal(set) var awardRevoked: Moment?
  /// The withdrawal or transfer, unless reopened since.
  package internal(set) var withdrawal: Moment?
  /// The latest decision on admissibility (*recevabilité*).
  package internal(set) var admissibility: Dated<AdmissibilityDecided>?
  /// The first fact of preparation.
  var preparation: Moment?
  var summonses: [Summons] = []
  var extensions: [Dated<CalendarDate>] = []
  package internal(set) var certificate: Dated<CertificateNumber>?
  /// The blocks of each partial certificate, under its latest number.
  package private(set) var partialCertificates: [CertificateNumber: [BlockCode]] = [:]
  /// What was deposited with the Caisse des Dépôts, in the order of deposit.
  var flows: [DepositedFlow] = []
  var surveys = InsertionAnswers()
  /// What was recorded against a rule, with the right to.
  package internal(set) var waivers: [Waiver] = []

  /// - Parameter firstDay: the day of the earliest fact, whatever it is.
  init(firstDay: CalendarDate) { self.firstDay = firstDay }
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

  /// Takes a decision in; that jury's one session is over for the candidacy.
  mutating func decide(_ data: BlockValidated, _ moment: Moment) {
    decisions.decide(data, moment)
    withSummons(of: data.jury) { $0.isOver = true }
  }

  mutating func decide(_ data: BlockRefused, _ moment: Moment) {
    decisions.decide(data, moment)
    withSummons(of: data.jury) { $0.isOver = true }
  }

  mutating func recognise(_ data: PriorValidationRecognised, _ moment: Moment) {
    recognitions.append(
      BlockRecognition(block: data.block, source: data.source, moment: moment))
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

  mutating func issuePartial(_ data: PartialCertificateIssued) {
    partialCertificates[data.number] = data.blocks.elements
  }

  /// A new number for a certificate, whole or partial. It becomes the number of the whole
  /// certification's certificate only if it replaces that one.
  mutating func reissue(_ data: CertificateReissued, _ moment: Moment) {
    if certificate?.value == data.replaces {
      certificate = Dated(value: data.number, moment: moment)
    }
    if let blocks = partialCertificates.removeValue(forKey: data.replaces) {
      partialCertificates[data.number] = blocks
    }
  }

  mutating func withSummons(of jury: JuryID, _ change: (inout Summons) -> Void) {
    let index = summonses.firstIndex { $0.jury == jury } ?? summonses.endIndex
    if index == summonses.endIndex { summonses.append(Summons(jury: jury)) }
    change(&summonses[index])
  }
}
