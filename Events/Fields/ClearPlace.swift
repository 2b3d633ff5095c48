/// A place in data whose text stays in clear in the log for ever: it names a body or a document,
/// never a person.
public struct ClearPlace: Hashable, Sendable {
  /// The keys and indices from the data to the text: `claims`, `0`, `document`.
  public let path: [String]
  public let text: String
  /// The jury member whose organisation it names; nil if the event’s candidate is meant.
  public let member: MemberID?
}

extension EventType {
  /// The headings of the fields that name bodies and documents, without indices:
  /// `claims.document`.
  public var clearFields: [String] {
    Self.clearFields[self, default: []]
  }

  private static let clearFields: [EventType: [String]] = [
    .candidateEnrolled: ["employer", "claims.document"],
    .candidacyTransferred: ["to"],
    .priorValidationRecognised: ["source.document", "source.authority"],
    .juryConvened: ["members.organisation"],
    .juryMemberAdded: ["by.organisation"],
    .juryMemberReplaced: ["by.organisation"],
  ]

  /// The places in data of this type that name bodies and documents and are filled in.
  ///
  /// The data need not be valid: a value that is no text is skipped.
  public func clearPlaces(in data: JSONValue) -> [ClearPlace] {
    clearFields.flatMap { heading in
      data.clearPlaces(at: heading.split(separator: ".").map(String.init)[...], [], member: nil)
    }
  }
}

extension JSONValue {
  fileprivate func clearPlaces(
    at path: ArraySlice<String>, _ taken: [String], member: MemberID?
  ) -> [ClearPlace] {
    if case .list(let elements) = self {
      return elements.enumerated().flatMap { index, element in
        element.clearPlaces(at: path, taken + [String(index)], member: nil)
      }
    }
    guard let key = path.first else {
      return text.map { [ClearPlace(path: taken, text: $0, member: member)] } ?? []
    }
    let own = key == "organisation" ? self["member"]?.text.flatMap { try? MemberID($0) } : nil
    return self[key]?.clearPlaces(at: path.dropFirst(), taken + [key], member: own) ?? []
  }
}
