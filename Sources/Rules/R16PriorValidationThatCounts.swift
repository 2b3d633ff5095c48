internal import Events
internal import Projections

/// R16 — a recognition names an earlier validation that still counts, or a document with its day; `completes` a candidacy whose window is open.
struct PriorValidationThatCounts: Rule {
  let id = RuleID(known: 16)
  let sentence = Text(
    "une reconnaissance nomme une validation qui compte encore, ou un document daté ; `completes` une candidature au délai ouvert",
    "a recognition names a validation that still counts, or a dated document; `completes` a candidacy whose window is open"
  )
  let source = Text(
    "3474, validité des composantes ; fiche, correspondance",
    "3474, validity of the components; fiche, correspondence")
  let judges: Set<EventType> = [.candidateEnrolled, .priorValidationRecognised]
  let reads: Set<Reach> = [.person, .certification]

  func breach(by entry: Entry, in history: History) -> Breach? {
    if case .candidateEnrolled(let data) = entry.event.fact, let earlier = data.completes {
      return completing(data, earlier, on: entry.day, history)
    }
    guard case .priorValidationRecognised(let data) = entry.event.fact,
      history.enrolment(of: data.candidacy) != nil
    else { return nil }
    if data.basis == .document {
      if data.source.document?.text.allSatisfy(\.isWhitespace) == false,
        let day = data.source.validatedOn, day <= entry.day
      {
        return nil
      }
      return Breach(
        Text(
          "le document ou son jour manque, ou ce jour est après la reconnaissance",
          "the document or its day is missing, or that day is after the recognition"),
        remedy: Text(
          "source.document et source.validatedOn", "source.document and source.validatedOn"))
    }
    return counts(data, at: entry, history)
      ? nil
      : Breach(
        Text(
          "aucune validation antérieure de cette personne ne compte pour \(data.block)",
          "no earlier validation of this person counts for \(data.block)"),
        remedy: Text(
          "source.candidacy et source.block d’un bloc détenu ce jour, de cette certification ou par correspondance déclarée",
          "source.candidacy and source.block of a block held that day, of this certification or by a declared correspondence"
        ))
  }

  private func completing(
    _ data: CandidateEnrolled, _ earlier: CandidacyID, on day: CalendarDate, _ history: History
  ) -> Breach? {
    if earlier != data.candidacy, let enrolment = history.enrolment(of: earlier),
      history.isOnePerson(enrolment.candidate, data.candidate),
      enrolment.certification == data.certification,
      history.state(of: earlier, on: day)?.window.status == .open
    {
      return nil
    }
    return Breach(
      Text(
        "\(earlier) n’est pas, au \(day), une candidature de la même personne et certification au délai ouvert",
        "\(earlier) is not, on \(day), a candidacy of the same person and certification with an open window"
      ),
      remedy: Text(
        "une inscription sans `completes`, puis des reconnaissances (PriorValidationRecognised)",
        "an enrolment without `completes`, then recognitions (PriorValidationRecognised)"))
  }

  private func counts(
    _ data: PriorValidationRecognised, at entry: Entry, _ history: History
  ) -> Bool {
    guard let source = data.source.candidacy, source != data.candidacy,
      let own = history.enrolment(of: data.candidacy),
      let other = history.enrolment(of: source),
      history.isOnePerson(own.candidate, other.candidate)
    else { return false }
    let held = history.held(by: source, on: entry.day)
    if data.basis == .permanent {
      let block = data.source.block ?? data.block
      return own.certification == other.certification && block == data.block
        && held.contains(block)
    }
    guard let block = data.source.block, held.contains(block) else { return false }
    return corresponds(
      (other.certification, block), to: (own.certification, data.block), at: entry, history)
  }

  /// Whether the correspondences declared before the entry lead from one block to the other.
  private func corresponds(
    _ from: (CertificationCode, BlockCode), to target: (CertificationCode, BlockCode),
    at entry: Entry, _ history: History
  ) -> Bool {
    let declared = history.wholeDay.supersessions.filter { $0.moment < entry.moment }.map(\.data)
    var reached = [from]
    var next = 0
    while next < reached.count {
      let (certification, block) = reached[next]
      next += 1
      for change in declared where change.certification == certification {
        for pair in change.correspondences?.elements ?? [] where pair.from == block {
          if (change.by, pair.to) == target { return true }
          if !reached.contains(where: { $0 == (change.by, pair.to) }) {
            reached.append((change.by, pair.to))
          }
        }
      }
    }
    return false
  }
}
