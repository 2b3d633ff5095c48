internal import AcquisLedger
internal import Catalogue
internal import Events

extension OpenDataFramework.UnknownBlocks {
  /// Why the certification is not recorded, and what makes it go on; the end of a sentence that begins with
  /// the path of the export.
  func text(_ fiche: OpenDataFiche) -> Text {
    let code = fiche.code
    let example = "\(code)\(Self.example(fiche))"
    let ask = Text(
      "donnez-les par `--block CODE=INTITULÉ`, un par bloc, comme `--block \(example)=INTITULÉ`",
      "give them by `--block CODE=TITLE`, one a block, as `--block \(example)=TITLE`")
    switch self {
    case .noFile:
      let file = OpenDataKind.blocks.fileName
      return Text(
        "le fichier \(file) n’y est pas, et rien d’autre ne dit si \(code) a des blocs : ajoutez-le, ou \(ask.french)",
        "the file \(file) is not there, and nothing else states whether \(code) has blocks: add it, or \(ask.english)"
      ).nothingRecorded
    case .someUnread:
      let rows = fiche.unreadBlocks
      let count = Text.count(rows.count, Text("ligne", "row"), Text("lignes", "rows"))
      let head = Text(
        "une partie des blocs de \(code) n’est pas lisible (\(count.french)) : corrigez le fichier, ou \(ask.french)",
        "some blocks of \(code) cannot be read (\(count.english)): correct the file, or \(ask.english)"
      ).nothingRecorded
      return ([head] + rows.map(\.text)).joined(separator: "\n")
    case .noneRead:
      let rows = fiche.left.filter { $0.reason == .code || $0.reason == .foreignBlock }
      let head = Text(
        "aucun des blocs de \(code) n’est lisible : corrigez le fichier, ou \(ask.french)",
        "none of the blocks of \(code) can be read: correct the file, or \(ask.english)"
      ).nothingRecorded
      return ([head] + rows.map(\.text)).joined(separator: "\n")
    }
  }

  /// The end of a code that the fiche does not list.
  private static func example(_ fiche: OpenDataFiche) -> String {
    guard fiche.register == .rncp || !fiche.blocks.isEmpty else { return "-TOUT" }
    let listed = fiche.blocks.map(\.code.text)
    let ends = (1...99).map { $0 < 10 ? "BC0\($0)" : "BC\($0)" }
    return ends.first { !listed.contains("\(fiche.code)\($0)") } ?? "BC"
  }
}
