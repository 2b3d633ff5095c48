internal import AcquisLedger
internal import Events
internal import Projections

// What a framework states: its document, entry, pathways, limits, blocks and figures.
extension CertificationText {
  static func documentRows(_ registration: CertificationRegistered) -> [Row?] {
    let certifiers = (registration.certifiers?.elements ?? []).map {
      Row(
        Text("certificateur", "certifier"),
        Text(verbatim: "\($0.name.text), SIRET \($0.siret.text)"))
    }
    let codes = registration.codes
    return certifiers + [
      registration.authorisesTraining.map {
        Row(
          $0
            ? Text(
              "le certificateur habilite d’autres organismes à former",
              "the certifier authorises other bodies to train")
            : Text(
              "le certificateur n’habilite aucun autre organisme à former",
              "the certifier authorises no other body to train"))
      },
      Row(
        Text("niveau de qualification", "level of qualification"),
        registration.level.map { Text(verbatim: "\($0.value)") }),
      Row(
        Text("catégorie", "category"), registration.category.map { Text(verbatim: $0.text) }),
      Row(
        Text("document délivré", "document issued"), Text(verbatim: registration.document.text)),
      Row(
        limit(
          Text("validité de la certification", "validity of the certification"),
          registration.certificationValidity)),
      Row(Text("codes NSF", "NSF codes"), list(codes.nsf)),
      Row(Text("Formacode", "Formacode"), list(codes.formacode)),
      Row(Text("codes ROME", "ROME codes"), list(codes.rome)),
      Row(Text("codes NAF", "NAF codes"), list(codes.naf)),
      Row(Text("secteurs d’activité", "sectors"), list(registration.sectors, separator: " ; ")),
      Row(Text("emplois accessibles", "jobs"), list(registration.jobs)),
      Row(Text("mots clés", "key words"), list(registration.keywords)),
      Row(
        Text("développement durable", "sustainable development"),
        registration.sustainableDevelopmentLevel.map {
          Text("niveau \($0.value)", "level \($0.value)")
        }),
    ]
      + (registration.overseas?.elements ?? []).map { inclusion in
        Row(Text(verbatim: inclusion.territory.text), overseas(inclusion))
      }
  }

  private static func overseas(_ inclusion: OverseasInclusion) -> Text {
    guard inclusion.stated, let included = inclusion.included else {
      return Text("non indiqué", "not stated")
    }
    return included
      ? Text("dans le cadre du territoire", "in the territory’s framework")
      : Text("hors du cadre du territoire", "not in the territory’s framework")
  }

  static func entryRows(_ registration: CertificationRegistered) -> [Row?] {
    let publics = registration.publics?.elements.map(\.text).joined(separator: ", ")
    let prerequisites = (registration.prerequisites?.elements ?? []).map { prerequisite in
      let audience = prerequisite.audience.map(\.text)
      let (french, english) = (
        audience.map { " (\($0.french))" } ?? "", audience.map { " (\($0.english))" } ?? ""
      )
      let isAdvised = prerequisite.advised == true
      return Row(
        isAdvised
          ? Text("prérequis conseillé\(french)", "advised prerequisite\(english)")
          : Text("prérequis\(french)", "prerequisite\(english)"),
        Text(verbatim: "\(prerequisite.label.text) [\(prerequisite.code)]"))
    }
    let training = (registration.training?.elements ?? []).flatMap(trainingRows)
    let sites = (registration.sites?.elements ?? []).map {
      Row(Text("lieu", "site"), Text(verbatim: $0.text))
    }
    let required = (registration.prerequisites?.elements ?? []).filter { $0.advised != true }
    let isOneEnough = Dictionary(grouping: required, by: \.audience).values.contains {
      $0.count > 1
    }
    let enough =
      isOneEnough
      ? Row(
        Text("un seul de ces prérequis suffit", "one of these prerequisites is enough"))
      : nil
    return [Row(Text("publics", "publics"), publics)] + prerequisites
      + [enough, registration.selection.map(selectionRow)] + training + sites
  }

