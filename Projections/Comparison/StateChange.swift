public import Events

/// A member of an answer that differs between two states of knowledge, on the same day.
public struct StateChange: Hashable, Sendable {
  public let subject: Subject
  public let field: ChangedField
  /// As in the subject's answer in JSON; null where there was nothing.
  public let before: JSONValue
  /// As in the subject's answer in JSON; null where there is nothing any more.
  public let after: JSONValue
  public let gravity: ChangeGravity
  /// The positions of the entries that made it, ascending; empty until they are looked for.
  public private(set) var because: [Position] = []

  package init(
    _ subject: Subject, _ field: ChangedField, _ before: JSONValue, _ after: JSONValue,
    _ gravity: ChangeGravity
  ) {
    self.subject = subject
    self.field = field
    self.before = before
    self.after = after
    self.gravity = gravity
  }

  /// This change with the entries that made it.
  package func because(of positions: some Sequence<Position>) -> StateChange {
    var change = self
    change.because = Set(positions).sorted()
    return change
  }
}

/// What of a subject changed. Its description is the field's name in JSON.
public enum ChangedField: Hashable, Sendable, CustomStringConvertible {
  /// The subject itself: it is known in one of the two states alone.
  case existence
  /// A member of its answer in JSON.
  case member(String)
  /// A block of a candidacy.
  case block(BlockCode)
  /// What a jury's register says of a candidacy.
  case candidacy(CandidacyID)
  /// A line of a certification's statistics.
  case statistics(year: Int)
  /// What an entry breaks.
  case finding(RuleID, Position)

  public var description: String {
    switch self {
    case .existence: "known"
    case .member(let name): name
    case .block(let code): "blocks.\(code.text)"
    case .candidacy(let id): "candidacies.\(id.text)"
    case .statistics(let year): "statistics.\(year)"
    case .finding(let rule, let position): "findings.\(rule).\(position)"
    }
  }
}

extension Sequence<StateChange> {
  /// In the order of ``ChangeGravity``.
  package var worstFirst: [StateChange] {
    var worst: [Subject: ChangeGravity] = [:]
    for change in self {
      worst[change.subject] = Swift.min(worst[change.subject] ?? change.gravity, change.gravity)
    }
    return map { (worst[$0.subject] ?? $0.gravity, $0.subject.description, $0) }
      .sorted { left, right in
        if left.0 != right.0 { return left.0 < right.0 }
        if left.1 != right.1 { return left.1 < right.1 }
        if left.2.gravity != right.2.gravity { return left.2.gravity < right.2.gravity }
        return left.2.field.description < right.2.field.description
      }
      .map(\.2)
  }
}

extension JSONValue {
  /// The members that differ between two objects, in the first one's order; a member that an object
  /// lacks is null in it.
  static func differences(
    _ before: JSONValue, _ after: JSONValue, without skipped: Set<String> = []
  ) -> [(name: String, before: JSONValue, after: JSONValue)] {
    var names: [String] = []
    for case .object(let members) in [before, after] {
      for name in members.map(\.name) where !names.contains(name) { names.append(name) }
    }
    return names.compactMap { name in
      let (left, right) = (before[name] ?? .null, after[name] ?? .null)
      return left == right || skipped.contains(name) ? nil : (name, left, right)
    }
  }

  /// This object without some members.
  func without(_ skipped: Set<String>) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !skipped.contains($0.name) })
  }

  /// The members of an answer that repeat the question.
  static let questionMembers: Set<String> = ["on", "known", "edition"]
}
