internal import AcquisLedger
internal import Events
internal import Projections

/// A candidacy's state, as lines to print.
enum StatusText {
  static func lines(_ answer: CandidacyAnswer, in language: Language) -> [String] {
    let state = answer.state
    let day = answer.on.text
    var rows: [(Text, Text)] = [
      (
        Text("connu", "as known"),
        Text(
          "jusqu’à la position \(answer.known), édition \(Edition.current)",
          "position \(answer.known), edition \(Edition.current)")
      ),
      (
        Text("candidat", "candidate"),
        Text(
          "\(state.candidate), pour \(state.certification), \(state.pathway.text.french)",
          "\(state.candidate), for \(state.certification), \(state.pathway.text.english)")
      ),
      (Text("délai", "window"), text(of: state.window)),
    ]
    let toReview = state.toReview.flatMap { item in
      [
        (Text("À REVOIR", "TO REVIEW"), item.sentence),
        (
          Text("", ""),
          Text("il faut : \(item.remedy.french)", "needed: \(item.remedy.english)")
        ),
      ]
    }
    if let death = state.deathText { rows.insert((Text("décès", "death"), death), at: 2) }
    if state.targetReached {
      rows.append((Text("visés", "targets"), Text("tous acquis", "all held")))
    }
    if state.awaitingJury {
      rows.append(
        (
          Text("jury", "jury"),
          Text("candidature convoquée, décision attendue", "candidacy summoned, decision awaited")
        ))
    }
    if let declaration = state.declaration {
      rows.append((Text("déclaration", "declaration"), declaration.text))
    }
    for certificate in state.certificates {
      rows.append((Text("document", "document"), state.sentence(of: certificate)))
    }
    for block in state.leftBehind {
      rows.append((Text("non repris", "left behind"), block.sentence))
    }
    for waiver in state.waivers {
      let rules = waiver.rules.map(\.description).joined(separator: ", ")
      rows.append(
        (
          Text("dérogation", "waived"),
          Text("\(rules), position \(waiver.position)", "\(rules), position \(waiver.position)")
        ))
    }
    let positions = state.because.map(\.description).joined(separator: ", ")
    rows.append(
      (
        Text("d’après", "from"),
        state.because.count == 1
          ? Text("la position \(positions)", "position \(positions)")
          : Text("les positions \(positions)", "positions \(positions)")
      )
    )
    let head = Text(
      "\(state.candidacy) au \(day.french) : \(state.statusText.french)",
      "\(state.candidacy) on \(day.english): \(state.statusText.english)")
    return [head.text(in: language)]
      + (toReview + rows).map {
        "  \(padded($0.0.text(in: language), 12))\($0.1.text(in: language))"
      }
      + state.blocks.map { "  \(padded($0.code.text, 15))\(text(of: $0).text(in: language))" }
  }

  /// A completion window in a sentence.
  static func text(of window: CompletionWindow) -> Text {
    guard let opensOn = window.opensOn?.text else {
      return Text("aucun : aucun bloc n’est acquis", "none: no block is held")
    }
    let status = window.status.text
    var parts = [
      Text(
        "\(status.french), point de départ le \(opensOn.french)",
        "\(status.english), opened \(opensOn.english)")
    ]
    if let lastDay = window.lastDay?.text {
      parts.append(
        Text("dernier jour le \(lastDay.french)", "last day \(lastDay.english)"))
    } else {
      parts.append(Text("sans limite", "without limit"))
    }
    if window.extended == true {
      parts.append(parts.removeLast().followed(by: Text(" (prolongé)", " (extended)")))
    }
    if let left = window.daysLeft {
      parts.append(Text("reste \(left) j", "\(left) days left"))
    }
    if let completedOn = window.completedOn?.text {
      parts.append(
        Text("complété le \(completedOn.french)", "completed on \(completedOn.english)"))
    }
    if let basis = window.basis?.text { parts.append(basis) }
    return parts.joined(separator: ", ")
  }

  private static func text(of block: BlockState) -> Text {
    var state = block.status.text
    if let since = block.since?.text {
      state = state.followed(by: Text(" depuis le \(since.french)", " since \(since.english)"))
    }
    var parts = [state]
    // A source names its jury itself.
    if block.source == nil, let jury = block.jury {
      parts.append(Text("jury \(jury)", "jury \(jury)"))
    }
    if let source = block.source { parts.append(source.sentence) }
    if let position = block.position {
      parts.append(Text("position \(position)", "position \(position)"))
    }
    return parts.joined(separator: ", ").then(
      Text(
        "\(block.acquired) compétences acquises sur \(block.competencies)",
        "\(block.acquired) of \(block.competencies) competencies acquired"))
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension Text {
  /// This text and another right after it.
  fileprivate func followed(by other: Text) -> Text { [self, other].joined(separator: "") }
}
