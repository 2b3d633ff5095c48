public import Events

/// The two certifications that `init` records, at positions 1 and 2, unless told to record none.
///
/// The facts are those of the two published documents. What a document does not state
/// is marked as policy, or as not stated.
public enum BuiltInCatalogue {
  /// The two registrations, in the order of their positions. But for the instant, their bytes are
  /// the same in every ledger.
  ///
  /// `3474` occurred on the day of its creation. The fiche of `RNCP38052` states no such day: by
  /// policy it is the first day of the year before the first year of its statistics. The reason of
  /// each event tells what its document leaves open and what has no field.
  ///
  /// - Throws: ``InvalidValue`` only if a literal here is invalid, which the tests exclude.
  public static func events() throws(InvalidValue) -> [Event] {
    [
      try event(
        "01595753-6400-8000-8002-000000038052", on: try CalendarDate(2017, 1, 1),
        try receptionist(),
        reason: """
          La fiche ne donne ni intitulé ni jour d’enregistrement : l’intitulé et le 1er janvier \
          2017 sont une politique du certificateur.
          """),
      try event(
        "01385996-0400-8000-8002-000000003474", on: try CalendarDate(2012, 7, 6),
        try socialSupport(),
        reason: """
          Le document ne nomme pas le certificateur : nom et SIRET viennent de la fiche RNCP38052. \
          Salariés : choisis par leur entreprise, test de positionnement facultatif. Durées \
          ajustables, pour chacun, après une première évaluation.
          """),
    ]
  }

  private static func event(
    _ id: String, on day: CalendarDate, _ registration: CertificationRegistered, reason: String
  ) throws(InvalidValue) -> Event {
    Event(
      id: try EventID(id), occurredOn: day,
      recordedBy: try RecorderID("catalogue:" + currentEdition),
      reason: .clear(try FreeText(reason)), fact: .certificationRegistered(registration))
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
