public import Events

/// What was recorded of a session after its sheet was made, and that the sheet does not say itself.
public struct SheetChange: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case verdict(BlockCode, before: SheetVerdict?, after: SheetVerdict?)
    case attendance(
      before: SessionCandidate.Attendance?, after: SessionCandidate.Attendance?)
    case grounds(BlockCode)
    case recommendation
    case summoned
    case notSummoned
    case session
    case members
  }

  public let kind: Kind
  /// Nil for a change of the jury itself.
  public let candidacy: CandidacyID?
}

extension SheetChange: TextConvertible {
  public var text: Text {
    switch kind {
    case .verdict(let block, let before, let after):
      let (before, after) = (Self.word(before?.word), Self.word(after?.word))
      return Text(
        "\(block) : \(before.french), maintenant \(after.french)",
        "\(block): \(before.english), now \(after.english)")
    case .attendance(let before, let after):
      let (before, after) = (Self.word(before?.word), Self.word(after?.word))
      return Text(
        "présence : \(before.french), maintenant \(after.french)",
        "attendance: \(before.english), now \(after.english)")
    case .grounds(let block):
      return Text("\(block) : un autre motif", "\(block): other grounds")
    case .recommendation:
      return Text("une autre recommandation", "another recommendation")
    case .summoned: return Text("convoquée depuis", "summoned since")
    case .notSummoned: return Text("n’est plus convoquée", "not summoned any more")
    case .session: return Text("d’autres jours de session", "other days of the session")
    case .members: return Text("d’autres membres", "other members")
    }
  }

  private static func word(_ word: Text?) -> Text { word ?? Text("rien", "nothing") }
}

extension SheetChange {
  /// The changes from one record to a later one.
  ///
  /// - Parameters:
  ///   - rows: the sheet's rows: a change that a row says itself is left out.
  ///   - labels: the blocks by their names in small letters.
  static func all(
    from base: SessionRecord, to now: SessionRecord, rows: [CandidacyID: FilledSheet.Row],
    labels: [String: BlockCode]
  ) -> [SheetChange] {
    guard base.known < now.known else { return [] }
    var changes: [SheetChange] = []
    if base.session != now.session { changes.append(SheetChange(kind: .session, candidacy: nil)) }
    if Set(base.members) != Set(now.members) {
      changes.append(SheetChange(kind: .members, candidacy: nil))
    }
    for after in now.candidates {
      let row = rows[after.candidacy]
      let before = base.candidate(after.candidacy)
      if !(before?.isExpected ?? false), after.isExpected, row == nil {
        changes.append(SheetChange(kind: .summoned, candidacy: after.candidacy))
        continue
      }
      guard let before else { continue }
      changes += kinds(from: before, to: after, row, labels).map {
        SheetChange(kind: $0, candidacy: after.candidacy)
      }
    }
    return changes
  }

  private static func kinds(
    from before: SessionCandidate, to after: SessionCandidate, _ row: FilledSheet.Row?,
    _ labels: [String: BlockCode]
  ) -> [Kind] {
    var kinds: [Kind] = []
    let grounds = SheetGrounds(row?.grounds?.value ?? "", labels: labels)
    if before.isExpected, !after.isExpected { kinds.append(.notSummoned) }
    for block in after.blocks {
      let (old, new) = (before.verdict(on: block), after.verdict(on: block))
      let said = row?.verdicts.first { $0.block == block }?.cell.value
      if old != new, said != new || new == nil {
        kinds.append(.verdict(block, before: old, after: new))
      } else if new == .refused,
        before.decisions[block]?.entry != after.decisions[block]?.entry,
        let recorded = after.decisions[block]?.grounds, recorded != .hidden,
        old == new && before.decisions[block]?.grounds.text != recorded.text
          || grounds[block].map({ $0 != SheetText.trimmed(recorded.text ?? "") }) == true
      {
        kinds.append(.grounds(block))
      }
    }
    // That who was decided on was present is told by the verdicts.
    if before.attendance != after.attendance, before.absence != after.absence,
      row?.attendance?.value.says(after.attendance) != true
    {
      kinds.append(.attendance(before: before.attendance, after: after.attendance))
    }
    let text = after.recommendation?.text.text
    if before.recommendation?.entry != after.recommendation?.entry,
      row?.recommendation.map({ SheetText.trimmed($0.value) }) != text.map(SheetText.trimmed)
    {
      kinds.append(.recommendation)
    }
    return kinds
  }
}
