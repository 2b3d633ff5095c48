import EventSamples
import Events

/// The data of a sample as JSON, and the event it is of.
struct SampleData {
  let type: EventType
  /// The members of the event's object that its writer gives, without its data.
  let members: [JSONMember]
  /// The data as the log holds it.
  let data: JSONValue

  /// Every sample, once with every field and once with only those required.
  static func all() throws -> [SampleData] {
    try GoldenLine.events().map { line in
      guard case .object(let members) = try JSONValue(parsing: try line.encoded()) else {
        throw ReadingFailure(.wrongKind(expected: .object))
      }
      return SampleData(
        type: line.event.fact.type,
        members: members.filter { !["clock", "data", "recordedAt"].contains($0.name) },
        data: members.first { $0.name == "data" }?.value ?? .null)
    }
  }

  /// The event with other data.
  func event(_ data: JSONValue) throws(ReadingFailure) -> Event {
    try Event(type, members: members + [JSONMember("data", data)])
  }

  /// The data as it is submitted: what the log holds sealed is in clear.
  var clear: JSONValue {
    type.sealedPlaces(in: data).reduce(data) { data, place in
      data.replacing(
        place.path[...],
        with: place.content == .identity ? Identity.form.sample : "Motifs : \"à revoir\", 2/3")
    }
  }

  /// Clear data with the log's sealed values put in their places.
  func sealing(_ clear: JSONValue) -> JSONValue {
    type.sealedPlaces(in: clear).reduce(clear) { clear, place in
      clear.replacing(place.path[...], with: data.value(at: place.path[...]) ?? .null)
    }
  }
}

extension JSONValue {
  /// This value without the member or element in a place.
  func removing(_ path: ArraySlice<String>) -> JSONValue {
    guard let step = path.first else { return self }
    let rest = path.dropFirst()
    switch self {
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          return rest.isEmpty ? nil : JSONMember(step, member.value.removing(rest))
        })
    case .list(let elements):
      return .list(
        elements.enumerated().map { index, element in
          String(index) == step ? element.removing(rest) : element
        })
    case .null, .boolean, .integer, .string: return self
    }
  }
}
