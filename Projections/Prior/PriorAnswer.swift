public import Events

/// The answer about a person's prior validations: for one certification, or in one line for each.
public struct PriorAnswer: Hashable, Sendable {
  /// How many blocks of a certification count.
  public struct Summary: Hashable, Sendable {
    public let certification: CertificationCode
    public let title: FreeText
    public let counting: Int
    public let blocks: Int

    public init(_ framework: CertificationRegistered, counting: Int) {
      certification = framework.certification
      title = framework.title
      self.counting = counting
      blocks = framework.blocks.elements.count
    }
  }

  /// What was asked.
  public enum Scope: Hashable, Sendable {
    case certification(PriorValidations, title: FreeText)
    /// Every certification known, in the order of their registrations, and what the person holds.
    case all([Summary], held: [HeldElsewhere])
  }

  /// The person's current id, after merges.
  public let candidate: CandidateID
  /// Every id of the person, ascending.
  public let ids: [CandidateID]
  /// The day that the answer is about (valid time).
  public let on: CalendarDate
  /// The last position known (transaction time).
  public let known: Position
  public let scope: Scope
  /// The references of the signed minutes of each jury that the answer names.
  public let minutes: [JuryID: [FreeText]]
  /// What is contested, revoked, annulled or to be looked into in the person's candidacies, by position.
  public let toReview: [PriorReview]

  public init(
    candidate: CandidateID, ids: [CandidateID], on: CalendarDate, known: Position, scope: Scope,
    minutes: [JuryID: [FreeText]], toReview: [PriorReview]
  ) {
    self.candidate = candidate
    self.ids = ids
    self.on = on
    self.known = known
    self.scope = scope
    self.minutes = minutes
    self.toReview = toReview
  }

  /// What counts for the certification asked about; nil if none was.
  public var validations: PriorValidations? {
    switch scope {
    case .certification(let validations, _): validations
    case .all: nil
    }
  }

  /// The references of a jury's minutes in one text; nil if none are signed.
  public func minutes(of jury: JuryID?) -> String? {
    guard let minutes = jury.flatMap({ minutes[$0] }), !minutes.isEmpty else { return nil }
    return minutes.map(\.text).joined(separator: ", ")
  }
}

extension PriorAnswer {
  /// The answer in JSON, with the current ``Events/Edition``.
  ///
  /// - Parameters:
  ///   - name: the person's name, where it is to be shown.
  ///   - commands: those that would record what counts.
  ///   - afterExamination: those that documents would allow, once they were examined.
  public func json(
    name: String?, commands: [String], afterExamination: [String]
  ) -> JSONValue {
    let context = validations?.context
    let certifications: [JSONValue]
    let elsewhere: [HeldElsewhere]
    switch scope {
    case .certification(let validations, _):
      (certifications, elsewhere) = ([], validations.elsewhere)
    case .all(let summaries, let held):
      (certifications, elsewhere) = (summaries.map(\.json), held)
    }
    var members: [JSONMember] = [.init("candidate", .string(candidate.text))]
    if let name { members.append(.init("name", .string(name))) }
    members += [
      .init("ids", .list(ids.map { .string($0.text) })),
      .init("for", .orNull(validations?.certification) { .string($0.text) }),
      .init("on", .string(on.description)),
      .init("known", .integer(Int(known.number))),
      .init("edition", .string(Edition.current.description)),
      .init("blocks", .list((validations?.blocks ?? []).map(json(of:)))),
    ]
    if validations == nil { members.append(.init("certifications", .list(certifications))) }
    members += [
      .init("elsewhere", .list(elsewhere.map(json(of:)))),
      .init("window", context.map(\.windowJSON) ?? .null),
      .init("admissibility", .orNull(context?.admissibility, \.json)),
      .init("certificates", .list((context?.certificates ?? []).map(\.json))),
      .init("live", .orNull(context?.live) { .string($0.text) }),
      .init("toReview", .list(toReview.map(\.json))),
      .init("commands", .list(commands.map { .string($0) })),
      .init("afterExamination", .list(afterExamination.map { .string($0) })),
    ]
    return .object(members)
  }

  private func json(of block: PriorValidation) -> JSONValue {
    [
      "block": .string(block.block.text),
      "title": .string(block.title.text),
      "counts": .boolean(block.counts),
      "why": .string(block.why.rawValue),
      "source": .orNull(block.source, json(of:)),
      "ended": .orNull(block.ended) {
        ["on": .string($0.on.description), "position": .integer(Int($0.position.number))]
      },
      "correspondence": .orNull(block.correspondence.last) { last in
        [
          "position": .integer(Int(last.position.number)), "on": .string(last.on.description),
          "steps": .list(block.correspondence.map(\.json)),
        ]
      },
      "validUntil": .orNull(block.validUntil) { .string($0.description) },
      "validityBasis": .orNull(block.validityBasis) { .string($0.rawValue) },
      "recogniseBy": .orNull(block.recogniseBy) { .string($0.description) },
      "contested": .boolean(block.contested),
      "heldIn": .orNull(block.heldIn) { .string($0.text) },
      "others": .list(block.others.map(json(of:))),
      "document": .orNull(block.claims.first) { claim in
        [
          "candidacy": .string(claim.candidacy.text),
          "document": .orNull(claim.document) { .string($0.text) },
          "validatedOn": .orNull(claim.decidedOn) { .string($0.description) },
        ]
      },
    ]
  }

  private func json(of source: PriorSource) -> JSONValue {
    [
      "candidacy": .string(source.candidacy.text),
      "certification": .string(source.certification.text),
      "block": .string(source.block.text),
      "state": .string(source.status.rawValue),
      "jury": .orNull(source.jury) { .string($0.text) },
      "decidedOn": .orNull(source.decidedOn) { .string($0.description) },
      "minutes": .orNull(minutes(of: source.jury)) { .string($0) },
      "pathway": .orNull(source.pathway) { .string($0.rawValue) },
      "position": .integer(Int(source.position.number)),
      "certificates": .list(source.certificates.map { .string($0.text) }),
      "document": .orNull(source.document) { .string($0.text) },
      "authority": .orNull(source.authority) { .string($0.text) },
    ]
  }

  private func json(of held: HeldElsewhere) -> JSONValue {
    guard case .object(let members) = json(of: held.source) else { return .null }
    return .object(
      members + [
        .init("validUntil", .orNull(held.validUntil) { .string($0.description) }),
        .init("version", .boolean(held.isVersion)),
        .init("supersededOn", .orNull(held.supersededOn) { .string($0.description) }),
      ])
  }
}
