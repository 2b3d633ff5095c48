internal import EventLog
public import Events

/// What an entry between two states of knowledge is about, as far as it may explain a change.
struct EntryBetween {
  let position: Position
  let recordedBy: RecorderID
  /// Its type, and that of the entry that it annuls.
  private(set) var types: Set<EventType>
  /// The blocks that it names, or the entry that it annuls.
  private(set) var blocks: Set<BlockCode>
  let candidacies: Set<CandidacyID>
  /// The entries that it annuls: of an annulment annulled, also what that one annulled.
  private(set) var annulled: Set<Position> = []
  /// The merge of ids that it records, or annuls.
  private(set) var merge: CandidateMerged?
  /// The entry that corrects the one annulled.
  private(set) var correction: Position?
  let waivesRules: Bool

  private let annulment: EventAnnulled?

  init(_ envelope: Envelope) {
    let fact = envelope.event.fact
    position = envelope.position
    recordedBy = envelope.event.recordedBy
    types = [fact.type]
    blocks = Set(fact.blocksNamed)
    candidacies = Set(
      fact.payload.subjects.compactMap { if case .candidacy(let id) = $0 { id } else { nil } })
    waivesRules = envelope.event.waives != nil
    merge = if case .candidateMerged(let data) = fact { data } else { nil }
    annulment = if case .eventAnnulled(let data) = fact { data } else { nil }
  }

  /// Adds what it annuls.
  ///
  /// Cost: two index reads for each entry annulled.
  mutating func readAnnulled(in log: some EventLog) throws {
    var next = annulment
    if let id = annulment?.replacedBy { correction = try log.position(of: id) }
    while let data = next, let entry = try log.event(data.event) {
      let fact = entry.event.fact
      types.insert(fact.type)
      blocks.formUnion(fact.blocksNamed)
      annulled.insert(entry.position)
      if case .candidateMerged(let data) = fact { merge = data }
      next = if case .eventAnnulled(let data) = fact { data } else { nil }
    }
  }

  /// What is told of it beside a change.
  var cause: ChangeCause {
    ChangeCause(recordedBy: recordedBy, isAnnulment: !annulled.isEmpty, correction: correction)
  }

  /// It and its correction.
  var positions: [Position] { [position] + [correction].compactMap(\.self) }
}

extension Fact {
  /// The blocks that the fact is about.
  public var blocksNamed: [BlockCode] {
    if case .blockValidated(let data) = self { return [data.block] }
    if case .blockRefused(let data) = self { return [data.block] }
    if case .juryDecisionRevoked(let data) = self { return [data.block] }
    if case .decisionAppealed(let data) = self { return [data.block] }
    if case .appealDecided(let data) = self { return [data.block] }
    if case .priorValidationRecognised(let data) = self { return [data.block] }
    if case .recognitionRevoked(let data) = self { return [data.block] }
    if case .certificationRevoked(let data) = self { return data.blocks?.elements ?? [] }
    return []
  }
}
