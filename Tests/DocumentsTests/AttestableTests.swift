import AcquisLedger
import Catalogue
import Documents
import EventLog
import Events
import Projections
import TestSupport
import Testing
import Vault

/// What may be attested, over the demonstration's candidacies.
@Suite struct AttestableTests {
  private let place: TemporaryLedger
  private let question: Question

  init() throws {
    let place = try TemporaryLedger()
    let clock = TestClock.seconds(from: try Instant("2026-07-01T10:00:00.000000Z"))
    let log = try InMemoryLog(clock: clock.now)
    try Vault.create(beside: place.path)
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
    let path = place.path
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
    _ = try recorder.importFacts(
      Demonstration(events: 300, seed: 3).lines.enumerated().map {
        try Submission($0.element.value, line: $0.offset + 1)
      })
    self.place = place
    question = Question(
      log: log, on: try CalendarDate(2026, 7, 1), known: try log.head().last)
  }

  private func attestable(
    _ candidacy: CandidacyID, isOpening: Bool = true
  ) throws -> Attestable? {
    let vault = isOpening ? try Vault(beside: place.path) : nil
    return try Attestable(
      of: candidacy, question, PersonalTexts(of: question, opening: vault))
  }

  private var candidacies: [CandidacyID] {
    get throws { try question.replay().state.candidacies.sorted() }
  }

  @Test func `each state has its paper, or says why it has none`() throws {
    for id in try candidacies {
      let attestable = try #require(try attestable(id))
      let obstacles = attestable.attestationObstacles(for: .byState)
      switch attestable.state.status {
      case .revoked: #expect(obstacles == [.awardRevoked(id)])
      case .certified, .awardPending, .partiallyCertified, .lapsed:
        let isPassable = obstacles.allSatisfy(\.canBePassedOver)
        #expect(isPassable)
      case .awaitingJury, .refused, .inPreparation, .admissible, .enrolled:
        #expect(obstacles == [.nothingHeld(id, attestable.state.status)])
      case .continued, .withdrawn, .inadmissible:
        let isStopped = obstacles.contains { !$0.canBePassedOver }
        #expect(isStopped == attestable.held.isEmpty)
      }
    }
  }

  @Test func `a document rests on the entries that decided, on who is named and who signs`() throws
  {
    var written = 0
    for id in try candidacies {
      let attestable = try #require(try attestable(id))
      guard let facts = try? attestable.facts(for: .byState, passingOver: true) else { continue }
      written += 1
      let positions = Set(facts.positions)
      #expect(facts.positions == positions.sorted())
      #expect(positions.isSuperset(of: attestable.state.because))
      for block in attestable.state.blocks where block.status.isHeld {
        #expect(try positions.contains(#require(block.position)))
      }
      #expect(try positions.contains(#require(attestable.certifier).position))
      #expect(try positions.contains(#require(attestable.identityPosition)))
      #expect(positions.contains(attestable.framework.position))
      #expect(facts.held.count + facts.missing.count == attestable.framework.blocks.count)
      for position in positions { #expect(try question.log.event(at: position) != nil) }
    }
    #expect(written > 10)
  }

  @Test func `without the vault nobody is named, and nothing can pass that over`() throws {
    let id = try #require(try candidacies.first { try self.attestable($0)?.held.isEmpty == false })
    let attestable = try #require(try attestable(id, isOpening: false))
    #expect(throws: Obstacles.self) { try attestable.facts(for: .byState, passingOver: true) }
    #expect(
      attestable.obstacles(for: .byState).contains(.identity(attestable.state.candidate, .hidden)))
  }

  @Test func `a candidacy nobody knows has no paper`() throws {
    #expect(try attestable(try CandidacyID("NOBODY")) == nil)
  }
}
