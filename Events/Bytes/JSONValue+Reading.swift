extension JSONValue {
  /// Decodes this value as a value of the vocabulary.
  ///
  /// - Throws: ``ReadingFailure`` with the field that is wrong.
  public func read<Value: CanonicalValue>(
    as type: Value.Type = Value.self
  ) throws(ReadingFailure) -> Value {
    let bytes = canonicalBytes
    return try unsafe bytes.span.withUnsafeBytes { (buffer) throws(ReadingFailure) in
      var reader = unsafe CanonicalReader(buffer)
      let value: Value = try reader.value()
      try reader.end()
      return value
    }
  }

  /// The value at a path of member names and list indices; nil if there is none.
  public func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let step = path.first else { return self }
    if case .list(let elements) = self {
      return Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }?
        .value(at: path.dropFirst())
    }
    return self[step]?.value(at: path.dropFirst())
  }

  /// A copy with the value at a path replaced; unchanged if the path does not exist.
  public func replacing(_ path: ArraySlice<String>, with value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    switch self {
    case .object(let members):
      return .object(
        members.map { member in
          guard member.name == step else { return member }
          return JSONMember(
            member.name, member.value.replacing(path.dropFirst(), with: value))
        })
    case .list(let elements):
      return .list(
        elements.enumerated().map { index, element in
          String(index) == step ? element.replacing(path.dropFirst(), with: value) : element
        })
    case .null, .boolean, .integer, .string: return self
    }
  }

  /// A copy with the value at a path set; missing objects on the path are created. The recursion is
  /// as deep as the path is long.
  public func setting(_ path: ArraySlice<String>, to value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    if case .list(var elements) = self, let index = Int(step), elements.indices.contains(index) {
      elements[index] = elements[index].setting(path.dropFirst(), to: value)
      return .list(elements)
    }
    var members: [JSONMember] = []
    if case .object(let own) = self { members = own }
    let inner = (self[step] ?? .object([])).setting(path.dropFirst(), to: value)
    if let index = members.firstIndex(where: { $0.name == step }) {
      members[index].value = inner
    } else {
      members.append(JSONMember(step, inner))
    }
    return .object(members)
  }
}
