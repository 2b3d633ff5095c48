import Events
import Projections

/// A second, deliberately naive answer to "where does a candidacy stand on a day, as known at a
/// position": every question reads the whole list again, straight from DOMAIN.md §3–4.
struct NaiveModel {
  /// The day asked.
  let day: CalendarDate
  /// Every entry known, in the order of positions.
  let entriesKnown: [Envelope]
  /// Those not annulled.
  private(set) var standingEntries: [Envelope] = []

  init(log: [Envelope], day: CalendarDate, known: Position) {
    self.day = day
    entriesKnown = log.filter { $0.position <= known }.sorted { $0.position < $1.position }
    standingEntries = entriesKnown.filter { !isAnnulled($0.event.id) }
  }

  // MARK: What is known, and what counts on the day

  /// An annulment holds if it is known and not itself annulled by one that holds.
  func isAnnulled(_ id: EventID) -> Bool {
    entriesKnown.contains { entry in
      guard case .eventAnnulled(let annulment) = entry.event.fact else { return false }
      return annulment.event == id && !isAnnulled(entry.event.id)
    }
  }

  /// The fold of §3, as a list.
  func facts() -> [Envelope] {
    standingEntries.filter { $0.event.occurredOn <= day }.sorted { $0.moment < $1.moment }
  }

  func framework(_ code: CertificationCode) -> CertificationRegistered? {
    for entry in standingEntries {
      if case .certificationRegistered(let data) = entry.event.fact, data.certification == code {
        return data
      }
    }
    return nil
  }

  /// Two ids merged are one person: whoever was known under either is known under the last.
  func person(_ candidate: CandidateID) -> CandidateID {
    var people: [(ids: Set<CandidateID>, name: CandidateID)] = []
    func group(of id: CandidateID) -> Int {
      if let index = people.firstIndex(where: { $0.ids.contains(id) }) { return index }
      people.append(([id], id))
      return people.count - 1
    }
    for entry in standingEntries {
      guard case .candidateMerged(let merge) = entry.event.fact else { continue }
      let from = group(of: merge.candidate)
      let into = group(of: merge.into)
      if from == into { continue }
      people[into].ids.formUnion(people[from].ids)
      people.remove(at: from)
    }
    return people[group(of: candidate)].name
  }

  // MARK: A question

  /// Everything one candidacy's answer is made from, read once from the list of facts.
  func reading() -> NaiveReading { NaiveReading(model: self, facts: facts()) }
}

/// A day, then a position: the order of the fold.
struct When: Comparable {
  let day: CalendarDate
  let position: Position
  static func < (left: When, right: When) -> Bool {
    left.day == right.day ? left.position < right.position : left.day < right.day
  }
}

extension Envelope {
  var moment: When { When(day: event.occurredOn, position: position) }
}

/// The naive answer, and the product's put in the same shape.
struct NaiveAnswer: Equatable {
  struct Block: Equatable {
    var code: BlockCode
    var status: BlockStatus
    var since: CalendarDate?
    var position: Position?
    var jury: JuryID?
    var acquired: Int
    var competencies: Int
  }
  struct Window: Equatable {
    var status = CompletionWindow.Status.none
    var opensOn: CalendarDate?
    var lastDay: CalendarDate?
    var daysLeft: Int?
    var extended: Bool?
    var completedOn: CalendarDate?
    var basis: Basis?
  }
  var candidacy: CandidacyID
  var candidate: CandidateID
  var certification: CertificationCode
  var pathway: Pathway
  var status: CandidacyStatus
  var targetReached: Bool
  var awaitingJury: Bool
  var blocks: [Block]
  var window: Window
  var certificate: CertificateNumber?
  var certificateOn: CalendarDate?
}

extension NaiveAnswer {
  init(_ state: CandidacyState) {
    self.init(
      candidacy: state.candidacy, candidate: state.candidate, certification: state.certification,
      pathway: state.pathway, status: state.status, targetReached: state.targetReached,
      awaitingJury: state.awaitingJury,
      blocks: state.blocks.map {
        Block(
          code: $0.code, status: $0.status, since: $0.since, position: $0.position, jury: $0.jury,
          acquired: $0.acquired, competencies: $0.competencies)
      },
      window: Window(
        status: state.window.status, opensOn: state.window.opensOn, lastDay: state.window.lastDay,
        daysLeft: state.window.daysLeft, extended: state.window.extended,
        completedOn: state.window.completedOn, basis: state.window.basis),
      certificate: state.certificate?.number, certificateOn: state.certificate?.issuedOn)
  }
}
