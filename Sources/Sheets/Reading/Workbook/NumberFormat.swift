/// What a cell's format makes of its number.
enum NumberFormat: Hashable {
  case plain
  /// A day, with its time if it has one.
  case day
  /// A time of day.
  case time
  /// Hours, minutes and seconds that may go beyond a day.
  case duration
  /// A whole number with at least this many digits: postal codes, numbers of files.
  case padded(Int)

  /// A format that every workbook has (ECMA-376, part 1, 18.8.30; those of East Asia are days too).
  init(builtIn number: Int) {
    switch number {
    case 14...17, 22, 27...31, 34...36, 50...54, 57...58: self = .day
    case 18...21, 32...33, 45, 47, 55...56: self = .time
    case 46: self = .duration
    default: self = .plain
    }
  }

  /// A format of the workbook's own: `dd/mm/yyyy`, `[h]:mm`, `00000`.
  ///
  /// Its first section decides; letters in quotation marks, in brackets or after `\`, `_` and `*` are no part.
  init(code: String) {
    var letters: Set<Character> = []
    var zeros = 0
    var isOnlyZeros = true
    var isElapsed = false
    var rest = code.lowercased()[...]
    if ["general", "standard"].contains(String(rest)) { rest = "" }
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          isElapsed = true
        }
        rest = rest.dropFirst(inside.count + 1)
      case "0":
        zeros += 1
        continue scan
      default: letters.insert(character)
      }
      isOnlyZeros = false
    }
    let isTime = !letters.isDisjoint(with: ["h", "s"])
    if isElapsed {
      self = .duration
    } else if !letters.isDisjoint(with: ["d", "y"]) || letters.contains("m") && !isTime {
      self = .day
    } else if isTime {
      self = .time
    } else {
      self = isOnlyZeros && zeros > 1 ? .padded(zeros) : .plain
    }
  }
}
