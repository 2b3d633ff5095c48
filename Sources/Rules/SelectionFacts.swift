public import Events
internal import Projections

/// The selection of each candidacy over all that is known, whatever the day: so that R10 can name a
/// fact that is there, but too late.
public struct SelectionFacts: Sendable {
  /// The types that it is built from.
  public static let types: [EventType] = [
    .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld,
  ]

  private var events: [CandidacyID: [Envelope]] = [:]

  public init() {}

  /// Adds a known event that is not annulled; in any order. Other types are ignored.
  public mutating func take(_ envelope: Envelope) {
    guard Self.types.contains(envelope.event.fact.type),
      let candidacy = envelope.event.fact.candidacy
    else { return }
    events[candidacy, default: []].append(envelope)
  }

  /// The selection of a candidacy, whatever the day.
  func selection(of candidacy: CandidacyID) -> SelectionRecord {
    SelectionRecord(events[candidacy, default: []])
  }
}
