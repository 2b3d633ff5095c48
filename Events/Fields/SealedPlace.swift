/// A place in submitted data whose content must be sealed before it is recorded.
public struct SealedPlace: Hashable, Sendable {
  /// The person whose key a content is sealed under.
  public enum Owner: Hashable, Sendable {
    /// The person that the event concerns. If it concerns no one, a ``FieldForm/recordedText``
    /// stays in clear.
    case personConcerned
    /// The jury member with this id.
    case member(MemberID)
  }

  /// The keys and indices from the data to the content: `members`, `2`, `name`.
  public let path: [String]
  public let content: SealedContent
  public let owner: Owner

  public init(path: [String], content: SealedContent, owner: Owner) {
    self.path = path
    self.content = content
    self.owner = owner
  }
}

extension EventType {
  /// The places to seal in data of this type, in the order of its fields.
  ///
  /// The data need not be valid: a value that does not have its field's form is skipped.
  public func sealedPlaces(in data: JSONValue) -> [SealedPlace] {
    Self.sealedTables[self]?.sealedPlaces(in: data, at: [], beside: nil) ?? []
  }

  /// The tables of the types with sealed fields, reduced to those fields, so that most events cost
  /// nothing.
  private static let sealedTables: [EventType: FieldForm] = {
    var tables: [EventType: FieldForm] = [:]
    for type in allCases { tables[type] = FieldForm.object(type.fields).reducedToSealed }
    return tables
  }()
}

extension FieldForm {
  /// This form without the fields that contain nothing sealed; nil if nothing is left.
  fileprivate var reducedToSealed: FieldForm? {
    switch self {
    case .sealed, .recordedText: return self
    case .list(let element): return element.reducedToSealed.map { .list(of: $0) }
    case .object(let fields):
      let kept = fields.compactMap { field in
        field.form.reducedToSealed.map {
          Field(key: field.key, form: $0, presence: field.presence)
        }
      }
      return kept.isEmpty ? nil : .object(kept)
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
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
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
      .word, .text:
      return []
    }
  }
}

extension SealedContent {
  /// The owner; nil for a member's name in an object without a valid member id.
  fileprivate func owner(beside object: JSONValue?) -> SealedPlace.Owner? {
    switch self {
    case .text, .identity: .personConcerned
    case .memberName:
      object?["member"]?.text.flatMap { try? MemberID($0) }.map(SealedPlace.Owner.member)
    }
  }
}
