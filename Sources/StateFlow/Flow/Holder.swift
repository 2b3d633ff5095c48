public import Events
internal import Spelling

/// The person of a passage (*titulaire*), with every field as the flow takes it.
public struct Holder: Hashable, Sendable {
  public let birthName: String
  /// Nil if there is none.
  public let usageName: String?
  /// The first three, at least one.
  public let firstNames: [String]
  public let birthYear: Int
  /// 1 to 12; nil where only the year is known.
  public let birthMonth: Int?
  /// 1 to 31; nil where only the month is known.
  public let birthDay: Int?
  public let sex: Sex
  public let place: Place
  /// The name of the place; nil if not stated.
  public let placeName: String?
  /// Three digits; nil if not stated.
  public let country: String?

  /// Which code the place of birth has.
  public enum Place: Hashable, Sendable {
    case insee(String)
    case postal(String)
  }

  /// Reads an identity as the flow takes it.
  ///
  /// Names lose the blanks around them, a line break or a tab within becomes a space, and letters are
  /// composed with their marks (NFC), as the schema counts their characters.
  ///
  /// - Parameters:
  ///   - day: the day of the flow, after which nobody is born.
  ///   - isDeposited: whether it was sent already: then it is what the schema takes, whatever became of it.
  /// - Throws: ``IncompleteHolder`` with all that is missing or would be rejected.
  public init(
    _ identity: Identity, on day: CalendarDate, isDeposited: Bool = false
  ) throws(IncompleteHolder) {
    var problems = identity.problemsOfBirth(on: day)
    func name(_ text: FreeText, _ field: String) -> String {
      let name = text.text.inFlow
      // A text that is none has no defect of its own.
      let isName = (try? FreeText(name)).map { $0.nameDefect == nil } ?? false
      if !isName {
        problems.append(HolderProblem(.name, field))
      } else if field == "birthPlace.label" {
        if !NameLetters.isShown(name) { problems.append(HolderProblem(.characters, field)) }
      } else if !NameLetters.areAll(of: name) {
        problems.append(HolderProblem(.characters, field))
      } else if !NameLetters.hasLetter(name) {
        problems.append(HolderProblem(.letterless, field))
      }
      return name
    }
    birthName = name(identity.birthName, "birthName")
    usageName = identity.usageName.map { name($0, "usageName") }
    firstNames = identity.firstNames.elements.prefix(3).enumerated().map {
      name($1, "firstNames.\($0)")
    }
    placeName = identity.birthPlace?.label.map { name($0, "birthPlace.label") }
    if isDeposited { problems.removeAll(where: \.kind.isInSchema) }
    guard problems.isEmpty, let born = identity.birthDate?.text.utf8, let sex = identity.sex,
      let place = identity.birthPlace, let code = place.code
    else { throw IncompleteHolder(problems: problems) }
    // `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    let parts = born.split(separator: UInt8(ascii: "-")).map { Int(String($0) ?? "") ?? 0 }
    birthYear = parts.first ?? 0
    birthMonth = parts.count > 1 ? parts[1] : nil
    birthDay = parts.count > 2 ? parts[2] : nil
    self.sex = sex
    switch code {
    case .insee(let text):
      self.place = .insee(text.text)
      country =
        place.countryCode?.text
        ?? (text.text.hasPrefix("99") ? String(text.text.suffix(3)) : nil)
    case .postal(let text):
      self.place = .postal(text.text)
      country = place.countryCode?.text
    }
  }
}

extension String {
  /// This text as a name in the flow.
  var inFlow: String {
    var scalars = String.UnicodeScalarView()
    for scalar in composed.unicodeScalars {
      let isBreak =
        switch scalar.value {
        case 0x9...0xd, 0x85, 0x2028, 0x2029: true
        default: false
        }
      scalars.append(isBreak ? " " : scalar)
    }
    let rest = Substring(String(scalars)).unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = rest.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(Substring(rest[...last]))
  }
}
