internal import Events

/// What a fact says something about: two facts of one key say the same thing, or contradict each other.
struct FactKey: Hashable, Sendable {
  /// In the order in which facts of one day are recorded.
  enum Kind: Int, Hashable, Sendable {
    case registration, enrolment, admissibility, trainingStart, trainingEnd
    case convening, summons, sitting, absence, decision, recognition, recommendation
    case award, certificate
  }

  let kind: Kind
  var candidate: String?
  var candidacy: String?
  var jury: String?
  var block: String?
  /// Of a recognition: a sheet states it with a session, and no jury decides it.
  var day: CalendarDate?

  init(
    _ kind: Kind, candidate: String? = nil, candidacy: String? = nil, jury: String? = nil,
    block: String? = nil, day: CalendarDate? = nil
  ) {
    self.kind = kind
    self.candidate = candidate
    self.candidacy = candidacy
    self.jury = jury
    self.block = block
    self.day = day
  }

  /// Nil for a type that no sheet states.
  init?(_ type: EventType, on occurredOn: CalendarDate, _ data: JSONValue) {
    guard let (kind, fields) = Self.types[type] else { return nil }
    self.init(kind)
    if fields.contains(.candidate) { candidate = data["candidate"]?.text }
    if fields.contains(.candidacy) { candidacy = data["candidacy"]?.text }
    if fields.contains(.jury) { jury = data["jury"]?.text }
    if fields.contains(.block) { block = data["block"]?.text }
    if kind == .recognition { day = occurredOn }
  }

  /// The types that a sheet states.
  static var typesStated: [EventType] { Array(types.keys) }

  private enum Part { case candidate, candidacy, jury, block }

  private static let types: [EventType: (Kind, Set<Part>)] = [
    .candidateRegistered: (.registration, [.candidate]),
    .candidateIdentityCorrected: (.registration, [.candidate]),
    .candidateEnrolled: (.enrolment, [.candidacy]),
    .admissibilityDecided: (.admissibility, [.candidacy]),
    .trainingStarted: (.trainingStart, [.candidacy]),
    .trainingCompleted: (.trainingEnd, [.candidacy]),
    .juryConvened: (.convening, [.jury]),
    .candidateSummoned: (.summons, [.jury, .candidacy]),
    .juryHeld: (.sitting, [.jury]),
    .candidateAbsent: (.absence, [.jury, .candidacy]),
    .blockValidated: (.decision, [.jury, .candidacy, .block]),
    .blockRefused: (.decision, [.jury, .candidacy, .block]),
    .priorValidationRecognised: (.recognition, [.candidacy, .block]),
    .juryRecommended: (.recommendation, [.jury, .candidacy]),
    .certificationAwarded: (.award, [.candidacy]),
    .certificateIssued: (.certificate, [.candidacy]),
  ]
}

extension SheetFact {
  var key: FactKey? { FactKey(type, on: occurredOn, data) }
}

extension [SheetFact] {
  /// In the order in which they are recorded: by day, then as one follows from another, then by ids.
  var inOrder: [SheetFact] {
    let keyed = map { ($0, $0.key?.kind.rawValue ?? -1, $0.key?.words ?? []) }
    return keyed.sorted { left, right in
      if left.0.occurredOn != right.0.occurredOn { return left.0.occurredOn < right.0.occurredOn }
      if left.1 != right.1 { return left.1 < right.1 }
      return left.2.lexicographicallyPrecedes(right.2)
    }.map(\.0)
  }
}

extension FactKey {
  fileprivate var words: [String] {
    [candidate ?? "", candidacy ?? "", jury ?? "", block ?? ""]
  }
}

/// An entry of the ledger about what sheets state.
struct RecordedFact: Sendable {
  let key: FactKey
  let envelope: Envelope
  /// The data, its texts about persons sealed.
  let data: JSONValue

  /// - Parameter person: the current id of a person.
  init?(_ envelope: Envelope, person: (CandidateID) -> CandidateID) throws(ReadingFailure) {
    let fact = envelope.event.fact
    let data = try fact.payload.json()
    guard var key = FactKey(fact.type, on: envelope.event.occurredOn, data)
    else { return nil }
    if let id = fact.registered { key.candidate = person(id).text }
    self.key = key
    self.envelope = envelope
    self.data = data
  }

  var type: EventType { envelope.event.fact.type }
  var id: EventID { envelope.event.id }
  /// Whether an import recorded it: it was not judged by the rules.
  var isImported: Bool { envelope.event.judged == nil }
  /// Whether a plan stated a part of it.
  var hasReason: Bool { envelope.event.reason != nil }
}

extension Fact {
  /// The candidate whom it registers, or whose identity it corrects.
  var registered: CandidateID? {
    if case .candidateRegistered(let data) = self { return data.candidate }
    if case .candidateIdentityCorrected(let data) = self { return data.candidate }
    return nil
  }
}
