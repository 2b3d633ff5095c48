import Archive
import Testing

/// Archives, whose parts are read one after the other.
struct ArchiveTests {
  private func open(_ bytes: [UInt8], bytes limit: Int = 1_000) throws(ArchiveFailure) -> [String] {
    var archive = try ZipArchive(bytes, limits: ZipArchive.Limits(parts: 3, bytes: limit))
    var texts: [String] = []
    var buffer = [UInt8](repeating: 0, count: 4)
    for index in archive.names.indices {
      try archive.open(index)
      var text: [UInt8] = []
      while case let count = try archive.read(into: &buffer), count > 0 {
        text += buffer.prefix(count)
      }
      texts.append(String(decoding: text, as: UTF8.self))
    }
    return texts
  }

  @Test func `every part is read whole`() throws {
    let archive = SmallArchive([("a", "première"), ("../b", ""), ("c/d", "3")])
    #expect(try open(archive.bytes) == ["première", "", "3"])
    #expect(try open(SmallArchive([]).bytes) == [])
  }

  @Test func `limits hold for what is found, not for what is said`() {
    var archive = SmallArchive([("a", String(repeating: "x", count: 100))])
    #expect(throws: ArchiveFailure.tooLarge) { try open(archive.bytes, bytes: 99) }
    archive.parts[0].saidSize = 1
    #expect(throws: ArchiveFailure.self) { try open(archive.bytes, bytes: 99) }
    let many = SmallArchive((0..<4).map { ("\($0)", "") })
    #expect(throws: ArchiveFailure.tooManyParts) { try open(many.bytes) }
  }

  @Test func `what is no archive is told from one that is cut`() {
    #expect(throws: ArchiveFailure.notAnArchive) { try open([]) }
    #expect(throws: ArchiveFailure.notAnArchive) { try open(Array("a;b".utf8)) }
    #expect(throws: ArchiveFailure.cutShort) {
      try open(Array(SmallArchive([("a", "b")]).bytes.dropLast(30)))
    }
  }
}
