internal import Events

// Lists of objects whose values are typed between colons.

extension FactResolver {
  mutating func objects(
    _ text: String, _ order: TypedOrder, _ element: FieldForm, at path: [String], _ name: String
  ) throws -> JSONValue {
    let sample = order.sample
    guard case .object(let fields) = element.clear, let objects = TypedParts.split(text) else {
      add(
        name,
        Text(
          "un guillemet entoure une valeur entière, et se ferme : \(sample.french)",
          "quotation marks are around a whole value, and closed: \(sample.english)"))
      return .string(text)
    }
    var list: [JSONValue] = []
    for (index, values) in objects.enumerated() {
      let (place, name) = (path + [String(index)], "\(name)[\(index)]")
      guard values.count == order.keys.count, values.allSatisfy({ !$0.isEmpty }) else {
        add(name, Text("s’écrit \(sample.french)", "is written \(sample.english)"))
        list.append(.string(""))
        continue
      }
      var members: [JSONMember] = []
      for (key, text) in zip(order.keys, values) {
        guard let field = fields.first(where: { $0.key == key }) else { continue }
        let value = try value(of: text, field.form, at: place + [key], "\(name).\(key)")
        members.append(JSONMember(key, value))
      }
      list.append(.object(members))
    }
    return .list(list)
  }
}
