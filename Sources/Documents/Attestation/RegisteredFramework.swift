public import AcquisLedger
internal import EventLog
public import Events
internal import Projections

/// A certification's framework on a day, with the changes of its registration and what succeeds it.
public struct RegisteredFramework {
  let framework: Framework
  private let state: LedgerState
  private let dates: RegistrationDates?
  /// The latest supersession of the certification.
  private let succession: Envelope?

  /// Cost: one index read.
  ///
  /// - Returns: nil if the certification is not known.
  public init?(_ code: CertificationCode, _ question: Question) throws {
    let events = try question.log.events(
      EventQuery(
        subjects: [.certification(code)],
        types: [
          .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
          .registrationSuspended, .registrationReinstated, .certificationSuperseded,
          .blockValidityPolicyChanged, .eventAnnulled,
        ], through: question.known, order: .fold))
    var state = LedgerState(TimelessFacts(events))
    for envelope in events where envelope.event.occurredOn <= question.on { state.apply(envelope) }
    guard let framework = state.timeless.frameworks[code] else { return nil }
    self.framework = framework
    self.state = state
    dates = state.registrationDates(of: code)
    let annulled = state.timeless.annulled
    succession = events.last { entry in
      guard case .certificationSuperseded(let data) = entry.event.fact else { return false }
      return data.certification == code && entry.event.occurredOn <= question.on
        && !annulled.contains(entry.event.id)
    }
  }

  /// The entries that the registration and its end rest on.
  var positions: Set<Position> {
    Set([framework.position, dates?.position, succession?.position].compactMap(\.self))
  }

  private var successor: CertificationCode? {
    if case .certificationSuperseded(let data) = succession?.event.fact { data.by } else { nil }
  }

  /// The last day of a block's validity from a day on; nil: without limit.
  public func lastDay(ofValidityFrom day: CalendarDate) -> CalendarDate? {
    state.lastDay(ofValidityFrom: day, framework)
  }

  /// - Parameter description: may give the day of the state's decision, where the framework does not.
  func title(describedBy description: CertifierDescribed?) -> RegisteredTitle {
    let registration = framework.registration
    let described = description?.registrations?.elements
      .first { $0.certification == registration.certification }
    return RegisteredTitle(
      code: registration.certification, register: registration.register,
      title: registration.title, level: registration.level,
      nsf: registration.codes.nsf?.elements ?? [],
      decisionOn: registration.registrationDecisionOn ?? described?.decisionOn,
      expiresOn: dates?.lastEnrolmentDay, successor: successor,
      document: registration.document, validYears: registration.certificationValidity.years)
  }
}
