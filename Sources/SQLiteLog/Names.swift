internal import Events

/// The numbers that stand for names in the file, as far as they were met.
struct Names {
  /// What a type's number stands for.
  enum TypeName {
    case known(EventType)
    /// A type of a newer program.
    case unknown(String)
  }

  /// The types by number; nil where the file has none of that number.
  private(set) var types: [TypeName?] = []
  private(set) var typeKeys: [EventType: Int64] = [:]
  private(set) var subjectKeys: [Subject: Int64] = [:]

  /// More subjects than this are not kept: some 20 MB.
  private static let mostSubjects = 200_000

  /// The last number given to a type, 0 for none.
  var lastType: Int64 { Int64(types.count) - 1 }

  /// Every type's number.
  var allTypes: [Int64] {
    types.indices.filter { types[$0] != nil }.map(Int64.init)
  }

  @inline(__always) func type(_ key: Int64) -> TypeName? {
    key >= 0 && key < Int64(types.count) ? types[Int(key)] : nil
  }

  mutating func add(type name: String, key: Int64) {
    guard 0...1_000_000 ~= key else { return }
    while types.count <= Int(key) { types.append(nil) }
    if let type = EventType(rawValue: name) {
      types[Int(key)] = .known(type)
      typeKeys[type] = key
    } else {
      types[Int(key)] = .unknown(name)
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
    typeKeys = [:]
  }
}
