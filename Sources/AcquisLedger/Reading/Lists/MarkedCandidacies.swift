internal import EventLog
internal import Events
internal import Projections

/// The candidacies whose standings some entries may change (``Projections/StandingReach``), by index reads.
///
/// Cost: an index read for each candidacy, person and jury, and for each entry that it has.
struct MarkedCandidacies {
  private let log: any EventLog
  private let known: Position
  /// More than these are not gathered.
  private let most: Int
  private var found: Set<CandidacyID> = []
  /// Whether entries were left unread, for there were too many.
  private var isTooMany = false

  /// - Returns: nil if there are more than `most`.
  static func find(
    touchedBy entries: [Envelope], known: Position, atMost most: Int, in log: any EventLog
  ) throws -> [CandidacyID]? {
    var marked = MarkedCandidacies(log: log, known: known, most: most)
    for reach in Set(entries.map { StandingReach(of: $0.event.fact) }) {
      try marked.add(reach)
      if marked.isTooMany || marked.found.count > most { return nil }
    }
    let linked = try marked.linked()
    return linked.count > most ? nil : linked.sorted()
  }

  private init(log: any EventLog, known: Position, most: Int) {
    self.log = log
    self.known = known
    self.most = most
  }

  private mutating func add(_ reach: StandingReach) throws {
    switch reach {
    case .nothing: return
    case .candidacies(let ids): found.formUnion(ids)
    case .persons(let ids):
      var boundary = ConsistencyBoundary(of: log, known: known)
      var candidates: Set<CandidateID> = []
      for id in ids { candidates.formUnion(try boundary.readIDs(of: id)) }
      try addEnrolled(candidates.map { .candidate($0) })
    case .juries(let ids):
      let entries = try log.events(EventQuery(subjects: ids.map { .jury($0) }, through: known))
      for entry in entries { found.formUnion(entry.event.fact.candidacies) }
    case .certifications(let codes): try addEnrolled(codes.map { .certification($0) })
    case .versions(let codes):
      var boundary = ConsistencyBoundary(of: log, known: known)
      for code in codes { try boundary.read(certification: code) }
      var all = Set(codes)
      for entry in boundary.inFoldOrder {
        guard case .certificationSuperseded(let data) = entry.event.fact else { continue }
        all.formUnion([data.certification, data.by])
      }
      try addEnrolled(all.map { .certification($0) })
    }
  }

  /// Adds the candidacies enrolled under a person's id or for a certification, until they are too many.
  private mutating func addEnrolled(_ subjects: [Subject]) throws {
    for subject in subjects {
      let entries = try log.events(
        EventQuery(
          subjects: [subject], types: [.candidateEnrolled], through: known, limit: most + 1))
      found.formUnion(entries.compactMap { $0.event.fact.enrolled?.candidacy })
      // One enrolled anew, after an annulment, has several of them.
      if entries.count > most {
        isTooMany = true
        return
      }
    }
  }

  /// These and all that share standings with them.
  private func linked() throws -> Set<CandidacyID> {
    try StandingReach.linked(to: found) { candidacy in
      let entries = try log.events(
        EventQuery(
          subjects: [.candidacy(candidacy)],
          types: [.candidateEnrolled, .priorValidationRecognised], through: known))
      return entries.compactMap(\.event.fact.candidacyLink).flatMap { [$0.candidacy, $0.source] }
    }
  }
}
