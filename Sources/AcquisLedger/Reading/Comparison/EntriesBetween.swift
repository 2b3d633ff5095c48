internal import EventLog
public import Events
internal import Projections

/// The entries recorded after one position and up to another: how many, by whom, from when to when.
public struct EntriesBetween: Sendable {
  public let count: Int
  /// By id.
  public let recorders: [RecorderID]
  /// When the first and the last of them were recorded; nil where there are none.
  public let instants: ClosedRange<Instant>?
  /// The juries that they are about.
  let juries: Set<JuryID>
  /// The certifications whose framework or jury policies they change, or annul; their juries depend on
  /// both.
  let certifications: Set<CertificationCode>

  /// Cost: one reading of these entries.
  ///
  /// - Parameters:
  ///   - from: exclusive.
  ///   - to: inclusive.
  init(from: Position, to: Position, in log: some EventLog) throws {
    var count = 0
    var recorders: Set<RecorderID> = []
    var instants: ClosedRange<Instant>?
    var juries: Set<JuryID> = []
    var certifications: Set<CertificationCode> = []
    if from < to {
      try log.read(EventQuery(from: from.next, through: to)) { stored in
        let envelope = try stored.envelope()
        count += 1
        recorders.insert(envelope.event.recordedBy)
        instants = (instants?.lowerBound ?? envelope.recordedAt)...envelope.recordedAt
        let bearsOnJuries = JuryRegister.certificationTypes.contains(envelope.event.fact.type)
        for subject in envelope.event.fact.payload.subjects {
          if case .jury(let id) = subject {
            juries.insert(id)
          } else if case .certification(let code) = subject, bearsOnJuries {
            certifications.insert(code)
          }
        }
      }
    }
    self.count = count
    self.recorders = recorders.sorted { $0.text < $1.text }
    self.instants = instants
    self.juries = juries
    self.certifications = certifications
  }
}
