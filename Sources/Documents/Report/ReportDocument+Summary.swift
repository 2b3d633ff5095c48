internal import Events
internal import Projections

// What a report says in sentences, and its two charts.
extension PeriodReport {
  var sentences: [Text] { [awardSentence, presentationSentence, taskSentence] }

  private var awardSentence: Text {
    let awarded = Text.count(
      awards.certified, Text("certification délivrée", "certification awarded"),
      Text("certifications délivrées", "certifications awarded"))
    let experience = Text(
      "dont \(awards.byExperience) par la VAE", "\(awards.byExperience) of them by VAE")
    let before = period.year - 1
    let year = Text(
      " ; depuis janvier \(awards.sinceJanuary) (\(before) : \(awards.sinceJanuaryBefore)).",
      "; since January \(awards.sinceJanuary) (\(before): \(awards.sinceJanuaryBefore)).")
    return Text(
      "\(awarded.french), \(experience.french)\(year.french)",
      "\(awarded.english), \(experience.english)\(year.english)")
  }

  private var presentationSentence: Text {
    let presented = Text.count(
      outcomes.presented, Text("candidature présentée", "candidacy presented"),
      Text("candidatures présentées", "candidacies presented")
    )
    let parts = [
      Text.count(
        outcomes.certified, Text("certifiée", "certified"), Text("certifiées", "certified")),
      Text.count(
        outcomes.partial, Text("certification partielle", "partial certification"),
        Text("certifications partielles", "partial certifications")),
      Text.count(outcomes.refused, Text("refus", "refusal"), Text("refus", "refusals")),
      Text.count(outcomes.absent, Text("absence", "absence"), Text("absences", "absences")),
    ].joined(separator: ", ")
    let met = Text(
      "\(presented.french) : \(parts.french)", "\(presented.english): \(parts.english)")
    let (count, base) = (firstPresentation.count, firstPresentation.base)
    guard let percent = firstPresentation.percent?.percentText else {
      return Text("\(met.french).", "\(met.english).")
    }
    return Text(
      "\(met.french) ; réussite à la première présentation : \(percent.french) (\(count) sur \(base)).",
      "\(met.english); certified at the first presentation: \(percent.english) (\(count) of \(base))."
    )
  }

  private var taskSentence: Text {
    let windows = Text.count(
      closingWindows.count, Text("délai prend fin", "window closes"),
      Text("délais prennent fin", "windows close"))
    let waived = Text.count(
      waivers.count, Text("dérogation", "waiver"), Text("dérogations", "waivers"))
    let broken = Text.count(
      findings.reduce(0) { $0 + $1.broken },
      Text("entrée enfreint une règle", "entry breaks a rule"),
      Text("entrées enfreignent une règle", "entries break a rule"))
    return Text(
      "\(windows.french) dans les 90 jours ; \(broken.french) ; \(waived.french) dans la période.",
      "\(windows.english) within 90 days; \(broken.english); \(waived.english) in the period."
    )
  }

  /// The awards by month, this year against the one before.
  func awardChart(in language: Language) -> BarChart {
    BarChart(
      name: "awards", language: language,
      title: Text(
        "Certifications délivrées par mois, \(period.year) et \(period.year - 1)",
        "Certifications awarded by month, \(period.year) and \(period.year - 1)"
      ).text(in: language),
      categories: Self.months.map { $0.text(in: language) },
      series: [
        (String(period.year), awards.byMonth), (String(period.year - 1), awards.byMonthBefore),
      ])
  }

  /// What became of those presented, for each jury, or for each pathway where there are more than twelve
  /// juries; nil where none met anyone.
  func outcomeChart(in language: Language) -> StackedBars? {
    let juries = sessions.filter { !$0.outcomes.isEmpty }
    if juries.isEmpty { return nil }
    let isByJury = juries.count <= 12
    let rows =
      isByJury
      ? juries.map { (name: $0.jury.text, values: $0.outcomes.parts) }
      : pathways.map { (name: $0.pathway.text.text(in: language), values: $0.outcomes.parts) }
    let title =
      isByJury
      ? Text("Issue des présentations, par jury", "What became of those presented, by jury")
      : Text("Issue des présentations, par voie", "What became of those presented, by pathway")
    let parts = [
      Text("certifiés", "certified"), Text("partiels", "partial"), Text("refusés", "refused"),
      Text("décision annulée", "decision overturned"), Text("absents", "absent"),
    ]
    return StackedBars(
      name: "outcomes", language: language, title: title.text(in: language),
      parts: parts.map { $0.text(in: language) }, rows: rows)
  }
}

extension Outcomes {
  /// In the order of the chart's parts.
  fileprivate var parts: [Int] { [certified, partial, refused, fallen, absent] }
}
