import AcquisLedger
import Events
import Projections
import Testing

@testable import Documents

@Suite struct JuryPhrasesTests {
  @Test(arguments: [
    (0, "0 refusé", "0 refusals"), (1, "1 refusé", "1 refusal"), (2, "2 refusés", "2 refusals"),
  ])
  func `0 and 1 take the singular in French, 1 alone in English`(
    number: Int, french: String, english: String
  ) {
    let text = Text.count(number, Text("refusé", "refusal"), Text("refusés", "refusals"))
    #expect(text == Text(french, english))
  }

  @Test func `a block's code loses its certification's, and only that`() throws {
    let code = try CertificationCode("RNCP38052")
    #expect(try BlockCode("RNCP38052BC01").short(in: code) == "BC01")
    #expect(try BlockCode("RNCP42001BC01").short(in: code) == "RNCP42001BC01")
    #expect(try BlockCode("3474D1").short(in: CertificationCode("3474")) == "D1")
  }

  @Test func `a day in a table has two digits for the day and the month`() throws {
    #expect(try CalendarDate("2026-07-01").inTable == Text("01/07/2026", "2026-07-01"))
  }

  @Test func `a long list is cut into rows, and an empty one into none`() {
    #expect([1, 2, 3, 4, 5].chunked(by: 2) == [[1, 2], [3, 4], [5]])
    #expect([Int]().chunked(by: 3).isEmpty)
  }

  @Test func `an obstacle names a candidacy and its remedy`() throws {
    let id = try CandidacyID("D1")
    #expect(
      LetterObstacle.erased(id).text.french
        == "D1 : les données de la personne ont été effacées ; `--except D1` laisse cette candidature de côté"
    )
  }
}
