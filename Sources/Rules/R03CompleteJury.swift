internal import Events
internal import Projections

/// R03 — each role the jury must have is held by another person, present and not recused.
struct CompleteJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 3),
    sentence: Text(
      "le jury a chaque rôle demandé, chacun tenu par une autre personne, présente et non récusée",
      "the jury has each role asked, each held by another person, present and not recused"),
    source: Text(
      "fiche, composition des jurys", "fiche, composition of juries"))
  let judges: Set<EventType> = [.juryConvened, .blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury, .certification]

  /// An incomplete jury may be convened, which is reported; its decisions are refused.
  func severity(on type: EventType) -> Severity {
    type == .juryConvened ? .finds : .refuses(waivable: true)
  }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .juryConvened(let data) = entry.event.fact {
      return convened(data, at: entry, in: state)
    }
    return entry.event.fact.decision.flatMap { decided($0, on: entry.day, in: state) }
  }

  /// A jury that suits no open pathway.
  private func convened(
    _ data: JuryConvened, at entry: Entry, in state: JudgingState
  ) -> Violation? {
    let seats = data.members.elements.map { JurySeat($0, .convened, entry.moment) }
    let rules = state.timeless.frameworks[data.certification]?.registration.pathways.elements
    let missing = (rules ?? []).filter(\.open).map { rule in
      let required = state.sameDay.juryPolicies
        .inForce(on: data.sessionOn, rule, of: data.certification)
      return JuryRole.missing(required?.roles ?? [], among: seats)
    }
    guard let least = missing.min(by: { $0.count < $1.count }), !least.isEmpty else { return nil }
    return Self.violation(least, data.jury)
  }

  private func decided(
    _ decision: DecisionFields, on day: CalendarDate, in state: JudgingState
  ) -> Violation? {
    guard let enrolment = state.enrolment(of: decision.candidacy),
      let rule = state.framework(of: decision.candidacy)?.registration.pathways.elements
        .first(where: { $0.pathway == enrolment.pathway })
    else { return nil }
    let required = state.sameDay.juryPolicies
      .inForce(on: day, rule, of: enrolment.certification)
    guard let register = state.sameDay.juries[decision.jury], register.heldOn != nil else {
      return Violation(
        Text(
          "personne n’a siégé : le jury \(decision.jury) n’est pas tenu",
          "no one sat: the jury \(decision.jury) is not held"),
        remedy: Text("JuryHeld ce jour ou avant", "JuryHeld by that day"))
    }
    let out = Set(decision.without + register.recused(from: decision.candidacy))
    let seats = register.present.filter { !out.contains($0.member) }
    let missing = JuryRole.missing(required?.roles ?? [], among: seats)
    return missing.isEmpty ? nil : Self.violation(missing, decision.jury)
  }

  private static func violation(_ missing: [JuryRole], _ jury: JuryID) -> Violation {
    let roles = missing.map(\.rawValue).joined(separator: ", ")
    return Violation(
      Text(
        "le jury \(jury) n’a personne qui puisse siéger comme : \(roles)",
        "the jury \(jury) has no one who may sit as: \(roles)"),
      remedy: Text(
        "un membre de plus (JuryMemberAdded, JuryMemberReplaced), présent à la session (JuryHeld)",
        "one more member (JuryMemberAdded, JuryMemberReplaced), present at the session (JuryHeld)"))
  }
}
