internal import Events

/// What the rows of one person say together, and where they contradict each other.
struct MergedIdentity {
  /// Nil if a name is refused.
  private(set) var identity: Identity?
  private(set) var issues: [SheetIssue] = []
  private let rows: [SheetRow]
  private let headings: PersonHeadings
  private let today: CalendarDate

  /// - Parameters:
  ///   - rows: at least one, in their order.
  ///   - known: the identity in the ledger, whose spelling counts where a row has it too.
  init(
    _ rows: [SheetRow], known: Identity?, _ headings: PersonHeadings, today: CalendarDate
  ) {
    self.rows = rows
    self.headings = headings
    self.today = today
    identity = merged(known)
  }

  private mutating func merged(_ known: Identity?) -> Identity? {
    let birthName = told(
      .birthName, \.birthName, known?.birthName.text, by: NameChoice.counts, NameChoice.same)
    let firstNames = told(
      .firstNames, { $0.firstNames.isEmpty ? nil : $0.firstNames.joined(separator: "\n") },
      known?.firstNames.elements.map(\.text).joined(separator: "\n"), by: NameChoice.counts,
      NameChoice.same)
    guard let name = birthName.flatMap({ self.name($0, .birthName) }),
      let firsts = try? NonEmpty(
        (firstNames ?? "").split(separator: "\n").compactMap { self.name(String($0), .firstNames) })
    else { return nil }
    let usage = told(
      .usageName, \.usageName, known?.usageName?.text, by: NameChoice.counts, NameChoice.same)
    let date = told(
      .birthDate, { $0.birthDate?.text }, known?.birthDate?.text,
      by: { $0.utf8.count }, { $0.hasPrefix($1) || $1.hasPrefix($0) })
    let sex = told(.sex, { $0.sex?.rawValue }, known?.sex?.rawValue)
    let email = told(.email, \.email, known?.email?.text)
    let place = birthPlace(known?.birthPlace)
    let bare = Identity(birthName: name, firstNames: firsts)
    let identity = Identity(
      birthName: name, usageName: usage.flatMap { self.name($0, .usageName) },
      firstNames: firsts,
      birthDate: date.flatMap { try? BirthDate($0) }.flatMap { date in
        accepted(date, .birthDate) { Identity(birthName: name, firstNames: firsts, birthDate: $0) }
      }, sex: sex.flatMap(Sex.init), birthPlace: place.flatMap { accepted($0, bare) },
      email: email.flatMap { try? FreeText($0) }.flatMap { email in
        accepted(email, .email) { Identity(birthName: name, firstNames: firsts, email: $0) }
      })
    tellBirthDate(date)
    return identity
  }

  private mutating func tellBirthDate(_ text: String?) {
    guard text?.utf8.count != 10 else { return }
    issues.append(
      SheetIssue(
        text == nil ? .noBirthDate : .incompleteBirthDate, row: rows[0].place,
        column: headings[.birthDate]?.column))
  }

  // MARK: The place

  private mutating func birthPlace(_ known: BirthPlace?) -> BirthPlace? {
    var knownCodes: (insee: String?, postal: String?) = (nil, nil)
    switch known?.code {
    case .insee(let code): knownCodes.insee = code.text
    case .postal(let code): knownCodes.postal = code.text
    case nil: break
    }
    let label = told(
      .birthPlace, \.birthPlace, known?.label?.text, by: NameChoice.counts, NameChoice.same)
    let postal = told(.birthPostalCode, \.postalCode, knownCodes.postal, by: { $0.utf8.count })
    let insee = told(.birthINSEECode, \.inseeCode, knownCodes.insee)
    let country = told(.birthCountryCode, \.countryCode, known?.countryCode?.text)
    let code =
      insee.flatMap { try? FreeText($0) }.map(BirthPlace.Code.insee)
      ?? postal.flatMap { try? FreeText($0) }.map(BirthPlace.Code.postal)
    // A place is known by its code: a name alone is not recorded.
    guard let code else { return nil }
    return BirthPlace(
      code: code, label: label.flatMap { try? FreeText($0) },
      countryCode: country.flatMap { try? FreeText($0) })
  }

  /// The place without what the ledger refuses.
  private mutating func accepted(_ place: BirthPlace, _ bare: Identity) -> BirthPlace? {
    var place: BirthPlace? = place
    while let rest = place {
      let identity = Identity(
        birthName: bare.birthName, firstNames: bare.firstNames, birthPlace: rest)
      guard let (path, defect) = identity.defect(recordedOn: today) else { return rest }
      let (code, label, country): (BirthPlace.Code?, FreeText?, FreeText?)
      let field: PlannedField
      switch path.last {
      case "countryCode":
        (code, label, country, field) = (rest.code, rest.label, nil, .birthCountryCode)
      case "inseeCode":
        (code, label, country, field) = (nil, rest.label, rest.countryCode, .birthINSEECode)
      case "postalCode":
        (code, label, country, field) = (nil, rest.label, rest.countryCode, .birthPostalCode)
      default: (code, label, country, field) = (rest.code, nil, rest.countryCode, .birthPlace)
      }
      tell(defect, field)
      place = code.map { BirthPlace(code: $0, label: label, countryCode: country) }
    }
    return nil
  }

  // MARK: Members

  private mutating func name(_ text: String, _ field: PlannedField) -> FreeText? {
    guard let name = try? FreeText(text), name.nameDefect == nil else {
      tell(.name, field)
      return nil
    }
    return name
  }

  private mutating func accepted<Value>(
    _ value: Value, _ field: PlannedField, _ identity: (Value) -> Identity
  ) -> Value? {
    guard let (_, defect) = identity(value).defect(recordedOn: today) else { return value }
    tell(defect, field)
    return nil
  }

  private mutating func tell(_ defect: IdentityDefect, _ field: PlannedField) {
    issues.append(
      SheetIssue(.identity(defect), row: rows[0].place, column: headings[field]?.column))
  }

  /// The text that counts; rows that say another are told.
  ///
  /// - Parameters:
  ///   - completeness: the most complete text counts, then the one that the ledger has, then that of more rows, then
  ///     the first.
  ///   - same: whether two texts do not contradict each other.
  private mutating func told(
    _ field: PlannedField, _ text: (SheetRow) -> String?, _ known: String?,
    by completeness: (String) -> Int = { _ in 0 }, _ same: (String, String) -> Bool = { $0 == $1 }
  ) -> String? {
    let texts = rows.map(text)
    var chosen: String?
    for text in texts {
      guard let text else { continue }
      guard let best = chosen else {
        chosen = text
        continue
      }
      func standing(_ text: String) -> (Int, Int, Int) {
        (
          completeness(text), text == known ? 1 : 0,
          texts.count { $0.map { same($0, text) } == true }
        )
      }
      if standing(text) > standing(best) { chosen = text }
    }
    guard let chosen else { return nil }
    guard let heading = headings[field] else { return chosen }
    for (row, text) in zip(rows, texts) {
      guard let text, !same(text, chosen) else { continue }
      issues.append(
        SheetIssue(
          .contradiction(heading: heading.text), row: row.place, column: heading.column))
    }
    return chosen
  }
}
