public import Events

/// Something in a person's history that whoever decides is to know of.
public struct PriorReview: Hashable, Sendable {
  public let candidacy: CandidacyID
  /// Nil for an entry that was annulled, revoked or overturned: no rule is broken.
  public let rule: RuleID?
  /// The entry: an award, an appeal, a decision, an entry annulled.
  public let position: Position
  /// Codes and numbers only.
  public let message: Text

  public init(candidacy: CandidacyID, rule: RuleID?, position: Position, message: Text) {
    self.candidacy = candidacy
    self.rule = rule
    self.position = position
    self.message = message
  }
}

extension LedgerState {
  /// What is contested, revoked, overturned or to be looked into in a person's candidacies on a day, by
  /// position.
  public func priorReviews(of candidate: CandidateID, on day: CalendarDate) -> [PriorReview] {
    candidacies(of: candidate).compactMap { candidacy($0, on: day) }.flatMap(reviews(of:))
      .sorted { $0.position < $1.position }
  }

  /// What is to review in a candidacy, and its decisions and recognitions revoked or overturned.
  private func reviews(of candidacy: CandidacyState) -> [PriorReview] {
    let id = candidacy.candidacy
    let items = candidacy.toReview.map {
      PriorReview(candidacy: id, rule: $0.rule, position: $0.position, message: $0.message)
    }
    guard let record = records[id] else { return items }
    let ended = record.decisions.all.compactMap { decision -> PriorReview? in
      guard let fate = decision.fateMoment else { return nil }
      let (block, position) = (decision.block, fate.position)
      switch decision.fate {
      case .stands, .appealed, .upheld: return nil
      case .revoked:
        return PriorReview(
          candidacy: id, rule: nil, position: decision.position,
          message: Text(
            "la décision sur \(block) est révoquée à la position \(position)",
            "the decision on \(block) is revoked at position \(position)"))
      case .fallen:
        return PriorReview(
          candidacy: id, rule: nil, position: decision.position,
          message: Text(
            "la décision sur \(block) est annulée sur recours, ou avec son jury, à la position \(position)",
            "the decision on \(block) is overturned on appeal, or with its jury, at position \(position)"
          ))
      }
    }
    let revoked = record.recognitions.compactMap { recognition -> PriorReview? in
      recognition.revoked.map {
        PriorReview(
          candidacy: id, rule: nil, position: recognition.moment.position,
          message: Text(
            "la reconnaissance de \(recognition.block) est révoquée à la position \($0.position)",
            "the recognition of \(recognition.block) is revoked at position \($0.position)"))
      }
    }
    let award = record.awardRevoked.map {
      PriorReview(
        candidacy: id, rule: nil, position: $0.position,
        message: Text("la délivrance est révoquée", "the award is revoked"))
    }
    return items + ended + revoked + (award.map { [$0] } ?? [])
  }
}
