internal import Events
internal import Projections

/// R16 — a recognition names an earlier validation that still counts, a document with its day or an
/// equivalence with its authority, none of them expired where it is recognised; `completes` names a
/// candidacy of which a block comes over and whose window is open.
struct PriorValidationThatCounts: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 16),
    sentence: Text(
      "une reconnaissance s’appuie sur une validation encore valable, sur un document daté ou sur une équivalence accordée ; `completes` désigne une candidature dont un bloc est repris et dont le délai est ouvert",
      "a recognition names a validation that still counts, a dated document or an equivalence granted; `completes` names a candidacy of which a block comes over and whose window is open"
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
      let own = state.enrolment(of: data.candidacy)
    else { return nil }
    let violation: Violation?
    switch data.basis {
    case .document: violation = document(data.source, on: entry.day)
    case .equivalence: violation = equivalence(data.source, on: entry.day)
    case .permanent, .correspondence: violation = earlier(data, own, on: entry.day, state)
    }
    return violation ?? expired(data, at: entry, state)
  }

  private func document(_ source: ValidationSource, on day: CalendarDate) -> Violation? {
    let remedy = Text(
      "dans `source.document`, le document, et dans `source.validatedOn`, un jour au plus tard le \(day.text.french)",
      "source.document, and source.validatedOn no later than \(day)")
    guard source.document.isStated, let validatedOn = source.validatedOn else {
      return Violation(
        Text("le document ou son jour manque", "the document or its day is missing"),
        remedy: remedy)
    }
    return validatedOn <= day ? nil : later(validatedOn, remedy)
  }

  private func equivalence(_ source: ValidationSource, on day: CalendarDate) -> Violation? {
    guard source.authority.isStated else {
      return Violation(
        Text(
          "l’autorité qui accorde l’équivalence manque",
          "the authority that granted the equivalence is missing"),
        remedy: Text("dans `source.authority`, qui l’accorde", "source.authority"))
    }
    guard let validatedOn = source.validatedOn, day < validatedOn else { return nil }
    return later(
      validatedOn,
      Text(
        "dans `source.validatedOn`, un jour au plus tard le \(day.text.french), ou rien",
        "source.validatedOn no later than \(day), or none"))
  }

  private func later(_ validatedOn: CalendarDate, _ remedy: Text) -> Violation {
    Violation(
      Text(
        "le \(validatedOn.text.french) est postérieur à la reconnaissance",
        "\(validatedOn) is after the recognition"),
      remedy: remedy)
  }

  /// The validity of a block runs from its first validation, under the policy of the framework that
  /// receives it.
  private func expired(
    _ data: PriorValidationRecognised, at entry: Entry, _ state: JudgingState
  ) -> Violation? {
    guard let framework = state.framework(of: data.candidacy),
      let lastDay = state.before.lastDay(of: data, at: entry.moment, in: framework),
      lastDay < entry.day
    else { return nil }
    let certification = framework.registration.certification
    return Violation(
      Text(
        "la validité de \(data.block) selon \(certification) a pris fin le \(lastDay.text.french)",
        "the validity of \(data.block) under \(certification) ended on \(lastDay)"),
      remedy: Text(
        "une validation dont la validité court encore, ou une nouvelle décision d’un jury",
        "a validation still within its validity, or a new decision of a jury"))
  }
}

extension FreeText? {
  /// Whether a text is given that is not blank.
  fileprivate var isStated: Bool { self?.text.allSatisfy(\.isWhitespace) == false }
}
