import Testing

@testable import HTTP

struct QueryItemsTests {
  private func pairs(_ query: String?) throws -> [String] {
    try QueryItems(query).items.map { "\($0.name)=\($0.value)" }
  }

  @Test func `fields are decoded and keep their order`() throws {
    let items = try QueryItems("name=Zo%C3%A9+B&tag=a&tag=b%26c&tag=&flag")
    #expect(items["name"] == "Zoé B")
    #expect(items["tag"] == "a")
    #expect(items.values(named: "tag") == ["a", "b&c", ""])
    #expect(items["flag"] == "")
    #expect(items["other"] == nil)
    #expect(items.values(named: "other") == [])
    #expect(items.items.map(\.name) == ["name", "tag", "tag", "tag", "flag"])
  }

  @Test func `empty fields are none, and a value may contain a sign`() throws {
    #expect(try pairs(nil) == [])
    #expect(try pairs("") == [])
    #expect(try pairs("&&a=1&") == ["a=1"])
    #expect(try pairs("a=b=c") == ["a=b=c"])
    #expect(try pairs("=x") == ["=x"])
    #expect(try pairs("%3D=%2B") == ["==+"])
    #expect(try QueryItems(body: Array("a=é".utf8))["a"] == "é")
  }

  @Test(arguments: ["%", "%1", "%zz", "a%4", "%%41", "%+1", "% 1"])
  func `a bad escape is an error that names the field`(value: String) {
    #expect(throws: QueryFailure.badEscape(field: "né")) {
      try QueryItems("a=b&n%C3%A9=\(value)&c=d")
    }
    #expect(throws: QueryFailure.badEscape(field: value)) { try QueryItems("\(value)=b") }
  }

  @Test(arguments: ["%FF", "%C3", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "%C3+%A9"])
  func `what is not UTF-8 is an error that names the field`(value: String) {
    #expect(throws: QueryFailure.invalidUTF8(field: "n")) { try QueryItems("n=\(value)") }
    #expect(throws: QueryFailure.invalidUTF8(field: "n")) {
      try QueryItems(body: [0x6E, 0x3D, 0xFF])
    }
  }

  @Test func `a thousand fields are read and no more`() throws {
    #expect(try QueryItems(String(repeating: "a&", count: 1_000)).items.count == 1_000)
    #expect(throws: QueryFailure.tooMany) { try QueryItems(String(repeating: "a&", count: 1_001)) }
  }
}

struct PathSegmentsTests {
  @Test(arguments: [
    ("/", []), ("/a", ["a"]), ("/a/b%20c", ["a", "b c"]), ("/%C3%A9/...", ["é", "..."]),
    ("/a+b", ["a+b"]), ("/a%25b", ["a%b"]), ("/a%3Fb", ["a?b"]),
  ])
  func `segments are decoded`(path: String, segments: [String]) throws {
    #expect(try PathSegments(path).segments == segments)
  }

  @Test(
    arguments: [
      ("", .notAbsolute), ("a", .notAbsolute), ("*", .notAbsolute), ("//", .empty(segment: 0)),
      ("/a/", .empty(segment: 1)), ("/a//b", .empty(segment: 1)), ("/.", .relative(segment: 0)),
      ("/a/..", .relative(segment: 1)), ("/%2e%2E/a", .relative(segment: 0)),
      ("/.%2e", .relative(segment: 0)), ("/a%2Fb", .slash(segment: 0)),
      ("/a/%2f", .slash(segment: 1)),
      ("/a%00", .control(segment: 0)), ("/a%0A", .control(segment: 0)),
      ("/%7F", .control(segment: 0)),
      ("/%C2%85", .control(segment: 0)), ("/a/%", .badEscape(segment: 1)),
      ("/%g0", .badEscape(segment: 0)), ("/%FF", .invalidUTF8(segment: 0)),
      ("/%C0%AF", .invalidUTF8(segment: 0)), ("/%C0%AE%C0%AE", .invalidUTF8(segment: 0)),
    ] as [(String, PathFailure)])
  func `what could be taken for something else is an error`(path: String, failure: PathFailure) {
    #expect(throws: failure) { try PathSegments(path) }
  }

  @Test(arguments: ["a", "é/&=+ %", "..x", "\0\n", "🙂", "-._~"])
  func `what is encoded is decoded again`(text: String) throws {
    let segment = PercentEncoding.pathSegment(text)
    #expect(segment.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
    #expect(try PercentEncoding.decoded(segment.utf8, plusIsSpace: false) == text)
    #expect(try QueryItems("a=\(PercentEncoding.queryValue(text))&b=c")["a"] == text)
  }

  @Test func `only what needs it is escaped`() {
    #expect(PercentEncoding.pathSegment("aZ0-._~") == "aZ0-._~")
    #expect(PercentEncoding.queryValue("a b/é") == "a%20b%2F%C3%A9")
  }
}

