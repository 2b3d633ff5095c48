internal import Events
package import Projections

/// The naive answer on a candidacy; the product's converts to the same shape, to be compared.
package struct NaiveAnswer: Equatable {
  struct Block: Equatable {
    var code: BlockCode
    var status: BlockStatus
    var since: CalendarDate?
    var position: Position?
    var jury: JuryID?
    var acquired: Int
    var competencies: Int
  }
  struct Window: Equatable {
    var status = CompletionWindow.Status.none
    var opensOn: CalendarDate?
    var lastDay: CalendarDate?
    var daysLeft: Int?
    var extended: Bool?
    var completedOn: CalendarDate?
    var basis: Basis?
  }
  var candidacy: CandidacyID
  var candidate: CandidateID
  var certification: CertificationCode
  var pathway: Pathway
  var status: CandidacyStatus
  var targetReached: Bool
  var awaitingJury: Bool
  var blocks: [Block]
  var window: Window
  var certificate: CertificateNumber?
  var certificateOn: CalendarDate?
}

extension NaiveAnswer {
  package init(_ state: CandidacyState) {
    self.init(
      candidacy: state.candidacy, candidate: state.candidate, certification: state.certification,
      pathway: state.pathway, status: state.status, targetReached: state.targetReached,
      awaitingJury: state.awaitingJury,
      blocks: state.blocks.map {
        Block(
          code: $0.code, status: $0.status, since: $0.since, position: $0.position, jury: $0.jury,
          acquired: $0.acquired, competencies: $0.competencies)
      },
      window: Window(
        status: state.window.status, opensOn: state.window.opensOn, lastDay: state.window.lastDay,
        daysLeft: state.window.daysLeft, extended: state.window.extended,
        completedOn: state.window.completedOn, basis: state.window.basis),
      certificate: state.certificate?.number, certificateOn: state.certificate?.issuedOn)
  }
}
