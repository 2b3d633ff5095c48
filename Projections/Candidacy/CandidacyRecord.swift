package import Events

/// The facts recorded about one candidacy up to a day, from which its state is derived.
///
/// Facts must be applied in fold order. Nothing here depends on another candidacy: ``LedgerState``
/// derives what does from all records.
///
/// A ledger has millions of these: what most have is in place, with moments of 8 bytes; the rest is
/// apart. In place it takes 264 bytes; a candidacy of eleven events, with its decisions and its certificate,
/// takes 430 in all. With a dictionary, whole moments and everything in place it was 1,245.
package struct CandidacyRecord: Sendable {
  /// A fact with its moment.
  package struct Dated<Value: Sendable>: Sendable {
    package let value: Value
    private let packed: PackedMoment

    init(value: Value, moment: Moment) {
      self.value = value
      packed = PackedMoment(moment)
    }

    package var moment: Moment { packed.moment }
  }

  /// The summons of a candidacy to one jury, and whether it still awaits that jury.
  package struct Summons: Sendable {
    let jury: JuryID
    /// The latest summons, unless withdrawn since.
    @Packed var summoned: Moment?
    /// True once the candidate was absent or the jury decided: the one session of the jury is over.
    var isOver = false

    init(jury: JuryID) { self.jury = jury }
  }

  /// The day of the earliest fact, which may precede the enrolment.
  package let firstDay: CalendarDate
  /// Whether training was adapted after a positioning test: R18 then accepts fewer hours.
  package private(set) var isPathAdapted = false
  /// The index in ``certificates`` of the current one of the whole certification.
  var currentCertificate: Int32?
  var surveys = InsertionAnswers()
  /// Nil before the enrolment.
  package internal(set) var enrolment: Dated<Enrolment>?
  package internal(set) var decisions = BlockDecisions()
  /// In fold order; the latest outcome of each competency counts.
  package internal(set) var assessments: [AssessedPage] = []
  /// The latest award, in force or revoked.
  @Packed package internal(set) var award: Moment?
  /// The first fact that makes the status `inPreparation`.
  @Packed var preparation: Moment?
  var summonses = OneOrMore<Summons>()
  /// The juries whose results were sent to the candidate, in fold order.
  package internal(set) var notifications: [Dated<JuryID>] = []
  /// Every certificate, whole or partial, in fold order, also those replaced.
  package internal(set) var certificates = OneOrMore<CertificateRecord>()
  /// The declarations deposited with the Caisse des Dépôts, in the order of their latest deposit.
  var flows: [DepositedFlow] = []
  @Apart var experience: ExperienceFacts
  @Apart var seldom: SeldomFacts

  /// - Parameter firstDay: the day of the earliest fact, of any type.
  init(firstDay: CalendarDate) { self.firstDay = firstDay }
}

extension CandidacyRecord {
  /// Records the first enrolment; a second one, against R15, changes nothing.
  ///
  /// - Parameter blocks: those of the certification.
  /// - Returns: whether it is the first.
  mutating func enrol(
    _ data: CandidateEnrolled, _ moment: Moment, expecting blocks: [BlockCode]
  ) -> Bool {
    guard enrolment == nil else { return false }
    enrolment = Dated(value: Enrolment(data), moment: moment)
    if decisions.isEmpty { decisions = BlockDecisions(expecting: blocks) }
    return true
  }

  mutating func close(_ moment: Moment, asTransfer: Bool) {
    seldom.withdrawal = moment
    seldom.isTransferred = asTransfer
    seldom.closures.append(Dated(value: true, moment: moment))
  }

  mutating func reopen(_ moment: Moment) {
    seldom.withdrawal = nil
    seldom.closures.append(Dated(value: false, moment: moment))
  }

  mutating func position(_ data: PositioningTestTaken) {
    if data.adjusted { isPathAdapted = true }
  }

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
    assessments += AssessedPage.pages(of: data.results, competencies, moment)
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
    seldom.recognitions.append(
      BlockRecognition(
        block: data.block, basis: data.basis, source: data.source, origin: origin,
        moment: moment))
  }

  mutating func revokeRecognition(of block: BlockCode, _ moment: Moment) {
    let index = recognitions.lastIndex { $0.block == block && isGranting($0) }
    if let index { seldom.recognitions[index].revoked = moment }
  }

  mutating func grantAward(_ moment: Moment) {
    guard award == nil || awardRevoked != nil else { return }
    award = moment
    keepFlows(for: moment)
    // The certificate of a revoked award is void; the new award gets its own.
    if awardRevoked != nil {
      currentCertificate = nil
      seldom.awardRevoked = nil
    }
  }

  /// Whether an award is in force.
  package var isAwarded: Bool { award != nil && awardRevoked == nil }

  mutating func revokeAward(namingBlocks: Bool, _ moment: Moment) {
    guard isAwarded else { return }
    seldom.awardRevoked = moment
    seldom.revocationNamesBlocks = namingBlocks
    supersedeFlows()
  }

  mutating func withSummons(of jury: JuryID, _ change: (inout Summons) -> Void) {
    let index = summonses.firstIndex { $0.jury == jury } ?? summonses.endIndex
    if index == summonses.endIndex { summonses.append(Summons(jury: jury)) }
    change(&summonses[index])
  }
}
