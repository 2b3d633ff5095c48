/// A place in an event's data, as people bring it, whose content the log holds sealed.
public struct SealedPlace: Hashable, Sendable {
  /// Under whose key it is sealed.
  public enum Owner: Hashable, Sendable {
    /// The person the event concerns. Where it concerns none, a ``FieldForm/recordedText`` stays in
    /// clear.
    case personConcerned
    /// A member of a jury.
    case member(MemberID)
  }

  /// The keys and indices that lead to it in the data: `members`, `2`, `name`.
  public let path: [String]
  /// What is there.
  public let content: SealedContent
  /// Under whose key it is sealed.
  public let owner: Owner

  public init(path: [String], content: SealedContent, owner: Owner) {
    self.path = path
    self.content = content
    self.owner = owner
  }
}

extension EventType {
  /// The places that are to be sealed in data of this type, in the order of its fields.
  ///
  /// The data may be anything: what is not of the field's form has no place.
  public func sealedPlaces(in data: JSONValue) -> [SealedPlace] {
    FieldForm.object(fields).sealedPlaces(in: data, at: [], beside: nil)
  }
}

extension FieldForm {
  fileprivate func sealedPlaces(
    in value: JSONValue, at path: [String], beside object: JSONValue?
  ) -> [SealedPlace] {
    switch self {
    case .sealed(let content):
      guard let owner = content.owner(beside: object) else { return [] }
      return [SealedPlace(path: path, content: content, owner: owner)]
    case .recordedText:
      return [SealedPlace(path: path, content: .text, owner: .personConcerned)]
    case .list(let element):
      guard element.isComposite, case .list(let elements) = value else { return [] }
      return elements.enumerated().flatMap { index, part in
        element.sealedPlaces(in: part, at: path + [String(index)], beside: nil)
      }
    case .object(let fields):
      return fields.flatMap { field in
        value[field.key].map {
          field.form.sealedPlaces(in: $0, at: path + [field.key], beside: value)
        } ?? []
      }
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .wholeNumber, .boolean,
      .word, .text:
      return []
    }
  }
}

extension SealedContent {
  /// Who owns it; nil where it is a member's name beside no member's id.
  fileprivate func owner(beside object: JSONValue?) -> SealedPlace.Owner? {
    switch self {
    case .text, .identity: .personConcerned
    case .memberName:
      object?["member"]?.text.flatMap { try? MemberID($0) }.map(SealedPlace.Owner.member)
    }
  }
}
