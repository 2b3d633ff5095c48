import Events
import StateFlow
import Testing

struct HolderTests {
  private let day: CalendarDate

  init() throws { day = try .flowDay() }

  private func holder(_ identity: Identity) throws(IncompleteHolder) -> Holder {
    try Holder(identity, on: day)
  }

  /// The problems of an identity, as `kind field`.
  private func problems(_ identity: Identity) -> [String] {
    do throws(IncompleteHolder) { _ = try holder(identity) } catch {
      return error.problems.map { problem in
        [problem.kind.rawValue, problem.field].compactMap(\.self).joined(separator: " ")
      }
    }
    return []
  }

  @Test func `names lose what surrounds them and are composed`() throws {
    let holder = try holder(
      .exemplary(
        "  N'Dœuf\tde\nla \u{a0}", first: ["Zoe\u{301}", "B", "C", "D"], usage: "Le\u{301}a"))
    #expect(Array(holder.birthName.utf8) == Array("N'Dœuf de la".utf8))
    #expect(holder.firstNames == ["Zoé", "B", "C"])
    #expect(holder.firstNames[0].unicodeScalars.count == 3)
    #expect(holder.usageName?.unicodeScalars.count == 3)
  }

  @Test func `a name has at most 60 characters as they are composed`() throws {
    let longest = String(repeating: "e\u{301}", count: 60)
    #expect(try holder(.exemplary(longest)).birthName.unicodeScalars.count == 60)
    #expect(problems(try .exemplary(longest + "e")) == ["name birthName"])
    #expect(problems(try .exemplary("  ")) == ["name birthName"])
    #expect(problems(try .exemplary("A\u{0}")) == ["name birthName"])
    #expect(
      problems(try .exemplary("A", first: ["B", "\u{1}"], usage: longest + "e"))
        == ["name usageName", "name firstNames.1"])
    #expect(problems(try .exemplary("A", first: ["B", "C", "D", "\u{1}"])) == [])
  }

  @Test(arguments: [
    "Essai & Exemple", "N'Dœuf", "L’Hôpital", "Łukasiewicz", "Nguyễn", "de La Test (y Ñ)", "Y",
    "J.-P. Essai, dit A/B", "Le\u{a0}Test", "m\u{323}\u{302}", "\u{fb01}n",
    // Unlikely, and left to the eye.
    "Essai 2", "essai@exemple", "A_B", "A×B", "<A>", "\"A\"",
  ])
  func `a name of civil status is good`(name: String) throws {
    #expect(problems(try .exemplary(name, first: [name], usage: name)) == [])
  }

  @Test(arguments: [
    "A\u{200b}B", "A\u{200d}B", "A\u{e000}", "A\u{378}", "Essai 🙂", "Σοφία", "Анна", "محمد",
    "\u{202e}A", "Ａ",
  ])
  func `a name has no characters that civil status does not write`(name: String) throws {
    #expect(problems(try .exemplary(name)) == ["characters birthName"])
    #expect(
      problems(try .exemplary("A", first: ["B", name], usage: name))
        == ["characters usageName", "characters firstNames.1"])
    // A flow that was deposited with it is written as it was.
    #expect(throws: Never.self) {
      try Holder(.exemplary(name), on: day, isDeposited: true)
    }
  }

  @Test(arguments: ["-", "..", "' '", "&"])
  func `a name has a letter`(name: String) throws {
    #expect(problems(try .exemplary(name)) == ["letterless birthName"])
  }

  @Test(
    arguments: [
      ("59350", "100", true), ("59350", "000", true), ("59350", "109", false),
      ("97411", "352", false), ("2A004", "099", false), ("99350", "350", true),
      ("99350", "352", false), ("99350", "100", false),
    ] as [(String, String, Bool)])
  func `the country does not contradict the INSEE code`(
    code: String, country: String, isGood: Bool
  ) throws {
    let place = BirthPlace(
      code: .insee(try FreeText(code)), label: try FreeText("Essai"),
      countryCode: try FreeText(country))
    #expect(
      problems(try .exemplary("A", place: place))
        == (isGood ? [] : ["otherCountry birthPlace.countryCode"]))
  }

  @Test func `the name of a place has no hidden characters`() throws {
    func place(_ label: String) throws -> BirthPlace {
      BirthPlace(code: .insee(try FreeText("75115")), label: try FreeText(label))
    }
    #expect(problems(try .exemplary("A", place: place("Paris 15 \u{1f642}"))).count == 1)
    #expect(problems(try .exemplary("A", place: place("Paris\u{200b}"))).count == 1)
    #expect(problems(try .exemplary("A", place: place("Paris 15e (Seine) & environs"))) == [])
  }

  @Test(
    arguments: [
      ("1975", 1975, nil, nil), ("1969-02", 1969, 2, nil), ("1981-04-09", 1981, 4, 9),
    ] as [(String, Int, Int?, Int?)])
  func `a birth date is as precise as it is known`(
    text: String, year: Int, month: Int?, day: Int?
  ) throws {
    let holder = try holder(.exemplary("A", born: text))
    #expect(holder.birthYear == year && holder.birthMonth == month && holder.birthDay == day)
  }

  @Test func `what is missing is told at once`() throws {
    let bare = Identity(
      birthName: try FreeText("A"), firstNames: try NonEmpty([try FreeText("B")]))
    #expect(problems(bare) == ["missing birthDate", "missing sex", "missing birthPlace"])
    #expect(problems(try .exemplary("A", born: "1899-12-31")) == ["birthDay birthDate"])
    #expect(problems(try .exemplary("A", born: "2026-07-02")) == ["birthDay birthDate"])
    #expect(problems(try .exemplary("A", born: "2026-07-01")) == [])
  }

  @Test(
    arguments: [
      ("59350", nil, []), ("2A004", nil, []), ("97411", nil, []), ("98818", nil, []),
      ("99350", "Casablanca", []), ("99350", nil, ["placeAbroad birthPlace.label"]),
      ("00001", nil, ["department birthPlace.inseeCode"]),
      ("20004", nil, ["department birthPlace.inseeCode"]),
      ("96001", nil, ["department birthPlace.inseeCode"]),
      ("2a004", nil, ["inseeCode birthPlace.inseeCode"]),
      ("NULL", nil, ["inseeCode birthPlace.inseeCode"]),
    ] as [(String, String?, [String])])
  func `an INSEE code is of a department, or of a country with the place's name`(
    code: String, label: String?, expected: [String]
  ) throws {
    let place = BirthPlace(
      code: .insee(try FreeText(code)), label: try label.map { try FreeText($0) })
    let identity = try Identity.exemplary("A", place: place)
    #expect(problems(identity) == expected)
    // A flow that was deposited with what the schema takes is written as it was.
    let isInSchema = !expected.contains { $0.hasPrefix("inseeCode") }
    let deposited = try? Holder(identity, on: day, isDeposited: true)
    #expect((deposited != nil) == isInSchema)
    if expected.isEmpty {
      #expect(try holder(identity).country == (code == "99350" ? "350" : nil))
    }
  }

  @Test(
    arguments: [
      ("75002", nil, []), ("ABC12", "132", []),
      ("ABC12", nil, ["postalCode birthPlace.postalCode"]),
      ("6088", nil, ["postalCode birthPlace.postalCode"]),
      ("00000", nil, []), ("99350", "350", []),
      ("99350", nil, ["postalAbroad birthPlace.countryCode"]),
      ("75002", "FR", ["countryCode birthPlace.countryCode"]),
    ] as [(String, String?, [String])])
  func `a postal code is French, or has a country`(
    code: String, country: String?, expected: [String]
  ) throws {
    let place = BirthPlace(
      code: .postal(try FreeText(code)), countryCode: try country.map { try FreeText($0) })
    #expect(problems(try .exemplary("A", place: place)) == expected)
  }
}

extension CalendarDate {
  /// The day of the flows of these tests.
  static func flowDay() throws -> CalendarDate { try CalendarDate("2026-07-01") }
}

extension Identity {
  static func exemplary(
    _ birthName: String, first: [String] = ["Essai"], usage: String? = nil,
    born: String = "1981-04-09", place: BirthPlace? = nil
  ) throws -> Identity {
    Identity(
      birthName: try FreeText(birthName), usageName: try usage.map { try FreeText($0) },
      firstNames: try NonEmpty(first.map { try FreeText($0) }),
      birthDate: try BirthDate(born), sex: .female,
      birthPlace: try place ?? BirthPlace(code: .insee(FreeText("59350"))),
      email: try FreeText("essai@exemple.invalid"))
  }
}
