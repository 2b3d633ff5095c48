public import Events

/// Why a plan's file cannot be used.
public struct PlanFailure: Error, Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    /// From 1; 0 where the plan was not read from a file.
    public let line: Int
    public let text: Text

    public init(line: Int, _ text: Text) {
      self.line = line
      self.text = text
    }
  }

  /// At least one, by line.
  public let problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }
}
