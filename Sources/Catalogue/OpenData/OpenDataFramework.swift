public import Events

/// The framework that the open data and a certifier's choices give, and what of it the data do not state.
public struct OpenDataFramework: Sendable {
  public let registration: CertificationRegistered
  /// In the order of the fields of an entry as a person reads it.
  public let notStated: [NotStated]
  /// The blocks that the data list without a label.
  public let untitled: [BlockCode]
  /// Whether the data list no block, so that its parts are the certifier's.
  public let hasNoBlocks: Bool
  /// Whether these parts were given one by one.
  public let arePartsGiven: Bool
  /// Why its blocks must not be recorded; nil where they may.
  public let unknownBlocks: UnknownBlocks?

  /// Why it is not known which blocks a certification has: nobody gave them either.
  public enum UnknownBlocks: Hashable, Sendable {
    /// The file of the blocks is not there.
    case noFile
    /// The file has rows of the fiche, and none that can be read.
    case noneRead
    /// More rows of the fiche cannot be read than blocks were given in their place.
    case someUnread
  }

  /// - Parameters:
  ///   - missing: the files of the export that are not there.
  ///   - today: the export's day is left out if it is later.
  /// - Throws: ``OpenDataContradiction``; ``InvalidValue`` if the framework cannot be an event, which only a
  ///   certification without a block would be.
  public init(
    _ fiche: OpenDataFiche, choosing choices: OpenDataChoices, missing: [OpenDataKind] = [],
    today: CalendarDate
  ) throws {
    var gaps = Gaps()
    let level = try Self.only(fiche.level.map { try Count($0) }, choices.level, "--level")
    let registeredOn = try Self.only(fiche.effectiveOn, choices.registeredOn, "--registered-on")
    let expiresOn = try Self.only(fiche.expiresOn, choices.expiresOn, "--expires-on")
    let lastDeliveryOn = try Self.only(
      fiche.lastDeliveryOn, choices.lastDeliveryOn, "--last-delivery")
    if fiche.register == .rncp { gaps.unless(fiche.level, "level", "--level", level) }
    gaps.unless(fiche.effectiveOn, "registeredOn", "--registered-on", registeredOn)
    gaps.unless(fiche.expiresOn, "expiresOn", "--expires-on", expiresOn)
    gaps.unless(fiche.lastDeliveryOn, "lastDeliveryOn", "--last-delivery", lastDeliveryOn)
    if fiche.decisionOn == nil { gaps.add("registrationDecisionOn", nil, .null) }
    let certifiers = try Self.certifiers(fiche, choices)
    if fiche.certifiers.isEmpty {
      gaps.add("certifiers", "--certifier", .list(certifiers.map { .string($0.siret.text) }))
    }
    let parts = try OpenDataParts(fiche, choices.parts)
    gaps.add(parts, of: fiche)
    let pathways = try Self.pathways(fiche, choices, &gaps)
    let partial = fiche.partial ?? (fiche.register == .rncp && parts.blocks.elements.count > 1)
    if fiche.partial == nil { gaps.add("partialCertification", nil, .boolean(partial)) }
    gaps.add("everyCompetencyAssessed", nil, false)
    gaps.add("blockValidity", "--block-validity", choices.blockValidity)
    gaps.add("completionWindow", "--window", choices.window)
    gaps.add("certificationValidity", "--validity", choices.validity)
    let document = try choices.document ?? FreeText("certificat")
    gaps.add("document", "--document", .string(document.text))
    gaps.add(missing: missing)
    registration = CertificationRegistered(
      certification: fiche.code, register: fiche.register, title: fiche.title, level: level,
      certifiers: try? NonEmpty(certifiers), registeredOn: registeredOn, expiresOn: expiresOn,
      lastDeliveryOn: lastDeliveryOn,
      certificationValidity: TimeLimit(years: choices.validity, basis: .policy),
      overseas: try Self.overseas(fiche),
      codes: NomenclatureCodes(
        nsf: try? NonEmpty(fiche.nsf), formacode: try? NonEmpty(fiche.formacode),
        rome: try? NonEmpty(fiche.rome)),
      blocks: parts.blocks, pathways: pathways, partialCertification: partial,
      everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: choices.blockValidity, basis: .policy),
      completionWindow: TimeLimit(years: choices.window, basis: .policy), document: document,
      registrationDecisionOn: fiche.decisionOn,
      editionOn: fiche.editionOn.flatMap { $0 <= today ? $0 : nil })
    notStated = gaps.all
    untitled = parts.untitled
    hasNoBlocks = fiche.blocks.isEmpty
    arePartsGiven = hasNoBlocks && !choices.parts.isEmpty
    switch (hasNoBlocks && !arePartsGiven, missing.contains(.blocks), fiche.hasBlockRows) {
    case (true, true, _): unknownBlocks = .noFile
    case (true, false, true): unknownBlocks = .noneRead
    case (true, false, false): unknownBlocks = nil
    case (false, _, _):
      unknownBlocks = parts.added.count < fiche.unreadBlocks.count ? .someUnread : nil
    }
  }

  /// What the data state, else what was chosen.
  private static func only<Value: Equatable>(
    _ stated: Value?, _ chosen: Value?, _ option: String
  ) throws(OpenDataContradiction) -> Value? {
    if let stated, let chosen, stated != chosen { throw .stated(option: option) }
    return stated ?? chosen
  }

  private static func certifiers(
    _ fiche: OpenDataFiche, _ choices: OpenDataChoices
  ) throws(OpenDataContradiction) -> [Certifier] {
    var certifiers = fiche.certifiers
    for one in choices.certifiers {
      if let known = certifiers.first(where: { $0.siret == one.siret }) {
        guard known == one else { throw .stated(option: "--certifier") }
      } else {
        certifiers.append(one)
      }
    }
    return certifiers
  }

  private static func overseas(
    _ fiche: OpenDataFiche
  ) throws(InvalidValue) -> NonEmpty<OverseasInclusion> {
    try NonEmpty([
      OverseasInclusion(
        territory: try FreeText("Nouvelle-Calédonie"), included: fiche.newCaledonia,
        stated: fiche.newCaledonia != nil),
      OverseasInclusion(
        territory: try FreeText("Polynésie française"), included: fiche.polynesia,
        stated: fiche.polynesia != nil),
    ])
  }

  /// The roles of the jury are not in the data. Where a row was not understood, those that were are open
  /// by the fiche, and no other is closed by it.
  private static func pathways(
    _ fiche: OpenDataFiche, _ choices: OpenDataChoices, _ gaps: inout Gaps
  ) throws -> NonEmpty<PathwayRule> {
    let jury = try choices.jury ?? NonEmpty([.president, .humanResources, .operations])
    let stated = fiche.pathways
    let isStated = !stated.isEmpty && !fiche.hasUnreadPathways
    if let chosen = choices.pathways {
      guard isStated ? chosen == stated : chosen.isSuperset(of: stated) else {
        throw OpenDataContradiction.stated(option: "--pathways")
      }
    }
    let open = choices.pathways ?? (stated.isEmpty ? Set(Pathway.allCases) : stated)
    if !isStated {
      let words = Pathway.allCases.filter(open.contains).map(\.rawValue)
      gaps.add("pathways", "--pathways", .list(words.map { .string($0) }))
    }
    gaps.add("jury", "--jury", .list(jury.elements.map { .string($0.rawValue) }))
    return try NonEmpty(
      Pathway.allCases.map { pathway in
        let isOpen = open.contains(pathway)
        let isByFiche = isStated || stated.contains(pathway)
        return PathwayRule(
          pathway: pathway, open: isOpen, jury: isOpen ? jury : nil,
          basis: isByFiche ? .fiche : .policy, juryBasis: isOpen && isByFiche ? .policy : nil)
      })
  }
}

