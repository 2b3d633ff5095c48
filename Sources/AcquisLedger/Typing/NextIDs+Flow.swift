public import EventLog
public import Events

extension NextIDs {
  /// The id that the next flow deposited on a day would have in a ledger.
  ///
  /// Cost: reading the log backwards to the last deposit, and the deposits once.
  ///
  /// - Throws: ``LogFailure``; `InvalidValue` where the pattern of the last one gives no id any more.
  public static func flow(on day: CalendarDate, in log: some EventLog) throws -> FlowID {
    let deposit = Submission(
      [
        JSONMember("type", .string(EventType.awardDeclared.rawValue)),
        JSONMember("occurredOn", .string(day.description)), JSONMember("data", [:]),
      ], line: 1)
    let ids = try NextIDs(for: "flow").choice(for: [deposit], in: log).ids
    return try FlowID(ids.first ?? "")
  }
}
