public import Events

/// An award in force as the statistics count it.
public struct CountedAward: Hashable, Sendable {
  public let certification: CertificationCode
  /// The year of the award.
  public let year: Int
  /// Whether it was obtained by VAE.
  public let isByExperience: Bool
  /// The answers to the survey after six months; nil where it is not answered.
  public let sixMonths: Answer?
  /// Whether the person works in the target occupation after two years; nil where it is not answered.
  public let isInOccupationAfterTwoYears: Bool?

  package init(
    certification: CertificationCode, year: Int, isByExperience: Bool, sixMonths: Answer?,
    isInOccupationAfterTwoYears: Bool?
  ) {
    self.certification = certification
    self.year = year
    self.isByExperience = isByExperience
    self.sixMonths = sixMonths
    self.isInOccupationAfterTwoYears = isInOccupationAfterTwoYears
  }

  /// The answers to the survey after six months.
  public struct Answer: Hashable, Sendable {
    public let isEmployed: Bool
    /// False if not employed.
    public let isInOccupation: Bool

    package init(isEmployed: Bool, isInOccupation: Bool) {
      self.isEmployed = isEmployed
      self.isInOccupation = isInOccupation
    }
  }
}

extension CandidacyRecord {
  /// The award in force as the statistics count it: by the pathway of its day. Nil without one, and before
  /// the enrolment.
  var countedAward: CountedAward? {
    guard let award, awardRevoked == nil, let enrolment else { return nil }
    return CountedAward(
      certification: enrolment.value.certification, year: award.day.components.year,
      isByExperience: pathway(on: award.day) == .experience,
      sixMonths: surveys.sixMonths.map {
        CountedAward.Answer(isEmployed: $0.employed, isInOccupation: $0.inTargetOccupation)
      },
      isInOccupationAfterTwoYears: surveys.twoYears?.inTargetOccupation)
  }
}
