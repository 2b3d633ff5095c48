public import Events

/// The answer about one jury: its register, and the day and position asked.
public struct JuryAnswer: Hashable, Sendable {
  /// The day that the answer is about (valid time).
  public let on: CalendarDate
  /// The last position known (transaction time).
  public let known: Position
  public let state: JuryState

  public init(on: CalendarDate, known: Position, state: JuryState) {
    self.on = on
    self.known = known
    self.state = state
  }

  /// The answer in JSON, members in the order of the contract, with the current ``Events/Edition``.
  public var json: JSONValue {
    [
      "jury": .string(state.jury.text),
      "certification": .string(state.certification.text),
      "on": .string(on.description),
      "known": .integer(Int(known.number)),
      "edition": .string(Edition.current.description),
      "status": .string(state.status.rawValue),
      "sessionOn": .string(state.session.first.description),
      "sessionTo": state.session.last == state.session.first
        ? .null : .string(state.session.last.description),
      "mode": .string(state.mode.rawValue),
      "place": .orNull(state.place) { .string($0.text) },
      "members": .list(state.members.map(\.json)),
      "formerMembers": .list(state.formerMembers.map(\.json)),
      "compositionKnown": .boolean(state.isCompositionKnown),
      "present": state.presence?.json ?? .null,
      "sittings": .list(
        state.sittings.map { sitting in
          [
            "on": .string(sitting.heldOn.description),
            "position": .integer(Int(sitting.position.number)), "present": sitting.json,
          ]
        }),
      "composition": .list(state.composition.map(\.json)),
      "candidacies": .list(state.candidacies.map(\.json)),
      "minutes": .list(state.minutes.map { .string($0.reference.text) }),
    ]
  }
}

extension JuryPresence {
  /// The ids of those present; null if not known.
  fileprivate var json: JSONValue {
    .orNull(members) { .list($0.map { .string($0.text) }) }
  }
}

extension JurySeat {
  /// Without the member's name, which stays sealed.
  var json: JSONValue {
    [
      "member": .string(member.text),
      "role": .string(role.rawValue),
      "organisation": .orNull(organisation) { .string($0.text) },
      "since": .integer(Int(since.number)),
      "until": .orNull(until) { .integer(Int($0.number)) },
      "recusedFrom": .list(recusals.map { .string($0.candidacy.text) }),
    ]
  }
}

extension JuryComposition {
  var json: JSONValue {
    [
      "pathway": .string(pathway.rawValue),
      "required": .list(required.map { .string($0.rawValue) }),
      "basis": .string(basis.rawValue),
      "missing": .list(missing.map { .string($0.rawValue) }),
      "missingPresent": .orNull(missingPresent) { .list($0.map { .string($0.rawValue) }) },
      "missingBySitting": .list(
        sittings.map { gap in
          [
            "on": .string(gap.heldOn.description),
            "missing": .list(gap.missing.map { .string($0.rawValue) }),
          ]
        }),
    ]
  }
}

extension JuryCandidacy {
  var json: JSONValue {
    [
      "candidacy": .string(candidacy.text),
      "outcome": .string(outcome.rawValue),
      "summoned": .orNull(summoned) { .integer(Int($0.number)) },
      "excused": .orNull(absence) { .boolean($0.excused) },
      "notifiedOn": .orNull(notified) { .string($0.on.description) },
      "recommended": .boolean(recommended != nil),
      "decisions": .list(
        decisions.map { decision in
          [
            "block": .string(decision.block.text),
            "verdict": .string(decision.verdict.rawValue),
            "decidedOn": .string(decision.decidedOn.description),
            "position": .integer(Int(decision.position.number)),
            "without": .list(decision.without.map { .string($0.text) }),
            "fate": .string(decision.fate.rawValue),
          ]
        }),
    ]
  }
}
