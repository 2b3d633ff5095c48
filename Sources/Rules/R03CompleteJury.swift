internal import Events
internal import Projections

/// R03 — each role required of the jury is held by a different person, present, neither recused nor
/// left out.
struct CompleteJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 3),
    sentence: Text(
      "chaque rôle exigé dans le jury est tenu par une personne différente, présente, ni récusée ni écartée",
      "each role required of the jury is held by a different person, present, neither recused nor left out"
    ),
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
    return entry.event.fact.decision.flatMap { decided($0, at: entry, in: state) }
  }

  /// The violation of a jury that lacks a role on every open pathway; it names the fewest missing.
  private func convened(
    _ data: JuryConvened, at entry: Entry, in state: JudgingState
  ) -> Violation? {
    guard let members = data.members else {
      return Violation(
        Text(
          "la composition du jury \(data.jury) n’est pas connue",
          "the composition of jury \(data.jury) is not known"),
        remedy: Text(
          "la composition, si un document l’indique (correction de l’entrée)",
          "the composition, where a document states it (a correction of the entry)"))
    }
    let seats = members.elements.map { JurySeat($0, .convened, entry.moment) }
    let rules = state.timeless.frameworks[data.certification]?.registration.pathways.elements
    let missing = (rules ?? []).filter(\.open).map { rule in
      let required = state.sameDay.juryPolicies
        .inForce(on: data.sessionOn, rule, of: data.certification)
      return JuryRole.missing(required?.roles ?? [], among: seats)
    }
    guard let least = missing.min(by: { $0.count < $1.count }), !least.isEmpty else { return nil }
    let lacks = Self.lacks(least, data.jury)
    return Violation(
      lacks,
      remedy: Text(
        "un membre pour chaque rôle (JuryMemberAdded, JuryMemberReplaced)",
        "a member for each role (JuryMemberAdded, JuryMemberReplaced)"))
  }

  private func decided(
    _ decision: DecisionFields, at entry: Entry, in state: JudgingState
  ) -> Violation? {
    let register = state.sameDay.juries[decision.jury]
    guard let enrolment = state.enrolment(of: decision.candidacy),
      let pathway = state.pathway(of: decision.candidacy),
      let rule = state.framework(of: decision.candidacy)?.registration.pathways.elements
        .first(where: { $0.pathway == pathway }),
      register?.isCompositionUnknown != true
    else { return nil }
    let required = state.sameDay.juryPolicies
      .inForce(on: entry.day, rule, of: enrolment.certification)
    guard let register, let sitting = register.sitting else {
      return Violation(
        Text(
          "le jury \(decision.jury) n’a pas siégé", "jury \(decision.jury) has not sat"),
        remedy: Text(
          "la session du jury (JuryHeld) ce jour-là ou avant",
          "the jury held (JuryHeld) on or before that day"))
    }
    let recused = register.recused(from: decision.candidacy, before: entry.moment)
    let out = Set(decision.without + recused)
    let seats = register.present(at: sitting).filter { !out.contains($0.member) }
    let missing = JuryRole.missing(required?.roles ?? [], among: seats)
    if missing.isEmpty { return nil }
    let lacks = Self.lacks(missing, decision.jury)
    let candidacy = decision.candidacy
    return Violation(
      Text("\(lacks.french) pour \(candidacy)", "\(lacks.english) for \(candidacy)"),
      remedy: Text(
        "un membre pour chaque rôle (JuryMemberAdded, JuryMemberReplaced), présent à la session (JuryHeld), ni récusé ni écarté",
        "a member for each role (JuryMemberAdded, JuryMemberReplaced), present at the session (JuryHeld), neither recused nor left out"
      ))
  }

  /// `jury J1 has no president and no operational representative`.
  private static func lacks(_ missing: [JuryRole], _ jury: JuryID) -> Text {
    let roles = missing.map { role in
      role == .other ? Text("membre d’un autre rôle", "member of another role") : role.text
    }
    let french =
      roles.count == 1
      ? "pas de \(roles[0].french)" : "ni " + roles.map(\.french).joined(separator: " ni ")
    let english = roles.map { "no \($0.english)" }.joined(separator: " and ")
    return Text("le jury \(jury) n’a \(french)", "jury \(jury) has \(english)")
  }
}
