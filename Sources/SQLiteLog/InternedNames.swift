internal import Events

/// A cache of the file's interned integer keys for event types and subjects.
struct InternedNames {
  /// The types by key; nil if the file has no type of that key, or one that this program does not
  /// know.
  private var types: [EventType?] = []
  /// The names, by key, of types that this program does not know.
  private(set) var unknownTypes: [Int64: String] = [:]
  private(set) var typeKeys: [EventType: Int64] = [:]
  private(set) var subjectKeys: [Subject: Int64] = [:]

  /// The largest number of cached subjects, some 20 MB; the cache is emptied when it is full.
  private static let mostSubjects = 200_000

  /// The highest key of a type; 0 or less if there is none.
  var lastType: Int64 { Int64(types.count) - 1 }

  /// The keys of all types of the file.
  var allTypes: [Int64] { Array(typeKeys.values) + Array(unknownTypes.keys) }

  /// The type with this key; nil if the key or its type is unknown.
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
