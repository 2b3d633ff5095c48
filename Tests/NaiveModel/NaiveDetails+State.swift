internal import Events
package import Projections

extension NaiveDetails {
  /// What the program says beside a status.
  package init(_ state: CandidacyState) {
    tacit = state.tacit
    declaration = state.declaration.map { declaration in
      Declaration(
        answer: Declaration.Answer(rawValue: declaration.answer.rawValue) ?? .none,
        due: declaration.due, isLate: declaration.isLate, flow: declaration.flow)
    }
    toReview = Set(state.toReview.map { Review(rule: $0.rule.number, position: $0.position) })
    sources = [:]
    for block in state.blocks {
      sources[block.code] = block.source.map {
        Source(
          basis: $0.basis, candidacy: $0.candidacy, certification: $0.certification,
          block: $0.block, jury: $0.jury, on: $0.on,
          document: $0.candidacy == nil ? $0.document : nil,
          authority: $0.candidacy == nil ? $0.authority : nil)
      }
    }
  }
}
