internal import AcquisLedger
internal import Events
internal import Projections

extension Command {
  /// `certifications`
  static let certifications = Command(
    name: "certifications",
    summary: Text(
      "liste les certifications, leur enregistrement et leurs candidatures",
      "lists certifications, their registration and their candidacies"),
    options: names + [on, known] + Listing.options,
    example: "acquis certifications --on 2026-06-15"
  ) { invocation in
    let question = try invocation.question()
    if invocation.served?.table != nil {
      var lists = try question.lists { try $0.replay(showingIn: invocation.output) }
      let counts = try lists.countsByCertification()
      return try Listing.certifications(in: lists.certifications(), on: question.on) {
        counts[$0]?.values.reduce(0, +) ?? 0
      }.print(invocation)
    }
    let state = try question.replay(showingIn: invocation.output).state
    try Listing.certifications(in: state, on: question.on).print(invocation)
  }
}

extension Listing {
  /// The certifications of a ledger.
  ///
  /// - Parameters:
  ///   - day: up to which the state was folded.
  ///   - count: the number of candidacies of a certification; nil: those in the state.
  static func certifications(
    in state: LedgerState, on day: CalendarDate, count: ((CertificationCode) -> Int)? = nil
  ) -> Listing {
    Listing(
      name: Text("certifications", "certifications"),
      columns: [
        .init(.certification, meaning: Text("son code", "its code")), .init(.title),
        .init(.register, rank: 5),
        .init(.level, isNumber: true, rank: 4), .init(.registration),
        .init(
          .lastDay, rank: 1,
          meaning: Text(
            "le dernier jour pour s’y inscrire", "the last day on which a person may enrol")),
        .init(.lastDelivery, rank: 3),
        .init(.supersededBy, rank: 2), .init(.candidacies, isNumber: true),
      ],
      elements: state.certifications(on: day).map { state in
        Element(
          key: state.registration.certification.text, json: state.listJSON(on: day),
          cells: cells(
            state, on: day,
            count: count?(state.registration.certification) ?? state.candidacies))
      })
  }

  private static func cells(
    _ state: CertificationState, on day: CalendarDate, count: Int
  ) -> [ListCell] {
    let (registration, dates) = (state.registration, state.registrationDates)
    let status = dates?.status(on: day) ?? .open
    return [
      .plain(registration.certification.text), .plain(registration.title.text),
      .word(
        registration.register.rawValue, Text(verbatim: registration.register.rawValue.uppercased())),
      .number(registration.level?.value), .word(status, tone(status)),
      .day(dates?.lastEnrolmentDay), .day(dates?.lastDeliveryDay),
      .plain(state.successors.map(\.text).joined(separator: ", ")), .number(count),
    ]
  }

  private static func tone(_ status: RegistrationStatus) -> Tone {
    switch status {
    case .open: .good
    case .suspended: .warning
    case .ended: .bad
    }
  }
}

extension CertificationState {
  /// The newer versions.
  fileprivate var successors: [CertificationCode] {
    successions.filter { $0.certification == registration.certification }.map(\.by)
  }

  /// An element of the list of certifications, with the keys of `certification --json`.
  fileprivate func listJSON(on day: CalendarDate) -> JSONValue {
    func text(_ day: CalendarDate?) -> JSONValue { day.map { .string($0.description) } ?? .null }
    return [
      "certification": .string(registration.certification.text),
      "title": .string(registration.title.text),
      "register": .string(registration.register.rawValue),
      "level": registration.level.map { .integer($0.value) } ?? .null,
      "registration": registrationDates.map { .string($0.status(on: day).rawValue) } ?? .null,
      "registeredUntil": text(registrationDates?.lastEnrolmentDay),
      "lastDeliveryOn": text(registrationDates?.lastDeliveryDay),
      "supersededBy": .list(successors.map { .string($0.text) }),
      "candidacies": .integer(candidacies),
      "openWindows": .integer(openWindows),
    ]
  }
}
