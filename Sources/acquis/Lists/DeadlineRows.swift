internal import AcquisLedger
internal import Events
internal import Projections

/// The rows of the list of deadlines: of each, whose it is, and the blocks that a window still waits for.
struct DeadlineRows {
  let names: ListNames
  /// The state of a candidacy on the day asked.
  let state: (CandidacyID) -> CandidacyState?

  init(names: ListNames, state: @escaping (CandidacyID) -> CandidacyState?) {
    self.names = names
    self.state = state
  }

  /// Days to a deadline that is near.
  private static let near = 30

  /// - Parameter isPage: whether they are the page asked for already.
  func listing(_ deadlines: [Deadline], isPage: Bool = false) -> Listing {
    Listing(
      name: Text("échéances", "deadlines"), columns: columns, elements: deadlines.map(element),
      isPage: isPage)
  }

  private var columns: [Listing.Column] {
    [.init(.lastDay), .init(.daysLeft, isNumber: true), .init(.kind), .init(.subject)]
      + names.column + [.init(.certification, rank: 1), .init(.missing, rank: 2)]
  }

  private func element(_ deadline: Deadline) -> Listing.Element {
    let candidacy = deadline.candidacy.flatMap(state)
    return Listing.Element(
      key: deadline.key,
      json: names.json(deadline.json, naming: candidacy?.candidate),
      cells: cells(deadline, candidacy))
  }

  private func cells(_ deadline: Deadline, _ candidacy: CandidacyState?) -> [ListCell] {
    let left = deadline.daysLeft
    let tone: Tone = left < 0 ? .bad : left <= Self.near ? .warning : .plain
    let missing =
      deadline.kind == .completionWindow
      ? candidacy?.blocks.filter { !$0.status.isHeld }.map(\.code) ?? [] : []
    let short = candidacy.map { state in missing.map { $0.short(in: state.certification) } } ?? []
    return [
      .day(deadline.lastDay, tone),
      ListCell.number(left, tone).onScreen(Self.shown(left)), .word(deadline.kind),
      ListCell.word(deadline.subject.description, deadline.subject.text)
        .onScreen(Text(verbatim: deadline.id)),
    ] + names.cell(candidacy?.candidate) + [
      .plain(deadline.certification?.text ?? candidacy?.certification.text),
      ListCell.plain(missing.map(\.text).joined(separator: ", "))
        .onScreen(Text(verbatim: short.joined(separator: ", "))),
    ]
  }

  /// The asked day itself is marked, and days past are said to be late.
  private static func shown(_ days: Int) -> Text? {
    let late = -days
    if days == 0 { return Text("ce jour", "that day") }
    if days > 0 { return nil }
    let count = Text.count(late, .day)
    return Text("\(count.french) de retard", "\(count.english) late")
  }
}

extension Deadline {
  /// The id of its candidacy or certification.
  fileprivate var id: String {
    candidacy?.text ?? certification?.text ?? subject.description
  }

  /// Of its element in the list.
  var key: String { "\(kind.rawValue):\(subject)" }

  var candidacy: CandidacyID? {
    if case .candidacy(let id) = subject { id } else { nil }
  }

  fileprivate var certification: CertificationCode? {
    if case .certification(let code) = subject { code } else { nil }
  }
}

extension Deadline {
  /// How many days ahead a list of deadlines looks, unless another number is asked for.
  static let usualDays = 90
}
