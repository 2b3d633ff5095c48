public import Events

/// Why a filled sheet is not taken: what is wrong and where. Holds ids, codes and words of the program, and
/// nothing that a person wrote into a cell.
public struct SheetProblem: Error, Hashable, Sendable {
  /// Where in the sheet.
  public struct Place: Hashable, Sendable {
    /// The row as the file has it, from 1.
    public let row: Int
    /// The column, from 0; nil: the whole row.
    public let column: Int?

    public init(row: Int, column: Int? = nil) {
      self.row = row
      self.column = column
    }
  }

  public enum Kind: Hashable, Sendable {
    /// No row has the headings.
    case noHeadings
    /// A column that a sheet needs is missing; the index of one whose heading resembles it.
    case noColumn(Text, near: Int?)
    /// Two columns have the same heading.
    case columnTwice(first: Int)
    /// The row does not say which sheet it is of: it is cut, or was added.
    case noMark
    /// The row is of another sheet than the first.
    case otherSheet(SheetMark)
    /// The row's cells are those of another candidacy: they were sorted apart.
    case otherRow(CandidacyID)
    /// The name in the row is not that of its candidacy.
    case otherName(CandidacyID)
    /// The row names no candidacy.
    case noCandidacy
    /// The jury has no such candidate; ids like it.
    case unknownCandidacy(near: [CandidacyID])
    /// The summons was withdrawn since; nothing can be filled in.
    case notSummoned(CandidacyID)
    case rowTwice(CandidacyID, first: Int)
    /// The sheet was made with this row, and has it no more.
    case rowMissing(CandidacyID)
    /// A word that is not one of the cell's; words like it.
    case unknownWord(near: [Text])
    /// It is said to be held before, and is not.
    case notHeld
    case notABlock(BlockCode, CandidacyID)
    case tooLong(limit: Int)
    /// Grounds of a refusal, where nothing is refused.
    case groundsWithoutRefusal
    /// A verdict, or a presence, beside an absence in the same row.
    case absentAndNot
    /// An absence is recorded and the row has a verdict; nothing says that the absence was a mistake.
    case recordedAbsent(CandidacyID, Position)
  }

  public let kind: Kind
  /// Nil: the sheet as a whole.
  public let place: Place?

  public init(_ kind: Kind, at place: Place?) {
    self.kind = kind
    self.place = place
  }
}

extension SheetProblem: TextConvertible {
  /// What is wrong; the place is the caller's to show.
  public var text: Text {
    switch kind {
    case .noHeadings:
      Text(
        "aucune ligne d’en-tête (« candidature », les blocs, « présence », « motif »…)",
        "no row of headings (“candidacy”, the blocks, “attendance”, “grounds”…)")
    case .noColumn(let heading, let near):
      near.map { near in
        let letter = Self.letters(near)
        return Text(
          "la colonne « \(heading.french) » manque ; la colonne \(letter) lui ressemble",
          "the column “\(heading.english)” is missing; column \(letter) resembles it")
      }
        ?? Text(
          "la colonne « \(heading.french) » manque", "the column “\(heading.english)” is missing")
    case .columnTwice(let first):
      Text(
        "même en-tête que la colonne \(Self.letters(first))",
        "the same heading as column \(Self.letters(first))")
    case .noMark:
      Text(
        "la ligne ne dit pas de quelle feuille elle vient (dernière colonne) : fichier coupé, ou ligne ajoutée",
        "the row does not say which sheet it is of (last column): a cut file, or a row added")
    case .otherSheet(let mark):
      Text(
        "la ligne est d’une autre feuille : \(mark.text.french)",
        "the row is of another sheet: \(mark.text.english)")
    case .otherRow(let candidacy):
      Text(
        "les cases de la ligne sont celles de \(candidacy) : la première colonne a été triée sans les autres",
        "the cells of the row are those of \(candidacy): the first column was sorted without the others"
      )
    case .otherName(let candidacy):
      Text(
        "le nom de la ligne n’est pas celui de \(candidacy)",
        "the name in the row is not that of \(candidacy)")
    case .noCandidacy: Text("la candidature manque", "the candidacy is missing")
    case .unknownCandidacy(let near):
      Text(
        "le jury n’a pas convoqué cette candidature" + Self.near(near.map(\.text)).french,
        "the jury summoned no such candidacy" + Self.near(near.map(\.text)).english)
    case .notSummoned(let candidacy):
      Text(
        "\(candidacy) n’est plus convoquée", "\(candidacy) is not summoned any more")
    case .rowTwice(let candidacy, let first):
      Text(
        "\(candidacy) a déjà la ligne \(first)", "\(candidacy) has row \(first) already")
    case .rowMissing(let candidacy):
      Text(
        "la ligne de \(candidacy) manque : fichier coupé ? une ligne sans décision se laisse vide",
        "the row of \(candidacy) is missing: a cut file? a row without a decision is left empty")
    case .unknownWord(let near):
      Text(
        "mot inconnu" + Self.near(near.map(\.french)).french,
        "unknown word" + Self.near(near.map(\.english)).english)
    case .notHeld:
      Text(
        "« acquis » se dit d’un bloc qui l’était déjà ; « V » pour le valider",
        "“held” is said of a block that was held before; “V” to validate it")
    case .notABlock(let block, let candidacy):
      Text(
        "\(block) n’est pas un bloc de la certification de \(candidacy)",
        "\(block) is no block of the certification of \(candidacy)")
    case .tooLong(let limit):
      Text(
        "le texte dépasse \(Text.count(limit, .character).french)",
        "the text is over \(limit) characters")
    case .groundsWithoutRefusal:
      Text(
        "un motif, et aucun bloc « NV » auquel il se rapporte",
        "grounds, and no block “NV” that they are about")
    case .absentAndNot:
      Text(
        "la même ligne le dit absent", "the same row says that the candidate was absent")
    case .recordedAbsent(let candidacy, let position):
      Text(
        "\(candidacy) est enregistrée absente (position \(position)) ; « présent » dans la colonne de présence le corrige",
        "\(candidacy) is recorded as absent (position \(position)); “present” in the column of attendance corrects it"
      )
    }
  }

  private static func near(_ words: [String]) -> Text {
    let list = words.joined(separator: ", ")
    return words.isEmpty ? Text("", "") : Text(" ; approchant : \(list)", "; near it: \(list)")
  }

  /// The letters of a column as a spreadsheet names it: `A` for 0, `AA` for 26.
  public static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
