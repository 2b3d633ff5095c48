import Catalogue
import EventSamples
import Events
import Testing

/// A ledger keeps the registration that it recorded, and the program knows of which edition it is.
@Suite struct `The editions of the catalogue` {
  private static let first = ["certificationRNCP38052.1.json", "certification3474.1.json"]

  private func event(_ bytes: [UInt8]) throws -> Event {
    try bytes.withUnsafeBytes {
      try Envelope(position: Position(1), canonical: $0).event
    }
  }

  private func registration(_ event: Event) throws -> CertificationRegistered {
    guard case .certificationRegistered(let data) = event.fact else { throw InvalidValue.subject }
    return data
  }

  @Test(arguments: first) func `what the first edition recorded reads as before`(
    file: String
  ) throws {
    let bytes = try #require(GoldenFolder.catalogue.line(file))
    let event = try event(bytes)
    #expect(try EncodedEvent(event).bytes(recordedAt: try Instant(Samples.instant)) == bytes)
    #expect(event.recordedBy.text == "catalogue:2026-1")
  }

  @Test(arguments: first) func `a registration of the first edition is known as such`(
    file: String
  ) throws {
    let bytes = try #require(GoldenFolder.catalogue.line(file))
    let data = try registration(try event(bytes))
    #expect(try BuiltInCatalogue.edition(of: data)?.description == "2026-1")
  }

  @Test(arguments: [0, 1]) func `a registration of this catalogue is of its edition`(
    index: Int
  ) throws {
    let event = try BuiltInCatalogue.events()[index]
    #expect(event.recordedBy.text == "catalogue:2026-2")
    #expect(
      try BuiltInCatalogue.edition(of: try registration(event))?.description == "2026-2")
  }

  @Test(arguments: [0, 1]) func `no id of the first edition is used again`(index: Int) throws {
    let bytes = try #require(GoldenFolder.catalogue.line(Self.first[index]))
    #expect(try event(bytes).id != BuiltInCatalogue.events()[index].id)
  }

  @Test func `a registration with one word changed is of no edition`() throws {
    let bytes = try #require(GoldenFolder.catalogue.line(Self.first[0]))
    let text = String(decoding: bytes, as: UTF8.self)
    let altered = text.replacing("certificat\"", with: "diplôme\"")
    #expect(altered != text)
    let data = try registration(try event(Array(altered.utf8)))
    #expect(try BuiltInCatalogue.edition(of: data) == nil)
  }

  @Test(arguments: [0, 1]) func `the reason tells what a document leaves open`(
    index: Int
  ) throws {
    guard case .clear(let text) = try BuiltInCatalogue.events()[index].reason else {
      Issue.record("no reason in clear")
      return
    }
    #expect(text.text.contains(index == 0 ? "1er janvier 2017" : "SIRET"))
  }
}
