internal import Events
internal import Spelling

/// What a sheet says of a person otherwise than the ledger.
///
/// Only what the sheet states counts. A poorer spelling of the same name (accents lost, capitals), the first of
/// several first names, or a part of a birth date corrects nothing: sheets of other years would undo each other.
struct IdentityDifference {
  /// The members that differ.
  private(set) var fields: [String] = []
  /// The ledger's, with what the sheet says better.
  let identity: Identity

  init(_ recorded: Identity, _ stated: Identity) {
    var fields: [String] = []
    func better(_ field: String, _ known: FreeText?, _ said: FreeText?) -> FreeText? {
      guard let said else { return known }
      guard let known else {
        fields.append(field)
        return said
      }
      if known == said || said.isPoorer(than: known) { return known }
      fields.append(field)
      return said
    }
    func other<Value: Hashable>(_ field: String, _ known: Value?, _ said: Value?) -> Value? {
      guard let said, said != known else { return known }
      fields.append(field)
      return said
    }
    let birthName = better("birthName", recorded.birthName, stated.birthName)
    let usageName = better("usageName", recorded.usageName, stated.usageName)
    let (first, isBetter) = Self.firstNames(recorded.firstNames, stated.firstNames)
    if isBetter { fields.append("firstNames") }
    var birthDate = recorded.birthDate
    if let said = stated.birthDate, !(birthDate?.text.hasPrefix(said.text) ?? false) {
      birthDate = other("birthDate", birthDate, said)
    }
    let sex = other("sex", recorded.sex, stated.sex)
    let place = Self.place(recorded.birthPlace, stated.birthPlace)
    let birthPlace = other("birthPlace", recorded.birthPlace, place)
    let email = other("email", recorded.email, stated.email)
    self.fields = fields
    identity = Identity(
      birthName: birthName ?? recorded.birthName, usageName: usageName, firstNames: first,
      birthDate: birthDate, sex: sex, birthPlace: birthPlace, email: email)
  }

  private static func firstNames(
    _ recorded: NonEmpty<FreeText>, _ stated: NonEmpty<FreeText>
  ) -> (NonEmpty<FreeText>, isBetter: Bool) {
    let (known, said) = (recorded.elements, stated.elements)
    // What the sheet has are the first of them, however they are divided.
    let words = (known.map(\.words).joined(), said.map(\.words).joined())
    if words.1.count < words.0.count, Array(words.0).starts(with: words.1) {
      return (recorded, false)
    }
    if known.count == said.count,
      zip(known, said).allSatisfy({ $0 == $1 || $1.isPoorer(than: $0) })
    {
      return (recorded, false)
    }
    return (stated, true)
  }

  /// The ledger's place, with what the sheet adds or corrects; codes of different kinds are not compared.
  private static func place(_ recorded: BirthPlace?, _ stated: BirthPlace?) -> BirthPlace? {
    guard let stated else { return recorded }
    guard let recorded else { return stated }
    let code: BirthPlace.Code?
    switch (recorded.code, stated.code) {
    case (.insee, .postal), (.postal, .insee), (_, nil): code = recorded.code
    case (nil, _), (.insee, .insee), (.postal, .postal): code = stated.code
    }
    var label = stated.label ?? recorded.label
    if let known = recorded.label, let said = stated.label, said.isPoorer(than: known) {
      label = known
    }
    return BirthPlace(
      code: code, label: label, countryCode: stated.countryCode ?? recorded.countryCode)
  }
}

extension FreeText {
  fileprivate var words: [String] { FoldedName(text).words }

  /// Whether it is another's name with fewer accents or hyphens, or in capitals.
  fileprivate func isPoorer(than other: FreeText) -> Bool {
    guard FoldedName(text).joined == FoldedName(other.text).joined else { return false }
    return richness.lexicographicallyPrecedes(other.richness)
  }

  private var richness: [Int] {
    let scalars = text.unicodeScalars
    return [
      scalars.count { !$0.isASCII && $0.properties.isAlphabetic },
      scalars.contains { $0.properties.isLowercase } ? 1 : 0,
      scalars.count { !$0.isASCII || $0 == "-" },
    ]
  }
}
