internal import EventLog
internal import Events
internal import Projections

/// The candidacies whose state some entries may change, found by subject.
///
/// Those that an entry, or the entry that it annuls, names; those of a person merged or deceased; those of
/// a jury cancelled or annulled; and, step by step, those that complete one of them or take blocks from it.
/// An entry about a certification may touch every candidacy of it: ``isOfEveryCandidacy``.
///
/// Cost: an index read for each candidacy, person and jury.
struct TouchedCandidacies {
  /// Those that the entries name, in the order of the entries.
  private(set) var named: [CandidacyID] = []
  /// The others, by id.
  private(set) var others: [CandidacyID] = []
  /// Whether an entry changes what counts for every candidacy of a certification.
  private(set) var isOfEveryCandidacy = false

  /// - Parameters:
  ///   - entries: of the log.
  ///   - known: the last position read.
  init(_ entries: [Envelope], known: Position, in log: some EventLog) throws {
    var met: Set<CandidacyID> = []
    var unread: [CandidacyID] = []
    for envelope in entries {
      let fact = envelope.event.fact
      for id in fact.candidacies where met.insert(id).inserted {
        named.append(id)
        unread.append(id)
      }
      for id in try Self.further(fact, known: known, in: log) where met.insert(id).inserted {
        unread.append(id)
      }
      if fact.isAboutCertificationsAlone { isOfEveryCandidacy = true }
    }
    while let id = unread.popLast() {
      let links = try log.events(
        EventQuery(
          subjects: [.candidacy(id)], types: [.candidateEnrolled, .priorValidationRecognised],
          through: known))
      for other in links.flatMap(\.event.fact.candidacies) where met.insert(other).inserted {
        unread.append(other)
      }
    }
    others = met.subtracting(named).sorted()
  }

  /// The types that touch candidacies which they do not name.
  private static let reaching: Set<EventType> = [
    .candidateMerged, .candidateDeceased, .juryCancelled, .juryAnnulled, .eventAnnulled,
  ]

  /// Every one.
  var all: [CandidacyID] { named + others }

  /// The candidacies that a fact touches without naming them.
  private static func further(
    _ fact: Fact, known: Position, in log: some EventLog
  ) throws -> [CandidacyID] {
    guard reaching.contains(fact.type) else { return [] }
    var found: [CandidacyID] = []
    for subject in fact.subjects {
      switch subject {
      case .candidate(let id):
        // An annulled enrolment names a candidate too: its candidacy is named already.
        var boundary = ConsistencyBoundary(of: log, known: known)
        for id in try boundary.readIDs(of: id).sorted() {
          let enrolments = try log.events(
            EventQuery(
              subjects: [.candidate(id)], types: [.candidateEnrolled], through: known))
          found += enrolments.compactMap { $0.event.fact.enrolled?.candidacy }
        }
      case .jury where fact.candidacies.isEmpty:
        let entries = try log.events(EventQuery(subjects: [subject], through: known))
        found += entries.flatMap(\.event.fact.candidacies)
      case .jury, .candidacy, .certification, .certificate, .certifier, .member: break
      }
    }
    return found
  }
}

extension Fact {
  /// The candidacies among its subjects, the principal one first.
  var candidacies: [CandidacyID] {
    subjects.compactMap { if case .candidacy(let id) = $0 { id } else { nil } }
  }

  /// Whether a certification is its subject and neither a candidacy nor a jury is.
  var isAboutCertificationsAlone: Bool {
    var isAbout = false
    for subject in subjects {
      switch subject {
      case .certification: isAbout = true
      case .candidacy, .jury: return false
      case .candidate, .certificate, .certifier, .member: break
      }
    }
    return isAbout
  }
}