  private static func selectionRow(_ selection: Selection) -> Row {
    let audience = selection.audience.text
    let interviewers = selection.interviewers.elements.map(\.text)
    let bodies = Text(
      interviewers.map(\.french).joined(separator: " et "),
      interviewers.map(\.english).joined(separator: " and "))
    let test = selection.test ? Text("test d’entrée et ", "an entry test and ") : Text("", "")
    return Row(
      Text(
        "sélection (\(audience.french)) : \(test.french)entretien avec \(bodies.french)",
        "selection (\(audience.english)): \(test.english)an interview with \(bodies.english)"))
  }

  private static func trainingRows(_ programme: TrainingProgramme) -> [Row] {
    let audience = programme.audience.text
    let (days, hours) = (programme.centreDays.value, programme.centreHours.value)
    let assessment = programme.assessmentDays.value
    var parts = [
      Text(
        "\(Text.count(days, .day).french) (\(hours) h) en centre, dont \(assessment) d’évaluation",
        "\(Text.count(days, .day).english) (\(hours) h) in the centre, \(assessment) of them for assessment"
      )
    ]
    let company = [
      programme.companyWeeks.map { Text.count($0.value, .week) },
      programme.companyDays.map { Text.count($0.value, .day) },
      programme.companyHours.map { Text("\($0.value) h", "\($0.value) h") },
    ].compactMap(\.self)
    if !company.isEmpty {
      let length = company.joined(separator: ", ")
      parts.append(Text("\(length.french) en entreprise", "\(length.english) in a company"))
    }
    if programme.tutor == true {
      parts.append(Text("avec un tuteur", "with a tutor"))
    }
    let length = parts.joined(separator: " ; ")
    return [
      Row(
        Text("formation (\(audience.french))", "training (\(audience.english))"),
        Text(length.french, parts.map(\.english).joined(separator: "; "))),
      Row(
        Text("rythme", "rhythm"), programme.rhythm.map { Text(verbatim: $0.text) }, depth: 1),
    ].compactMap(\.self)
  }

  static func pathwayRows(_ state: CertificationState) -> [Row?] {
    state.registration.pathways.elements.flatMap { rule -> [Row] in
      let (pathway, basis) = (rule.pathway.text, rule.basis.text)
      guard rule.open else {
        return [
          Row(
            Text(
              "\(pathway.french) : fermée, \(basis.french)",
              "\(pathway.english): closed, \(basis.english)"))
        ]
      }
      let only =
        rule.completionOnly == true
        ? Text(
          " seulement pour compléter une certification partielle",
          " only to complete a partial certification") : Text("", "")
      let opened = Row(
        Text(
          "\(pathway.french) : ouverte\(only.french), \(basis.french)",
          "\(pathway.english): open\(only.english), \(basis.english)"))
      guard let jury = state.juries.first(where: { $0.pathway == rule.pathway }),
        !jury.roles.isEmpty
      else { return [opened] }
      let (roles, juryBasis) = (jury.roles.map(\.text).joined(separator: ", "), jury.basis.text)
      return [
        opened,
        Row(
          Text(
            "jury : \(roles.french) ; \(juryBasis.french)",
            "jury: \(roles.english); \(juryBasis.english)"), depth: 1),
      ]
    }
  }

  static func limitRows(_ state: CertificationState) -> [Row?] {
    let registration = state.registration
    let routes = registration.completionRoutes?.elements.map(\.text)
    return [
      Row(
        registration.partialCertification
          ? Text("certification partielle possible", "partial certification is possible")
          : Text("pas de certification partielle", "no partial certification")),
      Row(
        Text("pour compléter", "ways to complete"),
        routes.map { routes in
          Text(
            routes.map(\.french).joined(separator: " ; "),
            routes.map(\.english).joined(separator: "; "))
        }),
      Row(limit(Text("délai pour compléter", "time to complete"), state.completionWindow)),
      Row(
        limit(
          registration.register == .rncp
            ? Text("validité d’un bloc", "validity of a block")
            : Text("validité d’une composante", "validity of a component"),
          state.blockValidity)),
      registration.everyCompetencyAssessed
        ? Row(
          Text(
            "toutes les compétences sont évaluées pour la certification entière",
            "every competency is assessed for the full certification")) : nil,
    ]
  }

