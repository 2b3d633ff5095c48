internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

extension TimelineScreen {
  /// What stands beside an entry.
  ///
  /// Cost: some index reads.
  func details(of row: TimelineRows.Row) throws -> [Detail] {
    let entry = row.entry
    guard let envelope = try question.log.event(at: entry.position) else {
      return []
    }
    let certification = try certification(of: row)
    var details: [Detail] = []
    let named = envelope.event.fact.blocksNamed
    let changed = Set(entry.blocks.map(\.code))
    // A block that changed is named with its change.
    let codes = named.allSatisfy { changed.contains($0) } ? [] : named
    let concerned =
      (codes.isEmpty
        ? [] : [Text(verbatim: codes.map { $0.shown(in: certification) }.joined(separator: ", "))])
      + (try others(envelope))
    details += blocks(entry, certification)
    if !concerned.isEmpty { details.append((concerned.joined(separator: ", "), .plain)) }
    if entry.annulled { details += try annulment(of: envelope, certification) }
    if case .eventAnnulled(let data) = envelope.event.fact {
      details += try annulling(data, at: entry.position)
    }
    if let wrong = corrected[envelope.event.id], case .eventAnnulled(let data) = wrong.event.fact,
      let old = try question.log.position(of: data.event)
    {
      details.append((Text("corrige la position \(old)", "corrects position \(old)"), .plain))
    }
    if !entry.waives.isEmpty {
      let rules = entry.waives.map(\.description).joined(separator: ", ")
      let reason = try texts.text(at: entry.position, "reason").value
      details.append(
        (Text("dérogation : \(rules)", "waived: \(rules)").quoting(reason), .warning))
    }
    details += changes(entry)
    if envelope.event.fact.type != .eventAnnulled,
      let grounds = try texts.text(at: entry.position, "grounds").value
    {
      details.append((Text("motif : « \(grounds) »", "grounds: “\(grounds)”"), .plain))
    }
    if let outcome = Self.outcome(of: envelope.event.fact) { details.append(outcome) }
    if entry.clock != nil {
      details.append(
        (
          Text("enregistré avec une horloge en retard", "recorded while the clock was behind"),
          .warning
        ))
    }
    return details
  }

  /// How an appeal or a declaration ended, or where an award was declared; nil for other facts.
  private static func outcome(of fact: Fact) -> Detail? {
    if case .awardDeclared(let data) = fact {
      return (Text("flux \(data.flow)", "flow \(data.flow)"), .plain)
    }
    if case .declarationAnswered(let data) = fact {
      return switch data.outcome {
      case .accepted: (Text("acceptée, flux \(data.flow)", "accepted, flow \(data.flow)"), .good)
      case .rejected: (Text("rejetée, flux \(data.flow)", "rejected, flow \(data.flow)"), .bad)
      }
    }
    if case .appealDecided(let data) = fact {
      return switch data.outcome {
      case .stands: (Text("décision maintenue", "decision upheld"), .plain)
      case .falls: (Text("décision annulée sur recours", "overturned on appeal"), .bad)
      }
    }
    return nil
  }

  /// The certification whose blocks are named without it.
  private func certification(of row: TimelineRows.Row) throws -> CertificationCode? {
    guard let candidacy = row.candidacy else { return nil }
    return try question.log.enrolment(of: candidacy, known: question.known)?.certification
  }

  /// The subjects of an entry beside the one asked about, a person as the holder of the candidacy.
  private func others(_ envelope: Envelope) throws -> [Text] {
    var parts: [Text] = []
    for other in envelope.event.fact.subjects where other != subject {
      switch other {
      case .candidacy(let id):
        let enrolment = try question.log.enrolment(of: id, known: question.known)
        let label = try enrolment.map { try names.label($0.candidate, id.text) } ?? id.text
        parts.append(label == id.text ? other.text : Text(verbatim: label))
      case .candidate: continue
      case .jury, .certification, .certificate, .certifier, .member: parts.append(other.text)
      }
    }
    return parts
  }

