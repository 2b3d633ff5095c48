import Testing
import XML

/// Documents of XML, read piece by piece.
struct XMLReaderTests {
  /// The events of a document that is read in pieces of a size, adjacent texts joined.
  private func events(_ text: String, pieces size: Int = 1_000) throws -> [String] {
    var reader = try XMLReader()
    var found: [String] = []
    var bytes = Array(text.utf8)[...]
    while true {
      let piece = Array(bytes.prefix(size))
      bytes = bytes.dropFirst(size)
      for event in try reader.read(piece, isLast: bytes.isEmpty) {
        switch event {
        case .start(let name, let attributes): found.append("<\(name) \(attributes["id"] ?? "-")")
        case .end(let name): found.append(">\(name)")
        case .text(let text):
          if found.last?.first == "\"" {
            found[found.count - 1] += text
          } else {
            found.append("\"" + text)
          }
        }
      }
      if bytes.isEmpty { return found }
    }
  }

  @Test func `names are without namespaces, whatever the pieces`() throws {
    let text =
      "<a xmlns='n' xmlns:r='m'><r:b id='0' r:id='1'>é&amp;\r\nè</r:b><c r:id='2'/><![CDATA[<]]></a>"
    let wanted = ["<a -", "<b 0", "\"é&\nè", ">b", "<c 2", ">c", "\"<", ">a"]
    for size in [1, 2, 7, 1_000] { #expect(try events(text, pieces: size) == wanted) }
  }

  @Test func `malformed documents are told with their line`() {
    let cases: [(String, XMLFailure)] = [
      ("", .cutShort(line: 1)), ("<a>\n<b>", .cutShort(line: 2)), ("<a></b>", .malformed(line: 1)),
      ("<a>\n&x;</a>", .malformed(line: 2)), ("<!DOCTYPE a><a/>", .documentType(line: 1)),
      ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .documentType(line: 1)),
      (String(repeating: "<a>", count: 257), .tooDeep(line: 1)),
    ]
    for (text, failure) in cases { #expect(throws: failure) { try events(text) } }
  }

  @Test func `a tag without an end is given up`() throws {
    var reader = try XMLReader()
    let piece = [UInt8](repeating: 0x61, count: 65_536)
    _ = try reader.read(Array("<".utf8), isLast: false)
    var pieces = 0
    var failure: XMLFailure?
    while failure == nil, pieces < 100 {
      pieces += 1
      do throws(XMLFailure) { _ = try reader.read(piece, isLast: false) } catch { failure = error }
    }
    #expect(failure == .tooLong(line: 1))
    #expect(pieces <= 17)
  }
}
