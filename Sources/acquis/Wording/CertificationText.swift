internal import AcquisLedger
internal import Events
internal import Projections

/// A certification's framework and figures, as lines to print.
enum CertificationText {
  static func lines(
    _ state: CertificationState, on day: CalendarDate, in language: Language
  ) -> [String] {
    let registration = state.registration
    var lines = ["\(registration.certification)  \(registration.title.text)"]
    if let dates = state.registrationDates {
      lines += RegistrationText.sentences(dates, in: registration.register, on: day)
        .map { "  " + $0.text(in: language) }
    }
    lines.append(
      "  "
        + limit(Text("délai pour compléter", "time to complete"), state.completionWindow)
        .text(in: language))
    lines.append(
      "  "
        + limit(Text("validité d’un bloc", "validity of a block"), state.blockValidity)
        .text(in: language))
    for block in registration.blocks.elements {
      lines.append(
        "  \(block.code)  \(block.title.text) "
          + Text(
            "(\(block.competencies.count) compétences)",
            "(\(block.competencies.count) competencies)"
          ).text(in: language))
    }
    for jury in state.juries {
      let (pathway, basis) = (jury.pathway.text, jury.basis.text)
      let roles = (
        jury.roles.map(\.text.french).joined(separator: ", "),
        jury.roles.map(\.text.english).joined(separator: ", ")
      )
      let only =
        jury.completionOnly
        ? Text(
          ", seulement pour compléter une certification partielle",
          ", only to complete a partial certification") : nil
      lines.append(
        "  "
          + Text(
            "voie ouverte : \(pathway.french)\(only?.french ?? "") ; jury : \(roles.0) (\(basis.french))",
            "open pathway: \(pathway.english)\(only?.english ?? ""); jury: \(roles.1) (\(basis.english))"
          ).text(in: language))
    }
    let today = day.text
    lines.append(
      "  "
        + Text(
          "au \(today.french) : \(state.candidacies) candidatures, \(state.openWindows) délais ouverts",
          "on \(today.english): \(state.candidacies) candidacies, \(state.openWindows) open windows"
        ).text(in: language))
    for status in CandidacyStatus.allCases {
      guard let count = state.byStatus[status], count > 0 else { continue }
      lines.append("    \(count)  \(status.text.text(in: language))")
    }
    return lines
  }

  private static func limit(_ name: Text, _ limit: TimeLimit) -> Text {
    let basis = limit.basis.text
    let years = limit.years.map { years in
      Text("\(years.value) ans", "\(years.value) years")
    }
    let length = years ?? Text("sans limite", "without limit")
    return Text(
      "\(name.french) : \(length.french), \(basis.french)",
      "\(name.english): \(length.english), \(basis.english)"
    )
  }
}
