internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

extension JuryText {
  /// The candidates of a certification: a table, or where its blocks are too many for the width, a paragraph
  /// for each candidate.
  func grid(of certification: CertificationCode) -> [StyledLine] {
    let candidates = proceedings.candidates.filter {
      proceedings.certification(of: $0) == certification
    }
    if candidates.isEmpty {
      guard proceedings.candidates.isEmpty else { return [] }
      let none = Text("aucun candidat convoqué", "no candidate summoned")
      return self.lines(of: (Text("candidats", "candidates"), none, .plain))
    }
    let blocks = minutes.blocks(of: certification, candidates)
    let codes = blocks.map { $0.short(in: certification) }
    let least = 3 * 14 + codes.reduce(0) { $0 + max(4, $1.count) + 2 }
    var lines = [StyledLine()]
    if proceedings.certifications.count > 1 {
      lines.append(StyledLine(certification.text, .heading))
    }
    lines +=
      least > width
      ? candidates.flatMap { paragraph($0, blocks, certification) }
      : table(candidates, blocks, codes)
    lines += candidates.flatMap { candidate in
      minutes.longTexts(of: candidate).flatMap { heading, text in
        Wrapped.lines(
          Text(
            "\(label(of: candidate)), \(heading.french) : \(text)",
            "\(label(of: candidate)), \(heading.english): \(text)"
          ).text(in: language), width: width
        ).map { StyledLine($0) }
      }
    }
    return lines
      + Wrapped.lines(Self.legend.text(in: language), width: width).map { StyledLine($0, .faint) }
  }

  static let legend = Text(
    "V : bloc validé ; NV : non validé ; – : non présenté ; entre parenthèses : décision qui ne compte plus",
    "V: block validated; NV: not validated; –: not presented; in brackets: a decision that no longer counts"
  )

  private func table(
    _ candidates: [JuryCandidate], _ blocks: [BlockCode], _ codes: [String]
  ) -> [StyledLine] {
    let isBeside = width >= Self.wide
    let headings =
      [Text("candidat", "candidate")] + codes.map { Text(verbatim: $0) }
      + [Text("décision", "decision")] + (isBeside ? [Text("observations", "observations")] : [])
    var table = Table(columns: headings.map { Table.Column(heading: $0.text(in: language)) })
    for candidate in candidates {
      let notes = minutes.observations(on: candidate).map { Shown.onOneLine($0.text(in: language)) }
      let marks = blocks.map { block in
        Table.Cell(text: mark(of: candidate, block), tone: tone(of: candidate, block))
      }
      let decision = Table.Cell(
        text: decision(on: candidate).text(in: language), tone: tone(of: candidate))
      let beside = isBeside ? [Table.Cell(text: notes.joined(separator: " ; "))] : []
      table.rows.append([Table.Cell(text: label(of: candidate))] + marks + [decision] + beside)
      table.notes.append(
        isBeside
          ? []
          : notes.flatMap { Wrapped.lines($0, indent: 4, width: width) }.map { StyledLine($0) })
    }
    return table.lines(width: width, in: language)
  }

  /// From this width on, observations have a column; below it they stand under their row.
  private static let wide = 120

  private func paragraph(
    _ candidate: JuryCandidate, _ blocks: [BlockCode], _ certification: CertificationCode
  ) -> [StyledLine] {
    let decision = decision(on: candidate)
    let head = Text(
      "\(label(of: candidate)) : \(decision.french)", "\(label(of: candidate)): \(decision.english)"
    )
    let marks = blocks.map { "\($0.short(in: certification)) \(mark(of: candidate, $0))" }
      .joined(separator: ", ")
    let notes = minutes.observations(on: candidate).map { $0.text(in: language) }
    return Wrapped.lines(head.text(in: language), width: width).map {
      StyledLine($0, tone(of: candidate))
    }
      + ([marks] + notes).flatMap { text in
        Wrapped.lines(text, indent: 4, width: width).map { StyledLine($0) }
      }
  }

  /// `DUPONT Marie (D1)`, or the candidacy's id.
  private func label(of candidate: JuryCandidate) -> String {
    candidate.listedName.map { "\($0) (\(candidate.candidacy))" }
      ?? candidate.candidacy.text
  }

  /// `V`, `NV`, `–`; in brackets a decision that no longer counts.
  func mark(of candidate: JuryCandidate, _ block: BlockCode) -> String {
    let marks = candidate.register.decisions.filter { $0.block == block }.map { decision in
      let mark = decision.verdict == .validated ? "V" : "NV"
      return decision.isInForce ? mark : "(\(mark))"
    }
    return marks.isEmpty ? "–" : marks.joined(separator: " ")
  }

  func tone(of candidate: JuryCandidate, _ block: BlockCode) -> Tone {
    guard let decision = candidate.register.decisions.last(where: { $0.block == block }) else {
      return .faint
    }
    if !decision.isInForce { return .faint }
    return decision.verdict == .validated ? .good : .bad
  }

  /// The decision on the candidate; of an absence without a word that agrees with the person.
  func decision(on candidate: JuryCandidate) -> Text {
    guard candidate.register.outcome == .absent else { return candidate.outcomeText }
    return candidate.register.absence?.excused == true
      ? Text("absence excusée", "excused absence") : Text("absence", "absence")
  }

  func tone(of candidate: JuryCandidate) -> Tone {
    switch candidate.register.outcome {
    case .absent, .withdrawn: .faint
    case .summoned: .warning
    case .decided: .plain
    }
  }
}
