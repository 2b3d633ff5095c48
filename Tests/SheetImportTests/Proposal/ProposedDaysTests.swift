import Events
import SheetImport
import Testing

struct ProposedDaysTests {
  private func sheet(_ rows: [(birth: String, jury: String)]) throws -> PlanProposal {
    try proposal(
      ["Nom;Prénom;Né(e) le;Date jury;BC01"]
        + rows.map { "DUPONT;Anne;\($0.birth);\($0.jury);V" })
  }

  @Test func `days that could be months leave the form open`() throws {
    let proposal = try sheet([
      ("23/06/1975", "09/12/2020"), ("13/07/1982", "06/05/2021"), ("14/07/1982", "06/05/2021"),
    ])
    #expect(try proposal.column("Né(e) le").dayForm == .given(.dayFirst))
    #expect(try proposal.column("Date jury").dayForm == .open)
  }

  @Test func `days that prove both forms leave it open`() throws {
    let proposal = try sheet([("23/06/1975", "17/06/2020"), ("13/07/1982", "06/17/2020")])
    #expect(try proposal.column("Date jury").dayForm == .open)
  }

  @Test func `written months need no proof`() throws {
    let proposal = try sheet([("1975-06-23", "9 décembre 2020"), ("1982-07-13", "6 mai 2021")])
    #expect(try proposal.column("Date jury").dayForm == .given(.dayFirst))
  }

  @Test func `numbers that fit both starts leave it open, with the years of each`() throws {
    let proposal = try sheet([
      ("27568", "17/06/2020"), ("30145", "17/06/2020"), ("28000", "17/06/2020"),
    ])
    #expect(try proposal.column("Né(e) le").serials == [SerialDays(.open)])
    let index = try proposal.index("Né(e) le")
    let said = proposal.notes.columns[index]?.map(\.french).joined() ?? ""
    #expect(said.contains("de 1975 à 1982") && said.contains("de 1979 à 1986"))
  }

  @Test func `rows of which only 1904 gives a day of a session`() throws {
    // 43999 is 17/06/2020 counted from 1900; 42537 is it from 1904.
    let proposal = try sheet([
      ("23/06/1975", "17/06/2020"), ("23/06/1975", "43999"), ("27568", "43999"),
      ("26106", "42537"), ("26106", "42537"), ("23/06/1975", "17/06/2020"), ("27568", "43999"),
    ])
    let expected = [
      SerialDays(.given(.year1904), rows: 5...6), SerialDays(.given(.year1900)),
    ]
    #expect(try proposal.column("Date jury").serials == expected)
    #expect(try proposal.column("Né(e) le").serials == expected)
  }

  @Test func `the year of a certificate number shows from when its row counts`() throws {
    // 43633 is 17/06/2019 counted from 1900; 42171 is it from 1904.
    let proposal = try proposal([
      "Nom;Prénom;Né(e) le;Date jury;BC01;N° certificat",
      "DUPONT;Anne;23/06/1975;43633;V;2019-003", "MARTIN;Zoé;24/06/1975;42171;V;2019-004",
      "LEROY;Yann;25/06/1975;43633;V;2019-005",
    ])
    #expect(
      try proposal.column("Date jury").serials == [
        SerialDays(.given(.year1904), rows: 3...3), SerialDays(.given(.year1900)),
      ])
  }

  @Test func `all numbers from 1904`() throws {
    let proposal = try sheet([
      ("23/06/1975", "17/06/2020"), ("23/06/1975", "42537"), ("23/06/1975", "42537"),
    ])
    #expect(try proposal.column("Date jury").serials == [SerialDays(.given(.year1904))])
  }

  @Test func `a day after today refutes 1904`() throws {
    let proposal = try sheet([
      ("23/06/1975", "45800"), ("23/06/1975", "45800"), ("23/06/1975", "45900"),
    ])
    #expect(try proposal.column("Date jury").serials == [SerialDays(.given(.year1900))])
  }

  @Test func `sessions in numbers alone are asked`() throws {
    let proposal = try sheet([
      ("23/06/1975", "42903"), ("23/06/1975", "42903"), ("23/06/1975", "43078"),
    ])
    #expect(try proposal.column("Date jury").serials == [SerialDays(.open)])
  }
}
