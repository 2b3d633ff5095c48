internal import AcquisLedger
internal import Catalogue
internal import Events

extension Command {
  /// `catalogue import FOLDER|ZIP --code C`
  static let catalogueImport = Command(
    name: "catalogue import",
    summary: Text(
      "enregistre une certification d’après l’export CSV de France compétences",
      "records a certification from France compétences’ CSV export"),
    arguments: [
      Argument(
        name: "FOLDER",
        help: Text(
          "le dossier des fichiers .csv, ou le .zip qui les contient",
          "the folder of the .csv files, or the .zip that contains them"))
    ],
    options: [
      Option(
        name: "code", value: "C",
        help: Text(
          "la fiche à prendre : RNCP509, ou 509 si un seul répertoire l’a",
          "the fiche to take: RNCP509, or 509 where one register alone has it")),
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le jour de l’entrée (par défaut la date d’effet, sinon de décision, sinon de publication, sinon aujourd’hui)",
          "the day of the entry (default: that of effect, else of decision, else of publication, else today)"
        )),
    ] + CatalogueOptions.options + [
      Option(
        name: "supersede",
        help: Text(
          "enregistre aussi les successions proposées, avec leurs correspondances",
          "also record the successions proposed, with their correspondences"))
    ] + RecordingCommand.options.filter { ["by", "dry-run", "accept-clock"].contains($0.name) },
    example: "acquis catalogue import export-fiches-csv.zip --code RNCP38052"
  ) { invocation in
    guard let typed = invocation.option("code") else {
      throw Failure.usage(
        Text(
          "--code manque : la fiche à prendre, comme RNCP509",
          "--code is missing: the fiche to take, as RNCP509"))
    }
    let day = try invocation.option("on").map { (_) throws in try invocation.day() }
    let choices = try CatalogueOptions.choices(invocation)
    let source = try CatalogueSource(invocation)
    let fiche = try source.fiche(
      typed, given: choices.givenDays(entry: day != nil))
    try CatalogueRun(source, fiche, choices, day: day, invocation).run()
  }
}
