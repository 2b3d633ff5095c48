import Catalogue
import Events
import NaiveModel
import Projections

/// A log in memory: positions from 1, the two certifications first, then a third whose blocks expire.
struct Ledger {
  var log: [Envelope] = []

  init() throws {
    for event in try BuiltInCatalogue.events() { append(event) }
    record(.certificationRegistered(try Self.shortLived()), on: try CalendarDate(2015, 1, 1))
  }

  private mutating func append(_ event: Event) {
    log.append(
      Envelope(position: Position(Int64(log.count) + 1), recordedAt: .epoch, event: event))
  }

  /// Records a fact and returns its id.
  @discardableResult mutating func record(_ fact: Fact, on day: CalendarDate) -> EventID {
    let id = EventID(high: 1, low: UInt64(log.count) + 1)
    if let recorder = try? RecorderID("officer:1") {
      append(Event(id: id, occurredOn: day, recordedBy: recorder, fact: fact))
    }
    return id
  }

  var end: Position { Position(Int64(log.count)) }

  /// Three blocks of two competencies, valid two years, to complete within one.
  static func shortLived() throws -> CertificationRegistered {
    let blocks = try (1...3).map { number in
      let competencies = try (1...2).map { order in
        Competency(code: try CompetencyCode("SB\(number)-C\(order)"), label: try FreeText("x"))
      }
      return Block(
        code: try BlockCode("SB\(number)"), title: try FreeText("x"),
        content: .competencies(try NonEmpty(competencies)))
    }
    return CertificationRegistered(
      certification: try CertificationCode("S"), register: .rs, title: try FreeText("x"),
      certificationValidity: TimeLimit(years: nil, basis: .policy), codes: NomenclatureCodes(),
      blocks: try NonEmpty(blocks),
      pathways: try NonEmpty([PathwayRule(pathway: .experience, open: true, basis: .policy)]),
      partialCertification: true, everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: try Count(2), basis: .policy),
      completionWindow: TimeLimit(years: try Count(1), basis: .fiche),
      document: try FreeText("x"))
  }

  static func sealed() throws -> Sealed {
    try Sealed(
      key: try KeyID("k"), nonce: "AAAAAAAAAAAAAAAA", text: "AAAAAAAAAAAAAAAAAAAAAAAA")
  }
}

extension [Envelope] {
  /// What is known at a position and occurred by a day, in fold order.
  func counted(on day: CalendarDate, known: Position) -> [Envelope] {
    filter { $0.position <= known && $0.event.occurredOn <= day }.sorted { $0.moment < $1.moment }
  }

  func timeless(_ known: Position) -> TimelessFacts {
    TimelessFacts(
      filter { $0.position <= known && TimelessFacts.types.contains($0.event.fact.type) })
  }

  /// The product's state.
  func state(on day: CalendarDate, known: Position) -> LedgerState {
    var state = LedgerState(timeless(known))
    for envelope in counted(on: day, known: known) { state.apply(envelope) }
    return state
  }
}
