import Access
import Events
import Testing

@testable import acquis

@Suite struct RouteTests {
  @Test func `no two routes have the same method and path`() {
    let all = Routes.all.map { "\($0.method.rawValue) \($0.template)" }
    #expect(Set(all).count == all.count)
  }

  @Test func `every parameter of a route is an option of the command line`() {
    let options = Set(Acquis.commands.flatMap(\.leaves).flatMap(\.options).map(\.name))
    for route in Routes.all {
      for parameter in route.allParameters where parameter.name != "lang" {
        #expect(options.contains(parameter.option), "\(route.template) \(parameter.name)")
      }
    }
  }

  @Test func `nothing is recorded by a route for auditors, and nothing else is served`() {
    let reads: Set<Permission> = [.read, .prove]
    for route in Routes.all where route.method == .post {
      #expect(!reads.contains(route.permission), "\(route.template)")
    }
    let words = Set(
      Routes.all.flatMap(\.path).compactMap { step -> String? in
        if case .word(let word) = step { word } else { nil }
      })
    #expect(
      words.isDisjoint(with: ["erase", "vault", "access", "key", "keys", "backup", "config"]))
  }

  @Test func `every route is in the document, with a schema that is there`() throws {
    guard case .object(let paths) = OpenAPI.document["paths"],
      case .object(let schemas) = OpenAPI.document["components"]?["schemas"]
    else {
      Issue.record("the document has no paths or no schemas")
      return
    }
    for route in Routes.all {
      let operation = paths.first { $0.name == route.template }?.value[
        route.method.rawValue.lowercased()]
      #expect(operation != nil, "\(route.template)")
    }
    let names = Set(schemas.map(\.name))
    for name in references(in: OpenAPI.document) {
      guard let schema = name.split(separator: "/").last, name.contains("/schemas/") else {
        continue
      }
      #expect(names.contains(String(schema)), "\(name)")
    }
  }

  private func references(in value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        (member.name == "$ref" ? [member.value.text ?? ""] : []) + references(in: member.value)
      }
    case .list(let elements): elements.flatMap(references)
    case .null, .boolean, .integer, .string: []
    }
  }

  @Test func `erasures are in no request`() {
    #expect(OpenAPI.recordable.count == EventType.allCases.count - 3)
    #expect(!OpenAPI.recordable.contains(.candidateIdentityErased))
    #expect(!OpenAPI.recordable.contains(.juryMemberIdentityErased))
  }
}

@Suite struct ParameterTests {
  private func words(_ kind: Parameter.Kind, _ value: String) -> [String]? {
    try? Parameter("x", option: "option", kind).words(value)
  }

  @Test func `a value becomes one word that no option or file can hide in`() {
    #expect(words(.day, "2026-02-28") == ["--option=2026-02-28"])
    #expect(words(.knowledge, "41") == ["--option=41"])
    #expect(words(.knowledge, "2026-03-12T10:00:00Z") == ["--option=2026-03-12T10:00:00Z"])
    #expect(words(.text(1...9), "--names") == ["--option=--names"])
    #expect(words(.flag, "true") == ["--option"])
    #expect(words(.flag, "false") == [])
  }

  @Test(arguments: [
    (Parameter.Kind.day, "2026-02-30"), (.day, "hier"), (.day, ""), (.knowledge, "/etc/passwd"),
    (.knowledge, "-1"), (.knowledge, "041"), (.knowledge, "9223372036854775808"),
    (.number(0...9), "10"), (.number(0...9), "1e0"), (.word(["a"]), "b"), (.id, "a b"),
    (.id, "../x"), (.text(1...3), "   "), (.text(1...3), "abcd"), (.text(1...3), "a\u{0}"),
    (.month, "2026-13"), (.month, "0026-01"), (.flag, ""), (.flag, "1"), (.subject, "x:1"),
  ])
  func `a value of another form is refused`(kind: Parameter.Kind, value: String) {
    #expect(words(kind, value) == nil)
  }

  @Test func `before the first day nothing was known`() {
    #expect(words(.knowledge, "0144-06-14T05:41:41.634948Z") == ["--option=0"])
    #expect(words(.knowledge, "0144-13-14T05:41:41Z") == nil)
  }
}

@Suite struct ServeSettingsTests {
  private func settings(_ origin: String?) -> ServeSettings {
    ServeSettings(
      port: 8080, origin: origin.flatMap(ServeSettings.Origin.init), trustedProxy: nil,
      hasPublicCheckpoint: false)
  }

  @Test func `an origin is a scheme and a name`() {
    for good in ["https://a.example.org", "http://localhost:8080", "HTTPS://A.Example.org:443"] {
      #expect(ServeSettings.Origin(good) != nil, "\(good)")
    }
    #expect(ServeSettings.Origin("https://A.org:443")?.host == "a.org")
    let bad = [
      "a.example.org", "https://", "https://a/b", "https://a@b", "https://a:b", "https://a:99999",
      "ftp://a", "https://a b",
    ]
    for text in bad { #expect(ServeSettings.Origin(text) == nil, "\(text)") }
  }

  @Test func `a server answers to its own names alone`() {
    let own = settings(nil)
    for host in ["127.0.0.1:8080", "LOCALHOST:8080", "[::1]:8080"] {
      #expect(own.accepts(host: host), "\(host)")
    }
    for host in ["127.0.0.1", "127.0.0.1:8080.evil", "evil:8080", "", "a.example.org"] {
      #expect(!own.accepts(host: host), "\(host)")
    }
    let named = settings("https://a.example.org")
    #expect(named.accepts(host: "a.example.org") && named.accepts(origin: "https://a.example.org"))
    #expect(!named.accepts(origin: "http://a.example.org") && !named.accepts(origin: "null"))
  }
}
