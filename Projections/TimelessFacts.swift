public import Events

/// The facts that apply to every day once they are known: annulments, merges of candidate ids, and
/// the frameworks of the certifications.
///
/// Built before a fold, from the events of ``types`` that are known (position ≤ known, of any day),
/// in any order. All other facts depend on the day and are folded.
public struct TimelessFacts: Sendable {
  /// The types that it is built from: those that are ``Events/Payload/isTimeless``.
  public static let types: [EventType] = [
    .eventAnnulled, .candidateMerged, .certificationRegistered,
  ]

  /// The ids of the entries annulled, which every fold ignores.
  public let annulled: Set<EventID>
  /// The framework of each known certification, by its first registration that is not annulled.
  public let frameworks: [CertificationCode: Framework]
  /// The competencies of these frameworks.
  package let competencies: CompetencyIndex
  /// For each id merged into another, the person's current id.
  private let merges: [CandidateID: CandidateID]
  /// For each merge, whether its two ids were one person already, by the merges recorded before it.
  private let mergedAgain: [Position: Bool]
  /// The certification of each entry that registers a framework, annulled or not.
  package let registrations: [EventID: CertificationCode]

  /// - Parameter events: the known events of ``types``; others are ignored.
  public init(_ events: [Envelope]) {
    var annulments = Annulments()
    for envelope in events {
      if case .eventAnnulled(let data) = envelope.event.fact {
        annulments.add(data, id: envelope.event.id, at: envelope.position)
      }
    }
    let annulled = annulments.annulledEntries()
    var registrations: [CertificationCode: (CertificationRegistered, Position)] = [:]
    var merges: [CandidateID: CandidateID] = [:]
    var mergedAgain: [Position: Bool] = [:]
    var registered: [EventID: CertificationCode] = [:]
    for envelope in events {
      guard case .certificationRegistered(let data) = envelope.event.fact else { continue }
      registered[envelope.event.id] = data.certification
    }
    for envelope in events.sorted(by: { $0.position < $1.position })
    where !annulled.contains(envelope.event.id) {
      if case .certificationRegistered(let data) = envelope.event.fact,
        registrations[data.certification] == nil
      {
        registrations[data.certification] = (data, envelope.position)
      } else if case .candidateMerged(let data) = envelope.event.fact {
        let (from, into) = (merges.person(data.candidate), merges.person(data.into))
        mergedAgain[envelope.position] = from == into
        if from != into { merges[from] = into }
      }
    }
    self.annulled = annulled
    let competencies = CompetencyIndex(
      registrations.values.sorted { $0.1 < $1.1 }.map { $0.0 })
    self.competencies = competencies
    frameworks = registrations.mapValues { Framework($0.0, at: $0.1, competencies) }
    for candidate in Array(merges.keys) { _ = merges.person(candidate) }
    self.merges = merges
    self.mergedAgain = mergedAgain
    self.registrations = registered
  }

  /// Whether a merge, known or still to be recorded, names two ids that are one person already.
  package func isRepeated(_ merge: CandidateMerged, at position: Position) -> Bool {
    mergedAgain[position] ?? (person(merge.candidate) == person(merge.into))
  }

  /// The ids merged into others, in no particular order.
  var mergedCandidates: some Collection<CandidateID> { merges.keys }

  /// The current id of a person, after all known merges; the id itself if it was not merged. A
  /// merge of two ids that are one person already changes nothing.
  public func person(_ candidate: CandidateID) -> CandidateID {
    merges[candidate] ?? candidate
  }
}

extension [CandidateID: CandidateID] {
  /// The end of an id's chain of merges. Compresses the path, so that a chain is walked only once.
  fileprivate mutating func person(_ candidate: CandidateID) -> CandidateID {
    var current = candidate
    while let next = self[current] { current = next }
    var passed = candidate
    while let next = self[passed], next != current {
      self[passed] = current
      passed = next
    }
    return current
  }
}
