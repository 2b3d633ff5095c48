public import Events

/// The answer about one certification: its framework, the policies in force on a day, and its
/// figures.
public struct CertificationAnswer: Hashable, Sendable {
  /// The day that the answer is about (valid time).
  public let on: CalendarDate
  /// The last position known (transaction time).
  public let known: Position
  public let state: CertificationState
  /// The event that registered the framework.
  public let entry: Event
  /// The edition of the built-in catalogue that states this framework; nil if none does.
  public let catalogue: Edition?
  public let figures: CertificationFigures
  /// The data of ``entry`` in JSON.
  private let framework: JSONValue

  /// - Throws: ``ReadingFailure`` only if an event's encoding is wrong.
  public init(
    on: CalendarDate, known: Position, state: CertificationState, entry: Event,
    catalogue: Edition?, figures: CertificationFigures
  ) throws(ReadingFailure) {
    self.on = on
    self.known = known
    self.state = state
    self.entry = entry
    self.catalogue = catalogue
    self.figures = figures
    framework = try state.registration.json()
  }

  /// The answer in JSON. `framework` is the data as registered; beside it is what is in force on
  /// the day.
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
      "occurredOn": .string(entry.occurredOn.description),
      "recordedBy": .string(entry.recordedBy.text),
      "reason": .orNull(entry.clearReason) { .string($0) },
      "catalogue": .orNull(catalogue) { .string($0.description) },
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
            "juryBasis": .orNull(rule.jury) { _ in
              .string((rule.juryBasis ?? rule.basis).rawValue)
            },
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
      "figures": figures.json,
      "supersedes": .list(
        state.successions.filter { $0.by == registration.certification }.map {
          $0.answer(naming: $0.certification)
        }),
      "supersededBy": .list(
        state.successions.filter { $0.certification == registration.certification }.map {
          $0.answer(naming: $0.by)
        }),
      "framework": framework,
    ]
  }
}

extension Event {
  /// The writer's reason, where it is in clear.
  public var clearReason: String? {
    guard case .clear(let text) = reason else { return nil }
    return text.text
  }
}

extension Succession {
  /// The supersession in JSON, as one of the two certifications that it names sees the other.
  fileprivate func answer(naming other: CertificationCode) -> JSONValue {
    [
      "certification": .string(other.text), "on": .string(on.description),
      "position": .integer(Int(position.number)),
      "correspondences": .list(
        correspondences.map { ["from": .string($0.from.text), "to": .string($0.to.text)] }),
    ]
  }
}

extension CorrespondenceTable {
  /// The table in JSON; `direction` is `from` where the other certification's blocks come over.
  public var json: JSONValue {
    [
      "certification": .string(other.text),
      "direction": .string(isFromOther ? "from" : "to"),
      "blocks": .list(
        blocks.map { row in
          [
            "block": .string(row.block.text),
            "others": .list(row.others.map { .string($0.text) }),
          ]
        }),
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
