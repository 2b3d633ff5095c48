internal import AcquisLedger
internal import Events
internal import Projections

/// The blocks and the competencies of every framework, in its order.
enum FrameworkRows {
  static func blocks(in state: LedgerState, on day: CalendarDate) -> Listing {
    Listing(
      name: Text("blocs", "blocks"),
      columns: [
        .init(
          .certification,
          meaning: Text("la certification dont il est", "the certification it is of")
        ),
        .init(.block),
        .init(
          .title, meaning: Text("l’intitulé du bloc", "the block's title")),
        .init(.competencies, isNumber: true), .init(.modalities),
      ],
      elements: registrations(in: state, on: day).flatMap { registration in
        registration.blocks.elements.map { block in
          Listing.Element(
            key: block.code.text, json: .null,
            cells: [
              .plain(registration.certification.text), .plain(block.code.text),
              .plain(block.title.text), .number(block.competencies.count), modalities(of: block),
            ])
        }
      })
  }

  static func competencies(in state: LedgerState, on day: CalendarDate) -> Listing {
    Listing(
      name: Text("compétences", "competencies"),
      columns: [
        .init(
          .certification,
          meaning: Text("la certification dont elle est", "the certification it is of")),
        .init(.block, meaning: Text("le bloc dont elle est", "the block it is of")),
        .init(.competency), .init(.label),
      ],
      elements: registrations(in: state, on: day).flatMap { registration in
        registration.blocks.elements.flatMap { block in
          block.competencies.map { competency in
            Listing.Element(
              key: competency.code.text, json: .null,
              cells: [
                .plain(registration.certification.text), .plain(block.code.text),
                .plain(competency.code.text), .plain(competency.label.text),
              ])
          }
        }
      })
  }

  private static func registrations(
    in state: LedgerState, on day: CalendarDate
  ) -> [CertificationRegistered] {
    state.certifications(on: day).map(\.registration)
  }

  private static func modalities(of block: Block) -> ListCell {
    guard let modalities = block.modalities?.elements else { return .empty }
    return .word(
      modalities.map(\.rawValue).joined(separator: " "),
      modalities.map(\.text).joined(separator: ", "))
  }
}
