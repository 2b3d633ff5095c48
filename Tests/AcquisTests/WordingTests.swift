import AcquisLedger
import Events
import Rules
import Testing

@testable import acquis

struct WordingTests {
  /// What the program itself tells in a table; ``PhrasesTests`` holds the ledger's own.
  private var texts: [Text] {
    var texts: [Text] = []
    for command in Acquis.commands + Acquis.commands.flatMap(\.commands) {
      texts.append(command.summary)
      texts += command.arguments.map(\.help) + command.allOptions.map(\.help)
    }
    texts += HelpTopic.allCases.map(\.summary)
    texts += [ExportFormat.list]
    texts += RuleBook.rules.map(\.sentence)
    return texts
  }

  @Test func `what is told in a table is told in both languages`() {
    for text in texts {
      #expect(!text.french.isEmpty && !text.english.isEmpty)
      #expect(text.french != text.english, "\(text.english)")
    }
  }

  @Test func `every column of a list has its heading in French`() {
    for column in CandidacyList.columns + TimelineRows.columns {
      #expect(ScreenWords.headings[column.name] != nil, "\(column.name)")
    }
  }

  @Test func `no command or option is declared twice, and each example calls its command`() {
    #expect(Set(Acquis.commands.map(\.name)).count == Acquis.commands.count)
    for command in Acquis.commands + Acquis.commands.flatMap(\.commands) {
      let options = command.allOptions.map(\.name)
      #expect(Set(options).count == options.count, "\(command.name)")
      #expect(command.example.hasPrefix("acquis \(command.name)"))
    }
  }

  @Test(arguments: [
    ("2021-06-17", "17 juin 2021"), ("2020-02-01", "1er février 2020"),
    ("0001-12-31", "31 décembre 1"),
  ])
  func `a day is told in words in French`(day: String, words: String) throws {
    #expect(try CalendarDate(day).text == Text(words, day))
  }

  @Test(arguments: [("statsu", "status"), ("windws", "windows"), ("jry", "jury")])
  func `a mistaken word is near the right one`(word: String, right: String) {
    #expect(Nearest.words(to: word, among: Acquis.commands.map(\.name)).first == right)
  }

  @Test func `a text from outside commands no terminal and forges no line`() {
    let text = "a\u{1b}[31m\nb\u{7f}\u{9b}é\t"
    #expect(Shown.lines(text) == "a\u{fffd}[31m\nb\u{fffd}\u{fffd}é\t")
    #expect(Shown.onOneLine(text) == "a\u{fffd}[31m\u{fffd}b\u{fffd}\u{fffd}é\u{fffd}")
    #expect(Text("x", "x").at("p\nq").english == "p\u{fffd}q: x")
    #expect(Shown.word(String(repeating: "x", count: 10_000)).count == 40)
  }

  @Test func `a spreadsheet's fields are quoted where they must be`() {
    #expect(CSVStyle.standard.field("a,b") == "\"a,b\"")
    #expect(CSVStyle.french.field("a,b") == "a,b")
    #expect(CSVStyle.french.field("a;\"b\"") == "\"a;\"\"b\"\"\"")
    #expect(CSVStyle.standard.field("=1+1") == "'=1+1")
    #expect(CSVStyle.standard.field("-12") == "-12")
  }

  @Test func `a table fits the width it is given`() {
    let table = Table(
      columns: [.init(name: "name"), .init(name: "count", isNumber: true)],
      rows: [[String(repeating: "é", count: 60), "7"], ["b", "12"]])
    let lines = table.lines(width: 40, in: .english)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines[1].hasSuffix("    7"))
    #expect(lines[2].hasSuffix("   12"))
  }

  @Test func `a narrow terminal is shown fewer columns, and told which`() {
    let table = Table(
      columns: [
        .init(name: "id"), .init(name: "pathway", rank: 2), .init(name: "status", rank: 1),
      ],
      rows: [["DEMO-D-0001", "continuingTraining", "certified"]])
    let lines = table.lines(width: 24, in: .english)
    #expect(lines[1] == "DEMO-D-0001  certified")
    #expect(lines[2].contains("pathway"))
    #expect(
      table.lines(width: nil, in: .english)[1] == "DEMO-D-0001  continuingTraining  certified")
  }
}
