public import Events

/// The answer about one certification: its framework, the policies in force on a day, and its
/// figures.
public struct CertificationAnswer: Hashable, Sendable {
  /// The day that the answer is about (valid time).
  public let on: CalendarDate
  /// The last position known (transaction time).
  public let known: Position
  public let state: CertificationState

  public init(on: CalendarDate, known: Position, state: CertificationState) {
    self.on = on
    self.known = known
    self.state = state
  }

  /// The answer in JSON. Competencies are only counted: the event of the registration lists them.
  public var json: JSONValue {
    let registration = state.registration
    return [
      "certification": .string(registration.certification.text),
      "on": .string(on.description),
      "known": .integer(Int(known.number)),
      "edition": .string(Edition.current.description),
      "title": .string(registration.title.text),
      "register": .string(registration.register.rawValue),
      "position": .integer(Int(state.position.number)),
      "registeredUntil": .orNull(state.registrationDates?.lastEnrolmentDay) {
        .string($0.description)
      },
      "lastDeliveryOn": .orNull(state.registrationDates?.lastDeliveryDay) {
        .string($0.description)
      },
      "registration": .orNull(state.registrationDates) { .string($0.status(on: on).rawValue) },
      "suspendedOn": .orNull(state.registrationDates?.suspendedOn) { .string($0.description) },
      "blocks": .list(
        registration.blocks.elements.map { block in
          [
            "code": .string(block.code.text), "title": .string(block.title.text),
            "competencies": .integer(block.competencies.count),
          ]
        }),
      "pathways": .list(
        registration.pathways.elements.map { rule in
          [
            "pathway": .string(rule.pathway.rawValue), "open": .boolean(rule.open),
            "completionOnly": .boolean(rule.completionOnly ?? false),
            "basis": .string(rule.basis.rawValue),
          ]
        }),
      "juries": .list(
        state.juries.map { jury in
          [
            "pathway": .string(jury.pathway.rawValue),
            "roles": .list(jury.roles.map { .string($0.rawValue) }),
            "basis": .string(jury.basis.rawValue),
          ]
        }),
      "completionWindow": state.completionWindow.answer,
      "blockValidity": state.blockValidity.answer,
      "candidacies": .integer(state.candidacies),
      "byStatus": .object(
        CandidacyStatus.allCases.map {
          JSONMember($0.rawValue, .integer(state.byStatus[$0, default: 0]))
        }),
      "byPathway": .object(
        Pathway.allCases.map {
          JSONMember($0.rawValue, .integer(state.byPathway[$0, default: 0]))
        }),
      "openWindows": .integer(state.openWindows),
    ]
  }
}

extension TimeLimit {
  /// The limit in JSON: its years, `null` without limit, and its basis.
  var answer: JSONValue {
    [
      "years": .orNull(years) { .integer($0.value) }, "basis": .string(basis.rawValue),
    ]
  }
}
