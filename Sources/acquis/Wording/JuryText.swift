internal import AcquisLedger
internal import Events
internal import Projections

/// A jury's register, as lines to print.
enum JuryText {
  static func lines(
    _ state: JuryState, on day: CalendarDate, in language: Language
  ) -> [String] {
    let (today, session) = (day.text, session(state.session))
    let status = state.status.text
    let head = Text(
      "\(state.jury) au \(today.french) : \(status.french), pour \(state.certification),"
        + " session \(session.french)",
      "\(state.jury) on \(today.english): \(status.english), for \(state.certification),"
        + " session \(session.english)")
    let members = state.members.map { seat in
      "  \(seat.member)  \(seat.role.text.text(in: language))\(presence(seat.member, state, language))"
    }
    let unknown =
      state.isCompositionKnown
      ? []
      : [
        "  " + Text("composition inconnue", "composition unknown").text(in: language)
          + state.sittings.map { presentIDs($0, language) }.joined()
      ]
    let gaps = state.composition.flatMap { missing(of: $0, language) }
    let candidacies = state.candidacies.flatMap { candidacy in
      ["  \(candidacy.candidacy)  \(outcome(of: candidacy).text(in: language))"]
        + candidacy.decisions.map { decision in
          "    \(decision.block)  \(decision.verdict.text.text(in: language)),"
            + " \(fate(of: decision, state.status).text(in: language)), position \(decision.position)"
        }
    }
    return [head.text(in: language)] + members + unknown + gaps + candidacies
      + state.minutes.map {
        "  " + Text("procès-verbal ", "minutes ").text(in: language)
          + $0.reference.text.replacing("\n", with: " ")
      }
  }

  private static let present = Text("présent", "present")
  private static let absent = Text("absent", "not present")

  private static func session(_ days: SessionDays) -> Text {
    let (first, last) = (days.first.text, days.last.text)
    return days.first == days.last
      ? Text("du \(first.french)", "of \(first.english)")
      : Text(
        "du \(first.french) au \(last.french)", "from \(first.english) to \(last.english)")
  }

  /// `, present`; with the day of each sitting where there are several, `, present on …, not present on
  /// …`; empty until the session is held.
  private static func presence(
    _ member: MemberID, _ state: JuryState, _ language: Language
  ) -> String {
    state.sittings.map { sitting in
      let word = sitting.members?.contains(member) == true ? present : absent
      let day = sitting.heldOn.text
      return ", "
        + (state.sittings.count == 1
        ? word : Text("\(word.french) le \(day.french)", "\(word.english) on \(day.english)"))
        .text(in: language)
    }.joined()
  }

  /// The ids present at a sitting of a jury whose members are not known.
  private static func presentIDs(_ sitting: JuryPresence, _ language: Language) -> String {
    guard let members = sitting.members else { return "" }
    let (day, ids) = (sitting.heldOn.text, members.map(\.text).joined(separator: ", "))
    return Text(
      " ; présents le \(day.french) : \(ids)", "; present on \(day.english): \(ids)"
    ).text(in: language)
  }

  /// What is missing for a pathway: at each sitting, or until the session is held, among the members.
  private static func missing(of rule: JuryComposition, _ language: Language) -> [String] {
    let (pathway, basis) = (rule.pathway.text, rule.basis.text)
    let isOne = rule.sittings.count < 2
    let gaps: [(CalendarDate?, [JuryRole])] =
      rule.sittings.isEmpty
      ? [(nil, rule.missing)]
      : rule.sittings.map { (isOne ? nil : $0.heldOn, $0.missing) }
    return gaps.filter { !$0.1.isEmpty }.map { day, missing in
      let roles = (
        missing.map(\.text.french).joined(separator: ", "),
        missing.map(\.text.english).joined(separator: ", ")
      )
      let sitting = day.map { Text(" le \($0.text.french)", " on \($0.text.english)") }
      return "  "
        + Text(
          "il manque\(sitting?.french ?? ""), pour la voie « \(pathway.french) » : \(roles.0) (\(basis.french))",
          "missing\(sitting?.english ?? "") for the pathway “\(pathway.english)”: \(roles.1) (\(basis.english))"
        ).text(in: language)
    }
  }

  private static func outcome(of candidacy: JuryCandidacy) -> Text {
    let notified = candidacy.notified.map { notified in
      Text(
        ", résultat notifié le \(notified.on.text.french)",
        ", result sent on \(notified.on.text.english)")
    }
    let recommended = candidacy.recommended.map { position in
      Text(
        ", recommandation du jury (position \(position))",
        ", recommendation of the jury (position \(position))")
    }
    let outcome = candidacy.outcome.text
    return [notified, recommended].compactMap(\.self).reduce(outcome) {
      Text($0.french + $1.french, $0.english + $1.english)
    }
  }

  /// Whether a decision still counts; one of an annulled jury fell with it, and not on appeal.
  private static func fate(of decision: BlockDecision, _ status: JuryStatus) -> Text {
    decision.fate == .fallen && status == .annulled
      ? Text("décision tombée avec le jury", "overturned with the jury") : decision.fate.text
  }
}
