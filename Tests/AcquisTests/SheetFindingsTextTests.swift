import Events
import SheetImport
import Testing

@testable import Rules
@testable import acquis

/// What the rules report of a sheet: a line for each rule and cause.
struct SheetFindingsTextTests {
  private func finding(
    _ rule: Int, _ message: String, at position: Int64
  ) throws -> Finding {
    let rule = try #require(RuleBook.rule(RuleID(number: rule)))
    let violation = Violation(Text(message, message), remedy: Text("…", "…"))
    return Finding(rule, violation, at: Position(position), isWaived: false)
  }

  /// The rows of each position: that of its number and a hundred; below 50, a jury's.
  private func lines(_ findings: [Finding], isRecorded: Bool = false, tabs: [String] = []) -> [Text]
  {
    SheetFindingsText(findings, SheetRowsText(tabs: tabs)) { position in
      let number = Int(position.number)
      return number < 50 ? [] : [RowPlace(page: 0, number: number - 50 + 4)]
    }.lines(isRecorded: isRecorded)
  }

  @Test func `a rule and cause is one line, the rare before what the sheet's age explains`() throws
  {
    var findings = try (1...18).map {
      try finding(3, "the composition of jury J-\($0) is not known", at: $0)
    }
    findings += try (51...70).map {
      try finding(12, "D-\($0) has no admissibility decision", at: $0)
    }
    findings += try (51...53).map { try finding(31, "the decision is of …", at: $0) }
    findings += try (60...61).map { try finding(6, "block B of D-\($0) is already held", at: $0) }
    findings += [try finding(14, "the number is already used (position 60)", at: 99)]
    let lines = lines(findings)
    #expect(
      lines.map(\.french) == [
        "Ce que les règles signalent :",
        "  R14 numéro de certificat déjà utilisé : 1 entrée (ligne 53)",
        "  R06 bloc déjà acquis, décidé de nouveau : 2 entrées (lignes 14, 15)",
        "  R03 composition du jury inconnue : 18 sessions",
        "  R12 VAE sans décision de recevabilité : 20 entrées (lignes 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 et 8 autres)",
        "  R31 (pour information) décision plus de deux mois après la session : 3 entrées (lignes 5, 6, 7)",
      ])
    #expect(lines[1].english == "  R14 certificate’s number already used: 1 entry (row 53)")
    #expect(lines[3].english == "  R03 composition of the jury unknown: 18 sessions")
  }

  @Test func `several entries of a row name it once, and causes of one rule are apart`() throws {
    let findings = [
      try finding(12, "D-1 has no admissibility decision", at: 51),
      try finding(12, "D-1 has no admissibility decision", at: 51),
      try finding(12, "the admissibility decision of D-2 is unfavourable", at: 52),
      try finding(3, "nobody holds a role for D-3", at: 53),
    ]
    #expect(
      lines(findings).map(\.english) == [
        "What the rules report:",
        "  R03 jury incomplete: 1 entry (row 7)",
        "  R12 admissibility unfavourable, or not valid on the session’s day: 1 entry (row 6)",
        "  R12 VAE without an admissibility decision: 2 entries (row 5)",
      ])
  }

  @Test func `after an import the command that names persons is told, and nothing of nothing`()
    throws
  {
    let lines = lines([try finding(8, "…", at: 51)], isRecorded: true)
    #expect(lines.last?.french == "  Personne par personne : `acquis findings`")
    #expect(self.lines([], isRecorded: true).isEmpty)
  }

  @Test func `every rule has a sentence of its own in both languages, without digits`() {
    let texts = RuleBook.ids.compactMap { rule in
      SheetRuleText.rules[Int(rule.description.dropFirst()) ?? 0]
    }
    #expect(texts.count == RuleBook.rules.count)
    #expect(Set(texts.map(\.french)).count == texts.count)
    let all = texts + SheetRuleText.causes.values.joined().map(\.text)
    for text in all {
      #expect(!text.french.isEmpty && !text.english.isEmpty)
      #expect(!(text.french + text.english).contains { $0.isNumber }, "\(text.english)")
    }
  }

  @Test func `a cause is told apart by words that a rule says`() throws {
    let said = try SourceTexts(in: ["Sources/Rules"]).english
    for cause in SheetRuleText.causes.values.joined() where !cause.words.isEmpty {
      #expect(said.contains { $0.contains(cause.words) }, "\(cause.words)")
    }
  }
}
