package import Events

extension JuryRegister {
  /// The day of the sitting that a decision of a day was made at: that day, where the jury sat on it,
  /// else the latest day it sat on before; nil where it had not sat.
  ///
  /// - Parameter day: the day up to which the events were folded.
  package func sittingDay(on day: CalendarDate) -> CalendarDate? {
    heldOn.flatMap { $0 <= day ? $0 : nil }
  }
}
