internal import EventLog
public import Events
public import Projections
public import Rules

/// What hangs on entries that would be annulled: the later entries that rest on them, and what the derived
/// states would become.
///
/// It is the difference between what is known and what would be known (``ProspectiveLog``): the entries
/// that name an id which the annulled entry introduces and nothing else does; those that would then break a
/// rule; those of an award that does; and the candidacies whose state would differ.
///
/// Cost: for an entry about a candidacy or a jury, a few index reads for each entry of the candidacies
/// concerned, or one judged reading of the log where that is cheaper; for an entry about a certification,
/// always the latter.
public struct Dependents {
  /// An entry that hangs on one annulled.
  public struct Entry: Sendable {
    public let position: Position
    public let fact: Fact
    /// The first rule that it would break and does not break now; nil for none.
    public let finding: Finding?

    /// `{"position","type","rule"}`
    public var json: JSONValue {
      [
        "position": .integer(Int(position.number)), "type": .string(fact.type.rawValue),
        "rule": finding.map { .string($0.rule.description) } ?? .null,
      ]
    }
  }

  /// The entries that would be annulled, in the order of their annulments.
  public let annulled: [Envelope]
  /// By position.
  public let entries: [Entry]
  /// Candidacies whose answer would differ, by id.
  public let candidacies: [ChangedCandidacy]
  /// What rules would find that they do not find now, notices included: breaches before notices.
  public let findings: [Finding]

  /// Whether nothing hangs on the entries.
  public var isEmpty: Bool { entries.isEmpty }

  /// - Parameters:
  ///   - prospect: the log with the annulments, and with the corrections that go with them.
  ///   - day: which the states are about.
  /// - Throws: ``LogFailure``.
  public init(in prospect: ProspectiveLog, on day: CalendarDate) throws {
    let added = prospect.added
    let annulled = try added.compactMap { envelope -> Envelope? in
      guard case .eventAnnulled(let data) = envelope.event.fact else { return nil }
      return try prospect.event(data.event)
    }
    self.annulled = annulled
    guard !annulled.isEmpty else {
      (entries, candidacies, findings) = ([], [], [])
      return
    }
    let difference = try DerivedDifference(annulled, in: prospect, on: day)
    candidacies = difference.candidacies
    let without = Set((added + annulled).map(\.position))
    findings = difference.findings.filter { !without.contains($0.position) }
    var rules: [Position: Finding] = [:]
    for finding in findings
    where finding.weight == .breach && !finding.isWaived && !difference.moved.contains(finding) {
      rules[finding.position] = rules[finding.position] ?? finding
    }
    var positions = Set(rules.keys)
    positions.formUnion(try Self.naming(annulled, added, in: prospect))
    positions.formUnion(difference.toReview.filter { !without.contains($0) })
    positions.formUnion(
      try Self.following(annulled, added, positions, in: prospect).filter { !without.contains($0) })
    entries = try positions.sorted().compactMap { position in
      try prospect.event(at: position).map {
        Entry(position: position, fact: $0.event.fact, finding: rules[position])
      }
    }
  }

  /// The entries in force that name an id or number introduced by an entry annulled and by none that is
  /// added.
  private static func naming(
    _ annulled: [Envelope], _ added: [Envelope], in prospect: ProspectiveLog
  ) throws -> Set<Position> {
    let kept = Set(added.compactMap { $0.event.fact.payload.introduces })
    let without = Set((added + annulled).map(\.position))
    var found: Set<Position> = []
    for envelope in annulled {
      guard let introduced = envelope.event.fact.payload.introduces, !kept.contains(introduced),
        case .subject(let subject) = introduced
      else { continue }
      for entry in try prospect.inForce(EventQuery(subjects: [subject]))
      where !without.contains(entry.position) {
        found.insert(entry.position)
      }
    }
    return found
  }

  /// The certificates and declarations in force that follow an award which is annulled, or which would
  /// break a rule.
  private static func following(
    _ annulled: [Envelope], _ added: [Envelope], _ positions: Set<Position>,
    in prospect: ProspectiveLog
  ) throws -> Set<Position> {
    // An award corrected is there again: only what then breaks a rule hangs on it.
    let again = Set(
      added.filter { $0.event.fact.type == .certificationAwarded }.compactMap(
        \.event.fact.candidacy))
    var awards = annulled.filter { envelope in
      envelope.event.fact.type == .certificationAwarded
        && envelope.event.fact.candidacy.map { !again.contains($0) } ?? false
    }
    for position in positions {
      if let envelope = try prospect.event(at: position),
        envelope.event.fact.type == .certificationAwarded
      {
        awards.append(envelope)
      }
    }
    var found: Set<Position> = []
    for award in awards {
      guard let candidacy = award.event.fact.candidacy else { continue }
      let moment = Moment(award)
      let later = try prospect.inForce(
        EventQuery(
          subjects: [.candidacy(candidacy)],
          types: [
            .certificateIssued, .certificateReissued, .awardDeclared, .eventAnnulled,
          ])
      ).filter { $0.event.fact.type != .eventAnnulled && moment < Moment($0) }
      var replaced: Set<CertificateNumber> = []
      for case .certificateReissued(let data) in later.map(\.event.fact) {
        replaced.insert(data.replaces)
      }
      for entry in later {
        if case .certificateIssued(let data) = entry.event.fact, replaced.contains(data.number) {
          continue
        }
        if case .certificateReissued(let data) = entry.event.fact, replaced.contains(data.number) {
          continue
        }
        found.insert(entry.position)
      }
    }
    return found
  }
}

extension ProspectiveLog {
  /// The matching entries that are not annulled, without annulments, by position.
  func inForce(_ query: EventQuery) throws -> [Envelope] {
    var query = query
    if !query.types.isEmpty, !query.types.contains(.eventAnnulled) {
      query.types.append(.eventAnnulled)
    }
    let found = try events(query)
    let annulled = TimelessFacts(found).annulled
    return found.filter {
      $0.event.fact.type != .eventAnnulled && !annulled.contains($0.event.id)
    }
  }
}
