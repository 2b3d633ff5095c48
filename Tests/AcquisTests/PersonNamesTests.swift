import AcquisLedger
import Events
import Projections
import Testing

@testable import acquis

/// How a person is named on a screen, and what is said of a window.
struct PersonNamesTests {
  private func identity(
    birth: String, usage: String? = nil, first: [String]
  ) throws -> Identity {
    let usageName = usage.map { #","usageName":"\#($0)""# } ?? ""
    let firstNames = first.map { #""\#($0)""# }.joined(separator: ",")
    let text = #"{"birthName":"\#(birth)","firstNames":[\#(firstNames)]\#(usageName)}"#
    return try JSONValue(parsing: Array(text.utf8)).read()
  }

  @Test func `a person is shown by the first first name and the name used, in capitals`() throws {
    #expect(
      try identity(birth: "Dupont", first: ["Marie", "Louise"]).shownName == "Marie DUPONT")
    #expect(
      try identity(birth: "Dupont", usage: "Le Goff", first: ["Éva"]).shownName == "Éva LE GOFF")
    #expect(try identity(birth: "Lefèvre", first: ["Jo"]).shownName == "Jo LEFÈVRE")
  }

  @Test func `a labelled text is wrapped under itself`() {
    let lines = StyledLine.labelled("délai", "un deux trois quatre cinq six", width: 34)
    #expect(
      lines.map(\.text) == [
        "  délai       un deux trois quatre", "              cinq six",
      ])
  }

  @Test func `a table's note and the lines under its rows are no wider than the terminal`() {
    var table = Table(columns: [
      .init(heading: "a"), .init(heading: "une colonne fort longue", rank: 1),
      .init(heading: "une autre colonne encore", rank: 2),
    ])
    table.rows = [
      [.init(text: "1"), .init(text: "2"), .init(text: "3")],
      [.init(text: "4"), .init(text: "5"), .init(text: "6")],
    ]
    table.notes = [[StyledLine("    sous la première")], []]
    let lines = table.lines(width: 24, in: .french).map(\.text)
    #expect(lines.allSatisfy { $0.count <= 24 }, "\(lines)")
    let first = lines.firstIndex { $0.hasPrefix("1") }
    #expect(first.map { lines[$0 + 1] } == "    sous la première")
  }
}
