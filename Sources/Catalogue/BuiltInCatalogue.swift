public import Events

/// The two certifications every ledger starts with: positions 1 and 2.
///
/// The facts are those of the two published documents; what the documents leave open is marked as
/// policy, or as not stated.
public enum BuiltInCatalogue {
  /// Who stands for the entries.
  private static let recorder = "catalogue:2026-1"

  /// The two registrations, in the order of their positions, the same bytes in every ledger but for the
  /// instant.
  ///
  /// `3474` is entered on the day it was created. The fiche of `RNCP38052` bears no such day: it is
  /// entered on the first day of the year before the first its figures tell of (policy).
  public static func events() throws(InvalidValue) -> [Event] {
    [
      Event(
        id: try EventID("01595753-6400-8000-8000-000000038052"),
        occurredOn: try CalendarDate(2017, 1, 1), recordedBy: try RecorderID(recorder),
        fact: .certificationRegistered(try receptionist())),
      Event(
        id: try EventID("01385996-0400-8000-8000-000000003474"),
        occurredOn: try CalendarDate(2012, 7, 6), recordedBy: try RecorderID(recorder),
        fact: .certificationRegistered(try socialSupport())),
    ]
  }
}

extension BuiltInCatalogue {
  /// Competencies coded by their owner and their order: `RNCP38052BC01-C03`.
  static func competencies(
    of owner: String, _ labels: [String]
  ) throws(InvalidValue) -> NonEmpty<Competency> {
    var competencies: [Competency] = []
    for (index, label) in labels.enumerated() {
      let order = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      competencies.append(
        Competency(code: try CompetencyCode("\(owner)-C\(order)"), label: try FreeText(label)))
    }
    return try NonEmpty(competencies)
  }

  /// Texts as a list.
  static func texts(_ texts: [String]) throws(InvalidValue) -> NonEmpty<FreeText> {
    var list: [FreeText] = []
    for text in texts { list.append(try FreeText(text)) }
    return try NonEmpty(list)
  }

  /// The body that certifies both.
  static func certifiers() throws(InvalidValue) -> NonEmpty<Certifier> {
    try NonEmpty([
      Certifier(name: try FreeText("A F P O L S"), siret: try SIRET("78435388000023"))
    ])
  }

  /// The roles of the fiche's jury; on 3474, the certifier's policy.
  static func juryRoles() throws(InvalidValue) -> NonEmpty<JuryRole> {
    try NonEmpty([.president, .humanResources, .operations])
  }
}
