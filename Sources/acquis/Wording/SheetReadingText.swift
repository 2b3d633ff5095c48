internal import Events
internal import Sheets

extension SheetReadingFailure {
  /// The end of a sentence that begins with the file's path.
  var text: Text {
    switch self {
    case .otherFormat(let format): format.text
    case .passwordProtected:
      Text(
        "le classeur est protégé par un mot de passe ; enregistrez-le sans mot de passe",
        "the workbook is protected by a password; save it without one")
    case .notAWorkbook:
      Text(
        "n’est pas un classeur .xlsx ; enregistrez au format .xlsx ou .csv",
        "is not an .xlsx workbook; save it as .xlsx or .csv")
    case .cutShort:
      Text(
        "le classeur est incomplet : la fin du fichier manque ; copiez-le de nouveau",
        "the workbook is incomplete: the end of the file is missing; copy it again")
    case .tooLarge:
      Text(
        "dépasse \(Self.megabytes) Mo une fois décompressé",
        "has more than \(Self.megabytes) MB when unpacked")
    case .tooManyRows:
      Text(
        "compte trop de lignes (au plus \(SheetLimits.rows))",
        "has more than \(SheetLimits.rows) rows")
    case .tooManyColumns(let row):
      Text(
        "ligne \(row) : plus de \(SheetLimits.columns) colonnes",
        "row \(row): more than \(SheetLimits.columns) columns")
    case .tooManyCells:
      Text(
        "compte plus de \(SheetLimits.cells) cellules", "has more than \(SheetLimits.cells) cells")
    case .notUTF8(let line):
      Text(
        "ligne \(line) : un caractère n’est pas de l’UTF-8, alors que le reste du fichier en est ; enregistrez tout le fichier dans un seul encodage",
        "line \(line): a character is not UTF-8 though the rest of the file is; save the whole file in one encoding"
      )
    case .notUTF16(let line):
      Text(
        "ligne \(line) : un caractère n’est pas de l’UTF-16 ; enregistrez le fichier en UTF-8",
        "line \(line): a character is not UTF-16; save the file as UTF-8")
    case .notWindows1252(let line, let column):
      Text(
        "ligne \(line), caractère \(column) : cet octet n’existe ni en UTF-8 ni en Windows-1252 ; enregistrez le fichier en UTF-8",
        "line \(line), character \(column): this byte is neither UTF-8 nor Windows-1252; save the file as UTF-8"
      )
    case .nul(let line):
      Text(
        "ligne \(line) : un octet nul ; ce n’est pas un fichier de texte",
        "line \(line): a zero byte; this is not a text file")
    case .unclosedQuote(let line):
      Text(
        "ligne \(line) : un guillemet ouvert sur cette ligne n’est jamais fermé",
        "line \(line): a quotation mark opened on this line is never closed")
    case .textAfterQuote(let line):
      Text(
        "ligne \(line) : du texte suit le guillemet qui ferme une cellule ; un guillemet dans une cellule s’écrit deux fois",
        "line \(line): text follows the quotation mark that ends a cell; one within a cell is written twice"
      )
    case .tooManyParts:
      Text(
        "le classeur compte plus de \(SheetLimits.parts) parties",
        "the workbook has more than \(SheetLimits.parts) parts")
    case .repeatedPart(let name):
      Text(
        "le classeur contient deux fois la partie \(name)",
        "the workbook has the part \(name) twice")
    case .missingPart(let name):
      Text("il manque au classeur la partie \(name)", "the workbook’s part \(name) is missing")
    case .encryptedPart(let name):
      Text(
        "la partie \(name) du classeur est protégée par un mot de passe ; enregistrez-le sans",
        "the workbook’s part \(name) is encrypted; save it without a password")
    case .damagedPart(let name):
      Text(
        "la partie \(name) du classeur est abîmée ; enregistrez-le de nouveau",
        "the workbook’s part \(name) is damaged; save it again")
    case .documentType(let name):
      Text(
        "la partie \(name) du classeur déclare un type de document, ce qui est refusé",
        "the workbook’s part \(name) declares a document type, which is refused")
    case .markup(let name, let line):
      Text(
        "la partie \(name) du classeur est malformée, ligne \(line)",
        "the workbook’s part \(name) is malformed on line \(line)")
    case .cell(let page, let reference):
      Text(
        "feuille \(page), cellule \(reference) : le contenu est illisible ou figure deux fois",
        "sheet \(page), cell \(reference): its content is malformed or there twice")
    }
  }

  private static let megabytes = SheetLimits.bytes / 1_048_576
}

extension OtherFormat {
  /// The end of a sentence that begins with the file's path, with the remedy.
  var text: Text {
    switch self {
    case .xls:
      Text(
        "est un classeur de l’ancien format .xls ; enregistrez au format .xlsx ou .csv",
        "is a workbook of the older format .xls; save it as .xlsx or .csv")
    case .xlsb:
      Text(
        "est un classeur binaire (.xlsb) ; enregistrez au format .xlsx ou .csv",
        "is a binary workbook (.xlsb); save it as .xlsx or .csv")
    case .ods:
      Text(
        "est un classeur .ods ; enregistrez au format .xlsx ou .csv",
        "is an .ods workbook; save it as .xlsx or .csv")
    case .numbers:
      Text(
        "est un classeur de Numbers ; exportez-le au format .xlsx ou .csv",
        "is a workbook of Numbers; export it as .xlsx or .csv")
    case .pdf:
      Text(
        "est un PDF ; donnez le classeur, au format .xlsx ou .csv",
        "is a PDF; give the workbook, as .xlsx or .csv")
    case .markup:
      Text(
        "est une page web ou un fichier XML ; ouvrez-le dans un tableur et enregistrez au format .xlsx ou .csv",
        "is a page of the Web or an XML file; open it in a spreadsheet and save it as .xlsx or .csv"
      )
    }
  }
}
