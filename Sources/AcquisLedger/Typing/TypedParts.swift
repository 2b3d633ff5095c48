/// Objects typed in one word: `M1:president,M2:rh:"Claire Martin"`, `RNCP38052:02/01/2019`.
///
/// Objects are separated by commas, and the values of each by colons. What stands between quotation marks may
/// have both.
enum TypedParts {
  /// The values of each object; nil for a quotation mark that does not stand around a whole value.
  static func split(_ text: String) -> [[String]]? {
    var objects: [[String]] = [[""]]
    // What closes the quotation, while one is open; whether one was closed in the value.
    var (closing, isClosed): (Character?, Bool) = (nil, false)
    for character in text {
      let (object, part) = (objects.count - 1, objects[objects.count - 1].count - 1)
      if let end = closing {
        if character == end {
          (closing, isClosed) = (nil, true)
        } else {
          objects[object][part].append(character)
        }
        continue
      }
      switch character {
      case ",":
        objects.append([""])
        isClosed = false
      case ":":
        objects[object].append("")
        isClosed = false
      case "\"", "«", "“":
        guard objects[object][part].allSatisfy(\.isWhitespace), !isClosed else { return nil }
        closing = ["«": "»", "“": "”"][character] ?? "\""
      case "»", "”": return nil
      default:
        guard !isClosed || character.isWhitespace else { return nil }
        objects[object][part].append(character)
      }
    }
    return closing == nil ? objects.map { $0.map(\.trimmed) } : nil
  }
}
