internal import AcquisLedger
internal import Events
internal import Projections

/// Every block of some candidacies, held or not, with what made it so.
struct CapitalisationRows {
  let list: CandidacyList

  var listing: Listing {
    Listing(
      name: Text("capitalisation", "capitalisation"),
      columns: [.init(.candidacy), .init(.candidate)] + list.names.column + [
        .init(.certification), .init(.block),
        .init(
          .status,
          meaning: Text(
            "l’état du bloc dans cette candidature, le jour demandé",
            "the block's status in this candidacy on the day asked"),
          words: ListWord.all(BlockStatus.self)),
        .init(.since),
        .init(.jury, meaning: Text("le jury qui en a décidé", "the jury that decided it")),
        .init(.source), .init(.fromCandidacy), .init(.fromBlock), .init(.document),
        .init(.acquired, isNumber: true), .init(.competencies, isNumber: true),
        .init(
          .position, isNumber: true,
          meaning: Text("l’entrée dont vient cet état", "the event that determined the status")),
      ],
      elements: list.answers.flatMap { answer in
        answer.state.blocks.map { block in
          Listing.Element(
            key: "\(answer.state.candidacy):\(block.code)", json: .null,
            cells: cells(block, of: answer.state))
        }
      })
  }

  private func cells(_ block: BlockState, of state: CandidacyState) -> [ListCell] {
    [.plain(state.candidacy.text), .plain(state.candidate.text)]
      + list.names.cell(state.candidate) + [
        .plain(state.certification.text), .plain(block.code.text), .word(block.status),
        .day(block.since), .plain(block.jury?.text),
        block.source.map { .word($0.basis.rawValue, $0.basis.typed) } ?? .empty,
        .plain(block.source?.candidacy?.text), .plain(block.source?.block?.text),
        .plain(block.source?.document?.text), .number(block.acquired), .number(block.competencies),
        .number(block.position.map { Int($0.number) }),
      ]
  }
}
