internal import AcquisLedger
internal import Events
internal import Projections
internal import Rules

// The tables of what is to be done on the day asked.
extension PeriodReport {
  private typealias Cell = ReportTable.Cell

  func windowTable(_ names: ReportNames) -> ReportTable {
    ReportTable(
      Text("Délais à moins de 90 jours", "Windows within 90 days"),
      [
        .init(Text("candidat", "candidate")), .init(Text("candidature", "candidacy")),
        .init(Text("certification", "certification")), .init(Text("dernier jour", "last day")),
        .init(Text("jours restants", "days"), isNumber: true),
        .init(Text("blocs manquants", "blocks missing")),
        .init(Text("prochain jury", "next jury")), .init(Text("jury", "jury")),
      ],
      closingWindows.map { window in
        [
          .plain(names.persons[window.candidate] ?? window.candidate.text),
          .plain(window.candidacy.text), .plain(window.certification.text), .day(window.lastDay),
          .number(window.daysLeft),
          .plain(window.missing.map(\.text).joined(separator: ", ")),
          window.nextSession.map { .day($0.day) } ?? .text(Text("aucun avant", "none before")),
          .plain(window.nextSession?.jury.text),
        ]
      })
  }

  /// What is owed, one kind a row, and how much of that is late; of surveys those due by the horizon.
  func taskTable(_ names: ReportNames) -> ReportTable {
    let day = declarations.horizon.inTable
    func row(_ subject: Text, _ what: Text, _ count: Int?, _ late: Int?) -> [Cell] {
      [.text(subject), .text(what), .number(count), .number(late)]
    }
    let fund = Text("Caisse des Dépôts", "Caisse des Dépôts")
    let experience = Text("VAE", "VAE")
    let survey = Text("enquêtes", "surveys")
    let incomplete = names.incompleteIdentities
    return ReportTable(
      Text("À faire", "To do"),
      [
        .init(Text("sujet", "subject")), .init(Text("quoi", "what")),
        .init(Text("nombre", "number"), isNumber: true),
        .init(Text("dont en retard", "of which late"), isNumber: true),
      ],
      [
        row(
          fund, Text("à déclarer d’ici le \(day.french)", "to declare by \(day.english)"),
          declarations.due, nil),
        row(
          fund, Text("déposées sans réponse", "deposited, not answered"), declarations.deposited,
          nil),
        row(
          fund, Text("rejetées, à renvoyer", "rejected, to be sent again"), declarations.rejected,
          nil),
        row(
          fund, Text("non acceptées après les trois mois", "not accepted after the three months"),
          declarations.late, declarations.late),
      ]
        + (incomplete.map {
          [row(fund, Text("identités incomplètes", "incomplete identities"), $0, nil)]
        } ?? []) + [
          row(
            experience, Text("recevabilités à rendre", "admissibility decisions owed"),
            self.experience.admissibilityDecisions, nil),
          row(
            experience, Text("jurys à fixer", "juries to be fixed"), self.experience.sessions,
            self.experience.sessionsOverdue),
          row(
            experience, Text("résultats à notifier", "results to be notified"),
            self.experience.notifications, self.experience.notificationsOverdue),
          row(
            survey, Text("à six mois, d’ici le \(day.french)", "at six months, by \(day.english)"),
            surveys.sixMonths + surveys.sixMonthsPast, surveys.sixMonthsPast),
          row(
            survey, Text("à deux ans, d’ici le \(day.french)", "at two years, by \(day.english)"),
            surveys.twoYears + surveys.twoYearsPast, surveys.twoYearsPast),
        ])
  }

  var registrationTable: ReportTable {
    ReportTable(
      Text("Échéances des enregistrements", "Ends of registrations"),
      [
        .init(Text("certification", "certification")), .init(Text("échéance", "deadline")),
        .init(Text("dernier jour", "last day")),
        .init(Text("jours restants", "days"), isNumber: true),
        .init(Text("état", "state")),
      ],
      registrations.map { deadline in
        [
          .plain(
            String(deadline.subject.description.split(separator: ":", maxSplits: 1).last ?? "")),
          .text(deadline.kind.text), .day(deadline.lastDay), .number(deadline.daysLeft),
          deadline.daysLeft < 0 ? .text(Text("dépassée", "past")) : .empty,
        ]
      })
  }

  var findingTable: ReportTable {
    ReportTable(
      Text("Règles enfreintes", "Rules broken"),
      [
        .init(Text("règle", "rule")), .init(Text("ce qu’elle demande", "what it requires")),
        .init(Text("entrées", "entries"), isNumber: true),
        .init(Text("dérogations", "waived"), isNumber: true),
      ],
      findings.map { line in
        [
          .plain(line.rule.description),
          RuleBook.rule(line.rule).map { .text($0.sentence) } ?? .empty,
          .number(line.broken), .number(line.waived),
        ]
      })
  }

  func waiverTable(_ names: ReportNames) -> ReportTable {
    ReportTable(
      Text("Dérogations de la période", "Waivers of the period"),
      [
        .init(Text("jour", "day")), .init(Text("règles", "rules")), .init(Text("objet", "about")),
        .init(Text("par", "by")), .init(Text("motif", "reason")),
        .init(Text("position", "position"), isNumber: true),
      ],
      waivers.map { entry in
        [
          .day(entry.day), .plain(entry.rules.map(\.description).joined(separator: ", ")),
          .plain(entry.candidacy?.text ?? entry.jury?.text), .plain(entry.recordedBy.text),
          .plain(names.reasons[entry.position]), .number(Int(entry.position.number)),
        ]
      })
  }
}
