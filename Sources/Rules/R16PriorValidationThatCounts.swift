internal import Events
internal import Projections

/// R16 — a recognition names an earlier validation that still counts, or a document with its day;
/// `completes` names a candidacy whose window is open.
struct PriorValidationThatCounts: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 16),
    sentence: Text(
      "une reconnaissance s’appuie sur une validation encore valable, ou sur un document daté ; `completes` désigne une candidature dont le délai est ouvert",
      "a recognition names a validation that still counts, or a dated document; `completes` names a candidacy whose window is open"
    ),
    source: Text(
      "3474, validité des composantes ; fiche, correspondance",
      "3474, validity of the components; fiche, correspondence"))
  let judges: Set<EventType> = [.candidateEnrolled, .priorValidationRecognised]
  let reads: Set<Scope> = [.person, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .candidateEnrolled(let data) = entry.event.fact, let earlier = data.completes {
      return completing(data, earlier, on: entry.day, state)
    }
    guard case .priorValidationRecognised(let data) = entry.event.fact,
      state.enrolment(of: data.candidacy) != nil
    else { return nil }
    if data.basis == .document {
      if data.source.document?.text.allSatisfy(\.isWhitespace) == false,
        let day = data.source.validatedOn, day <= entry.day
      {
        return nil
      }
      return Violation(
        Text(
          "le document ou son jour manque, ou ce jour est postérieur à la reconnaissance",
          "the document or its day is missing, or that day is after the recognition"),
        remedy: Text(
          "source.document, et source.validatedOn au plus tard le \(entry.day)",
          "source.document, and source.validatedOn no later than \(entry.day)"))
    }
    return counts(data, at: entry, state)
      ? nil
      : Violation(
        Text(
          "aucune validation antérieure de cette personne ne compte pour \(data.block)",
          "no earlier validation of this person counts for \(data.block)"),
        remedy: Text(
          "dans source.candidacy et source.block, un bloc acquis ce jour-là, de cette certification ou par correspondance déclarée",
          "in source.candidacy and source.block, a block held on that day, of this certification or by a declared correspondence"
        ))
  }

  private func completing(
    _ data: CandidateEnrolled, _ earlier: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    if earlier != data.candidacy, let enrolment = state.enrolment(of: earlier),
      state.isOnePerson(enrolment.candidate, data.candidate),
      enrolment.certification == data.certification,
      state.candidacy(earlier, on: day)?.window.status == .open
    {
      return nil
    }
    return Violation(
      Text(
        "au \(day), \(earlier) n’est pas une candidature de la même personne et de la même certification dont le délai est ouvert",
        "on \(day), \(earlier) is not a candidacy of the same person and certification with an open window"
      ),
      remedy: Text(
        "une inscription sans `completes`, puis des reconnaissances (PriorValidationRecognised)",
        "an enrolment without `completes`, then recognitions (PriorValidationRecognised)"))
  }

  private func counts(
    _ data: PriorValidationRecognised, at entry: Entry, _ state: JudgingState
  ) -> Bool {
    guard let source = data.source.candidacy, source != data.candidacy,
      let own = state.enrolment(of: data.candidacy),
      let other = state.enrolment(of: source),
      state.isOnePerson(own.candidate, other.candidate)
    else { return false }
    let held = state.held(by: source, on: entry.day)
    if data.basis == .permanent {
      let block = data.source.block ?? data.block
      return own.certification == other.certification && block == data.block
        && held.contains(block)
    }
    guard let block = data.source.block, held.contains(block) else { return false }
    return state.before.supersessions.correspond(
      .init(block, of: other.certification), to: .init(data.block, of: own.certification))
  }
}
