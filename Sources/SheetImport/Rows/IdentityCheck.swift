internal import Events

/// Asks the ledger's check of identities for one field at a time.
struct IdentityCheck {
  private let today: CalendarDate
  private let name: NonEmpty<FreeText>?

  init(today: CalendarDate) {
    self.today = today
    name = (try? FreeText("A")).flatMap { try? NonEmpty([$0]) }
  }

  /// What is wrong with a name; nil: nothing. A name has letters.
  func defect(ofName text: String) -> IdentityDefect? {
    guard text.hasLetters, let text = try? FreeText(text) else { return .name }
    return text.nameDefect
  }

  func defect(ofEmail text: String) -> IdentityDefect? {
    guard let email = try? FreeText(text) else { return .email }
    return defect(email: email)
  }

  func defect(of birthDate: BirthDate) -> IdentityDefect? { defect(birthDate: birthDate) }

  func defect(ofPostalCode text: String) -> IdentityDefect? {
    guard let code = try? FreeText(text) else { return .postalCode }
    return defect(place: BirthPlace(code: .postal(code), label: nil, countryCode: nil))
  }

  /// - Parameter place: its name, which a code of a place abroad needs.
  func defect(ofINSEECode text: String, place: String?) -> IdentityDefect? {
    guard let code = try? FreeText(text) else { return .inseeCode }
    return defect(
      place: BirthPlace(
        code: .insee(code), label: place.flatMap { try? FreeText($0) }, countryCode: nil))
  }

  func defect(ofCountryCode text: String) -> IdentityDefect? {
    guard let code = try? FreeText(text) else { return .countryCode }
    return defect(place: BirthPlace(code: nil, label: nil, countryCode: code))
  }

  private func defect(
    birthDate: BirthDate? = nil, place: BirthPlace? = nil, email: FreeText? = nil
  ) -> IdentityDefect? {
    guard let name else { return nil }
    return Identity(
      birthName: name.elements[0], firstNames: name, birthDate: birthDate, birthPlace: place,
      email: email
    ).defect(recordedOn: today)?.defect
  }
}
