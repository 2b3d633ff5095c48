internal import Spelling

/// Folded names, each text folded once: a sheet has few different first names.
struct Folding {
  private var names: [String: FoldedName] = [:]

  mutating func name(_ text: String) -> FoldedName {
    if let name = names[text] { return name }
    let name = FoldedName(text)
    names[text] = name
    return name
  }
}
