package import Events

/// Days from which a law binds a certifier.
package enum LegalDays {
  /// The first day whose awards are declared to the Caisse des Dépôts (Code du travail, L6113-8).
  package static let declarationsOwed = day(2021, 7, 1)
  /// The first day whose VAE dossiers and decisions have the deadlines of the Code du travail,
  /// L6412-2 and R6412-1 to R6412-7.
  package static let experienceDeadlines = day(2024, 1, 1)

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    (try? CalendarDate(year, month, day)) ?? .last
  }
}
