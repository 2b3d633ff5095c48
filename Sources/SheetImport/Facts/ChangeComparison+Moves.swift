internal import EventLog
internal import Events

extension ChangeComparison {
  /// What is recorded and what the sheet says of one candidacy at one session.
  private struct Session {
    let jury: String
    let day: CalendarDate
    var entries: [RecordedFact] = []
    var facts: [SheetFact] = []

    /// The decisions: two sessions of the same ones are the same session on two days.
    var content: Set<[String]> {
      entries.isEmpty
        ? Set(facts.compactMap { Self.content($0.type, $0.data) })
        : Set(entries.compactMap { Self.content($0.type, $0.data) })
    }

    private static func content(_ type: EventType, _ data: JSONValue) -> [String]? {
      guard type != .candidateSummoned, type != .juryRecommended else { return nil }
      return [
        type.rawValue, data["block"]?.text ?? "", data["excused"]?.description ?? "",
      ]
    }
  }

  /// Moves the entries of a session to another day, and corrects an absence into decisions or a decision into an
  /// equivalence; what is left is new.
  ///
  /// A session was moved if the sheet says nothing any more of the candidacy at the old jury, that jury is the
  /// sheet's own, and it decided the same. A sheet of another year, in which the candidate comes again, has
  /// other juries and other decisions.
  mutating func move(in log: any EventLog) throws {
    var moves: [String: Set<String>] = [:]
    let byCandidacy = Dictionary(grouping: unmatched) { $0.key?.candidacy ?? "" }
    var taken: Set<SheetFact> = []
    for candidacy in candidacies {
      let facts = byCandidacy[candidacy] ?? []
      if facts.isEmpty { continue }
      let old = sessionsLeft(by: candidacy)
      var new = newSessions(of: facts)
      for session in old {
        let near = new.indices.filter { new[$0].content == session.content }.min {
          abs(new[$0].day.days(until: session.day)) < abs(new[$1].day.days(until: session.day))
        }
        guard let near, !session.content.isEmpty || (old.count == 1 && new.count == 1) else {
          continue
        }
        let target = new.remove(at: near)
        moves[session.jury, default: []].insert(target.jury)
        for entry in session.entries {
          guard let fact = target.facts.first(where: { $0.isLike(entry) }) else { continue }
          try correct(entry, fact, isMoved: true)
          taken.insert(fact)
        }
      }
      for (entry, fact) in changedKinds(candidacy, facts.filter { !taken.contains($0) }) {
        try correct(entry, fact, isMoved: true)
        taken.insert(fact)
      }
    }
    for (jury, targets) in moves.sorted(by: { $0.key < $1.key }) {
      guard targets.count == 1, let target = targets.first, try isEmpty(jury, in: log) else {
        continue
      }
      try drop(jury, for: target, &taken)
    }
    for fact in unmatched where !taken.contains(fact) { try add(fact) }
  }

  /// The sessions of a candidacy of which the sheet says nothing any more.
  private func sessionsLeft(by candidacy: String) -> [Session] {
    let entries = unsaid(candidacy)
    return entries.filter { $0.key.kind == .summons }.compactMap { summons in
      guard let text = summons.key.jury, ownJuries.contains(text), let id = try? JuryID(text),
        let jury = history.juries[id]
      else { return nil }
      let own = entries.filter { entry in
        entry.key.jury == text || entry.key.day.map { jury.days.contains($0) } ?? false
      }
      let isJudged = (history.keys[candidacy] ?? []).contains { key in
        key.jury == text
          && (history.followed.contains(key)
            || history.facts[key]?.contains { !$0.isImported } ?? false)
      }
      return isJudged ? nil : Session(jury: text, day: jury.days.lowerBound, entries: own)
    }.sorted { $0.day < $1.day }
  }

  /// The sessions to which the sheet summons a candidacy for the first time.
  private func newSessions(of facts: [SheetFact]) -> [Session] {
    facts.filter { $0.type == .candidateSummoned }.compactMap { summons in
      guard let jury = summons.key?.jury, let day = sessionDays[jury] else { return nil }
      let own = facts.filter { fact in
        fact.type != .certificationAwarded
          && (fact.key?.jury == jury || fact.key?.day == day)
      }
      return Session(jury: jury, day: day, facts: own)
    }.sorted { $0.day < $1.day }
  }

  /// Entries and the facts of another kind that take their place in the same session.
  private func changedKinds(
    _ candidacy: String, _ facts: [SheetFact]
  ) -> [(RecordedFact, SheetFact)] {
    var pairs: [(RecordedFact, SheetFact)] = []
    let entries = unsaid(candidacy)
    for entry in entries {
      let inSession = facts.filter { fact in
        fact.occurredOn == entry.envelope.event.occurredOn
          && [.absence, .decision, .recognition].contains(fact.key?.kind)
      }
      let replacement: SheetFact?
      switch entry.key.kind {
      case .absence: replacement = inSession.first { $0.key?.kind != .absence }
      case .decision, .recognition:
        replacement =
          inSession.first { $0.key?.block == entry.key.block }
          ?? inSession.first { $0.key?.kind == .absence }
      case .registration, .enrolment, .admissibility, .trainingStart, .trainingEnd, .convening,
        .summons, .sitting, .recommendation, .award, .certificate:
        replacement = nil
      }
      var key = entry.key
      key.day = nil
      if let replacement, !history.followed.contains(key) { pairs.append((entry, replacement)) }
    }
    return pairs
  }

  // MARK: Juries that nobody is summoned to any more

  /// Whether everything recorded of a jury but its own convening and sittings is replaced.
  private func isEmpty(_ jury: String, in log: any EventLog) throws -> Bool {
    let id = try JuryID(jury)
    guard let known = history.juries[id], !known.isCompositionKnown else { return false }
    return try log.events([.jury(id)], [], through: history.last).allSatisfy { envelope in
      let event = envelope.event
      if history.isAnnulled(event.id) || replaced.contains(event.id) { return true }
      switch event.fact.payload {
      case is JuryConvened, is JuryHeld: return event.judged == nil
      case is EventAnnulled: return true
      default: return false
      }
    }
  }

  /// Annuls the convening and the sittings of a jury in favour of those of the jury to which its candidates went.
  private mutating func drop(
    _ jury: String, for target: String, _ taken: inout Set<SheetFact>
  ) throws {
    for kind in [FactKey.Kind.convening, .sitting] {
      for entry in history.facts[FactKey(kind, jury: jury)] ?? [] {
        let key = FactKey(kind, jury: target)
        if let fact = unmatched.first(where: { $0.key == key }) {
          try correct(entry, fact, isMoved: true)
          taken.insert(fact)
        } else {
          let known =
            history.facts[key]?.first?.id
            ?? history.facts[FactKey(.convening, jury: target)]?.first?.id
          changes.dropped.append((entry.id, known))
        }
      }
    }
    changes.emptied.append(try JuryID(jury))
  }
}

extension SheetFact {
  /// Whether it says of its session what an entry says of another.
  fileprivate func isLike(_ entry: RecordedFact) -> Bool {
    key?.kind == entry.key.kind && key?.block == entry.key.block
  }
}
