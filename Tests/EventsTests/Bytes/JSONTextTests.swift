import Events
import TestSupport
import Testing

@Suite struct `JSON as people write it` {
  @Test func `a name given twice is found in an object of any number of names`() {
    for count in [2, 31, 32, 33, 34, 200] {
      let names = (0..<count).map { "\"n\($0)\":\($0)" }
      #expect(throws: Never.self) {
        try JSONValue(parsing: Array("{\(names.joined(separator: ","))}".utf8))
      }
      for repeated in [0, count / 2, count - 1] {
        let text = "{\((names + ["\"n\(repeated)\":0"]).joined(separator: ","))}"
        #expect(throws: ReadingFailure(.duplicateField, path: ["n\(repeated)"])) {
          try JSONValue(parsing: Array(text.utf8))
        }
      }
    }
  }

  private func failure(_ bytes: [UInt8]) -> ReadingFailure? {
    do throws(ReadingFailure) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func failure(_ text: String) -> ReadingFailure? { failure(Array(text.utf8)) }

  @Test(arguments: [
    ("\u{feff}{}", ReadingFailure.Problem.byteOrderMark, ""),
    (#"{"data":{"a":1,"b":2,"a":1}}"#, .duplicateField, "data.a"),
    (#"{"data":{"a":1,"\u0061":1}}"#, .duplicateField, "data.a"),
    (#"{"data":{"hours":[1,1.5]}}"#, .floatingPoint, "data.hours[1]"),
    (#"{"hours":1e3}"#, .floatingPoint, "hours"), (#"{"hours":1E3}"#, .floatingPoint, "hours"),
    (#"{"hours":9007199254740992}"#, .integerOutOfRange, "hours"),
    (#"{"hours":-9007199254740992}"#, .integerOutOfRange, "hours"),
    (#"{"hours":99999999999999999999999999}"#, .integerOutOfRange, "hours"),
    (#"{"to":"\ud800"}"#, .loneSurrogate, "to"), (#"{"to":"\udc00"}"#, .loneSurrogate, "to"),
    (#"{"to":"\ud800\u0041"}"#, .loneSurrogate, "to"),
    (#"{"to":"\ud800\ud800"}"#, .loneSurrogate, "to"),
    (#"{} x"#, .trailingBytes(byte: 4), ""), (#"{}{}"#, .trailingBytes(byte: 3), ""),
    (#"{"a":1,}"#, .syntax(expected: "a field's name", byte: 8), ""),
    (#"[1,]"#, .syntax(expected: "a value", byte: 4), "[1]"),
    (#"{"n":01}"#, .syntax(expected: "a number without a leading zero", byte: 8), "n"),
    ("", .syntax(expected: "a value", byte: 1), ""),
  ]) func `a spelling that would lose something is refused at its place`(
    text: String, problem: ReadingFailure.Problem, field: String
  ) {
    let failure = failure(text)
    #expect(failure?.problem == problem)
    #expect(failure?.field == field)
  }

  @Test func `a Latin-1 byte in a text is not UTF-8, and the field is named`() {
    let bytes = Array(#"{"to":"Gr"#.utf8) + [0xe9] + Array(#"ta"}"#.utf8)
    #expect(failure(bytes) == ReadingFailure(.notUTF8, path: ["to"]))
  }

  @Test func `a control character in a text is refused`() {
    for control in UInt8(0)..<0x20 {
      #expect(
        failure([0x22, control, 0x22])
          == ReadingFailure(.syntax(expected: "an escaped control character", byte: 2)))
    }
  }

  @Test func `32 levels are read and 33 are too deep`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(failure(nested(32)) == nil)
    #expect(failure(nested(33))?.problem == .tooDeep)
    #expect(failure(String(repeating: "[", count: 100_000))?.problem == .tooDeep)
  }

  @Test func `a text cut at any length is refused`() {
    let bytes = Array(#"{"a":[1,-20,"\u00e9\ud83d\ude00é",true,false,null],"b":{"c":{}}}"#.utf8)
    #expect(failure(bytes) == nil)
    for length in 0..<bytes.count { #expect(failure(Array(bytes.prefix(length))) != nil) }
  }

  @Test func `a surrogate pair is one character`() throws {
    #expect(try JSONValue(parsing: Array(#""\uD83D\ude00""#.utf8)) == "😀")
  }

  @Test func `keys sort by Unicode scalar, not by UTF-16 unit`() {
    let value: JSONValue = ["\u{1f600}": 1, "\u{fffd}": 2, "é": 3, "e\u{301}": 4]
    #expect(
      value.canonicalBytes
        == Array("{\"e\u{301}\":4,\"é\":3,\"\u{fffd}\":2,\"\u{1f600}\":1}".utf8))
  }

  @Test(.tags(.property))
  func `random values are read back, and written as another encoder writes them`() throws {
    var random = SeededGenerator(seed: 20_260_101)
    for _ in 0..<2000 {
      let value = JSONValue.random(depth: 4, using: &random)
      #expect(value.canonicalBytes == Array(Tree(value).text.utf8))
      let read = try JSONValue(parsing: Array(value.description.utf8))
      #expect(Array(read.description.utf8) == Array(value.description.utf8))
      let sorted = try JSONValue(parsing: value.canonicalBytes)
      #expect(sorted.canonicalBytes == value.canonicalBytes)
    }
  }
}

extension String {
  /// A text of awkward characters.
  static func random(using random: inout SeededGenerator) -> String {
    let awkward: [Unicode.Scalar] = [
      "\"", "\\", "/", "\u{7f}", "\u{2028}", "\u{2029}", "😀", "e", "\u{301}", "é", "\u{fffd}",
      "\u{e000}", "\u{10ffff}", "\u{feff}", "K", "\u{212a}", " ",
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let index = Int.random(in: 0..<(awkward.count + 32), using: &random)
      scalars.append(
        index < 32 ? Unicode.Scalar(UInt8(index)) : awkward[index - 32])
    }
    return String(scalars)
  }
}

extension JSONValue {
  fileprivate static func random(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .boolean(.random(using: &random))
    case 2: return .integer(Int.random(in: -Count.limit...Count.limit, using: &random))
    case 3: return .string(.random(using: &random))
    case 4:
      return .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          JSONValue.random(depth: depth - 1, using: &random)
        })
    default:
      var names: [[UInt8]] = []
      var members: [JSONMember] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let name = String.random(using: &random)
        if names.contains(Array(name.utf8)) { continue }
        names.append(Array(name.utf8))
        members.append(JSONMember(name, JSONValue.random(depth: depth - 1, using: &random)))
      }
      return .object(members)
    }
  }

}
