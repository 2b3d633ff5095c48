public import Events

/// How often a person was shown by name, or with their texts, to somebody on a day.
public struct OpenedName: Hashable, Sendable {
  public let day: CalendarDate
  /// To whom.
  public let who: RecorderID
  /// Of whom: a candidate or a member of a jury, by their id.
  public let subject: Subject
  /// In how many answers.
  public let count: Int
}
