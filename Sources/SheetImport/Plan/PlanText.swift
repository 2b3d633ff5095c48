public import Events

/// A plan as a text file, in French or English, with comments that say how it is corrected.
public struct PlanText: Sendable {
  public let plan: ImportPlan
  public let notes: PlanNotes

  public init(_ plan: ImportPlan, _ notes: PlanNotes = PlanNotes()) {
    self.plan = plan
    self.notes = notes
  }

  /// The lines of the file, each ended by a line feed.
  public func text(in language: Language) -> String {
    PlanWriter(plan, notes, language).lines.map { "\($0)\n" }.joined()
  }

  /// Reads a plan, written in either language.
  ///
  /// - Parameter bytes: UTF-8, with or without a byte-order mark, with any line ends.
  /// - Throws: ``PlanFailure`` with everything that is wrong, by line.
  public static func plan(_ bytes: [UInt8]) throws(PlanFailure) -> ImportPlan {
    let reader = PlanReader(PlanSource(bytes))
    guard reader.problems.isEmpty else { throw PlanFailure(reader.problems) }
    return reader.plan
  }
}
