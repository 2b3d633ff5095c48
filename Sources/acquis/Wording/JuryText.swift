internal import Events
internal import Projections

extension JuryStatus {
  var wording: Wording {
    switch self {
    case .convened: Wording("convoqué", "convened")
    case .held: Wording("tenu", "held")
    case .deliberated: Wording("délibéré", "deliberated")
    case .cancelled: Wording("annulé", "cancelled")
    }
  }
}

extension JuryRole {
  var wording: Wording {
    switch self {
    case .president: Wording("président", "president")
    case .humanResources:
      Wording("représentant RH du domaine", "human-resources representative")
    case .operations: Wording("représentant opérationnel du domaine", "operational representative")
    case .other: Wording("autre", "other")
    }
  }
}

extension JuryCandidacy.Outcome {
  var wording: Wording {
    switch self {
    case .summoned: Wording("convoquée", "summoned")
    case .withdrawn: Wording("convocation retirée", "summons withdrawn")
    case .absent: Wording("absente", "absent")
    case .decided: Wording("décidée", "decided")
    }
  }
}

extension BlockDecision.Verdict {
  var wording: Wording {
    switch self {
    case .validated: Wording("validé", "validated")
    case .refused: Wording("refusé", "refused")
    }
  }
}

extension BlockDecision.Fate {
  var wording: Wording {
    switch self {
    case .stands: Wording("tient", "stands")
    case .appealed: Wording("en appel", "under appeal")
    case .upheld: Wording("confirmée en appel", "upheld on appeal")
    case .revoked: Wording("retirée", "revoked")
    case .fallen: Wording("tombée en appel", "fallen on appeal")
    }
  }
}

/// A jury's register as people read it.
enum JuryText {
  /// The lines to print.
  static func lines(_ state: JuryState, on day: CalendarDate) -> [String] {
    let (today, session) = (day.wording, state.sessionOn.wording)
    let status = state.status.wording
    let head = Wording(
      "\(state.jury) au \(today.french) : \(status.french), pour \(state.certification),"
        + " session du \(session.french)",
      "\(state.jury) on \(today.english): \(status.english), for \(state.certification),"
        + " session of \(session.english)")
    let present = Set(state.presence?.members ?? [])
    let members = state.members.map { seat in
      let isPresent =
        state.presence == nil
        ? "" : ", " + (present.contains(seat.member) ? presence.text : absence.text)
      return "  \(seat.member)  \(seat.role.wording.text)\(isPresent)"
    }
    let gaps = state.composition.compactMap { rule -> String? in
      let missing = rule.missingPresent ?? rule.missing
      if missing.isEmpty { return nil }
      let roles = (
        missing.map(\.wording.french).joined(separator: ", "),
        missing.map(\.wording.english).joined(separator: ", ")
      )
      let (pathway, basis) = (rule.pathway.wording, rule.basis.wording)
      return "  "
        + Wording(
          "manque pour \(pathway.french) : \(roles.0) (\(basis.french))",
          "missing for \(pathway.english): \(roles.1) (\(basis.english))"
        ).text
    }
    let candidacies = state.candidacies.flatMap { candidacy in
      ["  \(candidacy.candidacy)  \(candidacy.outcome.wording.text)"]
        + candidacy.decisions.map { decision in
          "    \(decision.block)  \(decision.verdict.wording.text), \(decision.fate.wording.text),"
            + " position \(decision.position)"
        }
    }
    return [head.text] + members + gaps + candidacies
      + state.minutes.map {
        "  " + Wording("procès-verbal ", "minutes ").text
          + $0.reference.text.replacing("\n", with: " ")
      }
  }

  private static let presence = Wording("présent", "present")
  private static let absence = Wording("absent", "not present")
}
