internal import AcquisLedger
internal import Catalogue
internal import Events

extension OpenDataFramework.UnknownBlocks {
  /// Why the certification is not recorded, and what makes it go on; the end of a sentence that begins with
  /// the path of the export.
  func text(_ fiche: OpenDataFiche) -> Text {
    let code = fiche.code
    let example = "\(code)\(fiche.register == .rncp ? "BC01" : "-TOUT")"
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
    case .noneRead:
      let rows = fiche.left.filter { $0.reason == .code || $0.reason == .foreignBlock }
      let head = Text(
        "aucun des blocs de \(code) n’est lisible : corrigez le fichier, ou \(ask.french)",
        "none of the blocks of \(code) can be read: correct the file, or \(ask.english)"
      ).nothingRecorded
      return ([head] + rows.map(\.text)).joined(separator: "\n")
    }
  }
}
