internal import Events

// A block's grid by exception.

extension FactResolver {
  /// Sets the results of a block: all its competencies acquired but those excepted.
  mutating func setGrid(
    _ block: FieldWord, _ except: FieldWord?, amongBlocks texts: [String]
  ) throws {
    guard data["results"] == nil else {
      return add(
        "block",
        Text("`results` dit déjà chaque résultat", "`results` already says each result"))
    }
    let known = try blocks(at: ["block"])
    guard let code = code(block.text, among: known.map(\.code.text), "block"),
      let one = known.first(where: { $0.code.text == code })
    else {
      put(["results"], .list([]))
      if problems.contains(where: { $0.field == "block" }) { return }
      let codes = known.map(\.code.text).joined(separator: ", ")
      return add(
        "block",
        known.isEmpty
          ? Text(
            "le référentiel de cette candidature n’est pas connu",
            "the framework of this candidacy is not known")
          : Text("un bloc est attendu parmi : \(codes)", "expected a block, one of: \(codes)"))
    }
    let codes = texts.compactMap { text -> String? in
      guard case .one(let code) = ShortCode(text).match(among: known.map(\.code.text)) else {
        return nil
      }
      return code
    }
    let gridded = known.filter { codes.contains($0.code.text) }
    let excepted = exceptions(
      except, among: gridded.flatMap(\.competencies).map(\.code.text))
    let results = one.competencies.map { competency in
      AssessedCompetency(
        competency: competency.code,
        outcome: excepted.contains(competency.code.text) ? .notAcquired : .acquired)
    }
    put(["results"], .list(try results.map { try $0.json() }))
    if data["modality"] == nil, let only = one.modalities?.elements.first,
      one.modalities?.elements.count == 1
    {
      put(["modality"], .string(only.rawValue))
      tell("modality", only.text)
    }
    tellGrid(one, excepted)
  }

  private mutating func exceptions(_ word: FieldWord?, among codes: [String]) -> Set<String> {
    guard let word, !word.text.trimmed.isEmpty else { return [] }
    var found: Set<String> = []
    for part in word.text.split(separator: ",", omittingEmptySubsequences: false) {
      switch ShortCode(String(part).trimmed).match(among: codes) {
      case .one(let code): found.insert(code)
      case .several(let several):
        let shown = several.joined(separator: ", ")
        add(
          "except",
          Text("plusieurs codes sont possibles : \(shown)", "it could be any of: \(shown)"))
      case .none:
        let first = codes.first ?? CompetencyKind.sample
        add(
          "except",
          Text(
            "une compétence du bloc est attendue, de \(first) à \(codes.last ?? first)",
            "expected a competency of the block, \(first) to \(codes.last ?? first)"))
      }
    }
    return found
  }

  private mutating func tellGrid(_ block: Block, _ excepted: Set<String>) {
    let not = block.competencies.map(\.code.text).filter { excepted.contains($0) }
    let acquired = block.competencies.count - not.count
    let shown = not.isEmpty ? "" : " (\(not.joined(separator: ", ")))"
    tell(
      block.code.text,
      Text(
        "\(acquired) \(acquired < 2 ? "compétence acquise" : "compétences acquises"), "
          + "\(not.count) \(not.count < 2 ? "non acquise" : "non acquises")\(shown)",
        "\(acquired) \(acquired == 1 ? "competency" : "competencies") acquired, "
          + "\(not.count) not\(shown)"))
  }
}
