/// The awards of one certification and year, counted: each count is a sum over ``CountedAward``s, so that
/// counts add up, here or in a table.
public struct AwardCounts: Hashable, Sendable {
  /// Number of awards in force.
  public var certified: Int
  /// Number of these by VAE.
  public var byExperience: Int
  /// Number who answered the survey after six months.
  public var answeredSixMonths: Int
  /// Number of these who were employed.
  public var employed: Int
  /// Number of these in the target occupation.
  public var inOccupation: Int
  /// Number who answered the survey after two years.
  public var answeredTwoYears: Int
  /// Number of these in the target occupation.
  public var inOccupationTwoYears: Int

  public init(
    certified: Int = 0, byExperience: Int = 0, answeredSixMonths: Int = 0, employed: Int = 0,
    inOccupation: Int = 0, answeredTwoYears: Int = 0, inOccupationTwoYears: Int = 0
  ) {
    self.certified = certified
    self.byExperience = byExperience
    self.answeredSixMonths = answeredSixMonths
    self.employed = employed
    self.inOccupation = inOccupation
    self.answeredTwoYears = answeredTwoYears
    self.inOccupationTwoYears = inOccupationTwoYears
  }

  /// Of one award: each count is 0 or 1.
  public init(_ award: CountedAward) {
    let isInOccupation = award.isInOccupationAfterTwoYears
    self.init(
      certified: 1, byExperience: award.isByExperience ? 1 : 0,
      answeredSixMonths: award.sixMonths == nil ? 0 : 1,
      employed: award.sixMonths?.isEmployed == true ? 1 : 0,
      inOccupation: award.sixMonths?.isInOccupation == true ? 1 : 0,
      answeredTwoYears: isInOccupation == nil ? 0 : 1,
      inOccupationTwoYears: isInOccupation == true ? 1 : 0)
  }

  public static func + (left: Self, right: Self) -> Self {
    AwardCounts(
      certified: left.certified + right.certified,
      byExperience: left.byExperience + right.byExperience,
      answeredSixMonths: left.answeredSixMonths + right.answeredSixMonths,
      employed: left.employed + right.employed,
      inOccupation: left.inOccupation + right.inOccupation,
      answeredTwoYears: left.answeredTwoYears + right.answeredTwoYears,
      inOccupationTwoYears: left.inOccupationTwoYears + right.inOccupationTwoYears)
  }

  public static func += (left: inout Self, right: Self) { left = left + right }
}
