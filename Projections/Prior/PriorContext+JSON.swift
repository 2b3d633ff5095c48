internal import Events

extension PriorContext {
  /// The latest window, with the one that would open and the others; null where there is none.
  var windowJSON: JSONValue {
    if windows.isEmpty, opening == nil { return .null }
    let latest = windows.last
    guard case .object(let members) = (latest?.window ?? .none).json else { return .null }
    return .object(
      [
        .init("candidacy", .orNull(latest) { .string($0.candidacy.text) }),
        .init("certification", .orNull(latest) { .string($0.certification.text) }),
      ] + members + [
        .init(
          "next",
          .orNull(opening) {
            [
              "opensOn": .string($0.opensOn.description),
              "lastDay": .orNull($0.lastDay) { .string($0.description) },
              "years": .orNull($0.limit.years) { .integer($0.value) },
              "basis": .string($0.limit.basis.rawValue),
            ]
          }),
        .init(
          "others",
          .list(
            windows.dropLast().map { window in
              guard case .object(let members) = window.window.json else { return .null }
              return .object(
                [
                  .init("candidacy", .string(window.candidacy.text)),
                  .init("certification", .string(window.certification.text)),
                ] + members)
            })),
      ])
  }
}

extension PriorAdmissibility {
  var json: JSONValue {
    [
      "candidacy": .string(candidacy.text),
      "decidedOn": .string(decidedOn.description),
      "favourable": .boolean(isFavourable),
      "validUntil": .orNull(validUntil) { .string($0.description) },
      "tacit": .boolean(isTacit),
      "position": .integer(Int(position.number)),
      "valid": .boolean(isValid),
      "toAskAgain": .boolean(isToAskAgain),
    ]
  }
}

extension PriorCertificate {
  var json: JSONValue {
    guard case .object(let members) = certificate.json else { return .null }
    return .object([.init("candidacy", .string(candidacy.text))] + members)
  }
}

extension PriorReview {
  /// The message in English.
  var json: JSONValue {
    [
      "candidacy": .string(candidacy.text),
      "rule": .orNull(rule) { .string($0.description) },
      "position": .integer(Int(position.number)),
      "message": .string(message.english),
    ]
  }
}

extension PriorAnswer.Summary {
  var json: JSONValue {
    [
      "certification": .string(certification.text), "title": .string(title.text),
      "counts": .integer(counting), "of": .integer(blocks),
    ]
  }
}

extension CorrespondenceStep {
  var json: JSONValue {
    [
      "certification": .string(certification.text), "block": .string(block.text),
      "newer": .string(newer.text), "place": .string(place.text),
      "position": .integer(Int(position.number)), "on": .string(on.description),
    ]
  }
}
