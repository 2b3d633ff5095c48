package import Events

extension CandidacyRecord {
  /// Records a change; the pathway and the audience followed from then on.
  mutating func changePathway(_ data: PathwayChanged, _ moment: Moment) {
    seldom.pathwayChanges.append(Dated(value: data, moment: moment))
  }

  /// The pathway last changed to, else that of the enrolment; nil before both.
  package var pathway: Pathway? {
    pathwayChanges.last?.value.pathway ?? enrolment?.value.pathway
  }

  /// The pathway followed at the end of a day by the record's day; nil before the enrolment. For
  /// statistics, which count an award by the pathway of its day.
  package func pathway(on day: CalendarDate) -> Pathway? {
    pathwayChanges.last { $0.moment.day <= day }?.value.pathway ?? enrolment?.value.pathway
  }

  /// The audience last stated, by a change of pathway or the enrolment: a change that states none
  /// leaves the one stated before.
  package var audience: Audience? {
    pathwayChanges.last { $0.value.audience != nil }?.value.audience ?? enrolment?.value.audience
  }
}
