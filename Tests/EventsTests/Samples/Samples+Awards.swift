internal import Events

extension Samples {
  static func awards() throws -> [Sample] {
    [
      Sample(
        .certificationAwarded(
          CertificationAwarded(candidacy: try id("D-2021-004"), jury: try id("J-2021-02"))),
        minimal: .certificationAwarded(CertificationAwarded(candidacy: try id("D-2021-004")))),
      Sample(
        .certificateIssued(
          CertificateIssued(
            candidacy: try id("D-2021-004"), number: try CertificateNumber("C-2021-0007")))),
      Sample(
        .certificateReissued(
          CertificateReissued(
            candidacy: try id("D-2021-004"), number: try CertificateNumber("C-2021-0008"),
            replaces: try CertificateNumber("C-2021-0007"), grounds: try sealed("P-0017.1"))),
        reduced: .certificateReissued(
          CertificateReissued(
            candidacy: try id("D-2021-004"), number: try CertificateNumber("2023/0458"),
            replaces: try CertificateNumber("N° 457"), grounds: nil))),
      Sample(
        .certificateDuplicated(
          CertificateDuplicated(
            candidacy: try id("D-2021-004"), number: try CertificateNumber("C-2021-0007"),
            grounds: try sealed("P-0017.1"))),
        minimal: .certificateDuplicated(
          CertificateDuplicated(
            candidacy: try id("D-2021-004"), number: try CertificateNumber("N° 457")))),
      Sample(
        .partialCertificateIssued(
          PartialCertificateIssued(
            candidacy: try id("D-2021-004"), blocks: try list(try id("3474D1"), try id("3474D4")),
            number: try CertificateNumber("CP-2021-0002")))),
      Sample(
        .certificationRevoked(
          CertificationRevoked(candidacy: try id("D-2021-004"), grounds: try sealed("P-0017.1"))),
        widened: .certificationRevoked(
          CertificationRevoked(
            candidacy: try id("D-2021-004"), blocks: try list(try id("3474D1")),
            grounds: try sealed("P-0017.1"))),
        reduced: .certificationRevoked(
          CertificationRevoked(candidacy: try id("D-2021-004"), grounds: nil))),
      Sample(
        .awardDeclared(
          AwardDeclared(candidacy: try id("D-2021-004"), flow: try id("F-2021.09_1")))),
      Sample(
        .declarationAnswered(
          DeclarationAnswered(
            candidacy: try id("D-2021-004"), flow: try id("F-2021.09_1"), outcome: .rejected,
            grounds: try sealed("P-0017.1"))),
        minimal: .declarationAnswered(
          DeclarationAnswered(
            candidacy: try id("D-2021-004"), flow: try id("F-2021.09_1"), outcome: .accepted))),
      Sample(
        .insertionSurveyAnswered(
          InsertionSurveyAnswered(
            candidacy: try id("D-2021-004"), after: .twoYears, employed: true,
            inTargetOccupation: false))),
    ]
  }
}
