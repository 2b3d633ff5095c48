package import Events

extension LedgerState {
  /// The day from which the validity of a recognised block runs: that of the earliest validation
  /// that the recognition is based on, through any number of candidacies, among those still valid
  /// on the day of the recognition; else the earliest of them; else the day of the recognition.
  ///
  /// A depth-first search with an explicit stack; a path never enters a candidacy twice. Cost: each
  /// recognition on the paths once, unless candidacies recognise each other in a cycle, against the
  /// rules: then every path is searched.
  func validityStart(of recognition: BlockRecognition, _ framework: Framework) -> CalendarDate {
    var stack = [SourceSearch(recognition, as: nil)]
    var path: Set<CandidacyID> = []
    var cache: [SourceSearch.Key: CalendarDate] = [:]
    var (steps, isCaching) = (0, false)
    while true {
      let top = stack.endIndex - 1
      if let key = stack[top].pending.popLast() {
        steps += 1
        if steps == Self.stepsBeforeCaching { isCaching = isAcyclic(from: recognition) }
        if let day = cache[key] {
          stack[top].days.append(day)
        } else if let earlier = records[key.candidacy]?.recognitions[key.index] {
          stack.append(SourceSearch(earlier, as: key))
        }
      } else if let source = stack[top].next, let record = records[source],
        path.insert(source).inserted
      {
        stack[top].follow(source, record)
      } else {
        let found = stack.removeLast()
        path.subtract(found.followed)
        let day = earliest(of: found.days, for: found.recognition, framework)
        guard !stack.isEmpty else { return day }
        stack[top - 1].days.append(day)
        if isCaching, let key = found.key { cache[key] = day }
      }
    }
  }

  private func earliest(
    of days: [CalendarDate], for recognition: BlockRecognition, _ framework: Framework
  ) -> CalendarDate {
    let counted = days.filter { day in
      let lastDay = lastDay(ofValidityFrom: day, framework)
      return lastDay.map { recognition.moment.day <= $0 } ?? true
    }
    return counted.min() ?? days.min() ?? recognition.moment.day
  }

  /// The number of search steps after which the sources are checked for cycles, so that results may
  /// be cached.
  package static var stepsBeforeCaching: Int { 1_000 }

  private func isAcyclic(from recognition: BlockRecognition) -> Bool {
    recognition.source.candidacy.map(isAcyclic(from:)) ?? true
  }

  /// Whether no cycle can be reached from this candidacy by `completes` and recognition sources.
  /// Without a cycle, the result for a recognition does not depend on the path to it and may be
  /// cached.
  package func isAcyclic(from candidacy: CandidacyID) -> Bool {
    var path: [(id: CandidacyID, pending: [CandidacyID])] = [(candidacy, sources(of: candidacy))]
    var onPath: Set = [candidacy]
    var visited: Set = [candidacy]
    while let top = path.indices.last {
      guard let next = path[top].pending.popLast() else {
        onPath.remove(path.removeLast().id)
        continue
      }
      if onPath.contains(next) { return false }
      guard visited.insert(next).inserted else { continue }
      onPath.insert(next)
      path.append((next, sources(of: next)))
    }
    return true
  }

  private func sources(of candidacy: CandidacyID) -> [CandidacyID] {
    guard let record = records[candidacy] else { return [] }
    return record.recognitions.compactMap(\.source.candidacy)
      + (record.enrolment?.value.completes.map { [$0] } ?? [])
  }
}

/// A stack frame of the search: a recognition, and what remains to be searched for it.
private struct SourceSearch {
  /// Identifies a recognition: its candidacy and its index in the record.
  struct Key: Hashable {
    let candidacy: CandidacyID
    let index: Int
  }

  let recognition: BlockRecognition
  /// Nil for the recognition that the search is for.
  let key: Key?
  /// The days of the validations found.
  var days: [CalendarDate]
  /// The recognitions that it is based on and that are not searched yet.
  var pending: [Key] = []
  /// The source candidacies searched.
  private(set) var followed: [CandidacyID] = []
  /// The source candidacy to search next.
  private(set) var next: CandidacyID?

  private var block: BlockCode { recognition.source.block ?? recognition.block }

  init(_ recognition: BlockRecognition, as key: Key?) {
    self.recognition = recognition
    self.key = key
    days = [recognition.source.validatedOn].compactMap(\.self)
    next = recognition.source.candidacy
  }

  /// Adds the validations and recognitions in force of the block in a source candidacy.
  mutating func follow(_ source: CandidacyID, _ record: CandidacyRecord) {
    followed.append(source)
    for decision in record.decisions.all
    where decision.block == block && decision.isValidationInForce {
      days.append(decision.moment.day)
    }
    for (index, earlier) in record.recognitions.enumerated()
    where earlier.block == block && earlier.revoked == nil {
      pending.append(Key(candidacy: source, index: index))
    }
    next = record.enrolment?.value.completes
  }
}
