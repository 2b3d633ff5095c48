public import Events

extension LedgerState {
  /// The frameworks of every certification known, by code.
  public var frameworks: [CertificationRegistered] {
    timeless.frameworks.values.map(\.registration)
      .sorted { $0.certification < $1.certification }
  }

  /// The states of every certification known, by code.
  ///
  /// Cost: one derivation for each candidacy.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func certifications(on day: CalendarDate) -> [CertificationState] {
    frameworks.compactMap { certification($0.certification, on: day) }
  }
}
