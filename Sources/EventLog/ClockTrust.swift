/// How far a store trusts the clock that dates its events.
///
/// An append is refused if the clock is implausible compared with the last event's instant. Only a
/// person can decide which of the two is right, and accept the clock.
public struct ClockTrust: Sendable {
  /// Whether a person has confirmed the clock.
  public let isAccepted: Bool
  /// Whether the system reports its clock as synchronised; called only if the clock is more than
  /// 180 days ahead of the last event.
  public let isSynchronised: @Sendable () -> Bool
  /// Whether the clock is this machine's, and a store on a server sets it right by the server's when it is opened.
  public let followsServer: Bool

  /// By default a clock that nobody has confirmed, and that is synchronised.
  public init(
    isAccepted: Bool = false, isSynchronised: @escaping @Sendable () -> Bool = { true },
    followsServer: Bool = false
  ) {
    self.isAccepted = isAccepted
    self.followsServer = followsServer
    self.isSynchronised = isSynchronised
  }
}
