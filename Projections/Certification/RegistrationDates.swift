public import Events

/// The last days of a certification's registration, for enrolments and for awards.
public struct RegistrationDates: Hashable, Sendable {
  /// The last day to enrol, inclusive; nil if none is recorded.
  public let lastEnrolmentDay: CalendarDate?
  /// The last day for an award, inclusive; nil if none is recorded.
  public let lastDeliveryDay: CalendarDate?
  /// The day from which it is suspended; nil where it is not, or was reinstated since.
  public let suspendedOn: CalendarDate?
  /// The latest renewal, withdrawal, suspension or reinstatement, else the event that registered the framework.
  public let position: Position
}

/// Whether candidates may enrol for a certification on a day, by its registration.
public enum RegistrationStatus: String, CaseIterable, Hashable, Sendable {
  /// Candidates may enrol.
  case open
  /// Suspended and not reinstated: only who completes an earlier candidacy may enrol.
  case suspended
  /// The last day to enrol is past: only who completes an earlier candidacy may enrol.
  case ended
}

extension RegistrationDates {
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func status(on day: CalendarDate) -> RegistrationStatus {
    if let lastEnrolmentDay, lastEnrolmentDay < day { return .ended }
    return suspendedOn == nil ? .open : .suspended
  }
}

/// The changes of a registration after its framework was registered, applied in fold order.
struct RegistrationChanges: Sendable {
  private var renewal: RegistrationRenewed?
  /// The day of the first withdrawal since the last renewal; a later withdrawal does not replace
  /// it.
  private var withdrawnOn: CalendarDate?
  /// The last delivery day of the latest withdrawal since the last renewal that states one.
  private var withdrawnDelivery: CalendarDate?
  private var suspendedOn: CalendarDate?
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

  /// A second suspension before a reinstatement does not replace the first.
  mutating func suspend(_ moment: Moment) {
    suspendedOn = suspendedOn ?? moment.day
    position = moment.position
  }

  mutating func reinstate(_ moment: Moment) {
    suspendedOn = nil
    position = moment.position
  }

  func dates(in framework: Framework) -> RegistrationDates {
    let registered = framework.registration
    let expiry = renewal.map { $0.expiresOn } ?? registered.expiresOn
    let delivery = renewal.map { $0.lastDeliveryOn } ?? registered.lastDeliveryOn
    return RegistrationDates(
      lastEnrolmentDay: [expiry, withdrawnOn].compactMap(\.self).min(),
      lastDeliveryDay: withdrawnDelivery ?? delivery,
      suspendedOn: suspendedOn,
      position: position ?? framework.position)
  }
}

extension LedgerState {
  /// The last days of a certification's registration on the fold's day; nil if it is
  /// not known.
  ///
  /// A renewal replaces both days; one without a last delivery day removes it. A withdrawal ends
  /// enrolment after its day, unless it ended earlier, and replaces the last delivery day only if
  /// it states one. A renewal does not end a suspension. A supersession changes nothing.
  public func registrationDates(
    of certification: CertificationCode
  ) -> RegistrationDates? {
    timeless.frameworks[certification].map {
      (registrationChanges[certification] ?? RegistrationChanges()).dates(in: $0)
    }
  }
}
