import Documents
import Events
import Testing

@testable import Documents

/// How a certification and a holder are named on paper.
@Suite struct RegisteredTitleTests {
  @Test(arguments: 3...8)
  func `the European level has the number of the national one`(level: Int) throws {
    let sentence = try #require(try SamplePaper.title(level: level).levelSentence)
    #expect(
      sentence.french
        == "niveau \(level) du cadre national des certifications professionnelles ; cadre européen des"
        + " certifications (CEC) : niveau \(level)")
  }

  @Test func `the first two levels have no European one, and some certifications no level`() throws
  {
    #expect(try SamplePaper.title(level: 2).levelSentence?.french == "niveau 2")
    #expect(try SamplePaper.title(level: nil).levelSentence == nil)
  }

  @Test func `a number is written without its register`() throws {
    #expect(try SamplePaper.title().number == "38052")
    #expect(try SamplePaper.title("RS5610", .rs).number == "5610")
    #expect(try SamplePaper.title("3474", .inventaire).number == "3474")
  }

  @Test func `France compétences decides since 2019`() throws {
    let before = try SamplePaper.title(decisionOn: try CalendarDate(2018, 12, 31)).registration
    let since = try SamplePaper.title(decisionOn: try CalendarDate(2019, 1, 1)).registration
    #expect(before.french.hasSuffix("sous le numéro 38052 par décision du 31 décembre 2018"))
    #expect(
      since.french.hasSuffix(
        "par décision du directeur général de France compétences du 1er janvier 2019"))
    #expect(try SamplePaper.title().registration.french.hasSuffix("sous le numéro 38052"))
  }

  @Test(arguments: [
    ("1981-04-09", "née le 9 avril 1981"), ("1981-04", "née en avril 1981"),
    ("1981", "née en 1981"),
  ])
  func `a birth is told as precisely as it is known`(date: String, said: String) throws {
    #expect(Holder(identity: try SamplePaper.holder(birthDate: date)).birth?.french == said)
  }

  @Test func `a place of birth has its department, but abroad`() throws {
    func born(_ code: BirthPlace.Code?, _ label: String?) throws -> String? {
      let place = BirthPlace(code: code, label: try label.map { try FreeText($0) })
      return Holder(identity: try SamplePaper.holder(birthDate: nil, sex: nil, place: place))
        .birth?.french
    }
    #expect(try born(.insee(try FreeText("2A004")), "Ajaccio") == "né(e) à Ajaccio (2A)")
    #expect(try born(.insee(try FreeText("97411")), "Saint-Denis") == "né(e) à Saint-Denis (974)")
    #expect(try born(.insee(try FreeText("99109")), "Berlin") == "né(e) à Berlin")
    #expect(try born(.postal(try FreeText("59000")), nil) == "né(e) à 59000")
    #expect(try born(nil, nil) == nil)
  }

  @Test func `the birth name stands beside a usage name`() throws {
    let holder = Holder(identity: try SamplePaper.holder(usageName: "Martin"))
    #expect(holder.name(in: Languages(.french)).french == "Madame Sandrine MARTIN")
    #expect(holder.birth?.french == "nom de naissance : LEFÈVRE, née le 9 avril 1981")
    let both = holder.name(in: Languages(.french, and: .english))
    #expect(both == Text(verbatim: "Sandrine MARTIN"))
  }
}
