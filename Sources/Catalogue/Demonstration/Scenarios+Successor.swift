internal import Events

extension DemonstrationWriter {
  /// A fictitious successor of RNCP38052, registered in June 2026, suspended for three days and
  /// still open after RNCP38052 ends, and a person whose window lapsed that month and whose two
  /// blocks come over by correspondence.
  mutating func writeSuccessor() throws(InvalidValue) {
    let older = "RNCP38052"
    try write(
      .certificationRegistered, on: try CalendarDate(2026, 6, 22), Self.successor())
    let pairs: [JSONValue] = (1...3).map { number in
      ["from": .string("\(older)BC0\(number)"), "to": .string("\(Self.code)BC0\(number)")]
    }
    try write(
      .certificationSuperseded, on: try CalendarDate(2026, 6, 23),
      [
        "certification": .string(older), "by": .string(Self.code),
        "correspondences": .list(pairs),
      ])
    try enrol(
      "DEMO-D-SUCCESSOR", "DEMO-P-APPEAL", in: Self.code, by: .continuingTraining,
      on: try CalendarDate(2026, 6, 25), isNew: false)
    try write(
      .registrationSuspended, on: try CalendarDate(2026, 6, 26),
      ["certification": .string(Self.code)])
    try write(
      .registrationReinstated, on: try CalendarDate(2026, 6, 29),
      ["certification": .string(Self.code)])
    for number in 1...2 {
      try write(
        .priorValidationRecognised, on: try CalendarDate(2026, 6, 29),
        named(
          "DEMO-D-SUCCESSOR", JSONMember("block", .string("\(Self.code)BC0\(number)")),
          JSONMember("basis", "correspondence"),
          JSONMember(
            "source",
            [
              "candidacy": "DEMO-D-APPEAL", "block": .string("\(older)BC0\(number)"),
              "validatedOn": "2021-06-17",
            ])))
    }
  }

  private static let code = "RNCP99052"

  /// A framework that no document states: everything in it is policy, and its title says that it is
  /// fictitious.
  private static func successor() -> JSONValue {
    let blocks: [JSONValue] = [
      "Accueillir", "Traiter les doléances", "Enregistrer les demandes", "Assister l’agence",
    ].enumerated().map { index, name in
      let block = "\(code)BC0\(index + 1)"
      return [
        "code": .string(block), "title": .string("Bloc fictif : \(name)"),
        "competencies": .list(
          (1...2).map { order in
            [
              "code": .string("\(block)-C0\(order)"),
              "label": .string("Compétence fictive n° \(order) du bloc"),
            ]
          }),
      ]
    }
    let pathways: [JSONValue] = Pathway.allCases.map { pathway in
      let isOpen = pathway != .student && pathway != .individual
      let rule: [JSONMember] = [
        JSONMember("pathway", .string(pathway.rawValue)), JSONMember("open", .boolean(isOpen)),
        JSONMember("basis", "policy"),
      ]
      let jury = JSONMember("jury", ["president", "humanResources", "operations"])
      return .object(isOpen ? rule + [jury] : rule)
    }
    return [
      "certification": .string(code), "register": "RNCP", "level": 4,
      "title": "Titre fictif de démonstration : accueil en logement social",
      "titleBasis": "policy", "registeredOn": "2026-06-22", "expiresOn": "2031-06-21",
      "registrationDecisionOn": "2026-06-19",
      "certifiers": [["name": "A F P O L S", "siret": "78435388000023"]],
      "certificationValidity": ["years": .null, "basis": "policy"],
      "codes": ["nsf": ["332", "340"]],
      "blocks": .list(blocks), "pathways": .list(pathways), "partialCertification": true,
      "everyCompetencyAssessed": false, "blockValidity": ["years": .null, "basis": "policy"],
      "completionWindow": ["years": 5, "basis": "policy"], "document": "certificat fictif",
    ]
  }
}
