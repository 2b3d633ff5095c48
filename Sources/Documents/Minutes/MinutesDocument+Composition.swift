internal import AcquisLedger
public import Events
public import Projections

extension MinutesDocument {
  /// The members, their presence by day and their recusals; the roles that are missing.
  @HTMLBuilder var composition: HTML {
    let state = proceedings.state
    languages.html("h2", Text("Composition et présence", "Composition and presence"))
    if state.isCompositionKnown {
      HTML("table") {
        HTML("thead") { HTML("tr") { headings } }
        HTML("tbody") { for seat in proceedings.seats { row(of: seat) } }
      }
    } else {
      languages.html(
        "p", Text("Composition non connue du registre.", "Composition unknown to the ledger."))
      for sitting in state.sittings { presentIDs(at: sitting) }
    }
    for sentence in missingRoles { languages.html("p", class: "warning", sentence) }
    if state.convenedFor != state.session.first {
      let day = state.convenedFor.text
      languages.html(
        "p", class: "note",
        Text(
          "La session était d’abord prévue le \(day.french).",
          "The session was first planned for \(day.english)."))
    }
  }

  @HTMLBuilder private var headings: HTML {
    languages.html("th", Text("Membre", "Member"))
    languages.html("th", Text("Qualité", "Capacity"))
    languages.html("th", Text("Organisme", "Body"))
    for sitting in proceedings.state.sittings {
      let day = sitting.heldOn.inTable
      languages.html("th", Text("Le \(day.french)", "On \(day.english)"))
    }
  }

  private func row(of seat: JurySeat) -> HTML {
    HTML("tr") {
      HTML("td") {
        HTML(text: proceedings.name(of: seat.member))
        for note in notes(on: seat) { languages.html("div", class: "small", note) }
      }
      HTML("td") { languages.html(seat.role.text.capitalised) }
      HTML("td", text: seat.organisation?.text ?? "–")
      for sitting in proceedings.state.sittings {
        HTML("td") { languages.html(presence(of: seat, at: sitting)) }
      }
    }
  }

  private func presence(of seat: JurySeat, at sitting: JuryPresence) -> Text {
    if !seat.isHeld(on: sitting.heldOn) { return Text(verbatim: "–") }
    return sitting.members?.contains(seat.member) == true
      ? Text("présent", "present") : Text("absent", "not present")
  }

  /// How the member joined and left, and for whom the member is recused.
  public func notes(on seat: JurySeat) -> [Text] {
    var notes: [Text] = []
    switch seat.appointment {
    case .convened: break
    case .added: notes.append(Text("ajout à la composition initiale", "added to the first members"))
    case .replacing(let member):
      let name = proceedings.name(of: member)
      notes.append(Text("en remplacement de \(name)", "in place of \(name)"))
    }
    let by = names(proceedings.replacements(of: seat.member))
    for recusal in seat.recusals {
      let name = proceedings.name(of: recusal.candidacy)
      let by = names(proceedings.substitutes(for: seat, recusal))
      notes.append(
        by.isEmpty
          ? Text("récusation pour \(name)", "recused from \(name)")
          : Text(
            "récusation pour \(name), suppléance par \(by)",
            "recused from \(name), replaced by \(by)"
          ))
    }
    if seat.until != nil, seat.recusals.isEmpty, !by.isEmpty {
      notes.append(Text("remplacement par \(by)", "replaced by \(by)"))
    }
    return notes
  }

  private func names(_ members: [MemberID]) -> String {
    members.map { proceedings.name(of: $0) }.joined(separator: ", ")
  }

  @HTMLBuilder private func presentIDs(at sitting: JuryPresence) -> HTML {
    if let members = sitting.members {
      let (day, ids) = (sitting.heldOn.text, members.map(\.text).joined(separator: ", "))
      languages.html(
        "p",
        Text("Présents le \(day.french) : \(ids).", "Present on \(day.english): \(ids)."))
    }
  }

  /// Roles that are missing at a sitting, or among the members before the session is held.
  private struct Gap: Hashable {
    let day: CalendarDate?
    let roles: [JuryRole]
  }

  /// A sentence for each gap, with every pathway that has it.
  public var missingRoles: [Text] {
    if proceedings.state.status == .cancelled { return [] }
    var pathways: [Gap: [Pathway]] = [:]
    var gaps: [Gap] = []
    for rule in proceedings.state.composition {
      let found =
        rule.sittings.isEmpty
        ? [Gap(day: nil, roles: rule.missing)]
        : rule.sittings.map { Gap(day: $0.heldOn, roles: $0.missing) }
      for gap in found where !gap.roles.isEmpty {
        if pathways[gap] == nil { gaps.append(gap) }
        pathways[gap, default: []].append(rule.pathway)
      }
    }
    return gaps.map { sentence($0, pathways[$0] ?? []) }
  }

  private func sentence(_ gap: Gap, _ pathways: [Pathway]) -> Text {
    let missing = gap.roles.map(\.text).joined(separator: ", ")
    let on = gap.day.map { Text(" le \($0.text.french)", " on \($0.text.english)") } ?? Text("", "")
    let ways = pathways.map(\.text).joined(separator: ", ")
    let isOne = pathways.count < 2
    return Text(
      "Il manque\(on.french) : \(missing.french) "
        + "(\(isOne ? "voie" : "voies") : \(ways.french)).",
      "Missing\(on.english): \(missing.english) "
        + "(\(isOne ? "pathway" : "pathways"): \(ways.english)).")
  }
}
