internal import Events
internal import Projections

/// The facts of which those of the same day count whatever their position: a session's papers are
/// entered in any order (R03, R05, R12, R13), and a file or a jury is there from the day it is opened
/// or convened (R15).
struct WholeDay: Sendable {
  /// A newer version that takes a certification's place.
  struct Supersession: Sendable {
    let data: CertificationSuperseded
    let moment: Moment
  }

  private(set) var juries: [JuryID: JuryRegister] = [:]
  /// The latest *recevabilité* of each candidacy.
  private(set) var admissibility: [CandidacyID: AdmissibilityDecided] = [:]
  /// The enrolment of each candidacy whose file is open: the first in fold order.
  private(set) var enrolments: [CandidacyID: CandidateEnrolled] = [:]
  private(set) var juryPolicies = JuryPolicies()
  private(set) var supersessions: [Supersession] = []

  /// Takes an event that is not annulled in, in fold order.
  mutating func apply(_ envelope: Envelope, _ knowledge: Knowledge) {
    let fact = envelope.event.fact
    if case .candidateEnrolled(let data) = fact {
      if enrolments[data.candidacy] == nil { enrolments[data.candidacy] = data }
    } else if case .admissibilityDecided(let data) = fact {
      admissibility[data.candidacy] = data
    } else if case .juryPolicyChanged(let data) = fact {
      juryPolicies.changes.append(data)
    } else if case .certificationSuperseded(let data) = fact {
      let moment = Moment(day: envelope.event.occurredOn, position: envelope.position)
      supersessions.append(Supersession(data: data, moment: moment))
    } else if let jury = fact.jury {
      juries[jury, default: JuryRegister(of: jury, knowledge)].apply(envelope)
    }
  }

  /// Whether a certification is this one, or a version it succeeds.
  func isSame(_ older: CertificationCode, asOrOlderThan newer: CertificationCode) -> Bool {
    var reached = [older]
    var next = 0
    while next < reached.count {
      let current = reached[next]
      if current == newer { return true }
      next += 1
      for change in supersessions
      where change.data.certification == current && !reached.contains(change.data.by) {
        reached.append(change.data.by)
      }
    }
    return false
  }
}
