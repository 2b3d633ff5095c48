internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A candidacy's state, as lines to print.
struct StatusText {
  let answer: CandidacyAnswer
  /// `Marie DUPONT (D1)`, or the candidacy's id.
  let label: String
  /// How long blocks of the certification are valid; nil where its framework is not known.
  private let framework: RegisteredFramework?

  var state: CandidacyState { answer.state }

  /// A word, what is said under it and its colour.
  typealias Row = (heading: Text, text: Text, tone: Tone)

  /// Reads what the state leaves to its reader.
  ///
  /// - Throws: `LogFailure`, `VaultFailure`.
  init(_ answer: CandidacyAnswer, _ question: Question, _ names: PersonNames) throws {
    self.answer = answer
    label = try names.label(answer.state.candidate, answer.state.candidacy.text)
    framework = try RegisteredFramework(answer.state.certification, question)
  }

  /// - Parameter width: the most characters of a line.
  func lines(in language: Language, width: Int) -> [StyledLine] {
    let day = answer.on.text
    let head = Text(
      "\(label) au \(day.french) : \(summary.french)",
      "\(label) on \(day.english): \(summary.english)")
    let blocks: [Row] = state.blocks.map { block in
      (
        Text(verbatim: block.code.short(in: state.certification)), text(of: block),
        block.status.tone
      )
    }
    return Wrapped.lines(head.text(in: language), width: width).map { StyledLine($0, .heading) }
      + (rows + blocks + [origins]).flatMap { row in
        StyledLine.labelled(
          row.heading.text(in: language), row.text.text(in: language), row.tone, width: width)
      }
      + Wrapped.lines(knowledge.text(in: language), indent: 2, width: width).map {
        StyledLine($0, .faint)
      }
  }

  /// The status in words, with the blocks held where it does not say it.
  var summary: Text {
    let text = state.statusText
    guard state.status != .certified, state.status != .awardPending else { return text }
    let (held, all) = (state.blocks.count(where: \.status.isHeld), state.blocks.count)
    if held == 0 { return text }
    return Text(
      "\(text.french), \(Text.count(held, .blockHeld).french) sur \(all)",
      "\(text.english), \(held) of \(all) blocks held")
  }

  // MARK: Rows

  /// What is said of the candidacy as a whole: what is to review first.
  var rows: [Row] { toReview + facts + papers }

  private var toReview: [Row] {
    state.toReview.flatMap { item -> [Row] in
      [
        (Text("À REVOIR", "TO REVIEW"), item.sentence, .bad),
        (
          Text("", ""),
          Text("il faut : \(item.remedy.french)", "needed: \(item.remedy.english)"), .plain
        ),
      ]
    }
  }

  private var facts: [Row] {
    var rows: [Row] = [
      (
        Text("candidat", "candidate"),
        Text(
          "\(state.candidate), pour \(state.certification), \(state.pathway.text.french)",
          "\(state.candidate), for \(state.certification), \(state.pathway.text.english)"), .plain
      )
    ]
    if let death = state.deathText { rows.append((Text("décès", "death"), death, .plain)) }
    if let window = Self.window(of: state) {
      rows.append((Text("délai", "window"), window, Self.tone(of: state.window)))
    }
    if let validity { rows.append((Text("acquis", "held"), validity, .plain)) }
    if state.targetReached {
      rows.append((Text("visés", "targets"), Text("tous acquis", "all held"), .good))
    }
    if state.awaitingJury {
      rows.append(
        (
          Text("jury", "jury"),
          Text("candidature convoquée, décision attendue", "candidacy summoned, decision awaited"),
          .warning
        ))
    }
    if let declaration = state.declaration {
      rows.append(
        (
          Text("déclaration", "declaration"), declaration.text,
          declaration.isLate || declaration.answer == .rejected ? .bad : .plain
        ))
    }
    return rows
  }

  private var papers: [Row] {
    state.certificates.map { certificate -> Row in
      (Text("document", "document"), state.sentence(of: certificate), .plain)
    }
      + state.leftBehind.map { block -> Row in
        (Text("non repris", "left behind"), block.sentence, .plain)
      }
      + state.waivers.map { waiver -> Row in
        let rules = waiver.rules.map(\.description).joined(separator: ", ")
        let text = Text(
          "\(rules), position \(waiver.position)", "\(rules), position \(waiver.position)")
        return (Text("dérogation", "waived"), text, .warning)
      }
  }

  /// What the answer rests on.
  private var knowledge: Text {
    Text(
      "état du registre : position \(answer.known), édition \(Edition.current)",
      "as known at position \(answer.known), edition \(Edition.current)")
  }

  /// The entries that the state follows from.
  var origins: Row {
    let positions = state.because.map(\.description).joined(separator: ", ")
    return (
      Text("d’après", "from"),
      state.because.count == 1
        ? Text("la position \(positions)", "position \(positions)")
        : Text("les positions \(positions)", "positions \(positions)"), .faint
    )
  }

  // MARK: Blocks

  /// That blocks stay held although the window is over; nil where the window is not over.
  private var validity: Text? {
    guard state.window.status == .lapsed else { return nil }
    let held = state.blocks.filter(\.status.isHeld)
    if held.isEmpty { return nil }
    let number = Text.count(held.count, .blockHeld)
    let isLimited = held.contains {
      $0.since.flatMap { framework?.lastDay(ofValidityFrom: $0) } != nil
    }
    if framework == nil || isLimited { return number }
    return Text(
      "\(number.french), sans limite de durée", "\(number.english), without a time limit")
  }

  /// Its state, since when, by which jury or from where, and how many of its competencies are acquired.
  func text(of block: BlockState) -> Text {
    var parts = [block.status.text]
    if let since = block.since?.text {
      let state = parts.removeLast()
      parts.append(
        Text(
          "\(state.french) depuis le \(since.french)", "\(state.english) since \(since.english)"))
    }
    if block.status == .validated, let since = block.since,
      let last = framework?.lastDay(ofValidityFrom: since)?.text
    {
      parts.append(Text("valable jusqu’au \(last.french)", "valid until \(last.english)"))
    }
    // A source names its jury itself.
    if block.source == nil, let jury = block.jury {
      parts.append(Text("jury \(jury)", "jury \(jury)"))
    }
    if let source = block.source { parts.append(source.sentence) }
    if let position = block.position {
      parts.append(Text("position \(position)", "position \(position)"))
    }
    let sentence = parts.joined(separator: ", ")
    if block.acquired == 0 { return sentence }
    let many = block.acquired > 1
    return sentence.then(
      Text(
        "\(block.acquired) \(many ? "compétences acquises" : "compétence acquise")"
          + " sur \(block.competencies)",
        "\(block.acquired) of \(block.competencies) competencies acquired"))
  }
}

extension StyledLine {
  /// A word and, beside it, a text on as many lines as it needs.
  static func labelled(
    _ heading: String, _ text: String, _ tone: Tone = .plain, width: Int
  ) -> [StyledLine] {
    let column = max(12, heading.count + 1)
    let lines = Wrapped.cell(Shown.onOneLine(text), width: max(20, width - 2 - column))
    return lines.enumerated().map { index, text in
      var line = StyledLine("  " + (index == 0 ? heading : "").padded(column))
      line.append(text, tone)
      return line
    }
  }
}
