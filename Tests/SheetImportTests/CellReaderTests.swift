import Events
import Testing

@testable import SheetImport

struct CellReaderTests {
  @Test(arguments: [
    ("DUPONT Marie", "DUPONT", "Marie"), ("Marie DUPONT", "DUPONT", "Marie"),
    ("DE LA CRUZ Anne-Lise", "DE LA CRUZ", "Anne-Lise"), ("Mme N’DIAYE Awa", "N’DIAYE", "Awa"),
    ("NGUYEN Thi Lan", "NGUYEN", "Thi Lan"), ("Anne de la CRUZ", "de la CRUZ", "Anne"),
    ("Dupont, Marie", "Dupont", "Marie"), ("DUPONT, MARIE", "DUPONT", "MARIE"),
  ])
  func `a birth name is what is in capitals`(text: String, birth: String, first: String) {
    #expect(
      NameReader.fullName(text) == NameReader.Name(birthName: birth, firstNames: [first]))
  }

  @Test(arguments: ["DUPONT MARIE", "Dupont Marie", "DUPONT", "DUPONT Marie DURAND"])
  func `a name of which no part is told apart is none`(text: String) {
    #expect(NameReader.fullName(text) == nil)
  }

  @Test func `usage names are told from birth names`() {
    #expect(
      NameReader.fullName("DUPONT née MARTIN Marie, Claire")
        == NameReader.Name(
          birthName: "MARTIN", usageName: "DUPONT", firstNames: ["Marie", "Claire"]))
    #expect(
      NameReader.birthName("MARTIN (épouse DUPONT)")
        == NameReader.Name(birthName: "MARTIN", usageName: "DUPONT"))
    #expect(NameReader.birthName("ÉPOUSE MARTIN").birthName == "ÉPOUSE MARTIN")
    #expect(NameReader.firstNames("Marie, Thi Lan") == ["Marie", "Thi Lan"])
  }

  @Test(arguments: [
    ("15,5", 1550), ("15.5", 1550), ("12/20", 1200), ("12 / 20", 1200), ("9", 900), ("9,999", 999),
  ])
  func `a mark is read in hundredths`(text: String, hundredths: Int) {
    #expect(MarkReader.mark(text, scale: 20) == Mark(hundredths: hundredths))
  }

  @Test(arguments: ["21", "60/100", "-3", "ABS", "12/", "1,2,3", "", "12,"])
  func `what is no mark out of the scale is none`(text: String) {
    #expect(MarkReader.mark(text, scale: 20) == nil)
  }

  @Test(arguments: [
    "BC02", "RNCP38052BC02", "Bloc 2", "CCP2", "UC 2", "bloc n° 2", "2", "BC02 Doléances",
  ])
  func `a block is found by its codes and its number`(text: String) throws {
    var reader = BlockReader(try Rows.frameworks())
    let certification = try CertificationCode("RNCP38052")
    let second = try Rows.block(2)
    #expect(reader.block(text, of: certification) == second)
  }

  @Test(arguments: ["BC05", "Bloc", "X", "BC01 BC02", "Épreuve 2"])
  func `what is no block of the certification is none`(text: String) throws {
    var reader = BlockReader(try Rows.frameworks())
    #expect(reader.block(text, of: try CertificationCode("RNCP38052")) == nil)
  }

  @Test(arguments: [
    ("BC01, BC03", [1, 3]), ("1 et 3", [1, 3]), ("BC01 + BC03 & BC04", [1, 3, 4]),
    ("BC01\nBC03", [1, 3]),
    ("tous", [1, 2, 3, 4]), ("Tous sauf BC02", [1, 3, 4]), ("BC01 BC03", [1, 3]), ("aucun", []),
    ("Bloc 1 / Bloc 3", [1, 3]), ("BC01;BC01", [1]),
  ])
  func `a list of blocks is read`(text: String, numbers: [Int]) throws {
    var reader = BlockReader(try Rows.frameworks())
    let (blocks, isWhole) = reader.list(text, of: try CertificationCode("RNCP38052")) { _ in nil }
    let expected = try numbers.map { try Rows.block($0) }
    #expect(isWhole && blocks == expected)
  }

  @Test(arguments: ["BC01 - BC03", "BC01, BC09", "BC01 à BC03"])
  func `a list with something else is not whole`(text: String) throws {
    var reader = BlockReader(try Rows.frameworks())
    #expect(!reader.list(text, of: try CertificationCode("RNCP38052")) { _ in nil }.isWhole)
  }

  @Test func `ids and answers are read from the columns that the program wrote`() throws {
    let ids = try #require(AnswerReader.ids("enregistré (2020) [P-0007 D-2024-001]"))
    #expect(ids.0.text == "P-0007" && ids.1?.text == "D-2024-001")
    #expect(AnswerReader.ids("enregistré P-0007") == nil)
    #expect(AnswerReader.answer("Même") == .same(nil))
    #expect(AnswerReader.answer("même P-0007") == .same(try CandidateID("P-0007")))
    #expect(AnswerReader.answer("autre") == .another && AnswerReader.answer("Same") == .same(nil))
    #expect(AnswerReader.answer("même personne ?") == nil && AnswerReader.answer("à voir") == nil)
  }
}
