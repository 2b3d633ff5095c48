import EventSamples
import Events

/// A second, naive encoder: what an auditor would write from EVENTS.md alone. It walks a value's
/// stored properties by reflection, so it shares no list of keys with the encoder it checks.
indirect enum Tree {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([Tree])
  case object([(String, Tree)])

  var text: String {
    switch self {
    case .null: return "null"
    case .boolean(let boolean): return "\(boolean)"
    case .integer(let number): return "\(number)"
    case .string(let text): return Self.quoted(text)
    case .list(let elements):
      return "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      let sorted = members.sorted { left, right in
        Array(left.0.unicodeScalars.map(\.value)).lexicographicallyPrecedes(
          right.0.unicodeScalars.map(\.value))
      }
      return "{" + sorted.map { Self.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
    }
  }

  private static let short: [UInt32: String] = [
    8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: "\\\"", 92: "\\\\",
  ]

  static func quoted(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escape = short[scalar.value] {
        scalars.append(contentsOf: escape.unicodeScalars)
      } else if scalar.value < 32 {
        let hex = String(scalar.value, radix: 16)
        scalars.append(contentsOf: "\\u\(hex.count == 1 ? "000" : "00")\(hex)".unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return "\"" + String(scalars) + "\""
  }
}

extension Tree {
  init(_ event: Event, recordedAt: String, clock: ClockMark? = nil) {
    var members = Self.members(of: event).filter { $0.0 != "fact" }
    members.append(("data", .object(Self.members(of: event.fact.payload))))
    if let clock { members.append(("clock", .string(clock.rawValue))) }
    members.append(("recordedAt", .string(recordedAt)))
    members.append(("schema", .integer(1)))
    members.append(("type", .string(event.fact.type.rawValue)))
    self = .object(members)
  }

  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .integer(let number): self = .integer(number)
    case .string(let text): self = .string(text)
    case .list(let elements): self = .list(elements.map { Tree($0) })
    case .object(let members): self = .object(members.map { ($0.name, Tree($0.value)) })
    }
  }

  /// Properties spelt otherwise in the log than in Swift.
  private static func name(_ property: String, of owner: Any) -> String {
    switch (owner, property) {
    case (is CandidateEnrolled, "audience"), (is PathwayChanged, "audience"),
      (is TrainingProgramme, "audience"):
      "public"
    case (is Depositor, "clientID"): "clientId"
    case (is Depositor, "contractID"): "contractId"
    case (is Prerequisite, "audience"), (is Selection, "audience"): "for"
    case (is EventAnnulled, "entrySubjects"): "subjects"
    default: property
    }
  }

  private static func members(of owner: Any) -> [(String, Tree)] {
    var members: [(String, Tree)] = []
    for child in Mirror(reflecting: owner).children {
      guard let label = child.label else { continue }
      if let content = child.value as? Block.Content {
        switch content {
        case .competencies(let list): members.append(("competencies", Tree(any: list)))
        case .activities(let list): members.append(("activities", Tree(any: list)))
        }
        continue
      }
      let tree = Tree(any: child.value)
      if case .null = tree, label != "years" { continue }
      members.append((name(label, of: owner), tree))
    }
    if owner is Sealed { members.append(("sealed", .integer(1))) }
    return members
  }

  private init(any value: Any) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let wrapped = mirror.children.first else {
        self = .null
        return
      }
      self.init(any: wrapped.value)
      return
    }
    switch value {
    case let text as RecordedText:
      switch text {
      case .clear(let clear): self = .string(clear.text)
      case .sealed(let sealed): self = .object(Self.members(of: sealed))
      }
    case let text as FreeText: self = .string(text.text)
    case let text as SIRET: self = .string(text.text)
    case let id as DepositorClientID: self = .string(id.text)
    case let id as DepositorContractID: self = .string(id.text)
    case let count as Count: self = .integer(count.value)
    case let minutes as Minutes: self = .integer(minutes.value)
    case let boolean as Bool: self = .boolean(boolean)
    case let text as String: self = .string(text)
    case let word as any ClosedWord: self = .string(word.rawValue)
    case let described as any CustomStringConvertible where !(value is [Any]):
      self = .string(described.description)
    default:
      if let elements = mirror.children.first, elements.label == "elements" {
        self = .list(Mirror(reflecting: elements.value).children.map { Tree(any: $0.value) })
      } else {
        self = .object(Self.members(of: value))
      }
    }
  }
}
