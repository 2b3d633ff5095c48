internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// What entries changed, as lines to print: who, what was recorded, what it led to, and where.
struct RecordedText {
  let changes: RecordedChanges
  let persons: PersonNames

  /// The most lines; what has no line is counted.
  static let limit = 20

  /// - Throws: the log's failures, and the vault's.
  func lines() throws -> [Text] {
    var lines: [Text] = []
    for envelope in changes.entries where envelope.event.fact.namesNoCandidacy {
      if lines.count == Self.limit { break }
      lines.append(try line(envelope))
    }
    let single = changes.entries.count { $0.event.fact.namesNoCandidacy }
    var left = single - lines.count + changes.named.count
    for id in changes.named where lines.count < Self.limit {
      lines.append(try line(changes.change(of: id)))
      left -= 1
    }
    for id in changes.others where lines.count < Self.limit {
      let change = try changes.change(of: id)
      if StateChangeText.parts(change.before, change.after).isEmpty { continue }
      lines.append(try line(change))
    }
    if left > 0 {
      lines.append(
        left == 1
          ? Text("et une autre ligne", "and one more line")
          : Text("et \(left) autres lignes", "and \(left) more lines"))
    }
    return lines
  }

  /// A line about a jury, a person or a certification.
  private func line(_ envelope: Envelope) throws -> Text {
    let fact = envelope.event.fact
    let deed = try deed(envelope)
    let who = try persons.label(fact)
    let place = Self.place([envelope.position])
    guard let who else { return deed.followed(by: place) }
    return Text("\(who) : \(deed.french)", "\(who): \(deed.english)").followed(by: place)
  }

  /// A candidacy's line: what was recorded, then the state.
  private func line(_ change: RecordedChanges.Change) throws -> Text {
    let who = try persons.label(
      change.candidacy, of: (change.after ?? change.before)?.candidate)
    let deeds = try deeds(change.entries)
    let parts = StateChangeText.parts(change.before, change.after)
    // A status of the same words as the entry says nothing more.
    let told =
      (deeds.isEmpty ? [] : [deeds.joined(separator: ", ")])
      + parts.filter { part in !deeds.contains { $0.french == part.french } }
    let text = told.joined(separator: " ; ", "; ")
    return Text("\(who) : \(text.french)", "\(who): \(text.english)")
      .followed(by: Self.place(change.entries.map(\.position)))
  }

  /// What each entry says; a jury's equal decisions on several blocks in one.
  private func deeds(_ entries: [Envelope]) throws -> [Text] {
    var deeds: [Text] = []
    var places: [JuryVerdict: Int] = [:]
    var blocks: [JuryVerdict: [BlockCode]] = [:]
    for envelope in entries {
      guard let (verdict, block) = JuryVerdict.of(envelope.event.fact) else {
        deeds.append(try deed(envelope))
        continue
      }
      blocks[verdict, default: []].append(block)
      let sentence = verdict.sentence(of: blocks[verdict, default: []])
      if let place = places[verdict] {
        deeds[place] = sentence
      } else {
        places[verdict] = deeds.count
        deeds.append(sentence)
      }
    }
    return deeds
  }

  /// What an entry says; of an annulment, what it annuls.
  private func deed(_ envelope: Envelope) throws -> Text {
    guard case .eventAnnulled(let data) = envelope.event.fact,
      let annulled = try persons.texts.log.event(data.event)
    else { return envelope.event.fact.sentence }
    let (position, said) = (annulled.position, annulled.event.fact.sentence)
    return Text(
      "entrée \(position) annulée (\(said.french))", "entry \(position) annulled (\(said.english))")
  }

  /// ` (position 60)`; nothing for no position.
  private static func place(_ positions: [Position]) -> Text {
    guard let first = positions.min(), let last = positions.max() else { return Text("", "") }
    if first == last { return Text(" (position \(first))", " (position \(first))") }
    let isRange = last.number - first.number == Int64(positions.count - 1)
    if isRange {
      return Text(" (positions \(first) à \(last))", " (positions \(first) to \(last))")
    }
    let list = positions.map(\.description).joined(separator: ", ")
    return Text(" (positions \(list))", " (positions \(list))")
  }
}

/// A verdict of a jury, whatever the block.
private struct JuryVerdict: Hashable {
  let jury: JuryID
  let isValidation: Bool

  /// The verdict and the block of a jury's decision; nil for another fact.
  static func of(_ fact: Fact) -> (JuryVerdict, BlockCode)? {
    if case .blockValidated(let data) = fact {
      return (JuryVerdict(jury: data.jury, isValidation: true), data.block)
    }
    if case .blockRefused(let data) = fact {
      return (JuryVerdict(jury: data.jury, isValidation: false), data.block)
    }
    return nil
  }

  func sentence(of blocks: [BlockCode]) -> Text {
    let list = blocks.map(\.text).joined(separator: ", ")
    let isOne = blocks.count == 1
    return isValidation
      ? Text(
        "\(list) \(isOne ? "validé" : "validés") par \(jury)", "\(list) validated by \(jury)")
      : Text("\(list) \(isOne ? "refusé" : "refusés") par \(jury)", "\(list) refused by \(jury)")
  }
}

extension Fact {
  /// Whether no candidacy is among its subjects.
  fileprivate var namesNoCandidacy: Bool {
    !subjects.contains { if case .candidacy = $0 { true } else { false } }
  }
}

extension Text {
  /// This text and another right after it.
  fileprivate func followed(by other: Text) -> Text { [self, other].joined(separator: "") }
}
