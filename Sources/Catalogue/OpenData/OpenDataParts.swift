internal import Events

/// The blocks of a framework: those of the data, or the parts that stand in for them.
///
/// The data do not list competencies, and an event needs one a block: it has one that says so.
struct OpenDataParts {
  let blocks: NonEmpty<Block>
  /// The blocks whose label neither the data nor the certifier give.
  let untitled: [BlockCode]
  /// The blocks that the certifier gives and the data do not list.
  let added: [BlockCode]

  init(_ fiche: OpenDataFiche, _ parts: [OpenDataChoices.Part]) throws {
    let given = try Self.titles(parts, of: fiche)
    var blocks: [Block] = []
    var untitled: [BlockCode] = []
    for block in fiche.blocks {
      if let title = block.title ?? given.first(where: { $0.code == block.code })?.title {
        blocks.append(try Self.block(block.code, title))
      } else {
        untitled.append(block.code)
        blocks.append(try Self.block(block.code, try FreeText(Self.noTitle(of: block.code))))
      }
    }
    let others = given.filter { one in !fiche.blocks.contains { $0.code == one.code } }
    blocks += try others.map { try Self.block($0.code, $0.title) }
    if !fiche.blocks.isEmpty { blocks.sort { $0.code < $1.code } }
    if blocks.isEmpty { blocks = [try Self.block(try Self.whole(of: fiche.code), fiche.title)] }
    self.blocks = try NonEmpty(blocks)
    self.untitled = untitled
    added = others.map(\.code)
  }

  /// What a block has for a title where none is published.
  static func noTitle(of code: BlockCode) -> String { "\(code) (intitulé non publié)" }

  /// The one part of a certification without blocks: a code that no register gives.
  static func whole(of code: CertificationCode) throws(InvalidValue) -> BlockCode {
    try BlockCode("\(code)-TOUT")
  }

  private static func block(
    _ code: BlockCode, _ title: FreeText
  ) throws(InvalidValue) -> Block {
    Block(
      code: code, title: title,
      content: .competencies(
        try NonEmpty([
          Competency(
            code: try CompetencyCode("\(code)-C01"),
            label: try FreeText(
              "Compétences du bloc, non détaillées dans les données ouvertes"))
        ])))
  }

  /// The titles that were given, with whole codes, in the order given.
  private static func titles(
    _ parts: [OpenDataChoices.Part], of fiche: OpenDataFiche
  ) throws(OpenDataContradiction) -> [(code: BlockCode, title: FreeText)] {
    var titles: [(code: BlockCode, title: FreeText)] = []
    for part in parts {
      let code = try code(part.code, of: fiche)
      guard !titles.contains(where: { $0.code == code }) else { throw .twice(code) }
      if let listed = fiche.blocks.first(where: { $0.code == code }) {
        guard listed.title == nil || listed.title == part.title else { throw .titled(code) }
      }
      titles.append((code, part.title))
    }
    return titles
  }

  /// The code that a person typed, whole or without the certification's before it.
  private static func code(
    _ typed: String, of fiche: OpenDataFiche
  ) throws(OpenDataContradiction) -> BlockCode {
    let written = FicheNumber.written(typed)
    let isWhole = written.hasPrefix(fiche.code.text)
    let spellings = isWhole ? [written] : ["\(fiche.code)\(written)", "\(fiche.code)-\(written)"]
    if let block = fiche.blocks.first(where: { spellings.contains($0.code.text) }) {
      return block.code
    }
    guard fiche.mayHaveOtherBlocks else { throw .noSuchBlock(typed) }
    // The register writes `RNCP38052BC01`.
    let isOfRegister = written.hasPrefix("BC") && written.dropFirst(2).allSatisfy(\.isNumber)
    let rest = isOfRegister ? written : "-\(written)"
    guard !written.isEmpty,
      let code = try? BlockCode(isWhole ? written : "\(fiche.code)\(rest)"),
      code.text.count + 4 <= 64, code.isOf(fiche.code)
    else { throw .code(typed) }
    return code
  }
}
