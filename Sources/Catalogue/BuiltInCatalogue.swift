public import Events

/// The two certifications that `init` records, at positions 1 and 2, unless told to record none.
///
/// The facts are those of the two published documents. What a document does not state
/// is marked as policy, or as not stated.
public enum BuiltInCatalogue {
  /// The recorder of both events.
  private static let recorder = "catalogue:2026-1"

  /// The two registrations, in the order of their positions. But for the instant, their bytes are
  /// the same in every ledger.
  ///
  /// `3474` occurred on the day of its creation. The fiche of `RNCP38052` states no such day: by
  /// policy it is the first day of the year before the first year of its statistics.
  ///
  /// - Throws: ``InvalidValue`` only if a literal here is invalid, which the tests exclude.
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
  /// Competencies with the code of their block or activity and their order: `RNCP38052BC01-C03`.
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

  static func texts(_ texts: [String]) throws(InvalidValue) -> NonEmpty<FreeText> {
    var list: [FreeText] = []
    for text in texts { list.append(try FreeText(text)) }
    return try NonEmpty(list)
  }

  /// The certifier of both, AFPOLS, as spelled in the fiche.
  static func certifiers() throws(InvalidValue) -> NonEmpty<Certifier> {
    try NonEmpty([
      Certifier(name: try FreeText("A F P O L S"), siret: try SIRET("78435388000023"))
    ])
  }

  /// The roles required of a jury: by the fiche for RNCP38052, by policy for 3474.
  static func juryRoles() throws(InvalidValue) -> NonEmpty<JuryRole> {
    try NonEmpty([.president, .humanResources, .operations])
  }
}
