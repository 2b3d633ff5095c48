/// What spellings of one reference have in common: `M-0012`, `m 12` and `M12` are one.
struct ReferenceKey: Hashable {
  /// Letters in lower case and digits, without the zeros at the front of a number.
  let text: String

  /// - Returns: nil if nothing but zeros and signs is written.
  init?(_ reference: String) {
    var text = ""
    var isInNumber = false
    for character in reference.lowercased() where character.isLetter || character.isNumber {
      if character == "0", !isInNumber { continue }
      isInNumber = character.isNumber
      text.append(character)
    }
    if text.isEmpty { return nil }
    self.text = text
  }

  /// The same for all references of one kind: each number stands as `9`.
  var shape: String {
    text.reduce(into: "") { shape, character in
      if !character.isNumber {
        shape.append(character)
      } else if shape.last != "9" {
        shape.append("9")
      }
    }
  }
}

extension SheetRow {
  var personKey: ReferenceKey? { personReference.flatMap { ReferenceKey($0) } }

  /// The code of the birth place: `insee 69123`, or `postal 1000`.
  var birthPlaceKey: String? {
    if let inseeCode { return "insee " + inseeCode }
    return postalCode.map { "postal " + $0.drop { $0 == "0" } }
  }
}
