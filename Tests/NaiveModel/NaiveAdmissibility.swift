internal import Events

/// A decision on admissibility, made or tacit.
struct NaiveAdmissibility {
  let day: CalendarDate
  let isFavourable: Bool
  /// The last day of a favourable one, included; nil without limit.
  let lastDay: CalendarDate?
  let isTacit: Bool
  /// Orders those of a day; nil for a tacit one, which comes first.
  let position: Position?

  /// Whether it is favourable, was made by a day and is still valid on it.
  func isValid(on day: CalendarDate) -> Bool {
    isFavourable && self.day <= day && lastDay.map { day <= $0 } ?? true
  }
}

extension CalendarDate {
  /// From this day on the VAE deadlines of the law apply.
  static let experienceDeadlines = CalendarDate.year(2024, 1)
  /// From this day on awards are owed to the Caisse des Dépôts.
  static let declarationsOwed = CalendarDate.year(2021, 7)

  /// The first day of a month.
  private static func year(_ year: Int, _ month: Int) -> CalendarDate {
    (try? CalendarDate(year, month, 1)) ?? .last
  }

  /// The last day of the third calendar month after this day's.
  var endOfThirdMonthAfter: CalendarDate {
    adding(days: 1 - components.day).adding(months: 4).adding(days: -1)
  }
}

extension NaiveReading {
  /// The decisions on admissibility by the day asked, in order.
  ///
  /// A tacit one is favourable from the day after two months without a decision, on the VAE pathway
  /// of an RNCP certification, for a dossier submitted from 2024-01-01 on (L6412-2).
  func admissibilities(_ id: CandidacyID) -> [NaiveAdmissibility] {
    let made = facts.compactMap { entry -> (when: When, decision: NaiveAdmissibility)? in
      guard case .admissibilityDecided(let data) = entry.event.fact, data.candidacy == id
      else { return nil }
      return (
        entry.moment,
        NaiveAdmissibility(
          day: entry.event.occurredOn, isFavourable: data.admissible, lastDay: data.validUntil,
          isTacit: false, position: entry.position)
      )
    }
    var decisions = made.map(\.decision)
    if isExperienceOfRNCP(id) {
      for entry in facts {
        guard case .dossierSubmitted(let data) = entry.event.fact, data.candidacy == id,
          data.kind == .admissibility, entry.event.occurredOn >= .experienceDeadlines
        else { continue }
        let lastDay = entry.event.occurredOn.adding(months: 2)
        let isDecided = made.contains {
          entry.event.occurredOn <= $0.when.day && $0.when.day <= lastDay
        }
        guard !isDecided, lastDay < day else { continue }
        decisions.append(
          NaiveAdmissibility(
            day: lastDay.adding(days: 1), isFavourable: true, lastDay: nil, isTacit: true,
            position: nil))
      }
    }
    return decisions.sorted { left, right in
      left.day == right.day
        ? (left.position ?? .zero) < (right.position ?? .zero) : left.day < right.day
    }
  }

  /// Whether the candidacy is admissible on the day asked; nil where it is not, else whether tacitly:
  /// the latest decision is favourable, and a favourable one is valid.
  func admissibleTacitly(_ id: CandidacyID) -> Bool? {
    let decisions = admissibilities(id)
    guard decisions.last?.isFavourable == true else { return nil }
    return decisions.last { $0.isValid(on: day) }?.isTacit
  }
}
