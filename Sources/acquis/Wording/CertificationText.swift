internal import Events
internal import Projections

/// A certification's framework and figures as people read them.
enum CertificationText {
  /// The lines to print.
  static func lines(_ state: CertificationState, on day: CalendarDate) -> [String] {
    let registration = state.registration
    var lines = ["\(registration.certification)  \(registration.title.text)"]
    if let end = state.registrationDates?.lastEnrolmentDay?.wording {
      lines.append(
        "  "
          + Wording(
            "inscrite au \(registration.register.rawValue) jusqu’au \(end.french)",
            "in the \(registration.register.rawValue) until \(end.english)"
          ).text)
    }
    if let end = state.registrationDates?.lastDeliveryDay?.wording {
      lines.append(
        "  "
          + Wording("délivrée jusqu’au \(end.french)", "awarded until \(end.english)").text)
    }
    lines.append(
      "  " + limit(Wording("délai pour compléter", "time to complete"), state.completionWindow))
    lines.append(
      "  " + limit(Wording("validité d’un bloc", "validity of a block"), state.blockValidity))
    for block in registration.blocks.elements {
      lines.append(
        "  \(block.code)  \(block.title.text) "
          + Wording(
            "(\(block.competencies.count) compétences)",
            "(\(block.competencies.count) competencies)"
          ).text)
    }
    for jury in state.juries {
      let (pathway, basis) = (jury.pathway.wording, jury.basis.wording)
      let roles = (
        jury.roles.map(\.wording.french).joined(separator: ", "),
        jury.roles.map(\.wording.english).joined(separator: ", ")
      )
      let only =
        jury.completionOnly ? Wording(", pour compléter seulement", ", to complete only") : nil
      lines.append(
        "  "
          + Wording(
            "ouverte : \(pathway.french)\(only?.french ?? "") ; jury : \(roles.0) (\(basis.french))",
            "open: \(pathway.english)\(only?.english ?? ""); jury: \(roles.1) (\(basis.english))"
          ).text)
    }
    let today = day.wording
    lines.append(
      "  "
        + Wording(
          "au \(today.french) : \(state.candidacies) candidatures, \(state.openWindows) délais ouverts",
          "on \(today.english): \(state.candidacies) candidacies, \(state.openWindows) open windows"
        ).text)
    for status in CandidacyStatus.allCases {
      guard let count = state.byStatus[status], count > 0 else { continue }
      lines.append("    \(count)  \(status.wording.text)")
    }
    return lines
  }

  private static func limit(_ name: Wording, _ limit: TimeLimit) -> String {
    let basis = limit.basis.wording
    let years = limit.years.map { years in
      Wording("\(years.value) ans", "\(years.value) years")
    }
    let length = years ?? Wording("sans limite", "without limit")
    return Wording(
      "\(name.french) : \(length.french), \(basis.french)",
      "\(name.english): \(length.english), \(basis.english)"
    ).text
  }
}
