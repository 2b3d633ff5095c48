public import Events

/// The last days of a certification's registration, for enrolments and for awards.
public struct RegistrationDates: Hashable, Sendable {
  /// The last day to enrol, inclusive; nil if none is recorded.
  public let lastEnrolmentDay: CalendarDate?
  /// The last day for an award, inclusive; nil if none is recorded.
  public let lastDeliveryDay: CalendarDate?
  /// The latest renewal or withdrawal, else the event that registered the framework.
  public let position: Position
}

/// The changes of a registration after its framework was registered, applied in fold order.
struct RegistrationChanges: Sendable {
  private var renewal: RegistrationRenewed?
  /// The day of the first withdrawal since the last renewal; a later withdrawal does not replace
  /// it.
  private var withdrawnOn: CalendarDate?
  /// The last delivery day of the latest withdrawal since the last renewal that states one.
  private var withdrawnDelivery: CalendarDate?
  private var position: Position?

  /// Replaces both days and undoes earlier withdrawals.
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
  /// The last days of a certification's registration on the fold's day; nil if it is
  /// not known.
  ///
  /// A renewal replaces both days; one without a last delivery day removes it. A withdrawal ends
  /// enrolment after its day, unless it ended earlier, and replaces the last delivery day only if
  /// it states one. A supersession changes nothing.
  public func registrationDates(
    of certification: CertificationCode
  ) -> RegistrationDates? {
    timeless.frameworks[certification].map {
      (registrationChanges[certification] ?? RegistrationChanges()).dates(in: $0)
    }
  }
}
