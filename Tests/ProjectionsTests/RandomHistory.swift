import Events
import NaiveModel
import Projections
import TestSupport

/// A seeded history: few ids, few days, any order, rules often broken.
struct RandomHistory {
  var dice: SeededGenerator
  var ledger: Ledger
  var numbers = 0
  let sealed: Sealed
  let certification: CertificationCode
  let blocks: [Block]
  /// Another certification, which some candidacies are enrolled under and may succeed the first.
  let other: CertificationRegistered
  let days: [CalendarDate]
  static let candidacies = 5

  init(seed: UInt64) throws {
    dice = SeededGenerator(seed: seed)
    ledger = try Ledger()
    sealed = try Ledger.sealed()
    let registrations = ledger.log.compactMap { entry in
      if case .certificationRegistered(let data) = entry.event.fact { data } else { nil }
    }
    let chosen = registrations[Int(seed % 3)]
    certification = chosen.certification
    blocks = chosen.blocks.elements
    other = registrations[Int((seed / 3 + seed + 1) % 3)]
    let texts = [
      "2017-06-17", "2019-02-28", "2020-02-28", "2020-02-29", "2020-03-01", "2021-02-27",
      "2021-02-28", "2021-03-01", "2021-06-30", "2021-07-01", "2021-10-01", "2021-10-02",
      "2022-02-28", "2022-03-01", "2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01",
      "2024-03-02", "2024-04-29", "2024-04-30", "2025-02-28", "2025-03-01",
    ]
    days = try texts.map { try CalendarDate($0) }
    for index in 0..<Self.candidacies where index < 3 || dice.chance(60) { try enrol(index) }
    for _ in 0..<(20 + dice.below(50)) { try step() }
  }

  static func candidacy(_ index: Int) throws -> CandidacyID { try CandidacyID("C\(index)") }

  mutating func record(_ fact: Fact) {
    // Mostly forwards through the days, with late entries and ties.
    let near = min(days.count - 1, ledger.log.count * days.count / 60)
    let index = dice.chance(60) ? dice.below(near + 1) : dice.below(days.count)
    ledger.record(fact, on: days[index])
  }

  mutating func enrol(_ index: Int) throws {
    let targets = dice.chance(40) ? [dice.pick(blocks).code, dice.pick(blocks).code] : nil
    let completes = index > 0 && dice.chance(55) ? try Self.candidacy(dice.below(index)) : nil
    let isOther = dice.chance(index == 0 ? 4 : 30)
    let enrolment = CandidateEnrolled(
      candidacy: try Self.candidacy(index), candidate: try CandidateID("P\(dice.below(4))"),
      certification: isOther ? other.certification : certification,
      pathway: dice.pick(Pathway.allCases),
      targets: try targets.map { try NonEmpty($0) }, completes: completes)
    ledger.record(.candidateEnrolled(enrolment), on: days[dice.below(dice.chance(80) ? 2 : 8)])
  }

  mutating func number(_ prefix: String) throws -> CertificateNumber {
    numbers += 1
    return try CertificateNumber("\(prefix)\(numbers)")
  }

  mutating func step() throws {
    let candidacy = try Self.candidacy(dice.chance(70) ? dice.below(2) : dice.below(5))
    let block = try block()
    let jury = try JuryID("J\(dice.below(3))")
    switch dice.below(100) {
    case ..<22:
      record(.blockValidated(BlockValidated(jury: jury, candidacy: candidacy, block: block)))
    case ..<28: record(.blockRefused(BlockRefused(jury: jury, candidacy: candidacy, block: block)))
    case ..<33: record(.candidateSummoned(CandidateSummoned(jury: jury, candidacy: candidacy)))
    case ..<46: try undo(candidacy, block, jury)
    case ..<52: try recognise(candidacy, block)
    case ..<60: try assess(candidacy)
    case ..<70: try prepare(candidacy)
    case ..<79: try certify(candidacy)
    case ..<82: try change()
    case ..<85: try supersede()
    case ..<97: try annulOrMerge()
    default: try enrol(dice.below(5))
    }
  }

  /// Mostly a block of the first certification.
  mutating func block() throws -> BlockCode {
    if dice.chance(3) { return try BlockCode("other") }
    return dice.pick(dice.chance(20) ? other.blocks.elements : blocks).code
  }

  /// Mostly the first certification succeeded by the other, with some correspondences.
  mutating func supersede() throws {
    let pairs = blocks.filter { _ in dice.chance(60) }.map {
      Correspondence(from: $0.code, to: dice.pick(other.blocks.elements).code)
    }
    record(
      .certificationSuperseded(
        CertificationSuperseded(
          certification: certification, by: other.certification,
          correspondences: pairs.isEmpty ? nil : try NonEmpty(pairs))))
  }

