internal import Events

/// Whether two birth dates can be one, written differently or wrongly.
enum BirthDateLikeness {
  /// Whether one is missing, or less precise and not against the other; or one digit differs, or day and month
  /// are swapped.
  static func areNear(_ left: BirthDate?, _ right: BirthDate?) -> Bool {
    guard let left = left?.text, let right = right?.text else { return true }
    if left.utf8.count != right.utf8.count {
      return left.hasPrefix(right) || right.hasPrefix(left)
    }
    // Years alone that differ by a digit are years.
    guard left.utf8.count == 10 else { return left == right }
    let (mine, others) = (Array(left.utf8), Array(right.utf8))
    let differing = mine.indices.filter { mine[$0] != others[$0] }
    if differing.count <= 1 { return true }
    return mine[..<4] == others[..<4] && mine[5..<7] == others[8..<10]
      && mine[8..<10] == others[5..<7]
  }

  /// Whether one can be the other corrected, where something else shows that both are one person: they are near;
  /// or only the year differs, or the month, or the day; or the last two digits of the year are swapped.
  static func canCorrect(_ left: BirthDate?, _ right: BirthDate?) -> Bool {
    if areNear(left, right) { return true }
    guard let left = left?.text, let right = right?.text, left.utf8.count == right.utf8.count
    else { return false }
    let (mine, others) = (Array(left.utf8), Array(right.utf8))
    if mine.indices.count(where: { mine[$0] != others[$0] }) <= 1 { return true }
    if mine.count >= 4, mine[..<2] == others[..<2], mine[2] == others[3], mine[3] == others[2],
      mine[4...] == others[4...]
    {
      return true
    }
    let (parts, otherParts) = (left.split(separator: "-"), right.split(separator: "-"))
    return parts.count == 3 && zip(parts, otherParts).count(where: { $0 != $1 }) == 1
  }
}
