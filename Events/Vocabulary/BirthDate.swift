/// A birth date, as precise as it is known: a year, a month or a day.
public struct BirthDate: Hashable, Sendable {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public let text: String
  /// The first day that it may be: of the year or of the month if the day is not known.
  public let firstDay: CalendarDate

  /// - Throws: ``InvalidValue/birthDate`` unless the text has one of the three forms and the date
  ///   exists.
  public init(_ text: String) throws(InvalidValue) {
    let completed: String
    switch text.utf8.count {
    case 4: completed = text + "-01-01"
    case 7: completed = text + "-01"
    default: completed = text
    }
    guard let day = try? CalendarDate(completed) else { throw .birthDate }
    self.text = text
    firstDay = day
  }
}
