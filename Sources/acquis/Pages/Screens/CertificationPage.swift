internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A certification: its figures as charts with their table, its framework, the policies in force, its versions.
struct CertificationPage {
  let call: PageCall
  let code: CertificationCode

  init(_ call: PageCall) throws {
    self.call = call
    guard let code = try? CertificationCode(call.path[0]) else { throw PageProblem.notFound }
    self.code = code
  }

  func answer() throws -> PageAnswer {
    let question = call.question
    try UnknownID.check(.certification(code), in: question.log)
    var lists = try question.lists { try $0.replay(showingIn: Output(keptIn: call.language)) }
    guard
      let answer = try question.certification(code, in: lists.certifications(), hasFigures: false)
    else {
      return .page(
        Page(Text("Certification \(code)", "Certification \(code)")) {
          call.html("p", Text("Pas encore enregistrée.", "Not registered yet."))
        })
    }
    let figures = try figures(&lists)
    let history = try TimelinePart(call: call, subject: .certification(code)).html()
    let counts = try lists.countsByCertification()[code] ?? [:]
    let sections = CertificationText.documentSections(of: answer)
    return .page(
      Page(CertificationText.title(of: answer)) {
        candidacies(counts)
        figures
        for section in sections { html(section) }
        history
      })
  }

  private func html(_ section: CertificationText.Section) -> HTML {
    HTML("section") {
      call.html("h2", section.heading)
      HTML("ul", class: "sentences") {
        for row in section.rows {
          HTML("li", class: row.depth > 0 ? "deeper" : nil) {
            Sentences(call).linked(call.say(row.text))
          }
        }
      }
    }
  }

  // MARK: Figures

  /// How many candidacies there are in each state, each with its list.
  private func candidacies(_ counts: [CandidacyStatus: Int]) -> HTML {
    let total = counts.values.reduce(0, +)
    return HTML("section") {
      call.html("h2", Text("Candidatures", "Candidacies"))
      if total == 0 { call.html("p", class: "empty", Text("Aucune candidature.", "No candidacy.")) }
      HTML("ul", class: "sentences") {
        for status in CandidacyStatus.allCases {
          if let count = counts[status], count > 0 {
            HTML("li") {
              call.link(
                call.links.to(
                  "candidacies", ["certification": code.text, "status": status.rawValue]),
                Text("\(status.text.french) : \(count)", "\(status.text.english): \(count)")
                  .capitalised)
            }
          }
        }
      }
    }
  }

  private func figures(_ lists: inout Lists) throws -> HTML {
    let years = try lists.statistics(of: code).sorted { $0.year < $1.year }
    if years.isEmpty { return .nothing }
    let table = KeptTable()
    let done = call.run(
      .statistics, [code.text], call.options(of: .statistics), table: table)
    if let failure = done.failure { throw failure }
    let shown = years.suffix(10)
    let names = shown.map { String($0.year) }
    let surveyed = shown.filter { $0.insertionSixMonths != nil }
    let title = Text("Statistiques", "Statistics")
    return HTML("section") {
      call.html("h2", title)
      Charts.bars(
        "awards", call.language,
        title: Text("Certifications délivrées par année", "Certifications awarded by year"),
        categories: names,
        series: [
          (Text("toutes voies", "all pathways"), shown.map(\.certified)),
          (Text("dont VAE", "of them VAE"), shown.map(\.certifiedByExperience)),
        ])
      if !surveyed.isEmpty {
        Charts.bars(
          "insertion", call.language,
          title: Text(
            "Insertion à six mois, en pourcentage des réponses",
            "In work after six months, in percent of the answers"),
          categories: surveyed.map { String($0.year) },
          series: [
            (Text("en emploi", "employed"), surveyed.map { $0.insertionSixMonths ?? 0 }),
            (
              Text("dans le métier visé", "in the occupation"),
              surveyed.map { $0.insertionOccupationSixMonths ?? 0 }
            ),
          ])
      }
      ListTable(call, title, table).html
    }
  }
}
