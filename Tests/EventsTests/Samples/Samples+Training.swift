internal import Events

extension Samples {
  static func training() throws -> [Sample] {
    [
      Sample(
        .trainingStarted(TrainingStarted(candidacy: try id("D-2021-004"), site: .inCompany)),
        minimal: .trainingStarted(TrainingStarted(candidacy: try id("D-2021-004")))),
      Sample(
        .trainingCompleted(
          TrainingCompleted(
            candidacy: try id("D-2021-004"), centreHours: try count(434),
            companyHours: try count(175))),
        minimal: .trainingCompleted(
          TrainingCompleted(candidacy: try id("D-2021-004"), centreHours: try count(0))),
        widened: .trainingCompleted(
          TrainingCompleted(
            candidacy: try id("D-2021-004"), centreHours: try count(434),
            centreMinutes: try Minutes(30), companyHours: try count(175),
            companyMinutes: try Minutes(59)))),
      Sample(
        .competencyAssessed(
          CompetencyAssessed(
            candidacy: try id("D-2021-004"), modality: .caseStudy,
            results: try list(
              AssessedCompetency(competency: try id("3474A07-C02"), outcome: .acquired),
              AssessedCompetency(competency: try id("3474A07-C03"), outcome: .notAcquired)),
            assessor: try id("A-3"))),
        minimal: .competencyAssessed(
          CompetencyAssessed(
            candidacy: try id("D-2021-004"), modality: .interview,
            results: try list(
              AssessedCompetency(competency: try id("3474A07-C02"), outcome: .notAcquired))))),
      Sample(
        .completionWindowExtended(
          CompletionWindowExtended(candidacy: try id("D-2021-004"), until: try day("2027-06-17"))),
        widened: .completionWindowExtended(
          CompletionWindowExtended(
            candidacy: try id("D-2021-004"), until: try day("2027-06-17"),
            grounds: try sealed("P-0017.1")))),
      Sample(
        .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: try id("D-2021-004"), block: try id("3474D1"), basis: .correspondence,
            source: ValidationSource(
              candidacy: try id("D-2015-009"), block: try id("2950D1"),
              validatedOn: try day("2015-05-04"), document: try text("PV 5")))),
        minimal: .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: try id("D-2021-004"), block: try id("3474D1"), basis: .permanent,
            source: ValidationSource())),
        widened: .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: try id("D-2021-004"), block: try id("3474D1"), basis: .equivalence,
            source: ValidationSource(
              candidacy: try id("D-2015-009"), block: try id("2950D1"),
              validatedOn: try day("2015-05-04"), document: try text("PV 5"),
              authority: try text("GRETA de l’Est"))))),
      Sample(
        .recognitionRevoked(
          RecognitionRevoked(
            candidacy: try id("D-2021-004"), block: try id("3474D1"),
            grounds: try sealed("P-0017.1"))),
        reduced: .recognitionRevoked(
          RecognitionRevoked(
            candidacy: try id("D-2021-004"), block: try id("3474D1"), grounds: nil))),
    ]
  }
}
