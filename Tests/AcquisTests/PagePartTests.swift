import Access
import AcquisLedger
import Events
import HTTP
import Synchronization
import TestSupport
import Testing

@testable import acquis

/// What pages are put together from.
@Suite struct PagePartTests {
  @Test func `a link keeps the two times and encodes what it is given`() throws {
    let links = PageLinks(on: try CalendarDate("2021-06-17"), known: "40")
    #expect(links.to(["candidacies", "D-1"]) == "/candidacies/D-1?on=2021-06-17&known=40")
    #expect(
      links.to("findings", ["rule": "R08", "none": nil])
        == "/findings?on=2021-06-17&known=40&rule=R08")
    let now = PageLinks(on: nil, known: nil)
    #expect(now.to("") == "/")
    #expect(now.to(["a/b", "é\""]) == "/a%2Fb/%C3%A9%22")
    #expect(now.to(.certificate(try CertificateNumber("AF-1"))) == nil)
  }

  @Test func `an address of another site is not gone to after signing in`() {
    for address in [
      "//evil.example", "/\\evil.example", "https://evil.example", "", "evil", "/a b", "/sign-in",
      "/\u{e9}", "/a\r\nSet-Cookie: x=y",
    ] {
      #expect(Site.ownPath(address) == "/", "\(address)")
    }
    #expect(Site.ownPath("/candidacies/D-1?on=2021-06-17") == "/candidacies/D-1?on=2021-06-17")
    #expect(Site.ownPath(nil) == "/")
  }

  @Test func `the slider wins over the field where it was moved, and leaves nothing of itself`()
    throws
  {
    func tidied(_ query: String) throws -> String? {
      let request = HTTPRequest(method: "GET", path: "/candidacies", query: query)
      return PageTimes.tidied(request, try QueryItems(query))
    }
    #expect(try tidied("on=hier&known=40&entry=12&was=99") == "/candidacies?on=hier&known=12")
    #expect(try tidied("on=hier&known=40&entry=99&was=99") == "/candidacies?on=hier&known=40")
    #expect(
      try tidied("on=&known=&entry=99&was=99&status=refused") == "/candidacies?status=refused")
    #expect(try tidied("on=hier&known=40") == nil)
  }

  @Test func `a cookie is found among others, every value of it`() {
    let request = HTTPRequest(
      method: "GET", path: "/",
      headers: [
        HTTPHeader("Cookie", "a=1; acquis=first; b=2"), HTTPHeader("Cookie", "acquis=second"),
      ])
    #expect(SessionCookie(isSecure: false).values(in: request) == ["first", "second"])
    #expect(SessionCookie(isSecure: true).values(in: request).isEmpty)
    let header = SessionCookie(isSecure: true).header("x", seconds: 60)
    #expect(
      header.value == "__Host-acquis=x; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure")
  }

  @Test func `a form becomes the words of a command, empty fields and rows left out`() throws {
    let values = FormValues(
      try QueryItems(
        "block=+BC01+&grounds=a%0D%0Ab&empty=+&roles=president&roles=operations"
          + "&members.1.member=M1&members.3.member=M2&members.3.since=17/06/2021"))
    var since = FormField(name: "since", Text("", ""))
    since.isDay = true
    let words = values.words([
      FormField(name: "block", Text("", "")), FormField(name: "grounds", Text("", ""), .paragraph),
      FormField(name: "empty", Text("", "")),
      FormField(name: "roles", Text("", ""), .choices([])),
      FormField(
        name: "members", Text("", ""), .rows([FormField(name: "member", Text("", "")), since])),
    ])
    #expect(
      words == [
        "block=BC01", "grounds=a\nb", "roles=president,operations",
        #"members=[{"member":"M1"},{"member":"M2","since":"2021-06-17"}]"#,
      ])
  }

  @Test func `what a rule says loses the words of the command line`() {
    let remedy = Text(
      "la délivrance d’abord (CertificationAwarded)", "the award (CertificationAwarded)")
    #expect(remedy.withoutTypes == Text("la délivrance d’abord", "the award"))
    #expect(
      Text("--known : un jour est attendu", "--known: expected a day").withoutOption
        == Text("un jour est attendu", "expected a day"))
    let plain = Text("ce jour : aucun", "that day: none")
    #expect(plain.withoutOption == plain)
  }

  @Test func `long work is done once for a question, two at once, and told as far as it is`() {
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let works = LongWork<Int> { work in waiting.withLock { $0.append(work) } }
    works.begin("a", size: 10) { progress in
      progress(4)
      return 1
    }
    works.begin("a", size: 10) { _ in 2 }
    works.begin("b", size: 10) { _ in 3 }
    works.begin("c", size: 10) { _ in 4 }
    #expect(waiting.withLock { $0.count } == 2)
    if case .running(0, of: 10) = works.state(of: "a") {} else { Issue.record("not running") }
    if case .never = works.state(of: "c") {} else { Issue.record("a third one") }
    for work in waiting.withLock({ $0 }) { work() }
    if case .ended(1, _) = works.state(of: "a") {} else { Issue.record("not ended") }
    if case .ended(3, _) = works.state(of: "b") {} else { Issue.record("not ended") }
    works.begin("c", size: 10) { _ in 4 }
    #expect(waiting.withLock { $0.count } == 3)
  }

  @Test func `the addresses of pages have a place in the navigation or lead from one`() {
    let nouns = Set(
      PageRoutes.all.compactMap { route in
        if case .word(let word)? = route.path.first { word } else { nil }
      })
    let places = Set(PagePlace.allCases.map(\.rawValue)).union([
      "candidates", "sign-out", "session",
    ])
    #expect(nouns.subtracting(places).isEmpty, "\(nouns.subtracting(places))")
  }

  @Test func `no page is for a role that may not do what it does`() {
    for route in PageRoutes.all where route.method == .post {
      let word = if case .word(let word)? = route.path.first { word } else { "" }
      #expect(
        route.permission != nil && route.permission != .read || word == "sign-out",
        "\(route.template)")
    }
  }
}
