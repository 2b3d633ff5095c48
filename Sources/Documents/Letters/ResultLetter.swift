internal import AcquisLedger
internal import Events
internal import Projections

extension LetterContent {
  /// The result: decisions by block with the grounds of refusals, what is held, the window and the means of
  /// recourse.
  ///
  /// - Parameter validity: how long a block is held; nil if not known.
  func result(validity: TimeLimit?) -> Letter {
    Letter(
      candidacy: candidate.candidacy, kind: .result, languages: languages,
      page: page(
        .result,
        HTML.joined([
          languages.html("p", announcement), table, overturned, recommendation,
          languages.html("h2", Text("Votre situation", "Where you stand")),
          HTML.joined(situation(validity).map { languages.html("p", $0) }),
        ]),
        after: HTML.joined([
          languages.html("h2", RecourseText.title),
          languages.html("p", class: "note", RecourseText.body),
        ])),
      statement: statement(
        .result,
        [
          JSONMember("decisions", .list(decisions.map(\.statement))),
          JSONMember("status", .string(state.status.rawValue)),
          JSONMember("held", .list(held.map { .string($0.code.text) })),
          JSONMember(
            "lastDay", state.window.lastDay.map { .string($0.description) } ?? .null),
        ]))
  }

  private var announcement: Text {
    let days = proceedings.state.session.phrase
    return Text(
      "À l’issue de sa session \(days.french), le jury de la certification a pris les décisions suivantes.",
      "After its session \(days.english), the jury of the certification decided as follows.")
  }

  /// The latest decision in force on each block, in the framework's order.
  private var decisions: [BlockDecision] {
    var latest: [BlockCode: BlockDecision] = [:]
    for decision in candidate.decisionsInForce { latest[decision.block] = decision }
    let order = framework?.blocks.elements.map(\.code) ?? []
    let others = Set(latest.keys).subtracting(order).sorted { $0.text < $1.text }
    return (order + others).compactMap { latest[$0] }
  }

  private var table: HTML {
    HTML("table") {
      HTML("thead") {
        HTML("tr") {
          languages.html("th", Text("Bloc", "Block"))
          languages.html("th", Text("Intitulé", "Title"))
          languages.html("th", Text("Décision", "Decision"))
        }
      }
      HTML("tbody") {
        for decision in decisions {
          HTML("tr") {
            HTML("td", class: "code", text: decision.block.text)
            HTML("td", text: title(of: decision.block))
            HTML("td") { languages.html(text(of: decision)) }
          }
          if let grounds = candidate.grounds[decision.position]?.value {
            HTML("tr") {
              HTML("td")
              HTML("td", class: "small", ["colspan": "2"]) {
                languages.html(Text("Motif du refus : ", "Grounds of the refusal: "))
                HTML(text: grounds)
              }
            }
          }
        }
      }
    }
  }

  private func text(of decision: BlockDecision) -> Text {
    let day = decision.decidedOn.inTable
    switch decision.verdict {
    case .validated:
      return Text("validé le \(day.french)", "validated on \(day.english)")
    case .refused:
      return Text("non validé le \(day.french)", "not validated on \(day.english)")
    }
  }

  /// The decisions of this jury that no longer count and that no later one replaces.
  @HTMLBuilder private var overturned: HTML {
    for sequel in candidate.sequels where sequel.kind == .overturned || sequel.kind == .revoked {
      let (block, day) = (sequel.block.text, sequel.day.text)
      languages.html(
        "p",
        sequel.kind == .revoked
          ? Text(
            "Une décision du jury sur \(block) a été révoquée le \(day.french).",
            "A decision of the jury on \(block) was revoked on \(day.english).")
          : Text(
            "Une décision du jury sur \(block) a été annulée sur recours le \(day.french).",
            "A decision of the jury on \(block) was overturned on appeal on \(day.english)."))
    }
  }

