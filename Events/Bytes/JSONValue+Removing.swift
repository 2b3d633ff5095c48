extension JSONValue {
  /// A copy without the member or the element at a path; unchanged if the path does not exist.
  public func removing(_ path: ArraySlice<String>) -> JSONValue {
    guard let step = path.first else { return self }
    let isLast = path.count == 1
    switch self {
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          return isLast
            ? nil : JSONMember(member.name, member.value.removing(path.dropFirst()))
        })
    case .list(let elements):
      return .list(
        elements.enumerated().compactMap { index, element in
          guard String(index) == step else { return element }
          return isLast ? nil : element.removing(path.dropFirst())
        })
    case .null, .boolean, .integer, .string: return self
    }
  }
}
