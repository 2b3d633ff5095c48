internal import AcquisLedger
internal import Events
internal import Projections

/// A certification's framework, the policies in force and its figures, as lines to print.
enum CertificationText {
  /// A heading and the sentences below it.
  struct Section {
    let heading: Text
    let rows: [Row]

    init(_ heading: Text, _ rows: [Row?]) {
      self.heading = heading
      self.rows = rows.compactMap(\.self)
    }
  }

  /// A sentence, under the one before it if it is deeper.
  struct Row {
    let text: Text
    let depth: Int

    init(_ text: Text, depth: Int = 0) {
      self.text = text
      self.depth = depth
    }

    /// A name, a colon and a value; nil without a value.
    init?(_ name: Text, _ value: Text?, depth: Int = 0) {
      guard let value else { return nil }
      self.init(
        Text("\(name.french) : \(value.french)", "\(name.english): \(value.english)"),
        depth: depth)
    }
  }

  /// - Parameter width: the most characters of a line.
  static func lines(
    _ answer: CertificationAnswer, in language: Language, width: Int
  ) -> [String] {
    Wrapped.lines(title(of: answer).text(in: language), width: width)
      + sections(of: answer).flatMap { section in
        [section.heading.text(in: language)]
          + section.rows.flatMap { row in
            Wrapped.lines(
              row.text.text(in: language), indent: 2 + 2 * row.depth, width: width)
          }
      }
  }

  /// The code and the title, with what the title rests on where that is said.
  static func title(of answer: CertificationAnswer) -> Text {
    let registration = answer.state.registration
    let title = "\(registration.certification)  \(registration.title.text)"
    return registration.titleBasis.map {
      let basis = $0.text
      return Text(
        "\(title) (intitulé \(basis.french))", "\(title) (a title \(basis.english))")
    } ?? Text(verbatim: title)
  }

  /// Every section that has rows.
  static func sections(of answer: CertificationAnswer) -> [Section] {
    documentSections(of: answer) + [figures(answer)]
  }

  /// The sections that depend on the framework, its policies and its versions alone.
  static func documentSections(of answer: CertificationAnswer) -> [Section] {
    let (state, registration) = (answer.state, answer.state.registration)
    return [
      Section(Text("Enregistrement", "Registration"), registrationRows(answer)),
      Section(Text("Document", "Document"), documentRows(registration)),
      Section(Text("Entrée", "Entry"), entryRows(registration)),
      Section(Text("Voies d’accès", "Pathways"), pathwayRows(state)),
      Section(Text("Acquisition", "Validation"), limitRows(state)),
      Section(Text("Activités visées", "Target activities"), texts(registration.targetActivities)),
      Section(
        registration.register == .rncp
          ? Text("Blocs de compétences", "Blocks of competencies")
          : Text("Composantes", "Components"), blockRows(registration)),
      Section(Text("Versions", "Versions"), successionRows(state)),
      Section(Text("Chiffres publiés", "Published figures"), publishedRows(registration)),
    ].filter { !$0.rows.isEmpty }
  }

  /// The table of correspondences with another certification.
  static func lines(
    _ table: CorrespondenceTable, in language: Language, width: Int
  ) -> [String] {
    let (own, other) = (table.certification, table.other)
    let heading =
      table.isFromOther
      ? Text(
        "Correspondances : ce que les blocs de \(other) apportent à \(own)",
        "Correspondences: what the blocks of \(other) bring to \(own)")
      : Text(
        "Correspondances : ce que les blocs de \(own) apportent à \(other)",
        "Correspondences: what the blocks of \(own) bring to \(other)")
    let none = Text("aucune correspondance", "no correspondence")
    return Wrapped.lines(heading.text(in: language), width: width)
      + table.blocks.flatMap { row in
        let others = row.others.map(\.text).joined(separator: ", ")
        let arrow = table.isFromOther ? "←" : "→"
        let text =
          row.others.isEmpty
          ? Text(
            "\(row.block) : \(none.french)", "\(row.block): \(none.english)")
          : Text(verbatim: "\(row.block) \(arrow) \(others)")
        return Wrapped.lines(text.text(in: language), indent: 2, width: width)
      }
  }

  // MARK: Registration

  private static func registrationRows(_ answer: CertificationAnswer) -> [Row?] {
    let state = answer.state
    let registration = state.registration
    let (day, known) = (answer.entry.occurredOn.text, state.position)
    var entered = Text(
      "référentiel daté du \(day.french), position \(known)",
      "framework dated \(day.english), position \(known)")
    if let edition = answer.catalogue {
      entered = entered.then(
        Text("catalogue de l’édition \(edition)", "catalogue of edition \(edition)"))
    } else {
      entered = entered.then(
        Text("dans aucune édition du catalogue", "in no edition of the catalogue"))
    }
    let sentences = RegistrationText.sentences(
      state.registrationDates, of: registration, on: answer.on)
    return sentences.map { Row($0) } + [
      Row(
        Text("décision d’enregistrement", "decision of registration"),
        registration.registrationDecisionOn?.text),
      Row(Text("version du document", "version of the document"), registration.versionOn?.text),
      Row(Text("document édité le", "document printed on"), registration.editionOn?.text),
      Row(entered),
      Row(Text("note", "note"), answer.entry.clearReason.map { Text(verbatim: $0) }),
    ]
  }

  // MARK: Figures

  private static func figures(_ answer: CertificationAnswer) -> Section {
    let (state, today) = (answer.state, answer.on.text)
    let total = Row(
      [
        Text.count(
          state.candidacies, .candidacy, none: Text("aucune candidature", "0 candidacies")),
        Text.count(
          state.openWindows, .window, none: Text("aucun délai ouvert", "0 open windows")),
      ].joined(separator: ", "))
    let byStatus = CandidacyStatus.allCases.compactMap { status -> Row? in
      guard let count = state.byStatus[status], count > 0 else { return nil }
      let text = status.text
      return Row(Text("\(count)  \(text.french)", "\(count)  \(text.english)"), depth: 1)
    }
    return Section(
      Text("Au \(today.french)", "On \(today.english)"),
      [total] + byStatus + awardRows(answer.figures))
  }

  /// The awards with the share of VAE, by year, and the next session.
  private static func awardRows(_ figures: CertificationFigures) -> [Row] {
    let (certified, byExperience) = (figures.total.certified, figures.total.certifiedByExperience)
    let share = figures.experienceShare.map { percent in
      Text(
        ", dont \(byExperience) par la VAE (\(percent)\u{a0}%)",
        ", \(byExperience) of them by VAE (\(percent)%)")
    }
    let total = Text(
      "certifications délivrées : \(certified)\(share?.french ?? "")",
      "certifications awarded: \(certified)\(share?.english ?? "")")
    let years = figures.years.map { year in
      Text(
        "\(year.year) : \(year.certified)"
          + (year.certifiedByExperience > 0 ? ", dont VAE \(year.certifiedByExperience)" : ""),
        "\(year.year): \(year.certified)"
          + (year.certifiedByExperience > 0 ? ", of them VAE \(year.certifiedByExperience)" : ""))
    }
    let session = figures.nextSession.map { session in
      Text(
        "prochaine session : le \(session.on.text.french), jury \(session.jury)",
        "next session: on \(session.on.text.english), jury \(session.jury)")
    }
    return [Row(total)] + years.map { Row($0, depth: 1) }
      + [Row(session ?? Text("aucune session prévue", "no session planned"))]
  }
}
