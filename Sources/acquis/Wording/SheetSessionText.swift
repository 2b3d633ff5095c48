internal import AcquisLedger
internal import Events
internal import Projections
internal import Rules

/// What `record --sheet` says of a session.
enum SheetSessionText {
  /// The jury, its day and who sat, where a sitting is recorded; then the minutes.
  static func head(
    _ plan: SessionPlan, _ record: SessionRecord, _ steps: [SessionStep]
  ) -> [Text] {
    steps.compactMap { step -> Text? in
      let day = step.day.text
      switch step.kind {
      case .held(let present):
        let ids = present.map { $0.map(\.text).joined(separator: ", ") }
        return Text(
          "jury \(record.jury), séance du \(day.french)\(ids.map { " : présents \($0)" } ?? "")",
          "jury \(record.jury), sitting of \(day.english)\(ids.map { ": present \($0)" } ?? "")")
      case .deliberated(let minutes):
        let minutes = Shown.onOneLine(minutes)
        return Text(
          "délibération du \(day.french), procès-verbal \(minutes)",
          "deliberation of \(day.english), minutes \(minutes)")
      case .annulled, .absent, .decided, .recommended, .awarded: return nil
      }
    }
  }

  /// `DUPONT Marie (D1) : BC01, BC02 validés ; BC03 non validé ; 2 blocs acquis sur 4`.
  ///
  /// - Parameters:
  ///   - name: nil: the candidacy alone is told.
  ///   - refusedAward: why the certification is not awarded although every block is held.
  static func outcome(
    _ outcome: SessionPlan.Outcome, in record: SessionRecord, name: String?,
    refusedAward: [Refusal]?
  ) -> Text {
    let parts =
      decided(outcome, .validated, record) + decided(outcome, .refused, record)
      + outcome.steps.compactMap { single($0, outcome, record) } + without(outcome)
      + [status(outcome, refusedAward)]
      + (outcome.undermines
        ? [
          Text(
            "la certification reste délivrée : révoquez-la, ou annulez sa délivrance",
            "the certification stays awarded: revoke it, or annul its award")
        ] : [])
    let who = name.map { "\($0) (\(outcome.candidacy))" } ?? outcome.candidacy.text
    let said = parts.joined(separator: " ; ").french
    return Text("\(who) : \(said)", "\(who): \(parts.joined(separator: "; ").english)")
  }

  /// The blocks decided anew, in one part.
  private static func decided(
    _ outcome: SessionPlan.Outcome, _ wanted: BlockDecision.Verdict, _ record: SessionRecord
  ) -> [Text] {
    let blocks = outcome.steps.compactMap { step -> (String, Bool)? in
      guard step.replaces == nil, case .decided(wanted, let block, let grounds, _) = step.kind
      else { return nil }
      return (record.name(of: block), grounds != nil)
    }
    if blocks.isEmpty { return [] }
    let (isOne, names) = (blocks.count == 1, blocks.map(\.0).joined(separator: ", "))
    let grounds =
      blocks.contains { $0.1 } ? Text(" (motif joint)", " (grounds given)") : Text("", "")
    return [
      wanted == .validated
        ? Text("\(names) \(isOne ? "validé" : "validés")", "\(names) validated")
        : Text(
          "\(names) \(isOne ? "non validé" : "non validés")\(grounds.french)",
          "\(names) not validated\(grounds.english)")
    ]
  }

  /// A step that is told alone; nil for one that is told with others.
  private static func single(
    _ step: SessionStep, _ outcome: SessionPlan.Outcome, _ record: SessionRecord
  ) -> Text? {
    let corrects = step.replaces.map { entry in
      Text(" (corrige la position \(entry.position))", " (corrects position \(entry.position))")
    }
    let (french, english) = (corrects?.french ?? "", corrects?.english ?? "")
    switch step.kind {
    case .decided(let verdict, let block, _, _):
      guard corrects != nil else { return nil }
      let name = record.name(of: block)
      return verdict == .validated
        ? Text("\(name) validé\(french)", "\(name) validated\(english)")
        : Text("\(name) non validé\(french)", "\(name) not validated\(english)")
    case .absent(let excused):
      return excused
        ? Text("absence excusée\(french)", "absent, excused\(english)")
        : Text("absence non excusée\(french)", "absent, not excused\(english)")
    case .recommended:
      return Text("recommandation jointe\(french)", "recommendation given\(english)")
    case .annulled(let entry, let other):
      guard other == nil else { return nil }
      return Text(
        "entrée de la position \(entry.position) annulée",
        "entry at position \(entry.position) annulled")
    case .held, .awarded, .deliberated: return nil
    }
  }

