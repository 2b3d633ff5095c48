public import Events
public import Rules

// Refusals and findings of the rules. In JSON their messages are always English.

extension Refusal: TextConvertible {
  public var text: Text {
    Text(
      "  \(rule) : \(message.french)\n       source : \(source.french)\n       il faut : \(remedy.french)",
      "  \(rule): \(message.english)\n       source: \(source.english)\n       needed: \(remedy.english)"
    )
  }

  /// In JSON, in English.
  public var json: JSONValue {
    [
      "rule": .string(rule.description), "source": .string(source.english),
      "message": .string(message.english), "remedy": .string(remedy.english),
    ]
  }
}

extension Finding: TextConvertible {
  public var text: Text {
    Text(
      "position \(position), \(rule)\(isWaived ? " (dérogation)" : "") : \(message.french)",
      "position \(position), \(rule)\(isWaived ? " (waived)" : ""): \(message.english)")
  }

  /// In JSON, in English.
  public var json: JSONValue {
    [
      "position": .integer(Int(position.number)), "rule": .string(rule.description),
      "message": .string(message.english), "waived": .boolean(isWaived),
      "weight": .string(weight.rawValue), "remedy": .string(remedy.english),
    ]
  }
}
