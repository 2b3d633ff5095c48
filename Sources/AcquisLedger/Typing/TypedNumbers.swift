internal import Events
internal import Spelling

/// Numbers and answers as people write them.
package enum TypedNumbers {
  /// A whole number: `1250`, `1 250`; nil for another text.
  package static func whole(_ text: String) -> Int? {
    let digits = text.filter { !$0.isWhitespace }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(digits),
      number <= Count.limit
    else { return nil }
    return number
  }

  /// Hours and minutes: `154`, `154,5`, `154.25`, `154h30`, `154:30`; nil for another text, and for a
  /// fraction that is not whole minutes.
  package static func hours(_ text: String) -> (hours: Int, minutes: Int)? {
    var text = text.filter { !$0.isWhitespace }.lowercased()
    for unit in ["heures", "heure", "hours", "hour"] where text.hasSuffix(unit) {
      text = String(text.dropLast(unit.count))
    }
    if let number = whole(text) { return (number, 0) }
    for separator in ["h", ":"] {
      let parts = text.split(
        separator: Character(separator), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let hours = whole(String(parts[0])) else { continue }
      var rest = String(parts[1])
      for unit in ["min", "mn"] where rest.hasSuffix(unit) {
        rest = String(rest.dropLast(unit.count))
      }
      if rest.isEmpty, separator == "h" { return (hours, 0) }
      guard rest.utf8.count <= 2, let minutes = whole(rest), minutes < 60 else { return nil }
      return (hours, minutes)
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count == 2, let hours = whole(String(parts[0])), let part = whole(String(parts[1])),
      parts[1].utf8.count <= 6
    else { return nil }
    let scale = (0..<parts[1].utf8.count).reduce(1) { scale, _ in scale * 10 }
    let minutes = part * 60
    guard minutes % scale == 0 else { return nil }
    return (hours, minutes / scale)
  }

  /// An answer: `oui`, `non`, `yes`, `no`, `vrai`, `faux`, `true`, `false`; nil for another text.
  package static func answer(_ text: String) -> Bool? { answers[FoldedName(text).joined] }

  private static let answers = [
    "oui": true, "yes": true, "vrai": true, "true": true, "o": true, "y": true,
    "non": false, "no": false, "faux": false, "false": false, "n": false,
  ]
}
