public import Events

/// A fact that the sheet states, as `import` takes it.
public struct SheetFact: Hashable, Sendable {
  public let type: EventType
  public let occurredOn: CalendarDate
  /// The data in clear.
  public let data: JSONValue
  /// The plan's sentence, where the plan states the day or more.
  public let reason: String?
  /// The rows that state it, by index of ``SheetReading/rows``; none for a jury.
  public let rows: [Int]
  /// What only the plan states: fields of the data, and `occurredOn`.
  let planned: Set<String>

  public init(
    _ type: EventType, on day: CalendarDate, _ data: JSONValue, reason: String? = nil,
    rows: [Int] = []
  ) {
    self.init(type, on: day, data, reason: reason, planned: [], rows: rows)
  }

  init(
    _ type: EventType, on day: CalendarDate, _ data: JSONValue, reason: String?,
    planned: Set<String>, rows: [Int]
  ) {
    self.type = type
    occurredOn = day
    self.data = data
    self.reason = reason
    self.planned = planned
    self.rows = rows
  }
}

/// A session of a jury that the sheet names by its day.
public struct SheetSession: Hashable, Sendable {
  public let jury: JuryID
  public let certification: CertificationCode
  public let on: CalendarDate
  /// Whether the ledger has it already.
  public let isKnown: Bool

  public init(
    _ jury: JuryID, _ certification: CertificationCode, on day: CalendarDate, isKnown: Bool
  ) {
    self.jury = jury
    self.certification = certification
    on = day
    self.isKnown = isKnown
  }
}
