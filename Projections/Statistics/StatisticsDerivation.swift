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
    guard timeless.frameworks[certification] != nil else { return [] }
    var counts: [Int: AwardCounts] = [:]
    for record in records.values {
      guard let award = record.countedAward, award.certification == certification else { continue }
      counts[award.year, default: AwardCounts()] += AwardCounts(award)
    }
    return statistics(of: certification, counted: counts)
  }

  /// The same lines as ``statistics(of:)``, from the awards of each year counted before, without reading a
  /// candidacy.
  ///
  /// - Parameter counts: of that certification, by year; a year without awards may be left out.
  public func statistics(
    of certification: CertificationCode, counted counts: [Int: AwardCounts]
  ) -> [YearStatistics] {
    guard let framework = timeless.frameworks[certification] else { return [] }
    return YearStatistics.lines(
      of: counts, published: framework.registration.publishedStatistics?.elements ?? [])
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
