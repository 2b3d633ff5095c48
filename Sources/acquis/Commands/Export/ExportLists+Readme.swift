internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Sheets

/// What an export of lists is, and what each column of it means, in French and in English: `LISEZMOI.txt`, and the
/// first sheet of a workbook.
///
/// It names no instant of the export: the same question has the same text.
struct ListReadme {
  private let export: ExportedLists
  /// Of the tree of the known entries.
  private let root: String

  /// - Throws: `LogFailure`.
  init(of export: ExportedLists) throws {
    self.export = export
    let question = export.question
    root = try question.log.root(ofSize: UInt64(clamping: question.known.number)).base64
  }

  /// The file: UTF-8, with a byte-order mark in the French style.
  ///
  /// - Parameter rows: the number of rows of each list.
  func bytes(_ style: CSVStyle, rows: [Int]) -> [UInt8] {
    let lines =
      ["LISEZMOI (in English below)", ""] + lines(style, rows, in: .french)
      + ["", "", "READ ME", ""] + lines(style, rows, in: .english)
    return Array((style.preamble + lines.map { $0 + "\r\n" }.joined()).utf8)
  }

  private func lines(_ style: CSVStyle, _ rows: [Int], in language: Language) -> [String] {
    func shown(_ text: Text) -> String { text.text(in: language) }
    var lines = [
      shown(
        Text(
          "Les listes d’un registre de certifications, écrites par `acquis export csv`",
          "The lists of a certification ledger, written by `acquis export csv`")), "",
    ]
    lines += facts.map { "  " + shown($0.text.at(shown($0.label))) }
    lines += [""] + Self.values(style).map(shown)
    for (list, count) in zip(export.lists, rows) {
      lines += [
        "", "\(list.name).csv",
        "  " + shown(Text.count(count, .row).at(list.title.text(in: language))),
        "  " + shown(list.row),
      ]
      for column in ListFile(list.columns, in: language).columns {
        lines.append("  " + line(column, style, in: language))
      }
    }
    return lines
  }

  /// `status | état | l’état, le jour demandé | un des mots ci-après | certified = certifiée, …`
  private func line(_ column: Listing.Column, _ style: CSVStyle, in language: Language) -> String {
    let parts = [column.heading, column.meaning, column.form.text(in: style)].compactMap(\.self)
    let words = column.words.map { word in
      word.value == word.text.text(in: language)
        ? word.value : "\(word.value) = \(word.text.text(in: language))"
    }
    return
      ([column.name] + parts.map { $0.text(in: language) }
      + (words.isEmpty ? [] : [words.joined(separator: "; ")])).joined(separator: " | ")
  }

  /// Of which state of the ledger the lists are.
  private var facts: [(label: Text, text: Text)] {
    let question = export.question
    return [
      (Text("jour demandé", "day asked"), question.on.text),
      (
        Text("entrées connues", "known"),
        Text(
          "jusqu’à la position \(question.known)", "up to position \(question.known)")
      ),
      (
        Text("édition des règles", "edition of the rules"),
        Text(verbatim: Edition.current.description)
      ),
      (
        Text("racine des entrées connues (RFC 9162)", "root of the known events (RFC 9162)"),
        Text(verbatim: root)
      ),
      (
        Text("personnes", "persons"),
        export.names.isShown
          ? Text(
            "nommées ; à garder comme le registre", "named; to be kept as you keep the ledger")
          : Text("par leurs identifiants, sans aucun nom", "by their ids, without any name")
      ),
    ]
  }

  /// How the files are written.
  private static func values(_ style: CSVStyle) -> [Text] {
    let form =
      switch style {
      case .standard:
        Text(
          "Chaque liste est un fichier CSV (RFC 4180) : virgules, UTF-8, fins de ligne CRLF. La première ligne a les noms des colonnes ; les valeurs sont exactes : mots anglais, toujours les mêmes, jours AAAA-MM-JJ.",
          "Each list is a CSV file (RFC 4180): commas, UTF-8, lines that end with CRLF. The first row has the columns' names; values are exact: English words, always the same, days YYYY-MM-DD."
        )
      case .french:
        Text(
          "Chaque liste est un fichier CSV pour un tableur français : points-virgules, UTF-8 avec indicateur d’ordre des octets (BOM), fins de ligne CRLF. La première ligne a les en-têtes français ; mots français, jours JJ/MM/AAAA.",
          "Each list is a CSV file for a French spreadsheet: semicolons, UTF-8 with a byte-order mark (BOM), lines that end with CRLF. The first row has the French headings; French words, days DD/MM/YYYY."
        )
      }
    return [
      form,
      Text(
        "Une case vide : rien n’est connu, ou la colonne est sans objet. Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe.",
        "An empty cell: nothing is known, or the column does not apply. A text that a spreadsheet would run as a formula has an apostrophe before it."
      ),
      Text(
        "Les noms des fichiers sont les mêmes quels que soient la langue et le style : celui de la commande qui donne la liste, s’il y en a une (`acquis candidates`).",
        "The files' names are the same whatever the language and the style: that of the command that shows the list, where there is one (`acquis candidates`)."
      ),
      Text(
        "Ci-dessous, pour chaque fichier, ses colonnes : nom | en-tête | sens | forme | mots (exact = en français).",
        "Below, for each file, its columns: name | heading | meaning | form | words (exact = in English)."
      ),
    ]
  }

  /// The columns' meanings as a worksheet, after the state of the ledger.
  func sheet(in language: Language) -> Sheet {
    func cell(_ text: Text?) -> Cell { text.map { .text($0.text(in: language)) } ?? .empty }
    let headings = [
      Text("liste", "list"), Text("colonne", "column"), Text("nom exact", "exact name"),
      Text("sens", "meaning"), Text("mots", "words"),
    ]
    let facts = facts.map { fact in
      [cell(Text("registre", "ledger")), cell(fact.label), .empty, cell(fact.text)]
    }
    let columns = export.lists.flatMap { list in
      ListFile(list.columns, in: language).columns.map { column in
        [
          cell(list.title), cell(column.heading), .text(column.name), cell(column.meaning),
          .text(column.words.map { $0.text.text(in: language) }.joined(separator: ", ")),
        ]
      }
    }
    return Sheet(
      Text("LISEZMOI", "READ ME").text(in: language),
      headings: headings.map { $0.text(in: language) }, rows: facts + columns)
  }
}
