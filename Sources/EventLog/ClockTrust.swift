/// How far a store believes the clock that gives its events their instants.
///
/// An append is refused where the clock is implausible beside the last event's instant; only a person
/// can tell which of the two is right, and accepts the clock then.
public struct ClockTrust: Sendable {
  /// Whether a person has said that the clock is right.
  public let isAccepted: Bool
  /// Whether the system says that its clock is synchronised; asked only past 180 days.
  public let isSynchronised: @Sendable () -> Bool

  public init(
    isAccepted: Bool = false, isSynchronised: @escaping @Sendable () -> Bool = { true }
  ) {
    self.isAccepted = isAccepted
    self.isSynchronised = isSynchronised
  }
}
