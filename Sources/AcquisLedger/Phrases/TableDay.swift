public import Events

extension CalendarDate {
  /// The day in a table: `17/06/2021`, in English `2021-06-17`. In a sentence it is ``text``.
  public var inTable: Text {
    let (year, month, day) = components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Text("\(two(day))/\(two(month))/\(year)", description)
  }
}
