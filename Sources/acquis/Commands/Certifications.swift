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
    let states = try question.replay(showingIn: invocation.output).state
      .certifications(on: question.on)
    try Listing(
      name: Text("certifications", "certifications"),
      columns: [
        .init(.certification), .init(.title), .init(.register, rank: 5),
        .init(.level, isNumber: true, rank: 4), .init(.registration),
        .init(.lastDay, rank: 1), .init(.lastDelivery, rank: 3),
        .init(.supersededBy, rank: 2), .init(.candidacies, isNumber: true),
      ],
      elements: states.map { state in
        Listing.Element(
          key: state.registration.certification.text, json: state.listJSON(on: question.on),
          cells: cells(state, on: question.on))
      }
    ).print(invocation)
  }

  private static func cells(_ state: CertificationState, on day: CalendarDate) -> [ListCell] {
    let (registration, dates) = (state.registration, state.registrationDates)
    let status = dates?.status(on: day) ?? .open
    return [
      .plain(registration.certification.text), .plain(registration.title.text),
      .word(
        registration.register.rawValue, Text(verbatim: registration.register.rawValue.uppercased())),
      .number(registration.level?.value), .word(status, tone(status)),
      .day(dates?.lastEnrolmentDay), .day(dates?.lastDeliveryDay),
      .plain(state.successors.map(\.text).joined(separator: ", ")), .number(state.candidacies),
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
