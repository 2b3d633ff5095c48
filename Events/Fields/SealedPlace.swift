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
    Self.sealedTables[self]?.sealedPlaces(in: data, at: [], beside: nil) ?? []
  }

  /// The tables of the types that seal something, cut down to what leads there: most lines walk none.
  private static let sealedTables: [EventType: FieldForm] = {
    var tables: [EventType: FieldForm] = [:]
    for type in allCases { tables[type] = FieldForm.object(type.fields).leadingToSeals }
    return tables
  }()
}

extension FieldForm {
  /// This form without the fields that hold nothing sealed; nil where none does.
  fileprivate var leadingToSeals: FieldForm? {
    switch self {
    case .sealed, .recordedText: return self
    case .list(let element): return element.leadingToSeals.map { .list(of: $0) }
    case .object(let fields):
      let kept = fields.compactMap { field in
        field.form.leadingToSeals.map {
          Field(key: field.key, form: $0, presence: field.presence)
        }
      }
      return kept.isEmpty ? nil : .object(kept)
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .wholeNumber, .boolean,
      .word, .text:
      return nil
    }
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
      guard case .list(let elements) = value else { return [] }
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
