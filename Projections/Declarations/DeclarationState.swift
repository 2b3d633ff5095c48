public import Events

/// What became of the declaration of an award to the Caisse des Dépôts (Code du travail, L6113-8 and
/// R6113-17-2). The raw value is that of the JSON.
public enum DeclarationAnswer: String, CaseIterable, Hashable, Sendable {
  /// No flow was deposited.
  case notDeposited = "none"
  /// Deposited, not answered yet.
  case deposited
  /// Accepted, in time or late.
  case accepted
  /// The latest deposit was rejected and must be sent again.
  case rejected
}

/// The declaration of one award on one day: the answer, and whether it is late. Neither hides the
/// other: a flow accepted late is `accepted`, and late.
public struct DeclarationState: Hashable, Sendable {
  public let answer: DeclarationAnswer
  public let awardedOn: CalendarDate
  /// The last day for the acceptance, inclusive: three calendar months after the award
  /// (``Events/CalendarDate/adding(months:)``). Nil if nothing is owed, for an award made before
  /// 2021-07-01.
  public let due: CalendarDate?
  /// Whether ``due`` is past and no acceptance was in force at its end. Once late, it remains so.
  public let isLate: Bool
  /// The flow accepted first, else the one deposited last; nil if there is none.
  public let flow: FlowID?
  /// The day of the event at ``position``.
  public let since: CalendarDate
  /// The event that determined the answer: the award, the deposit or the answer to it.
  public let position: Position

  /// Whether the award is owed and no acceptance is in force.
  public var isOutstanding: Bool { due != nil && answer != .accepted }
}

extension DeclarationState {
  /// As in `status --json`.
  var json: JSONValue {
    [
      "answer": .string(answer.rawValue),
      "due": .orNull(due) { .string($0.description) },
      "late": .boolean(isLate),
      "flow": .orNull(flow) { .string($0.text) },
    ]
  }
}
