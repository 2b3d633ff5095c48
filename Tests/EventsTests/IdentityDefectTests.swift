import Events
import Testing

struct IdentityDefectTests {
  private func defect(
    name: String = "Dupont", usage: String? = nil, first: [String] = ["Marie"],
    born: String? = nil, place: BirthPlace? = nil, email: String? = nil
  ) throws -> (path: [String], defect: IdentityDefect)? {
    try Identity(
      birthName: FreeText(name), usageName: usage.map { try FreeText($0) },
      firstNames: NonEmpty(first.map { try FreeText($0) }),
      birthDate: born.map { try BirthDate($0) }, birthPlace: place,
      email: email.map { try FreeText($0) }
    ).defect(recordedOn: CalendarDate("2026-03-12"))
  }

  private func place(_ code: BirthPlace.Code?, _ label: String? = nil, _ country: String? = nil)
    throws -> BirthPlace
  {
    BirthPlace(
      code: code, label: try label.map { try FreeText($0) },
      countryCode: try country.map { try FreeText($0) })
  }

  @Test func `what the past does not tell may be left out`() throws {
    #expect(try defect() == nil)
  }

  @Test(arguments: ["A", "  Nguyễn ", String(repeating: "é", count: 60), "O’Neil\u{2010}Ré"])
  func `a name of 1 to 60 characters is one`(name: String) throws {
    #expect(try defect(name: name, usage: name, first: [name]) == nil)
  }

  @Test(arguments: [
    "", "   ", "\u{A0}", String(repeating: "e", count: 61), "Du\u{0}pont", "Du\u{8}pont",
    "Du\u{FFFF}pont", String(repeating: "e\u{301}", count: 31),
  ])
  func `another name is refused in each field`(name: String) throws {
    let birth = try #require(try defect(name: name))
    #expect(birth.path == ["birthName"] && birth.defect == .name)
    #expect(try defect(usage: name)?.path == ["usageName"])
    #expect(try defect(first: ["Marie", name])?.path == ["firstNames", "1"])
    #expect(try FreeText(name).nameDefect == .name)
  }

  @Test func `sixty scalars are counted after trimming`() throws {
    #expect(try defect(name: "  " + String(repeating: "e", count: 60) + " ") == nil)
  }

  @Test(arguments: ["1900", "1900-01-01", "1990-03", "2026", "2026-03", "2026-03-12"])
  func `a birth from 1900 to the day of recording is one`(born: String) throws {
    #expect(try defect(born: born) == nil)
  }

  @Test(arguments: ["1899", "1899-12-31", "2026-03-13", "2026-04", "2027"])
  func `another birth is refused`(born: String) throws {
    let found = try #require(try defect(born: born))
    #expect(found.path == ["birthDate"] && found.defect == .birthDay)
  }

  @Test(arguments: ["13055", "2A004", "2B033", "00000"])
  func `an INSEE code is five digits, or a Corsican one`(code: String) throws {
    #expect(try defect(place: place(.insee(FreeText(code)))) == nil)
  }

  @Test(arguments: ["1305", "130555", "ABCDE", "2C004", "2A04", "2A0044", "", "2a004", "१३०५५"])
  func `another INSEE code is refused`(code: String) throws {
    let found = try #require(try defect(place: place(.insee(FreeText(code)))))
    #expect(found.path == ["birthPlace", "inseeCode"] && found.defect == .inseeCode)
  }

  @Test func `a place abroad needs its name`() throws {
    let found = try #require(try defect(place: place(.insee(FreeText("99352")))))
    #expect(found.path == ["birthPlace", "inseeCode"] && found.defect == .placeAbroad)
    #expect(try defect(place: place(.insee(FreeText("99352")), "Oran")) == nil)
    #expect(try defect(place: place(.insee(FreeText("99352")), " "))?.defect == .name)
  }

  @Test func `a postal code has one to nine characters`() throws {
    for code in ["1", "69003", "SW1A 1AA", "123456789"] {
      #expect(try defect(place: place(.postal(FreeText(code)))) == nil, "\(code)")
    }
    for code in ["", "1234567890", " "] {
      let found = try #require(try defect(place: place(.postal(FreeText(code)))))
      #expect(found.path == ["birthPlace", "postalCode"] && found.defect == .postalCode)
    }
  }

  @Test func `a country code is three digits, and may stand alone`() throws {
    #expect(try defect(place: place(nil, nil, "352")) == nil)
    for code in ["DZ", "Algérie", "35", "3522", "DZA", ""] {
      let found = try #require(try defect(place: place(nil, nil, code)))
      #expect(found.path == ["birthPlace", "countryCode"] && found.defect == .countryCode)
    }
  }

  @Test func `an address has one @`() throws {
    #expect(try defect(email: "m.dupont@exemple.invalid") == nil)
    for address in ["pasunmail", "a@b@c", "@b", "a@", "@", "", "a b@c"] {
      let found = try #require(try defect(email: address))
      #expect(found.path == ["email"] && found.defect == .email, "\(address)")
    }
  }

  @Test func `an identity without date, sex or place of birth is incomplete`() throws {
    func identity(_ born: String?, _ sex: Sex?, _ place: BirthPlace?) throws -> Identity {
      Identity(
        birthName: try FreeText("Dupont"), firstNames: try NonEmpty([FreeText("Marie")]),
        birthDate: try born.map { try BirthDate($0) }, sex: sex, birthPlace: place)
    }
    let paris = try place(.insee(FreeText("75056")))
    #expect(try !identity("1990", .female, paris).isIncomplete)
    #expect(try identity(nil, .female, paris).isIncomplete)
    #expect(try identity("1990", nil, paris).isIncomplete)
    #expect(try identity("1990", .female, nil).isIncomplete)
    #expect(try identity("1990", .female, place(nil, nil, "352")).isIncomplete)
  }
}
