public import Events

/// A column of a session sheet beside those of the blocks.
public enum SessionColumn: CaseIterable, Hashable, Sendable {
  case candidacy
  case name
  case attendance
  case grounds
  case recommendation
  /// The jury, the position and the edition that the sheet was made at, in each row, so that no sorting and
  /// no cut separates a row from them.
  case mark

  public var heading: Text {
    switch self {
    case .candidacy: Text("candidature", "candidacy")
    case .name: Text("nom", "name")
    case .attendance: Text("présence", "attendance")
    case .grounds: Text("motif", "grounds")
    case .recommendation: Text("recommandation", "recommendation")
    case .mark: Text("feuille", "sheet")
    }
  }

  /// Whether a sheet can be read without it.
  var isOptional: Bool { self == .name }

  /// The column of a heading in either language, in any case and with or without accents.
  init?(heading: String) {
    let folded = SheetText.folded(heading)
    let found = Self.allCases.first { column in
      let heading = column.heading
      return [heading.french, heading.english].contains { SheetText.folded($0) == folded }
    }
    guard let found else { return nil }
    self = found
  }
}

/// What a session sheet was made from: the jury, the position and the edition.
public struct SheetMark: Hashable, Sendable {
  public let jury: JuryID
  public let known: Position
  /// As written: that of the program that made the sheet.
  public let edition: String

  public init(jury: JuryID, known: Position, edition: String) {
    self.jury = jury
    self.known = known
    self.edition = edition
  }

  public var text: Text {
    Text(
      "jury \(jury), position \(known), édition \(edition)",
      "jury \(jury), position \(known), edition \(edition)")
  }

  /// The cell of a candidate's row, which names the candidacy too: a row whose cells were sorted apart shows.
  func cell(of candidacy: CandidacyID) -> Text {
    Text("\(text.french), \(candidacy)", "\(text.english), \(candidacy)")
  }

  /// The candidacy that the cell of a row names; nil for another text.
  static func candidacy(in text: String) -> CandidacyID? {
    let words = words(of: text)
    return words.count == 7 ? try? CandidacyID(words[6]) : nil
  }

  private static func words(of text: String) -> [String] {
    text.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  /// Nil for another text.
  init?(_ text: String) {
    let words = Self.words(of: text)
    guard 6...7 ~= words.count, SheetText.folded(words[0]) == "jury",
      SheetText.folded(words[2]) == "position", SheetText.folded(words[4]) == "edition",
      let jury = try? JuryID(words[1]), let number = Int64(words[3]), number > 0
    else { return nil }
    self.init(jury: jury, known: Position(number), edition: words[5])
  }
}

/// The names of a sheet's blocks: without the certification's code where it has one certification alone and
/// each block's code begins with it.
struct SheetBlocks: Sendable {
  let blocks: [BlockCode]
  private let prefix: Int

  init(_ record: SessionRecord) {
    blocks = record.blocks
    let code = record.certifications.first?.text ?? ""
    let isShort =
      record.certifications.count == 1
      && blocks.allSatisfy { $0.text.hasPrefix(code) && $0.text.count > code.count }
    prefix = isShort ? code.count : 0
  }

  func name(of block: BlockCode) -> String { String(block.text.dropFirst(prefix)) }

  /// The blocks by their codes and names, in small letters.
  var labels: [String: BlockCode] {
    Dictionary(
      blocks.flatMap { [($0.text.lowercased(), $0), (name(of: $0).lowercased(), $0)] },
      uniquingKeysWith: { first, _ in first })
  }
}
