internal import AcquisLedger
internal import Archive
internal import Catalogue
internal import Events
internal import Sheets

extension OpenDataFailure {
  /// The end of a sentence that begins with the path of the export.
  var text: Text {
    switch self {
    case .noFiches:
      Text(
        "le fichier export_fiches_CSV_Standard_….csv n’y est pas : donnez l’export CSV complet de France compétences, dossier ou .zip",
        "export_fiches_CSV_Standard_….csv is not there: give France compétences’ whole CSV export, a folder or a .zip"
      )
    case .repeatedFile(let one, let other):
      Text(
        "deux fois le même fichier : \(Shown.onOneLine(one)) et \(Shown.onOneLine(other)) ; n’en gardez qu’un",
        "the same file twice: \(Shown.onOneLine(one)) and \(Shown.onOneLine(other)); keep one")
    case .archive(let failure, let part):
      part.map { failure.text.at($0) } ?? failure.text
    case .unreadable(let file, let failure): failure.text.at(file)
    case .notText(let file):
      Text(
        "n’est pas un fichier de texte .csv", "is not a .csv text file"
      ).at(file)
    case .empty(let file): Text("est vide", "is empty").at(file)
    case .missingColumn(let column, let file, let line):
      Text(
        "la colonne \(column) manque", "the column \(column) is missing"
      ).at("\(file):\(line)")
    case .repeatedColumn(let column, let file, let line):
      Text(
        "la colonne \(Shown.word(column)) y est deux fois",
        "the column \(Shown.word(column)) is there twice"
      ).at("\(file):\(line)")
    case .tooManyCells(let file, let line, let expected):
      Text(
        "plus de cellules que l’en-tête, qui en a \(expected) ; un `;` dans un texte se met entre guillemets",
        "more cells than the header, which has \(expected); a `;` within a text is put in quotation marks"
      ).at("\(file):\(line)")
    case .cells(let cells): cells.map(\.text).joined(separator: "\n")
    }
  }
}

extension OpenDataCell {
  /// One line, with the option that stands in for the cell.
  var text: Text {
    let wanted = expected.text
    let said = Text(
      "colonne \(column) : \(wanted.french)", "column \(column): \(wanted.english)")
    let full =
      option.map { said.then(Text("`\($0)` le donne à sa place", "`\($0)` gives it instead")) }
      ?? said
    return full.at("\(file):\(line)")
  }
}

extension OpenDataExpectation {
  var text: Text {
    switch self {
    case .day: Text("un jour JJ/MM/AAAA est attendu", "expected a day DD/MM/YYYY")
    case .text: Text("un texte est attendu", "expected a text")
    case .atMost(let characters):
      Text(
        "au plus \(Text.count(characters, .character).french)",
        "at most \(Text.count(characters, .character).english)")
    }
  }
}

extension ArchiveFailure {
  /// The end of a sentence that begins with the archive's path, and its part's name.
  fileprivate var text: Text {
    switch self {
    case .notAnArchive: Text("n’est pas une archive .zip", "is not a .zip archive")
    case .cutShort:
      Text(
        "l’archive est incomplète : la fin du fichier manque ; téléchargez-la de nouveau",
        "the archive is incomplete: the end of the file is missing; download it again")
    case .tooManyParts:
      Text("l’archive contient trop de fichiers", "the archive has too many files")
    case .tooLarge:
      Text(
        "l’archive est trop grande une fois décompressée",
        "the archive is too large when unpacked")
    case .repeated:
      Text(
        "l’archive contient deux fichiers de même nom", "the archive has two files of one name")
    case .encrypted:
      Text("est protégé par un mot de passe", "is protected by a password")
    case .damaged:
      Text(
        "est abîmé dans l’archive ; téléchargez-la de nouveau",
        "is damaged in the archive; download it again")
    }
  }
}

extension OpenDataContradiction {
  var text: Text {
    switch self {
    case .stated(let option):
      Text(
        "\(option) : l’export indique autre chose ; une fois la certification enregistrée, `acquis correct` la rectifie",
        "\(option): the export states something else; once the certification is recorded, `acquis correct` corrects it"
      )
    case .noSuchBlock(let code):
      Text(
        "--block : l’export n’a pas de bloc \(Shown.word(code)) sous cette fiche",
        "--block: the export has no block \(Shown.word(code)) under this fiche")
    case .titled(let block):
      Text(
        "--block : l’export donne l’intitulé de \(block)",
        "--block: the export gives the title of \(block)")
    case .twice(let block):
      Text("--block : \(block) est donné deux fois", "--block: \(block) is given twice")
    case .code(let code):
      Text(
        "--block : \(Shown.word(code)) n’est pas un code (lettres, chiffres, tirets)",
        "--block: \(Shown.word(code)) is no code (letters, digits, hyphens)")
    }
  }
}
