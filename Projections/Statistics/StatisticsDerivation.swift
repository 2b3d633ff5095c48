public import Events

extension LedgerState {
  /// The statistics of a certification by year of award, ascending; only years with an award are
  /// listed.
  ///
  /// They are those of the fold's day: an award revoked by then is left out, a later answer is not
  /// known. Awards are counted, not persons. The awards of a superseded version are not included.
  /// The framework need not be known; an unknown certification has no year.
  ///
  /// Cost: one pass over the candidacies.
  public func statistics(of certification: CertificationCode) -> [YearStatistics] {
    var years: [Int: Tally] = [:]
    for record in records.values where record.awardRevoked == nil {
      guard let award = record.award, let enrolment = record.enrolment?.value,
        enrolment.certification == certification
      else { continue }
      years[award.day.components.year, default: Tally()].add(record, enrolment.pathway)
    }
    return years.sorted { $0.key < $1.key }.map { $0.value.line(of: $0.key) }
  }
}

/// The counts of the awards of one year.
private struct Tally {
  private var certified = 0
  private var byExperience = 0
  private var employed = Rate()
  private var inOccupation = Rate()
  private var inOccupationAfterTwoYears = Rate()

  mutating func add(_ record: CandidacyRecord, _ pathway: Pathway) {
    certified += 1
    if pathway == .experience { byExperience += 1 }
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
      insertionOccupationTwoYears: inOccupationAfterTwoYears.percent)
  }
}

/// The share of positive answers.
private struct Rate {
  private var yes = 0
  private var base = 0

  mutating func count(_ answer: Bool) {
    base += 1
    if answer { yes += 1 }
  }

  /// Whole percent, rounded half up; nil without answers.
  var percent: Int? { base == 0 ? nil : (200 * yes + base) / (2 * base) }
}