  @HTMLBuilder private var recommendation: HTML {
    if let text = candidate.recommendation.value {
      HTML("p") {
        HTML("strong") {
          languages.html(Text("Recommandation du jury : ", "Recommendation of the jury: "))
        }
        HTML(text: text)
      }
    }
  }

  private var held: [BlockState] { state.blocks.filter(\.status.isHeld) }

  /// What is held, what is missing, until when it may be completed, and how long blocks are held.
  private func situation(_ validity: TimeLimit?) -> [Text] {
    var sentences: [Text] = []
    let missing = state.blocks.filter { !$0.status.isHeld }.map(\.code.text)
    if held.isEmpty {
      sentences.append(Text("Aucun bloc n’est acquis à ce jour.", "No block is held to this day."))
    } else {
      let list = held.map { block -> Text in
        let since = block.since?.text
        return Text(
          since.map { "\(block.code.text) depuis le \($0.french)" } ?? block.code.text,
          since.map { "\(block.code.text) since \($0.english)" } ?? block.code.text)
      }.joined(separator: ", ")
      sentences.append(
        Text(
          "\(held.count < 2 ? "Bloc acquis" : "Blocs acquis") : \(list.french).",
          "\(held.count == 1 ? "Block held" : "Blocks held"): \(list.english)."))
    }
    if missing.isEmpty {
      sentences.append(award)
    } else if !held.isEmpty {
      let list = missing.joined(separator: ", ")
      sentences.append(
        Text(
          "\(missing.count < 2 ? "Reste" : "Restent") à acquérir : \(list).",
          "Still to be acquired: \(list)."))
      if let window { sentences.append(window) }
    }
    if !held.isEmpty, let validity { sentences.append(text(of: validity)) }
    return sentences
  }

  private var award: Text {
    state.status == .certified
      ? Text(
        "Tous les blocs sont acquis : la certification vous est délivrée.",
        "Every block is held: the certification is awarded to you.")
      : Text(
        "Tous les blocs sont acquis : la certification est à délivrer.",
        "Every block is held: the certification is to be awarded.")
  }

  /// Until when the missing blocks may be validated.
  private var window: Text? {
    let window = state.window
    guard let lastDay = window.lastDay?.text else {
      return window.opensOn.map { _ in
        Text(
          "Le délai pour compléter votre certification est sans limite.",
          "There is no time limit to complete your certification.")
      }
    }
    if window.status == .lapsed {
      return Text(
        "Le délai pour compléter a pris fin le \(lastDay.french) ; une nouvelle candidature peut reprendre "
          + "les blocs acquis.",
        "The completion window ended on \(lastDay.english); the blocks held may be recognised in a new "
          + "candidacy.")
    }
    let opensOn = window.opensOn?.text ?? Text("", "")
    let basis = window.basis.map { Text(", \($0.text.french)", ", \($0.text.english)") }
    let source = basis ?? Text("", "")
    return Text(
      "Le délai pour compléter votre certification court du \(opensOn.french) au \(lastDay.french), ce "
        + "dernier jour inclus\(source.french).",
      "You may complete your certification from \(opensOn.english) to \(lastDay.english), that last day "
        + "included\(source.english).")
  }

  private func text(of validity: TimeLimit) -> Text {
    guard let years = validity.years?.value else {
      return Text(
        "Les blocs acquis le sont sans limite de durée.", "Blocks are held without limit of time.")
    }
    return Text(
      "Un bloc est acquis pour \(Text.count(years, .year).french) à compter du jour de sa décision.",
      "A block is held for \(Text.count(years, .year).english) from the day of its decision.")
  }
}

extension BlockDecision {
  /// The decision as JSON; its grounds stand under its position.
  fileprivate var statement: JSONValue {
    [
      "block": .string(block.text), "verdict": .string(verdict.rawValue),
      "decidedOn": .string(decidedOn.description), "position": .integer(Int(position.number)),
    ]
  }
}
