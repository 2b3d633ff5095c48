internal import Events
internal import Spelling

/// A person as one row, or the ledger, spells them, without what spellings of one name differ in.
struct PersonSpelling: Hashable {
  /// The birth name's letters, without what separates its words.
  let birth: String
  let birthWords: [String]
  /// The usage name's letters; nil: none, or the birth name again.
  let usage: String?
  /// The letters of the first names in the order given.
  let firsts: String
  /// The letters of the words of the first names, the words sorted.
  let sortedFirsts: String
  let firstWords: [String]
  let date: BirthDate?
  let sex: Sex?

  /// - Returns: nil without letters in the birth name or the first names.
  init?(
    birthName: String, usageName: String?, firstNames: [String], date: BirthDate?, sex: Sex?,
    folding: inout Folding
  ) {
    let name = folding.name(birthName)
    let words = firstNames.flatMap { folding.name($0).words }
    guard !name.words.isEmpty, !words.isEmpty else { return nil }
    birth = name.joined
    birthWords = name.words
    let usage = usageName.map { folding.name($0).joined } ?? ""
    self.usage = usage.isEmpty || usage == name.joined ? nil : usage
    firsts = words.joined()
    sortedFirsts = words.sorted().joined()
    firstWords = words
    self.date = date
    self.sex = sex
  }

  init?(_ row: SheetRow, folding: inout Folding) {
    guard let birthName = row.birthName else { return nil }
    self.init(
      birthName: birthName, usageName: row.usageName, firstNames: row.firstNames,
      date: row.birthDate, sex: row.sex, folding: &folding)
  }

  init?(_ identity: Identity, folding: inout Folding) {
    self.init(
      birthName: identity.birthName.text, usageName: identity.usageName?.text,
      firstNames: identity.firstNames.elements.map(\.text), date: identity.birthDate,
      sex: identity.sex, folding: &folding)
  }

  /// The names, twice: with the first names as they are and with their words sorted. Spellings of the same
  /// names have one of the two in common.
  var nameKeys: [String] {
    let sorted = "s\0\(birth)\0\(sortedFirsts)"
    return ["o\0\(birth)\0\(firsts)", sorted]
  }

  /// The names, then the day; ascending, the order in which nothing depends on the rows' order.
  var order: String { "\(birth)\0\(sortedFirsts)\0\(date?.text ?? "")\0\(firsts)\0\(usage ?? "")" }
}