  static func blockRows(_ registration: CertificationRegistered) -> [Row?] {
    registration.blocks.elements.flatMap { block -> [Row?] in
      let count = Text.count(block.competencies.count, .competency)
      let aliases = (registration.aliases?.elements ?? []).filter { $0.code == block.code }
      let head = Row(
        Text(
          "\(block.code)  \(block.title.text) (\(count.french))",
          "\(block.code)  \(block.title.text) (\(count.english))"
        ))
      let names = aliases.map {
        Row(Text("autre nom", "other name"), Text(verbatim: $0.title.text), depth: 1)
      }
      let modalities = Row(
        Text("évaluation", "assessment"),
        block.modalities?.elements.map(\.text).joined(separator: ", "), depth: 1)
      let content: [Row]
      switch block.content {
      case .competencies(let list): content = competencies(list, depth: 1)
      case .activities(let activities):
        content = activities.elements.flatMap { activity in
          [Row(Text(verbatim: "\(activity.code)  \(activity.title.text)"), depth: 1)]
            + competencies(activity.competencies, depth: 2)
        }
      }
      return [head] + names + [modalities] + content
    }
  }

  private static func competencies(_ list: NonEmpty<Competency>, depth: Int) -> [Row] {
    list.elements.map { Row(Text(verbatim: "\($0.code)  \($0.label.text)"), depth: depth) }
  }

  static func successionRows(_ state: CertificationState) -> [Row?] {
    let code = state.registration.certification
    return state.successions.flatMap { succession -> [Row?] in
      let day = succession.on.text
      let head =
        succession.certification == code
        ? Text(
          "remplacée par \(succession.by) le \(day.french), position \(succession.position)",
          "superseded by \(succession.by) on \(day.english), position \(succession.position)")
        : Text(
          "remplace \(succession.certification) depuis le \(day.french), position"
            + " \(succession.position)",
          "supersedes \(succession.certification) since \(day.english), position"
            + " \(succession.position)")
      let rows = succession.correspondences.map {
        Row(Text(verbatim: "\($0.from) → \($0.to)"), depth: 1)
      }
      let none = Row(Text("aucune correspondance", "no correspondence"), depth: 1)
      return [Row(head)] + (rows.isEmpty ? [none] : rows)
    }
  }

  static func publishedRows(_ registration: CertificationRegistered) -> [Row?] {
    let years = (registration.publishedStatistics?.elements ?? []).map { year in
      Row(
        Text(
          "\(year.year.value) : \(year.certified.value) certifiés, dont"
            + " \(year.certifiedByExperience.value) par la VAE ; en emploi à six mois"
            + " \(year.insertionSixMonths.value) %, dans le métier visé"
            + " \(year.insertionOccupationSixMonths.value) %, à deux ans"
            + " \(year.insertionOccupationTwoYears.value) %",
          "\(year.year.value): \(year.certified.value) certified,"
            + " \(year.certifiedByExperience.value) of them by VAE; employed after six months"
            + " \(year.insertionSixMonths.value) %, in the target occupation"
            + " \(year.insertionOccupationSixMonths.value) %, after two years"
            + " \(year.insertionOccupationTwoYears.value) %"))
    }
    return years + [
      registration.certifiedSoFar.map {
        Row(
          Text(
            "environ \($0.value) certifiés en tout, sans année indiquée",
            "about \($0.value) certified in all, of no stated year"))
      },
      registration.forecastPerYear.map {
        Row(
          Text(
            "prévision : \($0.from.value) à \($0.to.value) certifiés par an",
            "forecast: \($0.from.value) to \($0.to.value) certified a year"))
      },
    ]
  }

  // MARK: Parts of sentences

  static func texts(_ texts: NonEmpty<FreeText>?) -> [Row?] {
    (texts?.elements ?? []).map { Row(Text(verbatim: $0.text)) }
  }

  private static func list(_ texts: NonEmpty<FreeText>?, separator: String = ", ") -> Text? {
    texts.map { texts in
      Text(verbatim: texts.elements.map(\.text).joined(separator: separator))
    }
  }

  private static func limit(_ name: Text, _ limit: TimeLimit) -> Text {
    let basis = limit.basis.text
    let years = limit.years.map { Text.count($0.value, .year) }
    let length = years ?? Text("sans limite", "without limit")
    return Text(
      "\(name.french) : \(length.french), \(basis.french)",
      "\(name.english): \(length.english), \(basis.english)")
  }
}
