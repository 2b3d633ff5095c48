public import Events

extension LedgerState {
  /// The statistics of a certification by year of award, ascending; only the years with an award.
  ///
  /// The day asked is the fold's: an award revoked by that day is left out, an answer given after it is
  /// not known. Awards are counted, not persons. A superseded version's awards are its own. Needs no
  /// framework; a certification not known has no year.
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

/// The awards of one year, counted.
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

/// How many of those who answered said yes.
private struct Rate {
  private var yes = 0
  private var base = 0

  mutating func count(_ answer: Bool) {
    base += 1
    if answer { yes += 1 }
  }

  /// Rounded half up; nil without answers.
  var percent: Int? { base == 0 ? nil : (200 * yes + base) / (2 * base) }
}
