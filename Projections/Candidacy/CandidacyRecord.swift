package import Events

/// The facts recorded about one candidacy up to a day, from which its state is derived.
///
/// Facts must be applied in fold order. Nothing here depends on another candidacy: ``LedgerState``
/// derives what does from all records.
package struct CandidacyRecord: Sendable {
  /// A fact with its moment.
  package struct Dated<Value: Sendable>: Sendable {
    package let value: Value
    package let moment: Moment
  }

  /// The summons of a candidacy to one jury, and whether it still awaits that jury.
  package struct Summons: Sendable {
    let jury: JuryID
    /// The latest summons, unless withdrawn since.
    var summoned: Moment?
    /// True once the candidate was absent or the jury decided: the one session of the jury is over.
    var isOver = false
  }

  /// The day of the earliest fact, which may precede the enrolment.
  package let firstDay: CalendarDate
  /// Nil before the enrolment.
  package internal(set) var enrolment: Dated<CandidateEnrolled>?
  /// The changes of pathway, in fold order.
  package internal(set) var pathwayChanges: [Dated<PathwayChanged>] = []
  package internal(set) var selection = SelectionRecord()
  package internal(set) var decisions = BlockDecisions()
  /// In fold order, in force or revoked.
  package internal(set) var recognitions: [BlockRecognition] = []
  /// In fold order; the latest outcome of each competency counts.
  package internal(set) var assessments: [Dated<AssessedGrid>] = []
  /// The latest award, in force or revoked.
  package internal(set) var award: Moment?
  /// The revocation of ``award``; nil while it is in force.
  package internal(set) var awardRevoked: Moment?
  /// Whether ``awardRevoked`` names blocks that fall with the award.
  package private(set) var revocationNamesBlocks = false
  /// For each block that fell with a revoked award, here or in a candidacy that completes this one,
  /// the latest time it did; decisions and recognitions before it give the block no more.
  package internal(set) var fallenBlocks: [BlockCode: FallenBlock] = [:]
  /// The withdrawal or transfer; nil if there is none or the candidacy was reopened since.
  package internal(set) var withdrawal: Moment?
  /// Whether the latest closure is a transfer to another body.
  package private(set) var isTransferred = false
  /// The withdrawals, transfers and reopenings, in fold order: true where it closes the candidacy.
  var closures: [Dated<Bool>] = []
  /// The decisions on admissibility (*recevabilité*) recorded, in fold order.
  package internal(set) var admissibilityDecisions: [Dated<AdmissibilityDecided>] = []
  /// The dossiers submitted, in fold order.
  package internal(set) var dossiers: [Dated<DossierKind>] = []
  /// The first fact that makes the status `inPreparation`.
  var preparation: Moment?
  var summonses: [Summons] = []
  /// The juries whose results were sent to the candidate, in fold order.
  package internal(set) var notifications: [Dated<JuryID>] = []
  var extensions: [Dated<CalendarDate>] = []
  /// The current certificate of the whole certification, with the day of its issue.
  package internal(set) var certificate: Dated<CertificateNumber>?
  /// Every certificate, whole or partial, in fold order, also those replaced.
  package internal(set) var certificates: [CertificateRecord] = []
  /// The declarations deposited with the Caisse des Dépôts, in the order of their latest deposit.
  var flows: [DepositedFlow] = []
  /// Every flow ever deposited, for whatever award.
  package internal(set) var depositedFlows: Set<FlowID> = []
  var surveys = InsertionAnswers()
  /// In fold order.
  package internal(set) var waivers: [Waiver] = []

  /// - Parameter firstDay: the day of the earliest fact, of any type.
  init(firstDay: CalendarDate) { self.firstDay = firstDay }
}

extension CandidacyRecord {
  /// Records the first enrolment; a second one, against R15, changes nothing.
  ///
  /// - Returns: whether it is the first.
  mutating func enrol(_ data: CandidateEnrolled, _ moment: Moment) -> Bool {
    guard enrolment == nil else { return false }
    enrolment = Dated(value: data, moment: moment)
    return true
  }

  /// Records a dossier; any but one for admissibility prepares the candidacy.
  mutating func submit(_ kind: DossierKind, _ moment: Moment) {
    dossiers.append(Dated(value: kind, moment: moment))
    if kind != .admissibility { prepare(moment) }
  }

  mutating func close(_ moment: Moment, asTransfer: Bool) {
    withdrawal = moment
    isTransferred = asTransfer
    closures.append(Dated(value: true, moment: moment))
  }

  mutating func reopen(_ moment: Moment) {
    withdrawal = nil
    closures.append(Dated(value: false, moment: moment))
  }

  /// The latest decision on admissibility that is recorded.
  package var admissibility: Dated<AdmissibilityDecided>? { admissibilityDecisions.last }

  /// Whether it was withdrawn or transferred, and not reopened, at the end of a day.
  package func isClosed(on day: CalendarDate) -> Bool {
    closures.last { $0.moment.day <= day }?.value ?? false
  }

  /// The juries that summoned it, where the summons was not withdrawn since.
  package var standingSummonses: [JuryID] {
    summonses.filter { $0.summoned != nil }.map(\.jury)
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

  /// Records a decision; the summons to that jury is then over.
  mutating func decide(_ data: BlockValidated, _ moment: Moment) {
    decisions.decide(data, moment)
    withSummons(of: data.jury) { $0.isOver = true }
  }

  mutating func decide(_ data: BlockRefused, _ moment: Moment) {
    decisions.decide(data, moment)
    withSummons(of: data.jury) { $0.isOver = true }
  }

  mutating func recognise(
    _ data: PriorValidationRecognised, _ moment: Moment, _ origin: ValidationOrigin
  ) {
    recognitions.append(
      BlockRecognition(
        block: data.block, basis: data.basis, source: data.source, origin: origin,
        moment: moment))
  }

  mutating func revokeRecognition(of block: BlockCode, _ moment: Moment) {
    let index = recognitions.lastIndex { $0.block == block && isGranting($0) }
    if let index { recognitions[index].revoked = moment }
  }

  mutating func grantAward(_ moment: Moment) {
    guard award == nil || awardRevoked != nil else { return }
    award = moment
    keepFlows(for: moment)
    // The certificate of a revoked award is void; the new award gets its own.
    if awardRevoked != nil { certificate = nil }
    awardRevoked = nil
  }

  /// Whether an award is in force.
  package var isAwarded: Bool { award != nil && awardRevoked == nil }

  mutating func revokeAward(namingBlocks: Bool, _ moment: Moment) {
    guard isAwarded else { return }
    awardRevoked = moment
    revocationNamesBlocks = namingBlocks
    supersedeFlows()
  }

  mutating func withSummons(of jury: JuryID, _ change: (inout Summons) -> Void) {
    let index = summonses.firstIndex { $0.jury == jury } ?? summonses.endIndex
    if index == summonses.endIndex { summonses.append(Summons(jury: jury)) }
    change(&summonses[index])
  }
}
