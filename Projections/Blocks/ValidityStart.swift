package import Events

extension LedgerState {
  /// The day of the first decision a recognition goes back to, through however many candidacies, among
  /// those that still counted on the day it was made.
  ///
  /// No candidacy is looked at again on a way that came through it. Cost: the recognitions gone back
  /// to, each once, unless candidacies recognise each other in a circle, against the rules.
  func origin(of recognition: BlockRecognition, _ framework: Framework) -> CalendarDate {
    var search = [Tracing(recognition, as: nil)]
    var way: Set<CandidacyID> = []
    var known: [Tracing.Place: CalendarDate] = [:]
    var (steps, areKept) = (0, false)
    while true {
      let top = search.endIndex - 1
      if let place = search[top].unread.popLast() {
        steps += 1
        if steps == Self.stepsBeforeKeeping { areKept = isWithoutCircles(from: recognition) }
        if let day = known[place] {
          search[top].days.append(day)
        } else if let earlier = records[place.candidacy]?.recognitions[place.index] {
          search.append(Tracing(earlier, as: place))
        }
      } else if let source = search[top].next, let record = records[source],
        way.insert(source).inserted
      {
        search[top].follow(source, record)
      } else {
        let found = search.removeLast()
        way.subtract(found.followed)
        let day = first(of: found.days, for: found.recognition, framework)
        guard !search.isEmpty else { return day }
        search[top - 1].days.append(day)
        if areKept, let place = found.place { known[place] = day }
      }
    }
  }

  private func first(
    of days: [CalendarDate], for recognition: BlockRecognition, _ framework: Framework
  ) -> CalendarDate {
    let counted = days.filter { day in
      let lastDay = lastDay(ofValidityFrom: day, framework)
      return lastDay.map { recognition.moment.day <= $0 } ?? true
    }
    return counted.min() ?? days.min() ?? recognition.moment.day
  }

  /// So many steps are taken before it is worth the while to see whether answers may be kept.
  package static var stepsBeforeKeeping: Int { 1_000 }

  private func isWithoutCircles(from recognition: BlockRecognition) -> Bool {
    recognition.source.candidacy.map(isWithoutCircles(from:)) ?? true
  }

  /// Whether no candidacy that this one goes back to, by `completes` or a recognition's source, goes
  /// back to itself: what is found of one then does not depend on the way to it.
  package func isWithoutCircles(from candidacy: CandidacyID) -> Bool {
    var way: [(id: CandidacyID, unread: [CandidacyID])] = [(candidacy, sources(of: candidacy))]
    var onTheWay: Set = [candidacy]
    var met: Set = [candidacy]
    while let top = way.indices.last {
      guard let next = way[top].unread.popLast() else {
        onTheWay.remove(way.removeLast().id)
        continue
      }
      if onTheWay.contains(next) { return false }
      guard met.insert(next).inserted else { continue }
      onTheWay.insert(next)
      way.append((next, sources(of: next)))
    }
    return true
  }

  private func sources(of candidacy: CandidacyID) -> [CandidacyID] {
    guard let record = records[candidacy] else { return [] }
    return record.recognitions.compactMap(\.source.candidacy)
      + (record.enrolment?.value.completes.map { [$0] } ?? [])
  }
}

/// A recognition while the decisions it goes back to are looked for.
private struct Tracing {
  /// Where a recognition stands.
  struct Place: Hashable {
    let candidacy: CandidacyID
    let index: Int
  }

  let recognition: BlockRecognition
  /// Where it stands; nil for the one that is asked about.
  let place: Place?
  /// The days found.
  var days: [CalendarDate]
  /// The recognitions it goes back to that are still to be looked at.
  var unread: [Place] = []
  /// The candidacies it goes back to.
  private(set) var followed: [CandidacyID] = []
  /// The next of them.
  private(set) var next: CandidacyID?

  private var block: BlockCode { recognition.source.block ?? recognition.block }

  init(_ recognition: BlockRecognition, as place: Place?) {
    self.recognition = recognition
    self.place = place
    days = [recognition.source.validatedOn].compactMap(\.self)
    next = recognition.source.candidacy
  }

  /// Takes in what a candidacy it goes back to says of the block.
  mutating func follow(_ source: CandidacyID, _ record: CandidacyRecord) {
    followed.append(source)
    for decision in record.decisions.all
    where decision.block == block && decision.isValidationInForce {
      days.append(decision.moment.day)
    }
    for (index, earlier) in record.recognitions.enumerated()
    where earlier.block == block && earlier.revoked == nil {
      unread.append(Place(candidacy: source, index: index))
    }
    next = record.enrolment?.value.completes
  }
}
