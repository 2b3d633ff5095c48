public import Events

/// What is wrong with something that a person typed: the field, and what was expected.
///
/// It never repeats what was typed into a field, which may be about a person.
public struct TypedProblem: Error, Hashable, Sendable {
  /// As it is typed, `identity.birthName`; nil if no field is concerned.
  public let field: String?
  /// What was expected, and what is near.
  public let reason: Text

  public init(field: String?, _ reason: Text) {
    self.field = field
    self.reason = reason
  }
}

extension TypedProblem: TextConvertible {
  public var text: Text { reason.of(field: field) }
}

/// Everything that is wrong with what a person typed, in the order of the words.
public struct TypedProblems: Error, Sendable {
  /// At least one.
  public let problems: [TypedProblem]

  public init(_ problems: [TypedProblem]) { self.problems = problems }
}
