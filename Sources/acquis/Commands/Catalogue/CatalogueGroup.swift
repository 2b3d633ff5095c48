internal import Events

extension Command {
  /// `catalogue import`
  static let catalogue = Command(
    name: "catalogue",
    summary: Text(
      "prend une certification dans les données ouvertes de France compétences",
      "takes a certification from France compétences’ open data"),
    commands: [.catalogueImport],
    example: "acquis catalogue import export-fiches-csv.zip --code RNCP38052"
  ) { invocation in
    throw Failure.usage(
      Text(
        "un second mot est attendu : \(invocation.command.shownUsage.french)",
        "a second word is expected: \(invocation.command.shownUsage.english)"))
  }
}
