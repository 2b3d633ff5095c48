internal import Events

extension DemonstrationWriter {
  /// A jury of June 2026, entered on the demonstration's last evening after everything else: five people
  /// whose awards are still to be declared to the Caisse des Dépôts. Their names and births are those that
  /// a file of declarations gets wrong most easily.
  mutating func writeAwardsDue() throws(InvalidValue) {
    entersOnTheLastEvening = true
    defer { entersOnTheLastEvening = false }
    let (jury, session) = ("DEMO-J-DUE", try CalendarDate(2026, 6, 18))
    try convene(jury, for: "RNCP38052", on: session)
    for (index, identity) in Self.identitiesToDeclare.enumerated() {
      try writeAwardDue("\(index + 1)", identity, by: jury, on: session)
    }
  }

  private mutating func writeAwardDue(
    _ number: String, _ identity: (pathway: Pathway, sealed: JSONValue), by jury: String,
    on session: CalendarDate
  ) throws(InvalidValue) {
    let candidacy = "DEMO-D-DUE-\(number)"
    let enrolledOn = try CalendarDate(2025, 9, 8)
    try enrol(
      candidacy, "DEMO-P-DUE-\(number)", in: "RNCP38052", by: identity.pathway, on: enrolledOn,
      identity: identity.sealed)
    if identity.pathway == .experience {
      try write(
        .admissibilityDecided, on: enrolledOn.adding(days: 30),
        named(
          candidacy, JSONMember("admissible", true), JSONMember("validUntil", "2028-10-08")))
    } else {
      try write(
        .trainingStarted, on: enrolledOn.adding(days: 14),
        named(candidacy, JSONMember("site", "premises")))
    }
    try summon(candidacy, to: jury, on: session.adding(days: -20))
    for block in 1...4 {
      try decide(candidacy, "RNCP38052BC0\(block)", by: jury, on: session, validated: true)
    }
    try write(
      .resultNotified, on: session.adding(days: 8),
      ["jury": .string(jury), "candidacy": .string(candidacy)])
    try write(
      .certificationAwarded, on: session, named(candidacy, JSONMember("jury", .string(jury))))
    try write(
      .certificateIssued, on: session.adding(days: 11),
      named(candidacy, JSONMember("number", .string("DEMO-C-DUE-\(number)"))))
  }

  /// An apostrophe; a ligature, with the month of birth only; an ampersand, with the year only; the longest
  /// name that the flow's schema accepts; a birth abroad, in a country that does not exist.
  private static let identitiesToDeclare: [(pathway: Pathway, sealed: JSONValue)] = [
    (
      .apprenticeship,
      [
        "birthName": "d'Exemple", "firstNames": ["Démonstration"], "birthDate": "1988-03-17",
        "sex": "F", "birthPlace": ["postalCode": "00000", "label": "Ville fictive"],
      ]
    ),
    (
      .continuingTraining,
      [
        "birthName": "Exemple-Cœur", "firstNames": ["Démonstration", "Œuvre"],
        "birthDate": "1975-11", "sex": "M",
        "birthPlace": ["postalCode": "00000", "label": "Ville fictive"],
      ]
    ),
    (
      .professionalisation,
      [
        "birthName": "Exemple", "usageName": "Essai & Exemple", "firstNames": ["Démonstration"],
        "birthDate": "1969", "sex": "F",
        "birthPlace": ["postalCode": "00000", "label": "Ville fictive"],
      ]
    ),
    (
      .experience,
      [
        "birthName": "Exemple-Nom-Fictif-Dont-La-Longueur-Atteint-Soixante-Lettres",
        "firstNames": ["Démonstration"], "birthDate": "1992-01-30", "sex": "M",
        "birthPlace": ["postalCode": "00000", "label": "Ville fictive"],
      ]
    ),
    (
      .continuingTraining,
      [
        "birthName": "Exemple Étranger", "firstNames": ["Démonstration"],
        "birthDate": "1980-12-05", "sex": "F",
        "birthPlace": [
          "inseeCode": "99999", "label": "Ville fictive à l’étranger", "countryCode": "999",
        ],
      ]
    ),
  ]
}