struct AcceptTests {
  private func best(_ accept: String?, _ offered: String...) -> String? {
    Accept(accept.map { [$0] } ?? []).best(of: offered)
  }

  @Test func `the client's preference decides, then the server's order`() {
    #expect(
      best("text/html;q=0.5, application/json", "text/html", "application/json")
        == "application/json")
    #expect(best("text/html, application/json", "text/html", "application/json") == "text/html")
    #expect(best("*/*", "application/json", "text/html") == "application/json")
    #expect(best("text/*;q=0.3, */*;q=0.2", "application/json", "text/csv") == "text/csv")
    #expect(best("a/b;q=0.001", "a/b") == "a/b")
    #expect(best("TEXT/HTML ; Q=1.000", "text/html") == "text/html")
  }

  @Test func `a browser's header prefers pages`() {
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
    #expect(
      best(browser, "application/json", "text/html; charset=utf-8") == "text/html; charset=utf-8")
    #expect(best(browser, "application/json") == "application/json")
  }

  @Test func `without the header everything is accepted`() {
    #expect(best(nil, "text/html") == "text/html")
    #expect(best("", "text/html") == "text/html")
    #expect(best(" , ", "text/html") == "text/html")
  }

  @Test func `what is not accepted is nil`() {
    #expect(best("text/html", "application/json") == nil)
    #expect(best("text/html;q=0, */*", "text/html") == nil)
    #expect(best("text/html;q=0, */*", "text/html", "a/b") == "a/b")
    #expect(best("text/*;q=0, text/html", "text/html") == "text/html")
    #expect(best("*/*") == nil)
  }

  @Test func `parameters make a range more precise`() {
    let accept = "text/html;level=1;q=0.4, text/html;q=0.7, text/*;q=0.1"
    #expect(best(accept, "text/html;level=1", "text/csv") == "text/html;level=1")
    #expect(best(accept, "text/html;level=1", "text/html") == "text/html")
    #expect(best("a/b;c=\"d,e\", f/g;q=0.1", "a/b;c=\"d,e\"", "f/g") == "a/b;c=\"d,e\"")
    #expect(best("a/b;c=d", "a/b") == nil)
    #expect(best("a/b;q=0.5;ext=1", "a/b") == "a/b")
  }

  @Test(arguments: [
    "text", "text/", "/html", "*/html", "a b/c", "text/html;q=2", "text/html;q=1.001",
    "text/html;q=0.1234",
    "text/html;q=", "text/html;q=-1", "text/html;x", "text/html;q=.5",
  ])
  func `an element that cannot be read is passed over`(element: String) {
    #expect(best(element, "text/html") == nil)
    #expect(best("\(element), a/b", "text/html", "a/b") == "a/b")
  }

  @Test func `several lines are one list`() {
    #expect(Accept(["a/b;q=0.1", "c/d"]).best(of: ["a/b", "c/d"]) == "c/d")
  }
}

struct EntityTagsTests {
  @Test func `tags are read as they are written`() throws {
    let (a, b) = (try #require(EntityTag("a")), try #require(EntityTag("b,c", isWeak: true)))
    #expect(a.description == "\"a\"")
    #expect(b.description == "W/\"b,c\"")
    #expect(EntityTags(["\"a\", W/\"b,c\""]) == .list([a, b]))
    #expect(EntityTags(["\"a\"", "W/\"b,c\""]) == .list([a, b]))
    #expect(EntityTags([" ,\"a\" ,, W/\"b,c\","]) == .list([a, b]))
    #expect(EntityTags(["\"\""]) == .list([try #require(EntityTag(""))]))
    #expect(EntityTags([" * "]) == .any)
  }

  @Test(arguments: [
    "", "a", "\"a", "\"a\"\"b\"", "\"a\" \"b\"", "w/\"a\"", "W/ \"a\"", "*, \"a\"", "\"a\", *",
    "\"a b\"",
    "W/", "\"a\u{7F}\"",
  ])
  func `what cannot be read is no condition`(text: String) {
    #expect(EntityTags([text]) == nil)
  }

  @Test func `without the header there is no condition`() { #expect(EntityTags([]) == nil) }

  @Test func `weak and strong tags match each other, and a star everything`() throws {
    let tags = try #require(EntityTags(["W/\"a\", \"b\""]))
    for (opaque, isWeak, matches) in [
      ("a", false, true), ("a", true, true), ("b", true, true), ("c", false, false),
    ] {
      #expect(tags.match(try #require(EntityTag(opaque, isWeak: isWeak))) == matches)
    }
    #expect(EntityTags.any.match(try #require(EntityTag("x"))))
  }

  @Test(arguments: ["a\"", "a b", "\n", "\u{7F}"])
  func `a tag has no quotes, spaces or control characters`(opaque: String) {
    #expect(EntityTag(opaque) == nil)
  }
}
