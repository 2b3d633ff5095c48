package import Events

extension LedgerState {
  /// What the answer about a candidacy depends on beside its own entries: its person, its
  /// certification, its juries, and the same of the candidacies that it completes, that complete it
  /// or that its recognitions come from, at any distance.
  package func related(to candidacy: CandidacyID) -> Set<Subject> {
    var subjects: Set<Subject> = []
    var waiting = [candidacy]
    while let id = waiting.popLast() {
      guard subjects.insert(.candidacy(id)).inserted, let record = records[id] else { continue }
      if let enrolment = record.enrolment?.value {
        subjects.insert(.candidate(enrolment.candidate))
        subjects.insert(.candidate(timeless.person(enrolment.candidate)))
        subjects.insert(.certification(enrolment.certification))
        waiting += [enrolment.completes].compactMap(\.self)
      }
      for jury in record.summonses.map(\.jury) + record.decisions.all.map(\.jury) {
        subjects.insert(.jury(jury))
      }
      waiting += continuations[id] ?? []
      waiting += record.recognitions.compactMap(\.source.candidacy)
    }
    return subjects
  }
}
