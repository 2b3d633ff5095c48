package import Events

/// A second, deliberately naive answer on the status of a candidacy on a day, as known at a position:
/// every question reads the whole list again, as the specification states it.
package struct NaiveLedger {
  let day: CalendarDate
  /// Every entry known, in the order of positions.
  let entriesKnown: [Envelope]
  private(set) var entriesNotAnnulled: [Envelope] = []
  /// The annulments known: own id, and the id of the entry each names.
  private let annulments: [(id: EventID, annuls: EventID)]

  package init(log: [Envelope], day: CalendarDate, known: Position) {
    self.day = day
    entriesKnown = log.filter { $0.position <= known }.sorted { $0.position < $1.position }
    annulments = entriesKnown.compactMap { entry in
      guard case .eventAnnulled(let data) = entry.event.fact else { return nil }
      return (entry.event.id, data.event)
    }
    entriesNotAnnulled = entriesKnown.filter { !isAnnulled($0.event.id) }
  }

  // MARK: Entries known, and facts that count on the day

  /// An annulment holds if it is known and not itself annulled by one that holds.
  func isAnnulled(_ id: EventID) -> Bool {
    annulments.contains { $0.annuls == id && !isAnnulled($0.id) }
  }

  /// The facts that count on the day, in fold order.
  package func facts() -> [Envelope] {
    entriesNotAnnulled.filter { $0.event.occurredOn <= day }.sorted { $0.moment < $1.moment }
  }

  /// A framework counts on every day, whatever day it bears.
  package func framework(_ code: CertificationCode) -> CertificationRegistered? {
    for entry in entriesNotAnnulled {
      if case .certificationRegistered(let data) = entry.event.fact, data.certification == code {
        return data
      }
    }
    return nil
  }

  /// The id a person is known by: merged ids are one person, known by the id merged into, on every
  /// day.
  ///
  /// - Parameter end: only merges recorded before this position count; nil: all that are known.
  func person(_ candidate: CandidateID, mergedBefore end: Position? = nil) -> CandidateID {
    var people: [(ids: Set<CandidateID>, name: CandidateID)] = []
    func group(of id: CandidateID) -> Int {
      if let index = people.firstIndex(where: { $0.ids.contains(id) }) { return index }
      people.append(([id], id))
      return people.count - 1
    }
    for entry in entriesNotAnnulled {
      guard case .candidateMerged(let merge) = entry.event.fact else { continue }
      if let end, entry.position >= end { continue }
      let from = group(of: merge.candidate)
      let into = group(of: merge.into)
      if from == into { continue }
      people[into].ids.formUnion(people[from].ids)
      people.remove(at: from)
    }
    return people[group(of: candidate)].name
  }

  // MARK: Reading
  package func reading() -> NaiveReading { NaiveReading(model: self, facts: facts(), day: day) }
}

/// A day, then a position: the order of the fold.
package struct When: Comparable {
  package let day: CalendarDate
  package let position: Position
  package static func < (left: When, right: When) -> Bool {
    left.day == right.day ? left.position < right.position : left.day < right.day
  }
}

extension Envelope {
  package var moment: When { When(day: event.occurredOn, position: position) }
}
