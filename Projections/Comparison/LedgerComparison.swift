public import Events

/// Everything derived that differs between two folds up to the same day, as known at two positions.
///
/// Cost: two derivations for each candidacy, one for the statistics of each certification; memory in
/// proportion to what differs. Pure: it reads nothing but the two folds.
public struct LedgerComparison: Sendable {
  /// By id.
  public private(set) var candidacies: [ChangedCandidacy] = []
  /// Those of candidacies and certifications, unordered, without the entries that made them.
  public private(set) var changes: [StateChange] = []
  /// How many candidacies are known in either state.
  public let candidacyCount: Int
  /// How many certifications are known in either state.
  public let certificationCount: Int
  /// How many certifications, without their figures, are the same.
  public let unchangedCertifications: Int

  public init(_ before: LedgerState, _ after: LedgerState, on day: CalendarDate) {
    let ids = Set(before.candidacies).union(after.candidacies).sorted()
    var (old, new): (Figures, Figures) = ([:], [:])
    var count = 0
    for id in ids {
      let (left, right) = (before.candidacy(id, on: day), after.candidacy(id, on: day))
      // One whose certification is not known has no answer.
      if left != nil || right != nil { count += 1 }
      if let left { old[left.certification, default: .init()].count(left, in: before) }
      if let right { new[right.certification, default: .init()].count(right, in: after) }
      if let changed = ChangedCandidacy(left, right, on: day) { candidacies.append(changed) }
    }
    candidacyCount = count
    changes = candidacies.flatMap(\.changes)
    let codes = Set(before.timeless.frameworks.keys).union(after.timeless.frameworks.keys)
    certificationCount = codes.count
    var unchanged = 0
    for code in codes.sorted() {
      let differing = CertificationComparison.changes(code, before, after, on: day)
      if differing.isEmpty { unchanged += 1 }
      let (left, right) = (old[code] ?? CandidacyFigures(), new[code] ?? CandidacyFigures())
      changes += differing + Self.figures(code, left.json, right.json)
      changes += Self.statistics(code, before, after)
    }
    unchangedCertifications = unchanged
  }

  private typealias Figures = [CertificationCode: CandidacyFigures]

  private static func figures(
    _ code: CertificationCode, _ before: JSONValue, _ after: JSONValue
  ) -> [StateChange] {
    JSONValue.differences(before, after).map {
      StateChange(.certification(code), .member($0.name), $0.before, $0.after, .figures)
    }
  }

  private static func statistics(
    _ code: CertificationCode, _ before: LedgerState, _ after: LedgerState
  ) -> [StateChange] {
    let old = lines(before.statistics(of: code))
    let new = lines(after.statistics(of: code))
    return Set(old.keys).union(new.keys).sorted().compactMap { year in
      guard old[year] != new[year] else { return nil }
      return StateChange(
        .certification(code), .statistics(year: year), .orNull(old[year], \.json),
        .orNull(new[year], \.json), .figures)
    }
  }

  private static func lines(_ years: [YearStatistics]) -> [Int: YearStatistics] {
    Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
