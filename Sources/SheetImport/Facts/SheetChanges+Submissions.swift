public import AcquisLedger
public import Events

extension SheetChanges {
  /// What `import` takes: the new facts in order, then for each correction its annulment and the right fact,
  /// linked.
  ///
  /// The ids of new facts come from their content, so that the same import made again after a lost answer adds
  /// nothing. A submission's line is the number of the first row that states it.
  ///
  /// - Parameters:
  ///   - by: who stands for the entries.
  ///   - now: at which the ids of corrections are made.
  ///   - language: of the grounds of annulments, which the plan's sentence follows.
  public func submissions(
    by recorder: String, at now: Instant, in language: Language = .french
  ) throws -> [Submission] {
    var submissions: [Submission] = []
    for fact in added {
      let id = fact.key.map { again.contains($0) } ?? false ? EventID.new(at: now) : nil
      submissions.append(try submission(fact, by: recorder, id: id))
    }
    var ids: [SheetFact: EventID] = [:]
    for correction in corrected {
      let known = ids[correction.fact]
      let id = known ?? EventID.new(at: now)
      ids[correction.fact] = id
      submissions.append(
        try annulment(
          of: correction.entry, by: recorder, at: now, replacedBy: id, language,
          for: correction.fact))
      if known == nil { submissions.append(try submission(correction.fact, by: recorder, id: id)) }
    }
    for (entry, other) in dropped {
      submissions.append(
        try annulment(of: entry, by: recorder, at: now, replacedBy: other, language))
    }
    return submissions
  }

  /// The rows that state each of the ``submissions(by:at:in:)``, by index of ``SheetReading/rows``; none for
  /// what is about a jury.
  public var submittedRows: [[Int]] {
    var met: Set<SheetFact> = []
    let corrections = corrected.flatMap { correction in
      let rows = correction.fact.rows
      return met.insert(correction.fact).inserted ? [rows, rows] : [rows]
    }
    return added.map(\.rows) + corrections + dropped.map { _ in [] }
  }

  private func submission(
    _ fact: SheetFact, by recorder: String, id: EventID?
  ) throws -> Submission {
    var members = [
      JSONMember("type", .string(fact.type.rawValue)),
      JSONMember("occurredOn", .string(fact.occurredOn.description)),
      JSONMember("recordedBy", .string(recorder)), JSONMember("data", fact.data),
    ]
    if let reason = fact.reason { members.append(JSONMember("reason", .string(reason))) }
    if let id { members.append(JSONMember("id", .string(id.description))) }
    return try Submission(.object(members), line: line(of: fact))
  }

  private func annulment(
    of entry: EventID, by recorder: String, at now: Instant, replacedBy id: EventID?,
    _ language: Language, for fact: SheetFact? = nil
  ) throws -> Submission {
    let corrected = Text("Corrigé d’après le tableau.", "Corrected from the sheet.")
      .text(in: language)
    let grounds = [corrected, fact?.reason].compactMap(\.self).joined(separator: " ")
    var data = [
      JSONMember("event", .string(entry.description)),
      JSONMember("grounds", .string(String(grounds.unicodeScalars.prefix(FreeText.limit)))),
    ]
    if let id { data.append(JSONMember("replacedBy", .string(id.description))) }
    return try Submission(
      [
        "type": .string(EventType.eventAnnulled.rawValue),
        "occurredOn": .string(now.dayInParis.description), "recordedBy": .string(recorder),
        "data": .object(data), "id": .string(EventID.new(at: now).description),
      ], line: fact.map { line(of: $0) } ?? 1)
  }

  private func line(of fact: SheetFact) -> Int {
    fact.rows.compactMap { numbers.indices.contains($0) ? numbers[$0] : nil }.min() ?? 1
  }
}
