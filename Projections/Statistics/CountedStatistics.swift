package import Events

extension LedgerState {
  /// The same as ``statistics()``, from the awards counted before, without reading a candidacy.
  ///
  /// - Parameter counts: by certification and year.
  package func statistics(
    counted counts: [CertificationCode: [Int: AwardCounts]]
  ) -> [CertificationStatistics] {
    timeless.frameworks.keys.sorted().map { code in
      CertificationStatistics(
        certification: code, years: statistics(of: code, counted: counts[code] ?? [:]))
    }.filter { !$0.years.isEmpty }
  }
}
