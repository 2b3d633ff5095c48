import Documents
import Events
import Testing

@Suite struct HTMLTests {
  @Test func `text and attributes are escaped, and control characters left out`() {
    let piece = HTML("p", class: "a\"b") { HTML(text: "<b> & \u{1}\u{1b}[2J é") }
    #expect(piece.source == "<p class=\"a&quot;b\">&lt;b&gt; &amp; [2J é</p>")
  }

  @Test func `a second language stands beside the first, marked with its own`() {
    let both = Languages(.french, and: .english)
    #expect(
      both.html(Text("oui", "yes")).source
        == "<span lang=\"fr\">oui</span> <span class=\"second\" lang=\"en\">yes</span>")
    #expect(Languages(.english).html(Text("oui", "yes")).source == "yes")
  }
}
