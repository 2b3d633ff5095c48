internal import AcquisLedger
internal import Events
internal import Projections

/// The declarations to the Caisse des Dépôts of the awards in force of some candidacies.
struct DeclarationRows {
  let list: CandidacyList

  var listing: Listing {
    Listing(
      name: Text("déclarations", "declarations"),
      columns: [.init(.candidacy), .init(.candidate)] + list.names.column + [
        .init(.certification), .init(.awardedOn), .init(.due), .init(.answer), .init(.late),
        .init(.flow),
        .init(
          .since,
          meaning: Text(
            "le jour de la réponse, ou du dépôt", "the day of the answer or the deposit")
        ),
        .init(
          .position, isNumber: true,
          meaning: Text("l’entrée dont vient la réponse", "the event that determined the answer")),
      ],
      elements: list.answers.compactMap { answer in
        answer.state.declaration.map { declaration in
          Listing.Element(
            key: answer.state.candidacy.text, json: .null,
            cells: cells(declaration, of: answer.state))
        }
      })
  }

  private func cells(_ declaration: DeclarationState, of state: CandidacyState) -> [ListCell] {
    [.plain(state.candidacy.text), .plain(state.candidate.text)]
      + list.names.cell(state.candidate) + [
        .plain(state.certification.text), .day(declaration.awardedOn), .day(declaration.due),
        .word(declaration.answer),
        declaration.isLate ? ListColumn.late.cell("late") : .empty,
        .plain(declaration.flow?.text), .day(declaration.since),
        .number(Int(declaration.position.number)),
      ]
  }
}