/// Collects what is not stated.
private struct Gaps {
  private(set) var all: [NotStated] = []

  mutating func add(_ field: String, _ option: String?, _ value: JSONValue) {
    all.append(NotStated(field: field, option: option, value: value))
  }

  /// Years, null for no limit.
  mutating func add(_ field: String, _ option: String, _ years: Count?) {
    add(field, option, years.map { .integer($0.value) } ?? .null)
  }

  mutating func unless(_ stated: Int?, _ field: String, _ option: String, _ chosen: Count?) {
    if stated == nil { add(field, option, chosen) }
  }

  mutating func unless(
    _ stated: CalendarDate?, _ field: String, _ option: String, _ chosen: CalendarDate?
  ) {
    if stated == nil { add(field, option, chosen.map { .string($0.description) } ?? .null) }
  }

  mutating func add(_ parts: OpenDataParts, of fiche: OpenDataFiche) {
    if fiche.blocks.isEmpty {
      let codes = parts.blocks.elements.map { JSONValue.string($0.code.text) }
      add("blocks", "--block", .list(codes))
    } else if case let codes = (parts.untitled + parts.added).sorted(), !codes.isEmpty {
      add("blocks", "--block", .list(codes.map { .string($0.text) }))
    }
    add("competencies", nil, .null)
  }

  mutating func add(missing: [OpenDataKind]) {
    for kind in missing {
      switch kind {
      case .nsf, .formacode, .rome: add("codes.\(kind.rawValue)", nil, .null)
      case .succession: add("supersessions", nil, .null)
      case .standard, .blocks, .certifiers, .pathways: break
      }
    }
  }
}
