public import Events

extension TimelineEntry {
  /// The entry in JSON.
  ///
  /// - Parameter candidacy: the candidacy whose state it may have changed; nil if it concerns none.
  public func json(of candidacy: CandidacyID?) -> JSONValue {
    [
      "position": .integer(Int(position.number)),
      "occurredOn": .string(day.description),
      "recordedAt": .string(recordedAt.description),
      "clock": .orNull(clock) { .string($0.rawValue) },
      "type": .string(type.rawValue),
      "annulled": .boolean(annulled),
      "waives": .list(waives.map { .string($0.description) }),
      "candidacy": .orNull(candidacy) { .string($0.text) },
      "status": .change(statusBefore?.rawValue, statusAfter?.rawValue),
      "lastDay": .change(lastDayBefore?.description, lastDayAfter?.description),
      "blocks": .list(
        blocks.map { block in
          [
            "code": .string(block.code.text), "before": .string(block.before.rawValue),
            "after": .string(block.after.rawValue),
          ]
        }),
    ]
  }
}

extension JSONValue {
  /// An object with the values before and after a change.
  fileprivate static func change(_ before: String?, _ after: String?) -> JSONValue {
    [
      "before": .orNull(before) { .string($0) }, "after": .orNull(after) { .string($0) },
    ]
  }
}
