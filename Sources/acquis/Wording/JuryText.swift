internal import AcquisLedger
internal import Events
internal import Projections

/// A jury's register, as lines to print.
enum JuryText {
  static func lines(
    _ state: JuryState, on day: CalendarDate, in language: Language
  ) -> [String] {
    let (today, session) = (day.text, state.sessionOn.text)
    let status = state.status.text
    let head = Text(
      "\(state.jury) au \(today.french) : \(status.french), pour \(state.certification),"
        + " session du \(session.french)",
      "\(state.jury) on \(today.english): \(status.english), for \(state.certification),"
        + " session of \(session.english)")
    let present = Set(state.presence?.members ?? [])
    let members = state.members.map { seat in
      let isPresent =
        state.presence == nil
        ? "" : ", " + (present.contains(seat.member) ? presence : absence).text(in: language)
      return "  \(seat.member)  \(seat.role.text.text(in: language))\(isPresent)"
    }
    let gaps = state.composition.compactMap { rule -> String? in
      let missing = rule.missingPresent ?? rule.missing
      if missing.isEmpty { return nil }
      let roles = (
        missing.map(\.text.french).joined(separator: ", "),
        missing.map(\.text.english).joined(separator: ", ")
      )
      let (pathway, basis) = (rule.pathway.text, rule.basis.text)
      return "  "
        + Text(
          "il manque, pour la voie « \(pathway.french) » : \(roles.0) (\(basis.french))",
          "missing for the pathway “\(pathway.english)”: \(roles.1) (\(basis.english))"
        ).text(in: language)
    }
    let candidacies = state.candidacies.flatMap { candidacy in
      ["  \(candidacy.candidacy)  \(candidacy.outcome.text.text(in: language))"]
        + candidacy.decisions.map { decision in
          "    \(decision.block)  \(decision.verdict.text.text(in: language)), \(decision.fate.text.text(in: language)),"
            + " position \(decision.position)"
        }
    }
    return [head.text(in: language)] + members + gaps + candidacies
      + state.minutes.map {
        "  " + Text("procès-verbal ", "minutes ").text(in: language)
          + $0.reference.text.replacing("\n", with: " ")
      }
  }

  private static let presence = Text("présent", "present")
  private static let absence = Text("absent", "not present")
}
