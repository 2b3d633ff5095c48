import AcquisLedger
import Events
import Testing

@testable import acquis

struct TypeHelpTests {
  /// Every path of a type's fields, also within the objects of lists.
  private static func paths(_ fields: [Field], below path: [String] = []) -> [String] {
    fields.flatMap { field in
      [(path + [field.key]).joined(separator: ".")]
        + paths(field.form.parts, below: path + [field.key])
    }
  }

  @Test(arguments: EventType.allCases)
  func `the help with a type has its title, its purpose and each field, in both languages`(
    type: EventType
  ) {
    for language in Language.allCases {
      let lines = TypeHelp(type).lines(in: language, width: 80)
      let first = lines.map { $0.split(separator: " ").first.map(String.init) ?? "" }
      for field in type.fields { #expect(first.contains(field.key)) }
      #expect(lines[0].contains(type.text.text(in: language)))
      #expect(lines[1].hasPrefix(type.guide.purpose.text(in: language).prefix(20)))
    }
    #expect(
      TypeHelp(type).lines(in: .french, width: 80) != TypeHelp(type).lines(in: .english, width: 80))
  }

  @Test(arguments: EventType.allCases, [60, 80, 100])
  func `no line of the help with a type is wider than the terminal`(type: EventType, width: Int) {
    for language in Language.allCases {
      for line in TypeHelp(type).lines(in: language, width: width) {
        // A word that is wider than what the columns leave it is never cut.
        #expect(line.count <= width || width < 80, "\(line)")
      }
    }
  }

  @Test
  func `every field of every type has a phrase in both languages, and no phrase is left over`() {
    var types: [EventType: Set<String>] = [:]
    for type in EventType.allCases {
      let paths = Self.paths(type.fields)
      types[type] = Set(paths)
      for path in paths {
        let text = FieldMeaning.text(of: path, in: type)
        #expect(text.map { !$0.french.isEmpty && !$0.english.isEmpty } ?? false, "\(type) \(path)")
      }
    }
    #expect(FieldMeaning.unused(in: types).isEmpty)
  }

  @Test(arguments: EventType.allCases)
  func `every type has a purpose in one sentence, and what follows is of another line of work`(
    type: EventType
  ) {
    let guide = type.guide
    for text in [guide.purpose.french, guide.purpose.english] {
      #expect(text.hasSuffix(".") && text.count <= 110, "\(text)")
    }
    #expect(Set(guide.next).count == guide.next.count)
  }

  @Test(arguments: EventType.allCases)
  func `the help with a type gives its table of fields as JSON, key by key`(type: EventType) {
    guard case .list(let fields) = TypeHelp(type).json["fields"] else {
      Issue.record("no list")
      return
    }
    #expect(fields.map { $0["key"]?.text } == type.fields.map(\.key))
  }

  // MARK: Examples

  @Test(arguments: EventType.allCases, Language.allCases)
  func `the example of a type is a call that the program reads, of fields of the type`(
    type: EventType, language: Language
  ) throws {
    let call = type.guide.example.words(type, in: language)
    #expect(ShellCall.words(call.joined(separator: " ")) == call)
    let words = call.map { $0.filter { $0 != "\"" && $0 != "'" } }.prefix { $0 != "<" }
    #expect(words.first == "acquis")
    let command = try Acquis.command(words[1])
    let invocation = try Invocation(command, words.dropFirst(2), Output(in: language))
    guard command.name == "record" else {
      #expect(
        [.candidateIdentityErased, .juryMemberIdentityErased, .eventAnnulled].contains(type))
      return
    }
    #expect(invocation.argument("TYPE") == type.rawValue)
    #expect(invocation.has("on"))
    if invocation.has("data") { return }
    var given: Set<String> = []
    for word in invocation.rest {
      let name = String(word.prefix { $0 != "=" })
      #expect(name.count < word.count)
      let isGrid = type == .competencyAssessed && ["block", "except"].contains(name)
      let path = name.split(separator: ".").map(String.init)
      #expect(isGrid || type.fields.field(at: path[...]) != nil, "\(name)")
      given.insert(isGrid ? "results" : path[0])
    }
    for field in type.fields where field.isRequired { #expect(given.contains(field.key)) }
  }

  /// Those whose English example has a form that only the reading of typed words knows.
  private static let typedOnly: Set<EventType> = [
    .certificationRegistered, .certifierDescribed, .juryConvened, .competencyAssessed,
    .candidateIdentityErased, .juryMemberIdentityErased, .eventAnnulled,
  ]

  @Test(arguments: EventType.allCases.filter { !typedOnly.contains($0) })
  func `an English example reads as a fact of the type`(type: EventType) throws {
    let words = type.guide.example.words(type, in: .english).map { word in
      word.contains("'") ? Self.unquoted(word) : word.filter { $0 != "\"" }
    }
    try Self.read(Array(words.dropFirst(5)), as: type)
  }

  @Test(arguments: EventType.allCases)
  func `the example for programs reads as a fact of the type`(type: EventType) throws {
    let words = ShellCall.words(TypeHelp(type).json["example"]?.text ?? "").map(Self.unquoted)
    if type == .candidateIdentityErased {
      #expect(words == ["acquis", "erase", "P-0017"])
      return
    }
    if type == .juryMemberIdentityErased {
      #expect(Array(words.prefix(3)) == ["acquis", "erase", "--member"] && words.count == 4)
      return
    }
    #expect(Array(words.prefix(3)) == ["acquis", "record", type.rawValue])
    try Self.read(Array(words.dropFirst(7)), as: type)
  }

  private static func read(_ fields: [String], as type: EventType) throws {
    let data = try DataFields(fields, of: type).data
    let sealed = type.sealedPlaces(in: data).reduce(data) { data, place in
      data.replacing(place.path[...], with: Self.seal)
    }
    _ = try Event(
      type,
      members: [
        JSONMember("data", sealed), JSONMember("id", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"),
        JSONMember("occurredOn", "2024-06-17"), JSONMember("recordedBy", "clerk:3"),
        JSONMember("schema", .integer(type.currentSchema.number)),
        JSONMember("type", .string(type.rawValue)),
      ])
  }

  private static let seal: JSONValue = [
    "key": "P-0017.1", "nonce": "AAECAwQFBgcICQoL", "sealed": 1,
    "text": "q83vEjRWeJCrze8SNFZ4kA==",
  ]

  /// A word of a shell without its single quotes.
  private static func unquoted(_ word: String) -> String { word.filter { $0 != "'" } }
}
