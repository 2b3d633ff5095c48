public import Events

/// The answer about one candidacy: its state, and the day and position asked.
public struct CandidacyAnswer: Hashable, Sendable {
  /// The day that the answer is about (valid time).
  public let on: CalendarDate
  /// The last position known (transaction time).
  public let known: Position
  public let state: CandidacyState

  public init(on: CalendarDate, known: Position, state: CandidacyState) {
    self.on = on
    self.known = known
    self.state = state
  }

  /// The answer in JSON, members in the order of the contract, with the current ``Events/Edition``.
  public var json: JSONValue {
    [
      "candidacy": .string(state.candidacy.text),
      "candidate": .string(state.candidate.text),
      "certification": .string(state.certification.text),
      "pathway": .string(state.pathway.rawValue),
      "on": .string(on.description),
      "known": .integer(Int(known.number)),
      "edition": .string(Edition.current.description),
      "status": .string(state.status.rawValue),
      "tacit": .boolean(state.tacit),
      "targetReached": .boolean(state.targetReached),
      "awaitingJury": .boolean(state.awaitingJury),
      "blocks": .list(state.blocks.map(\.json)),
      "window": state.window.json,
      "declaration": .orNull(state.declaration, \.json),
      "toReview": .list(state.toReview.map(\.json)),
      "certificate": .orNull(state.certificate) {
        [
          "number": .string($0.number.text),
          "issuedOn": .string($0.issuedOn.description),
        ]
      },
      "certificates": .list(state.certificates.map(\.json)),
      "leftBehind": .list(state.leftBehind.map(\.json)),
      "because": .list(state.because.map { .integer(Int($0.number)) }),
      "waivers": .list(
        state.waivers.map { waiver in
          [
            "position": .integer(Int(waiver.position.number)),
            "rules": .list(waiver.rules.map { .string($0.description) }),
          ]
        }),
    ]
  }
}

extension CandidacyAnswer {
  /// ``json`` without the blocks: an element of the list of windows.
  public var windowJSON: JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members.filter { $0.name != "blocks" })
  }
}

extension BlockState {
  var json: JSONValue {
    [
      "code": .string(code.text),
      "state": .string(status.rawValue),
      "since": .orNull(since) { .string($0.description) },
      "position": .orNull(position) { .integer(Int($0.number)) },
      "jury": .orNull(jury) { .string($0.text) },
      "source": .orNull(source, \.json),
      "competencies": ["acquired": .integer(acquired), "of": .integer(competencies)],
    ]
  }
}

extension CompletionWindow {
  var json: JSONValue {
    [
      "state": .string(status.rawValue),
      "opensOn": .orNull(opensOn) { .string($0.description) },
      "lastDay": .orNull(lastDay) { .string($0.description) },
      "daysLeft": .orNull(daysLeft) { .integer($0) },
      "extended": .orNull(extended) { .boolean($0) },
      "completedOn": .orNull(completedOn) { .string($0.description) },
      "basis": .orNull(basis) { .string($0.rawValue) },
    ]
  }
}

extension JSONValue {
  /// The JSON of a value; `null` for nil.
  static func orNull<Value>(_ value: Value?, _ json: (Value) -> JSONValue) -> JSONValue {
    value.map(json) ?? .null
  }
}
