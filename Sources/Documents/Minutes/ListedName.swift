internal import AcquisLedger
public import Events
internal import Spelling

/// A person's name as the documents of a jury list it, `DUPONT Marie`, without anything else of the identity.
public struct ListedName: Hashable, Sendable {
  public let text: String
  /// What lists are sorted by: without case and accents.
  let sortKey: String

  public init(_ identity: Identity) {
    let first = identity.firstNames.elements.first?.text ?? ""
    let usage = identity.usageName.map(\.text).flatMap { $0 == identity.birthName.text ? nil : $0 }
    let birth = identity.birthName.text.uppercased()
    text = usage.map { "\($0.uppercased()) \(first) (\(birth))" } ?? "\(birth) \(first)"
    sortKey = Self.sortKey(text)
  }

  /// An id in the place of a name that is not known or not shown.
  init(id: String) {
    text = id
    sortKey = Self.sortKey(id)
  }

  private static func sortKey(_ text: String) -> String {
    FoldedName(text).words.joined(separator: " ")
  }
}

extension Identity {
  /// How a letter addresses the person: `Madame`, `Monsieur`, or both where the sex is not known.
  var salutation: Text {
    switch sex {
    case .female: Text("Madame", "Dear Ms")
    case .male: Text("Monsieur", "Dear Mr")
    case nil: Text("Madame, Monsieur", "Dear Sir or Madam")
    }
  }

  /// First name, then the name in use: the addressee of a letter.
  var addressee: String {
    let name = (usageName ?? birthName).text.uppercased()
    return "\(firstNames.elements.first?.text ?? "") \(name)"
  }
}
