import Events
import Testing

@testable import Documents

@Suite struct ListedNameTests {
  private func identity(
    _ birthName: String, usage: String? = nil, first: String..., sex: Sex? = nil
  ) throws -> Identity {
    try Identity(
      birthName: FreeText(birthName), usageName: usage.map { try FreeText($0) },
      firstNames: NonEmpty(first.map { try FreeText($0) }),
      birthDate: BirthDate("1981-04-09"), sex: sex, email: FreeText("a@exemple.invalid"))
  }

  @Test func `a list has the name in capitals and the first of the first names, and nothing else`()
    throws
  {
    #expect(ListedName(try identity("Lefèvre", first: "Éloïse", "Anne")).text == "LEFÈVRE Éloïse")
    #expect(
      ListedName(try identity("Lefèvre", usage: "Petit", first: "Éloïse")).text
        == "PETIT Éloïse (LEFÈVRE)")
    #expect(
      ListedName(try identity("Petit", usage: "Petit", first: "Éloïse")).text == "PETIT Éloïse")
  }

  @Test func `lists are sorted without accents and case`() throws {
    let names = try ["Zola", "élie", "Eaux", "Œuvrard"].map {
      ListedName(try identity($0, first: "A"))
    }
    #expect(
      names.sorted { $0.sortKey < $1.sortKey }.map(\.text)
        == ["EAUX A", "ÉLIE A", "ŒUVRARD A", "ZOLA A"])
  }

  @Test func `a letter is addressed by the name in use`() throws {
    let person = try identity("Lefèvre", usage: "Petit", first: "Éloïse", sex: .female)
    #expect(person.addressee == "Éloïse PETIT")
    #expect(person.salutation.french == "Madame")
    #expect(try identity("Petit", first: "Dominique").salutation.french == "Madame, Monsieur")
  }
}
