internal import Events

/// Why an award cannot be in a flow: something that its person's data lack, or that the Caisse des Dépôts would
/// reject. It names a field and never repeats what is in it.
public struct HolderProblem: Hashable, Sendable {
  /// The raw value is that of the JSON.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The person is dead, and nothing is owed any more.
    case deceased
    /// The identity was erased: it cannot be declared any more.
    case erased
    /// No identity is recorded.
    case notRegistered
    /// The key or the sealed text was altered.
    case unreadable
    /// The candidacy had no award in force.
    case noAward
    /// A field that the flow requires is not known.
    case missing
    /// A name is empty, has more than 60 characters, or one that XML does not have.
    case name
    /// A name has no letter.
    case letterless
    /// A name has letters of another alphabet than the Latin one, hidden characters or pictures; that of a place has
    /// one of the last two.
    case characters
    /// The birth is before 1900, after 2099 or after the day of the flow.
    case birthDay
    /// An INSEE code is neither five digits nor `2A` or `2B` and three digits.
    case inseeCode
    /// An INSEE code is of no department: `00…`, `20…` (Corsica is `2A`, `2B`), `96…`.
    case department
    /// The INSEE code is that of a country, `99…`, and the place has no name.
    case placeAbroad
    /// A postal code is not five digits, and no country code is stated.
    case postalCode
    /// The code of a country is not three digits.
    case countryCode
    /// The country code and the INSEE code are of different countries: `99xyz` is in `xyz`, others are in France.
    case otherCountry
    /// A postal code is of a place abroad, `99…`, and no country code is stated.
    case postalAbroad

    /// Whether the schema takes it, and the Caisse des Dépôts does not.
    var isInSchema: Bool {
      switch self {
      case .letterless, .characters, .department, .placeAbroad, .otherCountry, .postalAbroad: true
      case .deceased, .erased, .notRegistered, .unreadable, .noAward, .missing, .name, .birthDay,
        .inseeCode, .postalCode, .countryCode:
        false
      }
    }
  }

  public let kind: Kind
  /// The field of the identity, by its path in the entry (`birthPlace.inseeCode`); nil where it is about none.
  public let field: String?

  public init(_ kind: Kind, _ field: String? = nil) {
    self.kind = kind
    self.field = field
  }

  /// Whether something can be recorded about it; nothing can about a person who died or was erased.
  public var isRemediable: Bool { kind != .deceased && kind != .erased }
}

/// An identity that the flow does not take.
public struct IncompleteHolder: Error, Hashable, Sendable {
  /// All of them; at least one.
  public let problems: [HolderProblem]
}

extension Identity {
  /// What is missing or wrong of the birth date, the sex and the place of birth.
  func problemsOfBirth(on day: CalendarDate) -> [HolderProblem] {
    var problems: [HolderProblem] = []
    if let birthDate {
      let year = birthDate.firstDay.components.year
      if !(1900...2099 ~= year) || birthDate.firstDay > day {
        problems.append(HolderProblem(.birthDay, "birthDate"))
      }
    } else {
      problems.append(HolderProblem(.missing, "birthDate"))
    }
    if sex == nil { problems.append(HolderProblem(.missing, "sex")) }
    guard let birthPlace, let code = birthPlace.code else {
      return problems + [HolderProblem(.missing, "birthPlace")]
    }
    switch code {
    case .insee(let code):
      problems += birthPlace.problems(ofINSEE: code.text)
    case .postal(let code):
      let isFrench = code.text.isDigits(5)
      let isForeign =
        birthPlace.countryCode != nil && 1...9 ~= code.text.unicodeScalars.count
        && code.nameDefect == nil
      if !isFrench, !isForeign {
        problems.append(HolderProblem(.postalCode, "birthPlace.postalCode"))
      } else if code.text.hasPrefix("99"), birthPlace.countryCode == nil {
        problems.append(HolderProblem(.postalAbroad, "birthPlace.countryCode"))
      }
    }
    if let country = birthPlace.countryCode?.text, !country.isDigits(3) {
      problems.append(HolderProblem(.countryCode, "birthPlace.countryCode"))
    }
    return problems
  }
}

extension BirthPlace {
  fileprivate func problems(ofINSEE code: String) -> [HolderProblem] {
    let isCorsican =
      (code.hasPrefix("2A") || code.hasPrefix("2B")) && String(code.dropFirst(2)).isDigits(3)
    guard code.isDigits(5) || isCorsican else {
      return [HolderProblem(.inseeCode, "birthPlace.inseeCode")]
    }
    if ["00", "20", "96"].contains(code.prefix(2)) {
      return [HolderProblem(.department, "birthPlace.inseeCode")]
    }
    var problems: [HolderProblem] = []
    if code.hasPrefix("99"), label?.text.inFlow.isEmpty ?? true {
      problems.append(HolderProblem(.placeAbroad, "birthPlace.label"))
    }
    if let country = countryCode?.text, country.isDigits(3) {
      // France is 100; files that leave the country out have 000.
      let expected = code.hasPrefix("99") ? [String(code.suffix(3))] : ["100", "000"]
      if !expected.contains(country) {
        problems.append(HolderProblem(.otherCountry, "birthPlace.countryCode"))
      }
    }
    return problems
  }
}

extension String {
  /// Whether it is that many digits `0` to `9` and nothing else.
  fileprivate func isDigits(_ count: Int) -> Bool {
    utf8.count == count && utf8.allSatisfy { 48...57 ~= $0 }
  }
}
