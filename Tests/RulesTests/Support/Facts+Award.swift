import EventSamples
import Events

/// Facts of an award, of `D1` unless named.
extension Fact {
  static func awarded(_ candidacy: String = "D1", by jury: String? = nil) throws -> Fact {
    .certificationAwarded(
      CertificationAwarded(
        candidacy: try CandidacyID(candidacy), jury: try jury.map { try JuryID($0) }))
  }

  static func awardRevoked(_ candidacy: String = "D1", naming blocks: String...) throws -> Fact {
    .certificationRevoked(
      CertificationRevoked(
        candidacy: try CandidacyID(candidacy),
        blocks: try? NonEmpty(try blocks.map { try BlockCode($0) }),
        grounds: try Samples.sealed("k")))
  }

  static func duplicated(_ number: String = "N1") throws -> Fact {
    .certificateDuplicated(
      CertificateDuplicated(
        candidacy: try CandidacyID("D1"), number: try CertificateNumber(number)))
  }

  static func certificate(_ number: String = "N1", of candidacy: String = "D1") throws -> Fact {
    .certificateIssued(
      CertificateIssued(
        candidacy: try CandidacyID(candidacy), number: try CertificateNumber(number)))
  }

  static func reissued(_ number: String, replacing other: String) throws -> Fact {
    .certificateReissued(
      CertificateReissued(
        candidacy: try CandidacyID("D1"), number: try CertificateNumber(number),
        replaces: try CertificateNumber(other), grounds: try Samples.sealed("k")))
  }

  static func partialCertificate(_ number: String = "N1", _ blocks: String...) throws -> Fact {
    .partialCertificateIssued(
      PartialCertificateIssued(
        candidacy: try CandidacyID("D1"), blocks: try NonEmpty(blocks.map { try BlockCode($0) }),
        number: try CertificateNumber(number)))
  }

  static func surveyed(_ candidacy: String = "D1") throws -> Fact {
    .insertionSurveyAnswered(
      InsertionSurveyAnswered(
        candidacy: try CandidacyID(candidacy), after: .sixMonths, employed: true,
        inTargetOccupation: true))
  }

  static func registered(_ candidate: String = "P1") throws -> Fact {
    .candidateRegistered(
      CandidateRegistered(
        candidate: try CandidateID(candidate), identity: try Samples.sealed("k")))
  }

  static func deposited(_ flow: String = "F1") throws -> Fact {
    .awardDeclared(AwardDeclared(candidacy: try CandidacyID("D1"), flow: try FlowID(flow)))
  }

  static func answered(_ outcome: DeclarationOutcome, _ flow: String = "F1") throws -> Fact {
    .declarationAnswered(
      DeclarationAnswered(
        candidacy: try CandidacyID("D1"), flow: try FlowID(flow), outcome: outcome))
  }
}

extension RuleHistory {
  /// Enrols `D1`, and the jury `J1` of 2018-06-20 validates both blocks.
  static func allHeld(_ framework: Fact? = nil) throws -> RuleHistory {
    var history = try beforeJury(framework)
    try history.add(.validated("T1-B1"), on: "2018-06-20")
    try history.add(.validated("T1-B2"), on: "2018-06-20")
    return history
  }

  /// All blocks held, then awarded on 2018-07-01.
  static func awarded(_ framework: Fact? = nil) throws -> RuleHistory {
    var history = try allHeld(framework)
    try history.add(.awarded(), on: "2018-07-01")
    return history
  }
}
