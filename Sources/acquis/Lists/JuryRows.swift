internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// The members of some juries, and their decisions.
struct JuryRows {
  let juries: [JuryState]
  let names: ListNames

  /// One row for each seat: a member in one role; those replaced since too.
  ///
  /// - Throws: `LogFailure`; `VaultFailure` if the vault cannot be read.
  func members() throws -> Listing {
    Listing(
      name: Text("membres des jurys", "jury members"),
      columns: [
        .init(.jury), .init(.sessionOn), .init(.certification, meaning: Self.certification),
        .init(.member),
      ] + (names.isShown ? [.init(.name, meaning: Text("son nom", "the member's name"))] : []) + [
        .init(.role), .init(.organisation), .init(.joined), .init(.replaces),
        .init(.seatedFrom, isNumber: true), .init(.seatedUntil, isNumber: true),
      ],
      elements: try juries.flatMap { jury in
        let seats = (jury.members + jury.formerMembers).sorted { $0.since < $1.since }
        let named = names.isShown ? try names.texts.names(of: seats) : [:]
        return seats.map { seat in
          Listing.Element(
            key: "\(jury.jury):\(seat.member):\(seat.role.rawValue):\(seat.since)", json: .null,
            cells: cells(seat, in: jury, named))
        }
      })
  }

  private func cells(
    _ seat: JurySeat, in jury: JuryState, _ named: [MemberID: String]
  ) -> [ListCell] {
    let (joined, replaced): (String, MemberID?) =
      switch seat.appointment {
      case .convened: ("convened", nil)
      case .added: ("added", nil)
      case .replacing(let member): ("replacing", member)
      }
    return [
      .plain(jury.jury.text), .day(jury.sessionOn), .plain(jury.certification.text),
      .plain(seat.member.text),
    ] + (names.isShown ? [.plain(named[seat.member])] : []) + [
      .word(seat.role), .plain(seat.organisation?.text),
      ListColumn.joined.cell(joined), .plain(replaced?.text),
      .number(Int(seat.since.number)), .number(seat.until.map { Int($0.number) }),
    ]
  }

  private static var certification: Text {
    Text("la certification dont il décide", "the certification it decides on")
  }

  /// Every decision of the juries, in force or not.
  ///
  /// - Parameters:
  ///   - state: the fold that says whose candidacies they are.
  ///   - day: up to which it was folded.
  func decisions(in state: LedgerState, on day: CalendarDate) -> Listing {
    let decided = Set(
      juries.flatMap(\.candidacies).filter { !$0.decisions.isEmpty }.map(\.candidacy))
    let people = Dictionary(
      decided.compactMap { id in state.candidacy(id, on: day).map { (id, $0.candidate) } },
      uniquingKeysWith: { first, _ in first })
    return Listing(
      name: Text("décisions", "decisions"),
      columns: [
        .init(.jury), .init(.sessionOn), .init(.candidacy), .init(.candidate),
      ] + names.column + [
        .init(.block), .init(.verdict), .init(.decidedOn),
        .init(
          .position, isNumber: true,
          meaning: Text("l’entrée de la décision", "the event of the decision")),
        .init(.fate), .init(.fatePosition, isNumber: true), .init(.without),
      ],
      elements: juries.flatMap { jury in
        jury.candidacies.flatMap { candidacy in
          candidacy.decisions.map { decision in
            Listing.Element(
              key: decision.position.description, json: .null,
              cells: cells(decision, on: candidacy.candidacy, people, in: jury))
          }
        }
      })
  }

  private func cells(
    _ decision: BlockDecision, on candidacy: CandidacyID, _ people: [CandidacyID: CandidateID],
    in jury: JuryState
  ) -> [ListCell] {
    [
      .plain(jury.jury.text), .day(jury.sessionOn), .plain(candidacy.text),
      .plain(people[candidacy]?.text),
    ] + names.cell(people[candidacy]) + [
      .plain(decision.block.text), .word(decision.verdict), .day(decision.decidedOn),
      .number(Int(decision.position.number)), .word(decision.fate),
      .number(decision.fatePosition.map { Int($0.number) }),
      .plain(decision.without.map(\.text).joined(separator: " ")),
    ]
  }
}
