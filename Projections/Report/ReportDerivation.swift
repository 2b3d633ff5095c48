public import Events

extension LedgerState {
  /// The report of a period on a day.
  ///
  /// Cost: a few passes over the candidacies, one derivation for each that has a block, a dossier or an
  /// admissibility decision.
  ///
  /// - Parameters:
  ///   - facts: folded over the same events.
  ///   - certification: the one to be counted; nil: all.
  ///   - findings: the rules broken, already of that certification.
  ///   - day: the day asked, which must be the day up to which the events were folded.
  public func report(
    _ facts: ReportFacts, of certification: CertificationCode?, findings: [ReportedRule],
    on day: CalendarDate, known: Position
  ) -> PeriodReport {
    let period = facts.period
    let counted = Dictionary(
      uniqueKeysWithValues: records.lazy.filter { _, record in
        guard let enrolment = record.enrolment?.value else { return false }
        return certification.map { $0 == enrolment.certification } ?? true
      }.map { ($0.key, $0.value) })
    let met = MetByJuries(facts, counted, in: self)
    let tasks = ReportedTasks(of: certification, on: day, in: self)
    return PeriodReport(
      period: period, certification: certification, on: day, known: known,
      awards: awards(of: counted, in: period), outcomes: met.outcomes,
      firstPresentation: met.firstPresentation,
      sessions: met.sessions(of: certification), pathways: met.pathways,
      admissibilityToJury: met.admissibilityToJury,
      waivers: facts.waivers.filter { entry in
        guard let certification else { return true }
        return self.certification(of: entry, facts) == certification
      },
      closingWindows: tasks.closingWindows(facts), declarations: tasks.declarations(of: counted),
      experience: tasks.experience, registrations: tasks.registrations, surveys: tasks.surveys,
      findings: findings)
  }

  /// The certification that an entry about a candidacy or a jury concerns.
  private func certification(
    of entry: WaivedEntry, _ facts: ReportFacts
  ) -> CertificationCode? {
    if let candidacy = entry.candidacy { return certification(of: candidacy) }
    return entry.jury.flatMap { facts.certification(of: $0) }
  }

  /// The certification that a candidacy is enrolled for; nil before its enrolment.
  package func certification(of candidacy: CandidacyID) -> CertificationCode? {
    records[candidacy]?.enrolment?.value.certification
  }

  /// As ``statistics(of:)`` counts awards.
  private func awards(
    of records: [CandidacyID: CandidacyRecord], in period: ReportPeriod
  ) -> ReportedAwards {
    var awards = ReportedAwards(upTo: period.monthsSoFar.upperBound)
    var lines: [CertificationCode: ReportedAwards.Line] = [:]
    for record in records.values where record.awardRevoked == nil {
      guard let award = record.award, let enrolment = record.enrolment?.value else { continue }
      let (year, month, _) = award.day.components
      if year == period.year { awards.byMonth[month - 1] += 1 }
      if year == period.year - 1 { awards.byMonthBefore[month - 1] += 1 }
      guard period.contains(award.day) else { continue }
      let code = enrolment.certification
      let isByExperience = record.pathway(on: award.day) == .experience
      lines[code, default: .init(certification: code)].certified += 1
      if isByExperience { lines[code]?.byExperience += 1 }
    }
    awards.byCertification = lines.values.sorted { $0.certification < $1.certification }
    return awards
  }
}
