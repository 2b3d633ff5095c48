/// A media type or, with `*`, a range of them: `text/html;charset=utf-8`. In lower case.
struct MediaType: Hashable {
  struct Parameter: Hashable {
    /// In lower case.
    let name: String
    let value: String
  }

  let type: String
  let subtype: String
  var parameters: [Parameter]

  static var any: MediaType { MediaType(type: "*", subtype: "*", parameters: []) }

  private init(type: String, subtype: String, parameters: [Parameter]) {
    self.type = type
    self.subtype = subtype
    self.parameters = parameters
  }

  /// - Returns: nil if it cannot be read.
  init?(_ text: String) {
    let parts = text.splitOutsideQuotes(at: ";")
    let names = parts[0].lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2 else { return nil }
    for name in names {
      guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return nil }
    }
    if names[0] == "*", names[1] != "*" { return nil }
    parameters = []
    for part in parts.dropFirst() where !part.isEmpty {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let name = part[..<sign].lowercased()
      guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return nil }
      var value = String(part[part.index(after: sign)...])
      if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      parameters.append(Parameter(name: name, value: value))
    }
    type = String(names[0])
    subtype = String(names[1])
  }

  /// Whether a type is in this range.
  func includes(_ other: MediaType) -> Bool {
    guard type == "*" || type == other.type, subtype == "*" || subtype == other.subtype else {
      return false
    }
    return parameters.allSatisfy { mine in
      other.parameters.contains {
        $0.name == mine.name && $0.value.equalsIgnoringCase(mine.value)
      }
    }
  }

  /// How much a range says: a type with parameters more than one without, more than `text/*`, more than
  /// `*/*`.
  var precision: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) + parameters.count }
}

extension String {
  /// The parts between separators that are not within quotes, without the blanks around them.
  func splitOutsideQuotes(at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in self {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map { part in
      String(part.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
    }
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
