internal import Events

/// A ``Moment`` in 8 bytes instead of 16: a record of a candidacy has about ten.
///
/// 22 bits of the day (all of years 0001 to 9999) above 42 bits of the position (4 × 10¹² events). Zero is
/// no moment: it is the value of ``Packed`` where there is none.
package struct PackedMoment: Hashable, Sendable {
  fileprivate let bits: UInt64

  private static var positionBits: UInt64 { 42 }

  package init(_ moment: Moment) {
    let position = UInt64(moment.position.number)
    precondition(position >> Self.positionBits == 0, "a position beyond 42 bits")
    let day = UInt64(CalendarDate.first.days(until: moment.day) + 1)
    bits = day << Self.positionBits | position
  }

  fileprivate init() { bits = 0 }

  package var moment: Moment {
    let day = Int(bits >> Self.positionBits) - 1 + Int(CalendarDate.first.dayNumber)
    let position = Int64(bits & (1 << Self.positionBits - 1))
    return Moment(
      day: (try? CalendarDate(dayNumber: day)) ?? .first, position: Position(position))
  }
}

/// Stores a `Moment?` in 8 bytes; as it is, it takes 24 with its padding.
@propertyWrapper package struct Packed: Hashable, Sendable {
  private var packed = PackedMoment()

  package init() {}

  package init(wrappedValue: Moment?) { self.wrappedValue = wrappedValue }

  package var wrappedValue: Moment? {
    get { packed.bits == 0 ? nil : packed.moment }
    set { packed = newValue.map(PackedMoment.init) ?? PackedMoment() }
  }
}