  /// When, by what and why an entry was annulled, and what stands in its place.
  private func annulment(of envelope: Envelope, _ certification: CertificationCode?) throws
    -> [Detail]
  {
    guard let annulment = annulments[envelope.event.id],
      case .eventAnnulled(let data) = annulment.event.fact
    else { return [(Text("entrée annulée", "annulled"), .bad)] }
    let (day, position) = (annulment.event.occurredOn.inTable, annulment.position)
    let grounds = try texts.text(at: position, "grounds").value
    let sentence = Text(
      "entrée annulée le \(day.french) par la position \(position)",
      "annulled on \(day.english) by position \(position)"
    ).quoting(grounds)
    guard let id = data.replacedBy, let right = try question.log.event(id),
      right.position <= question.known
    else { return [(sentence, .bad)] }
    let codes = right.event.fact.blocksNamed.map { $0.shown(in: certification) }
    let named = codes.isEmpty ? "" : " " + codes.joined(separator: ", ")
    let type = right.event.fact.type.text
    return [
      (sentence, .bad),
      (
        Text(
          "à sa place : \(type.french)\(named) (position \(right.position))",
          "in its place: \(type.english)\(named) (position \(right.position))"), .plain
      ),
    ]
  }

  /// What an annulment annuls, and why.
  private func annulling(_ data: EventAnnulled, at position: Position) throws -> [Detail] {
    guard let wrong = try question.log.event(data.event) else { return [] }
    let (type, old) = (wrong.event.fact.type.text, wrong.position)
    return [
      (
        Text(
          "position \(old), \(type.french)", "position \(old), \(type.english)"
        ).quoting(try texts.text(at: position, "grounds").value), .plain
      )
    ]
  }

  /// Held is good; refused, revoked or expired is bad.
  private static func tone(of block: BlockStatus) -> Tone {
    switch block {
    case .validated, .recognised: .good
    case .refused, .expired, .revoked: .bad
    case .missing, .assessed: .plain
    }
  }

  /// `BC01, BC02 : manquant → validé`.
  private func blocks(_ entry: TimelineEntry, _ certification: CertificationCode?) -> [Detail] {
    var details: [Detail] = []
    var done: Set<[BlockStatus]> = []
    for block in entry.blocks where done.insert([block.before, block.after]).inserted {
      let codes = entry.blocks.filter { $0.before == block.before && $0.after == block.after }
        .map { $0.code.shown(in: certification) }.joined(separator: ", ")
      let (before, after) = (block.before.text, block.after.text)
      details.append(
        (
          Text(
            "\(codes) : \(before.french) → \(after.french)",
            "\(codes): \(before.english) → \(after.english)"), Self.tone(of: block.after)
        ))
    }
    return details
  }

  /// The status where it changed, and the window's last day where it did.
  private func changes(_ entry: TimelineEntry) -> [Detail] {
    var details: [Detail] = []
    if let after = entry.statusAfter?.text, entry.statusBefore != entry.statusAfter {
      let before = entry.statusBefore.map {
        Text("\($0.text.french) → ", "\($0.text.english) → ")
      }
      details.append(
        (
          Text(
            "\(before?.french ?? "")\(after.french)", "\(before?.english ?? "")\(after.english)"),
          .plain
        ))
    }
    if entry.lastDayBefore != entry.lastDayAfter {
      let day = entry.lastDayAfter?.inTable
      details.append(
        (
          day.map {
            Text("délai jusqu’au \($0.french)", "window until \($0.english)")
          } ?? Text("plus de délai", "no window any more"), .plain
        ))
    }
    return details
  }
}

extension BlockCode {
  /// Without its certification's code where it is known.
  func shown(in certification: CertificationCode?) -> String {
    certification.map { short(in: $0) } ?? text
  }
}

extension Text {
  /// This text and a reason in quotation marks; unchanged without one.
  func quoting(_ reason: String?) -> Text {
    guard let reason else { return self }
    return Text("\(french) (« \(reason) »)", "\(english) (“\(reason)”)")
  }
}

extension String {
  /// This text with spaces after it.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
