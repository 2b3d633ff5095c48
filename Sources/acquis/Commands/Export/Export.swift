internal import AcquisLedger
internal import Events
internal import Sheets

extension Command {
  /// `export FORMAT`
  static let export = Command(
    name: "export",
    summary: Text(
      "copie le registre pour d’autres programmes, ou pour le restaurer",
      "copies the ledger for other programs, or to restore it"),
    arguments: [
      Argument(
        name: "FORMAT",
        help: ExportFormat.list)
    ],
    options: [
      Option(
        name: "to", value: "FILE",
        help: Text(
          "dans ce fichier (avec csv : ce dossier), entier ou pas du tout, et non sur la sortie standard",
          "into this file (with csv: this folder), whole or not at all, and not to standard output"
        )),
      Option(
        name: "style", value: "fr",
        help: Text(
          "avec csv : pour un tableur français, en français (par défaut : valeurs exactes)",
          "with csv: in French, for a French spreadsheet (default: exact values)")),
    ] + ExportFlow.options + names + [on, known],
    example: "acquis export jsonl --to copy.jsonl"
  ) { invocation in
    let format = try ExportFormat(invocation.argument("FORMAT") ?? "")
    for option in invocation.command.options
    where invocation.has(option.name) && !format.options.contains(option.name) {
      throw Failure.usage(
        Text(
          "--\(option.name) ne va pas avec export \(format.rawValue)",
          "--\(option.name) does not go with export \(format.rawValue)"))
    }
    switch format {
    case .jsonl: try ExportExactCopy.run(invocation)
    case .cloudevents: try ExportCloudEvents.run(invocation)
    case .csv: try ExportLists.csv(invocation)
    case .xlsx: try ExportLists.workbook(invocation)
    case .cpf: try ExportFlow.run(invocation)
    }
  }
}