  /// The members left out of the decisions because they are recused.
  private static func without(_ outcome: SessionPlan.Outcome) -> [Text] {
    let members = outcome.steps.lazy.compactMap { step -> [MemberID]? in
      if case .decided(_, _, _, let without) = step.kind, !without.isEmpty { without } else { nil }
    }.first
    guard let members else { return [] }
    let (ids, isOne) = (members.map(\.text).joined(separator: ", "), members.count == 1)
    return [
      Text("sans \(ids), \(isOne ? "récusé" : "récusés")", "without \(ids), recused")
    ]
  }

  private static func status(_ outcome: SessionPlan.Outcome, _ refused: [Refusal]?) -> Text {
    if let refused {
      let why = refused.map { refusal in
        let message = refusal.message
        return Text(
          "\(refusal.rule), \(message.french)", "\(refusal.rule), \(message.english)")
      }.joined(separator: " ; ")
      return Text(
        "certification non délivrée (\(why.french))", "certification not awarded (\(why.english))")
    }
    if outcome.isAwarded { return Text("certification délivrée", "certification awarded") }
    let (held, all) = (outcome.held, outcome.blocks)
    return Text(
      "\(held) \(held < 2 ? "bloc acquis" : "blocs acquis") sur \(all)",
      "\(held) of \(all) \(all == 1 ? "block" : "blocks") held")
  }

  /// What changed since the sheet was made, and awards that a correction leaves without a block.
  static func changes(_ plan: SessionPlan, _ names: [CandidacyID: String]) -> [Text] {
    func who(_ candidacy: CandidacyID) -> String {
      names[candidacy].map { "\($0) (\(candidacy))" } ?? candidacy.text
    }
    let head = Text(
      "le registre a changé depuis la feuille :", "the ledger has changed since the sheet:")
    let changes = plan.changes.map { change in
      let (what, who) = (change.text, change.candidacy.map(who) ?? "jury")
      return Text("  \(who) : \(what.french)", "  \(who): \(what.english)")
    }
    let undermined = plan.outcomes.filter(\.undermines).map { outcome in
      let who = who(outcome.candidacy)
      return Text(
        "\(who) : un bloc corrigé n’est plus acquis, et la certification est délivrée",
        "\(who): a corrected block is not held any more, and the certification is awarded")
    }
    return (changes.isEmpty ? [] : [head] + changes) + undermined
  }

  /// The rules that refuse a step.
  static func refused(
    _ step: SessionStep, _ refusals: [Refusal], in record: SessionRecord
  ) -> Text {
    let what: Text? =
      if case .decided(_, let block, _, _) = step.kind {
        Text(verbatim: record.name(of: block))
      } else { nil }
    let subject = [step.candidacy.map { Text(verbatim: $0.text) }, what].compactMap(\.self)
    let rules = refusals.map(\.text)
    return
      ([subject.isEmpty ? Text(verbatim: step.type.rawValue) : subject.joined(separator: ", ")]
      + rules).joined(separator: "\n  ")
  }
}

extension SessionPlan.Outcome {
  /// In JSON: what is recorded of the candidacy.
  func json(isAwarded: Bool) -> JSONValue {
    func blocks(_ wanted: BlockDecision.Verdict) -> JSONValue {
      .list(
        steps.compactMap { step in
          if case .decided(wanted, let block, _, _) = step.kind { .string(block.text) } else { nil }
        })
    }
    let excused = steps.lazy.compactMap { step -> Bool? in
      if case .absent(let excused) = step.kind { excused } else { nil }
    }.first
    let corrected = steps.compactMap { step -> JSONValue? in
      if case .annulled(let entry, _) = step.kind {
        .integer(Int(entry.position.number))
      } else {
        nil
      }
    }
    return [
      "candidacy": .string(candidacy.text), "validated": blocks(.validated),
      "refused": blocks(.refused), "excused": excused.map { .boolean($0) } ?? .null,
      "corrected": .list(corrected), "held": .integer(held), "of": .integer(self.blocks),
      "awarded": .boolean(isAwarded),
    ]
  }
}
