public import Events

extension LedgerState {
  /// The statistics of a certification: one line for each year from the first to the last of an
  /// award or a published figure, ascending; a year without awards has zeros.
  ///
  /// They are those of the fold's day: an award revoked by then is left out, a later answer is not
  /// known. Awards are counted, not persons. The awards of a superseded version are not included.
  /// The published figures are part of the framework, whatever the day. An unknown certification has
  /// no year.
  ///
  /// Cost: one pass over the candidacies.
  public func statistics(of certification: CertificationCode) -> [YearStatistics] {
    guard let framework = timeless.frameworks[certification] else { return [] }
    var years: [Int: Tally] = [:]
    for record in records.values where record.awardRevoked == nil {
      guard let award = record.award, record.enrolment?.value.certification == certification
      else { continue }
      years[award.day.components.year, default: Tally()].add(
        record, isByExperience: record.pathway(on: award.day) == .experience)
    }
    for line in framework.registration.publishedStatistics?.elements ?? [] {
      years[line.year.value, default: Tally()].published = line
    }
    guard let first = years.keys.min(), let last = years.keys.max() else { return [] }
    return (first...last).map { years[$0, default: Tally()].line(of: $0) }
  }
}

/// The statistics of one certification.
public struct CertificationStatistics: Hashable, Sendable {
  public let certification: CertificationCode
  /// As of ``LedgerState/statistics(of:)``.
  public let years: [YearStatistics]
}

extension LedgerState {
  /// The statistics of every certification that has any, by code.
  ///
  /// Cost: one pass over the candidacies for each certification.
  public func statistics() -> [CertificationStatistics] {
    timeless.frameworks.keys.sorted { $0.text < $1.text }
      .map { CertificationStatistics(certification: $0, years: statistics(of: $0)) }
      .filter { !$0.years.isEmpty }
  }
}

/// The counts of the awards of one year.
private struct Tally {
  var published: PublishedStatistics?
  private var certified = 0
  private var byExperience = 0
  private var employed = Rate()
  private var inOccupation = Rate()
  private var inOccupationAfterTwoYears = Rate()

  mutating func add(_ record: CandidacyRecord, isByExperience: Bool) {
    certified += 1
    if isByExperience { byExperience += 1 }
    if let answer = record.surveys.sixMonths {
      employed.count(answer.employed)
      inOccupation.count(answer.inTargetOccupation)
    }
    if let answer = record.surveys.twoYears {
      inOccupationAfterTwoYears.count(answer.inTargetOccupation)
    }
  }

  func line(of year: Int) -> YearStatistics {
    YearStatistics(
      year: year, certified: certified, certifiedByExperience: byExperience,
      insertionSixMonths: employed.percent, insertionOccupationSixMonths: inOccupation.percent,
      insertionOccupationTwoYears: inOccupationAfterTwoYears.percent,
      answeredSixMonths: employed.base, answeredTwoYears: inOccupationAfterTwoYears.base,
      published: published, employedSixMonths: employed.yes,
      inOccupationSixMonths: inOccupation.yes,
      inOccupationTwoYears: inOccupationAfterTwoYears.yes)
  }
}

/// The share of positive answers.
private struct Rate {
  private(set) var yes = 0
  private(set) var base = 0

  mutating func count(_ answer: Bool) {
    base += 1
    if answer { yes += 1 }
  }

  /// Whole percent, rounded half up; nil without answers.
  var percent: Int? { YearStatistics.percent(yes, of: base) }
}
