internal import Events
internal import Projections

/// R03 — each role the jury must have is held by another person, present and not recused.
struct CompleteJury: Rule {
  let id = RuleID(known: 3)
  let sentence = Text(
    "le jury a chaque rôle demandé, chacun tenu par une autre personne, présente et non récusée",
    "the jury has each role asked, each held by another person, present and not recused")
  let source = Text(
    "fiche, composition des jurys", "fiche, composition of juries")
  let judges: Set<EventType> = [.juryConvened, .blockValidated, .blockRefused]
  let reads: Set<Reach> = [.jury, .certification]

  /// A jury is convened as it is: what it lacks is told, and refuses its decisions.
  func force(on type: EventType) -> Force {
    type == .juryConvened ? .finds : .refuses(waivable: true)
  }

  func breach(by entry: Entry, in history: History) -> Breach? {
    if case .juryConvened(let data) = entry.event.fact {
      return convened(data, at: entry, in: history)
    }
    return entry.event.fact.decision.flatMap { decided($0, on: entry.day, in: history) }
  }

  /// A jury that suits no open pathway.
  private func convened(
    _ data: JuryConvened, at entry: Entry, in history: History
  ) -> Breach? {
    let seats = data.members.elements.map { JurySeat($0, .convened, entry.moment) }
    let rules = history.knowledge.frameworks[data.certification]?.registration.pathways.elements
    let missing = (rules ?? []).filter(\.open).map { rule in
      let required = history.wholeDay.juryPolicies
        .inForce(on: data.sessionOn, rule, of: data.certification)
      return JuryRole.missing(required?.roles ?? [], among: seats)
    }
    guard let least = missing.min(by: { $0.count < $1.count }), !least.isEmpty else { return nil }
    return Self.breach(least, data.jury)
  }

  private func decided(
    _ decision: BlockVerdict, on day: CalendarDate, in history: History
  ) -> Breach? {
    guard let enrolment = history.enrolment(of: decision.candidacy),
      let rule = history.framework(of: decision.candidacy)?.registration.pathways.elements
        .first(where: { $0.pathway == enrolment.pathway })
    else { return nil }
    let required = history.wholeDay.juryPolicies
      .inForce(on: day, rule, of: enrolment.certification)
    guard let register = history.wholeDay.juries[decision.jury], register.heldOn != nil else {
      return Breach(
        Text(
          "personne n’a siégé : le jury \(decision.jury) n’est pas tenu",
          "no one sat: the jury \(decision.jury) is not held"),
        remedy: Text("JuryHeld ce jour ou avant", "JuryHeld by that day"))
    }
    let out = Set(decision.without + register.recused(from: decision.candidacy))
    let seats = register.present.filter { !out.contains($0.member) }
    let missing = JuryRole.missing(required?.roles ?? [], among: seats)
    return missing.isEmpty ? nil : Self.breach(missing, decision.jury)
  }

  private static func breach(_ missing: [JuryRole], _ jury: JuryID) -> Breach {
    let roles = missing.map(\.rawValue).joined(separator: ", ")
    return Breach(
      Text(
        "le jury \(jury) n’a personne qui puisse siéger comme : \(roles)",
        "the jury \(jury) has no one who may sit as: \(roles)"),
      remedy: Text(
        "un membre de plus (JuryMemberAdded, JuryMemberReplaced), présent à la session (JuryHeld)",
        "one more member (JuryMemberAdded, JuryMemberReplaced), present at the session (JuryHeld)"))
  }
}
