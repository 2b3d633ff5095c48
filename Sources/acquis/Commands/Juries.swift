internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `juries [--certification C] [--from D] [--to D]`
  static let juries = Command(
    name: "juries",
    summary: Text(
      "liste les jurys par session, avec ce qu’ils ont décidé",
      "lists juries by session, with what they decided"),
    options: [
      Option(
        name: "certification", value: "C",
        help: Text("de cette certification seulement", "of this certification only")),
      Option(
        name: "from", value: "DATE",
        help: Text(
          "dont la session n’est pas finie avant ce jour", "with a session from this day on")),
      Option(
        name: "to", value: "DATE",
        help: Text("dont la session commence ce jour ou avant", "with a session up to this day")),
    ] + names + [on, known] + Listing.options,
    example: "acquis juries --certification RNCP38052 --from 2021-01-01 --to 2021-12-31"
  ) { invocation in
    let question = try invocation.question()
    let certification = try invocation.certification(in: question.log)
    let (first, last) = (try invocation.day("from"), try invocation.day("to"))
    if let count = invocation.served?.latest {
      return try Listing.juries(latest: count, question).print(invocation)
    }
    let juries = try question.registers().filter { jury in
      if let certification, jury.certification != certification { return false }
      if let first, jury.session.last < first { return false }
      if let last, last < jury.session.first { return false }
      return true
    }
    try Listing.juries(juries, question).print(invocation)
  }
}

extension Listing {
  /// The juries convened last, the latest session first.
  ///
  /// Cost: a reading of each jury's own entries.
  fileprivate static func juries(latest count: Int, _ question: Question) throws -> Listing {
    let entries = try question.log.latest(
      count, of: [.juryConvened], through: question.known, on: question.on)
    var met: Set<JuryID> = []
    let juries = try entries.compactMap { entry -> JuryState? in
      guard let id = entry.event.fact.jury, met.insert(id).inserted else { return nil }
      return try question.register(of: id)?.state
    }
    return self.juries(
      juries.sorted { ($1.session.first, $1.jury.text) < ($0.session.first, $0.jury.text) },
      question)
  }

  /// A list of juries.
  static func juries(_ juries: [JuryState], _ question: Question) -> Listing {
    Listing(
      name: Text("jurys", "juries"),
      columns: [
        .init(.jury), .init(.sessionOn), .init(.sessionTo, isInFilesOnly: true),
        .init(.status, words: ListWord.all(JuryStatus.self)),
        .init(.certification, rank: 1), .init(.mode, rank: 5), .init(.place, rank: 6),
        .init(.members, isNumber: true, rank: 2), .init(.summoned, isNumber: true),
        .init(.decided, isNumber: true), .init(.absent, isNumber: true, rank: 3),
        .init(.minutes, rank: 4),
      ],
      elements: juries.map { jury in
        Listing.Element(
          key: jury.jury.text,
          json: JuryAnswer(on: question.on, known: question.known, state: jury).listJSON,
          cells: cells(jury))
      })
  }

  private static func cells(_ jury: JuryState) -> [ListCell] {
    let (first, last) = (jury.session.first, jury.session.last)
    let isLong = first < last
    let session = Text(
      "\(first.inTable.french) au \(last.inTable.french)",
      "\(first.inTable.english) to \(last.inTable.english)")
    return [
      .plain(jury.jury.text), ListCell.day(first).onScreen(isLong ? session : nil),
      isLong ? .day(last) : .empty, .word(jury.status, tone(jury.status)),
      .plain(jury.certification.text), .word(jury.mode.rawValue, jury.mode.phrase),
      .plain(jury.place?.text),
      jury.isCompositionKnown ? .number(jury.members.count) : .empty,
      .number(jury.summonedCount), .number(jury.decidedCount), .number(jury.absentCount),
      .plain(jury.minutes.map(\.reference.text).joined(separator: ", ")),
    ]
  }

  private static func tone(_ status: JuryStatus) -> Tone {
    switch status {
    case .convened: .warning
    case .held: .plain
    case .deliberated: .good
    case .cancelled, .annulled: .bad
    }
  }
}

extension Invocation {
  /// The day of an option; nil without the option.
  func day(_ name: String) throws(Failure) -> CalendarDate? {
    guard let text = option(name) else { return nil }
    return try day("--\(name)", text)
  }
}
