package import Events

/// A decision on admissibility (*recevabilité*): one recorded, or a tacit one.
package struct Admissibility: Hashable, Sendable {
  /// The first day it counts.
  package let firstDay: CalendarDate
  package let isFavourable: Bool
  /// The last day it is valid, inclusive; nil: without a last day.
  package let lastDay: CalendarDate?
  /// Whether it follows from silence.
  package let isTacit: Bool
  /// The event that decided it; of a tacit one, the dossier submitted.
  package let position: Position

  /// Whether it makes the candidacy admissible on a day.
  package func isValid(on day: CalendarDate) -> Bool {
    isFavourable && firstDay <= day && lastDay.map { day <= $0 } ?? true
  }
}

extension LedgerState {
  /// The first day from which the deadlines of VAE in the Code du travail apply (décret 2023-1275):
  /// silence, sessions, results.
  package static let firstDayOfDeadlines = CalendarDate.first.adding(years: 2023)

  /// The decisions on a candidacy's admissibility that count by a day, recorded or tacit, in order:
  /// by first day, the tacit one of a day first, then by position.
  ///
  /// On the VAE pathway of an RNCP certification, an admissibility dossier submitted from 2024-01-01
  /// on, without a decision from its day to the last of two months, is accepted by silence from the
  /// day after (Code du travail, L6412-2).
  package func admissibilities(
    of candidacy: CandidacyID, on day: CalendarDate
  ) -> [Admissibility] {
    guard let record = records[candidacy] else { return [] }
    return admissibilities(in: record, on: day)
  }

  func admissibilities(in record: CandidacyRecord, on day: CalendarDate) -> [Admissibility] {
    let decided = record.admissibilityDecisions.filter { $0.moment.day <= day }.map {
      Admissibility(
        firstDay: $0.moment.day, isFavourable: $0.value.admissible, lastDay: $0.value.validUntil,
        isTacit: false, position: $0.moment.position)
    }
    guard record.pathway == .experience, let enrolment = record.enrolment,
      timeless.frameworks[enrolment.value.certification]?.registration.register == .rncp
    else { return decided }
    let tacit = record.dossiers.compactMap { dossier -> Admissibility? in
      guard dossier.value == .admissibility, Self.firstDayOfDeadlines <= dossier.moment.day
      else { return nil }
      let lastDay = dossier.moment.day.adding(months: 2)
      let isDecided = decided.contains {
        dossier.moment.day <= $0.firstDay && $0.firstDay <= lastDay
      }
      guard lastDay < day, !isDecided else { return nil }
      return Admissibility(
        firstDay: lastDay.adding(days: 1), isFavourable: true, lastDay: nil, isTacit: true,
        position: dossier.moment.position)
    }
    return (decided + tacit).sorted {
      if $0.firstDay != $1.firstDay { return $0.firstDay < $1.firstDay }
      if $0.isTacit != $1.isTacit { return $0.isTacit }
      return $0.position < $1.position
    }
  }
}

extension [Admissibility] {
  /// The latest that makes a candidacy admissible on a day; nil if none does, and where the latest
  /// decision is unfavourable.
  package func valid(on day: CalendarDate) -> Admissibility? {
    guard last?.isFavourable == true else { return nil }
    return last { $0.isValid(on: day) }
  }
}
