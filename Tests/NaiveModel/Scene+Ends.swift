internal import Events

/// The last days of everything that ends.
extension Scene {
  /// The days before which the law asked nothing.
  private static var beginnings: [CalendarDate] {
    [CalendarDate.experienceDeadlines, .declarationsOwed].map { $0.adding(days: -1) }
  }

  /// The last days of windows, validities, admissibilities, registrations, declarations, sessions and
  /// VAE deadlines, and the days after.
  func ends() -> [CalendarDate] {
    var ends = Self.beginnings
    for framework in frameworks {
      ends += [framework.expiresOn, framework.lastDeliveryOn].compactMap { $0 }
    }
    for entry in reading.facts {
      let day = entry.event.occurredOn
      switch entry.event.fact {
      case .certificationAwarded: ends.append(day.adding(months: 3))
      case .admissibilityDecided(let data): ends += [data.validUntil].compactMap { $0 }
      case .dossierSubmitted(let data):
        ends.append(data.kind == .validation ? day.endOfThirdMonthAfter : day.adding(months: 2))
      case .registrationRenewed(let data):
        ends += [data.expiresOn, data.lastDeliveryOn].compactMap { $0 }
      case .certificationWithdrawn(let data): ends += [day, data.lastDeliveryOn].compactMap { $0 }
      case .completionWindowPolicyChanged(let data): ends.append(data.effectiveOn)
      case .blockValidityPolicyChanged(let data): ends.append(data.effectiveOn)
      case .juryPolicyChanged(let data): ends.append(data.effectiveOn)
      case .juryConvened(let data):
        let last = data.sessionTo ?? data.sessionOn
        ends += [data.sessionOn, last, last.adding(months: 2)]
      case .blockValidated, .blockRefused: ends.append(day.adding(days: 15))
      default: continue
      }
    }
    for enrolment in enrolments {
      guard let framework = ledger.framework(enrolment.certification) else { continue }
      ends += [reading.answer(enrolment.candidacy)?.window.lastDay].compactMap { $0 }
      for block in framework.blocks.elements {
        ends += validityEnds(enrolment.candidacy, block.code)
      }
    }
    return ends.flatMap { [$0, $0.adding(days: 1)] }
  }

  private func validityEnds(_ id: CandidacyID, _ block: BlockCode) -> [CalendarDate] {
    reading.decisions(id, block).filter(\.holds).compactMap {
      reading.lastValidDay(id, $0, block)
    }
  }

  /// The last days that decide whether a fact may be recorded, or is on time.
  func ends(bearingOn fact: Fact) -> [CalendarDate] {
    switch fact {
    case .candidateEnrolled(let data):
      let framework = ledger.framework(data.certification)
      let window = data.completes.flatMap { reading.answer($0)?.window.lastDay }
      return [data.completes == nil ? framework?.expiresOn : window].compactMap { $0 }
    case .blockValidated(let data):
      return [
        reading.answer(data.candidacy)?.window.lastDay,
        reading.session(data.jury)?.last.adding(months: 2),
      ].compactMap { $0 } + admissibilityEnds(data.candidacy)
    case .blockRefused(let data):
      return [reading.session(data.jury)?.last.adding(months: 2)].compactMap { $0 }
    case .candidateSummoned(let data):
      return [reading.session(data.jury)?.last].compactMap { $0 }
        + admissibilityEnds(data.candidacy)
    case .candidateAbsent(let data):
      return [reading.session(data.jury)?.first.adding(days: -1)].compactMap { $0 }
    case .dossierSubmitted: return [CalendarDate.experienceDeadlines.adding(days: -1)]
    case .admissibilityDecided(let data):
      return reading.facts.compactMap { entry in
        guard case .dossierSubmitted(let dossier) = entry.event.fact,
          dossier.candidacy == data.candidacy, dossier.kind == .admissibility
        else { return nil }
        return entry.event.occurredOn.adding(months: 2)
      }
    case .resultNotified(let data):
      return reading.facts.compactMap { entry in
        guard entry.event.fact.jury == data.jury, entry.event.fact.candidacy == data.candidacy
        else { return nil }
        switch entry.event.fact {
        case .blockValidated, .blockRefused: return entry.event.occurredOn.adding(days: 15)
        default: return nil
        }
      }
    case .priorValidationRecognised(let data):
      guard let source = data.source.candidacy else { return [] }
      return validityEnds(source, data.source.block ?? data.block)
        + [reading.answer(data.candidacy)?.window.lastDay].compactMap { $0 }
    case .certificationAwarded(let data):
      let framework = reading.framework(of: data.candidacy)
      return [framework?.lastDeliveryOn, CalendarDate.declarationsOwed.adding(days: -1)]
        .compactMap { $0 }
    case .declarationAnswered(let data):
      return reading.facts.compactMap { entry in
        guard case .certificationAwarded(let award) = entry.event.fact,
          award.candidacy == data.candidacy
        else { return nil }
        return entry.event.occurredOn.adding(months: 3)
      }
    default: return []
    }
  }

  private func admissibilityEnds(_ id: CandidacyID) -> [CalendarDate] {
    reading.admissibilities(id).compactMap(\.lastDay)
  }
}
