import Events
import Testing

@testable import acquis

struct TypeHelpTests {
  @Test(arguments: EventType.allCases)
  func `the help with a type names each key, in both languages`(type: EventType) {
    let lines = TypeHelp(type).lines
    for text in [lines.map(\.french), lines.map(\.english)] {
      let first = text.map { $0.split(separator: " ").first.map(String.init) ?? "" }
      for field in type.fields { #expect(first.contains(field.key)) }
    }
    #expect(lines.contains { $0.french != $0.english })
  }

  @Test(arguments: EventType.allCases)
  func `the help with a type gives its table of fields as JSON, key by key`(type: EventType) {
    guard case .list(let fields) = TypeHelp(type).json["fields"] else {
      Issue.record("no list")
      return
    }
    #expect(fields.map { $0["key"]?.text } == type.fields.map(\.key))
  }

  @Test(arguments: EventType.allCases)
  func `the help with a type shows an example that reads as a fact of the type`(type: EventType)
    throws
  {
    let words = Self.words(TypeHelp(type).example)
    if type == .candidateIdentityErased {
      #expect(words == ["acquis", "erase", "P-0017"])
      return
    }
    if type == .juryMemberIdentityErased {
      #expect(Array(words.prefix(3)) == ["acquis", "erase", "--member"] && words.count == 4)
      return
    }
    #expect(Array(words.prefix(3)) == ["acquis", "record", type.rawValue])
    let fields = try DataFields(Array(words.dropFirst(7)), of: type)
    let data = type.sealedPlaces(in: fields.data).reduce(fields.data) { data, place in
      data.replacing(place.path[...], with: Self.seal)
    }
    _ = try Event(
      type,
      members: [
        JSONMember("data", data), JSONMember("id", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"),
        JSONMember("occurredOn", "2024-06-17"), JSONMember("recordedBy", "clerk:3"),
        JSONMember("schema", .integer(type.currentSchema.number)),
        JSONMember("type", .string(type.rawValue)),
      ])
  }

  private static let seal: JSONValue = [
    "key": "P-0017.1", "nonce": "AAECAwQFBgcICQoL", "sealed": 1,
    "text": "q83vEjRWeJCrze8SNFZ4kA==",
  ]

  /// The words of a shell's command line with single quotes.
  private static func words(_ line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}
