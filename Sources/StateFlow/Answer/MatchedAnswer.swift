public import AcquisLedger
internal import Cryptography
public import EventLog
public import Events
internal import Projections

/// An answer beside the awards that were sent in its flow.
public struct MatchedAnswer: Sendable {
  /// A passage of an award that was sent.
  public struct Passage: Sendable {
    public let answered: AnsweredPassage
    public let deposit: SentAwards.Deposit
    /// The id of the entry that records it: the same whenever and wherever the answer is taken in.
    public let entry: EventID
    /// What the ledger has under that id.
    public let recorded: Recorded

    /// Whether that entry was annulled since.
    public let isAnnulled: Bool

    public var isNew: Bool { recorded == .nothing }
  }

  /// What the ledger has of a passage.
  public enum Recorded: Hashable, Sendable {
    case nothing
    case same
    /// An answer with the other outcome, or something else, under the same number of treatment.
    case another
  }

  public let answer: FlowAnswer
  /// In the order of the file.
  public let passages: [Passage]
  /// Those whose id this ledger never sent in that flow.
  public let unknown: [AnsweredPassage]
  /// Those of an award that was annulled and made anew after the deposit: they do not answer for the new one.
  public let madeAnew: [AnsweredPassage]
  /// The candidacies of the flow that neither this answer nor an earlier one names.
  public let unanswered: [CandidacyID]

  /// Compares an answer with the ledger.
  ///
  /// Cost: that of ``SentAwards``, and two index reads for each passage.
  ///
  /// - Returns: nil if the ledger has no deposit of the flow.
  /// - Throws: ``LogFailure``.
  public init?(_ answer: FlowAnswer, known: Position, in log: some EventLog) throws {
    guard let sent = try SentAwards(in: answer.flow, known: known, of: log) else { return nil }
    let hash = try SHA256()
    var passages: [Passage] = []
    var (unknown, madeAnew): ([AnsweredPassage], [AnsweredPassage]) = ([], [])
    for answered in answer.passages {
      guard let award = answered.award, let deposit = sent.deposits[award] else {
        unknown.append(answered)
        continue
      }
      if sent.madeAnew.contains(award) {
        madeAnew.append(answered)
        continue
      }
      let text = [Self.prefix, answer.flow.text, answer.treatment, award.description]
        .joined(separator: "\u{0}")
      // The award's time, so that the id depends on nothing of the day on which it is taken in.
      let entry = EventID(
        version8At: award.high >> 16, hash: try hash.digest(of: Array(text.utf8)).bytes)
      let recorded = try Self.recorded(
        try log.event(entry), deposit.candidacy, answer.flow, answered.outcome.recorded)
      passages.append(
        Passage(
          answered: answered, deposit: deposit, entry: entry, recorded: recorded,
          isAnnulled: sent.annulled.contains(entry)))
    }
    self.answer = answer
    self.passages = passages
    self.unknown = unknown
    self.madeAnew = madeAnew
    let named = Set(
      passages.map(\.deposit.candidacy)
        + madeAnew.compactMap { $0.award.flatMap { sent.deposits[$0]?.candidacy } })
    unanswered = try sent.candidacies.subtracting(named).sorted().filter { candidacy in
      try !log.isAnswered(answer.flow, for: candidacy, known: known)
    }
  }

  /// What distinguishes these ids from all others.
  private static let prefix = "acquis: answer to a flow, 1"

  private static func recorded(
    _ entry: Envelope?, _ candidacy: CandidacyID, _ flow: FlowID, _ outcome: DeclarationOutcome
  ) throws -> Recorded {
    guard let entry else { return .nothing }
    guard case .declarationAnswered(let data) = entry.event.fact, data.candidacy == candidacy,
      data.flow == flow, data.outcome == outcome
    else { return .another }
    return .same
  }

  /// The entries of the passages that the ledger does not have, each on the line of its passage.
  ///
  /// - Throws: ``SubmissionFailure``.
  public func submissions(
    on day: CalendarDate, recordedBy recorder: String
  ) throws(SubmissionFailure) -> [Submission] {
    var submissions: [Submission] = []
    for passage in passages where passage.isNew {
      var data = [
        JSONMember("candidacy", .string(passage.deposit.candidacy.text)),
        JSONMember("flow", .string(answer.flow.text)),
        JSONMember("outcome", .string(passage.answered.outcome.recorded.rawValue)),
      ]
      if let message = passage.answered.message {
        data.append(JSONMember("grounds", .string(message.text)))
      }
      submissions.append(
        try Submission(
          [
            "id": .string(passage.entry.description),
            "type": .string(EventType.declarationAnswered.rawValue),
            "occurredOn": .string(day.description), "recordedBy": .string(recorder),
            "data": .object(data),
          ], line: passage.answered.line))
    }
    return submissions
  }
}

extension EventLog {
  /// Whether an answer to a flow is recorded for a candidacy, and not annulled.
  fileprivate func isAnswered(
    _ flow: FlowID, for candidacy: CandidacyID, known: Position
  ) throws -> Bool {
    let entries = try events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.declarationAnswered, .eventAnnulled],
        through: known))
    let annulled = TimelessFacts(entries).annulled
    return entries.contains { entry in
      guard case .declarationAnswered(let data) = entry.event.fact else { return false }
      return data.flow == flow && !annulled.contains(entry.event.id)
    }
  }
}
