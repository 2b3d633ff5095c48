public import Events

/// The live figures of a certification on one day.
public struct CertificationFigures: Hashable, Sendable {
  /// A session to come.
  public struct Session: Hashable, Sendable {
    public let jury: JuryID
    public let on: CalendarDate
  }

  /// One line for each year from the first award to the last, ascending.
  public let years: [YearStatistics]
  /// All awards not revoked, and the answers about them.
  public let total: YearStatistics
  /// The first session that is not held and not over; nil if none is planned.
  public let nextSession: Session?

  /// - Parameters:
  ///   - years: as of ``LedgerState/statistics(of:)``; those without an award before the first and after
  ///     the last are left out.
  ///   - juries: any juries; those of other certifications are ignored.
  public init(
    of certification: CertificationCode, years: [YearStatistics], juries: [JuryState],
    on day: CalendarDate
  ) {
    let first = years.firstIndex { $0.certified > 0 } ?? years.endIndex
    let last = years.lastIndex { $0.certified > 0 } ?? years.startIndex
    self.years = first <= last && first < years.endIndex ? Array(years[first...last]) : []
    total = YearStatistics.total(of: years, year: day.components.year)
    nextSession = juries.filter {
      $0.certification == certification && $0.status == .convened && day <= $0.session.last
    }.min { ($0.sessionOn, $0.jury.text) < ($1.sessionOn, $1.jury.text) }
      .map { Session(jury: $0.jury, on: $0.sessionOn) }
  }

  /// The share of awards by VAE, in whole percent; nil without an award.
  public var experienceShare: Int? {
    YearStatistics.percent(total.certifiedByExperience, of: total.certified)
  }

  var json: JSONValue {
    [
      "certified": .integer(total.certified),
      "certifiedByExperience": .integer(total.certifiedByExperience),
      "experienceShare": .orNull(experienceShare) { .integer($0) },
      "byYear": .list(
        years.map { year in
          [
            "year": .integer(year.year), "certified": .integer(year.certified),
            "certifiedByExperience": .integer(year.certifiedByExperience),
          ]
        }),
      "nextSession": .orNull(nextSession) { session in
        ["jury": .string(session.jury.text), "on": .string(session.on.description)]
      },
    ]
  }
}
