public import Events

/// The last days of a certification's registration: until when one may enrol, until when it may be awarded.
public struct RegistrationDates: Hashable, Sendable {
  /// The last day to enrol, itself in; nil where none is recorded.
  public let lastEnrolmentDay: CalendarDate?
  /// The last day for an award, itself in; nil where none is recorded.
  public let lastDeliveryDay: CalendarDate?
  /// The event that made it so: the framework, the latest renewal or withdrawal.
  public let position: Position
}

/// What became of a registration since its framework, in fold order.
struct RegistrationChanges: Sendable {
  private var renewal: RegistrationRenewed?
  /// The first withdrawal's day: a second one reopens nothing.
  private var withdrawnOn: CalendarDate?
  /// The last delivery day the latest withdrawal to state one states.
  private var withdrawnDelivery: CalendarDate?
  private var position: Position?

  /// Both days are replaced; a certification withdrawn before is registered again.
  mutating func renew(_ data: RegistrationRenewed, _ moment: Moment) {
    renewal = data
    withdrawnOn = nil
    withdrawnDelivery = nil
    position = moment.position
  }

  mutating func withdraw(_ data: CertificationWithdrawn, _ moment: Moment) {
    withdrawnOn = withdrawnOn ?? moment.day
    withdrawnDelivery = data.lastDeliveryOn ?? withdrawnDelivery
    position = moment.position
  }

  func dates(in framework: Framework) -> RegistrationDates {
    let registered = framework.registration
    let expiry = renewal.map { $0.expiresOn } ?? registered.expiresOn
    let delivery = renewal.map { $0.lastDeliveryOn } ?? registered.lastDeliveryOn
    return RegistrationDates(
      lastEnrolmentDay: [expiry, withdrawnOn].compactMap(\.self).min(),
      lastDeliveryDay: withdrawnDelivery ?? delivery,
      position: position ?? framework.position)
  }
}

extension LedgerState {
  /// The last days of a certification's registration on the fold's day (DOMAIN §4); nil where it is not
  /// known.
  ///
  /// A renewal replaces both days, a last delivery day left out being none. A withdrawal ends enrolment
  /// after its day, unless it had ended before, and replaces the last delivery day only where it states
  /// one. Supersession changes nothing.
  public func registrationDates(
    of certification: CertificationCode
  ) -> RegistrationDates? {
    timeless.frameworks[certification].map {
      (registrationChanges[certification] ?? RegistrationChanges()).dates(in: $0)
    }
  }
}
