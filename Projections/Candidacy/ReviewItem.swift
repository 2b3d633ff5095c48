public import Events

/// Something in a candidacy that someone is to look into: an entry and the rule it is about.
public struct ReviewItem: Hashable, Sendable {
  /// R08, R14 or R17.
  public let rule: RuleID
  /// The award, the appeal, or the certificate's issue.
  public let position: Position
  /// What is to be looked into, with codes and numbers only.
  public let message: Text
  /// What would settle it.
  public let remedy: Text

  /// The message in English.
  var json: JSONValue {
    [
      "rule": .string(rule.description), "position": .integer(Int(position.number)),
      "message": .string(message.english),
    ]
  }
}

extension LedgerState {
  /// What is to review in a candidacy, by position:
  ///
  /// - an award in force with blocks no longer held (R08);
  /// - an appeal without an outcome (R17);
  /// - a certificate issued before any award that counts, because its award was annulled (R14);
  /// - a partial certificate in force that names a block no longer held (R14).
  func toReview(
    _ candidacy: CandidacyID, _ record: CandidacyRecord, _ blocks: [BlockState]
  ) -> [ReviewItem] {
    let held = Set(blocks.filter(\.status.isHeld).map(\.code))
    var items = record.decisions.pendingAppeals.map { appeal in
      ReviewItem(
        rule: RuleID(number: 17), position: appeal.position,
        message: Text(
          "un recours contre la décision du jury \(appeal.jury) sur \(appeal.block) est en cours",
          "an appeal against the decision of jury \(appeal.jury) on \(appeal.block) is pending"),
        remedy: Text("l’issue du recours (AppealDecided)", "its outcome (AppealDecided)"))
    }
    if let award = record.award, record.isAwarded, held.count < blocks.count {
      let lost = lost(blocks.map(\.code).filter { !held.contains($0) })
      items.append(
        ReviewItem(
          rule: RuleID(number: 8), position: award.position,
          message: Text(
            "la délivrance repose sur \(Text.count(held.count, .block).french) sur \(blocks.count) : \(lost.french)",
            "the award rests on \(held.count) of \(blocks.count) blocks: \(lost.english)"
          ),
          remedy: Text(
            "la révocation de la délivrance, ou l’acquisition de chaque bloc manquant",
            "the award revoked, or each missing block held again")))
    }
    // The award that it was issued for was annulled, even if the certification was awarded since.
    let isUnfounded = record.certificate.map { certificate in
      record.award.map { certificate.moment < $0 } ?? true
    }
    if let certificate = record.certificate, isUnfounded == true {
      items.append(
        ReviewItem(
          rule: RuleID(number: 14), position: certificate.moment.position,
          message: Text(
            "le certificat \(certificate.value) ne repose plus sur une délivrance",
            "certificate \(certificate.value) has no award any more"),
          remedy: Text(
            "le certificat rendu, ou une nouvelle délivrance et un certificat réédité",
            "the certificate returned, or a new award and a certificate reissued")))
    }
    for certificate in record.certificates where certificate.replacedBy == nil {
      let missing = (certificate.blocks ?? []).filter { !held.contains($0) }
      guard !missing.isEmpty else { continue }
      items.append(
        ReviewItem(
          rule: RuleID(number: 14), position: certificate.moment.position,
          message: Text(
            "le certificat partiel \(certificate.number) mentionne \(list(missing)), qui \(missing.count == 1 ? "n’est plus acquis" : "ne sont plus acquis")",
            "partial certificate \(certificate.number) names \(list(missing)), no longer held"),
          remedy: Text(
            "le certificat partiel rendu, ou réédité avec les blocs acquis",
            "the partial certificate returned, or reissued with the blocks held")))
    }
    return items.sorted { ($0.position, $0.rule) < ($1.position, $1.rule) }
  }

  /// `BC01 is no longer held`.
  private func lost(_ blocks: [BlockCode]) -> Text {
    Text(
      "\(list(blocks)) \(blocks.count == 1 ? "n’est plus acquis" : "ne sont plus acquis")",
      "\(list(blocks)) is no longer held")
  }

  private func list(_ blocks: [BlockCode]) -> String {
    blocks.map(\.text).joined(separator: ", ")
  }
}
