internal import EventLog
package import Events
package import Projections

extension Lists {
  /// As of ``Projections/LedgerState/deadlines(on:within:)``.
  ///
  /// - Parameter limit: the first so many; nil: all.
  package mutating func deadlines(within days: Int, limit: Int? = nil) throws -> [Deadline] {
    let (day, last) = (question.on, question.on.adding(days: max(0, days)))
    if let found = try dues(DueQuery(on: day, lastDays: day...last, isLatestFirst: false), limit) {
      let certifications = try certifications()
      let registrations = certifications.frameworks.flatMap { framework in
        certifications.registrationDues(of: framework.certification).map {
          Deadline($0, of: .certification(framework.certification), on: day)
        }
      }.filter { 0...max(0, days) ~= $0.daysLeft }
      return Array((found + registrations).sorted().prefix(limit ?? .max))
    }
    return Array(try folded().deadlines(on: day, within: days).prefix(limit ?? .max))
  }

  /// As of ``Projections/LedgerState/pastDeadlines(on:)``.
  ///
  /// - Parameter limit: the first so many; nil: all.
  package mutating func pastDeadlines(limit: Int? = nil) throws -> [Deadline] {
    if let past = pastQuery, let found = try dues(past, limit) { return found }
    return Array(try folded().pastDeadlines(on: question.on).prefix(limit ?? .max))
  }

  /// How many ``pastDeadlines(limit:)`` has.
  package mutating func pastDeadlineCount() throws -> Int {
    if let pastQuery, let count = try tableCount(pastQuery) { return count }
    return try folded().pastDeadlines(on: question.on).count
  }

  private var pastQuery: DueQuery? {
    guard question.on > .first else { return nil }
    return DueQuery(
      on: question.on, lastDays: .first...question.on.adding(days: -1), isLatestFirst: true)
  }

  /// From the tables; nil without them, and where a fold is cheaper than reading each candidacy alone.
  private func dues(_ query: DueQuery, _ limit: Int?) throws -> [Deadline]? {
    let most = mostAlone
    guard let found = try tableDues(query, limit: limit ?? most + 1),
      limit != nil || found.count <= most
    else { return nil }
    return found.compactMap { match in
      Deadline.Kind(rawValue: match.kind).map {
        Deadline(Standing.Due($0, match.lastDay), of: .candidacy(match.candidacy), on: question.on)
      }
    }
  }
}

extension Lists {
  /// As of ``Projections/LedgerState/statistics(of:)``.
  package mutating func statistics(of certification: CertificationCode) throws -> [YearStatistics] {
    guard let counts = try awardCounts(of: certification) else {
      return try folded().statistics(of: certification)
    }
    return try certifications().statistics(
      of: certification, counted: counts[certification] ?? [:])
  }

  /// As of ``Projections/LedgerState/statistics()``.
  package mutating func statistics() throws -> [CertificationStatistics] {
    guard let counts = try awardCounts(of: nil) else { return try folded().statistics() }
    return try certifications().statistics(counted: counts)
  }

  /// The awards in force, by certification and year; nil without tables.
  private func awardCounts(
    of certification: CertificationCode?
  ) throws -> [CertificationCode: [Int: AwardCounts]]? {
    guard let awards = try tableAwards(of: certification) else { return nil }
    var counts: [CertificationCode: [Int: AwardCounts]] = [:]
    for (award, count) in awards {
      counts[award.certification, default: [:]][award.year, default: AwardCounts()] +=
        award.counts(of: count)
    }
    return counts
  }
}
