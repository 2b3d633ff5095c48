internal import Access
internal import AcquisLedger
internal import Events

extension Command {
  /// `access list`
  static let accessList = Command(
    name: "access list",
    summary: Text(
      "liste les droits d’accès, ceux qui ont pris fin depuis moins de douze mois aussi",
      "lists the access grants, those too that ended less than twelve months ago"),
    options: Listing.options,
    example: "acquis access list"
  ) { invocation in
    let grants = try Ledger(invocation).accessFile().read().all
    try Listing.access(grants, on: Ledger.today).print(invocation)
  }
}

extension Listing {
  /// - Parameter day: that of their states.
  static func access(_ grants: [AccessGrant], on day: CalendarDate) -> Listing {
    let hasNames = grants.contains(where: \.showsNames)
    let hasWaivers = grants.contains(where: \.mayWaive)
    return Listing(
      name: Text("droits d’accès", "access"),
      columns: [
        .init(.id), .init(.who),
        .init(
          .role, heading: Text("rôle", "role"), meaning: Text("ce qu’il permet", "what it allows"),
          words: ListWord.all(Role.self)),
        .init(.until), .init(.names, isInFilesOnly: !hasNames),
        .init(.mayWaive, isInFilesOnly: !hasWaivers), .init(.grantedAt, rank: 1),
        .init(.revokedAt, isInFilesOnly: true), .init(.state),
      ],
      elements: grants.map { grant in
        Listing.Element(key: grant.id, json: grant.json(on: day), cells: cells(grant, on: day))
      })
  }

  private static func cells(_ grant: AccessGrant, on day: CalendarDate) -> [ListCell] {
    let state = grant.state(on: day)
    let tone: Tone =
      switch state {
      case .active: .good
      case .expired: .warning
      case .revoked: .bad
      }
    let revoked = grant.revokedAt
    let since = revoked.map { instant in
      Text(
        "\(state.text.french) le \(instant.dayInParis.inTable.french)",
        "\(state.text.english) \(instant.dayInParis.inTable.english)")
    }
    return [
      .plain(grant.id), .plain(grant.who.text), .word(grant.role), .day(grant.until),
      grant.showsNames ? ListColumn.names.cell("names") : .empty,
      grant.mayWaive ? ListColumn.mayWaive.cell("mayWaive") : .empty,
      .word(grant.grantedAt.description, grant.grantedAt.inTable),
      revoked.map { .word($0.description, $0.inTable) } ?? .empty,
      ListCell.word(state, tone).onScreen(since),
    ]
  }
}

extension AccessGrant {
  /// Neither its token nor the token's hash.
  func json(on day: CalendarDate) -> JSONValue {
    [
      "id": .string(id), "who": .string(who.text), "role": .string(role.rawValue),
      "until": until.map { .string($0.description) } ?? .null, "names": .boolean(showsNames),
      "mayWaive": .boolean(mayWaive), "grantedAt": .string(grantedAt.description),
      "revokedAt": revokedAt.map { .string($0.description) } ?? .null,
      "state": .string(state(on: day).rawValue),
    ]
  }
}
