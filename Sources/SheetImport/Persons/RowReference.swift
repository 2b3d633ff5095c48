/// A reference of a row by which its person may be known.
struct RowReference: Hashable, Comparable {
  enum Kind: Int, Hashable {
    case person, candidacy
    /// The number at a candidacy's end: `VAE-2018-005` and `5` are two styles of one file.
    case number
  }

  let kind: Kind
  let text: String

  /// Whether it proves something only for the same birth date: numbers are counted anew each year.
  var needsBirthDate: Bool { kind == .number }

  static func < (left: RowReference, right: RowReference) -> Bool {
    (left.kind.rawValue, left.text) < (right.kind.rawValue, right.text)
  }
}

extension SheetRow {
  var references: [RowReference] {
    var references: [RowReference] = []
    if let personReference {
      references.append(RowReference(kind: .person, text: personReference))
    }
    if let candidacyReference {
      references.append(RowReference(kind: .candidacy, text: candidacyReference))
      let digits = candidacyReference.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
      let number = String(digits.drop { $0 == "0" })
      if !number.isEmpty { references.append(RowReference(kind: .number, text: number)) }
    }
    return references
  }
}
