public import Events

/// What a proposal says beside its plan, as comments of the file.
public struct PlanNotes: Hashable, Sendable {
  /// The sheet's file.
  public var file: String = ""
  /// What was found: the encoding, the headings' row, how many rows are left out, the form of the sheet.
  public var findings: [Text] = []
  /// Of each column of the plan, by its index.
  public var columns: [Int: [Text]] = [:]
  /// How many cells have each word, by the column's index and then the word's.
  public var counts: [Int: [Int]] = [:]

  public init() {}
}
