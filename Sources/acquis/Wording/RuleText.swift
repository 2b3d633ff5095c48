internal import Events
internal import Rules

extension Words {
  /// In this program's form.
  var wording: Wording { Wording(french, english) }

  /// In this run's language.
  var text: String { wording.text }
}

extension Refusal {
  /// As programs read it.
  var json: JSONValue {
    [
      "rule": .string(rule.description), "source": .string(source.text),
      "message": .string(message.text), "remedy": .string(remedy.text),
    ]
  }

  /// As people read it.
  var wording: Wording {
    Wording(
      "  \(rule) : \(message.french)\n       règle : \(source.french)\n       il faut : \(remedy.french)",
      "  \(rule): \(message.english)\n       source: \(source.english)\n       needed: \(remedy.english)"
    )
  }
}

extension Finding {
  /// As programs read it.
  var json: JSONValue {
    [
      "position": .integer(Int(position.number)), "rule": .string(rule.description),
      "message": .string(message.text), "waived": .boolean(isWaived),
    ]
  }

  /// As people read it.
  var wording: Wording {
    Wording(
      "position \(position), \(rule)\(isWaived ? " (dérogation)" : "") : \(message.french)",
      "position \(position), \(rule)\(isWaived ? " (waived)" : ""): \(message.english)")
  }
}
