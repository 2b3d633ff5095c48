/// A code as a person shortens it: the end of the whole code, in any case, with or without hyphens and
/// leading zeros. `BC02`, `bc2` are `RNCP38052BC02`; `38052` is `RNCP38052`; `C13` is `RNCP38052BC01-C13`.
package struct ShortCode {
  private let typed: String
  private let parts: [String]

  package init(_ typed: String) {
    self.typed = typed
    parts = Self.parts(of: typed)
  }

  /// What the code may stand for.
  package enum Match: Equatable {
    case one(String)
    case several([String])
    case none
  }

  /// The codes that this one may stand for: that very code, else those that differ in case, else those that
  /// end so.
  package func match(among codes: [String]) -> Match {
    if codes.contains(typed) { return .one(typed) }
    let folded = typed.lowercased()
    for isMatch in [
      { (code: String) in code.lowercased() == folded }, { ends($0) },
    ] {
      let found = codes.filter(isMatch)
      if found.count == 1, let only = found.first { return .one(only) }
      if !found.isEmpty { return .several(found) }
    }
    return .none
  }

  private func ends(_ code: String) -> Bool {
    !parts.isEmpty && Self.parts(of: code).reversed().starts(with: parts.reversed())
  }

  /// The runs of letters and of digits, without what separates them and without leading zeros.
  private static func parts(of code: String) -> [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for character in code.lowercased() {
      guard character.isASCII, character.isLetter || character.isNumber else {
        wasDigit = nil
        continue
      }
      if wasDigit == character.isNumber, let last = parts.last {
        parts[parts.count - 1] = last + String(character)
      } else {
        parts.append(String(character))
      }
      wasDigit = character.isNumber
    }
    return parts.map { part in
      let significant = part.drop { $0 == "0" }
      return part.first?.isNumber == true ? (significant.isEmpty ? "0" : String(significant)) : part
    }
  }
}
