import AcquisLedger
import Events
import Projections
import Rules
import Sheets
import Testing

@testable import acquis

struct WordingTests {
  /// What the help says of commands, arguments, options and topics.
  private var helpTexts: [Text] {
    var texts: [Text] = []
    for command in Acquis.commands + Acquis.commands.flatMap(\.commands) {
      texts.append(command.summary)
      texts += command.arguments.map(\.help) + command.allOptions.map(\.help)
    }
    return texts + HelpTopic.allCases.map(\.summary) + [ExportFormat.list]
  }

  @Test func `the help names the same options, files and variables in both languages`() {
    for text in helpTexts {
      #expect(Self.codeWords(text.french) == Self.codeWords(text.english), "\(text.english)")
    }
  }

  /// The words of a sentence that belong to no language: options, variables, files, fields.
  private static func codeWords(_ sentence: String) -> [String] {
    sentence.split { " ,;:()`".contains($0) }.map(String.init)
      .filter { $0.hasPrefix("--") || $0.hasPrefix("$") || $0.hasPrefix(".") }
      .sorted()
  }

  @Test func `every column of every list has a heading of its own in French`() {
    let headings = ListColumn.allCases.map(\.heading.french)
    #expect(headings.allSatisfy { !$0.isEmpty })
    // A waiver is `waives` in a timeline and `waived` among findings, never both.
    #expect(Set(headings).count == headings.count - 1)
  }

  @Test func `a cell has a value for programs and words for people`() throws {
    let day = ListCell.day(try CalendarDate("2021-06-17"))
    let state = ListCell.word(CandidacyStatus.revoked)
    #expect(state.exact(in: .french) == "revoked")
    #expect(state.shown(in: .french) == CandidacyStatus.revoked.text.french)
    #expect(state.shown(in: .english) == CandidacyStatus.revoked.text.english)
    #expect(day.exact(in: .french) == "2021-06-17")
    #expect(day.shown(in: .french) == "17/06/2021")
    #expect(ListCell.percent(71).exact(in: .french) == "71")
    #expect(ListCell.percent(71).shown(in: .french) == "71\u{a0}%")
    #expect(ListCell.plain("a\nb").shown(in: .french) == "a\u{fffd}b")
    #expect(ListCell.number(nil) == .empty)
  }

  @Test func `the help shows what a rule does, for each type where that differs`() throws {
    let lines = try HelpTopic.rules.lines(in: .english, width: 10_000, word: nil)
    var differing: [RuleID] = []
    for rule in RuleBook.rules {
      let index = try #require(lines.firstIndex { $0.hasPrefix("\(rule.id)  ") })
      let severities = RuleBook.severities(of: rule)
      for (_, types) in severities where severities.count > 1 {
        let names = types.map(\.rawValue).joined(separator: ", ")
        #expect(lines[index + 1].contains("(\(names))"), "\(rule.id)")
      }
      if severities.count > 1 { differing.append(rule.id) }
    }
    #expect(try differing.contains(RuleID("R03")))
  }

  @Test func `the option for one rule names the first and the last of the book`() throws {
    let option = try #require(Command.findings.options.first { $0.name == "rule" })
    let ends = try [#require(RuleBook.ids.first), #require(RuleBook.ids.last)]
    for text in [option.help.french, option.help.english] {
      for id in ends { #expect(text.contains(id.description)) }
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
  func `a day is written in words in French`(day: String, words: String) throws {
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

  private func table(_ columns: [Table.Column], _ rows: [String]...) -> Table {
    Table(columns: columns, rows: rows.map { $0.map { Table.Cell(text: $0) } })
  }

  @Test func `a table fits the width it is given, and nothing of a cell is lost`() {
    let words = "un constat de plusieurs mots qui ne tient pas sur une ligne étroite"
    let table = table(
      [.init(heading: "name"), .init(heading: "count", isNumber: true)],
      [words, "7"], [String(repeating: "é", count: 60), "12"])
    let lines = table.lines(width: 40, in: .english).map(\.text)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines[1].hasSuffix("    7"))
    #expect(lines.joined().filter { $0 == "é" }.count == 61)
    let first = lines.dropFirst().prefix { !$0.contains("éé") }.joined(separator: " ")
    #expect(
      first.split(separator: " ").filter { $0 != "7" }.joined(separator: " ") == words)
  }

  @Test func `a narrow terminal shows fewer columns, and names those left out`() {
    let table = table(
      [
        .init(heading: "id"), .init(heading: "pathway", rank: 2),
        .init(heading: "status", rank: 1),
      ],
      ["DEMO-D-0001", "continuingTraining", "certified"])
    let lines = table.lines(width: 24, in: .english).map(\.text)
    #expect(lines[1] == "DEMO-D-0001  certified")
    #expect(lines[2...].joined(separator: " ").contains("pathway"))
    #expect(
      table.lines(width: nil, in: .english)[1].text
        == "DEMO-D-0001  continuingTraining  certified")
  }

  @Test func `a colour is around its words and changes none of them`() {
    var line = StyledLine("a  ")
    line.append("b", .bad)
    #expect(line.text == "a  b")
    #expect(line.painted == "a  \u{1b}[31mb\u{1b}[0m")
  }
}