  mutating func undo(_ candidacy: CandidacyID, _ block: BlockCode, _ jury: JuryID) throws {
    switch dice.below(10) {
    case ..<3:
      record(
        .juryDecisionRevoked(
          JuryDecisionRevoked(jury: jury, candidacy: candidacy, block: block, grounds: sealed)))
    case 3, 4:
      record(.decisionAppealed(DecisionAppealed(jury: jury, candidacy: candidacy, block: block)))
    case 5, 6:
      let outcome: AppealOutcome = dice.chance(70) ? .falls : .stands
      record(
        .appealDecided(
          AppealDecided(jury: jury, candidacy: candidacy, block: block, outcome: outcome)))
    case 7: record(.summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: candidacy)))
    case 8:
      record(.candidateAbsent(CandidateAbsent(jury: jury, candidacy: candidacy, excused: true)))
    default:
      if dice.chance(40) {
        record(.juryAnnulled(JuryAnnulled(jury: jury)))
      } else if dice.chance(50) {
        record(.juryCancelled(JuryCancelled(jury: jury)))
      } else {
        record(.juryRescheduled(JuryRescheduled(jury: jury, sessionOn: dice.pick(days))))
      }
    }
  }

  mutating func recognise(_ candidacy: CandidacyID, _ block: BlockCode) throws {
    if dice.chance(25) {
      return record(
        .recognitionRevoked(
          RecognitionRevoked(candidacy: candidacy, block: block, grounds: sealed)))
    }
    let source = ValidationSource(
      candidacy: dice.chance(60) ? try Self.candidacy(dice.below(5)) : nil,
      block: dice.chance(30) ? try self.block() : nil,
      validatedOn: dice.chance(50) ? dice.pick(days) : nil,
      authority: dice.chance(20) ? try FreeText("x") : nil)
    record(
      .priorValidationRecognised(
        PriorValidationRecognised(
          candidacy: candidacy, block: block,
          basis: dice.chance(60) ? .permanent : dice.pick(RecognitionBasis.allCases),
          source: source)))
  }

  mutating func assess(_ candidacy: CandidacyID) throws {
    let competencies = dice.pick(blocks).competencies.prefix(2)
    let results = competencies.map {
      AssessedCompetency(
        competency: $0.code, outcome: dice.chance(70) ? .acquired : .notAcquired)
    }
    record(
      .competencyAssessed(
        CompetencyAssessed(
          candidacy: candidacy, modality: .file, results: try NonEmpty(Array(results)))))
  }

  mutating func prepare(_ candidacy: CandidacyID) throws {
    switch dice.below(9) {
    case 0:
      record(
        .pathwayChanged(
          PathwayChanged(candidacy: candidacy, pathway: dice.pick(Pathway.allCases))))
    case 1:
      record(
        .admissibilityDecided(
          AdmissibilityDecided(
            candidacy: candidacy, admissible: dice.chance(80),
            validUntil: dice.chance(70) ? dice.pick(days) : nil)))
    case 2: record(.trainingStarted(TrainingStarted(candidacy: candidacy)))
    case 3, 8:
      record(
        .dossierSubmitted(
          DossierSubmitted(candidacy: candidacy, kind: dice.pick(DossierKind.allCases))))
    case 4: record(.candidacyWithdrawn(CandidacyWithdrawn(candidacy: candidacy)))
    case 5:
      record(
        .candidacyTransferred(
          CandidacyTransferred(candidacy: candidacy, to: try FreeText("x"))))
    case 6: record(.candidacyReopened(CandidacyReopened(candidacy: candidacy)))
    default:
      record(
        .completionWindowExtended(
          CompletionWindowExtended(candidacy: candidacy, until: dice.pick(days))))
    }
  }

  mutating func certify(_ candidacy: CandidacyID) throws {
    switch dice.below(11) {
    case 9, 10: try declare(candidacy)
    case 0, 1:
      record(.certificationAwarded(CertificationAwarded(candidacy: candidacy)))
    case 2:
      let named = blocks.filter { _ in dice.chance(30) }.map(\.code)
      record(
        .certificationRevoked(
          CertificationRevoked(
            candidacy: candidacy, blocks: named.isEmpty ? nil : try NonEmpty(named),
            grounds: sealed)))
    case 3, 4:
      record(
        .certificateIssued(CertificateIssued(candidacy: candidacy, number: try number("N"))))
    case 5:
      record(
        .partialCertificateIssued(
          PartialCertificateIssued(
            candidacy: candidacy, blocks: try NonEmpty([blocks[0].code]), number: try number("N"))))
    default:
      let replaced = try CertificateNumber("N\(1 + dice.below(max(1, numbers)))")
      record(
        .certificateReissued(
          CertificateReissued(
            candidacy: candidacy, number: try number("N"), replaces: replaced, grounds: sealed)))
    }
  }

  mutating func declare(_ candidacy: CandidacyID) throws {
    let flow = try FlowID("F\(dice.below(2))")
    record(
      dice.chance(40)
        ? .awardDeclared(AwardDeclared(candidacy: candidacy, flow: flow))
        : .declarationAnswered(
          DeclarationAnswered(
            candidacy: candidacy, flow: flow, outcome: dice.pick(DeclarationOutcome.allCases))))
  }

  mutating func change() throws {
    let years = dice.chance(20) ? nil : try Count(dice.below(4))
    if dice.chance(50) {
      record(
        .completionWindowPolicyChanged(
          CompletionWindowPolicyChanged(
            certification: certification, years: years, effectiveOn: dice.pick(days), basis: .policy
          )))
    } else {
      record(
        .blockValidityPolicyChanged(
          BlockValidityPolicyChanged(
            certification: certification, years: years, effectiveOn: dice.pick(days), basis: .policy
          )))
    }
  }

  mutating func annulOrMerge() throws {
    if dice.chance(20) {
      let into = dice.below(3)
      let from = into + 1 + dice.below(3 - into)
      return record(
        .candidateMerged(
          CandidateMerged(
            candidate: try CandidateID("P\(from)"), into: try CandidateID("P\(into)"))))
    }
    let annulments = ledger.log.filter { $0.event.fact.type == .eventAnnulled }
    let entry =
      dice.chance(40) && !annulments.isEmpty
      ? dice.pick(annulments) : ledger.log[3 + dice.below(ledger.log.count - 3)]
    record(
      .eventAnnulled(
        EventAnnulled(
          event: entry.event.id, entrySubjects: try NonEmpty(entry.event.fact.subjects),
          grounds: .clear(try FreeText("x")))))
  }
}
