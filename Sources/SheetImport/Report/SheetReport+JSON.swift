public import Events

extension SheetReport {
  /// The members of the answer for programs.
  ///
  /// - Parameter tabs: the names of the file's tabs; where it has several, each cause has its rows' tabs.
  public func members(tabs: [String]) -> [JSONMember] {
    [
      JSONMember("rows", .integer(rows)),
      JSONMember("leftOut", leftOut.json),
      JSONMember("columns", .list(columns.map { .string($0.heading) })),
      JSONMember("unread", .list(unread.map { .string($0) })),
      JSONMember(
        "persons",
        [
          "total": .integer(persons.total), "new": .integer(persons.new),
          "known": .integer(persons.known), "exactDoubles": .integer(persons.exactDoubles),
          "nearDoubles": .integer(persons.nearDoubles),
          "toConfirm": .integer(persons.toConfirm),
        ]),
      JSONMember(
        "sessions", ["new": .integer(newSessions), "known": .integer(knownSessions)]),
      JSONMember(
        "verdicts",
        [
          "validated": .integer(verdicts.validated), "refused": .integer(verdicts.refused),
          "refusedByBlank": .integer(verdicts.refusedByBlank),
          "absent": .integer(verdicts.absent), "absentExcused": .integer(verdicts.absentExcused),
          "equivalences": .integer(verdicts.equivalences),
        ]),
      JSONMember("unknownBlanks", .integer(unknownBlanks)),
      JSONMember("unrecognised", .list(unrecognised.map(\.json))),
      JSONMember("wordsLeftOut", .list(wordsLeftOut.map(\.json))),
      JSONMember("awards", .integer(awards)),
      JSONMember("certificates", .integer(certificates)),
      JSONMember("issues", .list(causes.map { $0.json(tabs: tabs) })),
      JSONMember("added", .integer(added)),
      JSONMember("corrected", .integer(corrected.count)),
      JSONMember("corrections", .list(corrected.map { $0.json(tabs: tabs) })),
      JSONMember("unchanged", .integer(unchanged)),
    ]
  }
}

extension LeftOutRows {
  fileprivate var json: JSONValue {
    [
      "blank": .integer(blank), "titles": .integer(titles), "totals": .integer(totals),
      "headings": .integer(headings), "sections": .integer(sections),
      "planned": .integer(planned),
    ]
  }

  /// All of them.
  public var total: Int { blank + titles + totals + headings + sections + planned }
}

extension SheetReport.Word {
  fileprivate var json: JSONValue { ["word": .string(word), "count": .integer(count)] }
}

extension [RowPlace] {
  /// The rows' numbers, and where the file has several tabs their names, for programs.
  public func members(tabs: [String]) -> [JSONMember] {
    let rows = JSONMember("rows", .list(map { .integer($0.number) }))
    if tabs.count < 2 { return [rows] }
    let names = map { tabs.indices.contains($0.page) ? tabs[$0.page] : "" }
    return [rows, JSONMember("tabs", .list(names.map { .string($0) }))]
  }
}

extension SheetReport.Cause {
  fileprivate func json(tabs: [String]) -> JSONValue {
    .object(
      [
        JSONMember("cause", .string(cause.name)),
        JSONMember("message", .string(cause.text.english)),
      ]
        + (cause.heading.map { [JSONMember("heading", .string($0))] } ?? [])
        + (cause.word.map { [JSONMember("word", .string($0))] } ?? [])
        + [JSONMember("count", .integer(count))] + rows.members(tabs: tabs))
  }
}

extension SheetReport.Corrected {
  fileprivate func json(tabs: [String]) -> JSONValue {
    .object(
      [
        JSONMember("type", .string(type.rawValue)),
        JSONMember("position", .integer(Int(position.number))),
        JSONMember("block", block.map { .string($0.text) } ?? .null),
        JSONMember("fields", .list(fields.map { .string($0) })),
      ] + rows.members(tabs: tabs))
  }
}
