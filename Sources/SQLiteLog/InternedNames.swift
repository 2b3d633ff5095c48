internal import Events

/// The numbers that stand for names in the file, as far as they were met.
struct InternedNames {
  /// The types by number; nil where the file has none of that number, or one of a newer program.
  private var types: [EventType?] = []
  /// The names of the types of a newer program, by number.
  private(set) var unknownTypes: [Int64: String] = [:]
  private(set) var typeKeys: [EventType: Int64] = [:]
  private(set) var subjectKeys: [Subject: Int64] = [:]

  /// More subjects than this are not kept: some 20 MB.
  private static let mostSubjects = 200_000

  /// The last number given to a type, 0 for none.
  var lastType: Int64 { Int64(types.count) - 1 }

  /// Every type's number.
  var allTypes: [Int64] { Array(typeKeys.values) + Array(unknownTypes.keys) }

  /// The type of this number, where this program knows it.
  @inline(__always) func type(_ key: Int64) -> EventType? {
    key >= 0 && key < Int64(types.count) ? types[Int(key)] : nil
  }

  mutating func add(type name: String, key: Int64) {
    guard 0...1_000_000 ~= key else { return }
    while types.count <= Int(key) { types.append(nil) }
    if let type = EventType(rawValue: name) {
      types[Int(key)] = type
      typeKeys[type] = key
    } else {
      unknownTypes[key] = name
    }
  }

  mutating func add(subject: Subject, key: Int64) {
    if subjectKeys.count >= Self.mostSubjects { subjectKeys.removeAll() }
    subjectKeys[subject] = key
  }

  mutating func forget(subjects: [Subject]) {
    for subject in subjects { subjectKeys[subject] = nil }
  }

  mutating func forgetTypes() {
    types = []
    unknownTypes = [:]
    typeKeys = [:]
  }
}
