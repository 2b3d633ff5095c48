internal import AcquisLedger
internal import Events
internal import Projections

/// What a person's prior validations count for, as lines to print.
struct PriorText {
  let answer: PriorAnswer
  /// Opens names and grounds, where they may be shown.
  let texts: PersonalTexts
  let language: Language
  /// The most characters of a line, but of a command's.
  let width: Int

  /// - Parameter commands: shown last, each on one line.
  func lines(_ commands: PriorCommands) throws -> [String] {
    var lines = try heading()
    switch answer.scope {
    case .certification(let validations, _):
      for block in validations.blocks { lines += try self.lines(of: block) }
      lines.append("")
      for row in rows(validations) { lines += section(row.0, row.1) }
      lines += self.lines(of: commands, validations)
    case .all(let summaries, let held):
      lines += summaries.flatMap { wrapped(text(of: $0), indent: 2) }
      lines.append("")
      lines += section(
        Text("Acquis", "Held"),
        held.isEmpty ? [Text("aucun bloc", "no block")] : held.map(text(of:)))
      lines += reviewRows().flatMap { section(Text("À vérifier", "To check"), [$0]) }
      lines += wrapped(
        Text(
          "Bloc par bloc : `acquis prior \(answer.candidate) --for CODE`",
          "Block by block: `acquis prior \(answer.candidate) --for CODE`"), indent: 2)
    }
    return lines
  }

  func wrapped(_ text: Text, indent: Int) -> [String] {
    Wrapped.lines(text.text(in: language), indent: indent, width: width)
  }

  /// A heading, and below it sentences.
  private func section(_ heading: Text, _ rows: [Text]) -> [String] {
    rows.isEmpty ? [] : wrapped(heading, indent: 2) + rows.flatMap { wrapped($0, indent: 4) }
  }

  // MARK: The heading

  private func heading() throws -> [String] {
    let day = answer.on.text
    let ids = answer.ids.map(\.text).joined(separator: ", ")
    let person = try texts.identity(of: answer.candidate).value.map(Self.named)
    let who = person.map { Text("\($0.french) (\(ids))", "\($0.english) (\(ids))") }
    let known = Text(
      "état du registre : position \(answer.known), édition \(Edition.current)",
      "as known at position \(answer.known), edition \(Edition.current)")
    var lines = wrapped(who ?? Text(verbatim: ids), indent: 0)
    switch answer.scope {
    case .certification(let validations, let title):
      let (code, of) = (validations.certification, validations.blocks.count)
      lines += wrapped(
        Text(
          "Pour \(code), \(title.text), au \(day.french)",
          "For \(code), \(title.text), on \(day.english)"), indent: 0)
      lines += wrapped(
        Self.count(validations.counting, of: of).then(known), indent: 2)
    case .all:
      lines += wrapped(
        Text(
          "Pour chaque certification du registre, au \(day.french)",
          "For each certification of the ledger, on \(day.english)"), indent: 0)
      lines += wrapped(known, indent: 2)
    }
    return lines + [""]
  }

  /// `Sandrine LEFÈVRE`, with the usage name where there is one.
  static func name(_ identity: Identity) -> String {
    let first = identity.firstNames.elements.first?.text ?? ""
    let birth = identity.birthName.text.uppercased()
    guard let usage = identity.usageName?.text.uppercased(), usage != birth else {
      return "\(first) \(birth)"
    }
    return "\(first) \(usage) (\(birth))"
  }

  private static func named(_ identity: Identity) -> Text {
    let name = name(identity)
    guard let birth = identity.birthDate else { return Text(verbatim: name) }
    let born =
      switch identity.sex {
      case .female: Text("née", "born")
      case .male: Text("né", "born")
      case nil: Text("né(e)", "born")
      }
    let isDay = birth.text.utf8.count == 10
    let french = isDay ? "le \(birth.firstDay.text.french)" : "en \(birth.text)"
    return Text("\(name), \(born.french) \(french)", "\(name), \(born.english) \(birth.text)")
  }

  static func count(_ counting: Int, of blocks: Int) -> Text {
    Text(
      counting == 0
        ? "aucun bloc sur \(blocks) ne compte"
        : "\(Text.count(counting, .block).french) sur \(blocks) "
          + (counting == 1 ? "compte" : "comptent"),
      counting == 0
        ? "no block of \(blocks) counts"
        : "\(counting) of \(blocks) blocks count\(counting == 1 ? "s" : "")")
  }

  func text(of summary: PriorAnswer.Summary) -> Text {
    let count = Self.count(summary.counting, of: summary.blocks)
    let name = "\(summary.certification), \(summary.title.text)"
    return Text("\(name) : \(count.french)", "\(name): \(count.english)")
  }

  // MARK: The commands

  private func lines(of commands: PriorCommands, _ validations: PriorValidations) -> [String] {
    var lines: [String] = []
    if !commands.facts.isEmpty {
      lines += wrapped(
        Text(
          "Pour reprendre (à relire, puis à exécuter, ou --record) :",
          "To take it up (read it again, then run it, or --record):"), indent: 2)
      lines += commands.lines(commands.facts).map { "    " + $0 }
    }
    if !commands.afterExamination.isEmpty {
      lines += wrapped(
        Text(
          "Une fois le document examiné, s’il convient :",
          "Once the document is examined, and if it will do:"), indent: 2)
      lines += commands.lines(commands.afterExamination).map { "    " + $0 }
    }
    return lines
  }
}
