internal import Events

/// A certification in two states of knowledge: its framework and what is in force, without the
/// figures of its candidacies.
enum CertificationComparison {
  static func changes(
    _ code: CertificationCode, _ before: LedgerState, _ after: LedgerState, on day: CalendarDate
  ) -> [StateChange] {
    let subject = Subject.certification(code)
    let (left, right) = (json(code, before, day), json(code, after, day))
    if left == right { return [] }
    guard left != .null, right != .null else {
      return [StateChange(subject, .existence, left, right, right == .null ? .worsened : .improved)]
    }
    return JSONValue.differences(left, right).map {
      StateChange(subject, .member($0.name), $0.before, $0.after, .altered)
    }
  }

  /// Null where it is not known. The framework is named by the entry that registered it.
  private static func json(
    _ code: CertificationCode, _ ledger: LedgerState, _ day: CalendarDate
  ) -> JSONValue {
    .orNull(ledger.withoutCandidacies.certification(code, on: day)) { state in
      let dates = state.registrationDates
      return [
        "position": .integer(Int(state.position.number)),
        "registration": .orNull(dates) { .string($0.status(on: day).rawValue) },
        "registeredUntil": .orNull(dates?.lastEnrolmentDay) { .string($0.description) },
        "lastDeliveryOn": .orNull(dates?.lastDeliveryDay) { .string($0.description) },
        "suspendedOn": .orNull(dates?.suspendedOn) { .string($0.description) },
        "completionWindow": state.completionWindow.answer,
        "blockValidity": state.blockValidity.answer,
        "juries": .list(
          state.juries.map { jury in
            [
              "pathway": .string(jury.pathway.rawValue),
              "roles": .list(jury.roles.map { .string($0.rawValue) }),
              "basis": .string(jury.basis.rawValue),
            ]
          }),
        "successions": .list(
          state.successions.map { succession in
            [
              "certification": .string(succession.certification.text),
              "by": .string(succession.by.text), "on": .string(succession.on.description),
              "position": .integer(Int(succession.position.number)),
              "correspondences": .list(
                succession.correspondences.map {
                  ["from": .string($0.from.text), "to": .string($0.to.text)]
                }),
            ]
          }),
      ]
    }
  }
}

extension LedgerState {
  /// This fold without any candidacy, in which a certification's state costs nothing to count.
  fileprivate var withoutCandidacies: LedgerState {
    var state = self
    state.records = RecordTable()
    return state
  }
}

/// The candidacies of a certification, counted.
struct CandidacyFigures {
  private var candidacies = 0
  private var byStatus: [CandidacyStatus: Int] = [:]
  private var byPathway: [Pathway: Int] = [:]
  private var openWindows = 0
  private var declarationsDue = 0

  mutating func count(_ state: CandidacyState, in ledger: LedgerState) {
    candidacies += 1
    byStatus[state.status, default: 0] += 1
    byPathway[state.pathway, default: 0] += 1
    if state.window.status == .open, ledger.isLastOfChain(state.candidacy) { openWindows += 1 }
    if state.declaration?.isOutstanding == true, state.deceasedOn == nil { declarationsDue += 1 }
  }

  /// The first four as in the certification's answer.
  var json: JSONValue {
    [
      "candidacies": .integer(candidacies),
      "byStatus": .object(
        CandidacyStatus.allCases.map {
          JSONMember($0.rawValue, .integer(byStatus[$0, default: 0]))
        }),
      "byPathway": .object(
        Pathway.allCases.map { JSONMember($0.rawValue, .integer(byPathway[$0, default: 0])) }),
      "openWindows": .integer(openWindows),
      "declarationsDue": .integer(declarationsDue),
    ]
  }
}
