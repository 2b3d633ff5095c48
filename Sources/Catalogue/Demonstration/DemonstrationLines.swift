public import Events

/// The lines of a ``Demonstration`` in the order in which to record them, day by day: a cohort is written when its
/// first day comes.
public struct DemonstrationLines {
  /// The lines that are written and not returned yet, by the day of their instant in days since 1970.
  private var waiting: [Int: [NumberedLine]] = [:]
  /// Those of the day, the next one last.
  private var today: [NumberedLine] = []
  /// The next day to return lines of.
  private var day: Int
  /// By their first day.
  private var cohorts: ArraySlice<Cohort>
  private var writer: DemonstrationWriter

  init(unusual: [NumberedLine], cohorts: [Cohort], writer: DemonstrationWriter) {
    self.writer = writer
    self.cohorts = cohorts.sorted { ($0.start, $0.index) < ($1.start, $1.index) }[...]
    day = unusual.map(\.day).min() ?? 0
    add(unusual)
  }

  /// The next line; nil after the last.
  ///
  /// - Throws: ``InvalidValue`` only if the generator itself is wrong.
  public mutating func next() throws(InvalidValue) -> Demonstration.Line? {
    while today.isEmpty {
      if waiting.isEmpty, cohorts.isEmpty { return nil }
      while let cohort = cohorts.first, cohort.start.dayNumber <= day {
        cohorts.removeFirst()
        try writer.rewrite(cohort)
        add(NumberedLine.numbered(writer.takeLines(), from: cohort.firstLine))
      }
      today = (waiting.removeValue(forKey: day) ?? []).sorted {
        ($0.line.recordedAt, $0.number) > ($1.line.recordedAt, $1.number)
      }
      day += 1
    }
    return today.removeLast().line
  }

  private mutating func add(_ lines: [NumberedLine]) {
    for line in lines { waiting[max(day, line.day), default: []].append(line) }
  }
}

/// A line and its number among all as they are written, which orders lines of one instant.
struct NumberedLine: Sendable {
  let number: Int
  let line: Demonstration.Line

  /// The day of its instant, in days since 1970 in UTC.
  var day: Int { Int(line.recordedAt.microseconds / 86_400_000_000) }

  /// The lines, numbered in their order.
  static func numbered(_ lines: [Demonstration.Line], from first: Int) -> [NumberedLine] {
    lines.enumerated().map { NumberedLine(number: first + $0.offset, line: $0.element) }
  }
}
