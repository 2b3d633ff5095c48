internal import Events
public import Projections
internal import Rules

extension PeriodReport {
  /// The report's tables, in order: what the document, the spreadsheet and `--csv` show.
  ///
  /// - Parameter names: what is opened about persons; ids are shown without.
  public func tables(_ names: ReportNames = .none) -> [ReportTable] {
    periodTables + [
      windowTable(names), taskTable(names), registrationTable, findingTable, waiverTable(names),
    ]
  }

  /// Those of the period alone.
  var periodTables: [ReportTable] {
    [figureTable, monthTable, certificationTable, sessionTable, pathwayTable]
  }

  private typealias Cell = ReportTable.Cell

  private static let outcomeColumns = [
    ReportTable.Column(Text("présentés", "presented"), isNumber: true),
    .init(Text("certifiés", "certified"), isNumber: true),
    .init(Text("partiels", "partial"), isNumber: true),
    .init(Text("refusés", "refused"), isNumber: true),
    .init(Text("décision annulée", "decision overturned"), isNumber: true),
    .init(Text("absents", "absent"), isNumber: true),
  ]

  private func cells(_ outcomes: Outcomes) -> [Cell] {
    [
      outcomes.presented, outcomes.certified, outcomes.partial, outcomes.refused,
      outcomes.fallen, outcomes.absent,
    ].map { .number($0) }
  }

  /// The period's figures, one a row; a share with its base.
  private var figureTable: ReportTable {
    func row(_ name: Text, _ count: Int?, of share: Share? = nil) -> [Cell] {
      [
        .text(name), .number(count), .number(share?.base),
        share?.percent.map { .percent($0) } ?? .empty,
      ]
    }
    func part(_ name: Text, _ count: Int, of base: Int) -> [Cell] {
      row(name, count, of: Share(count, of: base))
    }
    let base = outcomes.presented
    let before = period.year - 1
    return ReportTable(
      Text("Chiffres", "Figures"),
      [
        .init(Text("chiffre", "figure")), .init(Text("nombre", "number"), isNumber: true),
        .init(Text("sur", "of"), isNumber: true), .init(Text("part", "share"), isNumber: true),
      ],
      [
        row(Text("certifications délivrées", "certifications awarded"), awards.certified),
        part(Text("dont VAE", "of which by VAE"), awards.byExperience, of: awards.certified),
        row(
          Text("certifications délivrées depuis janvier", "certifications awarded since January"),
          awards.sinceJanuary),
        row(
          Text("mêmes mois de \(before)", "same months of \(before)"), awards.sinceJanuaryBefore),
        row(Text("présentés à un jury", "presented to a jury"), base),
        part(Text("certifiés", "certified"), outcomes.certified, of: base),
        part(
          Text("certifications partielles", "partial certifications"), outcomes.partial, of: base),
        part(Text("refusés", "refused"), outcomes.refused, of: base),
        part(
          Text("décision annulée ou révoquée", "decision overturned or revoked"), outcomes.fallen,
          of: base),
        row(Text("absents", "absent"), outcomes.absent),
        part(
          Text("réussite à la première présentation", "certified at the first presentation"),
          firstPresentation.count, of: firstPresentation.base),
        [
          .text(
            Text(
              "jours de la recevabilité au premier jury (médiane)",
              "days from admissibility to the first jury (median)")),
          .number(admissibilityToJury.medianDays), .number(admissibilityToJury.base), .empty,
        ],
      ])
  }

  /// The awards of the period's year beside those of the year before.
  private var monthTable: ReportTable {
    func row(_ year: Int, _ months: [Int]) -> [Cell] {
      [.plain(String(year))] + months.map { .number($0) } + [.number(months.reduce(0, +))]
    }
    return ReportTable(
      Text("Délivrées par mois", "Awarded by month"),
      [.init(Text("année", "year"))]
        + Self.months.map { .init($0, isNumber: true) }
        + [.init(Text("total", "total"), isNumber: true)],
      [row(period.year, awards.byMonth), row(period.year - 1, awards.byMonthBefore)])
  }

  private var certificationTable: ReportTable {
    ReportTable(
      Text("Par certification", "By certification"),
      [
        .init(Text("certification", "certification")),
        .init(Text("délivrées", "awarded"), isNumber: true),
        .init(Text("dont VAE", "by VAE"), isNumber: true),
      ],
      awards.byCertification.map {
        [.plain($0.certification.text), .number($0.certified), .number($0.byExperience)]
      })
  }

  private var sessionTable: ReportTable {
    ReportTable(
      Text("Par jury", "By jury"),
      [
        .init(Text("jour", "day")), .init(Text("jury", "jury")),
        .init(Text("certification", "certification")),
      ]
        + Self.outcomeColumns,
      sessions.map {
        [.day($0.day), .plain($0.jury.text), .plain($0.certification?.text)] + cells($0.outcomes)
      })
  }

  private var pathwayTable: ReportTable {
    ReportTable(
      Text("Par voie", "By pathway"),
      [.init(Text("voie", "pathway"))] + Self.outcomeColumns,
      pathways.map { [.text($0.pathway.text)] + cells($0.outcomes) })
  }

  /// The names of the months, short, from January.
  static let months = [
    Text("janv.", "Jan"), Text("févr.", "Feb"), Text("mars", "Mar"), Text("avril", "Apr"),
    Text("mai", "May"), Text("juin", "Jun"), Text("juil.", "Jul"), Text("août", "Aug"),
    Text("sept.", "Sep"), Text("oct.", "Oct"), Text("nov.", "Nov"), Text("déc.", "Dec"),
  ]
}
