import Events
import NaiveModel
import Projections
import Testing

/// A history written in a few lines: candidacies `C1` … of person `P1` on `3474`, days as text.
struct Story {
  var ledger: Ledger
  let certification: CertificationCode
  let blocks: [BlockCode]

  /// Enrols `C1` on 2018-01-01.
  init(
    _ certification: String = "3474", targets: [Int]? = nil,
    by pathway: Pathway = .continuingTraining
  ) throws {
    ledger = try Ledger()
    self.certification = try CertificationCode(certification)
    let code = self.certification
    let model = NaiveLedger(log: ledger.log, day: .last, known: ledger.end)
    blocks = model.framework(code)?.blocks.elements.map(\.code) ?? []
    try enrol("C1", "2018-01-01", targets: targets, by: pathway)
  }

  @discardableResult mutating func record(_ day: String, _ fact: Fact) throws -> EventID {
    ledger.record(fact, on: try CalendarDate(day))
  }

  mutating func enrol(
    _ id: String, _ day: String, completes: String? = nil, targets: [Int]? = nil,
    candidate: String = "P1", by pathway: Pathway = .continuingTraining
  ) throws {
    let targets = try targets.map { try NonEmpty($0.map { blocks[$0 - 1] }) }
    try record(
      day,
      .candidateEnrolled(
        CandidateEnrolled(
          candidacy: try CandidacyID(id), candidate: try CandidateID(candidate),
          certification: certification, pathway: pathway, targets: targets,
          completes: try completes.map { try CandidacyID($0) })))
  }

  @discardableResult mutating func validate(
    _ block: Int, _ day: String, by jury: String = "J1", in id: String = "C1"
  ) throws -> EventID {
    try record(
      day,
      .blockValidated(
        BlockValidated(
          jury: try JuryID(jury), candidacy: try CandidacyID(id), block: blocks[block - 1])))
  }

  mutating func validateAll(_ day: String, in id: String = "C1") throws {
    for block in 1...blocks.count { try validate(block, day, in: id) }
  }

  @discardableResult mutating func refuse(
    _ block: Int, _ day: String, by jury: String = "J1"
  ) throws -> EventID {
    try record(
      day,
      .blockRefused(
        BlockRefused(
          jury: try JuryID(jury), candidacy: try CandidacyID("C1"), block: blocks[block - 1])))
  }

  mutating func revoke(_ block: Int, _ day: String, by jury: String = "J1") throws {
    try record(
      day,
      .juryDecisionRevoked(
        JuryDecisionRevoked(
          jury: try JuryID(jury), candidacy: try CandidacyID("C1"), block: blocks[block - 1],
          grounds: try Ledger.sealed())))
  }

  mutating func appeal(_ block: Int, _ day: String, by jury: String = "J1") throws {
    try record(
      day,
      .decisionAppealed(
        DecisionAppealed(
          jury: try JuryID(jury), candidacy: try CandidacyID("C1"), block: blocks[block - 1])))
  }

  mutating func settle(
    _ block: Int, _ day: String, _ outcome: AppealOutcome, by jury: String = "J1"
  ) throws {
    try record(
      day,
      .appealDecided(
        AppealDecided(
          jury: try JuryID(jury), candidacy: try CandidacyID("C1"), block: blocks[block - 1],
          outcome: outcome)))
  }

  mutating func recognise(
    _ block: Int, _ day: String, in id: String = "C1", from source: String? = nil,
    validatedOn: String? = nil
  ) throws {
    try record(
      day,
      .priorValidationRecognised(
        PriorValidationRecognised(
          candidacy: try CandidacyID(id), block: blocks[block - 1], basis: .permanent,
          source: ValidationSource(
            candidacy: try source.map { try CandidacyID($0) },
            validatedOn: try validatedOn.map { try CalendarDate($0) }))))
  }

  mutating func extend(_ until: String, _ day: String, in id: String = "C1") throws {
    try record(
      day,
      .completionWindowExtended(
        CompletionWindowExtended(
          candidacy: try CandidacyID(id), until: try CalendarDate(until))))
  }

  mutating func admit(_ admissible: Bool, _ day: String, until: String? = nil) throws {
    try record(
      day,
      .admissibilityDecided(
        AdmissibilityDecided(
          candidacy: try CandidacyID("C1"), admissible: admissible,
          validUntil: try until.map { try CalendarDate($0) })))
  }

  mutating func summon(_ day: String, to jury: String = "J1") throws {
    try record(
      day,
      .candidateSummoned(
        CandidateSummoned(jury: try JuryID(jury), candidacy: try CandidacyID("C1"))))
  }

  mutating func withdraw(_ id: String, _ day: String) throws {
    try record(day, .candidacyWithdrawn(CandidacyWithdrawn(candidacy: try CandidacyID(id))))
  }

  mutating func award(_ day: String, in id: String = "C1") throws {
    try record(day, .certificationAwarded(CertificationAwarded(candidacy: try CandidacyID(id))))
  }

  mutating func revokeAward(_ day: String) throws {
    try record(
      day,
      .certificationRevoked(
        CertificationRevoked(candidacy: try CandidacyID("C1"), grounds: try Ledger.sealed())))
  }

  mutating func issue(_ number: String, _ day: String) throws {
    try record(
      day,
      .certificateIssued(
        CertificateIssued(
          candidacy: try CandidacyID("C1"), number: try CertificateNumber(number))))
  }

  mutating func reissue(_ number: String, _ replaces: String, _ day: String) throws {
    try record(
      day,
      .certificateReissued(
        CertificateReissued(
          candidacy: try CandidacyID("C1"), number: try CertificateNumber(number),
          replaces: try CertificateNumber(replaces), grounds: try Ledger.sealed())))
  }

  mutating func windowPolicy(_ years: Int?, from effectiveOn: String, _ day: String) throws {
    try record(
      day,
      .completionWindowPolicyChanged(
        CompletionWindowPolicyChanged(
          certification: certification, years: try years.map { try Count($0) },
          effectiveOn: try CalendarDate(effectiveOn), basis: .policy)))
  }

  mutating func merge(_ candidate: String, into: String, _ day: String) throws {
    try record(
      day,
      .candidateMerged(
        CandidateMerged(candidate: try CandidateID(candidate), into: try CandidateID(into))))
  }

  @discardableResult mutating func annul(_ id: EventID, _ day: String) throws -> EventID {
    try record(
      day,
      .eventAnnulled(
        EventAnnulled(
          event: id, entrySubjects: try NonEmpty([.certification(certification)]),
          grounds: .clear(try FreeText("x")))))
  }

  /// The product's answer, checked against the naive model's.
  func state(_ day: String, of id: String = "C1") throws -> CandidacyState {
    let day = try CalendarDate(day)
    let id = try CandidacyID(id)
    let state = ledger.log.state(on: day, known: ledger.end).candidacy(id, on: day)
    #expect(
      state.map { NaiveAnswer($0) }
        == NaiveLedger(log: ledger.log, day: day, known: ledger.end).answer(id))
    return try #require(state)
  }

  func status(_ day: String, of id: String = "C1") throws -> CandidacyStatus {
    try state(day, of: id).status
  }

  func block(_ number: Int, _ day: String, of id: String = "C1") throws -> BlockState {
    try state(day, of: id).blocks[number - 1]
  }

  func window(_ day: String, of id: String = "C1") throws -> CompletionWindow {
    try state(day, of: id).window
  }
}
