public import Events

extension Deadline {
  /// The deadline in JSON.
  public var json: JSONValue {
    [
      "kind": .string(kind.rawValue),
      "subject": .string(subject.description),
      "lastDay": .string(lastDay.description),
      "daysLeft": .integer(daysLeft),
    ]
  }
}
