package import Events
internal import Projections

/// What stands beside a status: tacit admissibility, declaration, what is to review, where recognised
/// blocks come from.
package struct NaiveDetails: Equatable {
  package struct Declaration: Equatable {
    package enum Answer: String { case none, deposited, accepted, rejected }
    package var answer: Answer
    /// Nil where nothing is owed.
    package var due: CalendarDate?
    package var isLate: Bool
    package var flow: FlowID?
  }
  package struct Review: Hashable {
    package let rule: Int
    package let position: Position
  }
  package struct Source: Equatable {
    package var basis: RecognitionBasis
    package var candidacy: CandidacyID?
    package var certification: CertificationCode?
    package var block: BlockCode?
    package var jury: JuryID?
    package var on: CalendarDate?
    /// Of a block that comes from no candidacy; so is the authority.
    package var document: FreeText?
    package var authority: FreeText?
  }

  package var tacit: Bool
  /// Nil without an award that stands.
  package var declaration: Declaration?
  package var toReview: Set<Review>
  /// Of the blocks held by recognition or through the candidacy completed.
  package var sources: [BlockCode: Source]
}

extension NaiveReading {
  package func details(_ id: CandidacyID) -> NaiveDetails? {
    guard let answer = answer(id) else { return nil }
    var sources: [BlockCode: NaiveDetails.Source] = [:]
    for block in answer.blocks { sources[block.code] = source(id, block.code) }
    return NaiveDetails(
      tacit: answer.status == .admissible && admissibleTacitly(id) == true,
      declaration: declaration(id), toReview: toReview(id), sources: sources)
  }

  /// Where a block held comes from; nil where a jury validated it here.
  private func source(_ id: CandidacyID, _ block: BlockCode) -> NaiveDetails.Source? {
    guard let held = holding(id, block) else { return nil }
    let origin = origin(held.decision, held.block)
    if held.isCarried {
      let certification = enrolment(held.candidacy)?.certification
      return NaiveDetails.Source(
        basis: certification == enrolment(id)?.certification ? .permanent : .correspondence,
        candidacy: held.candidacy, certification: certification, block: held.block,
        jury: origin.jury, on: origin.day)
    }
    guard case .recognition(let data) = held.decision.kind else { return nil }
    let candidacy = data.source.candidacy
    return NaiveDetails.Source(
      basis: data.basis, candidacy: candidacy,
      certification: candidacy.flatMap { enrolment($0)?.certification },
      block: data.source.block ?? (candidacy == nil ? nil : block), jury: origin.jury,
      on: data.source.candidacy == nil ? data.source.validatedOn : origin.day,
      document: candidacy == nil ? data.source.document : nil,
      authority: candidacy == nil ? data.source.authority : nil)
  }

  // MARK: To review

  private func toReview(_ id: CandidacyID) -> Set<NaiveDetails.Review> {
    var reviews: Set<NaiveDetails.Review> = []
    if let award = awardInForce(id), lacksBlocks(id) {
      reviews.insert(NaiveDetails.Review(rule: 8, position: award.position))
    }
    for position in pendingAppeals(id) {
      reviews.insert(NaiveDetails.Review(rule: 17, position: position))
    }
    if let certificate = certificate(id), before(certificate.when).award(id) == .none {
      reviews.insert(NaiveDetails.Review(rule: 14, position: certificate.when.position))
    }
    for partial in partialCertificates(id)
    where !partial.blocks.allSatisfy({ holding(id, $0) != nil }) {
      reviews.insert(NaiveDetails.Review(rule: 14, position: partial.position))
    }
    return reviews
  }

  // MARK: Declaration

  /// The answers of the Caisse des Dépôts since the award that stands, by flow, each with its day.
  private func answers(
    since award: Envelope, _ id: CandidacyID
  ) -> [(day: CalendarDate, flow: FlowID, answer: NaiveDetails.Declaration.Answer)] {
    facts.filter { award.moment < $0.moment }.compactMap { entry in
      switch entry.event.fact {
      case .awardDeclared(let data) where data.candidacy == id:
        (entry.event.occurredOn, data.flow, .deposited)
      case .declarationAnswered(let data) where data.candidacy == id:
        (entry.event.occurredOn, data.flow, data.outcome == .accepted ? .accepted : .rejected)
      default: nil
      }
    }
  }

  func declaration(_ id: CandidacyID) -> NaiveDetails.Declaration? {
    guard let award = awardInForce(id) else { return nil }
    let answers = answers(since: award, id)
    // An acceptance stands until the same flow is answered by a rejection.
    func accepted(by last: CalendarDate) -> FlowID? {
      var flows: [FlowID] = []
      for answer in answers where answer.day <= last {
        switch answer.answer {
        case .accepted: if !flows.contains(answer.flow) { flows.append(answer.flow) }
        case .rejected: flows.removeAll { $0 == answer.flow }
        case .deposited, .none: break
        }
      }
      return flows.first
    }
    var declaration = NaiveDetails.Declaration(answer: .none, isLate: false)
    if let flow = accepted(by: day) {
      declaration.answer = .accepted
      declaration.flow = flow
    } else if let latest = Self.latestFlow(answers) {
      declaration.answer = latest.answer
      declaration.flow = latest.flow
    }
    if award.event.occurredOn >= .declarationsOwed {
      let due = award.event.occurredOn.adding(months: 3)
      declaration.due = due
      declaration.isLate = due < day && accepted(by: due) == nil
    }
    return declaration
  }

  /// The flow deposited last, and its latest answer: what is awaited counts before what was refused.
  private static func latestFlow(
    _ answers: [(day: CalendarDate, flow: FlowID, answer: NaiveDetails.Declaration.Answer)]
  ) -> (flow: FlowID, answer: NaiveDetails.Declaration.Answer)? {
    var flows: [(flow: FlowID, answer: NaiveDetails.Declaration.Answer)] = []
    for entry in answers {
      let index = flows.firstIndex { $0.flow == entry.flow }
      if let index, entry.answer != .deposited {
        flows[index].answer = entry.answer
      } else {
        if let index { flows.remove(at: index) }
        flows.append((entry.flow, entry.answer))
      }
    }
    return flows.last
  }
}
