internal import Events
internal import Projections

/// A candidacy's answer as people read it.
enum StatusText {
  /// The lines to print.
  static func lines(_ answer: CandidacyAnswer) -> [String] {
    let state = answer.state
    let day = answer.on.wording
    var rows: [(Wording, Wording)] = [
      (
        Wording("su", "as known"),
        Wording(
          "jusqu’à la position \(answer.known), édition \(Edition.current)",
          "position \(answer.known), edition \(Edition.current)")
      ),
      (
        Wording("candidat", "candidate"),
        Wording(
          "\(state.candidate), pour \(state.certification), \(state.pathway.wording.french)",
          "\(state.candidate), for \(state.certification), \(state.pathway.wording.english)")
      ),
      (Wording("délai", "window"), wording(state.window)),
    ]
    if state.targetReached {
      rows.append((Wording("visés", "targets"), Wording("tous acquis", "all held")))
    }
    if state.awaitingJury {
      rows.append(
        (
          Wording("jury", "jury"),
          Wording("convoqué, pas encore décidé", "summoned, not decided yet")
        ))
    }
    if let certificate = state.certificate {
      let issued = certificate.issuedOn.wording
      rows.append(
        (
          Wording("document", "document"),
          Wording(
            "certificat \(certificate.number) du \(issued.french)",
            "certificate \(certificate.number) of \(issued.english)")
        ))
    }
    for waiver in state.waivers {
      let rules = waiver.rules.map(\.description).joined(separator: ", ")
      rows.append(
        (
          Wording("dérogation", "waived"),
          Wording("\(rules), position \(waiver.position)", "\(rules), position \(waiver.position)")
        ))
    }
    let positions = state.because.map(\.description).joined(separator: ", ")
    rows.append(
      (
        Wording("du fait de", "because"),
        Wording("positions \(positions)", "positions \(positions)")
      )
    )
    let head = Wording(
      "\(state.candidacy) au \(day.french) : \(state.status.wording.french)",
      "\(state.candidacy) on \(day.english): \(state.status.wording.english)")
    return [head.text] + rows.map { "  \(padded($0.0.text, 11))\($0.1.text)" }
      + state.blocks.map { "  \(padded($0.code.text, 15))\(wording($0).text)" }
  }

  /// A completion window in a sentence.
  static func wording(_ window: CompletionWindow) -> Wording {
    guard let opensOn = window.opensOn?.wording else {
      return Wording("aucun : aucun bloc n’est acquis", "none: no block is held")
    }
    let status = window.status.wording
    var french = "\(status.french), depuis le \(opensOn.french)"
    var english = "\(status.english), opened \(opensOn.english)"
    if let lastDay = window.lastDay?.wording {
      french += ", dernier jour le \(lastDay.french)"
      english += ", last day \(lastDay.english)"
    } else {
      french += ", sans limite"
      english += ", without limit"
    }
    if window.extended == true {
      french += " (prolongé)"
      english += " (extended)"
    }
    if let left = window.daysLeft {
      french += ", reste \(left) j"
      english += ", \(left) days left"
    }
    if let completedOn = window.completedOn?.wording {
      french += ", complété le \(completedOn.french)"
      english += ", completed on \(completedOn.english)"
    }
    if let basis = window.basis?.wording {
      french += ", \(basis.french)"
      english += ", \(basis.english)"
    }
    return Wording(french, english)
  }

  private static func wording(_ block: BlockState) -> Wording {
    var french = block.status.wording.french
    var english = block.status.wording.english
    if let since = block.since?.wording {
      french += " depuis le \(since.french)"
      english += " since \(since.english)"
    }
    if let jury = block.jury {
      french += ", jury \(jury)"
      english += ", jury \(jury)"
    }
    if let position = block.position {
      french += ", position \(position)"
      english += ", position \(position)"
    }
    french += " ; \(block.acquired) compétences acquises sur \(block.competencies)"
    english += "; \(block.acquired) of \(block.competencies) competencies acquired"
    return Wording(french, english)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
